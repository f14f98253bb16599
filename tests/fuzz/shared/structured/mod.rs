//! Messages that are made by the description of their set, and not by genl's codec: what it reads and writes is held against them.

mod authors;
mod choices;
pub(crate) mod generate;
mod payload;
mod tree;

use std::fmt;

use super::list;
use super::sets::Set;
use choices::Choices;
use generate::Message;
use tree::Level;

/// The first byte picks the set, and the others make the choices.
pub(crate) fn run(bytes: &[u8]) {
    let Some((first, choices)) = bytes.split_first() else {
        return;
    };
    if let Some(set) = list::SETS.get(usize::from(*first)) {
        check(set, choices);
    }
}

/// Makes a message, and holds a set against it.
pub(crate) fn check(set: &Set, choices: &[u8]) {
    let mut choices = Choices(choices);
    let message = Message::new(set.description, &mut choices);
    let bytes = message.level.write();
    let seen = set.see(&bytes).unwrap_or_else(|error| {
        panic!("{}: {error}: {:?}", set.name, Hex(&bytes));
    });
    let written = seen.written.as_deref().map(Hex);
    assert_eq!(written, Ok(Hex(&bytes)), "{}: written anew", set.name);
    has_words(set.name, &seen.debug, &message.words);
    let same = |what: &str, changed: Level| {
        let changed = changed.write();
        let other = set.see(&changed);
        let (name, changed) = (set.name, Hex(&changed));
        assert_eq!(other.as_ref(), Ok(&seen), "{name}: {what}: {changed:?}");
    };
    let level = &message.level;
    let earlier = Message::new(set.description, &mut choices);
    same("earlier values", level.behind(&earlier.level));
    same("unknown attributes", level.with_unknown(&mut choices));
    same("another order", level.reordered(&mut choices));
    same("other flags", level.with_other_flags(&mut choices));
    let all = level.with_unknown(&mut choices).reordered(&mut choices);
    same("all of it", all.with_other_flags(&mut choices));
}

/// Makes a message, and cuts and damages it everywhere.
pub(crate) fn damage(set: &Set, choices: &[u8]) {
    let message = Message::new(set.description, &mut Choices(choices));
    let mut bytes = message.level.write();
    let (ends, name) = (message.level.ends(), set.name);
    for length in 0..=bytes.len() {
        let read = set.see(&bytes[..length]);
        let may_end = ends
            .iter()
            .any(|end| end.places.contains(&length) && end.is_enough);
        let prefix = Hex(&bytes[..length]);
        assert_eq!(read.is_ok(), may_end, "{name}: {prefix:?}");
    }
    for place in 0..bytes.len() {
        let byte = bytes[place];
        for other in [byte ^ 1 << (place % 8), !byte] {
            bytes[place] = other;
            set.read(&bytes);
        }
        bytes[place] = byte;
    }
}

/// Whether words are in a text, in their order and none in another one.
fn has_words(name: &str, text: &str, words: &[String]) {
    let mut rest = text;
    for word in words {
        let mut places = rest.match_indices(word.as_str()).map(|(place, _)| place);
        let Some(place) = places.find(|place| is_alone(rest, *place, word)) else {
            panic!("{name}: no {word} of {words:?} in {text}");
        };
        rest = &rest[place + word.len()..];
    }
}

/// Whether a word does not go on in front of its place or behind it.
fn is_alone(text: &str, place: usize, word: &str) -> bool {
    let is_letter =
        |letter: Option<char>| letter.is_some_and(|it| it.is_alphanumeric() || it == '_');
    let (before, after) = (
        text[..place].chars().last(),
        text[place + word.len()..].chars().next(),
    );
    let begins = is_letter(before) && is_letter(word.chars().next());
    let goes_on = is_letter(word.chars().last()) && is_letter(after);
    !begins && !goes_on
}

#[derive(PartialEq)]
struct Hex<'a>(&'a [u8]);

impl fmt::Debug for Hex<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}
