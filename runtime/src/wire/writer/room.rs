//! Room for what is written.

use super::{AttributeWriter, FAILED, LIMIT};
use crate::wire::align;

impl AttributeWriter<'_> {
    /// Appends a header and a payload, and zeros up to the next boundary.
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
            // Only here has the payload to be in memory.
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

/// Copies `bytes` to the start of `room`, which is as long or longer.
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

/// Writes them where there is no room yet, and returns where the next attribute begins.
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

/// Makes room up to `end`; tells whether it could: no message is so long, and none goes on after a mistake.
#[cold]
#[inline(never)]
pub(super) fn make_room(buffer: &mut Vec<u8>, end: usize) -> bool {
    grow(buffer, end)
}

#[inline]
fn grow(buffer: &mut Vec<u8>, end: usize) -> bool {
    // Most messages need this once at most, and have a buffer that has grown before.
    let (length, left) = (buffer.len(), buffer.capacity() - buffer.len());
    if end.wrapping_sub(length) <= LEAST && left >= LEAST && length <= LEAST {
        buffer.extend_from_slice(&[0; LEAST]);
        return true;
    }
    add_room(buffer, end)
}

/// What room is made at least.
const LEAST: usize = 512;

/// Makes room up to `end` and behind it: more of it the longer the buffer is, which most times holds one message.
#[inline(never)]
fn add_room(buffer: &mut Vec<u8>, end: usize) -> bool {
    const MOST: usize = 4096;
    if end >= FAILED {
        return false;
    }
    let room = end + end.clamp(LEAST, MOST);
    if end > buffer.capacity() {
        // Two times the least, so that a buffer that is used again has room for more where that is needed.
        buffer.reserve(room + LEAST - buffer.len());
    }
    // Where there is room already, nothing is allocated.
    let room = room.min(buffer.capacity());
    add_zeros(buffer, room.saturating_sub(buffer.len()));
    true
}

/// Appends zeros. Not by `resize`, which without optimisation appends them one by one.
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
