//! Prints the replies to a call.

use std::io::Write;

use genl::description::{Mode, Operation};
use genl::inspect::{self, Node};
use genl::wire::Message;

use super::progress::Progress;
use crate::failure::Failure;
use crate::nodes;
use crate::output::Output;

/// Prints replies as they arrive.
pub(super) struct Printer<'o> {
    operation: &'static Operation,
    output: &'o mut Output,
    progress: Progress,
    /// The number of replies.
    count: usize,
    is_malformed: bool,
}

impl<'o> Printer<'o> {
    pub(super) fn new(operation: &'static Operation, output: &'o mut Output) -> Self {
        Self {
            operation,
            progress: Progress::new(output),
            output,
            count: 0,
            is_malformed: false,
        }
    }

    /// Whether the replies are elements of a JSON array.
    fn is_list(&self) -> bool {
        self.output.json() && (self.operation.mode == Mode::Dump || self.operation.multi)
    }

    pub(super) fn print(&mut self, message: &Message<'_>) -> Result<(), Failure> {
        let (_, attributes) = message.generic().map_err(Failure::failed)?;
        let set = self.operation.reply;
        let Some((header, attributes)) = attributes.split_header(set.header_size()) else {
            return Err(Failure::failed("a reply is shorter than its fixed header"));
        };
        let bytes = attributes.as_bytes();
        let read = inspect::attributes(bytes, set);
        self.is_malformed |= nodes::is_malformed(&read);
        self.progress.count(self.count);
        if self.output.json() {
            self.print_json(header, &read)?;
        } else {
            self.print_lines(header, bytes, &read)?;
        }
        self.count += 1;
        Ok(())
    }

    fn print_json(&mut self, header: &[u8], read: &[Node<'_>]) -> Result<(), Failure> {
        let mut value = nodes::json(read, Some(self.operation.reply));
        if let (false, Some(map)) = (header.is_empty(), value.as_object_mut()) {
            let name = super::encode::HEADER.to_owned();
            map.shift_insert(0, name, nodes::hex(header).into());
        }
        if !self.is_list() {
            return self.output.print_json(&value);
        }
        let text = serde_json::to_string(&value).map_err(Failure::failed)?;
        let before = if self.count == 0 { "[" } else { "," };
        Ok(write!(self.output, "{before}\n{text}")?)
    }

    fn print_lines(
        &mut self,
        header: &[u8],
        bytes: &[u8],
        read: &[Node<'_>],
    ) -> Result<(), Failure> {
        // Replies of one line need no empty line between them.
        let is_short = matches!(read, [node] if node.children().is_empty());
        if self.count > 0 && !is_short {
            writeln!(self.output)?;
        }
        if !header.is_empty() {
            writeln!(self.output, "header: {}", nodes::hex(header))?;
        }
        let options = self.output.options();
        Ok(inspect::print_nodes(read, bytes, self.output, &options)?)
    }

    /// Ends the output. `is_complete` is true if the kernel sent all replies.
    pub(super) fn finish(mut self, is_complete: bool) -> Result<(), Failure> {
        self.progress.finish();
        let end = match (self.output.json(), self.is_list(), self.count) {
            (true, true, 1..) => "\n]\n",
            (true, true, 0) if is_complete => "[]\n",
            (true, false, 0) if is_complete => "null\n",
            _ => "",
        };
        self.output.write_all(end.as_bytes())?;
        if self.is_malformed {
            return Err(Failure::failed("a reply does not match its description"));
        }
        Ok(())
    }
}
