//! `decode`: one pass over the attributes, one arm for each.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::{format_ident, quote, quote_spanned};
use syn::ext::IdentExt;

use super::{attributes, named, slot};
use crate::expand::{at, generics, lifetimes};
use crate::model::{Attribute, AttributeSet, Field, Presence};

/// So many locals in a row, and so many rows in a block: `Default` stands for tuples of up to 12.
const ROW: usize = 3;
const ROWS: usize = 12;

pub(super) fn expand_decode(set: &AttributeSet) -> TokenStream {
    let (krate, ident) = (&set.krate, named(&set.ident));
    let view = generics::view(&set.generics);
    let lifetime = lifetimes::rename(&quote!('a), super::view_lifetime(set));
    let parameter = generics::borrows(&set.generics).then(|| quote!(<#lifetime>));
    let locals = expand_locals(set);
    let read = expand_read(set);
    let fields = set.fields.iter().map(|field| expand_field(set, field));
    let body = quote! {
        #locals
        __in.each(#read)?;
        ::core::result::Result::Ok(#ident { #(#fields),* })
    };
    // Sets lie in sets: a value built in place is not moved from one to the next.
    quote! {
        #[inline]
        fn decode #parameter (
            __in: #krate::Attributes<#lifetime>,
        ) -> #krate::Decoded<#ident #view> {
            #body
        }
    }
}

/// The locals of the fields have a beginning of their own, so that no name of a field makes another local.
fn local(ident: &Ident) -> Ident {
    format_ident!("__genl_{}", ident.unraw(), span = at(ident))
}

fn expand_locals(set: &AttributeSet) -> TokenStream {
    let krate = &set.krate;
    let locals = set
        .fields
        .iter()
        .map(|field| match field {
            Field::Attribute(field) => local(&field.ident),
            Field::Unknown(ident) => local(ident),
        })
        .collect::<Vec<_>>();
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

fn expand_read(set: &AttributeSet) -> TokenStream {
    let unknown = set.fields.iter().find_map(|field| match field {
        Field::Unknown(ident) => Some(local(ident)),
        Field::Attribute(_) => None,
    });
    // Without a field for unknown attributes, padding is one of those that are skipped.
    if set.subset_of.is_some() {
        let krate = &set.krate;
        let pad = quote!(<Self as #krate::AttributeSet>::PAD == ::core::option::Option::Some(__attr.number()));
        return expand_read_subset(set, unknown.as_ref(), unknown.as_ref().map(|_| pad));
    }
    let pad = set
        .pad
        .filter(|_| unknown.is_some())
        .map(Literal::u16_unsuffixed);
    let rest = unknown.as_ref().map_or_else(
        || quote!(::core::result::Result::Ok(())),
        |unknown| quote!(__attr.keep(&mut #unknown)),
    );
    let arms = attributes(set)
        .map(|field| expand_arm(set, field))
        .collect::<Vec<_>>();
    if arms.is_empty() && pad.is_none() {
        let attribute = unknown.map_or_else(|| quote!(_), |_| quote!(__attr));
        return quote!(|#attribute| #rest);
    }
    let pad = pad.map(|number| quote!(#number => ::core::result::Result::Ok(()),));
    quote! {
        |__attr| match __attr.number() {
            #(#arms)*
            #pad
            _ => #rest,
        }
    }
}

fn expand_arm(set: &AttributeSet, field: &Attribute) -> TokenStream {
    let (slot, local) = (slot(set, field, true), local(&field.ident));
    let method = match field.presence {
        Presence::Required | Presence::Optional => "get",
        Presence::List => "get_list",
        Presence::Flag => "get_flag",
    };
    let (span, attribute) = (at(&field.ty), quote!(__attr));
    let method = Ident::new(method, span);
    let number = field
        .slot
        .as_ref()
        .map(|slot| Literal::u16_unsuffixed(slot.number));
    let get = quote_spanned!(span=> #slot.#method(#attribute, &mut #local));
    quote!(#number => #get,)
}

/// The numbers of a subset are known to its set alone, by constants that cannot stand in a pattern.
fn expand_read_subset(
    set: &AttributeSet,
    unknown: Option<&Ident>,
    pad: Option<TokenStream>,
) -> TokenStream {
    let unknown = unknown.map(|unknown| quote!(__attr.find_unknown(&mut #unknown)));
    let finds = attributes(set)
        .map(|field| expand_find(set, field))
        .collect::<Vec<_>>();
    match (finds.as_slice(), unknown) {
        ([], None) => quote!(|_| ::core::result::Result::Ok(())),
        ([find], None) => quote!(|__attr| #find),
        (_, unknown) => {
            let finds = finds.iter().map(|find| quote!(#find?));
            let unknown = unknown.map(|unknown| quote!(#unknown?));
            let finds = finds.chain(pad).chain(unknown);
            quote!(|__attr| ::core::result::Result::Ok(#(#finds)||*))
        }
    }
}

fn expand_find(set: &AttributeSet, field: &Attribute) -> TokenStream {
    let (slot, local) = (slot(set, field, true), local(&field.ident));
    let method = match field.presence {
        Presence::Required | Presence::Optional => "find",
        Presence::List => "find_list",
        Presence::Flag => "find_flag",
    };
    let (span, attribute) = (at(&field.ty), quote!(__attr));
    let method = Ident::new(method, span);
    quote_spanned!(span=> #slot.#method(#attribute, &mut #local))
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
