//! The collector: every mistake of an item, reported together.

use std::fmt::Display;

use proc_macro2::TokenStream;
use quote::ToTokens;

/// The mistakes found so far. What is pushed here reaches the user; nothing is dropped on the way.
#[derive(Default)]
#[must_use]
pub(crate) struct Errors(Vec<syn::Error>);

impl Errors {
    /// Reports `message` at `tokens`.
    pub(crate) fn push(&mut self, tokens: impl ToTokens, message: impl Display) {
        self.0.push(syn::Error::new_spanned(tokens, message));
    }

    /// Reports `message` at `tokens`, and at `other` what it has to do with it.
    ///
    /// Notes in a second place are nightly only, so the second place is an error of its own, worded
    /// as information.
    pub(crate) fn push_pair(
        &mut self,
        tokens: impl ToTokens,
        message: impl Display,
        other: impl ToTokens,
        information: impl Display,
    ) {
        self.push(tokens, message);
        self.push(other, information);
    }

    /// Takes what `syn` says of tokens it cannot parse; `None` stands for what it could not.
    pub(crate) fn take<T>(&mut self, result: syn::Result<T>) -> Option<T> {
        result.map_err(|error| self.0.push(error)).ok()
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many there are, to ask later whether there are more.
    pub(crate) fn count(&self) -> usize {
        self.0.len()
    }

    /// One `compile_error!` for each.
    pub(crate) fn into_compile_errors(self) -> TokenStream {
        self.0
            .into_iter()
            .map(syn::Error::into_compile_error)
            .collect()
    }

    /// Each message, behind the tokens that it stands at.
    #[cfg(test)]
    pub(crate) fn placed(&self) -> Vec<(String, String)> {
        let errors = self.0.iter().flatten();
        errors
            .map(|error| {
                (
                    error.span().source_text().unwrap_or_default(),
                    error.to_string(),
                )
            })
            .collect()
    }
}
