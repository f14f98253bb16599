//! The rules of `#[derive(AttributeSet)]`.

mod attrs;
mod borrow;
mod bounds;
mod field;
mod fit;
mod hint;
mod keyed;
mod omit;
mod presence;
mod sibling;
mod subset;
mod variant;
mod wide;
mod words;

use std::slice;

use syn::{Attribute, Ident};

use self::attrs::check_attrs;
use super::krate::default_crate;
use super::names::{HIDDEN, kebab};
use super::types::{inside, is, is_unsized};
use super::unique::Unique;
use super::values::check_misplaced;
use crate::errors::Errors;
use crate::model::{AttributeSet, Field};
use crate::rules::Rule;
use crate::syntax::item::{self, Shape};

/// Checks the set, and keeps the fields without mistakes.
///
/// If `#[attrs(..)]` has a mistake and no field has a number, the mistake was probably in `subset_of`.
pub(crate) fn check_set(set: item::Set, errors: &mut Errors) -> AttributeSet {
    let mut numbers = Unique::new(Rule::NumberDuplicate);
    let before = errors.count();
    let attrs = check_attrs(&set.attrs, &set.ident, &mut numbers, errors);
    subset::check_pad(attrs.pad.word(), attrs.subset_of.word(), errors);
    check_misplaced(
        &set.misplaced,
        ("on the set", "on a field or a variant"),
        "write `#[attrs(..)]`",
        errors,
    );
    check_of_enumeration(&set.of_enumeration, errors);
    let refused = set.attrs.broken || errors.count() > before;
    let mixed = matches!(set.shape, Shape::Enum(..));
    let zerocopy = set.word("c_struct").cloned();
    let (fields, sized) = match set.shape {
        Shape::Enum(keyword, variants) => {
            let unmarked = variants.iter().all(|it| it.attr.attribute.is_none());
            let of = variant::Of {
                keyword: &keyword,
                ident: &set.ident,
                in_subset: attrs.subset_of.is_set() || (refused && unmarked),
            };
            let fields = variant::check_variants(&of, variants, &mut numbers, errors);
            (fields, true)
        }
        shape => {
            let fields = check_shape(shape, errors);
            let unmarked = fields.iter().all(|it| it.attr.attribute.is_none());
            let in_subset = attrs.subset_of.is_set() || (refused && unmarked);
            let sized = fields.iter().all(|field| !is_unsized(&field.ty));
            if unmarked && !in_subset && is_description(&fields) {
                report_unmarked(&set.ident, errors);
                (Vec::new(), sized)
            } else {
                let fields = check_fields(fields, in_subset, &mut numbers, errors);
                (fields, sized)
            }
        }
    };
    AttributeSet {
        sized,
        mixed,
        zerocopy,
        name: attrs.name.into_value().unwrap_or_else(|| kebab(&set.ident)),
        krate: attrs.krate.into_value().unwrap_or_else(default_crate),
        subset_of: attrs.subset_of.into_value(),
        pad: attrs.pad.into_value(),
        doc: set.doc.text,
        ident: set.ident,
        generics: set.generics,
        fields,
    }
}

/// Whether there are fields, and none of them holds unknown attributes.
fn is_description(fields: &[item::Field]) -> bool {
    let is_kept = |field: &item::Field| {
        inside(&field.ty, "Vec").is_some_and(|element| is(element, "UnknownAttribute"))
    };
    !fields.is_empty() && !fields.iter().any(is_kept)
}

/// Reports a struct whose fields have no numbers: either all need one, or none does.
fn report_unmarked(ident: &Ident, errors: &mut Errors) {
    let message = format!(
        "no field of `{ident}` has an attribute number\n\
         help: write `#[attr(1)]` above each field, with the number from the kernel's header\n\
         help: write `#[attrs(subset_of = Set)]` above the struct if another set has these attributes"
    );
    errors.push(Rule::NumberMissing, ident, message);
}

fn check_of_enumeration(attributes: &[Attribute], errors: &mut Errors) {
    let place = ("in an attribute set", "in an enumeration");
    for attribute in attributes {
        let help = if attribute.path().is_ident("unknown") {
            "write `#[attr(unknown)]`"
        } else {
            "write `#[attrs(..)]`"
        };
        check_misplaced(slice::from_ref(attribute), place, help, errors);
    }
}

fn check_shape(shape: Shape, errors: &mut Errors) -> Vec<item::Field> {
    let (rule, tokens, message) = match shape {
        Shape::Fields(fields) => return fields,
        Shape::Tuple(tokens) => (
            Rule::FieldsUnnamed,
            tokens,
            "the fields of an attribute set must have names\n\
                 help: write `{ #[attr(1)] name: .. }` in place of the parentheses",
        ),
        Shape::Enum(tokens, _) | Shape::Union(tokens) => (
            Rule::DeriveMisplaced,
            tokens,
            "`AttributeSet` cannot be derived for a union\nhelp: write a struct or an enum",
        ),
    };
    errors.push(rule, tokens, message);
    Vec::new()
}

fn check_fields(
    fields: Vec<item::Field>,
    in_subset: bool,
    numbers: &mut Unique<u16>,
    errors: &mut Errors,
) -> Vec<Field> {
    let mut names = Names::new(in_subset);
    let known = sibling::known(&fields);
    let mut checked = Vec::new();
    for field in fields {
        let ident = field.ident.clone();
        check_misplaced(
            &field.misplaced,
            ("on a field", "on the struct"),
            "write `#[attr(..)]`",
            errors,
        );
        let field = if in_subset {
            subset::check_field(field, errors)
        } else {
            field::check_field(field, numbers, errors)
        };
        checked.extend(field.filter(|field| names.add(&ident, field, errors)));
    }
    sibling::check_siblings(checked, &known, in_subset, errors)
}

/// The constants and names of the fields so far, and the field for unknown attributes.
struct Names {
    constants: Unique<String>,
    named: Unique<String>,
    unknown: Unique<()>,
}

impl Names {
    fn new(in_subset: bool) -> Self {
        // The names of a subset are those of its set.
        let help = if in_subset {
            "remove one of them"
        } else {
            "rename one of them, and keep its netlink name with `name = \"..\"`"
        };
        Self {
            constants: Unique::made(Rule::ConstantDuplicate, help),
            named: Unique::new(Rule::NameDuplicate),
            unknown: Unique::new(Rule::UnknownTwice),
        }
    }

    /// Adds those of the field, and returns whether no other field has them.
    fn add(&mut self, ident: &Ident, field: &Field, errors: &mut Errors) -> bool {
        let Field::Attribute(field) = field else {
            let what = ("`unknown`", "`unknown`");
            return self.unknown.add((), ident, what, ident, errors);
        };
        let constant = field.constant.to_string();
        let shown = format!("`{}`", constant.strip_prefix(HIDDEN).unwrap_or(&constant));
        let what = (&*format!("constant {shown}"), &*shown);
        if !self.constants.add(constant, ident, what, ident, errors) {
            return false;
        }
        field.slot.as_ref().is_none_or(|slot| {
            let name = slot.name.clone();
            let value = format!("\"{name}\"");
            let what = (&*format!("name {value}"), &*value);
            self.named.add(name, ident, what, ident, errors)
        })
    }
}
