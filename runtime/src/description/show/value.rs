//! Values of attributes that hold no attributes themselves.

use core::net::{Ipv4Addr, Ipv6Addr};

use super::Hex;
use crate::description::{ByteOrder, DisplayHint, Enumeration, Flag, Flags, Integer, Kind};
use crate::error::DecodeErrorKind as Fault;

/// Returns the value of a payload as text, or what is wrong with the payload.
pub(super) fn show(
    kind: &Kind,
    hint: Option<DisplayHint>,
    payload: &[u8],
) -> Result<String, Fault> {
    if let Kind::Array(element) = kind {
        return array(element, hint, payload);
    }
    let text = plain(kind, payload)?;
    let hinted = hint.and_then(|hint| super::hint::show(hint, kind, payload));
    Ok(hinted.unwrap_or(text))
}

fn plain(kind: &Kind, payload: &[u8]) -> Result<String, Fault> {
    Ok(match kind {
        Kind::Integer(kind) => integer(*kind, payload)?.to_string(),
        Kind::Enumeration(kind, names) => enumeration(integer(*kind, payload)?, names),
        Kind::Flags(kind, names) => flags(integer(*kind, payload)?, *names),
        Kind::Bitfield32(names) => bitfield(payload, *names)?,
        Kind::Ipv4 => Ipv4Addr::from(exactly::<4>(payload)?).to_string(),
        Kind::Ipv6 => Ipv6Addr::from(exactly::<16>(payload)?).to_string(),
        Kind::Ip if payload.len() == 4 => plain(&Kind::Ipv4, payload)?,
        Kind::Ip if payload.len() == 16 => plain(&Kind::Ipv6, payload)?,
        Kind::Ip => {
            let length = payload.len();
            return Err(Fault::AddressLength { length });
        }
        Kind::Bool => truth(exactly(payload)?)?.to_string(),
        Kind::Bytes(expected) => has_length(*expected, payload)?,
        Kind::String => text(payload, true)?,
        Kind::UnterminatedString => text(payload, false)?,
        // Binaries and C structs. Kinds that hold attributes are written by `write_attribute`.
        _ => bytes(payload),
    })
}

fn truth([value]: [u8; 1]) -> Result<bool, Fault> {
    if value > 1 {
        return Err(Fault::Bool { value });
    }
    Ok(value == 1)
}

fn bytes(payload: &[u8]) -> String {
    if payload.is_empty() {
        return "no bytes".to_owned();
    }
    Hex(payload).to_string()
}

fn has_length(expected: usize, payload: &[u8]) -> Result<String, Fault> {
    let length = payload.len();
    if length == expected {
        return Ok(bytes(payload));
    }
    Err(Fault::Length { length, expected })
}

fn exactly<const N: usize>(payload: &[u8]) -> Result<[u8; N], Fault> {
    let (length, expected) = (payload.len(), N);
    payload
        .try_into()
        .map_err(|_| Fault::Length { length, expected })
}

pub(super) fn integer(kind: Integer, payload: &[u8]) -> Result<i128, Fault> {
    let length = payload.len();
    if kind.variable {
        if length != 4 && length != kind.bytes {
            return Err(Fault::VariableLength { length });
        }
    } else {
        has_length(kind.bytes, payload)?;
    }
    let is_big_endian = match kind.order {
        ByteOrder::Host => cfg!(target_endian = "big"),
        ByteOrder::Network => true,
        ByteOrder::Little => false,
    };
    let append = |value: i128, byte: &u8| value << 8 | i128::from(*byte);
    let value = if is_big_endian {
        payload.iter().fold(0, append)
    } else {
        payload.iter().rev().fold(0, append)
    };
    // One more than the greatest value of the same width, and the half of it, where negative values begin.
    let bits = u32::try_from(8 * length).unwrap_or(u32::MAX);
    let end = 1_i128.checked_shl(bits).unwrap_or(0);
    Ok(if kind.signed && value >= end / 2 {
        value.wrapping_sub(end)
    } else {
        value
    })
}

fn enumeration(value: i128, names: &Enumeration) -> String {
    names.entry(value).map_or_else(
        || value.to_string(),
        |entry| format!("{value} ({})", entry.name),
    )
}

/// Bits without a name are shown as a number behind those that have one.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // the bits of at most 8 bytes
fn flags(value: i128, names: Flags) -> String {
    let value = value as u64;
    let mut unnamed = value;
    let mut shown = Vec::new();
    for Flag { rust_name, bits } in names.iter() {
        if value & bits == bits && unnamed & bits != 0 {
            unnamed &= !bits;
            shown.push(rust_name.to_owned());
        }
    }
    if shown.is_empty() {
        return format!("{value:#x}");
    }
    if unnamed != 0 {
        shown.push(format!("{unnamed:#x}"));
    }
    format!("{value:#x} ({})", shown.join(" | "))
}

fn bitfield(payload: &[u8], names: Flags) -> Result<String, Fault> {
    let [v0, v1, v2, v3, s0, s1, s2, s3] = exactly(payload)?;
    let [value, selector] = [[v0, v1, v2, v3], [s0, s1, s2, s3]]
        .map(|half| flags(u32::from_ne_bytes(half).into(), names));
    Ok(format!("{value} of {selector}"))
}

fn array(element: &Kind, hint: Option<DisplayHint>, payload: &[u8]) -> Result<String, Fault> {
    let size = element.size().unwrap_or(0);
    let length = payload.len();
    match length.checked_rem(size) {
        None => Ok(bytes(payload)),
        Some(0) => {
            let elements = payload
                .chunks(size)
                .map(|payload| show(element, hint, payload));
            Ok(format!(
                "[{}]",
                elements.collect::<Result<Vec<_>, _>>()?.join(", ")
            ))
        }
        Some(_) => Err(Fault::ArrayLength {
            length,
            element: size,
        }),
    }
}

/// Text up to its first NUL. What is not UTF-8 is escaped.
fn text(payload: &[u8], terminated: bool) -> Result<String, Fault> {
    let mut parts = payload.split(|byte| *byte == 0);
    let text = parts.next().unwrap_or_default();
    if terminated && parts.next().is_none() {
        return Err(Fault::Unterminated);
    }
    Ok(match core::str::from_utf8(text) {
        Ok(text) => format!("{text:?}"),
        Err(_) => format!("\"{}\"", text.escape_ascii()),
    })
}
