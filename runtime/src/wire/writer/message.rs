//! Where writing begins and ends.

use core::ops::{Deref, DerefMut};

use super::room::{add_zeros, make_room};
use super::{AttributeWriter, FAILED, LIMIT};
use crate::error::{EncodeError, EncodeErrorKind};
use crate::wire::{GenericHeader, MessageHeader, align};

/// An [`AttributeWriter`] at the end of a buffer. What it wrote is there when it is dropped, unless there was a mistake.
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

    /// The first mistake made, if any. Nothing was then appended.
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

/// Cuts off the zeros behind what was written.
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
/// After a mistake nothing is appended. `guess` is how many bytes the attributes may take: so much room is made at once.
#[inline]
pub fn write_message(
    buffer: &mut Vec<u8>,
    header: MessageHeader,
    generic: GenericHeader,
    guess: usize,
    write: impl FnOnce(&mut AttributeWriter<'_>),
) -> Result<(), EncodeError> {
    /// Room for most requests, which is cleared in no time.
    const FIRST: usize = 128;
    /// What no cursor has that is at a boundary, and not that of a mistake.
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
    // Shorter than the cursor of a mistake.
    #[allow(clippy::cast_possible_truncation)]
    let length = at.wrapping_sub(start) as u32;
    if let Some(place) = buffer.get_mut(start..start + 4) {
        place.copy_from_slice(&length.to_ne_bytes());
    }
    Ok(())
}

/// Ends a message whose padding is not there yet, or with a mistake.
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

/// Begins a message where there is not room for most, and returns where.
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
