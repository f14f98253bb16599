//! Messages with the longest lists: as many of the smallest elements as 64 KiB hold, for each list of a set and of its nests.

use genl::description::{AttributeSet, Kind, Numbering, Presence};

/// The most bytes of a payload, in whole attributes.
const PAYLOAD: usize = 65_528;
/// How deep sets are looked into: some are in themselves.
const DEPTH: usize = 3;

/// One message for each list.
pub(crate) fn messages(set: &AttributeSet) -> Vec<Vec<u8>> {
    within(set, DEPTH)
}

/// The required attributes alone.
pub(crate) fn least(set: &AttributeSet) -> Vec<u8> {
    required(set, DEPTH)
}

fn within(set: &AttributeSet, depth: usize) -> Vec<Vec<u8>> {
    let mut found = Vec::new();
    // The required attributes, once, leave less room.
    let required = required(set, DEPTH);
    let room = PAYLOAD.saturating_sub(required.len() + 4 * DEPTH) / 4 * 4;
    for attribute in set.attributes {
        let is_list = set.mixed || matches!(attribute.kind, Kind::Multi(_));
        if is_list {
            let one = framed(attribute.number, &smallest(&attribute.kind, DEPTH));
            found.push(one.repeat(room / one.len()));
        }
        let payloads = match &attribute.kind {
            Kind::Indexed(numbering, element) => vec![indexed(*numbering, element, room - 4)],
            Kind::Keyed(keys, element) => vec![keyed(keys.len(), element, room - 4)],
            Kind::Array(_) | Kind::Binary | Kind::String => vec![vec![0; room - 4]],
            _ => Vec::new(),
        };
        found.extend(
            payloads
                .iter()
                .map(|payload| framed(attribute.number, payload)),
        );
        if let (Some(nested), 1..) = (attribute.kind.nested(), depth) {
            for inner in within(nested, depth - 1) {
                let wrapped = wrapped(&attribute.kind, &inner);
                if wrapped.len() <= PAYLOAD {
                    found.push(framed(attribute.number, &wrapped));
                }
            }
        }
    }
    found
        .iter()
        .map(|list| [&list[..], &required].concat())
        .collect()
}

/// Puts the attributes of a nested set into a payload of this kind.
fn wrapped(kind: &Kind, inner: &[u8]) -> Vec<u8> {
    match kind {
        Kind::Multi(element) => wrapped(element, inner),
        Kind::Indexed(numbering, element) => {
            framed(number(*numbering, 0), &wrapped(element, inner))
        }
        Kind::Keyed(keys, element) => keys
            .iter()
            .fold(wrapped(element, inner), |payload, _| framed(1, &payload)),
        _ => inner.to_vec(),
    }
}

fn indexed(numbering: Numbering, element: &Kind, room: usize) -> Vec<u8> {
    let payload = smallest(element, DEPTH);
    let count = room / framed(0, &payload).len();
    (0..count)
        .flat_map(|place| framed(number(numbering, place), &payload))
        .collect()
}

fn number(numbering: Numbering, place: usize) -> u16 {
    let place = u16::try_from(place).unwrap_or(0);
    match numbering {
        Numbering::From(first) => first + place,
        Numbering::Zero => 0,
        Numbering::Kept => 1,
    }
}

fn keyed(keys: usize, element: &Kind, room: usize) -> Vec<u8> {
    let one = framed(1, &smallest(element, DEPTH));
    let outer = 4 * (keys - 1);
    let inner = one.repeat((room - outer) / one.len());
    (1..keys).fold(inner, |payload, _| framed(1, &payload))
}

fn required(set: &AttributeSet, depth: usize) -> Vec<u8> {
    if depth == 0 || set.mixed {
        return Vec::new();
    }
    let required = set
        .attributes
        .iter()
        .filter(|attribute| attribute.presence == Presence::Required);
    required
        .flat_map(|attribute| framed(attribute.number, &smallest(&attribute.kind, depth - 1)))
        .collect()
}

/// The shortest payload of a kind.
fn smallest(kind: &Kind, depth: usize) -> Vec<u8> {
    match kind {
        Kind::Integer(integer) | Kind::Enumeration(integer, _) | Kind::Flags(integer, _) => {
            vec![0; if integer.variable { 4 } else { integer.bytes }]
        }
        Kind::Bitfield32(_) => vec![0; 8],
        Kind::Struct(layout) => vec![0; layout.size],
        Kind::StructWithList { head, .. } | Kind::Multi(head) => smallest(head, depth),
        Kind::FixedArray(element, count) => smallest(element, depth).repeat(*count),
        Kind::Ipv4 | Kind::Ip => vec![0; 4],
        Kind::Ipv6 => vec![0; 16],
        Kind::Bytes(count) => vec![0; *count],
        Kind::Bool | Kind::String => vec![0],
        Kind::Nest(set) => required(set, depth),
        _ => Vec::new(),
    }
}

/// An attribute with a payload, padded.
fn framed(number: u16, payload: &[u8]) -> Vec<u8> {
    let length = u16::try_from(payload.len() + 4).expect("it has room");
    let mut bytes = [length.to_ne_bytes(), number.to_ne_bytes()].concat();
    bytes.extend_from_slice(payload);
    bytes.resize(bytes.len().next_multiple_of(4), 0);
    bytes
}
