//! The names of values of enumerations and flags.

use genl::description::Kind;

/// Returns the named values of a kind, or of its elements. Empty if it has no names.
pub(crate) fn of(kind: &Kind) -> Vec<(&'static str, i128)> {
    match kind {
        Kind::Enumeration(_, names) => {
            let entries = names.entries.iter();
            entries.map(|entry| (entry.name, entry.value)).collect()
        }
        Kind::Flags(_, names) | Kind::Bitfield32(names) => {
            let flags = names.iter();
            flags
                .map(|flag| (flag.rust_name, flag.bits.into()))
                .collect()
        }
        Kind::Array(element)
        | Kind::Multi(element)
        | Kind::Indexed(_, element)
        | Kind::Keyed(_, element) => of(element),
        _ => Vec::new(),
    }
}

/// Returns whether the values are bits.
pub(crate) fn is_flags(kind: &Kind) -> bool {
    match kind {
        Kind::Flags(..) | Kind::Bitfield32(_) => true,
        Kind::Array(element)
        | Kind::Multi(element)
        | Kind::Indexed(_, element)
        | Kind::Keyed(_, element) => is_flags(element),
        _ => false,
    }
}
