//! Collects all mistakes of an item, to report them together.

use std::fmt::Display;

use proc_macro2::TokenStream;
use quote::ToTokens;

use crate::rules::Rule;

/// The mistakes found so far, each with the rule that it breaks. Everything that is pushed here reaches the user.
#[derive(Default)]
#[must_use]
pub(crate) struct Errors(Vec<(Rule, syn::Error)>);

/// Replaces what `syn` says about an expression that it does not parse without its feature `full`.
fn readable(error: syn::Error) -> syn::Error {
    if !error.to_string().starts_with("unsupported expression") {
        return error;
    }
    let message = "the macro cannot parse this expression\n\
                   help: declare a `const` with this value, and write its name here";
    syn::Error::new(error.span(), message)
}

impl Errors {
    /// Reports `message` at `tokens`.
    pub(crate) fn push(&mut self, rule: Rule, tokens: impl ToTokens, message: impl Display) {
        self.0
            .push((rule, syn::Error::new_spanned(tokens, message)));
    }

    /// Reports `message` at `tokens`, and `information` at `other`, which caused it.
    ///
    /// On stable Rust, a macro cannot add a note in another place. The second place is therefore an error of its own, with
    /// the words of a note.
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

    /// Returns what `syn` has parsed. Reports its error, and returns `None`, if it could not parse it.
    pub(crate) fn take<T>(&mut self, result: syn::Result<T>) -> Option<T> {
        result
            .map_err(|error| self.0.push((Rule::Syntax, readable(error))))
            .ok()
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Returns the number of mistakes, so that a caller can see later whether there are more.
    pub(crate) fn count(&self) -> usize {
        self.0.len()
    }

    /// Returns one `compile_error!` for each mistake.
    pub(crate) fn into_compile_errors(self) -> TokenStream {
        self.0
            .into_iter()
            .map(|(_, error)| error.into_compile_error())
            .collect()
    }

    /// Returns the broken rules, each with its messages and the tokens at which they are reported.
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
