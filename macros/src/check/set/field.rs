//! A field of a set: its type, and whether its words fit the type.

use syn::{Ident, Type};

use super::borrow::check_lifetimes;
use super::bounds::check_bounds;
use super::fit::{check_fit, check_list};
use super::hint::check_hinted;
use super::omit::check_omitted;
use super::presence::check_presence;
use super::sibling::check_sibling;
use super::words::{Words, check_own_words, check_words, is_word};
use crate::check::names::{attribute_constant, dashed};
use crate::check::types::{inside, is, payload};
use crate::check::unique::Unique;
use crate::check::values::check_alone;
use crate::errors::Errors;
use crate::model::{Attribute, Field, Payload, Repeat, Slot};
use crate::rules::Rule;
use crate::syntax::args::Arg;
use crate::syntax::item;

/// The names that are made from the name of a field or variant.
pub(super) struct Naming {
    pub(super) constant: Ident,
    /// The netlink name, unless the author writes another one.
    pub(super) name: String,
}

impl Naming {
    pub(super) fn of_field(ident: &Ident) -> Self {
        let name = dashed(ident);
        Self {
            constant: attribute_constant(&name, ident.span()),
            name,
        }
    }
}

pub(super) fn check_field(
    field: item::Field,
    numbers: &mut Unique<u16>,
    errors: &mut Errors,
) -> Option<Field> {
    let naming = Naming::of_field(&field.ident);
    check_named(field, naming, Some(numbers), errors)
}

/// Returns `None` if the field has a mistake. In a subset there are no `numbers`.
pub(super) fn check_named(
    field: item::Field,
    naming: Naming,
    numbers: Option<&mut Unique<u16>>,
    errors: &mut Errors,
) -> Option<Field> {
    let before = errors.count();
    if field.attr.list.iter().any(|arg| is_word(arg, "unknown")) {
        return check_unknown(field, errors);
    }
    let words = match numbers {
        Some(numbers) => check_numbered(&field, numbers, errors),
        None => check_own_words(&field, errors),
    };
    check_lifetimes(&field.ty, errors);
    let fine = check_sibling(&words, errors);
    if words.incomplete || !fine {
        return None;
    }
    let (presence, ty) = check_presence(&field.ty, &words, errors)?;
    let presence = check_omitted(&field.ty, &words, presence, errors);
    let element = words.repeat.is_set().then(|| inside(ty, "Vec")).flatten();
    let payload = element.map_or(ty, payload);
    check_list(element, &words, errors);
    // An element of the wrong kind is reported once.
    if errors.count() == before {
        check_fit(payload, &words, errors);
        check_bounds(payload, &words, errors);
        check_hinted(payload, &words, errors);
    }
    if errors.count() > before {
        return None;
    }
    Some(Field::Attribute(Box::new(Attribute {
        ty: ty.clone(),
        element: element.map(|_| payload.clone()),
        doc: field.doc.text,
        constant: naming.constant,
        presence,
        slot: Some(Slot {
            number: words.number,
            name: words.name.get().cloned().unwrap_or(naming.name),
            repeat: repeat(&words, element),
            payload: words.payload.get().copied().unwrap_or(Payload::Plain),
            codec: words.codec.clone(),
            sibling: words.sibling.get().cloned(),
            hint: words.hint.get().copied(),
            checks: words.into_checks(),
        }),
        vis: field.vis,
        ident: field.ident,
    })))
}

/// Returns the words of a field, and checks that no other field has its number.
fn check_numbered(field: &item::Field, numbers: &mut Unique<u16>, errors: &mut Errors) -> Words {
    let words = check_words(field, errors);
    if let (Some(number), Some(tokens)) = (words.number, &words.number_tokens) {
        let value = format!("number {number}");
        let what = (&*format!("attribute {value}"), &*value);
        numbers.add(number, tokens, what, &field.ident, errors);
    }
    words
}

/// Returns how a list is written. The elements of a `Vec<Indexed<T>>` have their own indices.
fn repeat(words: &Words, element: Option<&Type>) -> Option<Repeat> {
    let repeat = words.repeat.get().cloned()?;
    let kept = repeat == Repeat::Indexed(0)
        && element.is_some_and(|element| inside(element, "Indexed").is_some());
    Some(if kept { Repeat::IndexedKept } else { repeat })
}

/// Checks the field that keeps unknown attributes.
pub(super) fn check_unknown(field: item::Field, errors: &mut Errors) -> Option<Field> {
    let before = errors.count();
    check_alone_unknown(&field, errors);
    let element = inside(&field.ty, "Vec");
    if !element.is_some_and(|element| is(element, "UnknownAttribute")) {
        errors.push(
            Rule::UnknownOfOtherType,
            &field.ty,
            "the field with `unknown` must be a list of unknown attributes\nhelp: write `Vec<UnknownAttribute>`",
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
            "`unknown` cannot be used with a number or with other words\n\
             help: write `#[attr(unknown)]`",
        );
    }
}
