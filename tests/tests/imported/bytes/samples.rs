//! Bytes of a set, made of its description: every attribute is there.

use genl::description::{Attribute, AttributeSet, ByteOrder, Checks, Integer, Kind};

/// Sets that contain themselves do so this often.
const DEPTH: usize = 3;

/// Every attribute of the set, in its order.
pub(super) fn sample(set: &AttributeSet) -> Vec<u8> {
    at_depth(set, 0)
}

fn at_depth(set: &AttributeSet, depth: usize) -> Vec<u8> {
    set.attributes
        .iter()
        .flat_map(|found| whole(found, depth))
        .collect()
}

fn whole(found: &Attribute, depth: usize) -> Vec<u8> {
    match &found.kind {
        Kind::Multi(element) => {
            let one = attribute(found.number, element, &found.checks, depth);
            [one.clone(), one].concat()
        }
        kind => attribute(found.number, kind, &found.checks, depth),
    }
}

/// Header, payload and padding.
fn attribute(number: u16, kind: &Kind, checks: &Checks, depth: usize) -> Vec<u8> {
    let mut payload = payload(kind, checks, depth);
    let nested = matches!(kind, Kind::Nest(_) | Kind::Indexed(..) | Kind::Keyed(..));
    let number = if nested { number | 0x8000 } else { number };
    let length = u16::try_from(payload.len() + 4).expect("a short payload");
    payload.resize(payload.len().next_multiple_of(4), 0);
    [&length.to_ne_bytes()[..], &number.to_ne_bytes(), &payload].concat()
}

fn payload(kind: &Kind, checks: &Checks, depth: usize) -> Vec<u8> {
    match kind {
        Kind::Integer(integer) => bytes(integer, checks.min.unwrap_or(1)),
        Kind::Enumeration(integer, names) => bytes(
            integer,
            names.entries.first().map_or(1, |entry| entry.value),
        ),
        Kind::Flags(integer, _) => bytes(integer, 1),
        Kind::Bitfield32(_) => vec![1, 0, 0, 0, 1, 0, 0, 0],
        Kind::Struct(found) => (1..=255).cycle().take(found.size).collect(),
        Kind::Bytes(length) => (1..=255).cycle().take(*length).collect(),
        Kind::Array(element) => payload(element, checks, depth).repeat(2),
        Kind::Ipv4 => vec![10, 0, 0, 1],
        Kind::Ipv6 | Kind::Ip => (0..16).collect(),
        Kind::Binary => vec![7; checks.min_len.max(16).min(checks.max_len)],
        Kind::String => b"text\0".to_vec(),
        Kind::UnterminatedString => b"text".to_vec(),
        Kind::Nest(set) if depth < DEPTH => at_depth(set.get(), depth + 1),
        Kind::Indexed(_, element) => attribute(0, element, &Checks::NONE, depth),
        Kind::Keyed(keys, element) => {
            let inner = attribute(3, element, &Checks::NONE, depth);
            let length = u16::try_from(inner.len() + 4).expect("a short payload");
            let outer = [length.to_ne_bytes(), 0x8004_u16.to_ne_bytes()].concat();
            if keys.len() == 1 {
                inner
            } else {
                [outer, inner].concat()
            }
        }
        // Flags have none, and there is no sample of the rest.
        _ => Vec::new(),
    }
}

fn bytes(integer: &Integer, value: i128) -> Vec<u8> {
    let width = if integer.variable { 4 } else { integer.bytes };
    let (little, big) = (value.to_le_bytes(), value.to_be_bytes());
    let is_big = integer.order == ByteOrder::Network || cfg!(target_endian = "big");
    if is_big {
        big[16 - width..].to_vec()
    } else {
        little[..width].to_vec()
    }
}
