//! Whether the words for packed and for less common payloads fit the type; [`fit`](super::fit) has the others.

use syn::Type;

use super::words::Words;
use crate::check::sentences::{is_for, not_with};
use crate::check::types::{Known, is, known, shown};
use crate::errors::Errors;
use crate::model::Payload;
use crate::rules::Rule;

/// Checks that the elements of a packed array have a fixed size.
pub(super) fn check_packed(ty: &Type, words: &Words, errors: &mut Errors) {
    let is_fixed = matches!(
        known(ty),
        Known::Integer { .. } | Known::Bool | Known::Address | Known::Array | Known::Other
    ) && !is(ty, "IpAddr");
    if !is_fixed {
        errors.push(
            Rule::ArrayMisfit,
            ty,
            format!(
                "`array` packs fixed-size elements, but the element type is `{}`\n\
                 help: write `multi` or `indexed` in place of `array`",
                shown(ty)
            ),
        );
    }
    if let (Some(payload), Some(word)) = (words.payload.get(), words.payload.word()) {
        let is_fixed = matches!(
            payload,
            Payload::U8
                | Payload::BigEndian
                | Payload::CStruct
                | Payload::Flags
                | Payload::FlagsBigEndian
        );
        if !is_fixed {
            let variable = (*payload == Payload::FlagsUint).then(|| "uint".to_owned());
            let name = variable.unwrap_or_else(|| word.to_string());
            errors.push(
                Rule::ArrayMisfit,
                word,
                format!(
                    "{}, which packs fixed-size elements\n\
                     help: write `multi` or `indexed` in place of `array`",
                    not_with(name, "array")
                ),
            );
        }
    }
}

pub(super) fn byte(kind: Known, ty: &Type) -> Option<String> {
    (!matches!(kind, Known::Bool | Known::Other)).then(|| {
        let fault = is_for("u8", "a `bool` in a byte", ty);
        format!("{fault}\nhelp: remove `u8`; the width of an integer follows from the type")
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
        let fault = is_for(word, &format!("`{wide}`"), ty);
        format!("{fault}\nhelp: write `{wide}`, or remove `{word}`")
    })
}

pub(super) fn bitfield32(kind: Known, ty: &Type) -> Option<String> {
    (!matches!(kind, Known::Bitfield32 | Known::Other)).then(|| {
        let fault = is_for("bitfield32", "`Bitfield32<Flags>`", ty);
        format!(
            "{fault}\nhelp: write `Bitfield32<Flags>`, with flags made by `bitflags!` over `u32`"
        )
    })
}

pub(super) fn c_struct(kind: Known, ty: &Type) -> Option<String> {
    (kind != Known::Other).then(|| {
        let fault = is_for("c_struct", "a struct with `#[derive(CStruct)]`", ty);
        format!("{fault}\nhelp: remove `c_struct`")
    })
}
