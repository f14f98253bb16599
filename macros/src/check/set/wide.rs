//! Whether the words for wider payloads fit the type, as [`fit`](super::fit) does for the others.

use syn::Type;

use super::words::Words;
use crate::check::types::{Known, known, shown};
use crate::errors::Errors;
use crate::model::Payload;
use crate::rules::Rule;

/// A packed array has no room for anything but what has one length.
pub(super) fn check_packed(ty: &Type, words: &Words, errors: &mut Errors) {
    if !matches!(known(ty), Known::Integer { .. } | Known::Other) {
        errors.push(
            Rule::ArrayMisfit,
            ty,
            format!(
                "`array` packs elements of one length, but the element type is `{}`\n\
                 help: write `multi` or `indexed`",
                shown(ty)
            ),
        );
    }
    if let (Some(payload), Some(word)) = (words.payload.get(), words.payload.word()) {
        if !matches!(payload, Payload::BigEndian | Payload::CStruct) {
            errors.push(
                Rule::ArrayMisfit,
                word,
                format!(
                    "`{word}` cannot be used with `array`, which packs integers, enumerations and C structs\n\
                     help: write `multi` or `indexed` for a list of anything else"
                ),
            );
        }
    }
}

pub(super) fn variable(kind: Known, signed: bool, ty: &Type) -> Option<String> {
    let (word, wide) = if signed {
        ("sint", "i64")
    } else {
        ("uint", "u64")
    };
    let fits = match kind {
        Known::Integer { bits, signed: sign } => bits == 64 && sign == signed,
        kind => kind == Known::Other,
    };
    (!fits).then(|| {
        format!(
            "`{word}` is for `{wide}`, but the type is `{}`\n\
             help: write `{wide}`, or remove `{word}`",
            shown(ty)
        )
    })
}

pub(super) fn bitfield32(kind: Known, ty: &Type) -> Option<String> {
    (!matches!(kind, Known::Bitfield32 | Known::Other)).then(|| {
        format!(
            "`bitfield32` is for `Bitfield32<Flags>`, but the type is `{}`\n\
             help: write `Bitfield32<Flags>`, with flags made by `bitflags!` of `u32`",
            shown(ty)
        )
    })
}

pub(super) fn c_struct(kind: Known, ty: &Type) -> Option<String> {
    (kind != Known::Other).then(|| {
        format!(
            "`c_struct` is for a struct of `zerocopy`, but the type is `{}`\n\
             help: remove `c_struct`",
            shown(ty)
        )
    })
}
