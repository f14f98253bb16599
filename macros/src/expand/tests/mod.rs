//! Tests expansions with golden files: `golden/*.rs` expands to `golden/*.expanded.rs`, and the path manager of the runtime to
//! `golden/mptcp_pm.expanded.rs`. `GENL_BLESS=1` rewrites them.
#![allow(clippy::format_push_string, clippy::format_collect)]

mod page;
mod size;

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};

use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use syn::Item;

fn sources() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let files = fs::read_dir(root.join("src/expand/golden"))
        .unwrap()
        .map(|entry| entry.unwrap().path());
    let mut sources = files
        .filter(|file| !file.to_string_lossy().ends_with(".expanded.rs"))
        .chain([root.join("../runtime/src/mptcp_pm/mod.rs")])
        .collect::<Vec<_>>();
    sources.sort();
    sources
}

fn golden(source: &Path) -> PathBuf {
    let mut name = source.file_stem().unwrap();
    if name == "mod" {
        name = source.parent().unwrap().file_name().unwrap();
    }
    let golden = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/expand/golden");
    golden.join(name).with_extension("expanded.rs")
}

fn expand(item: &Item) -> TokenStream {
    let (attributes, tokens) = match item {
        Item::Macro(item) if item.mac.path.is_ident("genl_family") => {
            return crate::family(item.mac.tokens.clone());
        }
        Item::Struct(item) => (&item.attrs, item.to_token_stream()),
        Item::Enum(item) => (&item.attrs, item.to_token_stream()),
        _ => return TokenStream::new(),
    };
    // Other items of the module have no expansion of ours.
    let derives = attributes
        .iter()
        .map(|attribute| attribute.to_token_stream().to_string())
        .collect::<String>();
    if derives.contains("AttributeSet") {
        crate::attribute_set(tokens)
    } else if derives.contains("Enumeration") {
        crate::enumeration(tokens)
    } else if derives.contains("CStruct") {
        crate::c_struct(tokens)
    } else {
        TokenStream::new()
    }
}

fn expand_file(source: &Path) -> TokenStream {
    let file = syn::parse_file(&fs::read_to_string(source).unwrap()).unwrap();
    file.items.iter().map(expand).collect()
}

#[test]
fn expansions_are_golden() {
    let mut wrong = String::new();
    for source in sources() {
        let golden = golden(&source);
        let expanded = prettyplease::unparse(&syn::parse2(expand_file(&source)).unwrap());
        if std::env::var_os("GENL_BLESS").is_some_and(|bless| bless == "1") {
            fs::write(&golden, &expanded).unwrap();
        } else if fs::read_to_string(&golden).unwrap_or_default() != expanded {
            wrong += &format!("{} is now:\n{expanded}\n", golden.display());
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// A later rustc refuses `#[automatically_derived]` on everything except the implementation of a trait.
#[test]
fn only_traits_are_derived() {
    for source in sources() {
        let expanded = syn::parse2::<syn::File>(expand_file(&source)).unwrap();
        for item in implementations(expanded.items) {
            let derived = item
                .attrs
                .iter()
                .any(|attribute| attribute.path().is_ident("automatically_derived"));
            let ty = item.self_ty.to_token_stream();
            assert!(
                item.trait_.is_some() || !derived,
                "{}: {ty}",
                source.display()
            );
        }
    }
}

/// Returns the implementations, including those in a `const _: () = { .. }`.
fn implementations(items: Vec<Item>) -> Vec<syn::ItemImpl> {
    let of = |item| match item {
        Item::Impl(item) => vec![item],
        Item::Const(item) => match *item.expr {
            syn::Expr::Block(block) => {
                let items = block
                    .block
                    .stmts
                    .into_iter()
                    .filter_map(|statement| match statement {
                        syn::Stmt::Item(item) => Some(item),
                        _ => None,
                    });
                implementations(items.collect())
            }
            _ => Vec::new(),
        },
        _ => Vec::new(),
    };
    items.into_iter().flat_map(of).collect()
}

/// An expansion stays below 40 lines, where a line that prettyplease breaks counts once.
#[test]
fn a_set_of_five_fields_is_short() {
    let source = "#[derive(AttributeSet)] struct Set {
        #[attr(1)] a: Option<u8>, #[attr(2)] b: Option<u8>, #[attr(3)] c: u8,
        #[attr(4, nest)] d: Entry, #[attr(5)] e: String,
    }";
    let expanded = expand(&syn::parse_str(source).unwrap()).to_string();
    let statements = expanded.matches([';', '{']).count() + expanded.matches("=>").count();
    assert!(statements < 40, "{statements}: {expanded}");
}

const PRELUDE: [&str; 24] = [
    "Option",
    "Some",
    "None",
    "Result",
    "Ok",
    "Err",
    "Vec",
    "String",
    "Box",
    "Default",
    "From",
    "Into",
    "Clone",
    "Copy",
    "Debug",
    "PartialEq",
    "Iterator",
    "Fn",
    "Drop",
    "core",
    "std",
    "alloc",
    "genl",
    "derive_more",
];

/// No name depends on the user's scope: paths begin with `::`, and methods with `.`.
#[test]
fn paths_are_whole() {
    for source in sources() {
        let own = words(fs::read_to_string(&source).unwrap().parse().unwrap());
        let mut found = Vec::new();
        walk(expand_file(&source), &mut |before, ident| {
            let name = ident.to_string();
            if PRELUDE.contains(&name.as_str())
                && !own.contains(&name)
                && before != Some(':')
                && before != Some('.')
            {
                found.push(name);
            }
        });
        assert!(found.is_empty(), "{}: {found:?}", source.display());
    }
}

fn words(tokens: TokenStream) -> HashSet<String> {
    let mut words = HashSet::new();
    walk(tokens, &mut |_, ident| {
        words.insert(ident.to_string());
    });
    words
}

fn walk(tokens: TokenStream, see: &mut impl FnMut(Option<char>, &proc_macro2::Ident)) {
    let mut before = None;
    for tree in tokens {
        match &tree {
            TokenTree::Group(group) => walk(group.stream(), see),
            TokenTree::Ident(ident) => see(before, ident),
            _ => {}
        }
        before = match &tree {
            TokenTree::Punct(punct) => Some(punct.as_char()),
            _ => None,
        };
    }
}
