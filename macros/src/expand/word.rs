//! The words of a field as types of the runtime.

use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote};
use syn::Path;

use crate::model::{Payload, Repeat, Slot};

/// Returns the word of the whole field, as a type.
pub(super) fn word(krate: &Path, slot: &Slot) -> TokenStream {
    let payload = payload(krate, slot);
    let Some(repeat) = &slot.repeat else {
        return payload;
    };
    // `Plain` is the default of the parameter.
    let element = (slot.payload != Payload::Plain).then_some(&payload);
    let list = match repeat {
        Repeat::Indexed(from) => {
            let from = Literal::u16_unsuffixed(*from);
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

/// Returns the word of a payload, or of the payload of each element.
pub(super) fn payload(krate: &Path, slot: &Slot) -> TokenStream {
    let word = format_ident!("{}", name(slot.payload));
    match (slot.payload, &slot.codec, &slot.sibling) {
        (Payload::With, codec, Some(_)) => quote!(#krate::word::WithSibling<#codec>),
        (Payload::With, codec, None) => quote!(#krate::word::#word<#codec>),
        _ => quote!(#krate::word::#word),
    }
}

/// Returns the name of a word in the runtime.
pub(super) const fn name(payload: Payload) -> &'static str {
    match payload {
        Payload::Plain => "Plain",
        Payload::U8 => "U8",
        Payload::BigEndian => "BigEndian",
        Payload::Unterminated => "Unterminated",
        Payload::Flag => "Flag",
        Payload::Flags => "Flags",
        Payload::FlagsBigEndian => "FlagsBigEndian",
        Payload::FlagsUint => "FlagsUint",
        Payload::Nest => "Nest",
        Payload::Uint => "Uint",
        Payload::Sint => "Sint",
        Payload::Bitfield32 => "Bitfield32",
        Payload::CStruct => "CStruct",
        Payload::With => "With",
    }
}
