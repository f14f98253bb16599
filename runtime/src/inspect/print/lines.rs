//! A tree as lines.

use core::ops::Range;

use super::layout::{self, Span};
use super::value::{self, append};
use super::{Hex, Options, Part, heading};
use crate::error::{Errno, Missing};
use crate::inspect::fault::Fault;
use crate::inspect::tree::{Body, Generic, Label, Message, Node, Status, Tree};
use crate::wire::{GenericHeader, MessageHeader, align};

/// The size of `nlattr`, and of an error number.
const HEADER: usize = 4;

/// The most bytes that are shown of a malformed part.
const MALFORMED: usize = 32;

/// Calls `emit` with every line of a tree.
pub(super) fn print<E>(
    tree: &Tree<'_>,
    options: &Options,
    emit: &mut dyn FnMut(&str) -> Result<(), E>,
) -> Result<(), E> {
    let mut printer = Printer {
        bytes: tree.bytes,
        options,
        emit,
        shown: 0,
    };
    for message in &tree.messages {
        printer.message(message, 0)?;
    }
    if let Some(fault) = &tree.fault {
        let range = fault.offset..tree.bytes.len();
        printer.fault(Vec::new(), fault, (range.clone(), range), 0)?;
    }
    if tree.other_byte_order {
        let text = "the datagram is from a machine with the other byte order".to_owned();
        printer.line(0, &[(Part::Note, text)], 0..0)?;
    }
    Ok(())
}

/// Calls `emit` with every line of nodes, whose bytes are in `bytes`.
pub(super) fn print_nodes<E>(
    (nodes, bytes): (&[Node<'_>], &[u8]),
    options: &Options,
    emit: &mut dyn FnMut(&str) -> Result<(), E>,
) -> Result<(), E> {
    let mut printer = Printer {
        bytes,
        options,
        emit,
        shown: 0,
    };
    printer.nodes(nodes, bytes.len(), 0)
}

struct Printer<'p, E> {
    bytes: &'p [u8],
    options: &'p Options,
    emit: &'p mut dyn FnMut(&str) -> Result<(), E>,
    /// The end of the bytes that were shown.
    shown: usize,
}

impl<E> Printer<'_, E> {
    /// Writes a line about these bytes. Earlier bytes that were not shown get a line of their own.
    fn line(&mut self, depth: usize, spans: &[Span], range: Range<usize>) -> Result<(), E> {
        if !range.is_empty() {
            self.rest(depth, range.start, range.start)?;
            self.shown = self.shown.max(range.end);
        }
        let lines = layout::lines(self.options, 2 * depth, spans, (self.bytes, range));
        lines.iter().try_for_each(|line| (self.emit)(line))
    }

    /// Writes a line with the bytes up to `end` that were not shown. Those after `known` are padding.
    fn rest(&mut self, depth: usize, known: usize, end: usize) -> Result<(), E> {
        let start = self.shown;
        self.shown = start.max(end);
        let bytes = self.bytes.get(start..known).unwrap_or_default();
        if bytes.is_empty() {
            return Ok(());
        }
        let spans = [(Part::Hex, Hex(bytes).to_string())];
        self.line(depth, &spans, start..end)
    }

    fn message(&mut self, message: &Message<'_>, depth: usize) -> Result<(), E> {
        let quoted = if depth == 0 { "" } else { "quoted " };
        let spans = vec![(Part::Heading, format!("{quoted}{}", heading(message)))];
        let start = message.range.start;
        let header = start..start + MessageHeader::LENGTH;
        self.line(depth, &spans, header.clone())?;
        if let Some(fault) = &message.fault {
            let is_own = fault.offset == start;
            let (bytes, line) = if is_own {
                (header.clone(), 0..0)
            } else {
                (fault.bytes.clone(), fault.bytes.clone())
            };
            self.fault(Vec::new(), fault, (bytes, line), depth + 1)?;
        }
        let end = start.saturating_add(align(message.range.len()));
        let end = end.min(self.bytes.len()).max(message.range.end);
        match &message.body {
            Body::Generic(generic) => self.generic(generic, header.end..end, depth + 1)?,
            Body::Status(status) => self.status(status, header.end..end, depth + 1)?,
            Body::Bytes(_) => {}
        }
        let inner = usize::from(message.generic().is_some());
        self.rest(depth + 1 + inner, message.range.end, end)
    }

    fn generic(
        &mut self,
        generic: &Generic<'_>,
        Range { start, end }: Range<usize>,
        depth: usize,
    ) -> Result<(), E> {
        let GenericHeader { command, version } = generic.header;
        let mut spans = match generic.name {
            Some(name) => vec![
                (Part::Name, name.to_owned()),
                (Part::Note, format!(" (command {command})")),
            ],
            None => vec![(Part::Name, format!("command {command}"))],
        };
        let described = generic.description.map(|family| family.version);
        let differs = described.filter(|described| *described != version);
        let differs = differs.map_or_else(String::new, |it| format!(" (the description has {it})"));
        spans.push((Part::Note, format!(", version {version}{differs}")));
        self.line(depth, &spans, start..start + GenericHeader::LENGTH)?;
        let first = generic.attributes.first();
        let behind = first.map_or(end, |node| node.range.start);
        if let Some(header) = &generic.fixed_header {
            self.node(header, behind, depth + 1)?;
        }
        self.nodes(&generic.attributes, end, depth + 1)
    }

    fn status(
        &mut self,
        status: &Status<'_>,
        Range { start, end }: Range<usize>,
        depth: usize,
    ) -> Result<(), E> {
        let (part, text) = match status.number {
            0 => (Part::Name, "success".to_owned()),
            number @ 1.. => (Part::Name, format!("success, number {number}")),
            number => {
                let errno = Errno(number.saturating_neg());
                (Part::Fault, format!("{errno}, number {number}"))
            }
        };
        let mut spans = vec![(part, text)];
        if let Some(operation) = status.operation {
            spans.insert(0, (Part::Name, operation.to_owned()));
            spans.insert(1, (Part::Note, ": ".to_owned()));
        }
        self.line(depth, &spans, start..start + HEADER)?;
        if let Some(quoted) = &status.quoted {
            self.message(quoted, depth)?;
        }
        if status.attributes.is_empty() {
            return Ok(());
        }
        self.extended_ack(status, end, depth)
    }

    fn extended_ack(&mut self, status: &Status<'_>, end: usize, depth: usize) -> Result<(), E> {
        let name = (Part::Name, "extended ack".to_owned());
        self.line(depth, &[name], 0..0)?;
        for (node, end) in with_ends(&status.attributes, end) {
            let place = match node.name() {
                Some("offs") => status.extended_ack.path.as_ref(),
                Some("miss-type") => {
                    let missing = status.extended_ack.missing.as_ref();
                    missing.map(|Missing { path, .. }| path)
                }
                _ => None,
            };
            let Some(place) = place else {
                self.node(node, end, depth + 1)?;
                continue;
            };
            let mut spans = title(node);
            spans.push((Part::Fault, format!(" (`{place}`)")));
            self.line(depth + 1, &spans, node.range.start..end)?;
        }
        Ok(())
    }

    fn nodes(&mut self, nodes: &[Node<'_>], end: usize, depth: usize) -> Result<(), E> {
        with_ends(nodes, end).try_for_each(|(node, end)| self.node(node, end, depth))
    }

    /// Writes a node, whose bytes and padding end at `end`.
    fn node(&mut self, node: &Node<'_>, end: usize, depth: usize) -> Result<(), E> {
        let mut spans = title(node);
        if node.is_pointed_at {
            spans.push((Part::Fault, " <- the extended ack is about this".to_owned()));
        }
        let range = node.range.start..end;
        if let Some(fault) = &node.fault {
            return self.fault(spans, fault, (range.clone(), range), depth);
        }
        let children = node.children();
        let Some(first) = children.first() else {
            return self.line(depth, &spans, range);
        };
        self.line(depth, &spans, range.start..first.range.start)?;
        self.nodes(children, end, depth + 1)
    }

    /// Writes a line with what is wrong, and one with the bytes, in which the wrong ones are marked.
    fn fault(
        &mut self,
        mut spans: Vec<Span>,
        fault: &Fault,
        (bytes, line): (Range<usize>, Range<usize>),
        depth: usize,
    ) -> Result<(), E> {
        if !spans.is_empty() {
            spans.push((Part::Note, ": ".to_owned()));
        }
        spans.push((Part::Fault, format!("malformed: {fault}")));
        let marked = (!fault.bytes.is_empty()).then(|| self.marked(&bytes, &fault.bytes));
        self.line(depth, &spans, line)?;
        marked.map_or(Ok(()), |marked| self.line(depth + 1, &marked, 0..0))
    }

    /// Returns the bytes around the wrong ones.
    fn marked(&self, range: &Range<usize>, wrong: &Range<usize>) -> Vec<Span> {
        let start = range.start.max(wrong.start.saturating_sub(MALFORMED / 2));
        let end = range.end.min(start.saturating_add(MALFORMED));
        let bytes = |from: usize, to: usize| {
            let bytes = self.bytes.get(from..to).unwrap_or_default().iter();
            let digits = bytes.map(|byte| format!("{byte:02x}"));
            digits.collect::<Vec<_>>().join(" ")
        };
        let (before, behind) = (wrong.start.clamp(start, end), wrong.end.clamp(start, end));
        let mut spans = Vec::new();
        let cut = |is_cut: bool| if is_cut { ".. " } else { "" };
        let mut text = cut(start > range.start).to_owned();
        text.push_str(&bytes(start, before));
        if before > start {
            text.push(' ');
        }
        spans.push((Part::Hex, text));
        spans.push((Part::Fault, format!("[{}]", bytes(before, behind))));
        let mut text = String::new();
        if end > behind {
            append(&mut text, format_args!(" {}", bytes(behind, end)));
        }
        if end < range.end {
            append(&mut text, format_args!(" .. ({} bytes)", range.len()));
        }
        spans.push((Part::Hex, text));
        spans
    }
}

/// Returns each node with the end of its bytes and of the padding after it. That of the last one is `end`.
fn with_ends<'n, 'a>(
    nodes: &'n [Node<'a>],
    end: usize,
) -> impl Iterator<Item = (&'n Node<'a>, usize)> {
    let next = nodes.iter().skip(1).map(|next| next.range.start);
    let ends = next.chain([end]);
    let ends = nodes.iter().zip(ends);
    ends.map(|(node, end)| (node, end.max(node.range.end)))
}

/// Returns the name of a node and its value.
fn title(node: &Node<'_>) -> Vec<Span> {
    let mut spans = vec![(Part::Name, value::label(node))];
    let value = value::value(node).filter(|_| node.fault.is_none());
    if let Some(text) = value {
        spans.push((Part::Note, ": ".to_owned()));
        spans.push((Part::Value, text));
    }
    if node.label == Label::Bytes {
        // It has no name.
        spans.drain(..spans.len().min(2));
    }
    spans
}
