//! The table of attributes, for rustdoc alone.
//!
//! A derive cannot add to the comment above its struct. So the table is the comment of the implementation, the first that rustdoc
//! lists below the fields. On a block without items rustdoc would say that nothing in it is public.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::{GenericArgument, PathArguments, Type, TypePath};

use super::attributes;
use super::slots::hint_name;
use crate::expand::docs::{brief, for_rustdoc, shown, table};
use crate::model::{Attribute, AttributeSet, CheckKind, Payload, Presence, Repeat, Slot};

/// A type of a field may be private. A link to it is worth no warning.
pub(super) fn expand_table(set: &AttributeSet) -> Option<TokenStream> {
    attributes(set).next()?;
    let text = match &set.subset_of {
        Some(of) => subset_table(set, of),
        None => set_table(set),
    };
    let doc = for_rustdoc(&text);
    Some(quote! {
        #doc
        #[cfg_attr(doc, allow(rustdoc::private_intra_doc_links))]
    })
}

fn set_table(set: &AttributeSet) -> String {
    let rows = attributes(set).filter_map(|field| {
        let slot = field.slot.as_ref()?;
        Some([
            slot.number?.to_string(),
            format!("`{}`", slot.name),
            payload(set, field, slot),
            order(field, slot).to_owned(),
            limits(slot),
        ])
    });
    let head = ["number", "attribute", "payload", "byte order", "limits"];
    format!("The attributes on the wire:\n\n{}", table(head, rows))
}

/// The numbers of a subset are known to its set.
fn subset_table(set: &AttributeSet, of: &Type) -> String {
    let rows = attributes(set).map(|field| {
        let constant = field.constant.to_string().to_lowercase();
        let name = constant.trim_start_matches('_').replace('_', "-");
        let (payload, limits) = match &field.slot {
            Some(slot) => (payload(set, field, slot), limits(slot)),
            None if set.mixed && field.presence == Presence::Flag => {
                ("flag".to_owned(), String::new())
            }
            None => (linked(set, &field.ty), String::new()),
        };
        [format!("`{name}`"), payload, limits]
    });
    let table = table(["attribute", "type", "limits"], rows);
    let text = brief(of);
    let table_of = target(set, of).map(|target| {
        format!(
            "The [table of `{text}`]({target}#trait-implementations) shows the numbers and encodings."
        )
    });
    let superset = linked(set, of);
    let table_of = table_of.unwrap_or_default();
    format!("A subset of {superset}. {table_of}\n\n{table}")
}

/// The type, as a link to its page if it has one: of an enumeration, that page has the width.
fn linked(set: &AttributeSet, ty: &Type) -> String {
    let text = brief(inside(ty, &["Box"]));
    match target(set, inside(ty, &["Box", "Vec"])) {
        Some(target) => format!("[`{text}`]({target})"),
        None => format!("`{text}`"),
    }
}

/// What rustdoc looks the type up by, unless it cannot find it or everybody knows it. `$crate` is no name in a comment.
fn target(set: &AttributeSet, ty: &Type) -> Option<String> {
    let Type::Path(TypePath {
        qself: None, path, ..
    }) = ty
    else {
        return None;
    };
    let first = &path.segments.first()?.ident;
    let mut parameters = set.generics.type_params();
    let is_parameter = parameters.any(|parameter| parameter.ident == *first);
    let text = shown(path);
    if is_parameter || first == "$crate" || is_integer(&text) || text == "bool" {
        return None;
    }
    let path = text.split('<').next()?.trim_end_matches("::");
    Some(format!("type@{path}"))
}

/// The type in boxes and lists that have one of these names.
fn inside<'a>(ty: &'a Type, names: &[&str]) -> &'a Type {
    let Type::Path(path) = ty else {
        return ty;
    };
    let last = path.path.segments.last();
    let around = last.filter(|last| names.iter().any(|name| last.ident == name));
    let argument = around.and_then(|last| match &last.arguments {
        PathArguments::AngleBracketed(arguments) => arguments.args.first(),
        _ => None,
    });
    match argument {
        Some(GenericArgument::Type(inner)) => inside(inner, names),
        _ => ty,
    }
}

/// The type of one payload.
fn element(field: &Attribute) -> &Type {
    field.element.as_ref().unwrap_or(&field.ty)
}

fn payload(set: &AttributeSet, field: &Attribute, slot: &Slot) -> String {
    let ty = linked(set, element(field));
    let one = match slot.payload {
        Payload::Plain => plain(set, element(field)),
        Payload::U8 => format!("{ty} in 1 byte"),
        Payload::Unterminated => "string without a NUL".to_owned(),
        Payload::Flag => "flag".to_owned(),
        Payload::Flags | Payload::FlagsBigEndian => format!("flags {ty}"),
        Payload::FlagsUint => format!("flags {ty}, 4 or 8 bytes"),
        Payload::Nest => format!("nest of {ty}"),
        Payload::Uint => "`uint`, 4 or 8 bytes".to_owned(),
        Payload::Sint => "`sint`, 4 or 8 bytes".to_owned(),
        Payload::BigEndian | Payload::Bitfield32 => ty,
        Payload::CStruct => format!("C struct {ty}"),
        Payload::With => {
            let codec = slot.codec.as_ref().map(ToTokens::to_token_stream);
            let sibling = slot.sibling.as_ref();
            let sibling = sibling.map_or_else(String::new, |it| format!(" and `{it}`"));
            format!("{ty}, encoded by `{}`{sibling}", shown(&codec))
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
        Some(Repeat::IndexedZero) => format!("{one}, each with index 0"),
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

fn plain(set: &AttributeSet, ty: &Type) -> String {
    let text = shown(ty);
    let last = text.rsplit("::").next().unwrap_or(&text);
    match last {
        "Ipv4Addr" => "IPv4 address".to_owned(),
        "Ipv6Addr" => "IPv6 address".to_owned(),
        "IpAddr" => "IPv4 or IPv6 address".to_owned(),
        "String" | "CString" => "string".to_owned(),
        "Vec<u8>" | "Bytes" => "binary".to_owned(),
        _ if text.starts_with('&') && text.ends_with("[u8]") => "binary".to_owned(),
        _ if text.starts_with('&') => "string".to_owned(),
        _ => match text
            .strip_prefix("[u8;")
            .and_then(|text| text.strip_suffix(']'))
        {
            Some(length) => format!("`{}` bytes", length.trim()),
            None => linked(set, ty),
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
        Payload::Plain => match shown(element(field)).as_str() {
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
        let is_number = bound.starts_with(|first: char| first.is_ascii_digit() || first == '-');
        let bound = if is_number {
            bound
        } else {
            format!("`{bound}`")
        };
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
