//! A tree as one line.

use core::fmt;

use super::{Hex, value};
use crate::error::KernelError;
use crate::inspect::fault::Fault;
use crate::inspect::names;
use crate::inspect::tree::{Body, Generic, Label, Message, Node, Role, Status, Tree, Value};

/// The flags that change what a request does.
const EXTRA_FLAGS: [&str; 5] = ["echo", "replace", "excl", "create", "append"];

/// A tree as one line, returned by [`Tree::line`].
#[derive(Clone, Copy, Debug)]
pub struct Line<'t> {
    pub(super) tree: &'t Tree<'t>,
}

impl fmt::Display for Line<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut separator = "";
        for message in &self.tree.messages {
            f.write_str(separator)?;
            separator = "; ";
            write_message(f, message, self.tree)?;
        }
        let Some(fault) = &self.tree.fault else {
            return Ok(());
        };
        f.write_str(separator)?;
        write_malformed(
            f,
            fault,
            self.tree.bytes.get(fault.offset..).unwrap_or_default(),
        )
    }
}

fn write_message(
    f: &mut fmt::Formatter<'_>,
    message: &Message<'_>,
    tree: &Tree<'_>,
) -> fmt::Result {
    let bytes = tree.bytes_of(&message.range);
    match (&message.fault, &message.body) {
        (Some(fault), Body::Bytes(payload)) if fault.offset != message.range.start => {
            if let Some(family) = &message.family {
                write!(f, "{family} ")?;
            }
            write_malformed(f, fault, payload)
        }
        (Some(fault), _) => write_malformed(f, fault, bytes),
        (None, Body::Generic(generic)) if message.family.is_some() => {
            write_generic(f, message, generic)
        }
        (None, Body::Status(status)) => write_status(f, message, status),
        (None, _) => match names::message_type(message.header.kind) {
            Some(name) => f.write_str(name),
            None => write!(f, "{}", Hex(bytes)),
        },
    }
}

fn write_generic(
    f: &mut fmt::Formatter<'_>,
    message: &Message<'_>,
    generic: &Generic<'_>,
) -> fmt::Result {
    f.write_str(message.family.as_deref().unwrap_or_default())?;
    match generic.name {
        Some(name) => write!(f, " {name}")?,
        None => write!(f, " command {}", generic.header.command)?,
    }
    if message.role != Role::Request {
        write!(f, " {}", names::role(message.role))?;
    }
    let version = generic.header.version;
    if generic.description.is_some_and(|it| it.version != version) {
        write!(f, " (version {version})")?;
    }
    for name in message
        .flags
        .names
        .iter()
        .filter(|it| EXTRA_FLAGS.contains(it))
    {
        write!(f, " ({name})")?;
    }
    match &generic.fixed_header {
        Some(Node {
            fault: Some(fault),
            value: Value::Bytes(bytes),
            ..
        }) => {
            f.write_str(" ")?;
            write_malformed(f, fault, bytes)?;
        }
        Some(header) => {
            f.write_str(" (header")?;
            write_value(f, header, " ")?;
            f.write_str(")")?;
        }
        None => {}
    }
    if !generic.attributes.is_empty() {
        return write_nodes(f, &generic.attributes);
    }
    if generic.name.is_none() {
        write!(f, ": {}", Hex(generic.rest))?;
    }
    Ok(())
}

fn write_status(
    f: &mut fmt::Formatter<'_>,
    message: &Message<'_>,
    status: &Status<'_>,
) -> fmt::Result {
    for word in [message.family.as_deref(), status.operation]
        .into_iter()
        .flatten()
    {
        write!(f, "{word} ")?;
    }
    f.write_str(names::role(message.role))?;
    let extended_ack = status.extended_ack.clone();
    if status.number < 0 {
        let errno = status.number.saturating_neg();
        let error = KernelError {
            errno,
            extended_ack,
        };
        return write!(f, ": {error}");
    }
    if status.number > 0 {
        write!(f, " {}", status.number)?;
    }
    match extended_ack.to_string() {
        text if text.is_empty() => Ok(()),
        text => write!(f, ": {text}"),
    }
}

/// Writes nodes between braces: `{ name: value, nest { .. } }`.
fn write_nodes(f: &mut fmt::Formatter<'_>, nodes: &[Node<'_>]) -> fmt::Result {
    f.write_str(" {")?;
    for (index, node) in nodes.iter().enumerate() {
        f.write_str(if index == 0 { " " } else { ", " })?;
        f.write_str(&value::label(node))?;
        let colon = if node.label == Label::Bytes { "" } else { ": " };
        write_value(f, node, colon)?;
    }
    f.write_str(if nodes.is_empty() { "}" } else { " }" })
}

/// Writes what follows the name of a node.
fn write_value(f: &mut fmt::Formatter<'_>, node: &Node<'_>, separator: &str) -> fmt::Result {
    match (&node.fault, &node.value) {
        (Some(fault), Value::Bytes(bytes)) => {
            f.write_str(separator)?;
            write_malformed(f, fault, bytes)
        }
        (_, Value::Nodes(nodes)) => write_nodes(f, nodes),
        _ => match value::value(node) {
            Some(text) => write!(f, "{separator}{text}"),
            None => Ok(()),
        },
    }
}

/// Writes what is wrong, where, and the wrong bytes.
fn write_malformed(f: &mut fmt::Formatter<'_>, fault: &Fault, bytes: &[u8]) -> fmt::Result {
    write!(f, "<malformed: {fault}: {}>", Hex(bytes))
}
