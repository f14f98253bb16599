//! Values of payloads that hold no attributes.

use core::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use super::tree::{Bits, Value};
use crate::description::{ByteOrder, Enumeration, Integer, Kind};
use crate::error::DecodeErrorKind as Fault;

/// Returns what a payload says, or what is wrong with it.
pub(super) fn read<'a>(kind: &Kind, payload: &'a [u8]) -> Result<Value<'a>, Fault> {
    Ok(match kind {
        Kind::Integer(kind) => Value::Integer(integer(*kind, payload)?),
        Kind::Enumeration(kind, names) => enumeration(integer(*kind, payload)?, names),
        Kind::Flags(kind, names) => Value::Flags(flags(integer(*kind, payload)?, names())),
        Kind::Variable { signed } => Value::Integer(variable(*signed, payload)?),
        Kind::VariableFlags(names) => Value::Flags(flags(variable(false, payload)?, names())),
        Kind::Bitfield32(names) => bitfield(payload, &names())?,
        Kind::Array(element) => array(element, payload)?,
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
    has_length(kind.bytes, payload)?;
    let is_big_endian = kind.order == ByteOrder::Network || cfg!(target_endian = "big");
    let append = |value: i128, byte: &u8| value << 8 | i128::from(*byte);
    let value = if is_big_endian {
        payload.iter().fold(0, append)
    } else {
        payload.iter().rev().fold(0, append)
    };
    // One more than the greatest value of the same width, and the half of it, where negative values begin.
    let bits = u32::try_from(8 * kind.bytes).unwrap_or(u32::MAX);
    let end = 1_i128.checked_shl(bits).unwrap_or(0);
    Ok(if kind.signed && value >= end / 2 {
        value.wrapping_sub(end)
    } else {
        value
    })
}

fn variable(signed: bool, payload: &[u8]) -> Result<i128, Fault> {
    let length = payload.len();
    if length != 4 && length != 8 {
        return Err(Fault::VariableLength { length });
    }
    let kind = Integer {
        bytes: length,
        signed,
        order: ByteOrder::Host,
    };
    integer(kind, payload)
}

fn enumeration(value: i128, names: &Enumeration) -> Value<'static> {
    let entry = names.entries.iter().find(|entry| entry.value == value);
    let name = entry.map(|entry| entry.name);
    Value::Enumeration { value, name }
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // the bits of at most 8 bytes
fn flags(value: i128, names: impl IntoIterator<Item = (&'static str, u64)>) -> Bits {
    Bits::new(value as u64, names)
}

fn bitfield(payload: &[u8], names: &[(&'static str, u64)]) -> Result<Value<'static>, Fault> {
    let [v0, v1, v2, v3, s0, s1, s2, s3] = exactly(payload)?;
    let halves = [[v0, v1, v2, v3], [s0, s1, s2, s3]];
    let bits = halves.map(|half| Bits::new(u32::from_ne_bytes(half).into(), names.iter().copied()));
    Ok(Value::Bitfield32(Box::new(bits)))
}

fn array<'a>(element: &Kind, payload: &'a [u8]) -> Result<Value<'a>, Fault> {
    let size = match element {
        Kind::Integer(integer) | Kind::Enumeration(integer, _) | Kind::Flags(integer, _) => {
            integer.bytes
        }
        Kind::Struct(size) | Kind::Bytes(size) => *size,
        Kind::Bool => 1,
        Kind::Ipv4 => 4,
        Kind::Ipv6 => 16,
        _ => 0,
    };
    let length = payload.len();
    match length.checked_rem(size) {
        None => Ok(Value::Bytes(payload)),
        Some(0) => {
            let elements = payload.chunks(size).map(|payload| read(element, payload));
            Ok(Value::List(elements.collect::<Result<_, _>>()?))
        }
        Some(_) => Err(Fault::ArrayLength {
            length,
            element: size,
        }),
    }
}

/// Text up to its first NUL.
fn text(payload: &[u8], terminated: bool) -> Result<Value<'_>, Fault> {
    let mut parts = payload.split(|byte| *byte == 0);
    let text = parts.next().unwrap_or_default();
    if terminated && parts.next().is_none() {
        return Err(Fault::Unterminated);
    }
    Ok(Value::Text(text))
}
