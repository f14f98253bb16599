//! Text for the documentation.

use quote::ToTokens;

/// Tokens as an author would write them, on one line.
pub(super) fn shown(tokens: &impl ToTokens) -> String {
    tokens
        .to_token_stream()
        .to_string()
        .replace(" < ", "<")
        .replace(" >", ">")
        .replace("& ", "&")
        .replace(" :: ", "::")
        .replace(":: ", "::")
        .replace(" ,", ",")
        .replace(" ;", ";")
}
