//! Words as the kernel's specifications write them: `max-len = 15`.

use super::words::{Vocabulary, is_known, unknown};
use crate::errors::Errors;
use crate::rules::Rule;
use crate::syntax::args::{Arg, Dashed, dashed};

/// Reports `arg` if it is such a word, and returns whether it is.
pub(super) fn check_dashes<V: Vocabulary>(arg: &Arg, errors: &mut Errors) -> bool {
    let Arg::Value(value) = arg else {
        return false;
    };
    let Some(Dashed {
        tokens,
        name,
        value,
    }) = dashed(value)
    else {
        return false;
    };
    let (rule, message) = if V::names().contains(&name.as_str()) {
        let whole = format!("{name} {value}");
        let message = format!(
            "words are written with underscores\nhelp: write `{}`",
            whole.trim_end()
        );
        (Rule::WordUnknown, message)
    } else if is_known::<V>(&name) {
        unknown::<V>(&name, Some(value.trim_start_matches('=')))
    } else {
        return false;
    };
    errors.push(rule, tokens, message);
    true
}
