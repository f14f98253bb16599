//! The rules of `#[attrs(subset_of = Set)]` and of the fields under it.

use syn::{Ident, Type};

use super::borrow::check_lifetimes;
use super::field::{Naming, check_named, check_unknown};
use super::presence::report_twice;
use super::words::is_word;
use crate::check::names::HIDDEN;
use crate::check::sentences::takes;
use crate::check::types::{Known, inside, is, known, path, shown};
use crate::check::values::check_type;
use crate::errors::Errors;
use crate::model::{Attribute, Field, Presence};
use crate::rules::Rule;
use crate::syntax::args::{Args, Word};
use crate::syntax::item;

/// Returns the set in `subset_of = Set`, which cannot be the subset itself.
pub(super) fn check_path(word: &Word, subset: &Ident, errors: &mut Errors) -> Option<Type> {
    let what = "the name of the attribute set that has these attributes";
    let set = check_type(word, "Attr", what, errors)?;
    let inner = ["Option", "Vec", "Box"]
        .into_iter()
        .find_map(|wrapper| inside(&set, wrapper));
    if inner.is_some() || known(&set) != Known::Other {
        let example = inner.map_or_else(|| "Attr".to_owned(), shown);
        errors.push(Rule::ValueNoType, set, takes("subset_of", what, example));
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

/// Refuses `pad` in a subset, which has the pad attribute of its set.
pub(super) fn check_pad(pad: Option<&Ident>, subset_of: Option<&Ident>, errors: &mut Errors) {
    if let (Some(pad), Some(subset_of)) = (pad, subset_of) {
        errors.push_pair(
            Rule::SubsetWithPad,
            pad,
            "`pad` cannot be used with `subset_of`: the subset has the pad attribute of its set\nhelp: remove `pad`",
            subset_of,
            "`subset_of` is used here",
        );
    }
}

/// Refuses upper case. The subset finds a field of its set by a constant, whose name is in upper case anyway.
fn check_case(ident: &Ident, errors: &mut Errors) {
    let written = ident.to_string();
    let lower = written.to_lowercase();
    if written != lower {
        // For an unknown field, rustc suggests the constant, which has a prefix.
        let lower = lower.strip_prefix(HIDDEN).unwrap_or(&lower);
        let message = format!(
            "a field of a subset must have the same name as in the set, in lower case\nhelp: write `{lower}`"
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

/// Whether a field or variant has words of its own for its encoding.
pub(super) fn has_words(attr: &Args) -> bool {
    !attr.list.is_empty()
}

/// Makes a field or variant that has the number and the words of its set.
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

/// Refuses an `#[attr()]` without words on the `what`, a field or a variant.
pub(super) fn check_not_empty(attr: &Args, what: &str, errors: &mut Errors) {
    if let (Some(attribute), true) = (&attr.attribute, attr.list.is_empty() && !attr.broken) {
        let message = format!(
            "`#[attr]` without words has no effect: a {what} of a subset has the number and the words of its set\n\
             help: remove `#[attr]`, or write words that differ from those of the set"
        );
        errors.push(Rule::SubsetWithWords, attribute, message);
    }
}

fn check_presence<'t>(ty: &'t Type, errors: &mut Errors) -> Option<(Presence, &'t Type)> {
    let Some(inner) = inside(ty, "Option") else {
        return Some(match ty {
            ty if is(ty, "bool") => (Presence::Flag, ty),
            // `Vec<u8>` too: only its set knows whether it is a list or bytes.
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
