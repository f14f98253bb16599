//! Measures the length of expansions: of every description in the workspace, formatted, and without the comments of its
//! author. `cargo test -p genl-macros size -- --nocapture` prints the numbers.

use std::fs;
use std::path::{Path, PathBuf};

use proc_macro2::TokenStream;
use quote::ToTokens;
use syn::Item;

use super::expand;

/// Folders with descriptions: those of the runtime and of the other families.
const FOLDERS: [&str; 2] = ["../runtime/src", "../tests/families/src"];

#[derive(Default)]
struct Size {
    /// Attributes, or operations and events.
    entries: usize,
    lines: usize,
}

impl Size {
    fn add(&mut self, entries: usize, lines: usize) {
        self.entries += entries;
        self.lines += lines;
    }

    #[allow(clippy::cast_precision_loss)]
    fn average(&self) -> f64 {
        self.lines as f64 / self.entries.max(1) as f64
    }
}

fn files(path: PathBuf) -> Vec<PathBuf> {
    if !path.is_dir() {
        let is_code = path.extension().is_some_and(|extension| extension == "rs");
        return is_code.then_some(path).into_iter().collect();
    }
    let entries = fs::read_dir(path).unwrap();
    entries
        .flat_map(|entry| files(entry.unwrap().path()))
        .collect()
}

/// Returns the items of every file, without comments, whose length depends on their author.
fn items() -> Vec<Item> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folders = FOLDERS.map(|folder| root.join(folder));
    let files = folders.into_iter().flat_map(files);
    files
        .map(|file| {
            let text = fs::read_to_string(&file).unwrap();
            let code = text
                .lines()
                .filter(|line| !line.trim_start().starts_with("//"))
                .collect::<Vec<_>>();
            syn::parse_file(&code.join("\n"))
                .unwrap_or_else(|error| panic!("{}: {error}", file.display()))
        })
        .flat_map(|file| file.items)
        .collect()
}

fn derives(attributes: &[syn::Attribute]) -> bool {
    attributes
        .iter()
        .filter_map(|attribute| attribute.meta.require_list().ok())
        .any(|list| list.tokens.to_string().contains("AttributeSet"))
}

fn lines(item: &Item) -> usize {
    length(expand(item))
}

/// Counts the lines, without the attributes that only rustdoc reads.
fn length(expanded: TokenStream) -> usize {
    let mut file: syn::File = syn::parse2(expanded).unwrap();
    let is_doc = |attribute: &syn::Attribute| {
        let text = attribute.to_token_stream().to_string();
        text.starts_with("# [cfg_attr (doc ,")
    };
    for item in &mut file.items {
        if let Item::Impl(block) = item {
            block.attrs.retain(|attribute| !is_doc(attribute));
        }
    }
    prettyplease::unparse(&file).lines().count()
}

/// Measures how much shorter the block is without each of its operations.
fn measure(block: &syn::ItemMacro, operations: &mut Size) {
    let whole: syn::ItemTrait = syn::parse2(block.mac.tokens.clone()).unwrap();
    let expanded = |family: &syn::ItemTrait| length(crate::family(family.to_token_stream()));
    let whole_length = expanded(&whole);
    for index in 0..whole.items.len() {
        let mut without = whole.clone();
        let removed = without.items.remove(index);
        let text = removed.to_token_stream().to_string();
        let named = format!("notify = {}", name(&removed));
        let needed = whole.to_token_stream().to_string().contains(&named);
        if text.starts_with("# [op") && !needed {
            operations.add(1, whole_length - expanded(&without));
        }
    }
}

fn name(item: &syn::TraitItem) -> String {
    match item {
        syn::TraitItem::Fn(item) => item.sig.ident.to_string(),
        _ => String::new(),
    }
}

#[test]
fn expansions_stay_small() {
    let (mut sets, mut operations) = (Size::default(), Size::default());
    for item in items() {
        match &item {
            Item::Struct(set) if derives(&set.attrs) => sets.add(set.fields.len(), lines(&item)),
            Item::Enum(set) if derives(&set.attrs) => sets.add(set.variants.len(), lines(&item)),
            Item::Macro(block) if block.mac.path.is_ident("genl_family") => {
                measure(block, &mut operations);
            }
            _ => {}
        }
    }
    let (attribute, operation) = (sets.average(), operations.average());
    println!("{attribute:.2} lines an attribute, {operation:.2} lines an operation");
    assert!(attribute < 11.0, "{attribute} lines an attribute");
    assert!(operation < 10.0, "{operation} lines an operation");
}
