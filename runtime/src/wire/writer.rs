//! Attributes and messages as they are written, into a buffer the caller keeps.

use super::attribute::{MAX_DEPTH, NESTED, NET_BYTEORDER, NUMBER, UnknownAttribute};
use super::{GenericHeader, MessageHeader, align};
use crate::error::{EncodeError, EncodeErrorKind, Segment};

/// Appends attributes to a buffer.
///
/// The first mistake is remembered and told at the end, so that writing needs no `?` for each attribute.
#[derive(Debug)]
pub struct AttributeWriter<'b> {
    buffer: &'b mut Vec<u8>,
    depth: u8,
    error: Option<EncodeError>,
    /// Where the buffer ended when the mistake was made. What was begun before has it inside.
    failed_at: usize,
}

impl<'b> AttributeWriter<'b> {
    /// Appends to `buffer`, which must end at a 4-byte boundary of its message.
    pub const fn new(buffer: &'b mut Vec<u8>) -> Self {
        Self {
            buffer,
            depth: 0,
            error: None,
            failed_at: 0,
        }
    }

    /// The first mistake made, if any. What was written is then not fit to be sent.
    #[inline]
    pub fn finish(self) -> Result<(), EncodeError> {
        self.error.map_or(Ok(()), Err)
    }

    /// Notes a mistake at `place`; only the first one is kept.
    #[cold]
    #[inline(never)]
    pub fn fail(&mut self, place: Segment, kind: EncodeErrorKind) {
        if self.error.is_none() {
            self.error = Some(EncodeError::new(kind).within(place));
            self.failed_at = self.buffer.len();
            // What is begun from now on begins behind the mistake. Nothing of this is sent.
            self.buffer.extend_from_slice(&[0; 4]);
        }
    }

    /// Appends an attribute of `N` bytes.
    #[inline]
    pub fn fixed<const N: usize>(&mut self, number: u16, payload: [u8; N]) {
        const { assert!(N <= 16) };
        let mut bytes = [0; 20];
        // N is at most 16: the length fits, and so does the slice.
        #[allow(clippy::cast_possible_truncation)]
        let length = (4 + N) as u16;
        bytes[..4].copy_from_slice(&header(length, number));
        bytes[4..4 + N].copy_from_slice(&payload);
        self.buffer.extend_from_slice(&bytes[..4 + align(N)]);
    }

    /// Appends an attribute whose payload is `payload` and, with `NUL`, a NUL behind it.
    #[inline]
    pub(crate) fn text<const NUL: bool>(&mut self, number: u16, place: Segment, payload: &[u8]) {
        let length = 4 + payload.len() + usize::from(NUL);
        let Ok(short) = u16::try_from(length) else {
            return self.too_long(place, length);
        };
        // One growth for all of it.
        self.buffer.reserve(8 + payload.len());
        let start = self.buffer.len();
        self.buffer.extend_from_slice(&header(short, number));
        self.buffer.extend_from_slice(payload);
        // NUL and padding are at most four zeros: to append them all and cut is cheaper than to count them.
        self.buffer.extend_from_slice(&[0; 4]);
        self.buffer.truncate(start + align(length));
    }

    /// Appends an attribute whose payload is `payload`.
    #[inline]
    pub fn bytes(&mut self, number: u16, place: Segment, payload: &[u8]) {
        self.text::<false>(number, place, payload);
    }

    /// Appends an attribute with the payload that `write` appends.
    #[inline]
    pub fn payload(
        &mut self,
        number: u16,
        place: Segment,
        write: impl FnOnce(&mut PayloadWriter<'_>),
    ) {
        let start = self.open(number);
        write(&mut PayloadWriter(self.buffer));
        let end = start + align(self.buffer.len() - start);
        self.close(start, place);
        self.buffer.extend_from_slice(&[0; 4]);
        self.buffer.truncate(end);
    }

    /// Appends a nest with the attributes that `write` appends. `NLA_F_NESTED` is set: strict operations want it.
    ///
    /// Fails with [`EncodeErrorKind::TooDeep`], and does not call `write`, inside of [`MAX_DEPTH`] other nests.
    #[inline]
    pub fn nest(&mut self, number: u16, place: Segment, write: impl FnOnce(&mut Self)) {
        if let Some(start) = self.begin(number, place, write) {
            self.wrap(start, place);
        }
    }

    /// Appends a nest that adds nothing to the path of an error inside of it.
    #[inline]
    pub(crate) fn group(&mut self, number: u16, place: Segment, write: impl FnOnce(&mut Self)) {
        self.begin(number, place, write);
    }

    /// Appends a nest, and returns where it begins.
    #[inline]
    fn begin(
        &mut self,
        number: u16,
        place: Segment,
        write: impl FnOnce(&mut Self),
    ) -> Option<usize> {
        if self.depth == MAX_DEPTH {
            self.fail(place, EncodeErrorKind::TooDeep);
            return None;
        }
        let start = self.open(number | NESTED);
        self.depth += 1;
        write(self);
        self.depth -= 1;
        // The length is the nest's own affair: a mistake in it has one place.
        let inside = self.error.is_some();
        self.close(start, place);
        inside.then_some(start)
    }

    /// Puts `place` in front of the path of a mistake that `write` makes.
    #[inline]
    pub(crate) fn within(&mut self, place: Segment, write: impl FnOnce(&mut Self)) {
        let start = self.buffer.len();
        write(self);
        if self.error.is_some() {
            self.wrap(start, place);
        }
    }

    /// Puts `place` in front of the path of the mistake, if it was made behind `start`.
    #[cold]
    #[inline(never)]
    fn wrap(&mut self, start: usize, place: Segment) {
        if self.failed_at >= start {
            self.error = self.error.take().map(|error| error.within(place));
        }
    }

    #[cold]
    #[inline(never)]
    fn too_long(&mut self, place: Segment, length: usize) {
        self.fail(place, EncodeErrorKind::TooLong { length });
    }

    /// Appends bytes as they are, which may be no attributes: for what only tests of a peer send.
    pub fn put_raw(&mut self, bytes: &[u8]) {
        self.buffer.extend_from_slice(bytes);
    }

    /// Appends a fixed header, up to the next 4-byte boundary.
    pub fn header(&mut self, bytes: &[u8]) {
        self.buffer.extend_from_slice(bytes);
        self.buffer
            .resize(self.buffer.len() + align(bytes.len()) - bytes.len(), 0);
    }

    /// Appends attributes kept from a message, as they came.
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

    /// Whether an attribute can have this number, which was not written as a literal; notes the mistake if it cannot.
    #[inline]
    pub(crate) fn has_number(&mut self, number: u32, place: Segment) -> bool {
        let fits = number <= NUMBER.into();
        if !fits {
            self.no_number(number, place);
        }
        fits
    }

    #[cold]
    #[inline(never)]
    fn no_number(&mut self, number: u32, place: Segment) {
        let max = NUMBER;
        self.fail(place, EncodeErrorKind::Number { number, max });
    }

    #[inline]
    fn open(&mut self, number: u16) -> usize {
        let start = self.buffer.len();
        self.buffer.extend_from_slice(&header(0, number));
        start
    }

    /// Fills in the length: it has 16 bits, and a longer attribute is a mistake, never a cut length.
    #[inline]
    fn close(&mut self, start: usize, place: Segment) {
        let length = self.buffer.len() - start;
        match (u16::try_from(length), self.buffer.get_mut(start..start + 2)) {
            (Ok(length), Some(place)) => place.copy_from_slice(&length.to_ne_bytes()),
            _ => self.too_long(place, length),
        }
    }
}

/// `struct nlattr`.
#[inline]
const fn header(length: u16, number: u16) -> [u8; 4] {
    let ([l0, l1], [t0, t1]) = (length.to_ne_bytes(), number.to_ne_bytes());
    [l0, l1, t0, t1]
}

/// Appends to the payload of an attribute.
#[derive(Debug)]
pub struct PayloadWriter<'b>(&'b mut Vec<u8>);

impl PayloadWriter<'_> {
    /// Appends bytes.
    #[inline]
    pub fn push(&mut self, bytes: &[u8]) {
        self.0.extend_from_slice(bytes);
    }
}

/// Writes one generic netlink message at the end of a buffer.
#[derive(Debug)]
pub struct MessageWriter<'b> {
    start: usize,
    attributes: AttributeWriter<'b>,
}

impl<'b> MessageWriter<'b> {
    /// Begins a message behind what `buffer` holds already, at the next 4-byte boundary.
    #[inline]
    pub fn new(buffer: &'b mut Vec<u8>, header: MessageHeader, generic: GenericHeader) -> Self {
        let start = align(buffer.len());
        if start != buffer.len() {
            buffer.resize(start, 0);
        }
        buffer.extend_from_slice(&header.first_half());
        buffer.extend_from_slice(&header.second_half());
        buffer.extend_from_slice(&generic.to_bytes());
        Self {
            start,
            attributes: AttributeWriter::new(buffer),
        }
    }

    /// Where the attributes go.
    pub const fn attributes(&mut self) -> &mut AttributeWriter<'b> {
        &mut self.attributes
    }

    /// Writes the header in front, now that the length is known.
    pub fn finish(mut self) -> Result<(), EncodeError> {
        self.end()
    }

    /// Does the same without moving the writer: a move has to wait for what was just stored in it.
    pub(crate) fn end(&mut self) -> Result<(), EncodeError> {
        let Self {
            start,
            attributes: AttributeWriter { buffer, error, .. },
        } = self;
        let length = u32::try_from(buffer.len() - *start).unwrap_or(u32::MAX);
        if let Some(place) = buffer.get_mut(*start..*start + 4) {
            place.copy_from_slice(&length.to_ne_bytes());
        }
        error.take().map_or(Ok(()), Err)
    }
}
