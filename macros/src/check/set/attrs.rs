//! `#[attrs(pad = 11, subset_of = Attr)]`.

use syn::{Ident, LitStr, Path, Type};

use super::subset;
use crate::check::dashes::check_dashes;
use crate::check::krate::check_crate;
use crate::check::numbers::{MAX_ATTRIBUTE, check_assigned_number, integer};
use crate::check::taken::Taken;
use crate::check::values::{assigned, check_form, check_name};
use crate::check::words::{AttrsWord, Once, Vocabulary, check_word};
use crate::errors::Errors;
use crate::rules::Rule;
use crate::syntax::args::{Arg, Args, Word, WordValue};

/// What `#[attrs(..)]` says.
#[derive(Default)]
pub(super) struct Attrs {
    pub(super) pad: Once<u16>,
    pub(super) subset_of: Once<Type>,
    pub(super) name: Once<String>,
    pub(super) krate: Once<Path>,
}

/// `numbers` are those of the set, of which the pad attribute has one. `of` is the set.
pub(super) fn check_attrs(
    args: &Args,
    of: &Ident,
    numbers: &mut Taken<u16>,
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
                let message = format!(
                    "expected a word of `#[attrs(..)]`\nhelp: write `{}`",
                    meant(arg)
                );
                errors.push(Rule::WordExpected, arg, message);
            }
        }
    }
    attrs
}

/// `Attr`, which is a set and no word.
fn is_type(word: &Word) -> bool {
    let name = word.ident.to_string();
    matches!(word.value, WordValue::None)
        && name.starts_with(char::is_uppercase)
        && name.contains(char::is_lowercase)
}

/// The word that a value without one is for.
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
    numbers: &mut Taken<u16>,
    errors: &mut Errors,
) {
    let ident = &word.ident;
    match check_word::<AttrsWord>(word, errors) {
        Some(AttrsWord::Pad) => {
            let what = "the number of an attribute";
            let number = check_assigned_number(word, what, &MAX_ATTRIBUTE, errors);
            if let Some(number) = number {
                let tokens = assigned(word, "11", errors).cloned().unwrap_or_default();
                let what = ("attribute", &*format!("number {number}"));
                // A second `pad` is reported as such alone.
                if !attrs.pad.is_set() {
                    numbers.take(number, tokens, what, ident, errors);
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
