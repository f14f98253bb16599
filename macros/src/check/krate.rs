//! The path of the crate `genl`.

use std::path::PathBuf;

use proc_macro2::{Ident, Span};
use syn::{Path, parse_quote};

use super::manifest::{ancestors, renamed};
use super::sentences::takes;
use super::values::check_string;
use crate::errors::Errors;
use crate::rules::Rule;
use crate::syntax::args::Word;

/// Returns the path in `crate = ".."`.
pub(super) fn check_crate(word: &Word, errors: &mut Errors) -> Option<Path> {
    let literal = check_string(word, "::genl", errors)?;
    let path = literal.parse_with(Path::parse_mod_style);
    if path.is_err() {
        let message = takes(
            "crate",
            "the path of the crate `genl`",
            "\"crate::reexported::genl\"",
        );
        errors.push(Rule::CrateNoPath, &literal, message);
    }
    path.ok()
}

/// Returns `::genl`, or the name that the package gives to its dependency on `genl`.
pub(super) fn default_crate() -> Path {
    let directory = std::env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from);
    let name = directory.and_then(|directory| renamed(ancestors(&directory)));
    let name = name.and_then(|name| syn::parse_str::<Ident>(&name.replace('-', "_")).ok());
    let name = name.unwrap_or_else(|| Ident::new("genl", Span::call_site()));
    parse_quote!(::#name)
}
