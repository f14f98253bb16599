//! Nests and payloads. Each is written by a writer of its own; the outer one continues where that ends, with its mistake.

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
        // The padding may not be written yet. The next write, or the end of the message, adds it.
        self.at = align(self.at);
    }

    /// Appends a nest with the attributes that `write` appends. Sets `NLA_F_NESTED`, which strict operations require.
    ///
    /// Fails with [`EncodeErrorKind::TooDeep`], without calling `write`, if it would lie inside of [`MAX_DEPTH`] nests.
    #[inline]
    pub fn nest(
        &mut self,
        number: u16,
        place: Segment,
        write: impl FnOnce(&mut AttributeWriter<'_>),
    ) {
        self.deeper(number, place, true, write);
    }

    /// Appends a nest whose name is not part of the path of a mistake inside of it.
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

    /// Returns a writer that continues at `at`. The caller takes over its cursor and its mistake.
    #[inline]
    const fn from(&mut self, at: usize) -> AttributeWriter<'_> {
        AttributeWriter::at(self.buffer, self.depth, at)
    }

    /// Returns a writer at a position in `buffer`, `depth` nests deep.
    #[inline]
    pub(super) const fn at(buffer: &mut Vec<u8>, depth: u8, at: usize) -> AttributeWriter<'_> {
        AttributeWriter {
            buffer,
            at,
            depth,
            error: None,
        }
    }

    /// Appends with a writer of its own. This writer stays in registers even if the other one is lent to a function.
    #[doc(hidden)]
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

    /// Prepends `place` to the path of a mistake that `write` makes.
    #[inline]
    pub(crate) fn within(&mut self, place: Segment, write: impl FnOnce(&mut AttributeWriter<'_>)) {
        self.apart(|out| {
            write(out);
            if out.has_failed() {
                out.wrap(place);
            }
        });
    }

    /// Prepends `place` to the path of the mistake of this writer.
    #[cfg_attr(debug_assertions, inline)]
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(crate) fn wrap(&mut self, place: Segment) {
        self.error = mistake::within(self.error.take(), Place::of(place));
    }

    /// Writes the header of what was appended since `start`.
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
            // A longer attribute is a mistake; its length is never cut. The cursor of a mistake is longer too.
            if length <= u16::MAX.into() {
                // There is no mistake to drop here. A check would take as long as writing the header.
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
