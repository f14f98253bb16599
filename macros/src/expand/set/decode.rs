//! How a set is read: what it is before its attributes are, and what each of them does to it.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::{ToTokens, format_ident, quote, quote_spanned};
use syn::GenericParam;

use super::{attributes, named, slot, slot_of_set};
use crate::expand::{at, lifetimes};
use crate::model::{Attribute, AttributeSet, Field, Presence};

pub(super) fn expand_decode(set: &AttributeSet) -> TokenStream {
    let (krate, ident) = (&set.krate, named(&set.ident));
    let required = attributes(set).filter(|field| may_be_required(set, field));
    let required = Some(required.count()).filter(|count| *count > 0);
    let count = required.map(Literal::usize_unsuffixed);
    let count = count.map(|count| quote!(const REQUIRED: usize = #count;));
    let state = required.map_or_else(|| quote!(_), |_| quote!(__in));
    let blanks = expand_blanks(set);
    let read = expand_read(set);
    let attribute = if set.fields.is_empty() {
        quote!(_)
    } else {
        quote!(__attr)
    };
    let it = if set.fields.is_empty() {
        quote!(_)
    } else {
        quote!(__it)
    };
    // Sets lie in sets: each is filled where it lies, and is not moved from one to the next.
    quote! {
        #count
        #[inline]
        fn blank<'__genl>(
            #state: &mut #krate::codec::Required<'_, '__genl>,
        ) -> #krate::Decoded<Self::View<'__genl>> {
            ::core::result::Result::Ok(#ident { #(#blanks),* })
        }
        #[inline(always)]
        fn fill<'__genl>(
            #it: &mut Self::View<'__genl>,
            #attribute: #krate::wire::Attribute<'__genl>,
            #state: &mut #krate::codec::Required<'_, '__genl>,
        ) -> #krate::Decoded<()> {
            #read
        }
    }
}

/// Whether a list or a `bool` of a subset has to be there, its set knows.
fn may_be_required(set: &AttributeSet, field: &Attribute) -> bool {
    match field.presence {
        Presence::Required => true,
        Presence::Optional => false,
        Presence::List | Presence::Flag => set.subset_of.is_some(),
    }
}

/// Where a field stands among those that may be required.
fn indices(set: &AttributeSet) -> impl Iterator<Item = (&Attribute, Option<Literal>)> {
    let mut next = 0;
    attributes(set).map(move |field| {
        let index = may_be_required(set, field).then(|| Literal::usize_unsuffixed(next));
        next += usize::from(index.is_some());
        (field, index)
    })
}

/// What each field is before its attribute is read.
fn expand_blanks(set: &AttributeSet) -> Vec<TokenStream> {
    let krate = &set.krate;
    let mut indices = indices(set);
    let blanks = set.fields.iter().map(|field| {
        let field = match field {
            Field::Unknown(ident) => return quote!(#ident: #krate::codec::blank()),
            Field::Attribute(field) => field,
        };
        let index = indices.next().and_then(|(_, index)| index);
        let (ident, span, state) = (&field.ident, at(&field.ty), quote!(__in));
        let Some(index) = index else {
            return quote!(#ident: #krate::codec::blank());
        };
        let slot = slot(set, field, true);
        let blank = match field.presence {
            Presence::List => quote_spanned!(span=> #slot.blank_list(#index, #state)?),
            Presence::Flag => quote_spanned!(span=> #slot.blank_flag(#index, #state)?),
            _ => quote_spanned!(span=> #slot.blank(#state)?),
        };
        quote!(#ident: #blank)
    });
    blanks.collect()
}

/// What becomes of one attribute.
fn expand_read(set: &AttributeSet) -> TokenStream {
    let unknown = set.fields.iter().find_map(|field| match field {
        Field::Unknown(ident) => Some(ident),
        Field::Attribute(_) => None,
    });
    let arms = indices(set)
        .map(|(field, index)| expand_arm(set, field, index.as_ref()))
        .collect::<Vec<_>>();
    // Without a field for unknown attributes, padding is one of those that are skipped.
    let pad = unknown.and_then(|_| expand_pad(set));
    let pad = pad.map(|pattern| quote!(#pattern => ::core::result::Result::Ok(()),));
    let rest = unknown.map_or_else(
        || quote!(::core::result::Result::Ok(())),
        |unknown| quote!(__attr.keep(&mut __it.#unknown)),
    );
    if arms.is_empty() && pad.is_none() {
        return rest;
    }
    let numbers = expand_numbers(set);
    quote! {
        #numbers
        match __attr.number() {
            #(#arms)*
            #pad
            _ => #rest,
        }
    }
}

fn expand_arm(set: &AttributeSet, field: &Attribute, index: Option<&Literal>) -> TokenStream {
    let (slot, ident, number) = (
        slot(set, field, true),
        &field.ident,
        expand_number(set, field),
    );
    let method = match field.presence {
        Presence::Required => "get",
        Presence::Optional => "get_optional",
        Presence::List => "get_list",
        Presence::Flag => "get_flag",
    };
    let (span, attribute, it) = (at(&field.ty), quote!(__attr), quote!(__it));
    let method = Ident::new(method, span);
    let get = quote_spanned!(span=> #slot.#method(#attribute, &mut #it.#ident));
    match index {
        Some(index) => quote!(#number => __in.mark(#index, #get),),
        None => quote!(#number => #get,),
    }
}

/// The pattern of an attribute. The number of a subset's attribute is known to its set alone, by a constant.
pub(super) fn expand_number(set: &AttributeSet, field: &Attribute) -> TokenStream {
    if let Some(slot) = &field.slot {
        return Literal::u16_unsuffixed(slot.number).to_token_stream();
    }
    if numbers_are_constant(set) {
        return number_constant(field).to_token_stream();
    }
    let slot = slot_of_set(set, field, true);
    quote!(__number if __number == #slot.number())
}

/// The numbers of a subset's attributes, named so that they can stand in patterns.
pub(super) fn expand_numbers(set: &AttributeSet) -> Option<TokenStream> {
    let path = set.subset_of.as_ref().map(|subset| &subset.path)?;
    if !numbers_are_constant(set) {
        return None;
    }
    let path = lifetimes::rename(path, "static");
    let numbers = attributes(set).map(|field| {
        let (constant, slot) = (number_constant(field), named(&field.constant));
        quote!(const #constant: u16 = <#path>::#slot.number();)
    });
    Some(quote!(#(#numbers)*))
}

/// A constant in a function cannot depend on the parameters of a set.
fn numbers_are_constant(set: &AttributeSet) -> bool {
    set.subset_of.is_some()
        && set
            .generics
            .params
            .iter()
            .all(|parameter| matches!(parameter, GenericParam::Lifetime(_)))
}

fn number_constant(field: &Attribute) -> Ident {
    format_ident!("__{}", field.constant, span = at(&field.constant))
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
