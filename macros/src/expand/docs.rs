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
        .replace("< ", "<")
        .replace(" >", ">")
        .replace("& ", "&")
        .replace(" :: ", "::")
        .replace(":: ", "::")
        .replace(" ,", ",")
        .replace(" ;", ";")
        .replace("$crate::", "crate::")
}

/// A type as rustdoc shows it: of each path, the last name.
pub(super) fn brief(ty: &impl ToTokens) -> String {
    let text = shown(ty);
    let mut parts = text.split("::");
    let mut brief = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let is_name = |letter: char| letter.is_alphanumeric() || letter == '_';
        let path = brief.trim_end_matches(is_name).len();
        if brief.ends_with('>') {
            brief.push_str("::");
        } else if part.starts_with(is_name) {
            brief.truncate(path);
        }
        brief.push_str(part);
    }
    brief
}

/// A table in Markdown, without the columns that are empty in every row.
pub(super) fn table<const N: usize>(
    head: [&str; N],
    rows: impl Iterator<Item = [String; N]>,
) -> String {
    let rows = rows.collect::<Vec<_>>();
    let shown = |column: &usize| rows.iter().any(|row| !row[*column].is_empty());
    let columns = (0..N).filter(shown).collect::<Vec<_>>();
    let line = |cells: &[&str]| {
        let cells = columns
            .iter()
            .map(|column| cells[*column].replace('|', "\\|"));
        format!("| {} |", cells.collect::<Vec<_>>().join(" | "))
    };
    let mut lines = vec![line(&head), line(&["---"; N])];
    lines.extend(
        rows.iter()
            .map(|row| line(&row.each_ref().map(String::as_str))),
    );
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_have_no_empty_columns() {
        let rows = [["1", "", "`A | B`"], ["2", "", ""]];
        let table = table(
            ["a", "b", "c"],
            rows.map(|row| row.map(str::to_owned)).into_iter(),
        );
        assert_eq!(
            table,
            "| a | c |\n| --- | --- |\n| 1 | `A \\| B` |\n| 2 |  |"
        );
    }

    #[test]
    fn types_are_shown_in_brief() {
        for (ty, expected) in [
            (quote!(Limits), "Limits"),
            (
                quote!(::genl::WithHeader<c::Header, wire::Limits<'_>>),
                "WithHeader<Header, Limits<'_>>",
            ),
            (
                quote!(Option<&'a [wire::Limits; 2]>),
                "Option<&'a [Limits; 2]>",
            ),
            (quote!(<wire::Limits as Set>::View), "<Limits as Set>::View"),
        ] {
            assert_eq!(brief(&ty), expected);
        }
    }
}
