//! What is wrong with a specification, and what genl cannot say of it.

use std::fmt::Display;

use super::yaml::{Fault, Place};

/// Everything that was found, in the order in which it was found.
#[derive(Debug, Default)]
pub(crate) struct Problems {
    pub(crate) faults: Vec<Fault>,
    pub(crate) notes: Vec<Note>,
}

/// Something that the printed Rust does not say.
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

    /// Keeps a note for standard error, and returns its text for a comment.
    pub(crate) fn note(&mut self, place: Place, text: impl Display) -> String {
        let text = text.to_string();
        self.notes.push(Note {
            place,
            text: text.clone(),
        });
        text
    }
}
