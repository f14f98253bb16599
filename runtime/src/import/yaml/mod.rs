//! YAML: a tree that keeps its lines, and serde over it.

mod access;
mod load;
mod located;
mod read;

pub(crate) use load::load;
pub(crate) use located::Located;
pub(crate) use read::{parse_integer, read, read_map};

use std::fmt;

/// A line of one of the files; line 0 is all of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// 0 is the specification, 1 the file of corrections.
    pub file: u16,
    /// The first line is 1.
    pub line: u32,
}

/// A value, where it is, and what it is called if an alias may repeat it.
#[derive(Clone, Debug)]
pub(crate) struct Node {
    pub(crate) place: Place,
    pub(crate) anchor: Option<String>,
    pub(crate) value: Value,
}

#[derive(Clone, Debug)]
pub(crate) enum Value {
    /// The text of a scalar. Whether it is a number depends on what is expected.
    Text {
        text: String,
        quoted: bool,
    },
    List(Vec<Node>),
    Map(Vec<(Key, Node)>),
}

#[derive(Clone, Debug)]
pub(crate) struct Key {
    pub(crate) place: Place,
    pub(crate) text: String,
}

impl Node {
    /// Whether it stands for nothing at all: `key:` without a value, `~` or `null`.
    pub(crate) fn is_null(&self) -> bool {
        matches!(&self.value, Value::Text { text, quoted: false } if matches!(text.as_str(), "" | "~" | "null"))
    }

    /// The value under a key, if it is a mapping that has it.
    pub(crate) fn get(&self, key: &str) -> Option<&Node> {
        let Value::Map(entries) = &self.value else {
            return None;
        };
        let mut entries = entries.iter();
        entries
            .find(|(found, _)| found.text == key)
            .map(|(_, node)| node)
    }

    pub(crate) fn text(&self) -> Option<&str> {
        match &self.value {
            Value::Text { text, .. } => Some(text),
            Value::List(_) | Value::Map(_) => None,
        }
    }

    /// The name of an entry of a list: it is one itself, or has one.
    pub(crate) fn name(&self) -> Option<&str> {
        self.text().or_else(|| self.get("name")?.text())
    }
}

/// What is wrong with a file, and where.
#[derive(Debug)]
pub struct Fault {
    /// Where it is, if that is known.
    pub place: Option<Place>,
    /// The keys and names that lead there, innermost first.
    pub(crate) path: Vec<String>,
    pub(crate) text: String,
}

impl Fault {
    pub(crate) fn new(text: impl fmt::Display) -> Self {
        Self {
            place: None,
            path: Vec::new(),
            text: text.to_string(),
        }
    }

    pub(crate) fn at(place: Place, text: impl fmt::Display) -> Self {
        Self {
            place: Some(place),
            ..Self::new(text)
        }
    }
}

/// The path and what is wrong; the line is for who knows the names of the files.
impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.path.is_empty() {
            for (index, name) in self.path.iter().rev().enumerate() {
                let dot = if index == 0 { "" } else { "." };
                write!(f, "{dot}{name}")?;
            }
            f.write_str(": ")?;
        }
        f.write_str(&self.text)
    }
}

impl std::error::Error for Fault {}
