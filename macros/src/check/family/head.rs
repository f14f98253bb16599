//! The trait itself, and `#[family(..)]`.

use proc_macro2::TokenTree;
use quote::quote;
use syn::punctuated::Punctuated;
use syn::{Attribute, Ident, LitStr, Path, Token, Type};

use super::kernel_name::{check_kernel_name, quoted};
use crate::check::dashes::check_dashes;
use crate::check::krate::{check_crate, default_crate};
use crate::check::numbers::{check_assigned_number, integer};
use crate::check::sentences::expected_word;
use crate::check::values::check_misplaced;
use crate::check::words::{FamilyWord, Once, Vocabulary, check_word};
use crate::errors::Errors;
use crate::rules::Rule;
use crate::syntax::args::Arg;
use crate::syntax::block::Block;

pub(super) struct Head {
    pub(super) name: String,
    pub(super) version: u8,
    pub(super) krate: Path,
    /// The word `header`, and the fixed header of all messages.
    pub(super) header: Option<(Ident, Type)>,
}

impl Head {
    /// Returns the fixed header of messages without a header of their own.
    pub(super) fn header(&self) -> Option<&Type> {
        self.header.as_ref().map(|(_, ty)| ty)
    }
}

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
            let message = expected_word(FamilyWord::PLACE, meant(arg));
            errors.push(Rule::WordExpected, arg, message);
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
        header: header.into_pair(),
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

/// Returns what a value is meant as: `name = "pm"` for `"pm"`.
fn meant(arg: &Arg) -> String {
    let written = quote!(#arg).to_string();
    if syn::parse_str::<LitStr>(&written).is_ok() {
        format!("name = {written}")
    } else if integer(&written).is_some() {
        format!("version = {written}")
    } else {
        "name = \"..\", version = 1".to_owned()
    }
}

/// Refuses attributes of ours in a `cfg_attr`, which rustc resolves after the macro has run. `items` are what to write
/// twice.
pub(super) fn check_hidden(attributes: &[Attribute], items: &str, errors: &mut Errors) {
    for attribute in attributes {
        errors.push(
            Rule::AttributeConditional,
            attribute,
            format!(
                "`family`, `op` and `event` are not allowed in a `cfg_attr`, which rustc resolves after the macro has run\n\
                 help: write two {items}, each with its own `#[cfg(..)]`"
            ),
        );
    }
}

/// Refuses to derive what the generated client implements already, and returns whether nothing was refused.
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
            "the generated client already implements `{0}`\nhelp: remove `{0}`",
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
    check_misplaced(
        &block.misplaced,
        ("on the trait", "on a `fn`"),
        "write `#[family(name = \"..\", version = 1)]`",
        errors,
    );
    check_hidden(&block.hidden, "`genl_family!` blocks", errors);
    let mut rest = block.rest.clone().into_iter();
    let Some(first) = rest.next() else {
        return;
    };
    let is_trait = |tree: &TokenTree| matches!(tree, TokenTree::Ident(ident) if ident == "trait");
    match std::iter::once(first.clone()).chain(rest).find(is_trait) {
        Some(second) => errors.push(
            Rule::FamilyTwice,
            second,
            "a block can declare one family only\nhelp: write another `genl_family!` for this one",
        ),
        None => errors.push(
            Rule::ItemStray,
            first,
            "expected the end of the block after the trait\nhelp: move this out of the block",
        ),
    }
}
