//! The table of attributes, for rustdoc alone: a derive cannot add to the comment above its struct.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote_spanned};

use super::slots::hint_name;
use super::{attributes, named};
use crate::expand::at;
use crate::expand::docs::shown;
use crate::model::{Attribute, AttributeSet, CheckKind, Payload, Presence, Repeat, Slot};

pub(super) fn expand_table(set: &AttributeSet) -> Option<TokenStream> {
    let table = match &set.subset_of {
        Some(subset) => subset_table(set, &shown(subset)),
        None => set_table(set),
    };
    attributes(set).next()?;
    let ident = named(&set.ident);
    let (parameters, arguments, bounds) = set.generics.split_for_impl();
    Some(quote_spanned! {at(&set.ident)=>
        #[cfg(doc)]
        #[doc = #table]
        impl #parameters #ident #arguments #bounds {}
    })
}

fn set_table(set: &AttributeSet) -> String {
    let head = "| number | attribute | payload | byte order | limits |\n|---|---|---|---|---|";
    let rows = attributes(set).filter_map(|field| {
        let slot = field.slot.as_ref()?;
        let (number, name) = (slot.number?, &slot.name);
        let (payload, order) = (payload(field, slot), order(field, slot));
        let limits = limits(slot);
        Some(format!(
            "| {number} | `{name}` | {payload} | {order} | {limits} |"
        ))
    });
    lines(head, rows)
}

/// The numbers of a subset are known to its set.
fn subset_table(set: &AttributeSet, of: &str) -> String {
    let head = "| attribute | type |\n|---|---|";
    let rows = attributes(set).map(|field| {
        let constant = field.constant.to_string().to_lowercase();
        let name = constant.trim_start_matches('_').replace('_', "-");
        match &field.slot {
            Some(slot) => format!("| `{name}` | {} {} |", payload(field, slot), limits(slot)),
            None if set.mixed && field.presence == Presence::Flag => format!("| `{name}` | flag |"),
            None => format!("| `{name}` | `{}` |", shown(&field.ty)),
        }
    });
    let table = lines(head, rows);
    format!("Numbers, words and checks are those of `{of}`.\n\n{table}")
}

fn lines(head: &str, rows: impl Iterator<Item = String>) -> String {
    let rows = rows.collect::<Vec<_>>().join("\n");
    format!("{head}\n{rows}")
}

/// The type of one payload.
fn element(field: &Attribute) -> String {
    shown(field.element.as_ref().unwrap_or(&field.ty))
}

fn payload(field: &Attribute, slot: &Slot) -> String {
    let ty = element(field);
    let one = match slot.payload {
        Payload::Plain => plain(&ty),
        Payload::U8 => format!("`{ty}`, a byte"),
        Payload::Unterminated => "string without a NUL".to_owned(),
        Payload::Flag => "flag".to_owned(),
        Payload::Flags | Payload::FlagsBigEndian => format!("flags `{ty}`"),
        Payload::FlagsUint => format!("flags `{ty}`, 4 or 8 bytes"),
        Payload::Nest => format!("nest of `{ty}`"),
        Payload::Uint => "`uint`, 4 or 8 bytes".to_owned(),
        Payload::Sint => "`sint`, 4 or 8 bytes".to_owned(),
        Payload::BigEndian | Payload::Bitfield32 => format!("`{ty}`"),
        Payload::CStruct => format!("C struct `{ty}`"),
        Payload::With => {
            let codec = slot.codec.as_ref().map(ToTokens::to_token_stream);
            let sibling = slot.sibling.as_ref();
            let sibling = sibling.map_or_else(String::new, |it| format!(" and `{it}`"));
            format!("`{ty}` by `{}`{sibling}", shown(&codec))
        }
    };
    let one = match slot.hint {
        Some(hint) => format!("{one} (`{}`)", hint_name(hint)),
        None => one,
    };
    let list = match &slot.repeat {
        None => one,
        Some(Repeat::Multi) => format!("{one}, repeated"),
        Some(Repeat::Array) => format!("array of {one}"),
        Some(Repeat::Indexed(from)) => format!("{one}, indexed from {from}"),
        Some(Repeat::IndexedZero) => format!("{one}, indexed by 0"),
        Some(Repeat::IndexedKept) => format!("{one}, indexed"),
        Some(Repeat::Keyed(keys)) => format!("{one}, keyed by {}", keys.join(", ")),
    };
    if field.presence == Presence::List && slot.repeat != Some(Repeat::Multi) {
        return format!("{list}, absent when empty");
    }
    list
}

const ADDRESSES: [&str; 3] = ["Ipv4Addr", "Ipv6Addr", "IpAddr"];

fn is_integer(ty: &str) -> bool {
    let digits = ty.trim_start_matches(['u', 'i']);
    digits.len() < ty.len() && digits.parse::<u8>().is_ok()
}

fn plain(ty: &str) -> String {
    let last = ty.rsplit("::").next().unwrap_or(ty);
    match last {
        "Ipv4Addr" => "IPv4 address".to_owned(),
        "Ipv6Addr" => "IPv6 address".to_owned(),
        "IpAddr" => "IPv4 or IPv6 address".to_owned(),
        "String" | "CString" => "string".to_owned(),
        "Vec<u8>" | "Bytes" => "binary".to_owned(),
        _ if ty.starts_with('&') && ty.ends_with("[u8]") => "binary".to_owned(),
        _ if ty.starts_with('&') => "string".to_owned(),
        _ => match ty.strip_prefix("[u8;").and_then(|ty| ty.strip_suffix(']')) {
            Some(length) => format!("`{}` bytes", length.trim()),
            None => format!("`{ty}`"),
        },
    }
}

fn order(field: &Attribute, slot: &Slot) -> &'static str {
    match slot.payload {
        Payload::BigEndian | Payload::FlagsBigEndian => "network",
        Payload::Flags
        | Payload::FlagsUint
        | Payload::Uint
        | Payload::Sint
        | Payload::Bitfield32 => "host",
        Payload::Plain => match element(field).as_str() {
            "u8" | "i8" => "",
            ty if is_integer(ty) => "host",
            ty if ADDRESSES.iter().any(|address| ty.ends_with(address)) => "network",
            _ => "",
        },
        _ => "",
    }
}

fn limits(slot: &Slot) -> String {
    let limits = slot.checks.iter().map(|check| {
        let bound = shown(&check.bound);
        match check.kind {
            CheckKind::Min => format!("at least {bound}"),
            CheckKind::Max => format!("at most {bound}"),
            CheckKind::MinLen => format!("at least {bound} bytes"),
            CheckKind::MaxLen => format!("at most {bound} bytes"),
            CheckKind::ExactLen => format!("{bound} bytes"),
        }
    });
    limits.collect::<Vec<_>>().join(", ")
}
