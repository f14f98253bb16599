//! Names in Rust that do not follow from the names in YNL.

use proc_macro2::{Ident, TokenStream};
use quote::quote;
use syn::ext::IdentExt;

/// How the runtime converts a name with dashes to one in Rust (`description::RustName`).
#[derive(Clone, Copy)]
pub(super) enum Case {
    Snake,
    Camel,
    Upper,
}

impl Case {
    fn of(self, name: &str) -> String {
        match self {
            Self::Snake => name.replace('-', "_"),
            Self::Upper => name.replace('-', "_").to_ascii_uppercase(),
            Self::Camel => name.split(['-', '_']).map(capitalized).collect(),
        }
    }
}

fn capitalized(word: &str) -> String {
    let mut letters = word.chars();
    let first = letters.next().map(|letter| letter.to_ascii_uppercase());
    first.into_iter().chain(letters).collect()
}

/// Adds `ident` to the description, if it does not follow from `name`.
pub(super) fn renamed(ident: &Ident, name: &str, case: Case) -> Option<TokenStream> {
    let ident = ident.unraw().to_string();
    (case.of(name) != ident).then(|| quote!(.renamed(#ident)))
}
