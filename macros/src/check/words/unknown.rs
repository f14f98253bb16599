//! What is said of a word that its place does not have.

use super::{Vocabulary, places};
use crate::check::names::nearest;
use crate::check::numbers::integer;
use crate::errors::Errors;
use crate::rules::Rule;
use crate::syntax::args::{Word, WordValue};

/// What `word` is in the vocabulary of its place.
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

/// Whether there is more to say of `name` than that there is no such word.
pub(in crate::check) fn is_known<V: Vocabulary>(name: &str) -> bool {
    V::habit(name).is_some() || place_of::<V>(name).is_some()
}

/// What is said of a word that its place does not have. The `value` may tell which was meant, as in
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

/// The word, or the number, that the value of a habit says.
fn meant<V: Vocabulary>(name: &str, value: Option<&str>) -> Option<String> {
    const NUMBERS: [&str; 11] = [
        "type", "nla_type", "value", "number", "id", "tag", "cmd", "command", "enum", "get", "do",
    ];
    let value = value?.trim_matches([' ', '"']);
    let word = value.replace(" - ", "_").replace('-', "_");
    // `type = u8` is meant as the type of the field.
    if word != "u8" && V::names().contains(&word.as_str()) {
        return Some(format!("write `{word}`"));
    }
    // `get = 2` and `CMD_GET = 2` are numbers of what they name.
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
        format!("the words are {}", listed(&V::names()))
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

/// The place that has the word: the nearest one, as sets and families share some.
fn place_of<V: Vocabulary>(name: &str) -> Option<&'static str> {
    let places = places();
    let own = places.iter().position(|(place, _)| *place == V::PLACE)?;
    let having = |(_, (_, names)): &(usize, &(_, Vec<&str>))| names.contains(&name);
    let found = places.iter().enumerate().filter(having);
    found
        .min_by_key(|(index, _)| index.abs_diff(own))
        .map(|(_, (place, _))| *place)
}

/// `` `a`, `b` and `c` ``.
fn listed(names: &[&str]) -> String {
    let names = names
        .iter()
        .map(|name| format!("`{name}`"))
        .collect::<Vec<_>>();
    match names.as_slice() {
        [init @ .., last] if !init.is_empty() => format!("{} and {last}", init.join(", ")),
        names => names.concat(),
    }
}
