//! The client: a channel, and one short method for each operation.

use proc_macro2::{Ident, TokenStream, TokenTree};
use quote::{quote, quote_spanned};
use syn::ext::IdentExt;

use super::constants::constant_type;
use super::{Block, attributes, doc, event_type, lifetimes};
use crate::expand::{at, named, named_at};
use crate::model::{Family, Mode, Operation, Outer, Request};

pub(super) fn expand_struct(family: &Family) -> TokenStream {
    let Family {
        krate, vis, outer, ..
    } = family;
    let ident = named(&family.ident);
    let Outer {
        cfg,
        deprecated,
        others,
        ..
    } = outer;
    let (doc, channel) = (doc::client(family), channel_type(family));
    quote_spanned! {at(&family.ident)=>
        #cfg #deprecated #others #doc
        #[derive(::core::clone::Clone, ::core::fmt::Debug)]
        #[allow(dead_code)]
        #vis struct #ident<#channel = #krate::Client> {
            channel: #channel,
        }
    }
}

/// The type parameter of the client: `C`, unless the author's types may mean another `C`. Types have no hygiene.
fn channel_type(family: &Family) -> Ident {
    let Family { krate, ident, .. } = family;
    let operations = family.operations.iter();
    let types = operations.flat_map(|operation| {
        let request = operation.request.as_ref().map(|request| &request.ty);
        request.into_iter().chain(&operation.reply)
    });
    let names = quote!(#krate #ident #(#types)*);
    let name = if may_name_c(names) { "__C" } else { "C" };
    Ident::new(name, at(ident))
}

/// Whether the tokens have the name `C` in them, or a macro that may.
fn may_name_c(tokens: TokenStream) -> bool {
    tokens.into_iter().any(|tree| match tree {
        TokenTree::Group(group) => may_name_c(group.stream()),
        TokenTree::Ident(ident) => ident.unraw() == "C",
        TokenTree::Punct(punct) => punct.as_char() == '!',
        TokenTree::Literal(_) => false,
    })
}

pub(super) fn expand_methods(family: &Family) -> TokenStream {
    let (krate, channel) = (&family.krate, channel_type(family));
    let sockets = Block::of(family).expand(&expand_sockets(family));
    let operations = family.operations.iter();
    let operations = operations.map(|operation| expand_operation(family, operation, &channel));
    let over_channel = expand_channel(family, &channel);
    let calls = Block {
        parameters: quote!(<#channel: #krate::Channel>),
        arguments: quote!(<#channel>),
        doc: doc::operations(family),
        ..Block::of(family)
    };
    let calls = calls.expand(&quote!(#(#operations)* #over_channel));
    let in_async_programs = expand_async(family);
    quote!(#sockets #calls #in_async_programs)
}

/// `connect` and `listen` of async programs. Which there are depends on the features of the runtime, so its own macro writes them.
fn expand_async(family: &Family) -> TokenStream {
    let Family { krate, vis, .. } = family;
    let (cfg, ident) = (&family.outer.cfg, named(&family.ident));
    let events = family.listens.then(|| event_type(family, "static"));
    quote_spanned! {at(&family.ident)=>
        #cfg
        #krate::__async_clients!(#vis #ident [#events]);
    }
}

fn expand_sockets(family: &Family) -> TokenStream {
    let Family { krate, vis, .. } = family;
    let listen = family.listens.then(|| {
        let events = event_type(family, "static");
        quote! {
            /// Opens a netlink socket, joins `groups` and receives their events.
            ///
            /// # Errors
            ///
            /// Fails if the socket cannot be opened, if the kernel does not have the family or one
            /// of the groups, or if the caller lacks the permission to join one of them.
            #vis fn listen(
                groups: &[#krate::MulticastGroup],
            ) -> ::core::result::Result<#krate::Listener<#events>, #krate::Error> {
                #krate::Listener::connect(groups)
            }
        }
    });
    quote! {
        /// Opens a netlink socket and looks up the family.
        ///
        /// # Errors
        ///
        /// Fails if the socket cannot be opened, or if the kernel does not have the family.
        #vis fn connect() -> ::core::result::Result<Self, #krate::Error> {
            #krate::Client::connect(Self::FAMILY).map(Self::new)
        }
        #listen
    }
}

fn expand_channel(family: &Family, ty: &Ident) -> TokenStream {
    let vis = &family.vis;
    quote! {
        /// Creates a client that sends its operations through `channel`.
        #[must_use]
        #vis const fn new(channel: #ty) -> Self {
            Self { channel }
        }

        /// Returns the channel that the operations go through.
        #[must_use]
        #vis const fn channel(&mut self) -> &mut #ty {
            &mut self.channel
        }
    }
}

fn expand_operation(family: &Family, operation: &Operation, channel: &Ident) -> TokenStream {
    let vis = &family.vis;
    let method = named(&operation.method);
    // Where rustc points at if what is sent or what comes back is no set.
    let span = match (&operation.request, &operation.reply) {
        (_, Some(ty)) | (Some(Request { ty, .. }), None) => at(ty),
        (None, None) => at(&method),
    };
    let (client, constant) = (
        named_at(&family.ident, span),
        named_at(&operation.constant, span),
    );
    let (call, answer) = match operation.mode {
        Mode::Do if !operation.multi => (quote_spanned!(span=> call), "Reply"),
        Mode::Do | Mode::Dump => (quote_spanned!(span=> dump), "Dump"),
    };
    let (channel, answer) = (named_at(channel, span), Ident::new(answer, span));
    let reply = constant_type(operation.reply.as_ref());
    let returned = quote_spanned!(span=> #channel::#answer<'_, #reply>);
    let (parameter, argument) = match &operation.request {
        Some(Request { ident, ty }) => {
            let ty = lifetimes::rename(ty, "_");
            (quote!(, #ident: &#ty), quote!(#ident))
        }
        None => (TokenStream::new(), quote!(&())),
    };
    let attributes = attributes(&operation.outer);
    let doc = doc::method(family, operation);
    let this = quote!(self);
    // On a reference, the channel's own method comes before one that a trait of the author's has for
    // everything.
    let body = quote_spanned! {span=>
        { (&mut #this.channel).#call(&#client::#constant, #argument) }
    };
    quote_spanned! {at(&method)=>
        #attributes #doc
        #vis fn #method(&mut #this #parameter) -> #returned #body
    }
}
