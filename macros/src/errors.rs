//! The collector: every mistake of an item, reported together.

use std::fmt::Display;

use proc_macro2::TokenStream;
use quote::ToTokens;

use crate::rules::Rule;

/// The mistakes found so far, each with the rule that it breaks. What is pushed here reaches the
/// user; nothing is dropped on the way.
#[derive(Default)]
#[must_use]
pub(crate) struct Errors(Vec<(Rule, syn::Error)>);

/// Of an expression that needs its feature `full`, `syn` tells the authors of macros what to do.
fn readable(error: syn::Error) -> syn::Error {
    if !error.to_string().starts_with("unsupported expression") {
        return error;
    }
    let message = "the macro cannot read this expression\n\
                   help: write a `const` for it, and the name of that here";
    syn::Error::new(error.span(), message)
}

impl Errors {
    /// Reports `message` at `tokens`.
    pub(crate) fn push(&mut self, rule: Rule, tokens: impl ToTokens, message: impl Display) {
        self.0
            .push((rule, syn::Error::new_spanned(tokens, message)));
    }

    /// Reports `message` at `tokens`, and at `other` what it has to do with it.
    ///
    /// Notes in a second place are nightly only, so the second place is an error of its own, worded
    /// as information.
    pub(crate) fn push_pair(
        &mut self,
        rule: Rule,
        tokens: impl ToTokens,
        message: impl Display,
        other: impl ToTokens,
        information: impl Display,
    ) {
        let mut error = syn::Error::new_spanned(tokens, message);
        error.combine(syn::Error::new_spanned(other, information));
        self.0.push((rule, error));
    }

    /// Takes what `syn` says of tokens it cannot parse; `None` stands for what it could not.
    pub(crate) fn take<T>(&mut self, result: syn::Result<T>) -> Option<T> {
        result
            .map_err(|error| self.0.push((Rule::Syntax, readable(error))))
            .ok()
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
            .map(|(_, error)| error.into_compile_error())
            .collect()
    }

    /// The rules that were broken, and of each the messages, behind the tokens that they stand at.
    #[cfg(test)]
    pub(crate) fn placed(&self) -> Vec<(Rule, Vec<(String, String)>)> {
        let placed = |error: syn::Error| {
            (
                error.span().source_text().unwrap_or_default(),
                error.to_string(),
            )
        };
        self.0
            .iter()
            .map(|(rule, error)| (*rule, error.clone().into_iter().map(placed).collect()))
            .collect()
    }
}
