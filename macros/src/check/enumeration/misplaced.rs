//! Attributes that do not belong on a variant.

use proc_macro2::Ident;
use syn::{Attribute, LitInt};

use crate::check::values::check_misplaced;
use crate::errors::Errors;
use crate::rules::Rule;
use crate::syntax::item::Variant;

pub(super) fn check_attributes(variant: &Variant, errors: &mut Errors) {
    check_misplaced(
        &variant.misplaced,
        "`#[enumeration(..)]` is not allowed on a payload; it belongs on the enum or on a variant with a value\n\
         help: remove it",
        errors,
    );
    check_misplaced(
        &variant.inside,
        "`#[unknown]` is not allowed on a payload; it belongs on the variant\nhelp: write it above the variant",
        errors,
    );
    check_of_set(variant, errors);
    check_of_enum(variant, errors);
}

/// What belongs on the enum or on a variant with a value.
fn check_of_enum(variant: &Variant, errors: &mut Errors) {
    if let (Some(attribute), false) = (&variant.args.attribute, variant.unknown.is_empty()) {
        let message = "`#[enumeration(..)]` is not allowed beside `#[unknown]`: unknown values have no name\nhelp: remove it";
        errors.push(Rule::AttributeMisplaced, attribute, message);
    } else if let Some(word) = variant.args.word("crate") {
        let message =
            "`crate` is not allowed on a variant; it belongs on the enum\nhelp: write it there";
        errors.push(Rule::WordMisplaced, word, message);
    }
}

/// A number above a variant, as the attributes of a set have it.
fn check_of_set(variant: &Variant, errors: &mut Errors) {
    let ident = &variant.ident;
    for attribute in &variant.of_set {
        let number = attribute.parse_args::<LitInt>().ok();
        let help = match (number, &variant.discriminant) {
            _ if is_unknown(attribute) => "write `#[unknown]`".to_owned(),
            (Some(number), None) => format!("write the value after the name: `{ident} = {number}`"),
            _ => "remove it; the value is written after the name, as in `Inet = 2`".to_owned(),
        };
        let message = format!(
            "`#[attr(..)]` and `#[attrs(..)]` belong to a set, and not to an enumeration\nhelp: {help}"
        );
        errors.push(Rule::AttributeMisplaced, attribute, message);
    }
}

/// `#[attr(unknown)]`.
pub(super) fn is_unknown(attribute: &Attribute) -> bool {
    attribute
        .parse_args::<Ident>()
        .is_ok_and(|word| word == "unknown")
}
