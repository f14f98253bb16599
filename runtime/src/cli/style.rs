//! Colours, and lines that are wrapped to a width.

use core::fmt;
use std::io::{self, Write};

use clap::builder::styling::{AnsiColor, Style};

/// No colour.
pub(crate) const PLAIN: Style = Style::new();
/// Headings.
pub(crate) const HEADING: Style = Style::new().bold();
/// Names of families, operations and attributes.
pub(crate) const NAME: Style = AnsiColor::Cyan.on_default();
/// Names that head a block.
pub(crate) const TITLE: Style = NAME.bold();
/// Failures.
pub(crate) const FAULT: Style = AnsiColor::Red.on_default().bold();
/// Notes.
pub(crate) const NOTE: Style = Style::new().dimmed();

/// A line in several colours. A line that is too long continues on the next one, indented.
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

    /// Sets the indentation of the lines that continue it.
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

    /// Writes the line. Breaks it at spaces, but not at [`KEPT`] ones. Does not break a word that is too long.
    pub(crate) fn write(&self, out: &mut impl Write, width: usize) -> io::Result<()> {
        write!(out, "{:1$}", "", self.indent)?;
        let mut column = self.indent;
        // Text of one colour is painted at once.
        let mut run = (PLAIN, String::new());
        for Word { spaces, pieces } in self.words() {
            let length: usize = pieces.iter().map(|(_, text)| text.chars().count()).sum();
            let is_full = column + spaces + length > width && column > self.hang;
            if is_full && spaces > 0 {
                writeln!(out, "{}", Painted(run.0, &run.1))?;
                run = (PLAIN, " ".repeat(self.hang));
                column = self.hang;
            } else {
                run.1.extend(std::iter::repeat_n(' ', spaces));
                column += spaces;
            }
            for (style, text) in pieces {
                if style != run.0 && !run.1.is_empty() {
                    write!(out, "{}", Painted(run.0, &run.1))?;
                    run.1.clear();
                }
                run.0 = style;
                run.1.push_str(&text.replace(KEPT, " "));
            }
            column += length;
        }
        writeln!(out, "{}", Painted(run.0, &run.1))
    }

    /// Returns the words. A word may have several colours.
    fn words(&self) -> Vec<Word<'_>> {
        let mut words: Vec<Word<'_>> = Vec::new();
        let mut spaces = 0;
        for (style, text) in &self.spans {
            for part in text.split_inclusive(' ') {
                let bare = part.trim_end_matches(' ');
                if !bare.is_empty() {
                    let piece = (*style, bare);
                    match words.last_mut() {
                        Some(word) if spaces == 0 => word.pieces.push(piece),
                        _ => words.push(Word {
                            spaces,
                            pieces: vec![piece],
                        }),
                    }
                    spaces = 0;
                }
                spaces += part.len() - bare.len();
            }
        }
        words
    }
}

/// A space at which a line is not broken.
pub(crate) const KEPT: char = '\u{a0}';

/// The text between two spaces.
struct Word<'l> {
    /// The number of spaces before it.
    spaces: usize,
    pieces: Vec<(Style, &'l str)>,
}

/// A text in a colour. The spaces around it have no colour.
struct Painted<'t>(Style, &'t str);

impl fmt::Display for Painted<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(style, text) = self;
        let bare = text.trim_matches(' ');
        if bare.is_empty() || *style == PLAIN {
            return f.write_str(text);
        }
        let before = text.len() - text.trim_start_matches(' ').len();
        let behind = text.len() - text.trim_end_matches(' ').len();
        write!(f, "{:before$}{style}{bare}{style:#}{:behind$}", "", "")
    }
}

#[cfg(test)]
mod tests {
    use super::{HEADING, Line, PLAIN};

    fn lines(line: &Line, width: usize) -> Vec<String> {
        let mut out = Vec::new();
        line.write(&mut out, width).unwrap_or_default();
        let text = String::from_utf8_lossy(&out).into_owned();
        text.lines().map(str::to_owned).collect()
    }

    #[test]
    fn lines_are_broken_at_spaces_and_go_on_further_in() {
        let line = Line::new(2)
            .hang(4)
            .with(PLAIN, "one two, ")
            .with(PLAIN, "three");
        assert_eq!(lines(&line, 80), ["  one two, three"]);
        assert_eq!(lines(&line, 11), ["  one two,", "    three"]);
        assert_eq!(lines(&line, 1), ["  one", "    two,", "    three"]);
    }

    #[test]
    fn pieces_without_a_space_between_them_stay_together() {
        let line = Line::new(0)
            .hang(2)
            .with(PLAIN, "name")
            .with(PLAIN, ": value  ");
        assert_eq!(lines(&line, 80), ["name: value"]);
    }

    #[test]
    fn colours_are_around_words_alone() {
        let line = Line::new(0)
            .hang(2)
            .with(HEADING, "a b")
            .with(PLAIN, "  c ");
        assert_eq!(lines(&line, 80), ["\u{1b}[1ma b\u{1b}[0m  c"]);
        assert_eq!(lines(&line, 3), ["\u{1b}[1ma b\u{1b}[0m", "  c"]);
    }
}
