//! Payloads of any length. The functions that write them are not inlined; they take the cursor and return it.

use super::room::{self, header, make_room, put_grown};
use super::{AttributeWriter, FAILED, LIMIT};
use crate::wire::{align, nul};

impl AttributeWriter<'_> {
    /// Appends an attribute with this payload. Returns `false` if it is too long for `nla_len`.
    #[inline]
    pub(crate) fn any_bytes(&mut self, number: u16, payload: &[u8]) -> bool {
        let end = put(self.buffer, self.at, number, payload);
        self.goes_on_at(end)
    }

    /// Appends an attribute with this text, followed by a NUL if `nul` is 1. Returns `false` if it is too long for
    /// `nla_len`, or contains a NUL.
    #[inline]
    pub(crate) fn text(&mut self, number: u16, text: &[u8], nul: u16) -> bool {
        let end = put_text(self.buffer, self.at, [number, nul], text);
        self.goes_on_at(end)
    }

    /// Keeps the cursor if the payload is refused, so that [`AttributeWriter::fail`] can see whether that is the first
    /// mistake.
    #[inline]
    fn goes_on_at(&mut self, end: usize) -> bool {
        let is_allowed = end < REFUSED;
        if is_allowed {
            self.at = end;
        }
        is_allowed
    }
}

/// The cursor that is returned if a payload is refused.
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
        return if make_room(buffer, end) {
            put_text(buffer, start, [number, nul], text)
        } else {
            FAILED
        };
    }
    let room = buffer.get_mut(start..end);
    let Some((head, rest)) = room.and_then(<[u8]>::split_first_chunk_mut) else {
        return FAILED;
    };
    header([length, number], head);
    let has_nul = rest
        .get_mut(..text.len())
        .map(|place| nul::copy(text, place));
    if has_nul == Some(false) { end } else { REFUSED }
}
