//! Attributes, decoded with the description of their set.

use super::fault::Fault;
use super::tree::{Label, Node, Value};
use super::{structs, value};
use crate::description::{AttributeSet, DisplayHint, Kind, Numbering};
use crate::error::DecodeError;
use crate::wire::{Attribute, Attributes};

/// The size of `nlattr`.
const HEADER: usize = 4;

/// The kind of an element, and how its value is shown.
type Element<'k> = (&'k Kind, Option<DisplayHint>);

/// Decodes the attributes of a set. Their offsets are counted in the datagram.
pub(super) fn of_set<'a>(set: &AttributeSet, attributes: Attributes<'a>) -> Vec<Node<'a>> {
    each(attributes, &|attribute| {
        let number = attribute.number();
        // An attribute that is not in the subset, but in its set, has a name too.
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

/// Decodes attributes without a description, by their numbers.
pub(super) fn unknown_all(attributes: Attributes<'_>) -> Vec<Node<'_>> {
    each(attributes, &unknown)
}

/// Decodes an attribute without a description. If it is marked as a nest, it is decoded as one, if possible.
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

/// Decodes the value of an attribute, by its kind.
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

/// Decodes elements by their numbers. If these are keys, the nodes have the names of the keys.
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

/// Enters a nest, unless it is too deep.
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

/// Decodes each attribute. If they end early, a node says what is wrong.
fn each<'a>(
    mut attributes: Attributes<'a>,
    read: &dyn Fn(Attribute<'a>) -> Node<'a>,
) -> Vec<Node<'a>> {
    // A `Vec` that grows on its own makes room for four nodes, in each of many short nests.
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

/// Returns a node for bytes that are not an attribute.
pub(super) fn malformed<'a>(error: &DecodeError, bytes: &'a [u8], offset: usize) -> Node<'a> {
    let range = offset..offset.saturating_add(bytes.len());
    let fault = Fault::of(error, &range, 0);
    let mut node = structs::node(Label::Bytes, 0, Value::Bytes(bytes), range);
    node.fault = Some(fault);
    node
}

/// Returns the node of an attribute, without its value.
fn node(label: Label, attribute: Attribute<'_>) -> Node<'_> {
    let start = attribute.offset();
    let payload = start + HEADER;
    let range = start..payload + attribute.payload().len();
    Node {
        payload: payload..range.end,
        ..structs::node(label, attribute.number(), Value::Present, range)
    }
}

/// Marks the innermost node that contains the byte at `offset`.
pub(super) fn point_at(nodes: &mut [Node<'_>], offset: usize) {
    let Some(node) = nodes.iter_mut().find(|node| node.range.contains(&offset)) else {
        return;
    };
    if let Value::Nodes(nodes) = &mut node.value {
        // A byte of its header or padding is in none of the nested nodes.
        if nodes.iter().any(|node| node.range.contains(&offset)) {
            return point_at(nodes, offset);
        }
    }
    node.is_pointed_at = true;
}
