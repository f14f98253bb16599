//! Attributes by the description of their set.

use super::fault::Fault;
use super::tree::{Label, Node, Value};
use super::{structs, value};
use crate::description::{AttributeSet, DisplayHint, Kind, Numbering};
use crate::error::DecodeError;
use crate::wire::{Attribute, Attributes};

/// The bytes of `nlattr`.
const HEADER: usize = 4;

/// What an element is: its kind, and the form of its value.
type Element<'k> = (&'k Kind, Option<DisplayHint>);

/// Reads the attributes of a set. Their offsets are those in the datagram.
pub(super) fn of_set<'a>(set: &AttributeSet, attributes: Attributes<'a>) -> Vec<Node<'a>> {
    each(attributes, &|attribute| {
        let number = attribute.number();
        // Of a subset, what the set knows besides has its name too.
        let all = set.subset_of.as_deref();
        let known = set.attribute(number);
        match known.or_else(|| all.and_then(|all| all.attribute(number))) {
            Some(known) => {
                let node = node(Label::Name(known.name), attribute);
                with_value(node, (&known.kind, known.display_hint), attribute)
            }
            None if set.pad == Some(number) => node(Label::Name("pad"), attribute),
            None => unknown(attribute),
        }
    })
}

/// Reads attributes that no set describes, by their numbers.
pub(super) fn unknown_all(attributes: Attributes<'_>) -> Vec<Node<'_>> {
    each(attributes, &unknown)
}

/// An attribute without a description. One that says it is nested is read as a nest if it can be.
fn unknown(attribute: Attribute<'_>) -> Node<'_> {
    let mut node = node(Label::Unknown, attribute);
    let inner = attribute.nest().ok().filter(|_| attribute.is_nested());
    let is_nest =
        |inner: &Attributes<'_>| !inner.as_bytes().is_empty() && inner.clone().all(|it| it.is_ok());
    node.value = match inner.filter(is_nest) {
        Some(inner) => Value::Nodes(unknown_all(inner)),
        None => Value::Bytes(attribute.payload()),
    };
    node
}

/// Reads what an attribute holds, by its kind.
fn with_value<'a>(
    mut node: Node<'a>,
    (kind, hint): Element<'_>,
    attribute: Attribute<'a>,
) -> Node<'a> {
    match kind {
        Kind::Nest(set) => nest(node, attribute, &|inner| of_set(set, inner)),
        Kind::Multi(element) => with_value(node, (element, hint), attribute),
        Kind::Indexed(Numbering::Kept, element) => {
            keyed(node, &["index"], (element, hint), attribute)
        }
        Kind::Indexed(_, element) => keyed(node, &[], (element, hint), attribute),
        Kind::Keyed(keys, element) => keyed(node, keys, (element, hint), attribute),
        kind => {
            node.display_hint = hint;
            match value::read(kind, attribute.payload(), node.payload.start) {
                Ok(value) => node.value = value,
                Err(kind) => {
                    node.fault = Some(Fault::new(kind, &node.range, HEADER));
                    node.value = Value::Bytes(attribute.payload());
                }
            }
            node
        }
    }
}

/// Reads elements by their numbers, which have a name where they are keys.
fn keyed<'a>(
    around: Node<'a>,
    keys: &[&'static str],
    element: Element<'_>,
    attribute: Attribute<'a>,
) -> Node<'a> {
    nest(around, attribute, &|inner| {
        each(inner, &|attribute| {
            let label = keys.first().map_or(Label::Element, |key| Label::Key(key));
            let node = node(label, attribute);
            match keys.get(1..) {
                Some(inner_keys) if !inner_keys.is_empty() => {
                    keyed(node, inner_keys, element, attribute)
                }
                _ => with_value(node, element, attribute),
            }
        })
    })
}

/// Opens a nest, if it is not too deep.
fn nest<'a>(
    mut node: Node<'a>,
    attribute: Attribute<'a>,
    read: &dyn Fn(Attributes<'a>) -> Vec<Node<'a>>,
) -> Node<'a> {
    match attribute.nest() {
        Ok(inner) => node.value = Value::Nodes(read(inner)),
        Err(error) => {
            node.fault = Some(Fault::of(&error, &node.range, HEADER));
            node.value = Value::Bytes(attribute.payload());
        }
    }
    node
}

/// Reads each attribute, and tells what is wrong where they end too early.
fn each<'a>(
    mut attributes: Attributes<'a>,
    read: &dyn Fn(Attribute<'a>) -> Node<'a>,
) -> Vec<Node<'a>> {
    // As a `Vec` grows by itself, each of many short nests has room for four.
    let mut nodes = Vec::with_capacity(attributes.clone().count());
    loop {
        let (rest, offset) = (attributes.as_bytes(), attributes.offset());
        match attributes.next() {
            None => return nodes,
            Some(Ok(attribute)) => nodes.push(read(attribute)),
            Some(Err(error)) => nodes.push(malformed(&error, rest, offset)),
        }
    }
}

/// Bytes that are not an attribute.
pub(super) fn malformed<'a>(error: &DecodeError, bytes: &'a [u8], offset: usize) -> Node<'a> {
    let range = offset..offset.saturating_add(bytes.len());
    let fault = Fault::of(error, &range, 0);
    let mut node = structs::node(Label::Bytes, 0, Value::Bytes(bytes), range);
    node.fault = Some(fault);
    node
}

/// The node of an attribute, without its value.
fn node(label: Label, attribute: Attribute<'_>) -> Node<'_> {
    let start = attribute.offset();
    let payload = start + HEADER;
    let range = start..payload + attribute.payload().len();
    Node {
        payload: payload..range.end,
        ..structs::node(label, attribute.number(), Value::Present, range)
    }
}

/// Marks the innermost node that holds the byte at `offset`.
pub(super) fn point_at(nodes: &mut [Node<'_>], offset: usize) {
    let Some(node) = nodes.iter_mut().find(|node| node.range.contains(&offset)) else {
        return;
    };
    if let Value::Nodes(nodes) = &mut node.value {
        // A byte of its header, or of padding, is in none of those nested in it.
        if nodes.iter().any(|node| node.range.contains(&offset)) {
            return point_at(nodes, offset);
        }
    }
    node.is_pointed_at = true;
}
