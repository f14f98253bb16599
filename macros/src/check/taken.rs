//! What can be taken once: numbers, names, constants.

use proc_macro2::{Ident, TokenStream};
use quote::ToTokens;

use crate::errors::Errors;
use crate::rules::Rule;

/// Values that may be taken once, and the tokens that took them.
pub(super) struct Taken<K> {
    holders: Vec<(K, TokenStream, String)>,
    rule: Rule,
    help: &'static str,
}

impl<K: PartialEq> Taken<K> {
    pub(super) fn new(rule: Rule) -> Self {
        Self::with_help(rule, "")
    }

    /// `rule` is broken by what is taken again; `help` says what to do about it.
    pub(super) fn with_help(rule: Rule, help: &'static str) -> Self {
        Self {
            holders: Vec::new(),
            rule,
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
        let Some((_, first, holder)) = self.holders.iter().find(|(taken, ..)| *taken == key) else {
            self.holders
                .push((key, tokens.into_token_stream(), format!("`{owner}`")));
            return true;
        };
        errors.push_pair(
            self.rule,
            tokens,
            format!("{what} is already taken by {holder}{}", self.help),
            first,
            format!("{holder} takes {what} here"),
        );
        false
    }
}
