//! `sibling`: the field on which the codec of another one depends.

use syn::Ident;

use super::words::{Words, is_word};
use crate::check::names::{nearest, same};
use crate::check::sentences::not_with;
use crate::check::values::check_ident;
use crate::errors::Errors;
use crate::model::{Field, Payload};
use crate::rules::Rule;
use crate::syntax::args::{Word, WordValue};
use crate::syntax::item;

/// A field of the struct, even one with mistakes.
pub(super) struct Known {
    ident: Ident,
    unknown: bool,
    dependent: bool,
}

pub(super) fn known(fields: &[item::Field]) -> Vec<Known> {
    let known = fields.iter().map(|field| {
        let has = |word| field.attr.list.iter().any(|arg| is_word(arg, word));
        Known {
            ident: field.ident.clone(),
            unknown: has("unknown"),
            dependent: has("sibling"),
        }
    });
    known.collect()
}

/// Returns the name in `sibling = name`. [`check_siblings`] checks that the field exists.
pub(super) fn check_name_of_field(word: &Word, errors: &mut Errors) -> Option<Ident> {
    let value = match &word.value {
        WordValue::Assigned(value) | WordValue::List(value) => value.to_string(),
        WordValue::None => String::new(),
    };
    let is_part = |letter: char| letter.is_alphanumeric() || letter == '_';
    let written = value.split(|letter| !is_part(letter));
    let name = written.rev().find(|word| !word.is_empty());
    let meant = name.and_then(|name| {
        let names = [name.to_lowercase(), format!("r#{name}")];
        names.into_iter().find(|name| is_ident(name))
    });
    let example = meant.unwrap_or_else(|| "field".to_owned());
    check_ident(word, "a field of this struct", &[example], errors)
}

fn is_ident(name: &str) -> bool {
    syn::parse_str::<Ident>(name).is_ok()
}

/// Checks that `sibling` is beside `with`, and not in a list.
pub(super) fn check_sibling(words: &Words, errors: &mut Errors) -> bool {
    let (Some(word), Some(field)) = (words.sibling.word(), words.sibling.get()) else {
        return true;
    };
    if let Some(repeat) = words.repeat.word() {
        let message = format!(
            "{}: the codec of an element does not see other fields\nhelp: remove `sibling`",
            not_with("sibling", repeat)
        );
        errors.push(Rule::SiblingMisfit, word, message);
    } else if words.payload.get() != Some(&Payload::With) && !words.incomplete {
        let message =
            format!("`sibling` needs a codec\nhelp: write `with = Codec, sibling = {field}`");
        errors.push(Rule::SiblingMisfit, word, message);
    } else {
        return true;
    }
    false
}

/// Keeps the fields whose siblings exist and have no mistakes.
pub(super) fn check_siblings(
    fields: Vec<Field>,
    known: &[Known],
    in_subset: bool,
    errors: &mut Errors,
) -> Vec<Field> {
    let names = fields.iter().filter_map(|field| match field {
        Field::Attribute(field) => Some(field.ident.clone()),
        Field::Unknown(_) => None,
    });
    let names = names.collect::<Vec<_>>();
    let mut checked = Vec::new();
    for mut field in fields {
        if let Field::Attribute(attribute) = &mut field {
            let ident = &attribute.ident;
            let slot = attribute.slot.as_mut();
            if let Some(sibling) = slot.and_then(|slot| slot.sibling.as_mut()) {
                let before = errors.count();
                check_one(sibling, ident, known, in_subset, errors);
                let fine = names.iter().find(|name| same(name, sibling));
                match fine.filter(|_| errors.count() == before) {
                    Some(name) => sibling.clone_from(name),
                    None => continue,
                }
            }
        }
        checked.push(field);
    }
    checked
}

fn check_one(
    sibling: &Ident,
    ident: &Ident,
    known: &[Known],
    in_subset: bool,
    errors: &mut Errors,
) {
    let Some(field) = known.iter().find(|known| same(&known.ident, sibling)) else {
        let names = known.iter().map(|known| known.ident.to_string());
        let names = names.filter(|name| ident != name).collect::<Vec<_>>();
        let near = nearest(&sibling.to_string(), names.iter().map(String::as_str));
        let help = match near {
            Some(near) => format!("a field with a similar name exists: `{near}`"),
            None if in_subset => format!("add the field `{sibling}` to the subset"),
            None => "write the name of a field of this struct".to_owned(),
        };
        let message = format!("unknown field `{sibling}`\nhelp: {help}");
        return errors.push(Rule::SiblingUnknown, sibling, message);
    };
    let why = if same(sibling, ident) {
        format!("`{ident}` cannot be its own sibling")
    } else if field.unknown {
        format!("`{sibling}` keeps unknown attributes, and cannot be a sibling")
    } else if field.dependent {
        format!("`{sibling}` cannot be a sibling, as it depends on a sibling itself")
    } else {
        return;
    };
    let message = format!("{why}\nhelp: write the name of another field");
    errors.push(Rule::SiblingDependent, sibling, message);
}
