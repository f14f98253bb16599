//! Messages that are made by the description of their set, and not by genl's codec: what it reads and writes is held against them.

mod authors;
mod choices;
pub(crate) mod generate;
mod payload;
mod tree;

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
        panic!("{}: {error}: {}", set.name, hex(&bytes));
    });
    assert_eq!(
        seen.written.as_ref().map(|bytes| hex(bytes)),
        Ok(hex(&bytes)),
        "{}: written anew",
        set.name
    );
    has_words(set.name, &seen.debug, &message.words);
    let same = |what: &str, changed: Level| {
        let changed = changed.write();
        let other = set.see(&changed);
        assert_eq!(
            other.as_ref(),
            Ok(&seen),
            "{}: {what}: {}",
            set.name,
            hex(&changed)
        );
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
        assert_eq!(read.is_ok(), may_end, "{name}: {}", hex(&bytes[..length]));
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
    let is_part = |letter: Option<char>| letter.is_some_and(|it| it.is_alphanumeric() || it == '_');
    let mut rest = text;
    for word in words {
        let found = rest.match_indices(word.as_str()).find(|(place, found)| {
            let (before, after) = (&rest[..*place], &rest[place + found.len()..]);
            let ends = word.chars().last();
            let goes_on = is_part(ends) && is_part(after.chars().next());
            !(is_part(word.chars().next()) && is_part(before.chars().last())) && !goes_on
        });
        let (place, _) =
            found.unwrap_or_else(|| panic!("{name}: no {word} of {words:?} in {text}"));
        rest = &rest[place + word.len()..];
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
