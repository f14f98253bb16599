//! The variants of an enum: each is one attribute in a list of mixed attributes.

use proc_macro2::{Ident, TokenStream};
use quote::ToTokens;
use syn::{Fields, Type, Visibility, parse_quote_spanned};

use super::borrow::check_lifetimes;
use super::field::{Naming, check_named};
use super::words::is_word;
use super::{Names, subset};
use crate::check::names::{attribute_constant, kebab};
use crate::check::types::{inside, is};
use crate::check::unique::Unique;
use crate::check::values::check_misplaced;
use crate::errors::Errors;
use crate::model::{Attribute, Field, Presence};
use crate::rules::Rule;
use crate::syntax::args::Arg;
use crate::syntax::item::{self, Mixed};

/// The enum of the variants.
pub(super) struct Of<'e> {
    pub(super) keyword: &'e TokenStream,
    pub(super) ident: &'e Ident,
    pub(super) in_subset: bool,
}

pub(super) fn check_variants(
    of: &Of<'_>,
    variants: Vec<Mixed>,
    numbers: &mut Unique<u16>,
    errors: &mut Errors,
) -> Vec<Field> {
    if !check_some(of, &variants, errors) {
        return Vec::new();
    }
    let mut names = Names::new(of.in_subset);
    let mut checked = Vec::new();
    for variant in variants {
        let ident = variant.ident.clone();
        check_misplaced(
            &variant.misplaced,
            ("on a variant", "on the enum"),
            "write `#[attr(..)]`",
            errors,
        );
        check_misplaced(
            &variant.inside,
            ("on a payload", "on the variant"),
            "write these words above the variant, after its number",
            errors,
        );
        let field = check_variant(variant, of, numbers, errors);
        checked.extend(field.filter(|field| names.add(&ident, field, errors)));
    }
    checked
}

/// Checks that there are attributes among the variants.
fn check_some(of: &Of<'_>, variants: &[Mixed], errors: &mut Errors) -> bool {
    let is_attribute = |variant: &Mixed| of.in_subset || variant.attr.attribute.is_some();
    let some = variants.iter().any(is_attribute);
    let (rule, message) = if of.in_subset {
        (
            Rule::SubsetEmpty,
            "the subset has no variants\n\
             help: write `Name(T)` for the field `name` of the set",
        )
    } else {
        (
            Rule::NumberMissing,
            "no variant of this enum has an attribute number\n\
             help: write `#[attr(1)]` above each variant, with the number from the kernel's header\n\
             help: derive `Enumeration` if the enum is one integer",
        )
    };
    if !some {
        errors.push(rule, of.keyword, message);
    }
    some
}

fn check_variant(
    variant: Mixed,
    of: &Of<'_>,
    numbers: &mut Unique<u16>,
    errors: &mut Errors,
) -> Option<Field> {
    let before = errors.count();
    if let Some(value) = &variant.discriminant {
        errors.push(
            Rule::VariantWithValue,
            value,
            "a variant of an attribute set cannot have a value\n\
             help: remove `= ..`; the attribute number is written in `#[attr(..)]`",
        );
    }
    let unknown = has(&variant.attr.list, "unknown");
    if of.in_subset && !unknown {
        subset::check_not_empty(&variant.attr, "variant", errors);
    }
    // A variant with words of its own is checked as one outside of a subset, apart from its number.
    let of_set = of.in_subset && !subset::has_words(&variant.attr);
    let ty = check_shape(&variant, of_set || unknown && of.in_subset, errors)?;
    if (of_set || has(&variant.attr.list, "nest")) && is_one_of(&ty, of.ident) {
        let message = format!(
            "an enum of attributes is nested as a list: one value of it is a single attribute\n\
             help: write `{}(Vec<{}>)`",
            variant.ident, of.ident
        );
        errors.push(Rule::NestOfEnum, ty, message);
        return None;
    }
    let naming = naming(&variant.ident);
    let presence = match variant.fields {
        Fields::Unit => Presence::Flag,
        _ => Presence::Required,
    };
    let field = item::Field {
        doc: variant.doc,
        vis: Visibility::Inherited,
        ident: variant.ident,
        ty,
        attr: variant.attr,
        misplaced: Vec::new(),
    };
    let whole = field.ty.clone();
    let mut checked = if unknown {
        check_kept(field, errors)
    } else if of_set {
        check_lifetimes(&field.ty, errors);
        Some(subset::attribute(field, naming.constant, presence))
    } else {
        let numbers = (!of.in_subset).then_some(numbers);
        check_named(field, naming, numbers, errors)
    }?;
    if let Field::Attribute(attribute) = &mut checked {
        make_present(attribute, whole);
    }
    (errors.count() == before).then_some(checked)
}

/// Makes the attribute required. Only a codec may have an `Option` here, which is then part of its value: `whole` is the
/// type with the `Option`.
fn make_present(attribute: &mut Attribute, whole: Type) {
    if attribute.presence == Presence::Optional {
        (attribute.presence, attribute.ty) = (Presence::Required, whole);
    }
}

/// Whether it is the enum itself, even in a `Box`.
fn is_one_of(ty: &Type, of: &Ident) -> bool {
    let ty = inside(ty, "Box").unwrap_or(ty);
    is(ty, "Self") || is(ty, &of.to_string())
}

/// Names the variant `TzId` like the field `tz_id`.
fn naming(ident: &Ident) -> Naming {
    let name = kebab(ident);
    Naming {
        constant: attribute_constant(&name, ident.span()),
        name,
    }
}

fn has(list: &[Arg], word: &str) -> bool {
    list.iter().any(|arg| is_word(arg, word))
}

/// Returns the type of the payload, which is `bool` for a variant without one.
fn check_shape(variant: &Mixed, in_subset: bool, errors: &mut Errors) -> Option<Type> {
    let Mixed { ident, attr, .. } = variant;
    let unknown = has(&attr.list, "unknown");
    let flag = has(&attr.list, "flag") && !in_subset;
    let is_flag = if in_subset { !unknown } else { flag };
    let none = match &variant.fields {
        Fields::Unit if is_flag || attr.broken => {
            return Some(parse_quote_spanned!(ident.span()=> bool));
        }
        Fields::Unit => {
            report_unit(ident, unknown, errors);
            return None;
        }
        Fields::Named(_) => false,
        Fields::Unnamed(fields) => fields.unnamed.is_empty(),
    };
    if flag && none {
        return report_flag(ident, &variant.fields, errors);
    }
    let mut types = variant.fields.iter().map(|field| &field.ty);
    let (Fields::Unnamed(_), Some(ty), None) = (&variant.fields, types.next(), types.next()) else {
        let flag = if none && is_flag {
            format!(", or `{ident}` for a flag")
        } else {
            String::new()
        };
        let message = format!(
            "a variant must hold exactly one payload, without a field name\nhelp: write `{ident}(T)`{flag}"
        );
        errors.push(Rule::VariantOfSeveral, &variant.fields, message);
        return None;
    };
    if inside(ty, "Option").is_some() && !has(&attr.list, "with") {
        errors.push(
            Rule::VariantOptional,
            ty,
            "the payload of a variant cannot be optional: the attribute is present\nhelp: remove the `Option`",
        );
        return None;
    }
    if in_subset {
        return Some(ty.clone());
    }
    let encoded = has(&attr.list, "with") || has(&attr.list, "u8");
    if flag || (is(ty, "bool") && !encoded) {
        return report_flag(ident, ty, errors);
    }
    check_single(&attr.list, errors).then(|| ty.clone())
}

fn report_unit(ident: &Ident, unknown: bool, errors: &mut Errors) {
    let help = if unknown {
        format!("write `{ident}(UnknownAttribute)`")
    } else {
        format!("write `{ident}(T)`, or `flag` after the number if the attribute has no payload")
    };
    let message = format!("missing payload of the variant `{ident}`\nhelp: {help}");
    errors.push(Rule::VariantWithoutPayload, ident, message);
}

fn report_flag(ident: &Ident, payload: impl ToTokens, errors: &mut Errors) -> Option<Type> {
    let message = format!(
        "a flag has no payload\nhelp: write `{ident}` without a payload, and `flag` after the number"
    );
    errors.push(Rule::FlagWithPayload, payload, message);
    None
}

/// Refuses words that do not apply to exactly one attribute.
fn check_single(words: &[Arg], errors: &mut Errors) -> bool {
    let find = |name| words.iter().find(|arg| is_word(arg, name));
    let (multi, omit_empty, sibling) = (find("multi"), find("omit_empty"), find("sibling"));
    if let Some(word) = multi {
        errors.push(
            Rule::VariantWithMulti,
            word,
            "`multi` is not allowed on a variant: the list can contain the variant several times\n\
             help: remove `multi`, and write the type of one element",
        );
    }
    if let Some(word) = sibling {
        errors.push(
            Rule::SiblingMisfit,
            word,
            "`sibling` is not allowed on a variant, which has no other fields\nhelp: remove `sibling`",
        );
    }
    if let Some(word) = omit_empty {
        errors.push(
            Rule::OmitEmptyMisfit,
            word,
            "`omit_empty` is not allowed on a variant: the attribute is present\n\
             help: remove `omit_empty`",
        );
    }
    multi.is_none() && omit_empty.is_none() && sibling.is_none()
}

/// Checks the variant that keeps unknown attributes.
fn check_kept(field: item::Field, errors: &mut Errors) -> Option<Field> {
    super::field::check_alone_unknown(&field, errors);
    if !is(&field.ty, "UnknownAttribute") {
        let message = format!(
            "the variant with `unknown` must hold an unknown attribute\nhelp: write `{}(UnknownAttribute)`",
            field.ident
        );
        errors.push(Rule::UnknownOfOtherType, &field.ty, message);
        return None;
    }
    Some(Field::Unknown(field.ident))
}
