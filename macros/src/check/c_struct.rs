//! The rules of `#[derive(CStruct)]`.

use proc_macro2::Ident;
use quote::ToTokens;
use syn::{LitStr, Path};

use super::dashes::check_dashes;
use super::hints::{MEMBER_HINTS, check_form_of, check_hint};
use super::krate::{check_crate, default_crate};
use super::names::{dashed, kebab};
use super::sentences::expected_word;
use super::unique::Unique;
use super::values::{check_alone, check_form, check_misplaced, check_name};
use super::words::{CStructWord, MemberWord, Once, Vocabulary, check_word};
use crate::errors::Errors;
use crate::model::{CStruct, Hint, Member};
use crate::rules::Rule;
use crate::syntax::args::{Arg, Args, Word};
use crate::syntax::c_struct::{self as item, Shape};

/// Where attributes of a set are found, and where they belong.
const NO_SET: (&str, &str) = ("in a C struct", "in an attribute set");

/// Checks the struct, and keeps the parts without mistakes.
pub(crate) fn check_c_struct(item: item::CStruct, errors: &mut Errors) -> CStruct {
    let (name, krate) = check_args(&item.args, errors);
    check_misplaced(
        &item.misplaced,
        ("on the struct", "on a member"),
        "write `#[c_struct(..)]`",
        errors,
    );
    check_misplaced(&item.of_set, NO_SET, "write `#[c_struct(..)]`", errors);
    let members = match item.shape {
        Shape::Members(members) => {
            check_layout(&item.repr, &item.ident, errors);
            check_members(members, errors)
        }
        Shape::Tuple(fields) => {
            errors.push(
                Rule::FieldsUnnamed,
                fields,
                "the members of a C struct must have names\n\
                 help: write `{ name: .. }` in place of the parentheses",
            );
            Vec::new()
        }
        Shape::Other(keyword) => {
            let help = if keyword.to_string() == "union" {
                "write a struct that holds the union as bytes, such as `[u8; 16]`"
            } else {
                "derive `Enumeration` for the enum, and write `genl::c::Enum<..>` for a member that holds it"
            };
            let message = format!("`CStruct` can be derived for structs only\nhelp: {help}");
            errors.push(Rule::DeriveMisplaced, keyword, message);
            Vec::new()
        }
    };
    CStruct {
        krate: krate.unwrap_or_else(default_crate),
        name: name.unwrap_or_else(|| kebab(&item.ident)),
        ident: item.ident,
        generics: item.generics,
        doc: item.doc.text,
        members,
    }
}

fn check_args(args: &Args, errors: &mut Errors) -> (Option<String>, Option<Path>) {
    let (mut name, mut krate) = (Once::default(), Once::default());
    check_form(args, CStructWord::PLACE, errors);
    for word in words::<CStructWord>(args, errors) {
        match check_word::<CStructWord>(word, errors) {
            Some(CStructWord::Name) => {
                if let Some(value) = check_name(word, errors) {
                    name.set(&word.ident, value, errors);
                }
            }
            Some(CStructWord::Crate) => {
                if let Some(value) = check_crate(word, errors) {
                    krate.set(&word.ident, value, errors);
                }
            }
            None => {}
        }
    }
    (name.into_value(), krate.into_value())
}

/// Returns the arguments that are words, and reports the others.
fn words<'a, V: Vocabulary>(args: &'a Args, errors: &mut Errors) -> Vec<&'a Word> {
    let mut words = Vec::new();
    for arg in &args.list {
        if check_dashes::<V>(arg, errors) {
            continue;
        }
        match arg {
            Arg::Word(word) => words.push(word),
            Arg::Value(_) => {
                let written = arg.shown();
                let quoted = syn::parse_str::<LitStr>(&written).is_ok();
                let name = if quoted { &written } else { "\"..\"" };
                let message = expected_word(V::PLACE, format!("name = {name}"));
                errors.push(Rule::WordExpected, arg, message);
            }
        }
    }
    words
}

/// Checks that the members lie in memory in their order. The other words of `#[repr(..)]` are left to rustc.
fn check_layout(repr: &Args, ident: &Ident, errors: &mut Errors) {
    let is_laid_out = |arg: &Arg| match arg {
        Arg::Word(word) => word.ident == "C" || word.ident == "transparent",
        Arg::Value(_) => false,
    };
    if !repr.list.iter().any(is_laid_out) {
        let at = repr
            .attribute
            .as_ref()
            .map_or_else(|| ident.to_token_stream(), ToTokens::to_token_stream);
        let message = format!(
            "`{ident}` does not have the layout of C: rustc may reorder its fields\n\
             help: write `#[repr(C)]` above it"
        );
        errors.push(Rule::LayoutMissing, at, message);
    }
}

fn check_members(members: Vec<item::Member>, errors: &mut Errors) -> Vec<Member> {
    let mut names = Unique::new(Rule::NameDuplicate);
    let mut checked = Vec::new();
    for member in members {
        check_misplaced(
            &member.misplaced,
            ("on a member", "on the struct"),
            "write `#[member(..)]`",
            errors,
        );
        check_misplaced(&member.of_set, NO_SET, "write `#[member(..)]`", errors);
        let member = check_member(member, errors);
        let (name, ident) = (member.name.clone(), &member.ident);
        let value = format!("\"{name}\"");
        let what = (&*format!("name {value}"), &*value);
        names.add(name, ident, what, ident, errors);
        checked.push(member);
    }
    checked
}

fn check_member(member: item::Member, errors: &mut Errors) -> Member {
    let (mut name, mut pad) = (Once::default(), Once::default());
    let mut hint = Once::<Hint>::default();
    check_form(&member.args, MemberWord::PLACE, errors);
    for word in words::<MemberWord>(&member.args, errors) {
        match check_word::<MemberWord>(word, errors) {
            Some(MemberWord::Name) => {
                if let Some(value) = check_name(word, errors) {
                    name.set(&word.ident, value, errors);
                }
            }
            Some(MemberWord::Pad) => {
                check_alone(word, errors);
                pad.set(&word.ident, (), errors);
            }
            Some(MemberWord::DisplayHint) => {
                if let Some(value) = check_hint(word, &MEMBER_HINTS, errors) {
                    hint.set(&word.ident, value, errors);
                }
            }
            None => {}
        }
    }
    if let (Some(pad), Some(word)) = (pad.word(), hint.word()) {
        super::words::report_conflict(word, pad, errors);
    }
    let hint = hint
        .into_pair()
        .filter(|(word, hint)| check_form_of(*hint, word, &member.ty, true, errors));
    Member {
        name: name.into_value().unwrap_or_else(|| dashed(&member.ident)),
        ident: member.ident,
        doc: member.doc.text,
        ty: member.ty,
        pad: pad.is_set(),
        hint: hint.map(|(_, hint)| hint),
    }
}
