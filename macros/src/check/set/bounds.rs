//! `min`, `max` and the lengths: on which types they are allowed, and whether a value can satisfy them.

use proc_macro2::Ident;
use syn::{Expr, Type};

use super::fit::payload_word;
use super::words::Words;
use crate::check::sentences::{is_for, not_with};
use crate::check::types::{Known, known, range};
use crate::check::values::literal;
use crate::check::words::report_conflict;
use crate::errors::Errors;
use crate::model::{CheckKind, Payload, Repeat};
use crate::rules::Rule;

const KINDS: [CheckKind; 5] = [
    CheckKind::Min,
    CheckKind::Max,
    CheckKind::MinLen,
    CheckKind::MaxLen,
    CheckKind::ExactLen,
];

/// The length of an attribute has 16 bits, and includes the header of 4 bytes.
const MAX_LENGTH: i128 = 65_531;

pub(super) fn check_bounds(ty: &Type, words: &Words, errors: &mut Errors) {
    let before = errors.count();
    let kind = known(ty);
    for check in KINDS {
        if let Some(word) = words
            .checks
            .get(check as usize)
            .and_then(|once| once.word())
        {
            check_place(word, check, ty, words, errors);
        }
    }
    if errors.count() == before {
        check_range(kind, words, errors);
        check_lengths(words, errors);
        check_order(words, CheckKind::Min, CheckKind::Max, errors);
        check_order(words, CheckKind::MinLen, CheckKind::MaxLen, errors);
        check_exact(words, errors);
        check_kinds(words, errors);
    }
}

fn check_place(word: &Ident, check: CheckKind, ty: &Type, words: &Words, errors: &mut Errors) {
    let kind = known(ty);
    let on_values = matches!(check, CheckKind::Min | CheckKind::Max);
    if let (Some(payload), Some(other)) = (words.payload.get(), payload_word(words)) {
        if let Some(what) = unbounded(*payload) {
            let message = format!("{}: {what}\nhelp: remove `{word}`", not_with(word, other));
            return errors.push(Rule::BoundMisfit, word, message);
        }
    }
    if let (Some(payload), Some(other), false) = (
        words.payload.get(),
        payload_word(words),
        matches!(kind, Known::Text | Known::Binary | Known::Integer { .. }),
    ) {
        let integers = *payload != Payload::Unterminated;
        if integers != on_values {
            let (what, help) = if integers {
                ("integers", "write `min` or `max` to bound the value")
            } else {
                ("text", "write `min_len` or `max_len` to bound the length")
            };
            let message = format!(
                "{}, which is for {what}\nhelp: {help}",
                not_with(word, other)
            );
            return errors.push(Rule::BoundMisfit, word, message);
        }
    }
    if let (false, Some(Repeat::Array), Some(array)) =
        (on_values, words.repeat.get(), words.repeat.word())
    {
        let message = format!(
            "{}, which packs fixed-size elements\nhelp: remove `{word}`",
            not_with(word, array)
        );
        return errors.push(Rule::BoundMisfit, word, message);
    }
    let message = match (on_values, kind) {
        (true, Known::Text | Known::Binary) => {
            let fault = is_for(word, "integers", ty);
            format!("{fault}\nhelp: write `{word}_len` to bound the length")
        }
        (false, Known::Integer { .. }) => {
            let fault = is_for(word, "text and bytes", ty);
            format!("{fault}\nhelp: write `min` or `max` to bound the value")
        }
        (true, Known::Array | Known::Address) => {
            format!("{}\nhelp: remove `{word}`", is_for(word, "integers", ty))
        }
        (false, Known::Array | Known::Address) => format!(
            "{}, which has a fixed length\nhelp: remove `{word}`",
            is_for(word, "text and bytes", ty)
        ),
        _ => return,
    };
    errors.push(Rule::BoundMisfit, word, message);
}

/// Returns why a payload has no bounds.
fn unbounded(payload: Payload) -> Option<&'static str> {
    match payload {
        Payload::Flag => Some("a flag has no payload"),
        Payload::U8 => Some("the byte is 0 or 1 anyway"),
        Payload::Flags | Payload::FlagsBigEndian | Payload::FlagsUint | Payload::Bitfield32 => {
            Some("flags have no bounds")
        }
        Payload::Nest => Some("the nested set has checks of its own"),
        Payload::CStruct => Some("a C struct has no bounds"),
        Payload::With => Some("the codec checks the value"),
        Payload::Plain
        | Payload::BigEndian
        | Payload::Unterminated
        | Payload::Uint
        | Payload::Sint => None,
    }
}

/// Reports bounds that the type cannot hold.
fn check_range(kind: Known, words: &Words, errors: &mut Errors) {
    let Known::Integer { bits, signed } = kind else {
        return;
    };
    let name = format!("{}{bits}", if signed { 'i' } else { 'u' });
    let (least, greatest) = range(&name);
    for check in [CheckKind::Min, CheckKind::Max]
        .into_iter()
        .filter_map(|kind| words.check(kind))
    {
        let Some(value) = literal(&check.bound) else {
            continue;
        };
        if !(least..=greatest).contains(&value) {
            errors.push(
                Rule::BoundOutOfRange,
                &check.bound,
                format!("`{value}` is out of range for `{name}` ({least}..={greatest})"),
            );
        }
    }
}

fn check_lengths(words: &Words, errors: &mut Errors) {
    for kind in [CheckKind::MinLen, CheckKind::MaxLen, CheckKind::ExactLen] {
        let bound = words.check(kind).map(|check| &check.bound);
        let outside = |bound: &&Expr| {
            literal(bound).is_some_and(|length| !(0..=MAX_LENGTH).contains(&length))
        };
        if let Some(bound) = bound.filter(outside) {
            let message = format!(
                "the length is out of range: the payload of an attribute has at most {MAX_LENGTH} bytes"
            );
            errors.push(Rule::BoundOutOfRange, bound, message);
        }
    }
}

fn check_order(words: &Words, low: CheckKind, high: CheckKind, errors: &mut Errors) {
    let word = |kind: CheckKind| words.checks.get(kind as usize).and_then(|once| once.word());
    let (Some(low_word), Some(high_word)) = (word(low), word(high)) else {
        return;
    };
    let (Some(low), Some(high)) = (words.check(low), words.check(high)) else {
        return;
    };
    if let (Some(least), Some(greatest)) = (literal(&low.bound), literal(&high.bound)) {
        if least > greatest {
            errors.push_pair(
                Rule::BoundsCrossed,
                &high.bound,
                format!(
                    "`{low_word}` ({least}) is greater than `{high_word}` ({greatest})\n\
                     help: write `{low_word} = {greatest}, {high_word} = {least}`"
                ),
                &low.bound,
                format!("`{low_word}` is used here"),
            );
        }
    }
}

fn check_exact(words: &Words, errors: &mut Errors) {
    let word = |kind: CheckKind| words.checks.get(kind as usize).and_then(|once| once.word());
    let Some(exact) = word(CheckKind::ExactLen) else {
        return;
    };
    for other in [word(CheckKind::MinLen), word(CheckKind::MaxLen)]
        .into_iter()
        .flatten()
    {
        report_conflict(exact, other, errors);
    }
}

/// Reports bounds of the value beside bounds of the length.
fn check_kinds(words: &Words, errors: &mut Errors) {
    let word = |kinds: &[CheckKind]| {
        let mut found = kinds
            .iter()
            .filter_map(|kind| words.checks.get(*kind as usize)?.word());
        found.next()
    };
    let value = word(&[CheckKind::Min, CheckKind::Max]);
    let length = word(&[CheckKind::MinLen, CheckKind::MaxLen, CheckKind::ExactLen]);
    if let (Some(value), Some(length)) = (value, length) {
        report_conflict(length, value, errors);
    }
}
