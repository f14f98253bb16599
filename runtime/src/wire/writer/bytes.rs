//! Payloads of any length. They are put by functions that are not inlined, and so are given the cursor and return it.

use super::room::{self, header, make_room, put_grown};
use super::{AttributeWriter, FAILED, LIMIT};
use crate::wire::align;

impl AttributeWriter<'_> {
    /// Appends an attribute whose payload is `payload`; tells whether its length fits.
    #[inline]
    pub(crate) fn any_bytes(&mut self, number: u16, payload: &[u8]) -> bool {
        let end = put(self.buffer, self.at, number, payload);
        self.goes_on_at(end)
    }

    /// Appends an attribute whose payload is `text`, with a NUL behind it if `nul` is 1; tells whether its length fits, and
    /// there is no NUL inside.
    #[inline]
    pub(crate) fn text(&mut self, number: u16, text: &[u8], nul: u16) -> bool {
        let end = put_text(self.buffer, self.at, [number, nul], text);
        self.goes_on_at(end)
    }

    /// The cursor stays where it is if the payload is refused, so that it is known whether that is the first mistake.
    #[inline]
    fn goes_on_at(&mut self, end: usize) -> bool {
        let is_allowed = end < REFUSED;
        if is_allowed {
            self.at = end;
        }
        is_allowed
    }
}

/// What is returned for the cursor behind an attribute whose payload is not allowed.
const REFUSED: usize = FAILED << 1;

#[inline(never)]
fn put(buffer: &mut Vec<u8>, start: usize, number: u16, payload: &[u8]) -> usize {
    let Ok(length) = u16::try_from(4 + payload.len()) else {
        return REFUSED;
    };
    let (head, start) = ([length, number], start & LIMIT);
    let end = start + align(length.into());
    if end > buffer.len() {
        return put_grown(buffer, start, head, payload);
    }
    if let Some(room) = buffer.get_mut(start..end) {
        room::write(head, payload, room);
    }
    end
}

#[inline(never)]
fn put_text(buffer: &mut Vec<u8>, start: usize, [number, nul]: [u16; 2], text: &[u8]) -> usize {
    let Ok(length) = u16::try_from(4 + text.len() + usize::from(nul)) else {
        return REFUSED;
    };
    let start = start & LIMIT;
    let end = start + align(length.into());
    if end > buffer.len() {
        return match make_room(buffer, end) {
            true => put_text(buffer, start, [number, nul], text),
            false => FAILED,
        };
    }
    let room = buffer.get_mut(start..end);
    match room.and_then(<[u8]>::split_first_chunk_mut) {
        Some((head, rest)) => {
            header([length, number], head);
            if copy(text, rest) { end } else { REFUSED }
        }
        None => FAILED,
    }
}

/// Copies a text; tells whether there is no NUL in it.
///
/// Most texts are short: to go through them once, eight bytes at a time, takes less than to look and to copy.
#[inline]
fn copy(text: &[u8], room: &mut [u8]) -> bool {
    let Some(room) = room.get_mut(..text.len()) else {
        return false;
    };
    if let (Some(last), Some(place)) = (text.last_chunk(), room.last_chunk_mut()) {
        *place = *last;
        let mut zeros = zeros(u64::from_ne_bytes(*last));
        for (place, bytes) in room.chunks_exact_mut(8).zip(text.chunks_exact(8)) {
            if let (Some(place), Some(bytes)) = (place.first_chunk_mut(), bytes.first_chunk()) {
                *place = *bytes;
                zeros |= self::zeros(u64::from_ne_bytes(*bytes));
            }
        }
        return zeros == 0;
    }
    room.copy_from_slice(text);
    !text.contains(&0)
}

/// The high bits of bytes that are zero, and of some above a zero; 0 if none is.
#[inline]
const fn zeros(bytes: u64) -> u64 {
    const LOW: u64 = u64::from_ne_bytes([0x01; 8]);
    const HIGH: u64 = u64::from_ne_bytes([0x80; 8]);
    // A borrow reaches the high bit of a byte that had none: a zero, or one above a zero.
    bytes.wrapping_sub(LOW) & !bytes & HIGH
}
