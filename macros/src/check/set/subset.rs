//! The rules of `#[attrs(subset_of = Set)]` and of the fields under it.

use syn::{Ident, Type};

use super::borrow::check_lifetimes;
use super::field::{Naming, check_named, check_unknown};
use super::presence::report_twice;
use super::words::is_word;
use crate::check::names::HIDDEN;
use crate::check::types::{Known, inside, is, known, path, shown};
use crate::check::values::check_type;
use crate::errors::Errors;
use crate::model::{Attribute, Field, Presence};
use crate::rules::Rule;
use crate::syntax::args::{Args, Word};
use crate::syntax::item;

/// The set named by `subset_of`, which is not the subset itself.
pub(super) fn check_path(word: &Word, subset: &Ident, errors: &mut Errors) -> Option<Type> {
    let what = "the struct that has these attributes";
    let set = check_type(word, "Attr", what, errors)?;
    let inner = ["Option", "Vec", "Box"]
        .into_iter()
        .find_map(|wrapper| inside(&set, wrapper));
    if inner.is_some() || known(&set) != Known::Other {
        let example = inner.map_or_else(|| "Attr".to_owned(), shown);
        let message = format!("`subset_of` takes {what}\nhelp: write `subset_of = {example}`");
        errors.push(Rule::ValueNoType, set, message);
        return None;
    }
    let itself = path(&set)?
        .get_ident()
        .is_some_and(|ident| ident == subset || ident == "Self");
    if itself {
        let message = format!("`{subset}` cannot be a subset of itself\nhelp: write {what}");
        errors.push(Rule::SubsetOfItself, set, message);
        return None;
    }
    Some(set)
}

/// A subset skips the pad attribute of its set, and has none of its own.
pub(super) fn check_pad(pad: Option<&Ident>, subset_of: Option<&Ident>, errors: &mut Errors) {
    if let (Some(pad), Some(subset_of)) = (pad, subset_of) {
        errors.push_pair(
            Rule::SubsetWithPad,
            pad,
            "a subset cannot have `pad`: its set has the number of the pad attribute\nhelp: remove `pad`",
            subset_of,
            "the set is here",
        );
    }
}

/// The constants of the set, by which its fields are found, do not tell upper from lower case.
fn check_case(ident: &Ident, errors: &mut Errors) {
    let written = ident.to_string();
    let lower = written.to_lowercase();
    if written != lower {
        // What rustc suggests for a field that is unknown.
        let lower = lower.strip_prefix(HIDDEN).unwrap_or(&lower);
        let message = format!(
            "a field of a subset must have the name that it has in its set, in lower case\nhelp: write `{lower}`"
        );
        errors.push(Rule::SubsetUpperCase, ident, message);
    }
}

pub(super) fn check_field(field: item::Field, errors: &mut Errors) -> Option<Field> {
    if field.attr.list.iter().any(|arg| is_word(arg, "unknown")) {
        return check_unknown(field, errors);
    }
    let before = errors.count();
    check_not_empty(&field.attr, "field", errors);
    check_case(&field.ident, errors);
    if has_words(&field.attr) {
        let naming = Naming::of_field(&field.ident);
        let own = check_named(field, naming, None, errors);
        return own.filter(|_| errors.count() == before);
    }
    check_lifetimes(&field.ty, errors);
    let (presence, ty) = check_presence(&field.ty, errors)?;
    if errors.count() > before {
        return None;
    }
    let (constant, ty) = (Naming::of_field(&field.ident).constant, ty.clone());
    Some(attribute(item::Field { ty, ..field }, constant, presence))
}

/// Whether a field or variant says for itself how it is written.
pub(super) fn has_words(attr: &Args) -> bool {
    !attr.list.is_empty()
}

/// A field or variant whose number and words its set knows.
pub(super) fn attribute(field: item::Field, constant: Ident, presence: Presence) -> Field {
    Field::Attribute(Box::new(Attribute {
        element: None,
        ty: field.ty,
        constant,
        ident: field.ident,
        vis: field.vis,
        doc: field.doc.text,
        presence,
        slot: None,
    }))
}

/// An `#[attr(..)]` on the `what`, a field or a variant, has words.
pub(super) fn check_not_empty(attr: &Args, what: &str, errors: &mut Errors) {
    if let (Some(attribute), true) = (&attr.attribute, attr.list.is_empty() && !attr.broken) {
        let message = format!(
            "a {what} of a subset takes its number and its words from the set\n\
             help: remove `#[attr]`, or write the words that are not those of the set"
        );
        errors.push(Rule::SubsetWithWords, attribute, message);
    }
}

fn check_presence<'t>(ty: &'t Type, errors: &mut Errors) -> Option<(Presence, &'t Type)> {
    let Some(inner) = inside(ty, "Option") else {
        return Some(match ty {
            ty if is(ty, "bool") => (Presence::Flag, ty),
            // `Vec<u8>` too: its set knows whether it is a list or binary.
            ty if inside(ty, "Vec").is_some() => (Presence::List, ty),
            ty => (Presence::Required, ty),
        });
    };
    if let Some(inner) = inside(inner, "Option") {
        report_twice(inner, errors);
        return None;
    }
    Some((Presence::Optional, inner))
}
