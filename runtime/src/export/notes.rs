//! What YAML cannot say.

use core::fmt;

use super::yaml::Map;

/// Something of a description that YNL has no words for.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Note {
    /// What it is about: `address.addr4`, or the name of an operation.
    pub place: String,
    /// What the YAML does not say.
    pub text: String,
}

impl fmt::Display for Note {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.place, self.text)
    }
}

/// Notes as they are found.
#[derive(Debug, Default)]
pub(super) struct Notes(pub(super) Vec<Note>);

impl Notes {
    /// Keeps a note, and comments it where it belongs.
    pub(super) fn add(&mut self, map: &mut Map, place: &str, text: impl Into<String>) {
        let text = text.into();
        map.comment(text.clone());
        self.0.push(Note {
            place: place.to_owned(),
            text,
        });
    }
}
