//! `display_hint`: the form that people know a value by.

use proc_macro2::TokenStream;
use syn::Type;

use super::words::Words;
use crate::check::names::nearest;
use crate::check::types::{Known, is, known, peel, shown};
use crate::check::values::{check_ident, literal};
use crate::errors::Errors;
use crate::model::{Hint, Payload};
use crate::rules::Rule;
use crate::syntax::args::{Word, WordValue};

const HINTS: [(&str, Hint); 4] = [
    ("mac", Hint::Mac),
    ("hex", Hint::Hex),
    ("uuid", Hint::Uuid),
    ("fourcc", Hint::Fourcc),
];

/// Forms of YNL that the type of a field says.
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

pub(super) fn check_hint(word: &Word, errors: &mut Errors) -> Option<Hint> {
    if let Some((value, help)) = said_by_type(word) {
        let message = format!("the type of the field says this display hint\nhelp: {help}");
        errors.push(Rule::HintUnknown, value, message);
        return None;
    }
    let names = HINTS.map(|(name, _)| name.to_owned());
    let ident = check_ident(word, "a display hint", &names, errors)?;
    let name = ident.to_string();
    let known = HINTS.iter().find(|(known, _)| *known == name);
    if known.is_none() {
        let near = nearest(&name, HINTS.map(|(hint, _)| hint));
        let help = near.map_or_else(
            || "the hints are `mac`, `hex`, `uuid` and `fourcc`".to_owned(),
            |near| format!("a hint with a similar name exists: `{near}`"),
        );
        let message = format!("unknown display hint `{name}`\nhelp: {help}");
        errors.push(Rule::HintUnknown, ident, message);
    }
    known.map(|(_, hint)| *hint)
}

/// What to write for a hint of YNL's that is a type here, be it in quotes and with dashes.
fn said_by_type(word: &Word) -> Option<(&TokenStream, &'static str)> {
    let WordValue::Assigned(value) = &word.value else {
        return None;
    };
    let written = value.to_string().replace([' ', '"'], "").replace('-', "_");
    let ty = TYPES.iter().find(|(hint, _)| *hint == written);
    ty.map(|(_, help)| (value, *help))
}

/// Whether values of the type can have the form.
pub(super) fn check_hinted(ty: &Type, words: &Words, errors: &mut Errors) {
    let (Some(hint), Some(word)) = (words.hint.get(), words.hint.word()) else {
        return;
    };
    // A codec of the author's makes of any type what it likes.
    if words.payload.get() == Some(&Payload::With) {
        return;
    }
    let plain = matches!(
        words.payload.get(),
        None | Some(Payload::BigEndian | Payload::Uint | Payload::Sint)
    );
    let kind = known(ty);
    let integer = matches!(kind, Known::Integer { .. });
    let (fits, what) = match hint {
        Hint::Mac => (
            is_bytes(kind) && may_have(ty, 6),
            "6 bytes, as in `[u8; 6]`",
        ),
        Hint::Uuid => (
            is_bytes(kind) && may_have(ty, 16),
            "16 bytes, as in `[u8; 16]`",
        ),
        Hint::Hex => (is_bytes(kind) || integer, "integers and bytes"),
        Hint::Fourcc => (is(ty, "u32"), "a `u32`"),
    };
    if !(plain && (fits || kind == Known::Other)) {
        let name = HINTS.iter().find(|(_, known)| known == hint);
        let name = name.map_or("", |(name, _)| name);
        let message = format!(
            "the display hint `{name}` is for {what}, but the type is `{}`\nhelp: remove `{word}`",
            shown(ty)
        );
        errors.push(Rule::HintMisfit, word, message);
    }
}

fn is_bytes(kind: Known) -> bool {
    matches!(kind, Known::Binary | Known::Array)
}

/// Whether the type may have so many bytes. A constant that an array has for its length is rustc's to know.
fn may_have(ty: &Type, bytes: i128) -> bool {
    match peel(ty) {
        Type::Array(array) => literal(&array.len).is_none_or(|length| length == bytes),
        _ => true,
    }
}
