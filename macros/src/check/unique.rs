//! Values that one item only may use: numbers, names and constants.

use proc_macro2::{Ident, TokenStream};
use quote::ToTokens;

use crate::errors::Errors;
use crate::rules::Rule;

/// The values that items use, each with the tokens and the name of its user.
pub(super) struct Unique<K> {
    users: Vec<(K, TokenStream, String)>,
    rule: Rule,
    /// The help for a value that is made from a name.
    help: Option<&'static str>,
    /// The word with which a second item may use a value.
    sharing: Option<&'static str>,
}

impl<K: PartialEq> Unique<K> {
    /// Values that authors write. A duplicate breaks `rule`.
    pub(super) fn new(rule: Rule) -> Self {
        Self {
            users: Vec::new(),
            rule,
            help: None,
            sharing: None,
        }
    }

    /// Values that are made from names. A duplicate breaks `rule`, and gets this help.
    pub(super) fn made(rule: Rule, help: &'static str) -> Self {
        Self {
            help: Some(help),
            ..Self::new(rule)
        }
    }

    /// Values that authors write. A duplicate without the word `sharing` breaks `rule`.
    pub(super) fn shared(rule: Rule, sharing: &'static str) -> Self {
        Self {
            sharing: Some(sharing),
            ..Self::new(rule)
        }
    }

    /// Adds a value, and returns whether it is new. In messages it is called `what`, as in "attribute number 1", and in short
    /// `value`, as in "number 1".
    pub(super) fn add(
        &mut self,
        key: K,
        tokens: impl ToTokens,
        (what, value): (&str, &str),
        user: &Ident,
        errors: &mut Errors,
    ) -> bool {
        let Some((_, first, other)) = self.users.iter().find(|(used, ..)| *used == key) else {
            let tokens = tokens.into_token_stream();
            self.users.push((key, tokens, format!("`{user}`")));
            return true;
        };
        let (message, information) = match self.help {
            Some(help) if *user == other.trim_matches('`') => (
                format!("two items called {other} need the {what}\nhelp: {help}"),
                format!("the other {other} is here"),
            ),
            Some(help) => (
                format!("{other} and `{user}` both need the {what}\nhelp: {help}"),
                format!("{other} needs it too"),
            ),
            None => (
                self.duplicate(what, other),
                format!("{other} already uses {value}"),
            ),
        };
        errors.push_pair(self.rule, tokens, message, first, information);
        false
    }

    fn duplicate(&self, what: &str, other: &str) -> String {
        let message = format!("duplicate {what}");
        let Some(word) = self.sharing else {
            return message;
        };
        let other = other.trim_matches('`');
        format!("{message}\nhelp: write `{word} = {other}` if the command accepts both requests")
    }
}
