//! Text for the documentation.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};

/// A comment that rustdoc alone reads. It costs a build nothing.
pub(super) fn for_rustdoc(text: &str) -> TokenStream {
    quote!(#[cfg_attr(doc, doc = #text)])
}

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
        .replace("$crate::", "")
}

/// A table, without the columns that have nothing in any row.
pub(super) fn table<const N: usize>(
    head: [&str; N],
    rows: impl Iterator<Item = [String; N]>,
) -> String {
    let rows = rows.collect::<Vec<_>>();
    let shown = |column: &usize| rows.iter().any(|row| !row[*column].is_empty());
    let columns = (0..N).filter(shown).collect::<Vec<_>>();
    let line = |cells: &[&str]| {
        let cells = columns.iter().map(|column| cells[*column]);
        format!("| {} |", cells.collect::<Vec<_>>().join(" | "))
    };
    let mut lines = vec![line(&head), line(&["---"; N])];
    lines.extend(
        rows.iter()
            .map(|row| line(&row.each_ref().map(String::as_str))),
    );
    lines.join("\n")
}
