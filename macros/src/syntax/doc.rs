//! Doc comments.

use proc_macro2::TokenStream;
use quote::ToTokens;
use syn::{Attribute, Expr, ExprLit, Lit, Meta};

/// A doc comment: its text, and its attributes.
#[derive(Clone, Default)]
pub(crate) struct Doc {
    pub(crate) text: String,
    pub(crate) tokens: TokenStream,
}

impl Doc {
    pub(crate) fn collect(attributes: &[Attribute]) -> Self {
        let mut doc = Self::default();
        let mut lines = Vec::new();
        for attribute in attributes
            .iter()
            .filter(|attribute| attribute.path().is_ident("doc"))
        {
            attribute.to_tokens(&mut doc.tokens);
            lines.extend(text(attribute));
        }
        Self {
            text: lines.join("\n").trim().to_owned(),
            tokens: doc.tokens,
        }
    }
}

/// Returns the text of `#[doc = ".."]`. The text of an `include_str!` is not known here, and `#[doc(hidden)]` has none.
fn text(attribute: &Attribute) -> Option<String> {
    let Meta::NameValue(meta) = &attribute.meta else {
        return None;
    };
    let Expr::Lit(ExprLit {
        lit: Lit::Str(text),
        ..
    }) = &meta.value
    else {
        return None;
    };
    Some(
        text.value()
            .lines()
            .map(|line| line.strip_prefix(' ').unwrap_or(line))
            .collect::<Vec<_>>()
            .join("\n"),
    )
}
