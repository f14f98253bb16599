//! `display_hint`: the form in which a value is shown.

use proc_macro2::{Ident, TokenStream};
use syn::Type;

use super::names::nearest;
use super::sentences::{is_for, listed};
use super::types::{Known, is, known, peel};
use super::values::{check_ident, literal};
use crate::errors::Errors;
use crate::model::Hint;
use crate::rules::Rule;
use crate::syntax::args::{Word, WordValue};

/// A hint, by its name.
pub(super) type Named = (&'static str, Hint);

/// The hints of an attribute.
pub(super) const HINTS: [Named; 4] = [
    ("mac", Hint::Mac),
    ("hex", Hint::Hex),
    ("uuid", Hint::Uuid),
    ("fourcc", Hint::Fourcc),
];

/// The hints of a member of a C struct, whose bytes may be an IP address.
pub(super) const MEMBER_HINTS: [Named; 6] = [
    ("mac", Hint::Mac),
    ("hex", Hint::Hex),
    ("uuid", Hint::Uuid),
    ("fourcc", Hint::Fourcc),
    ("ipv4", Hint::Ipv4),
    ("ipv6", Hint::Ipv6),
];

/// Display hints of YNL for which a field has a type of its own.
const TYPES: [(&str, &str); 3] = [
    (
        "ipv4",
        "write the type `Ipv4Addr`, and remove `display_hint`",
    ),
    (
        "ipv6",
        "write the type `Ipv6Addr`, and remove `display_hint`",
    ),
    (
        "ipv4_or_v6",
        "write the type `IpAddr`, and remove `display_hint`",
    ),
];

/// Returns the hint that the word has as its value.
pub(super) fn check_hint(word: &Word, hints: &[Named], errors: &mut Errors) -> Option<Hint> {
    let has = |name: &str| hints.iter().any(|(hint, _)| *hint == name);
    if let Some((value, name, help)) = typed(word) {
        if !has(name) {
            let message = format!("an IP address needs no display hint\nhelp: {help}");
            errors.push(Rule::HintUnknown, value, message);
            return None;
        }
    }
    let names = hints.iter().map(|(name, _)| (*name).to_owned());
    let ident = check_ident(word, "a display hint", &names.collect::<Vec<_>>(), errors)?;
    let name = ident.to_string();
    let known = hints.iter().find(|(known, _)| *known == name);
    if known.is_none() {
        let near = nearest(&name, hints.iter().map(|(hint, _)| *hint));
        let help = near.map_or_else(
            || {
                format!(
                    "the hints are {}",
                    listed(hints.iter().map(|(hint, _)| *hint))
                )
            },
            |near| format!("a hint with a similar name exists: `{near}`"),
        );
        let message = format!("unknown display hint `{name}`\nhelp: {help}");
        errors.push(Rule::HintUnknown, ident, message);
    }
    known.map(|(_, hint)| *hint)
}

/// Returns a hint of YNL for which there is a type, even if it is in quotes or has dashes, and what to write for it.
fn typed(word: &Word) -> Option<(&TokenStream, &'static str, &'static str)> {
    let WordValue::Assigned(value) = &word.value else {
        return None;
    };
    let written = value.to_string().replace([' ', '"'], "").replace('-', "_");
    let ty = TYPES.iter().find(|(hint, _)| *hint == written);
    ty.map(|(name, help)| (value, *name, *help))
}

/// Whether values of the type can have this form. It is `plain` if no word gives it another encoding.
pub(super) fn check_form_of(
    hint: Hint,
    word: &Ident,
    ty: &Type,
    plain: bool,
    errors: &mut Errors,
) -> bool {
    let kind = known(ty);
    let integer = matches!(kind, Known::Integer { .. });
    let of_bytes = |bytes| is_bytes(kind) && may_have(ty, bytes);
    let (fits, what) = match hint {
        Hint::Mac => (of_bytes(6), "6 bytes, as in `[u8; 6]`"),
        Hint::Uuid | Hint::Ipv6 => (of_bytes(16), "16 bytes, as in `[u8; 16]`"),
        Hint::Hex => (is_bytes(kind) || integer, "integers and bytes"),
        Hint::Fourcc => (is(ty, "u32"), "a `u32`"),
        Hint::Ipv4 => (of_bytes(4), "4 bytes, as in `[u8; 4]`"),
    };
    let fits = plain && (fits || kind == Known::Other);
    if !fits {
        let name = MEMBER_HINTS.iter().find(|(_, known)| *known == hint);
        let name = name.map_or("", |(name, _)| name);
        let fault = is_for(name, what, ty);
        let message = format!("the display hint {fault}\nhelp: remove `{word}`");
        errors.push(Rule::HintMisfit, word, message);
    }
    fits
}

fn is_bytes(kind: Known) -> bool {
    matches!(kind, Known::Binary | Known::Array)
}

/// Whether the type may have this many bytes. An array with a constant as its length may.
fn may_have(ty: &Type, bytes: i128) -> bool {
    match peel(ty) {
        Type::Array(array) => literal(&array.len).is_none_or(|length| length == bytes),
        _ => true,
    }
}
