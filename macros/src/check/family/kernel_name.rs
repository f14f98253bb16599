//! The names by which the kernel registers families and groups.

use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use syn::LitStr;

use crate::check::values::{check_nul, check_string};
use crate::errors::Errors;
use crate::rules::Rule;
use crate::syntax::args::Word;

/// `GENL_NAMSIZ` is 16, with the NUL.
const MAX_NAME: usize = 15;

/// Returns the name of a family or of a group.
pub(super) fn check_kernel_name(word: &Word, what: &str, errors: &mut Errors) -> Option<String> {
    let literal = check_string(word, "..", errors)?;
    check_length(&literal, what, errors)
}

pub(super) fn check_length(literal: &LitStr, what: &str, errors: &mut Errors) -> Option<String> {
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
            format!("the name of {what} must have 1 to {MAX_NAME} bytes, found {length}\nhelp: write the name that the kernel registers"),
        );
        return None;
    }
    let printable = |letter: char| letter == ' ' || letter.is_ascii_graphic();
    if !name.chars().all(printable) || name.trim() != name {
        let message = format!(
            "the name of {what} must be printable ASCII, without spaces at its start or end\n\
             help: write the name that the kernel registers"
        );
        errors.push(Rule::NameUnprintable, literal, message);
        return None;
    }
    Some(name)
}

/// Returns the first string literal in the value, or `".."`.
pub(super) fn quoted(value: &impl ToTokens) -> String {
    fn find(tokens: TokenStream) -> Option<String> {
        tokens.into_iter().find_map(|tree| match tree {
            TokenTree::Group(inner) => find(inner.stream()),
            TokenTree::Literal(literal) => {
                Some(literal.to_string()).filter(|text| text.starts_with('"'))
            }
            _ => None,
        })
    }
    find(value.to_token_stream()).unwrap_or_else(|| "\"..\"".to_owned())
}
