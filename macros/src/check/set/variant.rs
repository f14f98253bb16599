//! The variants of an enum, each one attribute of a list of mixed ones.

use proc_macro2::{Ident, TokenStream};
use quote::ToTokens;
use syn::{Fields, Type, Visibility, parse_quote_spanned};

use super::borrow::check_lifetimes;
use super::field::{Naming, check_named};
use super::words::is_word;
use super::{Names, subset};
use crate::check::names::{attribute_constant, kebab};
use crate::check::taken::Taken;
use crate::check::types::{inside, is};
use crate::check::values::check_misplaced;
use crate::errors::Errors;
use crate::model::{Attribute, Field, Presence};
use crate::rules::Rule;
use crate::syntax::args::Arg;
use crate::syntax::item::{self, Mixed};

/// The enum that the variants are of.
pub(super) struct Of<'e> {
    pub(super) keyword: &'e TokenStream,
    pub(super) ident: &'e Ident,
    pub(super) in_subset: bool,
}

pub(super) fn check_variants(
    of: &Of<'_>,
    variants: Vec<Mixed>,
    numbers: &mut Taken<u16>,
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
            "`#[attrs(..)]` is not allowed on a variant; it belongs on the enum\nhelp: write `#[attr(..)]`",
            errors,
        );
        check_misplaced(
            &variant.inside,
            "`#[attr(..)]` is not allowed on a payload; it belongs on the variant\n\
             help: write the words of the payload above the variant, after its number",
            errors,
        );
        let field = check_variant(variant, of, numbers, errors);
        checked.extend(field.filter(|field| names.take(&ident, field, errors)));
    }
    checked
}

/// Whether there are attributes among the variants.
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
            "no variant of the set has a number\n\
             help: write `#[attr(1)] Name(T)` for each attribute\n\
             help: derive `Enumeration` for an enum that stands for an integer",
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
    numbers: &mut Taken<u16>,
    errors: &mut Errors,
) -> Option<Field> {
    let before = errors.count();
    if let Some(value) = &variant.discriminant {
        errors.push(
            Rule::VariantWithValue,
            value,
            "the variant stands for an attribute, and cannot have a value\n\
             help: remove `= ..`",
        );
    }
    let unknown = has(&variant.attr.list, "unknown");
    if of.in_subset && !unknown {
        subset::check_not_empty(&variant.attr, "variant", errors);
    }
    // A variant with words of its own is one of any set, apart from its number.
    let of_set = of.in_subset && !subset::has_words(&variant.attr);
    let ty = check_shape(&variant, of_set || unknown && of.in_subset, errors)?;
    if (of_set || has(&variant.attr.list, "nest")) && is_one_of(&ty, of.ident) {
        let message = format!(
            "a nest of mixed attributes must be a list\nhelp: write `{}(Vec<{}>)`",
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

/// A variant is there or is another one: its `Option` is the codec's own, as nothing else lets one
/// stand here. `whole` is the type as it was written.
fn make_present(attribute: &mut Attribute, whole: Type) {
    if attribute.presence == Presence::Optional {
        (attribute.presence, attribute.ty) = (Presence::Required, whole);
    }
}

/// Whether it is the enum itself, be it in a `Box`.
fn is_one_of(ty: &Type, of: &Ident) -> bool {
    let ty = inside(ty, "Box").unwrap_or(ty);
    is(ty, "Self") || is(ty, &of.to_string())
}

/// The constant of `TzId` is that of the field `tz_id`.
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

/// The type of the payload; of a variant without one, that of a flag.
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
            "a variant must hold one payload, without a name\nhelp: write `{ident}(T)`{flag}"
        );
        errors.push(Rule::VariantOfSeveral, &variant.fields, message);
        return None;
    };
    if inside(ty, "Option").is_some() && !has(&attr.list, "with") {
        errors.push(
            Rule::VariantOptional,
            ty,
            "a variant stands for an attribute that is present\nhelp: remove the `Option`",
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
        format!("write `flag` after the number, or `{ident}(T)`")
    };
    let message = format!("the variant `{ident}` has no payload\nhelp: {help}");
    errors.push(Rule::VariantWithoutPayload, ident, message);
}

fn report_flag(ident: &Ident, payload: impl ToTokens, errors: &mut Errors) -> Option<Type> {
    let message = format!("a flag has no payload\nhelp: write `{ident}`, with `flag`");
    errors.push(Rule::FlagWithPayload, payload, message);
    None
}

/// Whether the variant is one attribute, and always is.
fn check_single(words: &[Arg], errors: &mut Errors) -> bool {
    let find = |name| words.iter().find(|arg| is_word(arg, name));
    let (multi, omit_empty, sibling) = (find("multi"), find("omit_empty"), find("sibling"));
    if let Some(word) = multi {
        errors.push(
            Rule::VariantWithMulti,
            word,
            "a variant stands for one attribute; a list of mixed attributes may repeat it\n\
             help: remove `multi`, and write the type of one element",
        );
    }
    if let Some(word) = sibling {
        errors.push(
            Rule::SiblingMisfit,
            word,
            "a variant has no other field on which its codec could depend\nhelp: remove `sibling`",
        );
    }
    if let Some(word) = omit_empty {
        errors.push(
            Rule::OmitEmptyMisfit,
            word,
            "a variant stands for an attribute that is present, be it empty\n\
             help: remove `omit_empty`",
        );
    }
    multi.is_none() && omit_empty.is_none() && sibling.is_none()
}

/// The variant that keeps attributes of no other kind.
fn check_kept(field: item::Field, errors: &mut Errors) -> Option<Field> {
    super::field::check_alone_unknown(&field, errors);
    if !is(&field.ty, "UnknownAttribute") {
        let message = format!(
            "the variant for unknown attributes must hold one\nhelp: write `{}(UnknownAttribute)`",
            field.ident
        );
        errors.push(Rule::UnknownOfOtherType, &field.ty, message);
        return None;
    }
    Some(Field::Unknown(field.ident))
}
