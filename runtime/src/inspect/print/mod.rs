//! Trees as text.

mod layout;
mod line;
mod lines;
mod style;
mod value;

use core::fmt;
use std::io;

pub use line::Line;
pub use style::{Part, Style};

use super::names;
use super::tree::{Bits, Message, Node, Tree};

/// Options for printing a tree.
#[derive(Clone, Copy, Debug, Default)]
#[non_exhaustive]
pub struct Options {
    /// Whether the bytes of each line are shown before it, after their position.
    pub hex: bool,
    /// The colours.
    pub style: Style,
    /// The greatest number of columns. A longer line is continued on the next one.
    pub width: Option<usize>,
}

impl Options {
    /// Creates options without bytes, colours, or a greatest width.
    pub const fn new() -> Self {
        Self {
            hex: false,
            style: Style::PLAIN,
            width: None,
        }
    }

    /// Shows the bytes of each line before it.
    #[must_use]
    pub const fn with_hex(mut self) -> Self {
        self.hex = true;
        self
    }

    /// Sets the colours.
    #[must_use]
    pub const fn with_style(mut self, style: Style) -> Self {
        self.style = style;
        self
    }

    /// Sets the greatest number of columns.
    #[must_use]
    pub const fn with_width(mut self, columns: usize) -> Self {
        self.width = Some(columns);
        self
    }
}

impl Tree<'_> {
    /// Prints the tree as lines.
    ///
    /// Fails with the errors of `writer`.
    pub fn print(&self, writer: &mut impl io::Write, options: &Options) -> io::Result<()> {
        lines::print(self, options, &mut |line| writeln!(writer, "{line}"))
    }

    /// Returns the tree as one line: `mptcp_pm add-addr { addr { family: 2 (inet), addr4: 10.0.0.7 } }`. Messages are
    /// separated by semicolons.
    pub const fn line(&self) -> Line<'_> {
        Line { tree: self }
    }
}

/// Prints the tree as lines, with the default [`Options`].
impl fmt::Display for Tree<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        lines::print(self, &Options::new(), &mut |line| writeln!(f, "{line}"))
    }
}

impl Node<'_> {
    /// Returns the name of the node, or its number as in `#5`. Empty for bytes that are not an attribute.
    pub fn title(&self) -> String {
        value::label(self)
    }

    /// Returns the value as it is shown to people; `None` for a flag, or if the node holds other nodes.
    pub fn text(&self) -> Option<String> {
        value::value(self)
    }
}

/// Prints nodes as lines, without a message around them. Their positions are counted from the start of `bytes`.
///
/// ```
/// use genl::AttributeSet;
/// use genl::inspect::{self, Options};
/// use genl::mptcp_pm::Limits;
///
/// let bytes = Limits { rcv_add_addrs: 1, subflows: 2 }.to_bytes()?;
/// let nodes = inspect::attributes(&bytes, &Limits::DESCRIPTION);
/// assert_eq!((nodes[1].title(), nodes[1].text()), ("subflows".to_owned(), Some("2".to_owned())));
/// let mut lines = Vec::new();
/// inspect::print_nodes(&nodes, &bytes, &mut lines, &Options::new())?;
/// assert_eq!(lines, b"rcv-add-addrs: 1\nsubflows: 2\n");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// Fails with the errors of `writer`.
pub fn print_nodes(
    nodes: &[Node<'_>],
    bytes: &[u8],
    writer: &mut impl io::Write,
    options: &Options,
) -> io::Result<()> {
    lines::print_nodes((nodes, bytes), options, &mut |line| {
        writeln!(writer, "{line}")
    })
}

/// Shows bytes as hexadecimal digits.
pub(crate) struct Hex<'a>(pub(crate) &'a [u8]);

impl fmt::Display for Hex<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

/// Shows the number and the names: `0x81 (ONE | 0x80)`.
impl fmt::Display for Bits {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:#x}", self.value)?;
        let Some((first, others)) = self.names.split_first() else {
            return Ok(());
        };
        write!(f, " ({first}")?;
        for name in others {
            write!(f, " | {name}")?;
        }
        if self.unnamed != 0 {
            write!(f, " | {:#x}", self.unnamed)?;
        }
        f.write_str(")")
    }
}

/// Returns the fields of `nlmsghdr` in words.
pub(super) fn heading(message: &Message<'_>) -> String {
    let header = message.header;
    let (what, number) = (names::role(message.role), header.kind.number());
    let name = names::message_type(header.kind).or(message.family.as_deref());
    let name = name.map_or_else(String::new, |name| format!(" ({name})"));
    format!(
        "{what}, {} bytes: type {number}{name}, flags {}, sequence {}, port {}",
        message.length, message.flags, header.sequence, header.port
    )
}
