//! Rust as text: formatted as rustfmt does it, so that it need not be there.

mod block;
mod docs;
mod items;
mod text;
mod uses;

use super::model::{Family, Item};
use text::Text;

/// What is known of the file that the family comes from.
pub(crate) struct Source<'a> {
    /// Its name, without folders.
    pub(crate) name: &'a str,
    /// The line of its licence.
    pub(crate) license: Option<&'a str>,
    /// The header of C, if the specification tells.
    pub(crate) header: Option<&'a str>,
}

/// Prints a family.
pub(crate) fn print(family: &Family, source: &Source<'_>) -> String {
    let mut text = Text::default();
    if let Some(license) = source.license {
        text.line(&format!("// {license}"));
    }
    let header = source
        .header
        .map(|header| format!(", `include/uapi/{header}`"));
    let header = header.unwrap_or_default();
    text.line(&format!(
        "//! `{}` (`{}`{header}), as `genl import` prints it.",
        family.name, source.name
    ));
    text.blank();
    if lacks_docs(family) {
        text.line("#![allow(missing_docs)] // The specification says nothing of some.");
        text.blank();
    }
    let mut body = Text::default();
    for item in &family.items {
        items::item(&mut body, item);
        body.blank();
    }
    block::block(&mut body, family);
    uses::uses(&mut text, &body);
    text.append(body);
    text.into_string()
}

/// Whether something public has no documentation, which many crates warn of.
fn lacks_docs(family: &Family) -> bool {
    let groups = family.groups.iter().any(|group| group.doc.is_empty());
    let functions = family
        .functions
        .iter()
        .any(|function| function.doc.is_empty());
    let items = family.items.iter().any(|item| match item {
        Item::Const(item) => item.doc.is_empty(),
        Item::Enumeration(item) => {
            item.doc.is_empty() || item.variants.iter().any(|variant| variant.doc.is_empty())
        }
        Item::Flags(item) => {
            item.doc.is_empty() || item.entries.iter().any(|flag| flag.doc.is_empty())
        }
        Item::Struct(item) => item.fields.iter().any(|field| field.doc.is_empty()),
        Item::Set(item) => {
            item.doc.is_empty() || item.fields.iter().any(|field| field.doc.is_empty())
        }
    });
    groups || functions || items || family.doc.is_empty()
}
