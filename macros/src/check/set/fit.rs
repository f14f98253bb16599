//! Whether the word for the payload fits the type: what the bounds of the runtime would say too,
//! said at the word.

use syn::{Ident, Type};

use super::keyed::check_key;
use super::wide::{bitfield32, c_struct, check_packed, variable};
use super::words::{Words, report_kept};
use crate::check::types::{Known, inside, is, is_bare, is_mixed, known, peel, shown};
use crate::check::unsupported::{may_be_own, owned, unsupported};
use crate::errors::Errors;
use crate::model::{Payload, Repeat};
use crate::rules::Rule;

/// `ty` is the type of the field, or that of the payloads of its list.
pub(super) fn check_fit(ty: &Type, words: &Words, errors: &mut Errors) {
    let own = words.payload.get().copied().is_some_and(is_for_own) && may_be_own(ty);
    let kind = if own { Known::Other } else { known(ty) };
    if words.payload.get() == Some(&Payload::With) {
        return;
    }
    if kind == Known::Unsupported {
        return report_unsupported(ty, errors);
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

/// Whether the word is for types that an author makes.
fn is_for_own(payload: Payload) -> bool {
    matches!(
        payload,
        Payload::Nest
            | Payload::CStruct
            | Payload::Flags
            | Payload::FlagsBigEndian
            | Payload::FlagsUint
    )
}

/// Reports a type that is no payload, whatever the words are.
pub(super) fn report_unsupported(ty: &Type, errors: &mut Errors) {
    let why = unsupported(ty).unwrap_or_default();
    let message = format!(
        "`{}` cannot be the payload of an attribute: {why}",
        shown(ty)
    );
    errors.push(Rule::TypeUnsupported, ty, message);
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

/// A macro does not see that an alias stands for a `Keyed`. Of a tuple, the keys stand first.
fn report_not_keyed(ty: &Type, keys: usize, errors: &mut Errors) {
    let key = if keys == 2 { "(u16, u16)" } else { "u16" };
    let alias = if known(ty) == Known::Other && is_bare(ty) {
        ", or what an alias stands for"
    } else {
        ""
    };
    let value = match peel(ty) {
        Type::Tuple(tuple) => tuple.elems.last().unwrap_or(ty),
        ty => ty,
    };
    if unsupported(value).is_some() {
        return report_unsupported(value, errors);
    }
    let message = format!(
        "the elements of a keyed list are `Keyed`\nhelp: write `Vec<Keyed<{key}, {}>>`{alias}",
        shown(value)
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
    let owned = owned(inner);
    match known(inner) {
        Known::Other | Known::Boxed if owned == shown(inner) => {
            "write `nest` behind the number".to_owned()
        }
        _ => format!("write `{owned}`"),
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
