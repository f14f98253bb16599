//! The family as typed constants: what everything else of it refers to.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::{quote, quote_spanned};
use syn::ext::IdentExt;
use syn::{Path, Type};

use super::{Block, doc, lifetimes};
use crate::expand::names::{Case, renamed};
use crate::expand::{at, named, named_at, tokens_at};
use crate::model::{Event, Family, Group, Mode, Operation, Permission, Request};

pub(super) fn expand_constants(family: &Family) -> TokenStream {
    let Family {
        krate, vis, name, ..
    } = family;
    let version = Literal::u8_unsuffixed(family.version);
    let groups = family
        .groups
        .iter()
        .map(|group| expand_group(family, group));
    let operations = family
        .operations
        .iter()
        .map(|operation| expand_operation(family, operation));
    let events = family
        .events
        .iter()
        .map(|event| expand_event(family, event));
    let description = expand_description(family);
    let items = quote! {
        /// The name and the version of the family.
        #vis const FAMILY: #krate::Family = #krate::Family::new(#name, #version);
        #(#groups)*
        #(#operations)*
        #(#events)*
        #description
    };
    let block = Block {
        doc: doc::constants(family),
        ..Block::of(family)
    };
    block.expand(&items)
}

fn expand_group(family: &Family, group: &Group) -> TokenStream {
    let Family { krate, vis, .. } = family;
    let Group { outer, name, .. } = group;
    // With the author's own place, so that rustc's lint on its case is theirs too.
    let constant = named_at(&group.constant, group.constant.span());
    let (cfg, deprecated, others) = (&outer.cfg, &outer.deprecated, &outer.others);
    let doc = doc::with_line(&outer.doc_tokens, &format!("The multicast group `{name}`."));
    let missing = group.needed.as_ref().map(|needed| {
        let (condition, message) = (&needed.condition, &needed.message);
        let error = quote_spanned!(at(&needed.place)=> ::core::compile_error!(#message));
        quote! {
            #[cfg(not(#condition))]
            const #constant: #krate::MulticastGroup = #error;
        }
    });
    quote_spanned! {at(&group.constant)=>
        #missing
        #cfg #deprecated #others #doc
        #vis const #constant: #krate::MulticastGroup = Self::FAMILY.group(#name);
    }
}

/// A type in a constant, which nothing is borrowed for.
pub(super) fn constant_type(ty: Option<&Type>) -> TokenStream {
    ty.map_or_else(|| quote!(()), |ty| lifetimes::rename(ty, "static"))
}

/// The type of the constant, and what makes one.
fn operation_type(krate: &Path, operation: &Operation) -> (TokenStream, TokenStream) {
    let request = constant_type(operation.request.as_ref().map(|request| &request.ty));
    let reply = constant_type(operation.reply.as_ref());
    match operation.mode {
        Mode::Do if !operation.multi => (quote!(#krate::Do<#request, #reply>), quote!(op)),
        Mode::Do | Mode::Dump => (quote!(#krate::Dump<#request, #reply>), quote!(dump)),
    }
}

fn expand_operation(family: &Family, operation: &Operation) -> TokenStream {
    let Family { krate, vis, .. } = family;
    let Operation { outer, name, .. } = operation;
    // The author's own place, macro or not: rustc withholds its lint on private types from code of other crates' macros.
    let span = operation.constant.span();
    let (vis, constant) = (tokens_at(vis, span), named_at(&operation.constant, span));
    let number = Literal::u8_unsuffixed(operation.number);
    let (ty, new) = operation_type(krate, operation);
    let reply_number = operation.reply_number.map(|number| {
        let number = Literal::u8_unsuffixed(number);
        quote!(.reply(#number))
    });
    let multi = operation.multi.then(|| quote!(.multi()));
    let permission = match operation.permission {
        Permission::None => None,
        Permission::Admin => Some(quote!(.admin_perm())),
        Permission::NamespaceAdmin => Some(quote!(.uns_admin_perm())),
    };
    let lax = operation.lax.then(|| quote!(.lax()));
    let (cfg, deprecated) = (&outer.cfg, &outer.deprecated);
    let doc = format!(" {}", doc::operation(operation));
    let value = quote_spanned! {at(&operation.constant)=>
        Self::FAMILY.#new(#name, #number) #multi #reply_number #permission #lax
    };
    let item = quote_spanned!(span=> #vis const #constant: #ty = #value;);
    quote_spanned!(at(&operation.constant)=> #cfg #deprecated #[doc = #doc] #item)
}

fn expand_event(family: &Family, event: &Event) -> TokenStream {
    let Family { krate, vis, .. } = family;
    let Event { outer, name, .. } = event;
    let constant = named(&event.constant);
    let number = Literal::u8_unsuffixed(event.number);
    let payload = constant_type(event.payload.as_ref());
    let mut groups = event.groups.iter();
    let sender = groups
        .next()
        .map_or_else(|| quote!(FAMILY), |group| quote!(#group));
    let others = (groups.len() > 0).then(|| quote!(.also_to(&[#(Self::#groups),*])));
    let unicast = (event.unicast && !event.groups.is_empty()).then(|| quote!(.unicast()));
    let (cfg, deprecated) = (&outer.cfg, &outer.deprecated);
    let doc = format!(" {}", doc::event(event));
    quote_spanned! {at(&event.constant)=>
        #cfg #deprecated #[doc = #doc]
        #vis const #constant: #krate::Event<#payload> =
            Self::#sender.event(#name, #number) #others #unicast;
    }
}

/// The method of an operation, as the description names it.
fn method(ident: Option<&Ident>) -> Option<String> {
    ident.map(|ident| ident.unraw().to_string())
}

fn expand_description(family: &Family) -> TokenStream {
    let Family {
        krate, vis, outer, ..
    } = family;
    let groups = family.groups.iter().map(|group| {
        let (cfg, doc, constant) = (&group.outer.cfg, &group.outer.doc, named(&group.constant));
        let renamed = renamed(&group.constant, &group.name, Case::Upper);
        quote!(#cfg (&Self::#constant).describe(#doc) #renamed)
    });
    let operations = family.operations.iter().map(|operation| {
        let (cfg, doc, constant) = (
            &operation.outer.cfg,
            &operation.outer.doc,
            named(&operation.constant),
        );
        let span = match (&operation.request, &operation.reply) {
            (Some(Request { ty, .. }), None) | (None, Some(ty)) => at(ty),
            _ => at(&constant),
        };
        let renamed = renamed(&operation.method, &operation.name, Case::Snake);
        let shape = method(operation.shape_of.as_ref()).map(|of| quote!(.shape_of(#of)));
        quote_spanned!(span=> #cfg (&Self::#constant).describe(#doc) #shape #renamed)
    });
    let events = family.events.iter().map(|event| {
        let (cfg, doc, constant) = (&event.outer.cfg, &event.outer.doc, named(&event.constant));
        let span = event.payload.as_ref().map_or_else(|| at(&constant), at);
        let renamed = renamed(&event.variant, &event.name, Case::Camel);
        let notify = method(event.notify.as_ref()).map(|of| quote!(.notify(#of)));
        quote_spanned!(span=> #cfg (&Self::#constant).describe(#doc) #notify #renamed)
    });
    let doc = &outer.doc;
    quote! {
        /// The description of the family, as data.
        #vis const DESCRIPTION: &'static #krate::description::Family =
            &#krate::description::Family::new(
                Self::FAMILY,
                #krate::description::RustType::of::<Self>(),
                #doc,
                &[#(#groups),*],
                &[#(#operations),*],
                &[#(#events),*],
            );
    }
}
