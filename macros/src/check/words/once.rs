//! Words that may be used once.

use proc_macro2::Ident;

use crate::errors::Errors;
use crate::rules::Rule;

/// A value that may be set once, with the word that set it.
pub(in crate::check) struct Once<T>(Option<(Ident, T)>);

impl<T> Default for Once<T> {
    fn default() -> Self {
        Self(None)
    }
}

impl<T> Once<T> {
    /// Sets the value, or reports that `word` or another word has set it before.
    pub(in crate::check) fn set(&mut self, word: &Ident, value: T, errors: &mut Errors) {
        match &self.0 {
            None => self.0 = Some((word.clone(), value)),
            Some((first, _)) if first == word => {
                let message = format!("duplicate `{word}`");
                errors.push_pair(Rule::WordTwice, word, message, first, "first used here");
            }
            Some((first, _)) => report_conflict(word, first, errors),
        }
    }

    /// Returns the value, which a second word may refine.
    pub(in crate::check) fn get_mut(&mut self) -> Option<&mut T> {
        self.0.as_mut().map(|(_, value)| value)
    }

    pub(in crate::check) fn get(&self) -> Option<&T> {
        self.0.as_ref().map(|(_, value)| value)
    }

    pub(in crate::check) fn word(&self) -> Option<&Ident> {
        self.0.as_ref().map(|(word, _)| word)
    }

    pub(in crate::check) fn into_value(self) -> Option<T> {
        self.0.map(|(_, value)| value)
    }

    /// Returns the word and its value.
    pub(in crate::check) fn into_pair(self) -> Option<(Ident, T)> {
        self.0
    }

    pub(in crate::check) fn is_set(&self) -> bool {
        self.0.is_some()
    }
}

/// Reports a word that contradicts an earlier one.
pub(in crate::check) fn report_conflict(word: &Ident, first: &Ident, errors: &mut Errors) {
    let message = format!("`{word}` conflicts with `{first}`\nhelp: remove one of them");
    errors.push_pair(
        Rule::WordsExclusive,
        word,
        message,
        first,
        format!("`{first}` is used here"),
    );
}
