//! The messages for a word that does not exist in its place.

use super::{Vocabulary, places};
use crate::check::names::nearest;
use crate::check::numbers::integer;
use crate::check::sentences::listed;
use crate::errors::Errors;
use crate::rules::Rule;
use crate::syntax::args::{Word, WordValue};

/// Looks `word` up in the vocabulary of its place, and reports it if it is not there.
pub(in crate::check) fn check_word<V: Vocabulary>(word: &Word, errors: &mut Errors) -> Option<V> {
    let name = word.ident.to_string();
    let known = V::TABLE.iter().find(|(known, _)| *known == name);
    if known.is_none() {
        let value = match &word.value {
            WordValue::Assigned(value) | WordValue::List(value) => Some(value.to_string()),
            WordValue::None => None,
        };
        let (rule, message) = unknown::<V>(&name, value.as_deref());
        errors.push(rule, &word.ident, message);
    }
    known.map(|(_, known)| *known)
}

/// Whether `name` has a help of its own, or is a word of another place.
pub(in crate::check) fn is_known<V: Vocabulary>(name: &str) -> bool {
    V::habit(name).is_some() || place_of::<V>(name).is_some()
}

/// Returns the message for a word that its place does not have. The `value` may show which word was meant, as in
/// `type = nest`.
pub(in crate::check) fn unknown<V: Vocabulary>(name: &str, value: Option<&str>) -> (Rule, String) {
    let other = place_of::<V>(name);
    let fault = match other {
        Some(_) => format!("`{name}` is not allowed in `{}`", V::PLACE),
        None => format!("unknown word `{name}` in `{}`", V::PLACE),
    };
    let rule = other.map_or(Rule::WordUnknown, |_| Rule::WordMisplaced);
    let answer = match (V::habit(name), other) {
        (Some(help), _) => format!(
            "\nhelp: {}",
            meant::<V>(name, value).as_deref().unwrap_or(help)
        ),
        (None, Some(other)) => format!("; it belongs in `{other}`"),
        (None, None) => {
            let help = meant::<V>(name, value).unwrap_or_else(|| similar::<V>(name));
            format!("\nhelp: {help}")
        }
    };
    (rule, fault + &answer)
}

/// Returns what to write if the value is a word or a number, as in `type = nest` and `value = 3`.
fn meant<V: Vocabulary>(name: &str, value: Option<&str>) -> Option<String> {
    const NUMBERS: [&str; 11] = [
        "type", "nla_type", "value", "number", "id", "tag", "cmd", "command", "enum", "get", "do",
    ];
    let value = value?.trim_matches([' ', '"']);
    let word = value.replace(" - ", "_").replace('-', "_");
    // `type = u8` means the type of the field, not the word.
    if word != "u8" && V::names().contains(&word.as_str()) {
        return Some(format!("write `{word}`"));
    }
    // `get = 2` and `CMD_GET = 2` give a number.
    let numbered = V::NUMBERED
        && (NUMBERS.contains(&name) || !name.contains(char::is_lowercase))
        && integer(value).is_some();
    let whole = V::PLACE.replace("..", value);
    numbered.then(|| format!("write the number first, without a word: `{whole}`"))
}

fn similar<V: Vocabulary>(name: &str) -> String {
    if let Some(near) = nearest(name, V::names()) {
        format!("a word with a similar name exists: `{near}`")
    } else if V::TABLE.len() <= 7 {
        format!("the words are {}", listed(V::names()))
    } else {
        let derived = V::PLACE.starts_with("#[attr");
        let item = if derived {
            "#[derive(AttributeSet)]"
        } else {
            "genl_family!"
        };
        format!("the documentation of `{item}` has a table of all words")
    }
}

/// Returns the place that has the word: the nearest one, as some words belong to sets and to families.
fn place_of<V: Vocabulary>(name: &str) -> Option<&'static str> {
    let places = places();
    let own = places.iter().position(|(place, _)| *place == V::PLACE)?;
    let having = |(_, (_, names)): &(usize, &(_, Vec<&str>))| names.contains(&name);
    let found = places.iter().enumerate().filter(having);
    found
        .min_by_key(|(index, _)| index.abs_diff(own))
        .map(|(_, (place, _))| *place)
}
