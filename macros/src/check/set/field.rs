//! A field of a set: its shape, and whether its words fit it.

use syn::{Ident, Type};

use super::borrow::check_lifetimes;
use super::bounds::check_bounds;
use super::fit::{check_fit, check_list};
use super::words::{Words, check_words, is_word, report_kept};
use crate::check::names::{constant, dashed};
use crate::check::taken::Taken;
use crate::check::types::{inside, is, is_mixed, last_ident, list_element, payload, peel};
use crate::check::values::check_alone;
use crate::errors::Errors;
use crate::model::{Attribute, Field, Payload, Presence, Repeat, Slot};
use crate::rules::Rule;
use crate::syntax::args::Arg;
use crate::syntax::item;

/// What is made of the name of a field or variant.
pub(super) struct Naming {
    pub(super) constant: Ident,
    /// Unless the author gives another one.
    pub(super) name: String,
}

impl Naming {
    fn of_field(ident: &Ident) -> Self {
        Self {
            constant: constant(ident),
            name: dashed(ident),
        }
    }
}

pub(super) fn check_field(
    field: item::Field,
    numbers: &mut Taken<u16>,
    errors: &mut Errors,
) -> Option<Field> {
    let naming = Naming::of_field(&field.ident);
    check_named(field, naming, numbers, errors)
}

/// `None` if the field has a mistake.
pub(super) fn check_named(
    field: item::Field,
    naming: Naming,
    numbers: &mut Taken<u16>,
    errors: &mut Errors,
) -> Option<Field> {
    let before = errors.count();
    if field.attr.list.iter().any(|arg| is_word(arg, "unknown")) {
        return check_unknown(field, errors);
    }
    let words = check_words(&field, errors);
    if let (Some(number), Some(tokens)) = (words.number, &words.number_tokens) {
        numbers.take(
            number,
            tokens,
            &format!("number {number}"),
            &field.ident,
            errors,
        );
    }
    check_lifetimes(&field.ty, errors);
    if words.incomplete {
        return None;
    }
    let (presence, ty) = check_presence(&field.ty, &words, errors)?;
    let element = words.repeat.is_set().then(|| inside(ty, "Vec")).flatten();
    let payload = element.map_or(ty, payload);
    check_list(element, &words, errors);
    check_fit(payload, &words, errors);
    check_bounds(payload, &words, errors);
    if errors.count() > before {
        return None;
    }
    Some(Field::Attribute(Box::new(Attribute {
        ty: ty.clone(),
        element: (presence == Presence::List).then(|| payload.clone()),
        doc: field.doc.text,
        constant: naming.constant,
        presence,
        slot: Some(Slot {
            number: words.number?,
            name: words.name.get().cloned().unwrap_or(naming.name),
            repeat: repeat(&words, element),
            payload: words.payload.get().copied().unwrap_or(Payload::Plain),
            codec: words.codec.clone(),
            checks: words.into_checks(),
        }),
        vis: field.vis,
        ident: field.ident,
    })))
}

/// The elements of a `Vec<Indexed<T>>` bring their own indices.
fn repeat(words: &Words, element: Option<&Type>) -> Option<Repeat> {
    let repeat = words.repeat.get().cloned()?;
    let kept = repeat == Repeat::Indexed(0)
        && element.is_some_and(|element| inside(element, "Indexed").is_some());
    Some(if kept { Repeat::IndexedKept } else { repeat })
}

/// The field that keeps unknown attributes.
pub(super) fn check_unknown(field: item::Field, errors: &mut Errors) -> Option<Field> {
    let before = errors.count();
    check_alone_unknown(&field, errors);
    let element = inside(&field.ty, "Vec");
    if !element.is_some_and(|element| is(element, "UnknownAttribute")) {
        errors.push(
            Rule::UnknownOfOtherType,
            &field.ty,
            "unknown attributes are kept in a list\nhelp: write `Vec<UnknownAttribute>`",
        );
    }
    (errors.count() == before).then_some(Field::Unknown(field.ident))
}

pub(super) fn check_alone_unknown(field: &item::Field, errors: &mut Errors) {
    let mut marked = false;
    for arg in &field.attr.list {
        if let (Arg::Word(word), false) = (arg, marked) {
            if word.ident == "unknown" {
                marked = true;
                check_alone(word, errors);
                continue;
            }
        }
        errors.push(
            Rule::UnknownNotAlone,
            arg,
            "`unknown` stands alone: the field keeps attributes of any number\n\
             help: write `#[attr(unknown)]`",
        );
    }
}

/// Whether the attribute must be there, and the type without its `Option`.
fn check_presence<'t>(
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
        errors.push(
            Rule::OptionTwice,
            inner,
            "an attribute is there or not, which one `Option` says\nhelp: take one of them away",
        );
        return None;
    }
    let flag = words.payload.get() == Some(&Payload::Flag);
    if is(value, "bool") && !with {
        check_bool(ty, optional.is_some(), flag, words, errors)?;
        return Some((Presence::Flag, value));
    }
    if flag {
        let word = words.payload.word()?;
        errors.push(
            Rule::FlagMisfit,
            word,
            "`flag` is for a `bool`: the attribute is there or not, and has no payload\n\
             help: make the field a `bool`, or take `flag` away",
        );
        return None;
    }
    let (Some(repeat), Some(word)) = (words.repeat.get(), words.repeat.word()) else {
        let mixed = words.payload.get() == Some(&Payload::Nest) && is_mixed(value);
        return (mixed || check_single(value, optional.is_some(), errors))
            .then_some((presence(optional), value));
    };
    if last_ident(value).is_none_or(|ident| ident != "Vec") {
        errors.push(
            Rule::ListWordMisfit,
            word,
            format!(
                "`{word}` is for a list\nhelp: make the field a `Vec<..>`, or take `{word}` away"
            ),
        );
        return None;
    }
    if optional.is_some() && *repeat == Repeat::Multi {
        errors.push(
            Rule::ListOptional,
            peel(ty),
            format!(
                "no list and an empty one are the same under `{word}`\n\
                 help: take the `Option` away; an absent attribute is an empty list"
            ),
        );
        return None;
    }
    let presence = optional.map_or(Presence::List, |_| Presence::Optional);
    Some((presence, value))
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
            "a flag is there or not, which `bool` says already\n\
             help: write `bool`, with `flag`; for an integer of 0 and 1 write `Option<u8>`",
        );
        return None;
    }
    if !flag {
        errors.push(
            Rule::WordMissing,
            peel(ty),
            "`bool` needs `flag`: the attribute is there or not, and has no payload\n\
             help: write `#[attr(1, flag)]`, with its number; for an integer of 0 and 1 write \
             `u8`",
        );
        return None;
    }
    if let Some(word) = words.repeat.word() {
        errors.push(
            Rule::ListWordMisfit,
            word,
            format!("`{word}` is for a list, and a flag is no list"),
        );
        return None;
    }
    Some(())
}

/// A field without a word for lists.
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
            "a list of `Keyed` names its keys\n\
             help: write `keyed(key: u16)`, or `keyed(outer: u16, inner: u16)` for two, \
             behind the number",
        );
        return false;
    }
    if inside(element, "Indexed").is_some() {
        errors.push(
            Rule::WordMissing,
            peel(ty),
            "a list of `Indexed` is an indexed array\nhelp: write `indexed` behind the number",
        );
        return false;
    }
    let (multi, keyed) = if optional {
        ("", "")
    } else {
        (
            "\nhelp: write `multi` if the attribute repeats, once for each element",
            ", or `keyed(..)` if by a key",
        )
    };
    errors.push(
        Rule::ListWordMissing,
        peel(ty),
        format!(
            "a `Vec` does not tell how it repeats{multi}\n\
             help: write `array` if one attribute holds integers one behind the other\n\
             help: write `indexed` if one attribute holds the elements, numbered by index{keyed}"
        ),
    );
    false
}
