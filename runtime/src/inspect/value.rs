//! Values of payloads that do not hold attributes.

use core::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use super::structs;
use super::tree::{Bits, Value};
use crate::description::{ByteOrder, Enumeration, Flags, Integer, Kind};
use crate::error::DecodeErrorKind as Fault;

/// Decodes the payload at `at` in the datagram.
pub(super) fn read<'a>(kind: &Kind, payload: &'a [u8], at: usize) -> Result<Value<'a>, Fault> {
    Ok(match kind {
        Kind::Integer(kind) => Value::Integer(integer(*kind, payload)?),
        Kind::Enumeration(kind, names) => enumeration(integer(*kind, payload)?, names),
        Kind::Flags(kind, names) => Value::Flags(flags(integer(*kind, payload)?, *names)),
        Kind::Bitfield32(names) => bitfield(payload, *names)?,
        Kind::Struct(it) => structs::read(it, payload, at),
        Kind::StructWithList { head, element } => structs::with_list(head, element, payload, at)?,
        Kind::Array(element) => array(element, payload, at)?,
        Kind::FixedArray(element, count) => {
            let expected = element.size().map(|size| size.saturating_mul(*count));
            if let Some(expected) = expected {
                has_length(expected, payload)?;
            }
            array(element, payload, at)?
        }
        Kind::Ipv4 => Value::Ip(ipv4(payload)?),
        Kind::Ipv6 => Value::Ip(ipv6(payload)?),
        Kind::Ip => Value::Ip(match payload.len() {
            4 => ipv4(payload)?,
            16 => ipv6(payload)?,
            length => return Err(Fault::AddressLength { length }),
        }),
        Kind::Bool => Value::Bool(truth(exactly(payload)?)?),
        Kind::Bytes(expected) => Value::Bytes(has_length(*expected, payload)?),
        Kind::String => text(payload, true)?,
        Kind::UnterminatedString => text(payload, false)?,
        Kind::Flag if payload.is_empty() => Value::Present,
        _ => Value::Bytes(payload),
    })
}

fn truth([value]: [u8; 1]) -> Result<bool, Fault> {
    if value > 1 {
        return Err(Fault::Bool { value });
    }
    Ok(value == 1)
}

fn ipv4(payload: &[u8]) -> Result<IpAddr, Fault> {
    Ok(Ipv4Addr::from(exactly::<4>(payload)?).into())
}

fn ipv6(payload: &[u8]) -> Result<IpAddr, Fault> {
    Ok(Ipv6Addr::from(exactly::<16>(payload)?).into())
}

fn has_length(expected: usize, payload: &[u8]) -> Result<&[u8], Fault> {
    let length = payload.len();
    if length == expected {
        return Ok(payload);
    }
    Err(Fault::Length { length, expected })
}

fn exactly<const N: usize>(payload: &[u8]) -> Result<[u8; N], Fault> {
    let (length, expected) = (payload.len(), N);
    payload
        .try_into()
        .map_err(|_| Fault::Length { length, expected })
}

fn integer(kind: Integer, payload: &[u8]) -> Result<i128, Fault> {
    let length = payload.len();
    if kind.variable && length != 4 && length != kind.bytes {
        return Err(Fault::VariableLength { length });
    }
    if !kind.variable {
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
    // One more than the greatest value of this width, and half of it, where negative values begin.
    let bits = u32::try_from(8 * length).unwrap_or(u32::MAX);
    let end = 1_i128.checked_shl(bits).unwrap_or(0);
    Ok(if kind.signed && value >= end / 2 {
        value.wrapping_sub(end)
    } else {
        value
    })
}

fn enumeration(value: i128, names: &Enumeration) -> Value<'static> {
    let name = names.entry(value).map(|entry| entry.name);
    Value::Enumeration { value, name }
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // the bits of at most 8 bytes
fn flags(value: i128, names: Flags) -> Bits {
    let names = names.iter().map(|flag| (flag.rust_name, flag.bits));
    Bits::new(value as u64, names)
}

fn bitfield(payload: &[u8], names: Flags) -> Result<Value<'static>, Fault> {
    let [v0, v1, v2, v3, s0, s1, s2, s3] = exactly(payload)?;
    let halves = [[v0, v1, v2, v3], [s0, s1, s2, s3]];
    let bits = halves.map(|half| flags(u32::from_ne_bytes(half).into(), names));
    Ok(Value::Bitfield32(Box::new(bits)))
}

/// Decodes the elements of an array. C structs become nodes.
fn array<'a>(element: &Kind, payload: &'a [u8], at: usize) -> Result<Value<'a>, Fault> {
    let (length, size) = (payload.len(), element.size().unwrap_or(0));
    match length.checked_rem(size) {
        None => Ok(Value::Bytes(payload)),
        Some(0) if matches!(element, Kind::Struct(_)) => {
            Ok(Value::Nodes(structs::elements(element, size, payload, at)))
        }
        Some(0) => {
            let elements = payload.chunks(size);
            let elements = elements.map(|payload| read(element, payload, at));
            Ok(Value::List(elements.collect::<Result<_, _>>()?))
        }
        Some(_) => Err(Fault::ArrayLength {
            length,
            element: size,
        }),
    }
}

/// Returns the string up to its first NUL.
fn text(payload: &[u8], terminated: bool) -> Result<Value<'_>, Fault> {
    let mut parts = payload.split(|byte| *byte == 0);
    let text = parts.next().unwrap_or_default();
    if terminated && parts.next().is_none() {
        return Err(Fault::Unterminated);
    }
    Ok(Value::Text(text))
}
