//! Tests that every rule has a name, a case in a table, and a file in `ui-tests/` that has its name and breaks no other rule.

use std::ffi::OsStr;

use quote::ToTokens;
use syn::{Attribute, Item};

use super::*;

/// The folders of `ui-tests/` with messages of the macros.
const FOLDERS: [&str; 4] = ["set", "enumeration", "c_struct", "family"];
/// The folder with messages of rustc.
const WITH_RUSTC: &str = "rustc";

#[test]
fn rules_are_named_after_themselves() {
    let mut names = BTreeSet::new();
    for rule in Rule::ALL {
        let (name, statement) = (rule.name(), rule.statement());
        assert_eq!(name.replace('_', ""), format!("{rule:?}").to_lowercase());
        assert!(names.insert(name), "{name}");
        assert_wording(statement);
    }
}

#[test]
fn each_rule_has_a_case() {
    let mut reported = BTreeSet::new();
    for (folder, check) in FOLDERS
        .into_iter()
        .zip([set, enumeration, c_struct, family] as [fn(_, &mut _); 4])
    {
        for file in tables(folder) {
            for case in cases(&fs::read_to_string(file).unwrap()) {
                reported.extend(placed(&case.code, check).into_iter().map(|(rule, _)| rule));
            }
        }
    }
    assert_complete(&reported);
}

#[test]
fn each_rule_has_a_file_of_its_name() {
    let (mut shown, mut wrong) = (BTreeSet::new(), String::new());
    let of_rustc = ui_files(WITH_RUSTC).into_iter();
    let files = FOLDERS.into_iter().flat_map(ui_files);
    for file in files.chain(of_rustc.filter(|file| !broken(file).is_empty())) {
        let name = file.file_stem().and_then(OsStr::to_str).unwrap();
        let broken = broken(&file);
        if name.starts_with("mistakes_") {
            if broken.len() < 2 {
                wrong += &format!("{} holds several mistakes\n", file.display());
            }
            continue;
        }
        let broken = broken.into_iter().collect::<BTreeSet<_>>();
        if broken.len() != 1 || !broken.iter().any(|rule| is_named_after(name, *rule)) {
            let names = broken.iter().map(|rule| rule.name()).collect::<Vec<_>>();
            wrong += &format!("{} breaks {names:?}\n", file.display());
        }
        shown.extend(broken);
    }
    assert!(wrong.is_empty(), "{wrong}");
    assert_complete(&shown);
}

/// The messages of rustc differ between releases, and ours do not.
#[test]
fn messages_of_rustc_have_a_folder_of_their_own() {
    for file in FOLDERS.into_iter().flat_map(ui_texts) {
        let text = fs::read_to_string(&file).unwrap();
        let of_rustc = |line: &&str| {
            ["error[", "warning:", "note:"]
                .iter()
                .any(|start| line.starts_with(start))
        };
        let line = text.lines().find(of_rustc);
        assert!(
            line.is_none(),
            "{}: {line:?} belongs in {WITH_RUSTC}/",
            file.display()
        );
    }
}

fn ui_files(folder: &str) -> Vec<PathBuf> {
    files(&ui_tests().join(folder), "rs")
}

fn ui_texts(folder: &str) -> Vec<PathBuf> {
    files(&ui_tests().join(folder), "stderr")
}

fn ui_tests() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../ui-tests")
}

/// Whether the file is called like the rule, as `number_duplicate` and `number_duplicate_pad` are.
fn is_named_after(file: &str, rule: Rule) -> bool {
    let variant = file.strip_prefix(rule.name());
    variant.is_some_and(|variant| variant.is_empty() || variant.starts_with('_'))
}

fn assert_complete(found: &BTreeSet<Rule>) {
    let missing = Rule::ALL
        .iter()
        .filter(|rule| !found.contains(rule))
        .map(|rule| rule.name())
        .collect::<Vec<_>>();
    assert!(missing.is_empty(), "{missing:?}");
}

/// Returns the rules that the items of a file break, one per mistake.
fn broken(file: &Path) -> Vec<Rule> {
    let parsed = syn::parse_file(&fs::read_to_string(file).unwrap()).unwrap();
    let mut errors = Errors::default();
    for item in parsed.items {
        let tokens = item.to_token_stream();
        match item {
            Item::Macro(item) if item.mac.path.is_ident("genl_family") => {
                family(item.mac.tokens, &mut errors);
            }
            Item::Struct(syn::ItemStruct { attrs, .. })
            | Item::Enum(syn::ItemEnum { attrs, .. })
            | Item::Union(syn::ItemUnion { attrs, .. }) => {
                if derives(&attrs, "AttributeSet") {
                    set(tokens, &mut errors);
                } else if derives(&attrs, "Enumeration") {
                    enumeration(tokens, &mut errors);
                } else if derives(&attrs, "CStruct") {
                    c_struct(tokens, &mut errors);
                }
            }
            _ => {}
        }
    }
    errors.placed().into_iter().map(|(rule, _)| rule).collect()
}

fn derives(attributes: &[Attribute], name: &str) -> bool {
    attributes
        .iter()
        .filter(|attribute| attribute.path().is_ident("derive"))
        .any(|attribute| attribute.to_token_stream().to_string().contains(name))
}
