//! Attributes as they are read: `nlattr` headers, alignment, nesting.

use super::align;
use crate::error::{DecodeError, DecodeErrorKind};

/// The most nests inside of each other, when reading and when writing. It keeps recursion from overflowing the stack.
///
/// The kernel's own bound on policies is 10 (`NL_VALIDATE_MAX_DEPTH`, `lib/nlattr.c`). Families that walk attributes by
/// themselves go further: openvswitch has 16 lists of actions in each other, each in two nests (`OVS_COPY_ACTIONS_MAX_DEPTH`,
/// `net/openvswitch/flow_netlink.c`).
pub const MAX_DEPTH: u8 = 40;

const HEADER: usize = 4;
pub(super) const NESTED: u16 = 0x8000;
pub(super) const NET_BYTEORDER: u16 = 0x4000;
/// The greatest number: the two bits above it are flags.
pub(crate) const NUMBER: u16 = !(NESTED | NET_BYTEORDER);

/// The attributes of a message or of a nest, in the order in which they arrived.
#[derive(Clone, Debug)]
pub struct Attributes<'a> {
    rest: &'a [u8],
    /// Where `rest` ends, counted from the start of the message: what is left tells the place of the next attribute.
    end: usize,
    depth: u8,
}

/// One attribute.
#[derive(Clone, Copy, Debug)]
pub struct Attribute<'a> {
    /// `nla_type`.
    pub(super) kind: u16,
    payload: &'a [u8],
    /// The bytes from here to the end of the attributes around it.
    left: usize,
    /// Where those end, counted from the start of the message.
    end: usize,
    depth: u8,
}

impl<'a> Attributes<'a> {
    /// The attributes in `bytes`, which begin `offset` bytes after the start of their message.
    #[inline]
    pub const fn new(bytes: &'a [u8], offset: usize) -> Self {
        Self {
            rest: bytes,
            end: offset.saturating_add(bytes.len()),
            depth: 0,
        }
    }

    /// What [`raw`](Self::raw) took apart.
    #[inline]
    pub(crate) const fn from_raw(rest: &'a [u8], end: usize, depth: u8) -> Self {
        Self { rest, end, depth }
    }

    /// The parts: to pass them in registers.
    #[inline]
    pub(crate) const fn raw(&self) -> (&'a [u8], usize, u8) {
        (self.rest, self.end, self.depth)
    }

    /// A list for the values of these attributes.
    #[inline]
    pub(crate) fn list<T>(&self) -> Vec<T> {
        let first = self.first().map_or(HEADER, |(_, length)| length);
        Vec::with_capacity(likely_count::<T>(self.rest.len(), first))
    }

    /// What is left; nothing stays here.
    #[inline]
    pub(crate) fn take_all(&mut self) -> Self {
        let all = self.clone();
        self.rest = &[];
        all
    }

    /// The bytes not read yet.
    pub const fn as_bytes(&self) -> &'a [u8] {
        self.rest
    }

    /// Where the next attribute begins, counted from the start of the message.
    pub const fn offset(&self) -> usize {
        self.end - self.rest.len()
    }

    /// A fixed header of `length` bytes, and the attributes behind it at the next 4-byte boundary. `None` if less is left.
    pub fn split_header(&self, length: usize) -> Option<(&'a [u8], Self)> {
        let (header, _) = self.rest.split_at_checked(length)?;
        // Without attributes the message may end with its header.
        let rest = self.rest.get(align(length)..).unwrap_or_default();
        Some((header, Self { rest, ..*self }))
    }

    /// Calls `visit` with every attribute, and stops at the first error. What `visit` returns besides is of no interest.
    #[inline]
    pub fn each<T>(
        mut self,
        mut visit: impl FnMut(Attribute<'a>) -> Result<T, DecodeError>,
    ) -> Result<(), DecodeError> {
        while let Some((attribute, length)) = self.first() {
            visit(attribute)?;
            if !self.step_over(length) {
                break;
            }
        }
        self.finished()
    }

    /// The first attribute and its length, if it is whole.
    #[inline]
    pub(crate) fn first(&self) -> Option<(Attribute<'a>, usize)> {
        let (head, body) = self.rest.split_first_chunk::<HEADER>()?;
        // One load for both, on any machine.
        let head = u32::from_le_bytes(*head);
        #[allow(clippy::cast_possible_truncation)]
        let (length, kind) = (u16::from_le(head as u16), u16::from_le((head >> 16) as u16));
        let length = usize::from(length);
        // A length below the header wraps to one that no buffer has.
        let payload = body.get(..length.wrapping_sub(HEADER))?;
        let attribute = Attribute {
            kind,
            payload,
            left: self.rest.len(),
            end: self.end,
            depth: self.depth,
        };
        Some((attribute, length))
    }

    /// Goes on to the attribute behind one of so many bytes, and tells whether there may be one: the last attribute of a
    /// buffer may come without its padding.
    #[inline]
    pub(crate) fn step_over(&mut self, length: usize) -> bool {
        let rest = self.rest.get(align(length)..);
        self.rest = rest.unwrap_or_default();
        rest.is_some()
    }

    /// Where there is no whole attribute there have to be no bytes.
    #[inline]
    pub(crate) fn finished(&self) -> Result<(), DecodeError> {
        if self.rest.is_empty() {
            Ok(())
        } else {
            Err(broken(self.rest, self.offset()))
        }
    }
}

/// How many values to make room for: as many as there would be if all attributes were of one length. Never many, so that a
/// message does not make a program take much more memory than it has bytes.
const fn likely_count<T>(left: usize, length: usize) -> usize {
    const MOST: usize = 4096;
    let (count, most) = (left / align(length), MOST / (size_of::<T>() + 1));
    if count < most { count } else { most }
}

/// Tells what is wrong with bytes that do not begin with an attribute. Takes scalars, so that a cursor may stay in registers.
#[cold]
#[inline(never)]
fn broken(rest: &[u8], offset: usize) -> DecodeError {
    let left = rest.len();
    let kind = match rest.first_chunk::<2>() {
        Some(length) if left >= HEADER => DecodeErrorKind::AttributeLength {
            length: u16::from_ne_bytes(*length),
            left,
        },
        _ => DecodeErrorKind::StrayBytes { left },
    };
    DecodeError::new(kind).or_offset(offset)
}

/// Ends after the first error.
impl<'a> Iterator for Attributes<'a> {
    type Item = Result<Attribute<'a>, DecodeError>;

    fn next(&mut self) -> Option<Self::Item> {
        let Some((attribute, length)) = self.first() else {
            let finished = self.finished();
            self.rest = &[];
            return finished.err().map(Err);
        };
        self.step_over(length);
        Some(Ok(attribute))
    }
}

impl<'a> Attribute<'a> {
    /// In place of an attribute where none was read yet.
    pub(crate) const NONE: Self = Self {
        kind: 0,
        payload: &[],
        left: 0,
        end: 0,
        depth: 0,
    };

    /// The number, without flag bits.
    #[inline]
    pub const fn number(self) -> u16 {
        self.kind & NUMBER
    }

    /// Whether `NLA_F_NESTED` is set. Many kernel families leave it out of the nests they send.
    pub const fn is_nested(&self) -> bool {
        self.kind & NESTED != 0
    }

    /// Whether `NLA_F_NET_BYTEORDER` is set. The kernel sets it on few of its big-endian attributes.
    pub const fn is_net_byteorder(&self) -> bool {
        self.kind & NET_BYTEORDER != 0
    }

    /// The payload, without padding.
    #[inline]
    pub const fn payload(&self) -> &'a [u8] {
        self.payload
    }

    /// Where the attribute begins, counted from the start of the message.
    #[inline]
    pub const fn offset(&self) -> usize {
        self.end - self.left
    }

    /// The attributes nested in this one, at most [`MAX_DEPTH`] deep.
    #[inline]
    pub fn nest(&self) -> Result<Attributes<'a>, DecodeError> {
        if self.depth >= MAX_DEPTH {
            return Err(DecodeError::new(DecodeErrorKind::TooDeep));
        }
        let end = self.offset() + HEADER + self.payload.len();
        Ok(Attributes {
            rest: self.payload,
            end,
            depth: self.depth + 1,
        })
    }

    /// Makes room for this attribute in a list of several, and for those behind it if it is not the first.
    #[inline]
    pub(crate) fn make_room<T>(&self, values: &mut Vec<T>) {
        if values.len() == values.capacity() {
            grow(values, self.left, HEADER + self.payload.len());
        }
    }
}

#[cold]
#[inline(never)]
fn grow<T>(values: &mut Vec<T>, left: usize, length: usize) {
    if !values.is_empty() {
        values.reserve(likely_count::<T>(left, length));
    }
}
