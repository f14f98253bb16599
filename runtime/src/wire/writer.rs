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
}

impl<'b> AttributeWriter<'b> {
    /// Appends to `buffer`, which must end at a 4-byte boundary of its message.
    pub const fn new(buffer: &'b mut Vec<u8>) -> Self {
        Self {
            buffer,
            depth: 0,
            error: None,
        }
    }

    /// The first mistake made, if any. What was written is then not fit to be sent.
    #[inline]
    pub fn finish(self) -> Result<(), EncodeError> {
        self.error.map_or(Ok(()), Err)
    }

    /// Notes a mistake at `place`; only the first one is kept.
    #[cold]
    pub fn fail(&mut self, place: Segment, kind: EncodeErrorKind) {
        self.error
            .get_or_insert_with(|| EncodeError::new(kind).within(place));
    }

    /// Appends an attribute of `N` bytes.
    #[inline]
    pub fn fixed<const N: usize>(&mut self, number: u16, payload: [u8; N]) {
        const { assert!(N <= 16) };
        let mut bytes = [0; 20];
        // N is at most 16: the length fits, and so does the slice.
        #[allow(clippy::cast_possible_truncation)]
        let length = (4 + N) as u16;
        bytes[..2].copy_from_slice(&length.to_ne_bytes());
        bytes[2..4].copy_from_slice(&number.to_ne_bytes());
        bytes[4..4 + N].copy_from_slice(&payload);
        self.buffer.extend_from_slice(&bytes[..4 + align(N)]);
    }

    /// Appends an attribute whose payload is `parts`, one behind the other.
    pub fn bytes(&mut self, number: u16, place: Segment, parts: &[&[u8]]) {
        self.payload(number, place, |payload| {
            for part in parts {
                payload.push(part);
            }
        });
    }

    /// Appends an attribute with the payload that `write` appends.
    pub fn payload(
        &mut self,
        number: u16,
        place: Segment,
        write: impl FnOnce(&mut PayloadWriter<'_>),
    ) {
        let start = self.open(number);
        write(&mut PayloadWriter(self.buffer));
        self.close(start, place);
        self.buffer
            .resize(align(self.buffer.len() - start) + start, 0);
    }

    /// Appends a nest with the attributes that `write` appends. `NLA_F_NESTED` is set: strict operations want it.
    ///
    /// Fails with [`EncodeErrorKind::TooDeep`], and does not call `write`, inside of [`MAX_DEPTH`] other nests.
    #[inline]
    pub fn nest(&mut self, number: u16, place: Segment, write: impl FnOnce(&mut Self)) {
        self.group(number, place, |out| out.within(place, write));
    }

    /// Appends a nest that adds nothing to the path of an error inside of it.
    #[inline]
    pub(crate) fn group(&mut self, number: u16, place: Segment, write: impl FnOnce(&mut Self)) {
        if self.depth == MAX_DEPTH {
            return self.fail(place, EncodeErrorKind::TooDeep);
        }
        let start = self.open(number | NESTED);
        self.depth += 1;
        write(self);
        self.depth -= 1;
        self.close(start, place);
    }

    /// Puts `place` in front of the path of a mistake that `write` makes.
    #[inline]
    pub(crate) fn within(&mut self, place: Segment, write: impl FnOnce(&mut Self)) {
        let had_failed = self.error.is_some();
        write(self);
        if !had_failed && self.error.is_some() {
            self.error = self.error.take().map(|error| error.within(place));
        }
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
                self.bytes(number | flags, place, &[&attribute.payload]);
            }
        }
    }

    /// Whether an attribute can have this number, which was not written as a literal; notes the mistake if it cannot.
    pub(crate) fn has_number(&mut self, number: u32, place: Segment) -> bool {
        let fits = number <= NUMBER.into();
        if !fits {
            self.fail(
                place,
                EncodeErrorKind::Number {
                    number,
                    max: NUMBER,
                },
            );
        }
        fits
    }

    #[inline]
    fn open(&mut self, number: u16) -> usize {
        let start = self.buffer.len();
        let [t0, t1] = number.to_ne_bytes();
        self.buffer.extend_from_slice(&[0, 0, t0, t1]);
        start
    }

    /// Fills in the length: it has 16 bits, and a longer attribute is a mistake, never a cut length.
    #[inline]
    fn close(&mut self, start: usize, place: Segment) {
        let length = self.buffer.len() - start;
        match (u16::try_from(length), self.buffer.get_mut(start..start + 2)) {
            (Ok(length), Some(place)) => place.copy_from_slice(&length.to_ne_bytes()),
            _ => self.fail(place, EncodeErrorKind::TooLong { length }),
        }
    }
}

/// Appends to the payload of an attribute.
#[derive(Debug)]
pub struct PayloadWriter<'b>(&'b mut Vec<u8>);

impl PayloadWriter<'_> {
    /// Appends bytes.
    pub fn push(&mut self, bytes: &[u8]) {
        self.0.extend_from_slice(bytes);
    }
}

/// Writes one generic netlink message at the end of a buffer.
#[derive(Debug)]
pub struct MessageWriter<'b> {
    start: usize,
    header: MessageHeader,
    attributes: AttributeWriter<'b>,
}

impl<'b> MessageWriter<'b> {
    /// Begins a message behind what `buffer` holds already, at the next 4-byte boundary.
    pub fn new(buffer: &'b mut Vec<u8>, header: MessageHeader, generic: GenericHeader) -> Self {
        let start = align(buffer.len());
        buffer.resize(start, 0);
        let mut headers = [0; MessageHeader::LENGTH + GenericHeader::LENGTH];
        headers[MessageHeader::LENGTH..].copy_from_slice(&generic.to_bytes());
        buffer.extend_from_slice(&headers);
        Self {
            start,
            header,
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
            header,
            attributes: AttributeWriter { buffer, error, .. },
        } = self;
        if let Some(message) = buffer.get_mut(*start..) {
            header.write(message);
        }
        error.take().map_or(Ok(()), Err)
    }
}
