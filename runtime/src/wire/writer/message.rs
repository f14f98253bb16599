//! Begins and ends messages and lists of attributes.

use core::ops::{Deref, DerefMut};

use super::room::{add_zeros, make_room};
use super::{AttributeWriter, FAILED, LIMIT};
use crate::error::{EncodeError, EncodeErrorKind};
use crate::wire::{GenericHeader, MessageHeader, align};

/// An [`AttributeWriter`] that appends to a buffer.
///
/// The buffer holds the attributes when this value is dropped. After a mistake the buffer is as it was before.
#[derive(Debug)]
pub struct AttributeBuffer<'b> {
    writer: AttributeWriter<'b>,
    origin: usize,
}

impl<'b> AttributeBuffer<'b> {
    pub(super) fn new(buffer: &'b mut Vec<u8>) -> Self {
        let origin = buffer.len();
        let writer = AttributeWriter::at(buffer, 0, origin);
        Self { writer, origin }
    }

    /// Ends writing. Fails with the first mistake, if there was one; the buffer is then as it was before.
    pub fn finish(mut self) -> Result<(), EncodeError> {
        let out = &mut self.writer;
        end(out.buffer, out.at, self.origin, out.error.take())
    }
}

impl<'b> Deref for AttributeBuffer<'b> {
    type Target = AttributeWriter<'b>;

    fn deref(&self) -> &AttributeWriter<'b> {
        &self.writer
    }
}

impl DerefMut for AttributeBuffer<'_> {
    fn deref_mut(&mut self) -> &mut Self::Target {
        &mut self.writer
    }
}

/// Cuts off the zeros after the attributes.
impl Drop for AttributeBuffer<'_> {
    fn drop(&mut self) {
        let out = &mut self.writer;
        let end = if out.has_failed() {
            self.origin
        } else {
            out.at
        };
        out.buffer.resize(end, 0);
    }
}

/// Appends a generic netlink message to `buffer`, at the next 4-byte boundary, with the attributes that `write` appends.
///
/// `guess` is an estimate of how many bytes the attributes take: that much room is made at once.
///
/// Fails with the first mistake that `write` makes. Nothing is then appended.
#[inline]
pub fn write_message(
    buffer: &mut Vec<u8>,
    header: MessageHeader,
    generic: GenericHeader,
    guess: usize,
    write: impl FnOnce(&mut AttributeWriter<'_>),
) -> Result<(), EncodeError> {
    /// Room for most requests. Clearing it takes almost no time.
    const FIRST: usize = 128;
    /// The bits that are 0 in an aligned cursor before a mistake.
    const OTHER: usize = !(FAILED - 4);
    let room = guess.saturating_add(HEADERS).max(FIRST);
    let mut first = [0; FIRST];
    first[..8].copy_from_slice(&header.first_half());
    first[8..16].copy_from_slice(&header.second_half());
    first[16..HEADERS].copy_from_slice(&generic.to_bytes());
    let origin = buffer.len();
    let left = buffer.capacity() - origin;
    let start = if origin & OTHER == 0 && left >= FIRST {
        buffer.extend_from_slice(&first);
        if room > FIRST {
            add_zeros(buffer, room.min(left) - FIRST);
        }
        origin
    } else {
        begin(
            buffer,
            [header.first_half(), header.second_half()],
            generic.to_bytes(),
        ) & LIMIT
    };
    let mut out = AttributeWriter::at(buffer, 0, start + HEADERS);
    write(&mut out);
    let AttributeWriter { at, error, .. } = out;
    if at > buffer.len() {
        end(buffer, at, origin, error)?;
    } else {
        core::mem::forget(error);
        buffer.truncate(at);
    }
    // A cursor is below 2³².
    #[allow(clippy::cast_possible_truncation)]
    let length = at.wrapping_sub(start) as u32;
    if let Some(place) = buffer.get_mut(start..start + 4) {
        place.copy_from_slice(&length.to_ne_bytes());
    }
    Ok(())
}

/// Ends a message that has no padding yet, or that has a mistake.
#[cold]
#[inline(never)]
fn end(
    buffer: &mut Vec<u8>,
    at: usize,
    origin: usize,
    error: Option<EncodeError>,
) -> Result<(), EncodeError> {
    if at < FAILED {
        buffer.resize(at, 0);
        return Ok(());
    }
    let length = buffer.len();
    buffer.truncate(origin);
    Err(error.unwrap_or_else(|| EncodeError::new(EncodeErrorKind::TooLong { length })))
}

/// `NLMSG_HDRLEN` and `GENL_HDRLEN`.
const HEADERS: usize = MessageHeader::LENGTH + GenericHeader::LENGTH;

/// Begins a message in a buffer that lacks the room for most requests. Returns where the message begins.
#[cold]
#[inline(never)]
fn begin(buffer: &mut Vec<u8>, header: [[u8; 8]; 2], generic: [u8; 4]) -> usize {
    let start = align(buffer.len());
    make_room(buffer, start + HEADERS);
    let Some(room) = buffer.get_mut(start..start + HEADERS) else {
        return FAILED;
    };
    let bytes = header.as_flattened().iter().chain(&generic);
    for (place, byte) in room.iter_mut().zip(bytes) {
        *place = *byte;
    }
    start
}
