//! The faults of a specification, and the parts of it that genl cannot express.

use std::fmt::Display;

use super::yaml::{Fault, Place};

/// The faults and notes, in the order in which they were found.
#[derive(Debug, Default)]
pub(crate) struct Problems {
    pub(crate) faults: Vec<Fault>,
    pub(crate) notes: Vec<Note>,
}

/// A part of the specification that the printed Rust does not express.
#[derive(Clone, Debug)]
pub struct Note {
    /// Where it is said in the specification, or in the corrections.
    pub place: Place,
    /// What is not said.
    pub text: String,
}

impl Problems {
    pub(crate) fn fault(&mut self, place: Place, text: impl Display) {
        self.faults.push(Fault::at(place, text));
    }

    /// Stores a note for standard error, and returns its text for a comment.
    pub(crate) fn note(&mut self, place: Place, text: impl Display) -> String {
        let text = text.to_string();
        self.notes.push(Note {
            place,
            text: text.clone(),
        });
        text
    }
}
