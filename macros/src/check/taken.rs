//! What can be taken once: numbers, names, constants.

use proc_macro2::{Ident, TokenStream};
use quote::ToTokens;

use crate::errors::Errors;
use crate::rules::Rule;

/// Values that may be taken once, and the tokens that took them.
pub(super) struct Taken<K> {
    holders: Vec<(K, TokenStream, String)>,
    rule: Rule,
    /// What to do about a value that is made of a name.
    help: Option<&'static str>,
}

impl<K: PartialEq> Taken<K> {
    /// `rule` is broken by what is written again.
    pub(super) fn new(rule: Rule) -> Self {
        Self {
            holders: Vec::new(),
            rule,
            help: None,
        }
    }

    /// `rule` is broken by what is made of two names; `help` says what to do about it.
    pub(super) fn made(rule: Rule, help: &'static str) -> Self {
        Self {
            help: Some(help),
            ..Self::new(rule)
        }
    }

    /// `kind` and `value` are what is taken in words, `owner` who takes it.
    pub(super) fn take(
        &mut self,
        key: K,
        tokens: impl ToTokens,
        (kind, value): (&str, &str),
        owner: &Ident,
        errors: &mut Errors,
    ) -> bool {
        let Some((_, first, holder)) = self.holders.iter().find(|(taken, ..)| *taken == key) else {
            let tokens = tokens.into_token_stream();
            self.holders.push((key, tokens, format!("`{owner}`")));
            return true;
        };
        let (message, information) = match self.help {
            Some(help) if *owner == holder.trim_matches('`') => (
                format!("two items called {holder} need the {kind} {value}\nhelp: {help}"),
                format!("the other {holder} is here"),
            ),
            Some(help) => (
                format!("{holder} and `{owner}` both need the {kind} {value}\nhelp: {help}"),
                format!("{holder} needs {value} too"),
            ),
            None => (
                format!("duplicate {kind} {value}"),
                format!("{holder} already uses {value}"),
            ),
        };
        errors.push_pair(self.rule, tokens, message, first, information);
        false
    }
}
