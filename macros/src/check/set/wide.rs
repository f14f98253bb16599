//! Whether the words for wider payloads fit the type, as [`fit`](super::fit) does for the others.

use syn::Type;

use super::words::Words;
use crate::check::types::{Known, is, known, shown};
use crate::errors::Errors;
use crate::model::Payload;
use crate::rules::Rule;

/// A packed array has no room for anything but what has one length.
pub(super) fn check_packed(ty: &Type, words: &Words, errors: &mut Errors) {
    let of_one_length = matches!(
        known(ty),
        Known::Integer { .. } | Known::Bool | Known::Address | Known::Array | Known::Other
    ) && !is(ty, "IpAddr");
    if !of_one_length {
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
        let of_one_length = matches!(
            payload,
            Payload::U8
                | Payload::BigEndian
                | Payload::CStruct
                | Payload::Flags
                | Payload::FlagsBigEndian
        );
        if !of_one_length {
            let variable = (*payload == Payload::FlagsUint).then(|| "uint".to_owned());
            let name = variable.unwrap_or_else(|| word.to_string());
            errors.push(
                Rule::ArrayMisfit,
                word,
                format!(
                    "`{name}` cannot be used with `array`, which packs elements of one length\n\
                     help: write `multi` or `indexed` for a list of anything else"
                ),
            );
        }
    }
}

pub(super) fn byte(kind: Known, ty: &Type) -> Option<String> {
    (!matches!(kind, Known::Bool | Known::Other)).then(|| {
        format!(
            "`u8` is for a `bool` in a byte, but the type is `{}`\n\
             help: remove `u8`; the type of the field says the width of an integer",
            shown(ty)
        )
    })
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
