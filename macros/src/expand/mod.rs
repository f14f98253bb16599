//! Model to tokens. Nothing is refused here: what cannot be written does not come this far.
//!
//! Whatever the user's scope calls `Option`, `Result` or `Vec`, the paths below are whole. Tokens
//! that rustc may have to point at carry the place of the user's own, but the hygiene of the macro:
//! they stay apart from lints on user code.

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

/// The place of `tokens`, for tokens of ours.
fn at(tokens: &impl Spanned) -> Span {
    Span::call_site().located_at(tokens.span())
}

/// A path that rustc begins to point at.
fn path_at(path: &Path, span: Span) -> TokenStream {
    tokens_at(path, span)
}

/// Tokens of the user's, as if they were written at `span`.
fn tokens_at(tokens: &impl ToTokens, span: Span) -> TokenStream {
    let respan = |mut tree: TokenTree| {
        tree.set_span(span);
        tree
    };
    tokens.to_token_stream().into_iter().map(respan).collect()
}

/// The user's name for an item of ours.
fn named(ident: &Ident) -> Ident {
    named_at(ident, at(ident))
}

fn named_at(ident: &Ident, span: Span) -> Ident {
    // The user's edition may be an older one than ours, which has more keywords.
    if ident == "gen" {
        return Ident::new_raw("gen", span);
    }
    let mut ident = ident.clone();
    ident.set_span(span);
    ident
}
