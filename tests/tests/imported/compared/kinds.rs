//! Kinds of payloads in few words, in which equal ones are equal.

use genl::description::{Attribute, ByteOrder, Checks, Integer, Kind};

pub(super) fn kind(kind: &Kind) -> String {
    match kind {
        Kind::Integer(found) => integer(found),
        Kind::Enumeration(found, _) => format!("enum {}", integer(found)),
        Kind::Flags(found, _) => format!("flags {}", integer(found)),
        Kind::Struct(found) => format!("Struct({})", found.size),
        Kind::Bitfield32(_) => "bitfield32".to_owned(),
        Kind::Nest(set) if set.mixed => "mixed nest".to_owned(),
        Kind::Nest(_) => "nest".to_owned(),
        Kind::Multi(element) => format!("multi {}", self::kind(element)),
        Kind::Array(element) => format!("array {}", self::kind(element)),
        Kind::Indexed(_, element) => format!("indexed {}", self::kind(element)),
        Kind::Keyed(keys, element) => format!("keyed({}) {}", keys.join(", "), self::kind(element)),
        other => format!("{other:?}"),
    }
}

fn integer(integer: &Integer) -> String {
    let sign = if integer.signed { 'i' } else { 'u' };
    if integer.variable {
        return if integer.signed { "sint" } else { "uint" }.to_owned();
    }
    let order = if integer.order == ByteOrder::Network {
        " big-endian"
    } else {
        ""
    };
    format!("{sign}{}{order}", integer.bytes * 8)
}

pub(super) fn checks(checks: &Checks) -> String {
    let mut words = Vec::new();
    words.extend(checks.min.map(|min| format!("min {min}")));
    words.extend(checks.max.map(|max| format!("max {max}")));
    words.extend((checks.min_len > 0).then(|| format!("min-len {}", checks.min_len)));
    words.extend((checks.max_len < usize::MAX).then(|| format!("max-len {}", checks.max_len)));
    if words.is_empty() {
        "none".to_owned()
    } else {
        words.join(" ")
    }
}

pub(super) fn hint(attribute: &Attribute) -> String {
    attribute
        .display_hint
        .map_or_else(|| "none".to_owned(), |hint| format!("{hint:?}"))
}

/// The values with names, as `name=value`.
pub(super) fn names(kind: &Kind) -> Vec<String> {
    match kind {
        Kind::Enumeration(_, names) => names
            .entries
            .iter()
            .map(|entry| format!("{}={}", entry.name, entry.value))
            .collect(),
        Kind::Flags(_, flags) | Kind::Bitfield32(flags) => flags
            .iter()
            .map(|flag| format!("{}={:#x}", flag.rust_name, flag.bits))
            .collect(),
        Kind::Multi(element)
        | Kind::Array(element)
        | Kind::Indexed(_, element)
        | Kind::Keyed(_, element) => self::names(element),
        _ => Vec::new(),
    }
}
