//! Room for what is written.

use super::{AttributeWriter, FAILED, LIMIT};
use crate::wire::align;

impl AttributeWriter<'_> {
    /// Appends a header and a payload, which take `length` bytes with the zeros behind them.
    #[inline]
    pub(super) fn put(&mut self, head: [u16; 2], length: usize, payload: &[u8]) {
        let start = self.at;
        let end = start + length;
        if end <= self.buffer.len() {
            if let Some(room) = self.buffer.get_mut(start..end) {
                write(head, payload, room);
            }
            self.at = end;
        } else {
            self.at = put_grown(self.buffer, self.origin, start, head, payload) & LIMIT;
        }
    }

    /// Returns the next `length` bytes, which are zero.
    #[inline]
    pub(super) fn room(&mut self, length: usize) -> Option<&mut [u8]> {
        let start = self.at;
        let end = start.saturating_add(length);
        let (room, end) = if end <= self.buffer.len() {
            (self.buffer.get_mut(start..end), end)
        } else {
            (grown(self.buffer, self.origin, start, end), end & LIMIT)
        };
        self.at = if room.is_some() { end } else { FAILED };
        room
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
    origin: usize,
    start: usize,
    head: [u16; 2],
    payload: &[u8],
) -> usize {
    let end = start + align(head[0].into());
    let Some(room) = grow(buffer, origin, start, end) else {
        return FAILED;
    };
    write(head, payload, room);
    end
}

/// Writes bytes where there is no room yet, and returns what begins behind them.
#[cold]
#[inline(never)]
pub(super) fn put_raw_grown(
    buffer: &mut Vec<u8>,
    origin: usize,
    start: usize,
    bytes: &[u8],
) -> usize {
    let end = start.saturating_add(bytes.len());
    let Some(room) = grow(buffer, origin, start, end) else {
        return FAILED;
    };
    copy(bytes, room);
    end
}

/// Returns the room from `start` to `end` where there was none.
#[cold]
#[inline(never)]
pub(super) fn grown(
    buffer: &mut Vec<u8>,
    origin: usize,
    start: usize,
    end: usize,
) -> Option<&mut [u8]> {
    grow(buffer, origin, start, end)
}

/// Makes as much room again as the message takes up to `end`, and returns what is behind `start`; `None` for more than a
/// message can have, and after a mistake.
#[inline]
fn grow(buffer: &mut Vec<u8>, origin: usize, start: usize, end: usize) -> Option<&mut [u8]> {
    const LEAST: usize = 512;
    if end >= FAILED {
        return None;
    }
    let room = end + end.saturating_sub(origin).max(LEAST);
    // Where there is room already, nothing is allocated.
    let capacity = buffer.capacity();
    let room = if end <= capacity {
        room.min(capacity)
    } else {
        room
    };
    add_zeros(buffer, room.saturating_sub(buffer.len()));
    buffer.get_mut(start..end)
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
