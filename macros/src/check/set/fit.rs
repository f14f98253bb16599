//! Whether the word for the payload fits the type. The bounds of the runtime would refuse the same types, but not at the
//! word.

use syn::{Ident, Type};

use super::keyed::check_key;
use super::wide::{bitfield32, byte, c_struct, check_packed, variable};
use super::words::{Words, report_kept};
use crate::check::sentences::is_for;
use crate::check::types::{Known, inside, is, is_bare, is_mixed, known, peel, shown};
use crate::check::unsupported::{may_be_own, owned, unsupported};
use crate::errors::Errors;
use crate::model::{Payload, Repeat};
use crate::rules::Rule;

/// Checks the word for the payload. `ty` is the type of the field, or of the elements of its list.
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

/// Whether the word is for types that authors write.
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

/// Reports a type that cannot be a payload with any word.
pub(super) fn report_unsupported(ty: &Type, errors: &mut Errors) {
    let why = unsupported(ty).unwrap_or_default();
    let message = format!(
        "`{}` cannot be the payload of an attribute: {why}",
        shown(ty)
    );
    errors.push(Rule::TypeUnsupported, ty, message);
}

/// Checks that the elements of a list fit the word for the list.
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
            let message = format!(
                "`{word}` cannot be used with a list of `Keyed`\nhelp: write `keyed(key: u16)`"
            );
            errors.push(Rule::KeyedMisfit, word, message);
        }
        Repeat::Multi | Repeat::Array | Repeat::IndexedZero if is_indexed => {
            report_indexed(word, "", errors);
        }
        Repeat::Indexed(from) if *from > 0 && is_indexed => {
            report_indexed(word, "(from = ..)", errors);
        }
        Repeat::Array => check_packed(ty, words, errors),
        _ => {}
    }
}

/// Reports a word other than `indexed` on a list of `Indexed`.
fn report_indexed(word: &Ident, start: &str, errors: &mut Errors) {
    let message = format!(
        "`{word}{start}` cannot be used with a list of `Indexed`: each element has its own index\n\
         help: write `indexed`"
    );
    errors.push(Rule::IndexedMisfit, word, message);
}

/// Reports elements that are not `Keyed`. A macro cannot see through an alias of `Keyed`. In a tuple, the keys come first.
fn report_not_keyed(ty: &Type, keys: usize, errors: &mut Errors) {
    let key = if keys == 2 { "(u16, u16)" } else { "u16" };
    let alias = if known(ty) == Known::Other && is_bare(ty) {
        "\nhelp: write the type itself if this is an alias: a macro cannot see through it"
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
        "the elements of a list with `keyed` must be `Keyed`\nhelp: write `Vec<Keyed<{key}, {}>>`{alias}",
        shown(value)
    );
    errors.push(Rule::KeyedMisfit, ty, message);
}

/// Reports a type that needs a word and has none.
fn check_unworded(ty: &Type, kind: Known, errors: &mut Errors) {
    match kind {
        Known::Bool => errors.push(
            Rule::ListOfBools,
            ty,
            "it is not specified how each `bool` of this list is encoded\n\
             help: write `u8` after the number if each is a byte that is 0 or 1",
        ),
        Known::List => errors.push(
            Rule::ListOfLists,
            ty,
            "a list of lists cannot be encoded\n\
             help: write a struct with `#[derive(AttributeSet)]` for the inner list, and `nest`",
        ),
        Known::Bitfield32 => errors.push(
            Rule::WordMissing,
            ty,
            "missing `bitfield32` on a field of `Bitfield32`\nhelp: write `bitfield32` after the number",
        ),
        Known::Boxed => errors.push(
            Rule::WordMissing,
            ty,
            format!("a `Box` is for an attribute set with the word `nest`\nhelp: {}", unboxed(ty)),
        ),
        _ => {}
    }
}

/// Returns what to write for a `Box` without a word.
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
        _ => is_for("big_endian", "integers of 2, 4 or 8 bytes", ty),
    };
    Some(format!("{why}\nhelp: remove `big_endian`"))
}

fn unterminated(kind: Known, ty: &Type) -> Option<String> {
    if matches!(peel(ty), Type::Reference(reference) if is(&reference.elem, "CStr")) {
        let message = "`unterminated` cannot be used with `&CStr`, which always ends with a NUL\n\
             help: write `&str` or `CString`";
        return Some(message.to_owned());
    }
    let wrong = !matches!(kind, Known::Text | Known::Other);
    wrong.then(|| {
        let fault = is_for("unterminated", "text", ty);
        format!("{fault}\nhelp: remove `unterminated`")
    })
}

fn flags(kind: Known, ty: &Type) -> Option<String> {
    let help = match kind {
        Known::Other => return None,
        Known::Integer { .. } => "remove `flags`; an integer needs no word",
        Known::Bitfield32 => "write `bitfield32` in place of `flags`",
        _ => "remove `flags`",
    };
    let fault = is_for("flags", "a type made by `bitflags!`", ty);
    Some(format!("{fault}\nhelp: {help}"))
}

fn nest(kind: Known, ty: &Type) -> Option<String> {
    let wrong = !matches!(kind, Known::Other | Known::Boxed) && !is_mixed(ty);
    wrong.then(|| {
        let fault = is_for("nest", "a struct with `#[derive(AttributeSet)]`", ty);
        format!("{fault}\nhelp: remove `nest`")
    })
}

/// Returns the word for the payload, for a message about a bound beside it.
pub(super) fn payload_word(words: &Words) -> Option<&Ident> {
    words.payload.word()
}
