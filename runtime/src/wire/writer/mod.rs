//! Writing attributes and messages into a buffer that the caller keeps.
//!
//! The buffer always holds zeros after the cursor, so padding need not be written. A writer is a cursor that generated code
//! keeps in a register: functions that are not inlined are never given the writer of their caller, but one of their own.

#![allow(clippy::inline_always)] // inlining keeps the writer in registers, see above

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

/// The cursor after a mistake. No buffer is that long, so nothing more is written.
const FAILED: usize = 1 << 30;

/// An upper bound of the cursor. It shows the compiler that additions to a cursor do not overflow.
const LIMIT: usize = u32::MAX as usize;

/// An upper bound of the start of a nest. It leaves room below [`LIMIT`] for the header of the nest.
const START: usize = LIMIT / 2;

/// Appends attributes to a buffer.
///
/// The first mistake is kept and returned at the end ([`AttributeBuffer::finish`]), so no call needs a `?`.
///
/// ```
/// use genl::AttributeWriter;
/// use genl::error::Segment;
///
/// let mut bytes = Vec::new();
/// let mut out = AttributeWriter::new(&mut bytes);
/// out.fixed(4, 7_u32.to_ne_bytes());
/// out.nest(1, Segment::Name("addr"), |addr| addr.fixed(2, [3]));
/// out.finish()?;
///
/// # if cfg!(target_endian = "little") {
/// // `token` (4) and `addr` (1) of `mptcp_pm`, and in `addr` the `id` (2).
/// assert_eq!(
///     bytes,
///     [8, 0, 4, 0, 7, 0, 0, 0, 12, 0, 1, 0x80, 5, 0, 2, 0, 3, 0, 0, 0]
/// );
/// # }
///
/// // Most numbers are fields of a set. A mistake names them.
/// let mut out = AttributeWriter::new(&mut bytes);
/// out.bytes(2, Segment::Name("data"), &[0; 70_000]);
/// assert_eq!(
///     out.finish().unwrap_err().to_string(),
///     "attribute `data` has 70004 bytes, more than its length field can hold"
/// );
/// # Ok::<(), genl::EncodeError>(())
/// ```
#[derive(Debug)]
pub struct AttributeWriter<'b> {
    buffer: &'b mut Vec<u8>,
    at: usize,
    depth: u8,
    /// The first mistake of this writer.
    error: Option<EncodeError>,
}

impl AttributeWriter<'_> {
    /// Returns a writer that appends to `buffer`, which must end at a 4-byte boundary of its message.
    #[allow(clippy::new_ret_no_self)] // the returned type derefs to a writer, and cuts the buffer when dropped
    pub fn new(buffer: &mut Vec<u8>) -> AttributeBuffer<'_> {
        AttributeBuffer::new(buffer)
    }

    /// Records a mistake at `place`. Only the first one is kept.
    #[cfg_attr(debug_assertions, inline)]
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub fn fail(&mut self, place: Segment, kind: EncodeErrorKind) {
        self.error = mistake::new(self.error.take(), self.at, Place::of(place), kind);
        self.at = FAILED;
    }

    /// Records a mistake. Only the first one is kept.
    #[cfg_attr(debug_assertions, inline)]
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(crate) fn refuse(&mut self, error: Option<EncodeError>) {
        self.error = mistake::first(self.error.take(), self.at, error);
        self.at = FAILED;
    }

    /// Returns whether a mistake was made.
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

    /// Appends an attribute of `N` bytes, which are so few that the length fits.
    #[cfg_attr(debug_assertions, inline)]
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(crate) fn fixed_by<const N: usize>(&mut self, number: u16, payload: impl Fn() -> [u8; N]) {
        #[allow(clippy::cast_possible_truncation)]
        let length = 4 + N as u16;
        self.put([length, number], payload);
    }

    /// Appends an attribute with this payload.
    ///
    /// Fails with [`EncodeErrorKind::TooLong`] if it has more than 65,531 bytes.
    #[cfg_attr(debug_assertions, inline)]
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub fn bytes(&mut self, number: u16, place: Segment, payload: &[u8]) {
        if !self.any_bytes(number, payload) {
            let length = 4 + payload.len();
            self.fail(place, EncodeErrorKind::TooLong { length });
        }
    }

    /// Does the same for a length that the compiler knows: short payloads are copied inline.
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

    /// Appends bytes unchanged, even if they are not attributes. Meant for tests with malformed messages.
    #[cfg_attr(debug_assertions, inline)]
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub fn put_raw(&mut self, bytes: &[u8]) {
        self.at &= LIMIT;
        if let Some(room) = self.room(bytes.len()) {
            copy(bytes, room);
        }
    }

    /// Appends a fixed header, and pads it to the next 4-byte boundary.
    #[cfg_attr(debug_assertions, inline)]
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub fn header(&mut self, bytes: &[u8]) {
        if let Some(room) = self.room(align(bytes.len())) {
            copy(bytes, room);
        }
    }

    /// Appends attributes that were kept from a message, unchanged.
    ///
    /// Fails with [`EncodeErrorKind::Number`] if a number has more than 14 bits.
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

    /// Returns whether an attribute can have this number, which is not a literal. Records a mistake if it cannot.
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
