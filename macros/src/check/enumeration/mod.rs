//! The rules of `#[derive(Enumeration)]`.

mod misplaced;
mod unknown;
mod values;

use proc_macro2::Ident;
use quote::ToTokens;
use syn::{Fields, LitStr, Path};

use self::misplaced::{check_attributes, is_unknown};
use self::unknown::{check_room, check_unknown};
use self::values::{Next, Values};
use crate::check::dashes::check_dashes;
use crate::check::krate::{check_crate, default_crate};
use crate::check::names::kebab;
use crate::check::sentences::expected_word;
use crate::check::types::last_ident;
use crate::check::unique::Unique;
use crate::check::values::{check_form, check_misplaced, check_name};
use crate::check::words::{EnumerationWord, Once, Vocabulary, check_word};
use crate::errors::Errors;
use crate::model::{Enumeration, Known};
use crate::rules::Rule;
use crate::syntax::args::{Arg, Args};
use crate::syntax::item::{self, Variant};

/// Where attributes of a set are found, and where they belong.
const NO_SET: (&str, &str) = ("in an enumeration", "in an attribute set");

const WIDTHS: [&str; 8] = ["u8", "u16", "u32", "u64", "i8", "i16", "i32", "i64"];

/// The parts of an enum with mistakes that its stub needs.
pub(crate) struct Failed {
    pub(crate) krate: Path,
    pub(crate) ident: Ident,
    pub(crate) generics: syn::Generics,
    pub(crate) repr: Option<Ident>,
}

pub(crate) fn check_enumeration(
    item: item::Enumeration,
    errors: &mut Errors,
) -> Result<Enumeration, Box<Failed>> {
    let (name, krate) = check_args(&item.args, errors);
    let krate = krate.unwrap_or_else(default_crate);
    if !item.generics.params.is_empty() {
        errors.push(
            Rule::EnumerationGeneric,
            &item.generics.params,
            "an enumeration cannot have generics\nhelp: remove them",
        );
    }
    check_misplaced(
        &item.misplaced,
        ("on the enum", "on the variant for unknown values"),
        "write it above that variant",
        errors,
    );
    check_misplaced(&item.of_set, NO_SET, "write `#[enumeration(..)]`", errors);
    let (repr, known, unknown) = match item.variants {
        Ok(variants) => {
            let meant = unknown_integer(&variants);
            let repr = check_repr(&item.repr, &item.ident, &meant, errors);
            let (known, unknown) = check_variants(variants, repr.as_ref(), &item.ident, errors);
            (repr, known, unknown)
        }
        Err(keyword) => {
            errors.push(
                Rule::DeriveMisplaced,
                keyword,
                "`Enumeration` can be derived for enums only\n\
                     help: derive `AttributeSet` if each field is an attribute",
            );
            (None, Vec::new(), None)
        }
    };
    match (repr, unknown) {
        (Some(repr), Some(unknown)) if errors.is_empty() => Ok(Enumeration {
            name: name.unwrap_or_else(|| kebab(&item.ident)),
            krate,
            ident: item.ident,
            doc: item.doc.text,
            repr,
            unknown,
            known,
        }),
        (repr, _) => Err(Box::new(Failed {
            krate,
            ident: item.ident,
            generics: item.generics,
            repr,
        })),
    }
}

fn check_args(args: &Args, errors: &mut Errors) -> (Option<String>, Option<Path>) {
    let (mut name, mut krate) = (Once::default(), Once::default());
    check_form(args, EnumerationWord::PLACE, errors);
    for arg in &args.list {
        if check_dashes::<EnumerationWord>(arg, errors) {
            continue;
        }
        let Arg::Word(word) = arg else {
            let written = arg.shown();
            let quoted = syn::parse_str::<LitStr>(&written).is_ok();
            let name = if quoted { &written } else { "\"..\"" };
            let message = expected_word(EnumerationWord::PLACE, format!("name = {name}"));
            errors.push(Rule::WordExpected, arg, message);
            continue;
        };
        match check_word::<EnumerationWord>(word, errors) {
            Some(EnumerationWord::Name) => {
                if let Some(value) = check_name(word, errors) {
                    name.set(&word.ident, value, errors);
                }
            }
            Some(EnumerationWord::Crate) => {
                if let Some(value) = check_crate(word, errors) {
                    krate.set(&word.ident, value, errors);
                }
            }
            None => {}
        }
    }
    (name.into_value(), krate.into_value())
}

/// Returns the integer that the `#[unknown]` variant holds.
fn unknown_integer(variants: &[Variant]) -> String {
    let mut unknown = variants
        .iter()
        .filter(|variant| !variant.unknown.is_empty());
    let field = unknown.find_map(|variant| variant.fields.iter().next());
    let integer = field.and_then(|field| last_ident(&field.ty));
    integer
        .map(ToString::to_string)
        .filter(|integer| WIDTHS.contains(&integer.as_str()))
        .unwrap_or_else(|| "u32".to_owned())
}

/// Returns the integer in `#[repr(..)]`, whose other words are left to rustc.
fn check_repr(repr: &Args, ident: &Ident, meant: &str, errors: &mut Errors) -> Option<Ident> {
    let words = repr.list.iter().filter_map(|arg| match arg {
        Arg::Word(word) => Some(&word.ident),
        Arg::Value(_) => None,
    });
    let integers = words.filter(|word| {
        let word = word.to_string();
        word.trim_start_matches(['u', 'i']).parse::<u8>().is_ok()
            || word == "usize"
            || word == "isize"
    });
    let Some(integer) = integers.into_iter().next() else {
        let at = repr
            .attribute
            .as_ref()
            .map_or_else(|| ident.to_token_stream(), ToTokens::to_token_stream);
        errors.push(
            Rule::ReprMissing,
            at,
            format!(
                "missing integer type of the enumeration `{ident}`\n\
                 help: write `#[repr({meant})]` above it, with the integer type that the kernel sends"
            ),
        );
        return None;
    };
    if !WIDTHS.iter().any(|width| integer == width) {
        errors.push(
            Rule::ReprUnsupported,
            integer,
            format!(
                "`{integer}` cannot be the payload of an attribute\n\
                 help: write one of `u8` to `u64` or `i8` to `i64`"
            ),
        );
        return None;
    }
    Some(integer.clone())
}

fn check_variants(
    variants: Vec<Variant>,
    repr: Option<&Ident>,
    ident: &Ident,
    errors: &mut Errors,
) -> (Vec<Known>, Option<Ident>) {
    let mut unknown: Option<Ident> = None;
    let mut known = Vec::new();
    let mut values = Values::new(repr);
    let mut names = Unique::new(Rule::NameDuplicate);
    let mut room = None;
    let mut unmarked = false;
    for variant in variants {
        check_attributes(&variant, errors);
        if variant.unknown.is_empty() {
            unmarked |= !matches!(variant.fields, Fields::Unit);
            if variant.of_set.iter().any(is_unknown) {
                continue;
            }
            if let Some(variant) = check_known(variant, &mut values, errors) {
                let (name, ident) = (variant.name.clone(), &variant.ident);
                let value = format!("\"{name}\"");
                let what = (&*format!("name {value}"), &*value);
                names.add(name, ident, what, ident, errors);
                known.push(variant);
            }
            continue;
        }
        check_unknown(&variant, repr, errors);
        if let Some(first) = &unknown {
            errors.push_pair(
                Rule::UnknownTwice,
                &variant.ident,
                "duplicate `#[unknown]` variant\nhelp: remove one of them",
                first,
                "first used here",
            );
        } else {
            room = values.counted();
            unknown = Some(variant.ident.clone());
        }
        values.next = Next::AfterUnknown(variant.ident);
    }
    if let (Some(ident), Some(room), true) = (&unknown, room, errors.is_empty()) {
        check_room(ident, room, &values, errors);
    }
    if let (None, Some(repr), false) = (&unknown, repr, unmarked) {
        report_no_unknown(ident, repr, errors);
    }
    if known.is_empty() && errors.is_empty() {
        report_no_value(ident, errors);
    }
    (known, unknown)
}

fn report_no_value(ident: &Ident, errors: &mut Errors) {
    errors.push(
        Rule::ValueMissing,
        ident,
        format!(
            "the enumeration `{ident}` has no variant with a value\n\
             help: write a variant with a value, such as `Inet = 2`"
        ),
    );
}

fn report_no_unknown(ident: &Ident, repr: &Ident, errors: &mut Errors) {
    errors.push(
        Rule::UnknownMissing,
        ident,
        format!(
            "missing variant for unknown values, which a newer kernel may send\n\
             help: add the variant `#[unknown] Other({repr})`"
        ),
    );
}

fn check_known(variant: Variant, values: &mut Values<'_>, errors: &mut Errors) -> Option<Known> {
    let unit = matches!(variant.fields, Fields::Unit);
    if !unit {
        errors.push(
            Rule::VariantWithPayload,
            &variant.fields,
            "only the `#[unknown]` variant can have a payload\n\
                 help: remove the payload\n\
                 help: write `#[unknown]` above it if this variant is for unknown values",
        );
    }
    let (name, _) = check_args(&variant.args, errors);
    let value = values.of(variant.discriminant, &variant.ident, errors)?;
    unit.then(|| Known {
        name: name.unwrap_or_else(|| kebab(&variant.ident)),
        ident: variant.ident,
        doc: variant.doc.text,
        value,
    })
}
