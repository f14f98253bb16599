//! The words of one field, each checked on its own.

use proc_macro2::TokenStream;
use syn::{Ident, Type};

use super::keyed::check_keys;
use super::sibling::check_name_of_field;
use crate::check::dashes::check_dashes;
use crate::check::hints::{HINTS, check_hint};
use crate::check::numbers::{Leading, MAX_ATTRIBUTE, check_number};
use crate::check::types::{inside, is, peel};
use crate::check::values::{check_alone, check_expression, check_name, check_type};
use crate::check::words::{AttrWord, Once, check_word};
use crate::errors::Errors;
use crate::model::{Check, CheckKind, Hint, Payload, Repeat};
use crate::rules::Rule;
use crate::syntax::args::{Arg, Word, WordValue, parse_args};
use crate::syntax::item::Field;

/// The values of the words in `#[attr(..)]`.
#[derive(Default)]
pub(super) struct Words {
    pub(super) number: Option<u16>,
    pub(super) number_tokens: Option<TokenStream>,
    pub(super) payload: Once<Payload>,
    pub(super) codec: Option<Type>,
    pub(super) sibling: Once<Ident>,
    pub(super) repeat: Once<Repeat>,
    pub(super) omit_empty: Once<()>,
    pub(super) name: Once<String>,
    pub(super) checks: [Once<Check>; 5],
    pub(super) hint: Once<Hint>,
    /// A word was refused, which may be the one that seems to be missing.
    pub(super) incomplete: bool,
}

impl Words {
    pub(super) fn check(&self, kind: CheckKind) -> Option<&Check> {
        self.checks.get(kind as usize).and_then(Once::get)
    }

    pub(super) fn into_checks(self) -> Vec<Check> {
        self.checks
            .into_iter()
            .filter_map(Once::into_value)
            .collect()
    }
}

pub(super) fn check_words(field: &Field, errors: &mut Errors) -> Words {
    let mut words = Words::default();
    let mut leading = Leading::default();
    let before = errors.count();
    for arg in &field.attr.list {
        if let Some(word) = leading.see::<AttrWord>(arg, "attribute", errors) {
            add_word(&mut words, word, errors);
        }
    }
    words.number_tokens = leading.tokens().cloned();
    words.number = leading.tokens().and_then(|tokens| {
        check_number(tokens, "the number of an attribute", &MAX_ATTRIBUTE, errors)
    });
    words.incomplete = field.attr.broken || errors.count() > before;
    if let Some(plain) = words.payload.word().filter(|word| *word == "plain") {
        let message = "`plain` is allowed in a subset only\nhelp: remove `plain`; without a word, the type alone determines the encoding";
        errors.push(Rule::PlainMisplaced, plain, message);
        words.incomplete = true;
    }
    if leading.tokens().is_none() && !words.incomplete {
        report_missing(field, errors);
        words.incomplete = true;
    }
    words
}

/// Returns the words of a field of a subset that has an encoding of its own. Number and name are those of its set.
pub(super) fn check_own_words(field: &Field, errors: &mut Errors) -> Words {
    let mut words = Words::default();
    let before = errors.count();
    for arg in &field.attr.list {
        if check_dashes::<AttrWord>(arg, errors) {
            continue;
        }
        match arg {
            Arg::Word(word) if word.ident == "name" => report_of_set(field, arg, "name", errors),
            Arg::Word(word) => add_word(&mut words, word, errors),
            number @ Arg::Value(_) => report_of_set(field, number, "number", errors),
        }
    }
    words.incomplete = field.attr.broken || errors.count() > before;
    words
}

fn report_of_set(field: &Field, arg: &Arg, what: &str, errors: &mut Errors) {
    let removed = match field.attr.list.len() {
        1 => format!("#[attr({})]", arg.shown()),
        _ => arg.shown(),
    };
    let message = format!(
        "a field or variant of a subset cannot have a {what}: it has that of its set\n\
         help: remove `{removed}`"
    );
    errors.push(Rule::SubsetWithWords, arg, message);
}

fn report_missing(field: &Field, errors: &mut Errors) {
    let element = inside(&field.ty, "Vec").unwrap_or(&field.ty);
    if is(element, "UnknownAttribute") {
        report_kept(&field.ty, errors);
    } else {
        Leading::report_missing::<AttrWord>(&field.attr, &field.ident, "attribute", None, errors);
    }
}

/// Reports a field for unknown attributes without the word `unknown`.
pub(super) fn report_kept(ty: &Type, errors: &mut Errors) {
    errors.push(
        Rule::WordMissing,
        peel(ty),
        "missing `unknown` on a field for unknown attributes, which has no number\nhelp: write `#[attr(unknown)]`",
    );
}

fn add_word(words: &mut Words, word: &Word, errors: &mut Errors) {
    let ident = &word.ident;
    match check_word::<AttrWord>(word, errors) {
        Some(AttrWord::Payload(payload)) => {
            check_alone(word, errors);
            match words
                .payload
                .get_mut()
                .map(|first| (combined(*first, payload), first))
            {
                Some((Some(both), first)) => *first = both,
                _ => words.payload.set(ident, payload, errors),
            }
        }
        Some(AttrWord::With) => {
            if let Some(codec) = check_type(word, "Codec", CODEC, errors) {
                words.payload.set(ident, Payload::With, errors);
                words.codec = Some(codec);
            }
        }
        Some(AttrWord::Sibling) => {
            if let Some(field) = check_name_of_field(word, errors) {
                words.sibling.set(ident, field, errors);
            }
        }
        Some(AttrWord::Multi) => {
            check_alone(word, errors);
            words.repeat.set(ident, Repeat::Multi, errors);
        }
        Some(AttrWord::Array) => {
            check_alone(word, errors);
            words.repeat.set(ident, Repeat::Array, errors);
        }
        Some(AttrWord::Indexed) => {
            if let Some(repeat) = check_indexed(word, errors) {
                words.repeat.set(ident, repeat, errors);
            }
        }
        Some(AttrWord::Keyed) => {
            if let Some(keys) = check_keys(word, errors) {
                words.repeat.set(ident, Repeat::Keyed(keys), errors);
            }
        }
        Some(AttrWord::OmitEmpty) => {
            check_alone(word, errors);
            words.omit_empty.set(ident, (), errors);
        }
        Some(AttrWord::Check(kind)) => {
            let bound = check_expression(word, errors);
            if let (Some(bound), Some(once)) = (bound, words.checks.get_mut(kind as usize)) {
                once.set(ident, Check { kind, bound }, errors);
            }
        }
        Some(AttrWord::DisplayHint) => {
            if let Some(hint) = check_hint(word, &HINTS, errors) {
                words.hint.set(ident, hint, errors);
            }
        }
        Some(AttrWord::Name) => {
            if let Some(name) = check_name(word, errors) {
                words.name.set(ident, name, errors);
            }
        }
        // `unknown` is checked before all other words.
        Some(AttrWord::Unknown) | None => {}
    }
}

const CODEC: &str = "a type that implements `genl::codec::With`";

/// Combines `flags` with `big_endian` or `uint`: the integer of the flags may be in network byte order, or of variable
/// width.
fn combined(first: Payload, second: Payload) -> Option<Payload> {
    match (first, second) {
        (Payload::Flags, Payload::BigEndian) | (Payload::BigEndian, Payload::Flags) => {
            Some(Payload::FlagsBigEndian)
        }
        (Payload::Flags, Payload::Uint) | (Payload::Uint, Payload::Flags) => {
            Some(Payload::FlagsUint)
        }
        _ => None,
    }
}

const INDEXED: &str = "help: write `indexed`, `indexed(from = 1)` or `indexed(zero)`";

fn check_indexed(word: &Word, errors: &mut Errors) -> Option<Repeat> {
    let tokens = match &word.value {
        WordValue::None => return Some(Repeat::Indexed(0)),
        WordValue::List(tokens) => tokens,
        WordValue::Assigned(value) => {
            errors.push(
                Rule::IndexedMalformed,
                value,
                format!("the first index is written in parentheses\n{INDEXED}"),
            );
            return None;
        }
    };
    let before = errors.count();
    let args = parse_args(tokens, errors);
    match args.as_slice() {
        [
            Arg::Word(
                start @ Word {
                    value: WordValue::Assigned(value),
                    ..
                },
            ),
        ] if start.ident == "from" => {
            return check_number(value, "the first index", &MAX_ATTRIBUTE, errors)
                .map(Repeat::Indexed);
        }
        [
            Arg::Word(Word {
                ident,
                value: WordValue::None,
            }),
        ] if ident == "zero" => return Some(Repeat::IndexedZero),
        [] if errors.count() > before => {}
        [] => errors.push(
            Rule::IndexedMalformed,
            &word.ident,
            format!("the parentheses of `indexed` are empty\n{INDEXED}"),
        ),
        [first, rest @ ..] => errors.push(
            Rule::IndexedMalformed,
            if is_word(first, "from") || is_word(first, "zero") {
                rest.first().unwrap_or(first)
            } else {
                first
            },
            format!("expected `from = N` or `zero` in `indexed`\n{INDEXED}"),
        ),
    }
    None
}

pub(super) fn is_word(arg: &Arg, name: &str) -> bool {
    matches!(arg, Arg::Word(word) if word.ident == name)
}
