//! How a set is read: what it is before its attributes are, and what each of them does to it.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::{ToTokens, format_ident, quote, quote_spanned};
use syn::GenericParam;

use super::{attributes, named, slot, slot_of_set, view_lifetime};
use crate::expand::{at, generics};
use crate::model::{Attribute, AttributeSet, Field, Presence};

pub(super) fn expand_decode(set: &AttributeSet) -> TokenStream {
    let (krate, ident) = (&set.krate, named(&set.ident));
    let (parameter, view, lifetime) = if generics::borrows(&set.generics) {
        (
            quote!(<'__genl>),
            quote!(Self::View<'__genl>),
            quote!('__genl),
        )
    } else {
        (quote!(), quote!(Self), quote!('_))
    };
    let used = |used: bool, name| if used { name } else { quote!(_) };
    let says = attributes(set).any(|field| blank(set, field).is_some());
    let begun = used(says, quote!(__r));
    let it = used(!set.fields.is_empty(), quote!(__s));
    let read = used(!set.fields.is_empty(), quote!(__r));
    let blanks = set.fields.iter().map(|field| expand_blank(set, field));
    let fill = expand_fill(set);
    // Sets lie in sets: each is filled where it lies, and is not moved from one to the next.
    quote! {
        #[inline]
        fn blank #parameter (#begun: &mut #krate::Reading<#lifetime>) -> #krate::Decoded<#view> {
            ::core::result::Result::Ok(#ident { #(#blanks),* })
        }
        #[inline(always)]
        fn fill #parameter (
            #it: &mut #view,
            #read: &mut #krate::Reading<#lifetime>
        ) -> #krate::Decoded<()> {
            #fill
        }
    }
}

/// What a field is before its attribute is read, if that says whether it has to be there. Of a subset's lists and `bool`s their
/// set knows.
fn blank(set: &AttributeSet, field: &Attribute) -> Option<&'static str> {
    match field.presence {
        Presence::Required => Some("blank"),
        Presence::List => set.subset_of.as_ref().map(|_| "blank_list"),
        Presence::Flag => set.subset_of.as_ref().map(|_| "blank_flag"),
        Presence::Optional => None,
    }
}

fn expand_blank(set: &AttributeSet, field: &Field) -> TokenStream {
    let krate = &set.krate;
    let field = match field {
        Field::Unknown(ident) => return quote!(#ident: #krate::codec::blank()),
        Field::Attribute(field) => field,
    };
    let (ident, span, reading) = (&field.ident, at(&field.ty), quote!(__r));
    let Some(method) = blank(set, field) else {
        return quote!(#ident: #krate::codec::blank());
    };
    let (slot, method) = (slot(set, field, true), Ident::new(method, span));
    quote_spanned!(span=> #ident: #slot.#method(#reading)?)
}

/// What becomes of one attribute.
fn expand_fill(set: &AttributeSet) -> TokenStream {
    let unknown = set.fields.iter().find_map(|field| match field {
        Field::Unknown(ident) => Some(ident),
        Field::Attribute(_) => None,
    });
    let arms = attributes(set)
        .map(|field| expand_arm(set, field))
        .collect::<Vec<_>>();
    let rest = unknown.map_or_else(
        || quote!(::core::result::Result::Ok(())),
        |unknown| quote!(__r.keep::<Self>(&mut __s.#unknown)),
    );
    if arms.is_empty() {
        return rest;
    }
    let numbers = expand_numbers(set);
    quote! {
        #numbers
        match __r.number() {
            #(#arms)*
            _ => #rest,
        }
    }
}

fn expand_arm(set: &AttributeSet, field: &Attribute) -> TokenStream {
    let (slot, ident) = (slot(set, field, true), &field.ident);
    let number = expand_number(set, field);
    let method = match field.presence {
        Presence::Required => "get",
        Presence::Optional => "find",
        Presence::List => "get_list",
        Presence::Flag => "get_flag",
    };
    let (span, reading, it) = (at(&field.ty), quote!(__r), quote!(__s));
    let method = Ident::new(method, span);
    let get = quote_spanned!(span=> #slot.#method(#reading, &mut #it.#ident));
    quote!(#number => #get,)
}

/// The pattern of an attribute. The number of a subset's attribute is known to its set alone, by a constant.
pub(super) fn expand_number(set: &AttributeSet, field: &Attribute) -> TokenStream {
    if let Some(slot) = &field.slot {
        return Literal::u16_unsuffixed(slot.number).to_token_stream();
    }
    if numbers_are_constant(set) {
        return number_constant(set, field).to_token_stream();
    }
    let slot = slot_of_set(set, field, Some(view_lifetime(set)));
    quote!(__number if __number == #slot.number())
}

/// The numbers of a subset's attributes, named so that they can stand in patterns.
pub(super) fn expand_numbers(set: &AttributeSet) -> TokenStream {
    let named = attributes(set).filter(|_| numbers_are_constant(set));
    let numbers = named.map(|field| {
        let constant = number_constant(set, field);
        let slot = slot_of_set(set, field, Some("static"));
        quote_spanned!(at(&constant)=> const #constant: u16 = #slot.number();)
    });
    numbers.collect()
}

/// A constant in a function cannot depend on the parameters of a set.
fn numbers_are_constant(set: &AttributeSet) -> bool {
    let mut parameters = set.generics.params.iter();
    set.subset_of.is_some() && parameters.all(|one| matches!(one, GenericParam::Lifetime(_)))
}

/// Short, as what it stands for is said behind it.
fn number_constant(set: &AttributeSet, field: &Attribute) -> Ident {
    let index = attributes(set).position(|other| core::ptr::eq(other, field));
    format_ident!("_{}", index.unwrap_or_default(), span = at(&field.constant))
}
