//! Colours, and lines that fit a width.

use std::io::{self, Write};

use clap::builder::styling::{AnsiColor, Style};

/// No colour.
pub(crate) const PLAIN: Style = Style::new();
/// What a part of the output is about.
pub(crate) const HEADING: Style = Style::new().bold();
/// Names of families, operations and attributes.
pub(crate) const NAME: Style = AnsiColor::Cyan.on_default();
/// What is said besides.
pub(crate) const NOTE: Style = Style::new().dimmed();

/// A line in several colours. Where it is too long it goes on in the next line, further in.
#[derive(Debug)]
pub(crate) struct Line {
    indent: usize,
    hang: usize,
    spans: Vec<(Style, String)>,
}

impl Line {
    pub(crate) const fn new(indent: usize) -> Self {
        Self {
            indent,
            hang: indent + 4,
            spans: Vec::new(),
        }
    }

    /// Sets the column where the next line goes on.
    #[must_use]
    pub(crate) const fn hang(mut self, hang: usize) -> Self {
        self.hang = hang;
        self
    }

    #[must_use]
    pub(crate) fn with(mut self, style: Style, text: impl Into<String>) -> Self {
        self.spans.push((style, text.into()));
        self
    }

    /// Writes the line. It breaks where there are spaces; a word that is too long stays whole.
    pub(crate) fn write(&self, out: &mut impl Write, width: usize) -> io::Result<()> {
        write!(out, "{:1$}", "", self.indent)?;
        let mut column = self.indent;
        let mut pending = String::new();
        for (style, text) in &self.spans {
            for word in text.split_inclusive(' ') {
                let (bare, spaces) = word.split_at(word.trim_end_matches(' ').len());
                let length = bare.chars().count();
                let is_full = column + pending.len() + length > width && column > self.hang;
                if is_full && !pending.is_empty() {
                    write!(out, "\n{:1$}", "", self.hang)?;
                    column = self.hang;
                    pending.clear();
                }
                if length > 0 {
                    write!(out, "{pending}{style}{bare}{style:#}")?;
                    column += pending.len() + length;
                    pending.clear();
                }
                pending.push_str(spaces);
            }
        }
        writeln!(out)
    }
}
