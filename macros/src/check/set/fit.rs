//! Whether the word for the payload fits the type: what the bounds of the runtime would say too,
//! said at the word.

use quote::ToTokens;
use syn::{Ident, Type};

use super::keyed::check_key;
use super::wide::{bitfield32, c_struct, check_packed, variable};
use super::words::{Words, report_kept};
use crate::check::types::{Known, inside, is, is_bare, is_foreign, is_mixed, known, peel};
use crate::errors::Errors;
use crate::model::{Payload, Repeat};
use crate::rules::Rule;

/// `ty` is the type of the field, or that of the payloads of its list.
pub(super) fn check_fit(ty: &Type, words: &Words, errors: &mut Errors) {
    let kind = match words.payload.get() {
        Some(Payload::Nest) if is_foreign(ty) => Known::Other,
        _ => known(ty),
    };
    if words.payload.get() == Some(&Payload::With) {
        return;
    }
    if let Known::Unsupported(why) = kind {
        return errors.push(
            Rule::TypeUnsupported,
            ty,
            format!(
                "`{}` cannot be the payload of an attribute: {why}",
                shown(ty)
            ),
        );
    }
    let (Some(payload), Some(word)) = (words.payload.get(), words.payload.word()) else {
        return check_unworded(ty, kind, errors);
    };
    let (rule, message) = match payload {
        Payload::BigEndian => (Rule::BigEndianMisfit, big_endian(kind, ty)),
        Payload::Unterminated => (Rule::UnterminatedMisfit, unterminated(kind, ty)),
        Payload::Flags | Payload::FlagsBigEndian | Payload::FlagsUint => {
            (Rule::FlagsMisfit, flags(kind, ty))
        }
        Payload::Nest => (Rule::NestMisfit, nest(kind, ty)),
        Payload::Uint => (Rule::UintMisfit, variable(kind, false, ty)),
        Payload::Sint => (Rule::UintMisfit, variable(kind, true, ty)),
        Payload::Bitfield32 => (Rule::Bitfield32Misfit, bitfield32(kind, ty)),
        Payload::CStruct => (Rule::CStructMisfit, c_struct(kind, ty)),
        Payload::Plain | Payload::Flag | Payload::With => return,
    };
    if let Some(message) = message {
        errors.push(rule, word, message);
    }
}

pub(super) fn shown(ty: &Type) -> String {
    ty.to_token_stream()
        .to_string()
        .replace(" < ", "<")
        .replace(" >", ">")
        .replace("& ", "&")
        .replace("* ", "*")
        .replace(" :: ", "::")
        .replace(" ,", ",")
        .replace(" ;", ";")
}

/// Whether the elements are of the kind that the word for the list has.
pub(super) fn check_list(element: Option<&Type>, words: &Words, errors: &mut Errors) {
    let (Some(ty), Some(repeat), Some(word)) = (element, words.repeat.get(), words.repeat.word())
    else {
        return;
    };
    if let Some(inner) = inside(ty, "Option") {
        let message = format!(
            "an element of a list is always there\nhelp: write `Vec<{}>`",
            shown(inner)
        );
        return errors.push(Rule::ListOfOptions, ty, message);
    }
    if is(ty, "UnknownAttribute") {
        return report_kept(ty, errors);
    }
    let (is_keyed, is_indexed) = (
        inside(ty, "Keyed").is_some(),
        inside(ty, "Indexed").is_some(),
    );
    match repeat {
        Repeat::Keyed(keys) if is_keyed => check_key(ty, keys.len(), errors),
        Repeat::Keyed(keys) => report_not_keyed(ty, keys.len(), errors),
        Repeat::Multi | Repeat::Array | Repeat::Indexed(_) | Repeat::IndexedZero if is_keyed => {
            errors.push(
                Rule::KeyedMisfit,
                word,
                format!(
                    "`{word}` is not how a list of `Keyed` is written\n\
                 help: write `keyed(key: u16)`"
                ),
            );
        }
        Repeat::Multi | Repeat::Array | Repeat::IndexedZero if is_indexed => {
            errors.push(
                Rule::IndexedMisfit,
                word,
                "the elements of a list of `Indexed` tell their indices\n\
                 help: write `indexed` alone",
            );
        }
        Repeat::Indexed(from) if *from > 0 && is_indexed => {
            errors.push(
                Rule::IndexedMisfit,
                word,
                "the elements of a list of `Indexed` tell their indices\n\
                 help: write `indexed` alone",
            );
        }
        Repeat::Array => check_packed(ty, words, errors),
        _ => {}
    }
}

/// A macro does not see that an alias stands for a `Keyed`.
fn report_not_keyed(ty: &Type, keys: usize, errors: &mut Errors) {
    let key = if keys == 2 { "(u16, u16)" } else { "u16" };
    let alias = if known(ty) == Known::Other && is_bare(ty) {
        ", or what an alias stands for"
    } else {
        ""
    };
    let message = format!(
        "the elements of a keyed list are `Keyed`\nhelp: write `Vec<Keyed<{key}, {}>>`{alias}",
        shown(ty)
    );
    errors.push(Rule::KeyedMisfit, ty, message);
}

/// What has no word and needs one.
fn check_unworded(ty: &Type, kind: Known, errors: &mut Errors) {
    match kind {
        Known::Bool => errors.push(
            Rule::ListOfBools,
            ty,
            "a list of `bool` cannot be written: a flag has no payload\n\
             help: write `Vec<u8>`",
        ),
        Known::List => errors.push(
            Rule::ListOfLists,
            ty,
            "a list of lists cannot be written\n\
             help: make the inner one a field of a struct with `#[derive(AttributeSet)]`, and \
             say `nest`",
        ),
        Known::Bitfield32 => errors.push(
            Rule::WordMissing,
            ty,
            "a `Bitfield32` is flags and a selector\nhelp: write `bitfield32` behind the number",
        ),
        Known::Boxed => errors.push(
            Rule::WordMissing,
            ty,
            format!("a `Box` holds an attribute set\nhelp: {}", unboxed(ty)),
        ),
        _ => {}
    }
}

/// What to write for a `Box` without a word.
fn unboxed(ty: &Type) -> String {
    let inner = inside(ty, "Box").unwrap_or(ty);
    match (peel(inner), known(inner)) {
        (_, Known::Other | Known::Boxed) => "write `nest` behind the number".to_owned(),
        (Type::Slice(slice), _) => format!("write `Vec<{}>`", shown(&slice.elem)),
        (inner, _) if is(inner, "str") => "write `String`".to_owned(),
        (inner, _) if is(inner, "CStr") => "write `CString`".to_owned(),
        (inner, _) => format!("write `{}`", shown(inner)),
    }
}

fn big_endian(kind: Known, ty: &Type) -> Option<String> {
    let why = match kind {
        Known::Integer { bits: 8, .. } => {
            format!("`{}` has one byte, and so no byte order", shown(ty))
        }
        Known::Address => format!("`{}` is in network byte order always", shown(ty)),
        Known::Integer { .. } | Known::Other => return None,
        _ => format!(
            "`big_endian` is for integers of 2, 4 and 8 bytes, and this is `{}`",
            shown(ty)
        ),
    };
    Some(format!("{why}\nhelp: take `big_endian` away"))
}

fn unterminated(kind: Known, ty: &Type) -> Option<String> {
    if matches!(peel(ty), Type::Reference(reference) if is(&reference.elem, "CStr")) {
        let message = "a `&CStr` ends with its NUL, which `unterminated` text need not have\n\
             help: write `&str` or `CString`";
        return Some(message.to_owned());
    }
    let wrong = !matches!(kind, Known::Text | Known::Other);
    wrong.then(|| {
        format!(
            "`unterminated` is for strings, and this is `{}`\nhelp: take `unterminated` away",
            shown(ty)
        )
    })
}

fn flags(kind: Known, ty: &Type) -> Option<String> {
    match kind {
        Known::Other => None,
        Known::Integer { .. } => Some(format!(
            "`flags` is for a type made by `bitflags!`, and this is `{}`\n\
                 help: take `flags` away; an integer needs no word",
            shown(ty)
        )),
        Known::Bitfield32 => Some(
            "`flags` holds flags alone, and a `Bitfield32` says which of them are meant\n\
                 help: write `bitfield32` in place of `flags`"
                .to_owned(),
        ),
        _ => Some(format!(
            "`flags` is for a type made by `bitflags!`, and this is `{}`",
            shown(ty)
        )),
    }
}

fn nest(kind: Known, ty: &Type) -> Option<String> {
    let wrong = !matches!(kind, Known::Other | Known::Boxed) && !is_mixed(ty);
    wrong.then(|| {
        format!(
            "`nest` is for a struct with `#[derive(AttributeSet)]`, and this is `{}`\n\
             help: take `nest` away",
            shown(ty)
        )
    })
}

/// The name of the word, for a message about a check beside it.
pub(super) fn payload_word(words: &Words) -> Option<&Ident> {
    words.payload.word()
}
