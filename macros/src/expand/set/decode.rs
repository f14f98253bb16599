//! `decode`: one pass over the attributes, one arm for each.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::{ToTokens, format_ident, quote, quote_spanned};
use syn::ext::IdentExt;

use super::{attributes, named, slot};
use crate::expand::{at, generics, lifetimes};
use crate::model::{Attribute, AttributeSet, Field, Presence};

/// So many locals in a row, and so many rows in a block: `Default` stands for tuples of up to 12.
const ROW: usize = 3;
const ROWS: usize = 12;

/// Of a set whose attributes may all be absent, what one attribute does to it. Of another one, all of `decode`.
pub(super) fn expand_decode(set: &AttributeSet) -> TokenStream {
    if may_be_blank(set) {
        expand_fill(set)
    } else {
        expand_built(set)
    }
}

/// Whether a list or a `bool` of a subset has to be there, its set knows.
fn may_be_blank(set: &AttributeSet) -> bool {
    attributes(set).all(|field| match field.presence {
        Presence::Required => false,
        Presence::Optional => true,
        Presence::List | Presence::Flag => set.subset_of.is_none(),
    })
}

/// Fills a set where it lies, so that it is not moved from nest to nest.
fn expand_fill(set: &AttributeSet) -> TokenStream {
    let (krate, ident) = (&set.krate, named(&set.ident));
    let view = generics::view(&set.generics);
    let lifetime = lifetimes::rename(&quote!('a), super::view_lifetime(set));
    let parameter = generics::borrows(&set.generics).then(|| quote!(<#lifetime>));
    let blanks = set.fields.iter().map(|field| {
        let ident = field_ident(field);
        quote!(#ident: #krate::codec::blank())
    });
    let read = expand_read(set, &|ident| quote!(__it.#ident));
    quote! {
        #[inline]
        fn blank<'__genl>() -> ::core::option::Option<Self::View<'__genl>> {
            ::core::option::Option::Some(#ident { #(#blanks),* })
        }
        #[inline]
        fn fill #parameter (
            __it: &mut #ident #view,
            __attr: #krate::wire::Attribute<#lifetime>,
        ) -> #krate::Decoded<()> {
            #read
        }
    }
}

fn expand_built(set: &AttributeSet) -> TokenStream {
    let (krate, ident) = (&set.krate, named(&set.ident));
    let view = generics::view(&set.generics);
    let lifetime = lifetimes::rename(&quote!('a), super::view_lifetime(set));
    let parameter = generics::borrows(&set.generics).then(|| quote!(<#lifetime>));
    let locals = expand_locals(set);
    let read = expand_read(set, &|ident| local(ident).to_token_stream());
    let fields = set.fields.iter().map(|field| expand_field(set, field));
    // Sets lie in sets: a value built in place is not moved from one to the next.
    quote! {
        #[inline]
        fn decode #parameter (
            __in: #krate::Attributes<#lifetime>,
        ) -> #krate::Decoded<#ident #view> {
            #locals
            __in.each(|__attr| #read)?;
            ::core::result::Result::Ok(#ident { #(#fields),* })
        }
    }
}

fn field_ident(field: &Field) -> &Ident {
    match field {
        Field::Attribute(field) => &field.ident,
        Field::Unknown(ident) => ident,
    }
}

/// The locals of the fields have a beginning of their own, so that no name of a field makes another local.
fn local(ident: &Ident) -> Ident {
    format_ident!("__genl_{}", ident.unraw(), span = at(ident))
}

fn expand_locals(set: &AttributeSet) -> TokenStream {
    let krate = &set.krate;
    let locals = set.fields.iter().map(|field| local(field_ident(field)));
    let locals = locals.collect::<Vec<_>>();
    let rows = locals
        .chunks(ROW)
        .map(|row| tuple(row.iter().map(|local| quote!(mut #local))))
        .collect::<Vec<_>>();
    rows.chunks(ROWS)
        .map(|rows| tuple(rows.iter().cloned()))
        .map(|rows| quote!(let #rows = #krate::codec::blank();))
        .collect()
}

/// A pattern of several, which of one alone needs no parentheses.
fn tuple(mut patterns: impl ExactSizeIterator<Item = TokenStream>) -> TokenStream {
    if patterns.len() == 1 {
        patterns.next().unwrap_or_default()
    } else {
        quote!((#(#patterns),*))
    }
}

/// What becomes of one attribute: `target` is where a field goes.
fn expand_read(set: &AttributeSet, target: &dyn Fn(&Ident) -> TokenStream) -> TokenStream {
    let unknown = set.fields.iter().find_map(|field| match field {
        Field::Unknown(ident) => Some(target(ident)),
        Field::Attribute(_) => None,
    });
    let arms = attributes(set)
        .map(|field| expand_arm(set, field, &target(&field.ident)))
        .collect::<Vec<_>>();
    // Without a field for unknown attributes, padding is one of those that are skipped.
    let pad = unknown.as_ref().and_then(|_| expand_pad(set));
    let pad = pad.map(|pattern| quote!(#pattern => ::core::result::Result::Ok(()),));
    let rest = unknown.map_or_else(
        || quote!(::core::result::Result::Ok(())),
        |unknown| quote!(__attr.keep(&mut #unknown)),
    );
    if arms.is_empty() && pad.is_none() {
        return rest;
    }
    quote! {
        match __attr.number() {
            #(#arms)*
            #pad
            _ => #rest,
        }
    }
}

/// The pattern of padding.
pub(super) fn expand_pad(set: &AttributeSet) -> Option<TokenStream> {
    match (set.pad.map(Literal::u16_unsuffixed), &set.subset_of) {
        (Some(number), _) => Some(number.to_token_stream()),
        (None, Some(_)) => {
            Some(quote!(__number if Self::PAD == ::core::option::Option::Some(__number)))
        }
        (None, None) => None,
    }
}

fn expand_arm(set: &AttributeSet, field: &Attribute, target: &TokenStream) -> TokenStream {
    let slot = slot(set, field, true);
    // Of a subset's lists and `bool`s their set knows whether they have to be there.
    let method = match (field.presence, set.subset_of.is_some()) {
        (Presence::Required | Presence::Optional, _) => "get",
        (Presence::List, false) => "get_list",
        (Presence::List, true) => "get_some_list",
        (Presence::Flag, false) => "get_flag",
        (Presence::Flag, true) => "get_truth",
    };
    let (span, attribute) = (at(&field.ty), quote!(__attr));
    let method = Ident::new(method, span);
    let number = expand_number(set, field);
    let get = quote_spanned!(span=> #slot.#method(#attribute, &mut #target));
    quote!(#number => #get,)
}

/// The pattern of an attribute. The number of a subset's attribute is known to its set alone, by a constant.
pub(super) fn expand_number(set: &AttributeSet, field: &Attribute) -> TokenStream {
    if let Some(slot) = &field.slot {
        return Literal::u16_unsuffixed(slot.number).to_token_stream();
    }
    let slot = super::slot_of_set(set, field, true);
    quote!(__number if __number == #slot.number())
}

fn expand_field(set: &AttributeSet, field: &Field) -> TokenStream {
    let field = match field {
        Field::Unknown(ident) => {
            let local = local(ident);
            return quote!(#ident: #local);
        }
        Field::Attribute(field) => field,
    };
    let (ident, local) = (&field.ident, local(&field.ident));
    // Whether a list or a `bool` has to be there, of a subset's fields their set knows.
    let take = match (field.presence, set.subset_of.is_some()) {
        (Presence::Required, _) => "take",
        (Presence::List, true) => "take_list",
        (Presence::Flag, true) => "take_flag",
        _ => return quote!(#ident: #local),
    };
    let (span, slot) = (at(&field.ty), slot(set, field, true));
    let take = Ident::new(take, span);
    quote_spanned!(span=> #ident: #slot.#take(#local)?)
}
