//! Makes room in the buffer.

use super::{AttributeWriter, FAILED, LIMIT};
use crate::wire::align;

impl AttributeWriter<'_> {
    /// Appends a header and a payload, and zeros up to the next 4-byte boundary.
    #[cfg_attr(debug_assertions, inline)]
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn put<P: AsRef<[u8]>>(&mut self, head: [u16; 2], payload: impl Fn() -> P) {
        let end = self.at + align(head[0].into());
        if end <= self.buffer.len() {
            if let Some(room) = self.buffer.get_mut(self.at..end) {
                write(head, payload().as_ref(), room);
            }
            self.at = end;
        } else {
            // The payload has to be in memory only on this path.
            let payload = payload();
            let end = put_grown(self.buffer, self.at, head, payload.as_ref());
            self.at = end & LIMIT;
        }
    }

    /// Returns the next `length` bytes, which are zero.
    #[inline]
    pub(super) fn room(&mut self, length: usize) -> Option<&mut [u8]> {
        let (start, end) = (self.at, self.at.wrapping_add(length));
        if end > self.buffer.len() && !make_room(self.buffer, end) {
            self.at = FAILED;
            return None;
        }
        self.at = end;
        self.buffer.get_mut(start..end)
    }
}

/// Copies `bytes` to the start of `room`, which is at least as long.
#[inline]
pub(super) fn copy(bytes: &[u8], room: &mut [u8]) {
    if let Some(place) = room.get_mut(..bytes.len()) {
        place.copy_from_slice(bytes);
    }
}

/// Writes `struct nlattr`.
#[inline]
pub(super) fn header([length, number]: [u16; 2], place: &mut [u8; 4]) {
    let (first, second) = place.split_at_mut(2);
    first.copy_from_slice(&length.to_ne_bytes());
    second.copy_from_slice(&number.to_ne_bytes());
}

/// Writes a header and a payload over zeros.
#[inline]
pub(super) fn write(head: [u16; 2], payload: &[u8], room: &mut [u8]) {
    if let Some((place, rest)) = room.split_first_chunk_mut() {
        header(head, place);
        copy(payload, rest);
    }
}

/// Appends a header and a payload after making room. Returns where the next attribute begins.
#[cold]
#[inline(never)]
pub(super) fn put_grown(
    buffer: &mut Vec<u8>,
    start: usize,
    head: [u16; 2],
    payload: &[u8],
) -> usize {
    let end = start + align(head[0].into());
    if !grow(buffer, end) {
        return FAILED;
    }
    if let Some(room) = buffer.get_mut(start..end) {
        write(head, payload, room);
    }
    end
}

/// Makes room up to `end`. Returns `false` if no message is that long, or after a mistake.
#[cold]
#[inline(never)]
pub(super) fn make_room(buffer: &mut Vec<u8>, end: usize) -> bool {
    grow(buffer, end)
}

#[inline]
fn grow(buffer: &mut Vec<u8>, end: usize) -> bool {
    // Most messages get here at most once, with a buffer that has grown before.
    let (length, left) = (buffer.len(), buffer.capacity() - buffer.len());
    if end.wrapping_sub(length) <= LEAST && left >= LEAST && length <= LEAST {
        buffer.extend_from_slice(&[0; LEAST]);
        return true;
    }
    add_room(buffer, end)
}

/// The least room to add.
const LEAST: usize = 512;

/// Makes room up to `end` and beyond. A longer buffer gets more room, since most buffers hold one message.
#[inline(never)]
fn add_room(buffer: &mut Vec<u8>, end: usize) -> bool {
    const MOST: usize = 4096;
    if end >= FAILED {
        return false;
    }
    let room = end + end.clamp(LEAST, MOST);
    if end > buffer.capacity() {
        // Reserves twice the least room, so that a reused buffer has room to grow.
        buffer.reserve(room + LEAST - buffer.len());
    }
    // If the buffer has room already, nothing is allocated.
    let room = room.min(buffer.capacity());
    add_zeros(buffer, room.saturating_sub(buffer.len()));
    true
}

/// Appends zeros. `resize` would append them one by one in a build without optimisation.
#[inline]
pub(super) fn add_zeros(buffer: &mut Vec<u8>, mut count: usize) {
    const SOME: &[u8] = &[0; 4096];
    while let Some(zeros) = SOME
        .get(..count.min(SOME.len()))
        .filter(|zeros| !zeros.is_empty())
    {
        buffer.extend_from_slice(zeros);
        count -= zeros.len();
    }
}
