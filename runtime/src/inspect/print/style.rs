//! Colours.

/// A part of a line that can have a colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Part {
    /// The heading of a message.
    Heading,
    /// The name of an operation, attribute or member.
    Name,
    /// A value.
    Value,
    /// Anything else.
    Note,
    /// What is wrong, and the attribute that an extended ack is about.
    Fault,
    /// Bytes, and their position in the datagram.
    Hex,
}

const PARTS: usize = 6;

/// The colours of the parts, as parameters of the terminal's *select graphic rendition*: `1;31` is bold and red.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Style {
    codes: [&'static str; PARTS],
}

impl Style {
    /// No colours.
    pub const PLAIN: Self = Self { codes: [""; PARTS] };

    /// Colours that are readable on light and dark backgrounds.
    pub const COLOURED: Self = Self::PLAIN
        .with(Part::Heading, "1")
        .with(Part::Name, "36")
        .with(Part::Value, "32")
        .with(Part::Fault, "1;31")
        .with(Part::Hex, "2");

    /// Sets the colour of a part. An empty text means none.
    #[must_use]
    pub const fn with(mut self, part: Part, code: &'static str) -> Self {
        self.codes[part as usize] = code;
        self
    }

    /// Appends a text in the colour of its part.
    pub(super) fn paint(&self, part: Part, text: &str, line: &mut String) {
        let code = self.codes.get(part as usize).copied().unwrap_or_default();
        if code.is_empty() || text.is_empty() {
            return line.push_str(text);
        }
        for piece in ["\x1b[", code, "m", text, "\x1b[0m"] {
            line.push_str(piece);
        }
    }
}
