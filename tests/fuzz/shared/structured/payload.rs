//! Payloads by their descriptions, and what `Debug` prints for them.

use genl::description::{ByteOrder, Checks, Integer, Kind, Struct};

use super::choices::{Choices, octets};

/// Bytes, and the words that `Debug` prints for their value, in this order and perhaps with others between them.
#[derive(Debug, Default)]
pub(super) struct Valued {
    pub(super) bytes: Vec<u8>,
    pub(super) words: Vec<String>,
}

impl Valued {
    pub(super) fn new(bytes: impl Into<Vec<u8>>, word: &impl ToString) -> Self {
        Self {
            bytes: bytes.into(),
            words: vec![word.to_string()],
        }
    }

    /// Of which `Debug` may print anything.
    pub(super) fn silent(bytes: Vec<u8>) -> Self {
        Self {
            bytes,
            words: Vec::new(),
        }
    }

    pub(super) fn append(&mut self, other: Self) {
        self.bytes.extend(other.bytes);
        self.words.extend(other.words);
    }
}

/// A payload that holds no attributes.
pub(super) fn of(kind: &Kind, checks: &Checks, choices: &mut Choices<'_>) -> Valued {
    match kind {
        Kind::Integer(integer) => {
            let value = value(*integer, checks, choices);
            Valued::new(written(*integer, value), &value)
        }
        Kind::Enumeration(integer, names) => {
            let entries = names.entries;
            let mut value = value(*integer, checks, choices);
            if choices.below(4) > 0 && !entries.is_empty() && checks.min.is_none() {
                value = entries[choices.below(entries.len())].value;
            }
            let bytes = written(*integer, value);
            match names.entry(value) {
                Some(entry) => Valued::new(bytes, &entry.rust_name()),
                None => Valued::new(bytes, &value),
            }
        }
        Kind::Flags(integer, flags) => {
            let flags: Vec<_> = flags.iter().filter(|flag| flag.index().is_some()).collect();
            if flags.is_empty() || choices.chance() {
                return Valued::silent(written(*integer, value(*integer, checks, choices)));
            }
            let flag = choices.one_of(&flags);
            Valued::new(written(*integer, flag.bits.into()), &flag.rust_name)
        }
        Kind::Bitfield32(_) => {
            let selector = choices.within(0, u32::MAX.into());
            let value = choices.within(0, u32::MAX.into()) & selector;
            let mut bytes = written(Integer::of_bytes(4, false), value);
            bytes.extend(written(Integer::of_bytes(4, false), selector));
            Valued::silent(bytes)
        }
        Kind::Bool => {
            let value = choices.chance();
            Valued::new([u8::from(value)], &value)
        }
        Kind::Flag => Valued::silent(Vec::new()),
        Kind::String | Kind::UnterminatedString => text(kind, checks, choices),
        _ => bytes(kind, checks, choices),
    }
}

fn bytes(kind: &Kind, checks: &Checks, choices: &mut Choices<'_>) -> Valued {
    match kind {
        Kind::Ipv4 => ip(false, choices),
        Kind::Ipv6 => ip(true, choices),
        Kind::Ip => ip(choices.chance(), choices),
        Kind::Bytes(count) => {
            let bytes = choices.bytes(*count);
            let words = bytes.iter().map(u8::to_string).collect();
            Valued { bytes, words }
        }
        Kind::Binary => {
            let length = length(checks, choices);
            Valued::silent(choices.bytes(length))
        }
        Kind::Struct(layout) => structure(layout, choices),
        Kind::StructWithList { head, element } => {
            let mut valued = of(head, &Checks::NONE, choices);
            let count = choices.count();
            valued.append(array(element, count, &Checks::NONE, choices));
            valued
        }
        Kind::FixedArray(element, count) => array(element, *count, &Checks::NONE, choices),
        other => panic!("{other:?} is not known here"),
    }
}

/// Elements one behind the other.
pub(super) fn array(
    element: &Kind,
    count: usize,
    checks: &Checks,
    choices: &mut Choices<'_>,
) -> Valued {
    let mut valued = Valued::default();
    (0..count).for_each(|_| valued.append(of(element, checks, choices)));
    valued
}

fn ip(is_six: bool, choices: &mut Choices<'_>) -> Valued {
    let address = choices.ip(is_six);
    Valued::new(octets(address), &address)
}

fn length(checks: &Checks, choices: &mut Choices<'_>) -> usize {
    let (least, greatest) = (checks.min_len, checks.max_len);
    if greatest < 256 && choices.below(4) == 3 {
        return greatest;
    }
    least + choices.below(greatest.min(least + 9) - least + 1)
}

fn text(kind: &Kind, checks: &Checks, choices: &mut Choices<'_>) -> Valued {
    let length = length(checks, choices);
    let letters = (0..length).map(|_| choices.one_of(b"abcdefghijklmnop-_.0189 AZ"));
    let mut bytes: Vec<_> = letters.collect();
    let word = format!("{:?}", String::from_utf8_lossy(&bytes));
    if matches!(kind, Kind::String) {
        bytes.push(0);
    }
    Valued::new(bytes, &word)
}

fn structure(layout: &Struct, choices: &mut Choices<'_>) -> Valued {
    let mut valued = Valued::silent(vec![0; layout.size]);
    for member in layout.members {
        let end = member.offset + member.size;
        let mut inner = of(&member.kind, &Checks::NONE, choices);
        valued.bytes[member.offset..end].copy_from_slice(&inner.bytes);
        if !member.padding {
            valued.words.append(&mut inner.words);
        }
    }
    valued
}

/// A value that an integer and the checks allow.
fn value(integer: Integer, checks: &Checks, choices: &mut Choices<'_>) -> i128 {
    let bits = 8 * integer.bytes;
    let (least, greatest) = if integer.signed {
        (-(1 << (bits - 1)), (1 << (bits - 1)) - 1)
    } else {
        (0, (1_i128 << bits) - 1)
    };
    let least = checks.min.map_or(least, |min| min.max(least));
    let greatest = checks.max.map_or(greatest, |max| max.min(greatest));
    match choices.below(4) {
        0 => least,
        1 => greatest,
        // Small ones are written in 4 bytes where that is possible.
        2 => choices.within(least.max(-70_000), greatest.min(70_000)),
        _ => choices.within(least, greatest),
    }
}

/// An integer on the wire.
pub(super) fn written(integer: Integer, value: i128) -> Vec<u8> {
    let fits = if integer.signed {
        i32::try_from(value).is_ok()
    } else {
        u32::try_from(value).is_ok()
    };
    let width = if integer.variable && fits {
        4
    } else {
        integer.bytes
    };
    let is_big = match integer.order {
        ByteOrder::Host => cfg!(target_endian = "big"),
        ByteOrder::Network => true,
        ByteOrder::Little => false,
    };
    if is_big {
        value.to_be_bytes()[16 - width..].to_vec()
    } else {
        value.to_le_bytes()[..width].to_vec()
    }
}
