//! C structs, whose members become nodes.

use core::ops::Range;

use super::fault::Fault;
use super::tree::{Label, Node, Value};
use super::value;
use crate::description::{Kind, Member, Struct};
use crate::error::DecodeErrorKind;

/// Decodes a struct at `at` in the datagram. Another kernel may have more or fewer bytes at its end: absent members are
/// omitted, and bytes after the last one are kept.
pub(super) fn read<'a>(it: &Struct, bytes: &'a [u8], at: usize) -> Value<'a> {
    if it.members.is_empty() {
        return Value::Bytes(bytes);
    }
    let there = it.members.iter().filter(|it| it.offset < bytes.len());
    let mut nodes: Vec<_> = there
        .filter_map(|member| read_member(member, bytes, at))
        .collect();
    let more = bytes.get(it.size..).unwrap_or_default();
    if !more.is_empty() {
        nodes.push(node(
            Label::Bytes,
            0,
            Value::Bytes(more),
            range(at, it.size, more.len()),
        ));
    }
    Value::Nodes(nodes)
}

/// Decodes a member. Padding is omitted if it is zero.
fn read_member<'a>(member: &Member, bytes: &'a [u8], at: usize) -> Option<Node<'a>> {
    let bytes = bytes.get(member.offset..)?;
    let bytes = bytes.get(..member.size).unwrap_or(bytes);
    if member.padding && bytes.iter().all(|byte| *byte == 0) {
        return None;
    }
    let range = range(at, member.offset, bytes.len());
    let mut node = of_kind(Label::Name(member.name), 0, &member.kind, bytes, range);
    node.display_hint = member.display_hint;
    Some(node)
}

/// Decodes a struct, and others after it up to the end of the payload.
pub(super) fn with_list<'a>(
    head: &Kind,
    element: &Kind,
    payload: &'a [u8],
    at: usize,
) -> Result<Value<'a>, DecodeErrorKind> {
    let sizes = head.size().zip(element.size().filter(|size| *size != 0));
    let Some((first, each)) = sizes else {
        return Ok(Value::Bytes(payload));
    };
    let length = payload.len();
    let split = payload.split_at_checked(first);
    let Some((before, list)) = split.filter(|(_, list)| list.len() % each == 0) else {
        return Err(DecodeErrorKind::ListLength {
            length,
            head: first,
            element: each,
        });
    };
    let mut nodes = match value::read(head, before, at)? {
        Value::Nodes(nodes) => nodes,
        value => vec![node(Label::Bytes, 0, value, range(at, 0, first))],
    };
    nodes.extend(elements(element, each, list, at.saturating_add(first)));
    Ok(Value::Nodes(nodes))
}

/// Decodes consecutive elements of `size` bytes.
pub(super) fn elements<'a>(
    element: &Kind,
    size: usize,
    payload: &'a [u8],
    at: usize,
) -> Vec<Node<'a>> {
    let elements = payload.chunks(size.max(1)).enumerate();
    let elements = elements.map(|(index, bytes)| {
        let number = u16::try_from(index).unwrap_or(u16::MAX);
        let range = range(at, index.saturating_mul(size), bytes.len());
        of_kind(Label::Element, number, element, bytes, range)
    });
    elements.collect()
}

fn of_kind<'a>(
    label: Label,
    number: u16,
    kind: &Kind,
    bytes: &'a [u8],
    range: Range<usize>,
) -> Node<'a> {
    match value::read(kind, bytes, range.start) {
        Ok(value) => node(label, number, value, range),
        Err(fault) => {
            let fault = Fault::new(fault, &range, 0);
            let mut node = node(label, number, Value::Bytes(bytes), range);
            node.fault = Some(fault);
            node
        }
    }
}

fn range(at: usize, offset: usize, length: usize) -> Range<usize> {
    let start = at.saturating_add(offset);
    start..start.saturating_add(length)
}

/// Returns a node without a header.
pub(super) fn node(label: Label, number: u16, value: Value<'_>, range: Range<usize>) -> Node<'_> {
    Node {
        label,
        number,
        value,
        display_hint: None,
        payload: range.clone(),
        range,
        fault: None,
        is_pointed_at: false,
    }
}
