//! The variants of an enum, each one attribute of a list of mixed ones.

use proc_macro2::{Ident, TokenStream};
use quote::format_ident;
use syn::{Fields, Type, Visibility, parse_quote_spanned};

use super::Names;
use super::field::{Naming, check_named};
use super::words::is_word;
use crate::check::names::kebab;
use crate::check::taken::Taken;
use crate::check::types::{inside, is};
use crate::check::values::check_misplaced;
use crate::errors::Errors;
use crate::model::{Field, Presence};
use crate::rules::Rule;
use crate::syntax::item::{self, Mixed};

pub(super) fn check_variants(
    (keyword, of): (&TokenStream, &Ident),
    variants: Vec<Mixed>,
    numbers: &mut Taken<u16>,
    errors: &mut Errors,
) -> Vec<Field> {
    if variants
        .iter()
        .all(|variant| variant.attr.attribute.is_none())
    {
        errors.push(
            Rule::NumberMissing,
            keyword,
            "each variant of a set is an attribute, and none here has a number\n\
             help: write `#[attr(1)] Name(T)`\n\
             help: for an enum that stands for an integer, derive `Enumeration`",
        );
        return Vec::new();
    }
    let mut names = Names::new();
    let mut checked = Vec::new();
    for variant in variants {
        let ident = variant.ident.clone();
        check_misplaced(
            &variant.misplaced,
            "`#[attrs(..)]` belongs on the enum\nhelp: write `#[attr(..)]` on a variant",
            errors,
        );
        check_misplaced(
            &variant.inside,
            "`#[attr(..)]` belongs on the variant\n\
             help: write the words of the payload above the variant, behind its number",
            errors,
        );
        let field = check_variant(variant, of, numbers, errors);
        checked.extend(field.filter(|field| names.take(&ident, field, errors)));
    }
    checked
}

fn check_variant(
    variant: Mixed,
    of: &Ident,
    numbers: &mut Taken<u16>,
    errors: &mut Errors,
) -> Option<Field> {
    let before = errors.count();
    if let Some(value) = &variant.discriminant {
        errors.push(
            Rule::VariantWithValue,
            value,
            "the variant stands for an attribute, which has a number and no value\n\
             help: take `= ..` away",
        );
    }
    let ty = check_shape(&variant, errors)?;
    if has(&variant.attr.list, "nest") && is_one_of(&ty, of) {
        let message = format!(
            "a nest holds a list of mixed attributes\nhelp: write `{}(Vec<{of}>)`",
            variant.ident
        );
        errors.push(Rule::NestOfEnum, ty, message);
        return None;
    }
    let naming = naming(&variant.ident);
    let field = item::Field {
        doc: variant.doc,
        vis: Visibility::Inherited,
        ident: variant.ident,
        ty,
        attr: variant.attr,
        misplaced: Vec::new(),
    };
    let unknown = has(&field.attr.list, "unknown");
    let whole = field.ty.clone();
    let mut checked = if unknown {
        check_kept(field, errors)
    } else {
        check_named(field, naming, numbers, errors)
    }?;
    if let Field::Attribute(attribute) = &mut checked {
        // A variant is there or is another one: its list is a payload like others.
        match attribute.presence {
            Presence::List => {
                (attribute.presence, attribute.element) = (Presence::Required, None);
            }
            // The codec's own, as nothing else lets one stand here.
            Presence::Optional => (attribute.presence, attribute.ty) = (Presence::Required, whole),
            Presence::Required | Presence::Flag => {}
        }
    }
    (errors.count() == before).then_some(checked)
}

/// Whether it is the enum itself, be it in a `Box`.
fn is_one_of(ty: &Type, of: &Ident) -> bool {
    let ty = inside(ty, "Box").unwrap_or(ty);
    is(ty, "Self") || is(ty, &of.to_string())
}

/// The constants of an enum have a prefix: a variant may be in upper case itself.
fn naming(ident: &Ident) -> Naming {
    let name = kebab(ident);
    let constant = name.to_uppercase().replace('-', "_");
    Naming {
        constant: format_ident!("__GENL_{}", constant, span = ident.span()),
        name,
    }
}

fn has(list: &[crate::syntax::args::Arg], word: &str) -> bool {
    list.iter().any(|arg| is_word(arg, word))
}

/// The type of the payload; of a variant without one, that of a flag.
fn check_shape(variant: &Mixed, errors: &mut Errors) -> Option<Type> {
    let Mixed {
        ident,
        fields,
        attr,
        ..
    } = variant;
    let (flag, unknown) = (has(&attr.list, "flag"), has(&attr.list, "unknown"));
    let fields = match fields {
        Fields::Unit if flag || attr.broken => {
            return Some(parse_quote_spanned!(ident.span()=> bool));
        }
        Fields::Unit => {
            let help = if unknown {
                ""
            } else {
                "write `flag` behind the number, or "
            };
            let ty = if unknown { "UnknownAttribute" } else { "T" };
            let message = format!("`{ident}` holds nothing\nhelp: {help}write `{ident}({ty})`");
            errors.push(
                Rule::VariantWithoutPayload,
                ident,
                message.replace("or write", "or"),
            );
            return None;
        }
        Fields::Named(fields) => {
            let message = format!("a variant holds one payload\nhelp: write `{ident}(T)`");
            errors.push(Rule::VariantOfSeveral, fields, message);
            return None;
        }
        Fields::Unnamed(fields) => fields,
    };
    let mut types = fields.unnamed.iter().map(|field| &field.ty);
    let (Some(ty), None) = (types.next(), types.next()) else {
        if flag && fields.unnamed.is_empty() {
            let message = format!("a flag holds nothing\nhelp: write `{ident}`, with `flag`");
            errors.push(Rule::FlagWithPayload, fields, message);
            return None;
        }
        let message = format!("a variant holds one payload\nhelp: write `{ident}(T)`");
        errors.push(Rule::VariantOfSeveral, fields, message);
        return None;
    };
    if inside(ty, "Option").is_some() && !has(&attr.list, "with") {
        errors.push(
            Rule::VariantOptional,
            ty,
            "a variant stands for an attribute that is there\nhelp: take the `Option` away",
        );
        return None;
    }
    if flag || (is(ty, "bool") && !has(&attr.list, "with")) {
        let message = format!("a flag holds nothing\nhelp: write `{ident}`, with `flag`");
        errors.push(Rule::FlagWithPayload, ty, message);
        return None;
    }
    if let Some(word) = attr.list.iter().find(|arg| is_word(arg, "multi")) {
        errors.push(
            Rule::VariantWithMulti,
            word,
            "a list of mixed attributes has each as often as it comes\n\
             help: take `multi` away, and write the type of one",
        );
        return None;
    }
    Some(ty.clone())
}

/// The variant that keeps attributes of no other kind.
fn check_kept(field: item::Field, errors: &mut Errors) -> Option<Field> {
    super::field::check_alone_unknown(&field, errors);
    if !is(&field.ty, "UnknownAttribute") {
        let message = format!(
            "an unknown attribute is kept as it came\nhelp: write `{}(UnknownAttribute)`",
            field.ident
        );
        errors.push(Rule::UnknownOfOtherType, &field.ty, message);
        return None;
    }
    Some(Field::Unknown(field.ident))
}
