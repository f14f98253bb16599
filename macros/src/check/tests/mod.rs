//! Tests every message, and the token at which it is reported.
//!
//! Each file in `cases/` is a table: `# name of the case`, the code, and after it a line `! rule | token: message` for each
//! mistake, in order. A line with `|` alone is the information at a second token. No other error may appear.
//! `GENL_BLESS=1` rewrites these lines; read them before you commit them.
#![allow(clippy::format_push_string, clippy::format_collect)]

mod catalogue;
mod matrix;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use proc_macro2::TokenStream;
use syn::DeriveInput;

use super::{check_c_struct, check_enumeration, check_family, check_set};
use crate::errors::Errors;
use crate::rules::Rule;
use crate::syntax::{block, c_struct as c, item};

/// Code with one or more mistakes, and their messages.
struct Case {
    name: String,
    code: String,
    errors: String,
}

fn set(tokens: TokenStream, errors: &mut Errors) {
    if let Some(input) = errors.take(syn::parse2::<DeriveInput>(tokens)) {
        let set = item::Set::parse(input, errors);
        check_set(set, errors);
    }
}

fn enumeration(tokens: TokenStream, errors: &mut Errors) {
    if let Some(input) = errors.take(syn::parse2::<DeriveInput>(tokens)) {
        let enumeration = item::Enumeration::parse(input, errors);
        let checked = check_enumeration(enumeration, errors);
        assert_eq!(
            checked.is_ok(),
            errors.is_empty(),
            "a model if and only if there is no error"
        );
    }
}

fn c_struct(tokens: TokenStream, errors: &mut Errors) {
    if let Some(input) = errors.take(syn::parse2::<DeriveInput>(tokens)) {
        let item = c::CStruct::parse(input, errors);
        check_c_struct(item, errors);
    }
}

fn family(tokens: TokenStream, errors: &mut Errors) {
    if let Some(block) = block::Block::parse(tokens, errors) {
        check_family(block, errors);
    }
}

#[test]
fn messages_of_sets() {
    compare("set", set);
}

#[test]
fn messages_of_enumerations() {
    compare("enumeration", enumeration);
}

#[test]
fn messages_of_c_structs() {
    compare("c_struct", c_struct);
}

#[test]
fn messages_of_families() {
    compare("family", family);
}

fn compare(folder: &str, check: fn(TokenStream, &mut Errors)) {
    let wrong = tables(folder)
        .iter()
        .map(|file| compare_file(file, check))
        .collect::<String>();
    assert!(wrong.is_empty(), "{wrong}");
}

fn tables(folder: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("src/check/tests/cases")
        .join(folder);
    files(&folder, "txt")
}

/// Returns the files of a folder, in order. Fails if there are none.
fn files(folder: &Path, extension: &str) -> Vec<PathBuf> {
    let mut files = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|file| file.extension().is_some_and(|found| found == extension))
        .collect::<Vec<_>>();
    files.sort();
    assert!(!files.is_empty(), "{}", folder.display());
    files
}

/// Returns how the messages of the file differ from the expected ones.
fn compare_file(file: &PathBuf, check: fn(TokenStream, &mut Errors)) -> String {
    let text = fs::read_to_string(file).unwrap();
    let (mut written, mut wrong) = (String::new(), String::new());
    for case in cases(&text) {
        let errors = messages(&case, check);
        if errors != case.errors {
            let Case {
                name,
                errors: expected,
                ..
            } = &case;
            wrong += &format!(
                "\n{} # {name}\nexpected:\n{expected}got:\n{errors}",
                file.display()
            );
        }
        written += &format!("# {}\n{}{errors}\n", case.name, case.code);
    }
    if is_blessed() {
        fs::write(file, written.trim_end().to_owned() + "\n").unwrap();
        return String::new();
    }
    wrong
}

fn is_blessed() -> bool {
    std::env::var_os("GENL_BLESS").is_some_and(|bless| bless == "1")
}

fn cases(text: &str) -> Vec<Case> {
    let mut cases = Vec::new();
    for case in text.split("\n# ").map(|case| case.trim_start_matches("# ")) {
        let (name, body) = case.split_once('\n').unwrap_or((case, ""));
        let (errors, code) = body
            .lines()
            .filter(|line| !line.is_empty())
            .partition::<Vec<_>, _>(|line| line.starts_with('!'));
        let join = |lines: Vec<&str>| lines.iter().map(|line| format!("{line}\n")).collect();
        cases.push(Case {
            name: name.to_owned(),
            code: join(code),
            errors: join(errors),
        });
    }
    cases
}

fn messages(case: &Case, check: fn(TokenStream, &mut Errors)) -> String {
    let placed = placed(&case.code, check);
    let mut shown = String::new();
    for (rule, messages) in placed {
        let mut before = format!("{} ", rule.name());
        for (token, message) in messages {
            assert_wording(&message);
            let message = message.replace('\n', "\n!     ");
            shown += &format!("! {before}| {token}: {message}\n");
            before.clear();
        }
    }
    shown
}

/// Returns the broken rules, each with its messages and the tokens at which they are reported.
fn placed(code: &str, check: fn(TokenStream, &mut Errors)) -> Vec<(Rule, Vec<(String, String)>)> {
    let mut errors = Errors::default();
    let tokens = code.parse();
    check(
        tokens.unwrap_or_else(|error| panic!("{error}: {code}")),
        &mut errors,
    );
    errors.placed()
}

/// Checks the form of a message: lower case, no full stop, code in backticks, `help:` and `note:` on lines of their own.
fn assert_wording(message: &str) {
    let backticks = message.matches('`').count();
    assert!(backticks % 2 == 0, "{message}");
    for (index, line) in message.lines().enumerate() {
        assert!(!line.ends_with('.'), "{message}");
        assert!(
            index == 0 || line.starts_with("help: ") || line.starts_with("note: "),
            "{message}"
        );
        assert!(!line.starts_with(char::is_uppercase), "{message}");
    }
}
