//! `omit_empty`: allowed on a list that is written even when it is empty.

use syn::Type;

use super::words::Words;
use crate::check::sentences::{is_for, not_with};
use crate::check::types::{inside, shown};
use crate::errors::Errors;
use crate::model::{Payload, Presence, Repeat};
use crate::rules::Rule;

/// Returns the given presence, or with `omit_empty` that of a list without an attribute when it is empty.
pub(super) fn check_omitted(
    ty: &Type,
    words: &Words,
    presence: Presence,
    errors: &mut Errors,
) -> Presence {
    let Some(word) = words.omit_empty.word() else {
        return presence;
    };
    if let Some(message) = mistake(ty, words) {
        errors.push(Rule::OmitEmptyMisfit, word, message);
    }
    Presence::List
}

fn mistake(ty: &Type, words: &Words) -> Option<String> {
    let optional = inside(ty, "Option");
    if words.repeat.get() == Some(&Repeat::Multi) {
        let fault = not_with("omit_empty", "multi");
        return Some(format!(
            "{fault}, which omits an empty list anyway\nhelp: remove `omit_empty`"
        ));
    }
    if let Some(list) = optional.filter(|inner| inside(inner, "Vec").is_some()) {
        return Some(format!(
            "{}, which distinguishes an absent list from an empty one\n\
             help: write `{}`, or remove `omit_empty`",
            not_with("omit_empty", "Option"),
            shown(list)
        ));
    }
    let by_codec = words.payload.get() == Some(&Payload::With) && !words.repeat.is_set();
    let why = if by_codec {
        let fault = not_with("omit_empty", "with");
        format!("{fault}: the codec writes every value, even an empty one")
    } else if inside(ty, "Vec").is_some() {
        return None;
    } else {
        is_for("omit_empty", "a `Vec`", ty)
    };
    let instead = if optional.is_some() || words.payload.get() == Some(&Payload::Flag) {
        String::new()
    } else {
        format!(
            ", and write `Option<{}>` if the attribute may be absent",
            shown(ty)
        )
    };
    Some(format!("{why}\nhelp: remove `omit_empty`{instead}"))
}
