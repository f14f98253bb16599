//! Attributes around others: by a writer of its own, whose length and mistake are taken over at the end.

use super::mistake::Place;
use super::room::header;
use super::{AttributeWriter, LIMIT, PayloadWriter, START, mistake};
use crate::error::{EncodeError, EncodeErrorKind, Segment};
use crate::wire::align;
use crate::wire::attribute::{MAX_DEPTH, NESTED};

impl AttributeWriter<'_> {
    /// Appends an attribute with the payload that `write` appends.
    #[inline]
    pub fn payload(
        &mut self,
        number: u16,
        place: Segment,
        write: impl FnOnce(&mut PayloadWriter<'_>),
    ) {
        let start = self.at & START;
        let mut payload = PayloadWriter::new(self.from(start + 4));
        write(&mut payload);
        let (end, error) = payload.end();
        self.close(start, number, place, end, error, true);
        // The zeros may not be there yet; whoever writes or ends behind them makes them.
        self.at = align(self.at);
    }

    /// Appends a nest with the attributes that `write` appends. `NLA_F_NESTED` is set: strict operations want it.
    ///
    /// Fails with [`EncodeErrorKind::TooDeep`], and does not call `write`, inside of [`MAX_DEPTH`] other nests.
    #[inline]
    pub fn nest(
        &mut self,
        number: u16,
        place: Segment,
        write: impl FnOnce(&mut AttributeWriter<'_>),
    ) {
        self.deeper(number, place, true, write);
    }

    /// Appends a nest that adds nothing to the path of an error inside of it.
    #[inline]
    pub(crate) fn group(
        &mut self,
        number: u16,
        place: Segment,
        write: impl FnOnce(&mut AttributeWriter<'_>),
    ) {
        self.deeper(number, place, false, write);
    }

    #[inline]
    fn deeper(
        &mut self,
        number: u16,
        place: Segment,
        wraps: bool,
        write: impl FnOnce(&mut AttributeWriter<'_>),
    ) {
        if self.depth >= MAX_DEPTH {
            return self.fail(place, EncodeErrorKind::TooDeep);
        }
        let start = self.at & START;
        let mut inside = self.from(start + 4);
        inside.depth += 1;
        write(&mut inside);
        let AttributeWriter { at, error, .. } = inside;
        self.close(start, number | NESTED, place, at, error, wraps);
    }

    /// Returns a writer that goes on at `at`. This one is to take over where it ends, and its mistake.
    #[inline]
    const fn from(&mut self, at: usize) -> AttributeWriter<'_> {
        AttributeWriter::at(self.buffer, self.depth, at)
    }

    /// Returns a writer at a place in `buffer`, in so many nests.
    #[inline]
    pub(super) const fn at(buffer: &mut Vec<u8>, depth: u8, at: usize) -> AttributeWriter<'_> {
        AttributeWriter {
            buffer,
            at,
            depth,
            error: None,
        }
    }

    /// Appends by a writer of its own, so that this one stays in registers though the other is given away.
    #[inline]
    pub fn apart(&mut self, write: impl FnOnce(&mut AttributeWriter<'_>)) {
        let mut own = self.from(self.at & LIMIT);
        write(&mut own);
        let AttributeWriter { at, error, .. } = own;
        self.at = at;
        if error.is_some() {
            self.error = error;
        }
    }

    /// Puts `place` in front of the path of a mistake that `write` makes.
    #[inline]
    pub(crate) fn within(&mut self, place: Segment, write: impl FnOnce(&mut AttributeWriter<'_>)) {
        self.apart(|out| {
            write(out);
            if out.has_failed() {
                out.wrap(place);
            }
        });
    }

    /// Puts `place` in front of the path of the mistake that this writer made.
    #[cfg_attr(debug_assertions, inline)]
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(crate) fn wrap(&mut self, place: Segment) {
        self.error = mistake::within(self.error.take(), Place::of(place));
    }

    /// Writes the header of what was appended from `start` on: its length is known now.
    #[inline]
    fn close(
        &mut self,
        start: usize,
        number: u16,
        place: Segment,
        end: usize,
        error: Option<EncodeError>,
        wraps: bool,
    ) {
        self.at = end;
        let length = end.wrapping_sub(start);
        if let Some(head) = self.buffer.get_mut(start..start + 4) {
            if let Some(head) = head.first_chunk_mut() {
                #[allow(clippy::cast_possible_truncation)] // see below
                header([length as u16, number], head);
            }
            // It has 16 bits, and a longer attribute is a mistake, never a cut length. So is the cursor of a mistake.
            if length <= u16::MAX.into() {
                // There is no mistake to drop: to look would take as long as to write the header.
                core::mem::forget(error);
                return;
            }
        }
        let open = mistake::Open {
            start,
            number,
            place: Place::of(place),
            wraps,
        };
        let (at, error) = open.close(self.buffer, end, error, self.error.take());
        (self.at, self.error) = (at & LIMIT, error);
    }
}
