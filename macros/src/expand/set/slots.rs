//! One constant per field: its number, name, word and checks, for the codec and for subsets.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::{Expr, Ident, Lit};

use super::subset::root_slot;
use super::{attributes, named};
use crate::expand::word::{name, word};
use crate::expand::{at, generics, path_at};
use crate::model::{
    Attribute, AttributeSet, Check, CheckKind, Hint, Payload, Presence, Repeat, Slot,
};

/// Writes the constants of the fields. A subset has constants for fields with words of their own.
pub(in crate::expand) fn slot_constants(set: &AttributeSet) -> TokenStream {
    let constants = attributes(set)
        .filter_map(|field| {
            field
                .slot
                .as_ref()
                .map(|slot| expand_slot(set, field, slot))
        })
        .collect::<Vec<_>>();
    if constants.is_empty() {
        return TokenStream::new();
    }
    let ident = named(&set.ident);
    let generics = generics::bounded(set);
    let (parameters, _, bounds) = generics.split_for_impl();
    let (_, arguments, _) = set.generics.split_for_impl();
    quote_spanned! {at(&set.ident)=>
        #[doc(hidden)]
        impl #parameters #ident #arguments #bounds {
            #(#constants)*
        }
    }
}

fn expand_slot(set: &AttributeSet, field: &Attribute, slot: &Slot) -> TokenStream {
    let (krate, Attribute { vis, ty, .. }) = (&set.krate, field);
    let constant = named(&field.constant);
    let called = match slot.number.map(proc_macro2::Literal::u16_unsuffixed) {
        Some(number) => {
            let name = &slot.name;
            quote!(#number, #name)
        }
        None => root_slot(set, field, &TokenStream::new()),
    };
    let declared = expand_declared(set, field, slot);
    let krate = path_at(krate, at(ty));
    let keys = keys(field, slot);
    let checks = slot.checks.iter().map(|check| expand_check(field, check));
    let hint = slot.hint.map(|hint| expand_hint(field, hint));
    let checks = keys
        .into_iter()
        .chain(checks)
        .chain(hint)
        .collect::<Vec<_>>();
    let checked = (!checks.is_empty()).then(|| quote!(, #(#checks)*));
    quote_spanned! {at(ty)=>
        #vis const #constant: #declared = #krate::nla!(#called #checked).slot();
    }
}

/// Returns the type of the constant, made of the type of the field and of its word.
fn expand_declared(set: &AttributeSet, field: &Attribute, slot: &Slot) -> TokenStream {
    let (krate, ty, span) = (&set.krate, &field.ty, at(&field.ty));
    let root = path_at(krate, span);
    let word = word(krate, slot);
    match (field.presence, &slot.repeat, slot.payload) {
        (Presence::Flag, ..) => quote_spanned!(span=> #root::at::Flag<#ty>),
        (Presence::List, Some(Repeat::Multi), Payload::Nest) => {
            quote_spanned!(span=> #root::at::MultiNest<#ty>)
        }
        (Presence::List, repeat, _) if *repeat != Some(Repeat::Multi) => {
            quote_spanned!(span=> #root::ListOf<#ty, #krate::word::OmitEmpty<#word>>)
        }
        (_, Some(_), _) => quote_spanned!(span=> #root::ListOf<#ty, #word>),
        (_, None, Payload::Plain) => quote_spanned!(span=> #root::SlotOf<#ty>),
        (_, None, Payload::With) => {
            let codec = &slot.codec;
            let sibling = set.sibling(field).map(generics::declared);
            sibling.map_or_else(
                || quote_spanned!(span=> #root::at::With<#ty, #codec>),
                |sibling| quote_spanned!(span=> #root::at::WithSibling<#ty, #codec, #sibling>),
            )
        }
        (_, None, payload) => {
            let word = Ident::new(name(payload), span);
            quote_spanned!(span=> #root::at::#word<#ty>)
        }
    }
}

/// Gives all tokens of the constant the place of the type, so that rustc reports a wrong type once.
fn keys(field: &Attribute, slot: &Slot) -> Option<TokenStream> {
    match &slot.repeat {
        Some(Repeat::Keyed(keys)) => Some(quote_spanned!(at(&field.ty)=> .keys(&[#(#keys),*]))),
        _ => None,
    }
}

/// Writes a bound, whose expression may have any integer type. The call has the place of the type, as `keys` has.
fn expand_check(field: &Attribute, check: &Check) -> TokenStream {
    let bound = &check.bound;
    let cast = !is_literal(bound);
    let (method, arguments) = match check.kind {
        CheckKind::Min if cast => ("min_of", cast_bound(bound)),
        CheckKind::Max if cast => ("max_of", cast_bound(bound)),
        CheckKind::Min => ("min", quote!(#bound)),
        CheckKind::Max => ("max", quote!(#bound)),
        CheckKind::MinLen if cast => ("min_len_of", cast_bound(bound)),
        CheckKind::MaxLen if cast => ("max_len_of", cast_bound(bound)),
        CheckKind::ExactLen if cast => ("exact_len_of", cast_bound(bound)),
        CheckKind::MinLen => ("min_len", quote!(#bound)),
        CheckKind::MaxLen => ("max_len", quote!(#bound)),
        CheckKind::ExactLen => ("exact_len", quote!(#bound)),
    };
    let span = at(&field.ty);
    let method = Ident::new(method, span);
    quote_spanned!(span=> .#method(#arguments))
}

/// Returns the method for a hint, which has the name of the hint.
fn expand_hint(field: &Attribute, hint: Hint) -> TokenStream {
    let span = at(&field.ty);
    let method = Ident::new(hint_name(hint), span);
    quote_spanned!(span=> .#method())
}

pub(in crate::expand) const fn hint_name(hint: Hint) -> &'static str {
    match hint {
        Hint::Mac => "mac",
        Hint::Hex => "hex",
        Hint::Uuid => "uuid",
        Hint::Fourcc => "fourcc",
        Hint::Ipv4 => "ipv4",
        Hint::Ipv6 => "ipv6",
    }
}

fn cast_bound(bound: &Expr) -> TokenStream {
    quote_spanned!(at(bound)=> &(#bound), (#bound) as i128)
}

fn is_literal(bound: &Expr) -> bool {
    match bound {
        Expr::Lit(literal) => {
            matches!(&literal.lit, Lit::Int(literal) if literal.suffix().is_empty())
        }
        Expr::Unary(unary) => is_literal(&unary.expr),
        _ => false,
    }
}
