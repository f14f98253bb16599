//! Reading by hand: loops over messages and attributes, and payloads.

#![allow(clippy::cast_possible_truncation)] // only the halves of a word are cut

use core::net::{Ipv4Addr, Ipv6Addr};

use genl::UnknownAttribute;
use zerocopy::{FromBytes, IntoBytes};

use super::{NESTED, NET_BYTEORDER, align, has_nul};

/// Reads the command and the attributes of the first message of a datagram.
#[inline(always)]
pub(crate) fn message<T>(datagram: &[u8], read: impl FnOnce(u8, &[u8]) -> Option<T>) -> Option<T> {
    let (command, body, _) = split(datagram)?;
    read(command, body)
}

/// Calls `read` with the attributes of each message.
#[inline(always)]
pub(crate) fn messages(
    mut datagram: &[u8],
    mut read: impl FnMut(&[u8]) -> Option<()>,
) -> Option<()> {
    while !datagram.is_empty() {
        let (_, body, rest) = split(datagram)?;
        read(body)?;
        datagram = rest;
    }
    Some(())
}

#[inline(always)]
fn split(datagram: &[u8]) -> Option<(u8, &[u8], &[u8])> {
    let length = u32::from_ne_bytes(*datagram.first_chunk()?) as usize;
    let (&[.., command, _, _, _], body) = datagram.get(..length)?.split_first_chunk::<20>()?;
    Some((
        command,
        body,
        datagram.get(align(length)..).unwrap_or_default(),
    ))
}

/// Calls `visit` with the type and payload of each attribute. The type may contain flags.
#[inline(always)]
pub(crate) fn attributes<'a>(
    mut rest: &'a [u8],
    mut visit: impl FnMut(u16, &'a [u8]) -> Option<()>,
) -> Option<()> {
    while let Some((head, body)) = rest.split_first_chunk() {
        // This is one load. Reading the two integers separately would be two.
        let head = u32::from_le_bytes(*head);
        let [length, kind] = [head, head >> 16].map(|half| u16::from_le(half as u16));
        let payload = body.get(..usize::from(length).wrapping_sub(4))?;
        visit(kind, payload)?;
        // The last attribute may lack its padding.
        let Some(next) = rest.get(align(length.into())..) else {
            return Some(());
        };
        rest = next;
    }
    rest.is_empty().then_some(())
}

/// Returns a value that is filled in its final place.
#[inline(always)]
pub(crate) fn filled<T: Default>(fill: impl FnOnce(&mut T) -> Option<()>) -> Option<T> {
    let mut value = Some(T::default());
    let is_read = fill(value.as_mut()?).is_some();
    if !is_read {
        value = None;
    }
    value
}

/// Returns a list with room for all elements of a nest, if they are as long as the first one.
#[inline(always)]
pub(crate) fn room<T>(nest: &[u8]) -> Vec<T> {
    let first = nest
        .first_chunk()
        .map_or(0, |length| u16::from_ne_bytes(*length));
    Vec::with_capacity(nest.len().div_ceil(align(first.into()).max(4)))
}

/// Returns the number, without the flags.
#[inline(always)]
pub(crate) const fn number(kind: u16) -> u16 {
    kind & !(NESTED | NET_BYTEORDER)
}

macro_rules! fixed {
    ($($name:ident $type:ty: $from:expr;)*) => {$(
        #[inline(always)]
        pub(crate) fn $name(payload: &[u8]) -> Option<$type> {
            payload.try_into().ok().map($from)
        }
    )*};
}

fixed! {
    byte u8: u8::from_ne_bytes;
    short u16: u16::from_ne_bytes;
    port u16: u16::from_be_bytes;
    word u32: u32::from_ne_bytes;
    wide u64: u64::from_ne_bytes;
    signed i32: i32::from_ne_bytes;
    ipv4 Ipv4Addr: <Ipv4Addr as From<[u8; 4]>>::from;
    ipv6 Ipv6Addr: <Ipv6Addr as From<[u8; 16]>>::from;
}

/// Reads a text up to its first NUL, which must exist.
#[inline(always)]
pub(crate) fn text(payload: &[u8]) -> Option<String> {
    let (last, rest) = payload.split_last()?;
    let text = if *last == 0 && !has_nul(rest) {
        rest
    } else {
        up_to_nul(payload)?
    };
    core::str::from_utf8(text).ok().map(str::to_owned)
}

#[cold]
fn up_to_nul(payload: &[u8]) -> Option<&[u8]> {
    let end = payload.iter().position(|byte| *byte == 0)?;
    payload.get(..end)
}

/// Reads a C struct. One that is too short is filled with zeros, and the end of one that is too long is dropped.
#[inline(always)]
pub(crate) fn c_struct<T: FromBytes + IntoBytes>(payload: &[u8]) -> T {
    T::read_from_prefix(payload).map_or_else(|_| short_struct(payload), |(value, _)| value)
}

#[cold]
fn short_struct<T: FromBytes + IntoBytes>(payload: &[u8]) -> T {
    let mut value = T::new_zeroed();
    for (ours, theirs) in value.as_mut_bytes().iter_mut().zip(payload) {
        *ours = *theirs;
    }
    value
}

/// Keeps an unknown attribute.
#[cold]
pub(crate) fn kept(kind: u16, payload: &[u8]) -> UnknownAttribute {
    UnknownAttribute {
        number: number(kind),
        nested: kind & NESTED != 0,
        net_byteorder: kind & NET_BYTEORDER != 0,
        payload: payload.to_vec(),
    }
}
