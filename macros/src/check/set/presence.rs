//! Whether an attribute is required, and whether it is a list.

use syn::{Ident, Type};

use super::fit::report_unsupported;
use super::words::{Words, report_kept};
use crate::check::sentences::{is_for, not_with};
use crate::check::types::{inside, is, is_mixed, last_ident, list_element, peel, shown};
use crate::check::unsupported::unsupported;
use crate::errors::Errors;
use crate::model::{Payload, Presence, Repeat};
use crate::rules::Rule;

/// Returns whether the attribute is required, and the type without its `Option`.
pub(super) fn check_presence<'t>(
    ty: &'t Type,
    words: &Words,
    errors: &mut Errors,
) -> Option<(Presence, &'t Type)> {
    let optional = inside(ty, "Option");
    let value = optional.unwrap_or(ty);
    let with = words.payload.get() == Some(&Payload::With);
    if with && !words.repeat.is_set() {
        return Some((presence(optional), value));
    }
    if let Some(inner) = optional.and_then(|inner| inside(inner, "Option")) {
        report_twice(inner, errors);
        return None;
    }
    if inside(value, "Box").is_some_and(|inner| inside(inner, "Option").is_some()) {
        errors.push(
            Rule::OptionTwice,
            peel(value),
            "an `Option` in a `Box` cannot be encoded: the attribute is either present or absent\n\
             help: write the `Option` around the `Box`",
        );
        return None;
    }
    let flag = words.payload.get() == Some(&Payload::Flag);
    let byte = words.payload.get() == Some(&Payload::U8);
    if is(value, "bool") && !with && !byte {
        check_bool(ty, optional.is_some(), flag, words, errors)?;
        return Some((Presence::Flag, value));
    }
    if flag {
        let word = words.payload.word()?;
        errors.push(
            Rule::FlagMisfit,
            word,
            format!(
                "{}\nnote: a flag is present or absent, and has no payload\n\
                 help: write `bool`, or remove `flag`",
                is_for(word, "a `bool`", value)
            ),
        );
        return None;
    }
    let (Some(repeat), Some(word)) = (words.repeat.get(), words.repeat.word()) else {
        let mixed = words.payload.get() == Some(&Payload::Nest) && is_mixed(value);
        return (mixed || check_single(value, optional.is_some(), errors))
            .then_some((presence(optional), value));
    };
    let list = check_list_word(ty, optional.is_some(), (repeat, word), errors)?;
    Some((list, value))
}

pub(super) fn report_twice(inner: &Type, errors: &mut Errors) {
    errors.push(
        Rule::OptionTwice,
        inner,
        "an `Option` in an `Option` cannot be encoded: the attribute is either present or absent\n\
         help: remove one of them",
    );
}

/// Checks a field with a word for lists: it must be a `Vec`, and with `multi` it cannot be optional.
fn check_list_word(
    ty: &Type,
    optional: bool,
    (repeat, word): (&Repeat, &Ident),
    errors: &mut Errors,
) -> Option<Presence> {
    let value = inside(ty, "Option").unwrap_or(ty);
    if unsupported(value).is_some() {
        report_unsupported(value, errors);
        return None;
    }
    if last_ident(value).is_none_or(|ident| ident != "Vec") {
        errors.push(
            Rule::ListWordMisfit,
            word,
            format!(
                "{}\nhelp: write `Vec<{}>`, or remove `{word}`",
                is_for(word, "a list", value),
                shown(value)
            ),
        );
        return None;
    }
    if optional && *repeat == Repeat::Multi {
        errors.push(
            Rule::ListOptional,
            peel(ty),
            format!(
                "`Option<Vec<_>>` cannot be used with `{word}`: an empty list and an absent one look \
                 the same on the wire\n\
                 help: remove the `Option`"
            ),
        );
        return None;
    }
    Some(match repeat {
        Repeat::Multi => Presence::List,
        _ if optional => Presence::Optional,
        _ => Presence::Required,
    })
}

fn presence(optional: Option<&Type>) -> Presence {
    if optional.is_some() {
        Presence::Optional
    } else {
        Presence::Required
    }
}

fn check_bool(
    ty: &Type,
    optional: bool,
    flag: bool,
    words: &Words,
    errors: &mut Errors,
) -> Option<()> {
    if optional {
        errors.push(
            Rule::BoolOptional,
            peel(ty),
            "`Option<bool>` cannot be a flag: a flag is either present or absent\n\
             help: write `bool`, and `flag` after the number\n\
             help: write `u8` after the number if the attribute is a byte that is 0 or 1",
        );
        return None;
    }
    if !flag {
        errors.push(
            Rule::WordMissing,
            peel(ty),
            "it is not specified how this `bool` is encoded\n\
             help: write `flag` after the number if the attribute has no payload, and is present for `true`\n\
             help: write `u8` after the number if the attribute is a byte that is 0 or 1",
        );
        return None;
    }
    if let Some(word) = words.repeat.word() {
        errors.push(
            Rule::ListWordMisfit,
            word,
            format!("{}\nhelp: remove `{word}`", not_with(word, "flag")),
        );
        return None;
    }
    Some(())
}

/// Checks a field without a word for lists.
fn check_single(ty: &Type, optional: bool, errors: &mut Errors) -> bool {
    let Some(element) = list_element(ty) else {
        return true;
    };
    if is(element, "UnknownAttribute") {
        report_kept(ty, errors);
        return false;
    }
    if inside(element, "Keyed").is_some() {
        errors.push(
            Rule::WordMissing,
            peel(ty),
            "missing `keyed(..)` on a list of `Keyed`\n\
             help: write `keyed(key: u16)` after the number, or `keyed(outer: u16, inner: u16)` for \
             two keys",
        );
        return false;
    }
    if inside(element, "Indexed").is_some() {
        errors.push(
            Rule::WordMissing,
            peel(ty),
            "missing `indexed` on a list of `Indexed`\nhelp: write `indexed` after the number",
        );
        return false;
    }
    let multi = if optional {
        ""
    } else {
        "\nhelp: write `multi` if the attribute is repeated, once per element"
    };
    errors.push(
        Rule::ListWordMissing,
        peel(ty),
        format!(
            "it is not specified how this `Vec` is encoded{multi}\n\
             help: write `array` if one attribute holds all elements, packed like a C array\n\
             help: write `indexed` if one attribute holds an attribute per element, numbered by index\n\
             help: write `keyed(..)` if one attribute holds an attribute per element, numbered by a key"
        ),
    );
    false
}
