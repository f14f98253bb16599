//! The `#[unknown]` variant.

use proc_macro2::Ident;
use syn::{Fields, Type};

use super::WIDTHS;
use super::values::Values;
use crate::check::types::{Known, is, is_bare, known, last_ident, path};
use crate::errors::Errors;
use crate::rules::Rule;
use crate::syntax::item::Variant;

pub(super) fn check_unknown(variant: &Variant, repr: Option<&Ident>, errors: &mut Errors) {
    let shown = repr.map_or_else(|| "u32".to_owned(), ToString::to_string);
    let name = &variant.ident;
    for attribute in &variant.unknown {
        if attribute.meta.require_path_only().is_err() {
            errors.push(
                Rule::WordWithValue,
                attribute,
                "`#[unknown]` takes no value\nhelp: write `#[unknown]`",
            );
        }
    }
    if let [first, second, ..] = variant.unknown.as_slice() {
        errors.push_pair(
            Rule::UnknownTwice,
            second,
            "duplicate `#[unknown]`",
            first,
            "first used here",
        );
    }
    if let Some(value) = &variant.discriminant {
        errors.push(
            Rule::UnknownWithNumber,
            value,
            "the `#[unknown]` variant cannot have a value\n\
             help: remove the value, or write another variant for it",
        );
    }
    let help = format!("help: write `#[unknown] {name}({shown})`");
    let Fields::Unnamed(fields) = &variant.fields else {
        return errors.push(
            Rule::UnknownNoInteger,
            name,
            format!("the `#[unknown]` variant must hold the unknown value\n{help}"),
        );
    };
    let (Some(field), 1) = (fields.unnamed.first(), fields.unnamed.len()) else {
        return errors.push(
            Rule::UnknownNoInteger,
            &variant.fields,
            format!(
                "the `#[unknown]` variant must hold the unknown value and nothing else\n{help}"
            ),
        );
    };
    if let Some(repr) = repr {
        if is_other_integer(&field.ty, repr) {
            errors.push(
                Rule::UnknownNoInteger,
                &field.ty,
                format!(
                    "the `#[unknown]` variant must hold a `{repr}`, the integer in `#[repr({repr})]`\n{help}"
                ),
            );
        }
    }
}

/// Whether the type is another integer. An alias may be the same one, which is left to rustc.
fn is_other_integer(ty: &Type, repr: &Ident) -> bool {
    let integer = last_ident(ty).is_some_and(|ident| WIDTHS.iter().any(|width| ident == width));
    let other = integer || path(ty).is_none() || !is_bare(ty) || known(ty) != Known::Other;
    !is(ty, &repr.to_string()) && other
}

/// Checks the discriminant that rustc gives to the `#[unknown]` variant: the one after the last. Nobody sees it, but
/// it must differ from all others. What rustc would say about a duplicate does not help here.
pub(super) fn check_room(unknown: &Ident, value: i128, values: &Values<'_>, errors: &mut Errors) {
    let why = match values.holder(value) {
        Some(known) => format!("which is the value of `{known}`"),
        None if values.fits(value) => return,
        None => "which is out of range for the integer in `#[repr(..)]`".to_owned(),
    };
    let help = values.last_with_room().map_or_else(
        || "move it before all other variants".to_owned(),
        |known| format!("move it after `{known}`"),
    );
    errors.push(
        Rule::UnknownWithoutRoom,
        unknown,
        format!("rustc gives `{unknown}` the discriminant {value}, {why}\nhelp: {help}"),
    );
}
