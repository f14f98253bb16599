//! One function for each kind of sentence, so that the same fault reads the same everywhere.

use std::fmt::Display;

use syn::Type;

use super::types::shown;

/// A word on a field of the wrong type.
pub(super) fn is_for(word: impl Display, what: &str, ty: &Type) -> String {
    format!("`{word}` is for {what}, but the type is `{}`", shown(ty))
}

/// A word beside something that excludes it.
pub(super) fn not_with(word: impl Display, other: impl Display) -> String {
    format!("`{word}` cannot be used with `{other}`")
}

/// A word with a value of the wrong kind, and a value that it could have.
pub(super) fn takes(word: impl Display, what: &str, example: impl Display) -> String {
    format!("`{word}` takes {what}\nhelp: write `{word} = {example}`")
}

/// Something else in the place of a word, and the word that may be meant.
pub(super) fn expected_word(place: &str, example: impl Display) -> String {
    format!("expected a word of `{place}`\nhelp: write `{example}`")
}

/// `` `a`, `b` and `c` ``.
pub(super) fn listed<'n>(names: impl IntoIterator<Item = &'n str>) -> String {
    let names = names.into_iter().map(|name| format!("`{name}`"));
    let names = names.collect::<Vec<_>>();
    match names.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, others)) => format!("{} and {last}", others.join(", ")),
        None => String::new(),
    }
}
