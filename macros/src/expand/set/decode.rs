//! How a set is decoded: the values of its fields before any attribute is decoded, and what each attribute changes.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::{ToTokens, format_ident, quote, quote_spanned};

use super::{attributes, named, slot, subset};
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
    // A nested set is decoded in its place: moving it from set to set would copy it.
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

/// Returns the value of a field before its attribute is decoded, if the presence determines it. For the lists and `bool`s of
/// a subset, only the set knows the presence.
fn blank(set: &AttributeSet, field: &Attribute) -> Option<&'static str> {
    match field.presence {
        Presence::Required => Some("blank"),
        Presence::List if known_to_set(set, field) => Some("blank_list"),
        Presence::Flag if known_to_set(set, field) => Some("blank_flag"),
        Presence::List | Presence::Flag | Presence::Optional => None,
    }
}

/// Whether a field has the words of another set.
fn known_to_set(set: &AttributeSet, field: &Attribute) -> bool {
    set.subset_of.is_some() && field.slot.is_none()
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
    let (slot, method) = (looking(set, field), Ident::new(method, span));
    quote_spanned!(span=> #ident: #slot.#method(#reading)?)
}

/// Returns the constant of a field, with the attribute of its sibling, which may be anywhere in the message.
fn looking(set: &AttributeSet, field: &Attribute) -> TokenStream {
    let constant = slot(set, field, true);
    let Some(sibling) = set.sibling(field) else {
        return constant;
    };
    let (span, reading) = (at(&field.ty), quote!(__r));
    let method = match sibling.presence {
        Presence::Required => "look",
        Presence::Optional => "look_some",
        Presence::List => "look_list",
        Presence::Flag => "look_flag",
    };
    let (method, sibling) = (Ident::new(method, span), slot(set, sibling, true));
    quote_spanned!(span=> #constant.beside(&#sibling.#method(#reading)?))
}

/// Writes the arm that decodes one attribute.
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
    let (slot, ident) = (looking(set, field), &field.ident);
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

/// Returns the pattern of an attribute. In a subset, the number is a constant of the set.
pub(super) fn expand_number(set: &AttributeSet, field: &Attribute) -> TokenStream {
    let number = field.slot.as_ref().and_then(|slot| slot.number);
    if let Some(number) = number {
        return Literal::u16_unsuffixed(number).to_token_stream();
    }
    if !subset::is_generic(set) {
        return number_constant(set, field).to_token_stream();
    }
    let number = subset::expand_number(set, field);
    quote!(__number if __number == const { #number })
}

/// Writes the numbers of the attributes of a subset as constants, for use in patterns.
pub(super) fn expand_numbers(set: &AttributeSet) -> Option<TokenStream> {
    if subset::is_generic(set) || attributes(set).next().is_none() {
        return None;
    }
    subset::expand_numbers(set, |field| number_constant(set, field))
}

/// Names such a constant. The name is short, as its value is written after it.
fn number_constant(set: &AttributeSet, field: &Attribute) -> Ident {
    let index = attributes(set).position(|other| core::ptr::eq(other, field));
    format_ident!("_{}", index.unwrap_or_default(), span = at(&field.constant))
}
