//! Attributes and messages as they are written, into a buffer the caller keeps.
//!
//! Behind what is written there are zeros, so that padding need not be written. A writer is a cursor into them, which the code
//! of a set keeps in a register: nothing that is not inlined is given the writer of its caller, but one of its own.

#![allow(clippy::inline_always)] // what is not inlined must not be given the writer, see above

mod bytes;
mod message;
mod mistake;
mod nest;
mod payload;
mod room;

pub use message::{AttributeBuffer, write_message};
pub use payload::PayloadWriter;

use super::UnknownAttribute;
use super::align;
use super::attribute::{NESTED, NET_BYTEORDER, NUMBER};
use crate::error::{EncodeError, EncodeErrorKind, Segment};
use mistake::Place;
use room::{copy, header};

/// The cursor after a mistake. No buffer has room there, and so nothing is written any more.
const FAILED: usize = 1 << 30;

/// What no cursor is above. Told so, the compiler knows that adding to one does not overflow.
const LIMIT: usize = u32::MAX as usize;

/// What no start of a nest is above. What is inside begins a little further, and is still known to be below the limit.
const START: usize = LIMIT / 2;

/// Appends attributes to a buffer.
///
/// The first mistake is remembered and told at the end, so that writing needs no `?` for each attribute.
#[derive(Debug)]
pub struct AttributeWriter<'b> {
    buffer: &'b mut Vec<u8>,
    at: usize,
    depth: u8,
    /// The first mistake that this writer made.
    error: Option<EncodeError>,
}

impl AttributeWriter<'_> {
    /// Appends to `buffer`, which must end at a 4-byte boundary of its message.
    #[allow(clippy::new_ret_no_self)] // it is one, and cuts the buffer at the end
    pub fn new(buffer: &mut Vec<u8>) -> AttributeBuffer<'_> {
        AttributeBuffer::new(buffer)
    }

    /// Notes a mistake at `place`; only the first one is kept.
    #[cfg_attr(debug_assertions, inline)]
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub fn fail(&mut self, place: Segment, kind: EncodeErrorKind) {
        self.error = mistake::new(self.error.take(), self.at, Place::of(place), kind);
        self.at = FAILED;
    }

    /// Notes a mistake, if it is the first one.
    #[cfg_attr(debug_assertions, inline)]
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(crate) fn refuse(&mut self, error: Option<EncodeError>) {
        self.error = mistake::first(self.error.take(), self.at, error);
        self.at = FAILED;
    }

    /// Whether a mistake was made.
    #[cfg_attr(debug_assertions, inline)]
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(crate) const fn has_failed(&self) -> bool {
        self.at >= FAILED
    }

    /// Appends an attribute of `N` bytes.
    #[cfg_attr(debug_assertions, inline)]
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub fn fixed<const N: usize>(&mut self, number: u16, payload: [u8; N]) {
        const { assert!(N <= 16) };
        self.fixed_by(number, || payload);
    }

    /// Appends an attribute of so few bytes that its length fits.
    #[cfg_attr(debug_assertions, inline)]
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(crate) fn fixed_by<const N: usize>(&mut self, number: u16, payload: impl Fn() -> [u8; N]) {
        #[allow(clippy::cast_possible_truncation)]
        let length = 4 + N as u16;
        self.put([length, number], payload);
    }

    /// Appends an attribute whose payload is `payload`.
    #[cfg_attr(debug_assertions, inline)]
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub fn bytes(&mut self, number: u16, place: Segment, payload: &[u8]) {
        if !self.any_bytes(number, payload) {
            let length = 4 + payload.len();
            self.fail(place, EncodeErrorKind::TooLong { length });
        }
    }

    /// Does the same where the length is known to the compiler: what is short is copied in place.
    #[cfg_attr(debug_assertions, inline)]
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(crate) fn sized_bytes(&mut self, number: u16, place: Segment, payload: &[u8]) {
        match u16::try_from(4 + payload.len()) {
            Ok(length @ ..=68) => self.put([length, number], || payload),
            _ => self.bytes(number, place, payload),
        }
    }

    /// Appends an attribute with a payload of `length` bytes, which `write` writes over zeros.
    #[cfg_attr(debug_assertions, inline)]
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(crate) fn sized(
        &mut self,
        number: u16,
        place: Segment,
        length: usize,
        write: impl FnOnce(&mut [u8]),
    ) {
        let length = 4 + length;
        let Ok(short) = u16::try_from(length) else {
            return self.fail(place, EncodeErrorKind::TooLong { length });
        };
        let room = self.room(align(short.into()));
        if let Some((head, rest)) = room.and_then(<[u8]>::split_first_chunk_mut) {
            header([short, number], head);
            write(rest);
        }
    }

    /// Appends bytes as they are, which may be no attributes: for what only tests of a peer send.
    #[cfg_attr(debug_assertions, inline)]
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub fn put_raw(&mut self, bytes: &[u8]) {
        self.at &= LIMIT;
        if let Some(room) = self.room(bytes.len()) {
            copy(bytes, room);
        }
    }

    /// Appends a fixed header, up to the next 4-byte boundary.
    #[cfg_attr(debug_assertions, inline)]
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub fn header(&mut self, bytes: &[u8]) {
        if let Some(room) = self.room(align(bytes.len())) {
            copy(bytes, room);
        }
    }

    /// Appends attributes kept from a message, as they came.
    pub fn put_unknown(&mut self, unknown: &[UnknownAttribute]) {
        for attribute in unknown {
            let flag = |is_set: bool, flag: u16| if is_set { flag } else { 0 };
            let flags =
                flag(attribute.nested, NESTED) | flag(attribute.net_byteorder, NET_BYTEORDER);
            let (number, place) = (attribute.number, Segment::Number(attribute.number));
            if self.has_number(number.into(), place) {
                self.bytes(number | flags, place, &attribute.payload);
            }
        }
    }

    /// Whether an attribute can have this number, which was not written as a literal; notes the mistake if it cannot.
    #[cfg_attr(debug_assertions, inline)]
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(crate) fn has_number(&mut self, number: usize, place: Segment) -> bool {
        let max = NUMBER;
        let fits = number <= max.into();
        if !fits {
            let number = u32::try_from(number).unwrap_or(u32::MAX);
            self.fail(place, EncodeErrorKind::Number { number, max });
        }
        fits
    }
}
