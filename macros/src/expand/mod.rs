//! Writes the model as tokens. Nothing is refused here: `check` has refused it before.
//!
//! All paths are absolute, so that they do not depend on what the user's scope calls `Option`, `Result` or `Vec`. Tokens at
//! which rustc may point have the place of the user's tokens, with the hygiene of the macro: lints on the user's code do not
//! apply to them.

pub(crate) mod c_struct;
mod docs;
pub(crate) mod enumeration;
pub(crate) mod family;
pub(crate) mod feature;
mod generics;
mod lifetimes;
mod names;
pub(crate) mod set;
pub(crate) mod stub;
#[cfg(test)]
mod tests;
mod word;

use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use quote::ToTokens;
use syn::Path;
use syn::spanned::Spanned;

/// Returns the place of `tokens`, with the hygiene of the macro.
fn at(tokens: &impl Spanned) -> Span {
    Span::call_site().located_at(tokens.span())
}

/// Returns the path with the place `span`, at which rustc then points.
fn path_at(path: &Path, span: Span) -> TokenStream {
    tokens_at(path, span)
}

/// Returns tokens of the user with the place `span`.
fn tokens_at(tokens: &impl ToTokens, span: Span) -> TokenStream {
    let respan = |mut tree: TokenTree| {
        tree.set_span(span);
        tree
    };
    tokens.to_token_stream().into_iter().map(respan).collect()
}

/// Returns the user's name of an item for use in generated code.
fn named(ident: &Ident) -> Ident {
    named_at(ident, at(ident))
}

fn named_at(ident: &Ident, span: Span) -> Ident {
    // `gen` is a keyword in our edition, but not in older ones.
    if ident == "gen" {
        return Ident::new_raw("gen", span);
    }
    let mut ident = ident.clone();
    ident.set_span(span);
    ident
}
