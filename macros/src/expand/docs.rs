//! Text for the documentation.

use proc_macro2::TokenStream;

/// Tokens as an author would write them, on one line.
pub(super) fn shown(tokens: &TokenStream) -> String {
    tokens
        .to_string()
        .replace(" < ", "<")
        .replace(" >", ">")
        .replace("& ", "&")
        .replace(" :: ", "::")
        .replace(":: ", "::")
        .replace(" ,", ",")
        .replace(" ;", ";")
}
