//! `#[attrs(pad = 11, subset_of = Attr)]`.

use syn::{Ident, LitStr, Path, Type};

use super::subset;
use crate::check::dashes::check_dashes;
use crate::check::krate::check_crate;
use crate::check::numbers::{MAX_ATTRIBUTE, check_assigned_number, integer};
use crate::check::sentences::expected_word;
use crate::check::unique::Unique;
use crate::check::values::{assigned, check_form, check_name};
use crate::check::words::{AttrsWord, Once, Vocabulary, check_word};
use crate::errors::Errors;
use crate::rules::Rule;
use crate::syntax::args::{Arg, Args, Word, WordValue};

/// The values of the words in `#[attrs(..)]`.
#[derive(Default)]
pub(super) struct Attrs {
    pub(super) pad: Once<u16>,
    pub(super) subset_of: Once<Type>,
    pub(super) name: Once<String>,
    pub(super) krate: Once<Path>,
}

/// Checks `#[attrs(..)]` of the set called `of`. The pad attribute has one of its `numbers`.
pub(super) fn check_attrs(
    args: &Args,
    of: &Ident,
    numbers: &mut Unique<u16>,
    errors: &mut Errors,
) -> Attrs {
    let mut attrs = Attrs::default();
    check_form(args, AttrsWord::PLACE, errors);
    for arg in &args.list {
        if check_dashes::<AttrsWord>(arg, errors) {
            continue;
        }
        match arg {
            Arg::Word(word) if !is_type(word) => add_word(&mut attrs, word, of, numbers, errors),
            arg => {
                let message = expected_word(AttrsWord::PLACE, meant(arg));
                errors.push(Rule::WordExpected, arg, message);
            }
        }
    }
    attrs
}

/// Whether it is the name of a type, such as `Attr`, and not a word.
fn is_type(word: &Word) -> bool {
    let name = word.ident.to_string();
    matches!(word.value, WordValue::None)
        && name.starts_with(char::is_uppercase)
        && name.contains(char::is_lowercase)
}

/// Returns what a value without a word is meant as.
fn meant(arg: &Arg) -> String {
    let written = arg.shown();
    if syn::parse_str::<LitStr>(&written).is_ok() {
        format!("name = {written}")
    } else if integer(&written).is_some() {
        format!("pad = {written}")
    } else if syn::parse_str::<Path>(&written).is_ok() {
        format!("subset_of = {}", written.replace(" :: ", "::"))
    } else {
        "pad = 11".to_owned()
    }
}

fn add_word(
    attrs: &mut Attrs,
    word: &Word,
    of: &Ident,
    numbers: &mut Unique<u16>,
    errors: &mut Errors,
) {
    let ident = &word.ident;
    match check_word::<AttrsWord>(word, errors) {
        Some(AttrsWord::Pad) => {
            let what = "the number of an attribute";
            let number = check_assigned_number(word, what, &MAX_ATTRIBUTE, errors);
            if let Some(number) = number {
                let tokens = assigned(word, "11", errors).cloned().unwrap_or_default();
                let value = format!("number {number}");
                let what = (&*format!("attribute {value}"), &*value);
                // A second `pad` is reported as such alone.
                if !attrs.pad.is_set() {
                    numbers.add(number, tokens, what, ident, errors);
                }
                attrs.pad.set(ident, number, errors);
            }
        }
        Some(AttrsWord::SubsetOf) => {
            if let Some(path) = subset::check_path(word, of, errors) {
                attrs.subset_of.set(ident, path, errors);
            }
        }
        Some(AttrsWord::Name) => {
            if let Some(name) = check_name(word, errors) {
                attrs.name.set(ident, name, errors);
            }
        }
        Some(AttrsWord::Crate) => {
            if let Some(krate) = check_crate(word, errors) {
                attrs.krate.set(ident, krate, errors);
            }
        }
        None => {}
    }
}
