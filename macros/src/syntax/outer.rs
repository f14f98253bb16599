//! The attributes above an item of the block: those that the generated code keeps, and those of ours in a wrong place.

use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use syn::{Attribute, Meta};

use super::doc::Doc;

/// The attributes that the generated code keeps.
#[derive(Clone, Default)]
pub(crate) struct Outer {
    pub(crate) doc: Doc,
    /// Repeated on all code that is generated for the item.
    pub(crate) cfg: TokenStream,
    pub(crate) deprecated: TokenStream,
    pub(crate) others: TokenStream,
}

pub(super) const OURS: [&str; 3] = ["family", "op", "event"];

impl Outer {
    pub(super) fn collect(attributes: &[Attribute]) -> Self {
        let mut outer = Self {
            doc: Doc::collect(attributes),
            ..Self::default()
        };
        for attribute in attributes {
            let path = attribute.path();
            if path.is_ident("cfg") {
                attribute.to_tokens(&mut outer.cfg);
            } else if path.is_ident("deprecated") {
                attribute.to_tokens(&mut outer.deprecated);
            } else if !path.is_ident("doc") && !is_ours(attribute) && !hides_ours(attribute) {
                attribute.to_tokens(&mut outer.others);
            }
        }
        outer
    }
}

pub(super) fn misplaced(attributes: &[Attribute], names: &[&str]) -> Vec<Attribute> {
    attributes
        .iter()
        .filter(|attribute| names.iter().any(|name| attribute.path().is_ident(name)))
        .cloned()
        .collect()
}

pub(super) fn foreign(attributes: &[Attribute]) -> Vec<Attribute> {
    attributes
        .iter()
        .filter(|attribute| !is_ours(attribute))
        .cloned()
        .collect()
}

fn is_ours(attribute: &Attribute) -> bool {
    OURS.iter().any(|ours| attribute.path().is_ident(ours))
}

/// Whether it is `#[cfg_attr(.., op(1))]`, which rustc would resolve after the macro has run.
fn hides_ours(attribute: &Attribute) -> bool {
    let (true, Meta::List(list)) = (attribute.path().is_ident("cfg_attr"), &attribute.meta) else {
        return false;
    };
    let tokens = list.tokens.clone().into_iter().collect::<Vec<_>>();
    tokens.windows(2).any(|pair| match pair {
        [TokenTree::Punct(comma), TokenTree::Ident(name)] => {
            comma.as_char() == ',' && OURS.iter().any(|ours| name == ours)
        }
        _ => false,
    })
}

pub(super) fn hidden(attributes: &[Attribute]) -> Vec<Attribute> {
    attributes
        .iter()
        .filter(|attribute| hides_ours(attribute))
        .cloned()
        .collect()
}
