//! Attributes that do not belong on a variant.

use std::slice;

use proc_macro2::Ident;
use syn::{Attribute, LitInt};

use super::NO_SET;
use crate::check::values::check_misplaced;
use crate::errors::Errors;
use crate::rules::Rule;
use crate::syntax::item::Variant;

pub(super) fn check_attributes(variant: &Variant, errors: &mut Errors) {
    check_misplaced(
        &variant.misplaced,
        ("on a payload", "on the enum or on a variant with a value"),
        "remove it",
        errors,
    );
    check_misplaced(
        &variant.inside,
        ("on a payload", "on the variant"),
        "write it above the variant",
        errors,
    );
    check_of_set(variant, errors);
    check_of_enum(variant, errors);
}

/// Reports what is allowed on the enum or on a variant with a value only.
fn check_of_enum(variant: &Variant, errors: &mut Errors) {
    if let (Some(attribute), false) = (&variant.args.attribute, variant.unknown.is_empty()) {
        let message = "`#[enumeration(..)]` is not allowed beside `#[unknown]`: unknown values have no name\nhelp: remove it";
        errors.push(Rule::AttributeMisplaced, attribute, message);
    } else if let Some(word) = variant.args.word("crate") {
        let message = "`crate` is not allowed on a variant; it belongs on the enum\nhelp: write it above the enum";
        errors.push(Rule::WordMisplaced, word, message);
    }
}

/// Reports a number above a variant, as attributes have it.
fn check_of_set(variant: &Variant, errors: &mut Errors) {
    let ident = &variant.ident;
    for attribute in &variant.of_set {
        let number = attribute.parse_args::<LitInt>().ok();
        let help = match (number, &variant.discriminant) {
            _ if is_unknown(attribute) => "write `#[unknown]`".to_owned(),
            (Some(number), None) => format!("write the value after the name: `{ident} = {number}`"),
            _ => "remove it; a value is written after the name, as in `Inet = 2`".to_owned(),
        };
        check_misplaced(slice::from_ref(attribute), NO_SET, &help, errors);
    }
}

/// `#[attr(unknown)]`.
pub(super) fn is_unknown(attribute: &Attribute) -> bool {
    attribute
        .parse_args::<Ident>()
        .is_ok_and(|word| word == "unknown")
}
