//! The rules of `#[derive(AttributeSet)]`.

mod borrow;
mod bounds;
mod field;
mod fit;
mod keyed;
mod presence;
mod subset;
mod variant;
mod wide;
mod words;

use syn::{Ident, Path, Type, parse_quote};

use super::dashes::check_dashes;
use super::names::kebab;
use super::numbers::check_assigned_number;
use super::taken::Taken;
use super::types::is_unsized;
use super::values::{assigned, check_crate, check_form, check_misplaced, check_name};
use super::words::{AttrsWord, Once, Vocabulary, check_word};
use crate::errors::Errors;
use crate::model::{AttributeSet, Field};
use crate::rules::Rule;
use crate::syntax::args::{Arg, Args};
use crate::syntax::item::{self, Shape};

/// Attribute numbers have 14 bits: the two above them are flags.
const MAX_NUMBER: u16 = 0x3fff;

/// What `#[attrs(..)]` says.
#[derive(Default)]
struct Attrs {
    pad: Once<u16>,
    subset_of: Once<Type>,
    name: Once<String>,
    krate: Once<Path>,
}

/// The set, with the fields that are fine.
///
/// Where `#[attrs(..)]` has a mistake and no field has a number, `subset_of` is what the mistake
/// was.
pub(crate) fn check_set(set: item::Set, errors: &mut Errors) -> AttributeSet {
    let mut numbers = Taken::new(Rule::NumberTaken);
    let before = errors.count();
    let attrs = check_attrs(&set.attrs, &set.ident, &mut numbers, errors);
    subset::check_pad(attrs.pad.word(), attrs.subset_of.word(), errors);
    check_misplaced(
        &set.misplaced,
        "`#[attr(..)]` belongs on a field\nhelp: write `#[attrs(..)]` on the struct",
        errors,
    );
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
            let fields = check_fields(fields, in_subset, &mut numbers, errors);
            (fields, sized)
        }
    };
    AttributeSet {
        sized,
        mixed,
        zerocopy,
        name: attrs.name.into_value().unwrap_or_else(|| kebab(&set.ident)),
        krate: attrs
            .krate
            .into_value()
            .unwrap_or_else(|| parse_quote!(::genl)),
        subset_of: attrs.subset_of.into_value(),
        pad: attrs.pad.into_value(),
        doc: set.doc.text,
        ident: set.ident,
        generics: set.generics,
        fields,
    }
}

fn check_shape(shape: Shape, errors: &mut Errors) -> Vec<item::Field> {
    let (rule, tokens, message) = match shape {
        Shape::Fields(fields) => return fields,
        Shape::Tuple(tokens) => (
            Rule::FieldsUnnamed,
            tokens,
            "the fields of an attribute set have names\n\
                 help: write `{ #[attr(1)] name: .. }` in place of the parentheses",
        ),
        Shape::Enum(tokens, _) | Shape::Union(tokens) => (
            Rule::DeriveMisplaced,
            tokens,
            "`AttributeSet` is derived for structs and enums, and this is a union",
        ),
    };
    errors.push(rule, tokens, message);
    Vec::new()
}

fn check_attrs(args: &Args, of: &Ident, numbers: &mut Taken<u16>, errors: &mut Errors) -> Attrs {
    let mut attrs = Attrs::default();
    check_form(args, AttrsWord::PLACE, errors);
    for arg in &args.list {
        if check_dashes::<AttrsWord>(arg, errors) {
            continue;
        }
        let Arg::Word(word) = arg else {
            errors.push(
                Rule::WordExpected,
                arg,
                "`#[attrs(..)]` takes words alone\n\
                 help: the number of a pad attribute is `pad = 11`",
            );
            continue;
        };
        let ident = &word.ident;
        match check_word::<AttrsWord>(word, errors) {
            Some(AttrsWord::Pad) => {
                let number =
                    check_assigned_number(word, "an attribute's number", &MAX_NUMBER, errors);
                if let Some(number) = number {
                    let tokens = assigned(word, "11", errors).cloned().unwrap_or_default();
                    numbers.take(number, tokens, &format!("number {number}"), ident, errors);
                    attrs.pad.set(ident, number, errors);
                }
            }
            Some(AttrsWord::SubsetOf) => {
                if let Some(path) = subset::check_path(word, of, errors) {
                    attrs.subset_of.set(ident, path, errors);
                }
            }
            Some(AttrsWord::Name) => {
                if let Some(name) = check_name(word, errors) {
                    attrs.name.set(ident, name, errors);
                }
            }
            Some(AttrsWord::Crate) => {
                if let Some(krate) = check_crate(word, errors) {
                    attrs.krate.set(ident, krate, errors);
                }
            }
            None => {}
        }
    }
    attrs
}

fn check_fields(
    fields: Vec<item::Field>,
    in_subset: bool,
    numbers: &mut Taken<u16>,
    errors: &mut Errors,
) -> Vec<Field> {
    let mut names = Names::new(in_subset);
    let mut checked = Vec::new();
    for field in fields {
        let ident = field.ident.clone();
        check_misplaced(
            &field.misplaced,
            "`#[attrs(..)]` belongs on the struct\nhelp: write `#[attr(..)]` on a field",
            errors,
        );
        let field = if in_subset {
            subset::check_field(field, errors)
        } else {
            field::check_field(field, numbers, errors)
        };
        checked.extend(field.filter(|field| names.take(&ident, field, errors)));
    }
    checked
}

/// The constants and names of the fields, and the place of unknown attributes.
struct Names {
    constants: Taken<String>,
    named: Taken<String>,
    unknown: Taken<()>,
}

impl Names {
    fn new(in_subset: bool) -> Self {
        let constants = if in_subset {
            Taken::new(Rule::ConstantTaken)
        } else {
            Taken::with_help(
                Rule::ConstantTaken,
                "\nhelp: name one of them otherwise, and say `name = \"..\"`",
            )
        };
        Self {
            constants,
            named: Taken::new(Rule::NameTaken),
            unknown: Taken::new(Rule::UnknownTwice),
        }
    }

    /// Whether the field has them for itself.
    fn take(&mut self, ident: &Ident, field: &Field, errors: &mut Errors) -> bool {
        let Field::Attribute(field) = field else {
            let what = "the place of unknown attributes";
            return self.unknown.take((), ident, what, ident, errors);
        };
        let constant = field.constant.to_string();
        let what = format!("the constant `{}`", constant.trim_start_matches("__GENL_"));
        if !self.constants.take(constant, ident, &what, ident, errors) {
            return false;
        }
        field.slot.as_ref().is_none_or(|slot| {
            let what = format!("the name \"{}\"", slot.name);
            self.named
                .take(slot.name.clone(), ident, &what, ident, errors)
        })
    }
}
