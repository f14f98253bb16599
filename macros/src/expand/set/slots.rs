//! One constant for each field: what the codec is told, and what subsets take.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote, quote_spanned};
use syn::{Expr, Lit, Path};

use super::{attributes, named};
use crate::expand::at;
use crate::model::{Attribute, AttributeSet, Check, CheckKind, Payload, Repeat, Slot};

/// The constants of the fields; nothing in a subset.
pub(in crate::expand) fn slot_constants(set: &AttributeSet) -> TokenStream {
    let constants = attributes(set)
        .filter_map(|field| {
            field
                .slot
                .as_ref()
                .map(|slot| expand_slot(&set.krate, field, slot))
        })
        .collect::<Vec<_>>();
    if constants.is_empty() {
        return TokenStream::new();
    }
    let ident = named(&set.ident);
    let (parameters, arguments, bounds) = set.generics.split_for_impl();
    quote_spanned! {at(&set.ident)=>
        #[doc(hidden)]
        impl #parameters #ident #arguments #bounds {
            #(#constants)*
        }
    }
}

fn expand_slot(krate: &Path, field: &Attribute, slot: &Slot) -> TokenStream {
    let Attribute { vis, ty, .. } = field;
    let constant = named(&field.constant);
    let (number, name) = (
        proc_macro2::Literal::u16_unsuffixed(slot.number),
        &slot.name,
    );
    let plain = slot.repeat.is_none() && slot.payload == Payload::Plain;
    let word = (!plain).then(|| word(krate, slot));
    let word = word.into_iter();
    let keys = keys(slot);
    let checks = slot.checks.iter().map(expand_check);
    quote_spanned! {at(ty)=>
        #vis const #constant: #krate::Slot<#ty #(, #word)*> =
            #krate::Slot::new(#number, #name) #keys #(#checks)*;
    }
}

fn keys(slot: &Slot) -> Option<TokenStream> {
    match &slot.repeat {
        Some(Repeat::Keyed(keys)) => Some(quote!(.keys(&[#(#keys),*]))),
        _ => None,
    }
}

/// Bounds of any integer type fit, those of values after a cast.
fn expand_check(check: &Check) -> TokenStream {
    let bound = &check.bound;
    let span = at(bound);
    let bound = if is_literal(bound) || !matches!(check.kind, CheckKind::Min | CheckKind::Max) {
        bound.to_token_stream()
    } else {
        quote_spanned!(span=> (#bound) as i128)
    };
    match check.kind {
        CheckKind::Min => quote_spanned!(span=> .min(#bound)),
        CheckKind::Max => quote_spanned!(span=> .max(#bound)),
        CheckKind::MinLen => quote_spanned!(span=> .min_len(#bound)),
        CheckKind::MaxLen => quote_spanned!(span=> .max_len(#bound)),
        CheckKind::ExactLen => quote_spanned!(span=> .exact_len(#bound)),
    }
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

/// The word of the whole field, as a type.
pub(in crate::expand) fn word(krate: &Path, slot: &Slot) -> TokenStream {
    let payload = payload(krate, slot);
    let Some(repeat) = &slot.repeat else {
        return payload;
    };
    // `Plain` is what a list is of by default.
    let element = (slot.payload != Payload::Plain).then_some(&payload);
    let list = match repeat {
        Repeat::Indexed(from) => {
            let from = proc_macro2::Literal::u16_unsuffixed(*from);
            let element = element.into_iter();
            return quote!(#krate::word::Indexed<#from #(, #element)*>);
        }
        Repeat::Multi => quote!(Multi),
        Repeat::IndexedZero => quote!(IndexedZero),
        Repeat::Array => quote!(Array),
        Repeat::IndexedKept => quote!(IndexedKept),
        Repeat::Keyed(keys) if keys.len() > 1 => quote!(Keyed2),
        Repeat::Keyed(_) => quote!(Keyed1),
    };
    let element = element.map(|element| quote!(<#element>));
    quote!(#krate::word::#list #element)
}

/// The word of a payload, or of each element's.
pub(in crate::expand) fn payload(krate: &Path, slot: &Slot) -> TokenStream {
    match slot.payload {
        Payload::Plain => quote!(#krate::word::Plain),
        Payload::BigEndian => quote!(#krate::word::BigEndian),
        Payload::Unterminated => quote!(#krate::word::Unterminated),
        Payload::Flag => quote!(#krate::word::Flag),
        Payload::Flags => quote!(#krate::word::Flags),
        Payload::FlagsBigEndian => quote!(#krate::word::FlagsBigEndian),
        Payload::FlagsUint => quote!(#krate::word::FlagsUint),
        Payload::Nest => quote!(#krate::word::Nest),
        Payload::Uint => quote!(#krate::word::Uint),
        Payload::Sint => quote!(#krate::word::Sint),
        Payload::Bitfield32 => quote!(#krate::word::Bitfield32),
        Payload::CStruct => quote!(#krate::word::CStruct),
        Payload::With => {
            let codec = &slot.codec;
            quote!(#krate::word::With<#codec>)
        }
    }
}
