//! Whether the word for the payload fits the type: what the bounds of the runtime would say too,
//! said at the word.

use syn::{Ident, Type};

use super::keyed::check_key;
use super::wide::{bitfield32, byte, c_struct, check_packed, variable};
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
    if is(ty, "UnknownAttribute") {
        return report_kept(ty, errors);
    }
    let (Some(payload), Some(word)) = (words.payload.get(), words.payload.word()) else {
        return check_unworded(ty, kind, errors);
    };
    let (rule, message) = match payload {
        Payload::U8 => (Rule::U8Misfit, byte(kind, ty)),
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

const INDEXED: &str =
    "the elements of a list of `Indexed` have their own indices\nhelp: write `indexed`";

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
            "the elements of a list cannot be optional\nhelp: write `Vec<{}>`",
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
                    "`{word}` cannot be used with a list of `Keyed`\n\
                     help: write `keyed(key: u16)`"
                ),
            );
        }
        Repeat::Multi | Repeat::Array | Repeat::IndexedZero if is_indexed => {
            errors.push(Rule::IndexedMisfit, word, INDEXED);
        }
        Repeat::Indexed(from) if *from > 0 && is_indexed => {
            errors.push(Rule::IndexedMisfit, word, INDEXED);
        }
        Repeat::Array => check_packed(ty, words, errors),
        _ => {}
    }
}

/// A macro does not see that an alias stands for a `Keyed`. Of a tuple, the keys stand first.
fn report_not_keyed(ty: &Type, keys: usize, errors: &mut Errors) {
    let key = if keys == 2 { "(u16, u16)" } else { "u16" };
    let alias = if known(ty) == Known::Other && is_bare(ty) {
        ", or the type that the alias stands for"
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
        "the elements of a keyed list must be `Keyed`\nhelp: write `Vec<Keyed<{key}, {}>>`{alias}",
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
            "a list of `bool` cannot be encoded: flags have no payload\n\
             help: write `u8` after the number if each is a byte that is 0 or 1",
        ),
        Known::List => errors.push(
            Rule::ListOfLists,
            ty,
            "a list of lists cannot be encoded\n\
             help: write a struct with `#[derive(AttributeSet)]` that has the inner list as a field, \
             with `nest`",
        ),
        Known::Bitfield32 => errors.push(
            Rule::WordMissing,
            ty,
            "a `Bitfield32` needs the word `bitfield32`\nhelp: write `bitfield32` after the number",
        ),
        Known::Boxed => errors.push(
            Rule::WordMissing,
            ty,
            format!("a `Box` can hold an attribute set only\nhelp: {}", unboxed(ty)),
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
            "write `nest` after the number".to_owned()
        }
        _ => format!("write `{owned}`"),
    }
}

fn big_endian(kind: Known, ty: &Type) -> Option<String> {
    let why = match kind {
        Known::Integer { bits: 8, .. } => {
            format!("`big_endian` has no effect on `{}`", shown(ty))
        }
        Known::Address => format!(
            "`big_endian` has no effect on `{}`, which is always in network byte order",
            shown(ty)
        ),
        Known::Integer { .. } | Known::Other => return None,
        _ => format!(
            "`big_endian` is for integers of 2, 4 and 8 bytes, but the type is `{}`",
            shown(ty)
        ),
    };
    Some(format!("{why}\nhelp: remove `big_endian`"))
}

fn unterminated(kind: Known, ty: &Type) -> Option<String> {
    if matches!(peel(ty), Type::Reference(reference) if is(&reference.elem, "CStr")) {
        let message = "`unterminated` cannot be used with `&CStr`, which borrows the NUL too\n\
             help: write `&str` or `CString`";
        return Some(message.to_owned());
    }
    let wrong = !matches!(kind, Known::Text | Known::Other);
    wrong.then(|| {
        format!(
            "`unterminated` is for text, but the type is `{}`\nhelp: remove `unterminated`",
            shown(ty)
        )
    })
}

fn flags(kind: Known, ty: &Type) -> Option<String> {
    match kind {
        Known::Other => None,
        Known::Integer { .. } => Some(format!(
            "`flags` is for a type made by `bitflags!`, but the type is `{}`\n\
                 help: remove `flags`; an integer needs no word",
            shown(ty)
        )),
        Known::Bitfield32 => Some(
            "`flags` cannot be used with `Bitfield32`\n\
                 help: write `bitfield32` in place of `flags`"
                .to_owned(),
        ),
        _ => Some(format!(
            "`flags` is for a type made by `bitflags!`, but the type is `{}`\nhelp: remove `flags`",
            shown(ty)
        )),
    }
}

fn nest(kind: Known, ty: &Type) -> Option<String> {
    let wrong = !matches!(kind, Known::Other | Known::Boxed) && !is_mixed(ty);
    wrong.then(|| {
        format!(
            "`nest` is for a struct with `#[derive(AttributeSet)]`, but the type is `{}`\n\
             help: remove `nest`",
            shown(ty)
        )
    })
}

/// The name of the word, for a message about a check beside it.
pub(super) fn payload_word(words: &Words) -> Option<&Ident> {
    words.payload.word()
}
