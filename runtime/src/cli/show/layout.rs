//! Columns and documentation.

use crate::failure::Failure;
use crate::output::Output;
use crate::style::{Line, NAME, PLAIN};

/// The longest name with which others are aligned.
const LONGEST: usize = 24;

/// The numbers and names of attributes, in columns.
pub(super) struct Labels {
    digits: usize,
    longest: usize,
}

impl Labels {
    pub(super) fn of<'n>(labels: impl Iterator<Item = (u16, Option<&'n str>)>) -> Self {
        let mut this = Self {
            digits: 1,
            longest: 0,
        };
        for (number, name) in labels {
            this.digits = this.digits.max(number.to_string().len());
            let length = name.map_or(0, str::len);
            this.longest = this.longest.max(length.min(LONGEST));
        }
        this
    }

    /// The column after number and name.
    pub(super) const fn column(&self, indent: usize) -> usize {
        let name = if self.longest == 0 {
            0
        } else {
            self.longest + 1
        };
        indent + self.digits + 1 + name
    }

    pub(super) fn line(&self, indent: usize, number: u16, name: Option<&str>) -> Line {
        let line = Line::new(indent).hang(self.column(indent));
        let line = line.with(PLAIN, format!("{number:>0$} ", self.digits));
        let gap = self.longest.saturating_sub(name.map_or(0, str::len));
        let gap = if self.longest == 0 { 0 } else { gap + 1 };
        line.with(NAME, name.unwrap_or_default())
            .with(PLAIN, " ".repeat(gap))
    }
}

/// Prints documentation: the whole text, or its first sentence.
pub(super) fn doc(
    doc: &str,
    indent: usize,
    in_full: bool,
    output: &mut Output,
) -> Result<(), Failure> {
    let doc = if in_full { doc } else { first_sentence(doc) };
    let width = output.width();
    for paragraph in doc.split("\n\n").filter(|it| !it.trim().is_empty()) {
        for item in format!("\n{}", paragraph.trim()).split("\n- ").enumerate() {
            let (bullet, words) = match item {
                (0, words) => ("", words),
                (_, words) => ("- ", words),
            };
            let words: Vec<_> = words.split_whitespace().collect();
            if !words.is_empty() {
                Line::new(indent)
                    .hang(indent + bullet.len())
                    .with(PLAIN, format!("{bullet}{}", words.join(" ")))
                    .write(output, width)?;
            }
        }
    }
    Ok(())
}

pub(super) fn first_sentence(doc: &str) -> &str {
    let paragraph = doc.trim().split("\n\n").next().unwrap_or_default();
    let end = paragraph.find(". ").or_else(|| paragraph.find(".\n"));
    end.and_then(|end| paragraph.get(..=end))
        .unwrap_or(paragraph)
}
