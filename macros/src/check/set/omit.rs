//! Whether `omit_empty` is beside what has an attribute even when it is empty.

use syn::Type;

use super::words::Words;
use crate::check::types::{inside, shown};
use crate::errors::Errors;
use crate::model::{Payload, Presence, Repeat};
use crate::rules::Rule;

/// The presence of a field by its type and its other words, or that of a list whose attribute is left out.
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
        let message = "`omit_empty` cannot be used with `multi`, which writes nothing for an empty list anyway\n\
             help: remove `omit_empty`";
        return Some(message.to_owned());
    }
    if let Some(list) = optional.filter(|inner| inside(inner, "Vec").is_some()) {
        return Some(format!(
            "`omit_empty` cannot be used with `Option`, which tells an absent list from an empty one\n\
             help: write `{}`, or remove `omit_empty`",
            shown(list)
        ));
    }
    let by_codec = words.payload.get() == Some(&Payload::With) && !words.repeat.is_set();
    let why = if by_codec {
        "`omit_empty` cannot be used with `with`: the codec writes an empty value too".to_owned()
    } else if inside(ty, "Vec").is_some() {
        return None;
    } else {
        format!(
            "`omit_empty` is for a `Vec`, but the type is `{}`",
            shown(ty)
        )
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
