//! What YNL cannot express.

use core::fmt;

use super::yaml::Map;

/// A fact of a description that YNL cannot express.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Note {
    /// What it is about: `address.addr4`, or the name of an operation.
    pub place: String,
    /// The fact.
    pub text: String,
}

impl fmt::Display for Note {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.place, self.text)
    }
}

/// The notes that were found.
#[derive(Debug, Default)]
pub(super) struct Notes(pub(super) Vec<Note>);

impl Notes {
    /// Adds a note, and a comment at its place.
    pub(super) fn add(&mut self, map: &mut Map, place: &str, text: impl Into<String>) {
        let text = text.into();
        map.comment(text.clone());
        self.0.push(Note {
            place: place.to_owned(),
            text,
        });
    }
}
