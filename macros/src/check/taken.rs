//! What can be taken once: numbers, names, constants.

use proc_macro2::{Ident, TokenStream};
use quote::ToTokens;

use crate::errors::Errors;

/// Values that may be taken once, and the tokens that took them.
pub(super) struct Taken<K> {
    taken: Vec<(K, TokenStream, String)>,
    help: &'static str,
}

impl<K: PartialEq> Taken<K> {
    pub(super) fn new() -> Self {
        Self::with_help("")
    }

    /// `help` says what to do with a value that is taken.
    pub(super) fn with_help(help: &'static str) -> Self {
        Self {
            taken: Vec::new(),
            help,
        }
    }

    /// `what` is the value in words, `owner` who takes it.
    pub(super) fn take(
        &mut self,
        key: K,
        tokens: impl ToTokens,
        what: &str,
        owner: &Ident,
        errors: &mut Errors,
    ) -> bool {
        let Some((_, first, holder)) = self.taken.iter().find(|(taken, ..)| *taken == key) else {
            self.taken
                .push((key, tokens.into_token_stream(), format!("`{owner}`")));
            return true;
        };
        errors.push_pair(
            tokens,
            format!("{what} is already taken by {holder}{}", self.help),
            first,
            format!("{holder} takes {what} here"),
        );
        false
    }
}
