//! What the codecs by hand share: zeroed space with a cursor to write into, and a loop over attributes.
//!
//! Of the ways that were tried in safe Rust this was the fastest one: the space of a message is reserved and zeroed once by a
//! bound of its length, so that an attribute is one comparison and one store, padding and NUL are there already, and no
//! length or capacity of a `Vec` is looked at in between.

#![allow(clippy::cast_possible_truncation)] // lengths are those of messages that were seen to fit
#![allow(clippy::inline_always)] // measured, each of them

use core::mem::take;
use core::net::{Ipv4Addr, Ipv6Addr};

use genl::UnknownAttribute;
use genl::wire::MessageHeader;

const NESTED: u16 = 0x8000;
const NET_BYTEORDER: u16 = 0x4000;

/// The space of a message that is not written yet.
pub(crate) struct Space<'b>(&'b mut [u8]);

/// Returns the space that `length` bytes take.
pub(crate) const fn align(length: usize) -> usize {
    (length + 3) & !3
}

/// Appends a message of at most `bound` bytes behind its two headers.
#[inline(always)]
pub(crate) fn message(
    header: MessageHeader,
    [command, version]: [u8; 2],
    bound: usize,
    out: &mut Vec<u8>,
    write: impl FnOnce(&mut Space<'_>) -> Option<()>,
) -> Option<()> {
    let start = out.len();
    out.resize(start + 20 + bound, 0);
    let (headers, rest) = out.get_mut(start..)?.split_first_chunk_mut::<20>()?;
    let whole = rest.len();
    let mut rest = Space(rest);
    write(&mut rest)?;
    let length = 20 + whole - rest.0.len();
    headers[..4].copy_from_slice(&(length as u32).to_ne_bytes());
    headers[4..6].copy_from_slice(&header.kind.number().to_ne_bytes());
    headers[6..8].copy_from_slice(&header.flags.to_ne_bytes());
    headers[8..12].copy_from_slice(&header.sequence.to_ne_bytes());
    headers[12..16].copy_from_slice(&header.port.to_ne_bytes());
    headers[16..18].copy_from_slice(&[command, version]);
    out.truncate(start + length);
    Some(())
}

impl Space<'_> {
    /// Writes an attribute of `N` bytes.
    #[inline(always)]
    pub(crate) fn fixed<const N: usize>(&mut self, number: u16, payload: [u8; N]) -> Option<()> {
        let (place, rest) = take(&mut self.0).split_at_mut_checked(align(4 + N))?;
        let mut bytes = [0; 20];
        bytes[..4].copy_from_slice(&head(4 + N, number));
        bytes[4..4 + N].copy_from_slice(&payload);
        place.copy_from_slice(&bytes[..align(4 + N)]);
        self.0 = rest;
        Some(())
    }

    /// Writes a nest.
    #[inline(always)]
    pub(crate) fn nest(
        &mut self,
        number: u16,
        write: impl FnOnce(&mut Self) -> Option<()>,
    ) -> Option<()> {
        let (place, rest) = take(&mut self.0).split_first_chunk_mut::<4>()?;
        let whole = rest.len();
        self.0 = rest;
        write(self)?;
        let length = 4 + whole - self.0.len();
        *place = head(length, number | NESTED);
        (length <= usize::from(u16::MAX)).then_some(())
    }
}

/// `struct nlattr`.
#[inline(always)]
const fn head(length: usize, kind: u16) -> [u8; 4] {
    let ([l0, l1], [k0, k1]) = ((length as u16).to_ne_bytes(), kind.to_ne_bytes());
    [l0, l1, k0, k1]
}

/// Calls `visit` with command and attributes of each message.
#[inline(always)]
pub(crate) fn messages<'a>(
    mut datagram: &'a [u8],
    mut visit: impl FnMut(u8, &'a [u8]) -> Option<()>,
) -> Option<()> {
    while let Some(header) = datagram.first_chunk::<16>() {
        let [l0, l1, l2, l3, ..] = *header;
        let length = u32::from_ne_bytes([l0, l1, l2, l3]) as usize;
        let (&[.., command, _, _, _], attributes) =
            datagram.get(..length)?.split_first_chunk::<20>()?;
        visit(command, attributes)?;
        datagram = datagram.get(align(length)..).unwrap_or_default();
    }
    datagram.is_empty().then_some(())
}

/// Calls `visit` with type and payload of each attribute. The type may have flags.
#[inline(always)]
pub(crate) fn attributes<'a>(
    mut rest: &'a [u8],
    mut visit: impl FnMut(u16, &'a [u8]) -> Option<()>,
) -> Option<()> {
    while let Some((head, body)) = rest.split_first_chunk() {
        let head = u32::from_le_bytes(*head);
        let (length, kind) = (u16::from_le(head as u16), u16::from_le((head >> 16) as u16));
        let payload = body.get(..usize::from(length).wrapping_sub(4))?;
        visit(kind, payload)?;
        // The last one may come without its padding.
        let Some(next) = rest.get(align(length.into())..) else {
            return Some(());
        };
        rest = next;
    }
    rest.is_empty().then_some(())
}

/// The number, without the flags.
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
    signed i32: i32::from_ne_bytes;
    ipv4 Ipv4Addr: <Ipv4Addr as From<[u8; 4]>>::from;
    ipv6 Ipv6Addr: <Ipv6Addr as From<[u8; 16]>>::from;
}

/// Keeps an attribute as it came.
#[cold]
pub(crate) fn kept(kind: u16, payload: &[u8]) -> UnknownAttribute {
    UnknownAttribute {
        number: number(kind),
        nested: kind & NESTED != 0,
        net_byteorder: kind & NET_BYTEORDER != 0,
        payload: payload.to_vec(),
    }
}
