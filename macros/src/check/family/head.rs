//! The trait itself, and `#[family(..)]`.

use proc_macro2::TokenTree;
use quote::quote;
use syn::punctuated::Punctuated;
use syn::{Attribute, Ident, LitStr, Path, Token, Type};

use super::group::quoted;
use crate::check::dashes::check_dashes;
use crate::check::krate::{check_crate, default_crate};
use crate::check::numbers::{check_assigned_number, integer};
use crate::check::values::{check_nul, check_string};
use crate::check::words::{FamilyWord, Once, check_word};
use crate::errors::Errors;
use crate::rules::Rule;
use crate::syntax::args::{Arg, Word};
use crate::syntax::block::Block;

pub(super) struct Head {
    pub(super) name: String,
    pub(super) version: u8,
    pub(super) krate: Path,
    pub(super) header: Option<Type>,
    /// The word `header`, which needs the feature `zerocopy`.
    pub(super) zerocopy: Option<Ident>,
}

/// `GENL_NAMSIZ` is 16, with the NUL.
const MAX_NAME: usize = 15;

pub(super) fn check_head(block: &Block, errors: &mut Errors) -> Head {
    check_trait(block, errors);
    let (mut name, mut version, mut krate) = (Once::default(), Once::default(), Once::default());
    let mut header = Once::default();
    let before = errors.count();
    for arg in &block.family.list {
        if check_dashes::<FamilyWord>(arg, errors) {
            continue;
        }
        let Arg::Word(word) = arg else {
            errors.push(
                Rule::WordExpected,
                arg,
                format!(
                    "expected a word of `#[family(..)]`\nhelp: write `{}`",
                    meant(arg)
                ),
            );
            continue;
        };
        match check_word::<FamilyWord>(word, errors) {
            Some(FamilyWord::Name) => {
                name.set(
                    &word.ident,
                    check_kernel_name(word, "a family", errors),
                    errors,
                );
            }
            Some(FamilyWord::Version) => {
                if let Some(value) =
                    check_assigned_number(word, "the version of a family", &u8::MAX, errors)
                {
                    version.set(&word.ident, value, errors);
                }
            }
            Some(FamilyWord::Header) => {
                if let Some(value) = super::header::check_header(word, errors) {
                    header.set(&word.ident, value, errors);
                }
            }
            Some(FamilyWord::Crate) => {
                if let Some(value) = check_crate(word, errors) {
                    krate.set(&word.ident, value, errors);
                }
            }
            None => {}
        }
    }
    if !name.is_set() && !block.family.broken && block.hidden.is_empty() && errors.count() == before
    {
        report_missing_name(block, errors);
    }
    Head {
        name: name.into_value().flatten().unwrap_or_default(),
        version: version.into_value().unwrap_or(1),
        zerocopy: header.word().cloned(),
        header: header.into_value(),
        krate: krate.into_value().unwrap_or_else(default_crate),
    }
}

fn report_missing_name(block: &Block, errors: &mut Errors) {
    let message = format!(
        "missing name of the family\n\
         help: write `#[family(name = {}, version = 1)]`, with the kernel's name",
        quoted(&block.family.malformed.as_ref())
    );
    match &block.family.attribute {
        Some(attribute) => errors.push(Rule::NameMissing, attribute, message),
        None => errors.push(Rule::NameMissing, &block.ident, message),
    }
}

/// The name of a family or of a group.
pub(super) fn check_kernel_name(word: &Word, what: &str, errors: &mut Errors) -> Option<String> {
    let literal = check_string(word, "..", errors)?;
    check_length(&literal, what, errors)
}

pub(super) fn check_length(
    literal: &syn::LitStr,
    what: &str,
    errors: &mut Errors,
) -> Option<String> {
    let name = literal.value();
    let length = name.len();
    if !check_nul(literal, errors) {
        return None;
    }
    if !(1..=MAX_NAME).contains(&length) {
        let rule = if length == 0 {
            Rule::NameEmpty
        } else {
            Rule::NameTooLong
        };
        errors.push(
            rule,
            literal,
            format!("the name of {what} must have 1 to {MAX_NAME} bytes, found {length}\nhelp: write the kernel's name"),
        );
        return None;
    }
    let printable = |letter: char| letter == ' ' || letter.is_ascii_graphic();
    if !name.chars().all(printable) || name.trim() != name {
        let message = format!(
            "the name of {what} must be printable ASCII, without spaces around it\n\
             help: write the kernel's name"
        );
        errors.push(Rule::NameUnprintable, literal, message);
        return None;
    }
    Some(name)
}

/// `name = "pm"` for `"pm"`.
fn meant(arg: &Arg) -> String {
    let written = quote!(#arg).to_string();
    if syn::parse_str::<LitStr>(&written).is_ok() {
        format!("name = {written}")
    } else if integer(&written).is_some() {
        format!("version = {written}")
    } else {
        "#[family(name = \"..\", version = 1)]".to_owned()
    }
}

/// rustc resolves a `cfg_attr` when the macro has read the block.
pub(super) fn check_hidden(attributes: &[Attribute], items: &str, errors: &mut Errors) {
    for attribute in attributes {
        errors.push(
            Rule::AttributeConditional,
            attribute,
            format!(
                "the macro reads the block before `cfg_attr` is resolved\n\
                 help: write two {items}, each below its own `#[cfg(..)]`"
            ),
        );
    }
}

/// Whether there is nothing that the client is already, as it is `Clone` and `Debug`.
pub(super) fn check_derives(block: &Block, errors: &mut Errors) -> bool {
    let before = errors.count();
    let paths = |attribute: &Attribute| {
        attribute
            .parse_args_with(Punctuated::<Path, Token![,]>::parse_terminated)
            .ok()
    };
    let derives = block.derives.iter().filter_map(paths).flatten();
    for path in derives.filter(|path| path.is_ident("Clone") || path.is_ident("Debug")) {
        let message = format!(
            "the generated client already is `{0}`\nhelp: remove `{0}`",
            quote!(#path)
        );
        errors.push(Rule::AttributeMisplaced, path, message);
    }
    errors.count() == before
}

fn check_trait(block: &Block, errors: &mut Errors) {
    for extra in &block.extras {
        errors.push(
            Rule::TraitNotPlain,
            extra,
            "the trait of a family cannot have generics, supertraits, qualifiers or a where clause\n\
             help: write `pub trait Name { .. }`",
        );
    }
    for misplaced in &block.misplaced {
        errors.push(
            Rule::AttributeMisplaced,
            misplaced,
            "not allowed on the trait; it belongs on a `fn`\n\
             help: write `#[family(name = \"..\", version = 1)]`",
        );
    }
    check_hidden(&block.hidden, "families, in blocks of their own", errors);
    let mut rest = block.rest.clone().into_iter();
    let Some(first) = rest.next() else {
        return;
    };
    let is_trait = |tree: &TokenTree| matches!(tree, TokenTree::Ident(ident) if ident == "trait");
    match std::iter::once(first.clone()).chain(rest).find(is_trait) {
        Some(second) => errors.push(
            Rule::FamilyTwice,
            second,
            "a block declares one family\nhelp: write another `genl_family!` for this one",
        ),
        None => errors.push(
            Rule::ItemStray,
            first,
            "expected nothing after the trait\nhelp: move this out of the block",
        ),
    }
}
