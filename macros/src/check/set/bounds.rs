//! `min`, `max` and the lengths: on what they can stand, and whether anything fits between them.

use proc_macro2::Ident;
use syn::{Expr, Type};

use super::fit::payload_word;
use super::words::Words;
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

/// The length of an attribute has 16 bits, and counts its header.
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
            check_place(word, check, kind, words, errors);
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

fn check_place(word: &Ident, check: CheckKind, kind: Known, words: &Words, errors: &mut Errors) {
    let on_values = matches!(check, CheckKind::Min | CheckKind::Max);
    if let (Some(payload), Some(other)) = (words.payload.get(), payload_word(words)) {
        if let Some(what) = unbounded(*payload) {
            return errors.push(
                Rule::BoundMisfit,
                word,
                format!(
                    "`{word}` cannot be used with `{other}`, which {what}\nhelp: remove `{word}`"
                ),
            );
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
                "`{word}` cannot be used with `{other}`, which is for {what}\nhelp: {help}"
            );
            return errors.push(Rule::BoundMisfit, word, message);
        }
    }
    if let (false, Some(Repeat::Array), Some(array)) =
        (on_values, words.repeat.get(), words.repeat.word())
    {
        let message = format!(
            "`{word}` cannot be used with `{array}`, which packs elements of one length\n\
             help: remove `{word}`"
        );
        return errors.push(Rule::BoundMisfit, word, message);
    }
    let message = match (on_values, kind) {
        (true, Known::Text | Known::Binary) => {
            format!("`{word}` bounds integers\nhelp: write `{word}_len` to bound the length")
        }
        (false, Known::Integer { .. }) => format!(
            "`{word}` bounds the length of text and bytes\n\
                 help: write `min` or `max` to bound an integer"
        ),
        (_, Known::Array) => {
            format!(
                "`{word}` has no effect on an array, whose type has the length\nhelp: remove `{word}`"
            )
        }
        (_, Known::Address) => {
            format!("`{word}` has no effect on an address\nhelp: remove `{word}`")
        }
        _ => return,
    };
    errors.push(Rule::BoundMisfit, word, message);
}

/// Why a payload has no bounds.
fn unbounded(payload: Payload) -> Option<&'static str> {
    match payload {
        Payload::Flag => Some("has no payload"),
        Payload::U8 => Some("allows 0 and 1"),
        Payload::Flags | Payload::FlagsBigEndian | Payload::FlagsUint | Payload::Bitfield32 => {
            Some("holds bits")
        }
        Payload::Nest => Some("holds attributes with checks of their own"),
        Payload::CStruct => Some("has the length of its struct"),
        Payload::With => Some("checks for itself"),
        Payload::Plain
        | Payload::BigEndian
        | Payload::Unterminated
        | Payload::Uint
        | Payload::Sint => None,
    }
}

/// Literals that the type cannot hold.
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
                "length out of range: the payload of an attribute has at most {MAX_LENGTH} bytes"
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

/// A value has bounds, or a length.
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
