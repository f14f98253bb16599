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
    kind: u16,
    payload: &'a [u8],
    offset: usize,
    depth: u8,
}

/// An attribute that a set does not declare, kept by a field marked `#[attr(unknown)]`.
///
/// It is written with the flags and the bytes it was read with. A number that the set declares is an encode error: when read
/// again, the attribute would replace the declared one.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct UnknownAttribute {
    /// The number, without flag bits.
    pub number: u16,
    /// Whether `NLA_F_NESTED` is set.
    pub nested: bool,
    /// Whether `NLA_F_NET_BYTEORDER` is set. The kernel sets it on few of its big-endian attributes.
    pub net_byteorder: bool,
    /// The payload, without padding.
    pub payload: Vec<u8>,
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
        while let Some(attribute) = self.read()? {
            visit(attribute)?;
        }
        Ok(())
    }

    #[inline]
    fn read(&mut self) -> Result<Option<Attribute<'a>>, DecodeError> {
        let Some((&[l0, l1, t0, t1], body)) = self.rest.split_first_chunk::<HEADER>() else {
            return if self.rest.is_empty() {
                Ok(None)
            } else {
                Err(self.broken())
            };
        };
        let length = usize::from(u16::from_ne_bytes([l0, l1]));
        // A length below the header wraps to one that no buffer has.
        let Some(payload) = body.get(..length.wrapping_sub(HEADER)) else {
            return Err(self.broken());
        };
        let attribute = Attribute {
            kind: u16::from_ne_bytes([t0, t1]),
            payload,
            offset: self.offset(),
            depth: self.depth,
        };
        // The last attribute of a buffer may come without its padding.
        self.rest = self.rest.get(align(length)..).unwrap_or_default();
        Ok(Some(attribute))
    }

    #[cold]
    #[inline(never)]
    fn broken(&mut self) -> DecodeError {
        let (offset, left) = (self.offset(), self.rest.len());
        let kind = match self.rest.first_chunk::<2>() {
            Some(length) if left >= HEADER => DecodeErrorKind::AttributeLength {
                length: u16::from_ne_bytes(*length),
                left,
            },
            _ => DecodeErrorKind::StrayBytes { left },
        };
        self.rest = &[];
        DecodeError::new(kind).or_offset(offset)
    }
}

/// Ends after the first error.
impl<'a> Iterator for Attributes<'a> {
    type Item = Result<Attribute<'a>, DecodeError>;

    fn next(&mut self) -> Option<Self::Item> {
        self.read().transpose()
    }
}

impl<'a> Attribute<'a> {
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
        self.offset
    }

    /// The attributes nested in this one, at most [`MAX_DEPTH`] deep.
    #[inline]
    pub fn nest(&self) -> Result<Attributes<'a>, DecodeError> {
        if self.depth >= MAX_DEPTH {
            return Err(DecodeError::new(DecodeErrorKind::TooDeep));
        }
        let end = self.offset + HEADER + self.payload.len();
        Ok(Attributes {
            rest: self.payload,
            end,
            depth: self.depth + 1,
        })
    }

    /// Keeps the attribute as it came.
    #[allow(clippy::unnecessary_wraps)] // one of the arms of a generated `match`
    #[cold]
    pub fn keep(self, unknown: &mut Vec<UnknownAttribute>) -> Result<(), DecodeError> {
        unknown.push(self.to_unknown());
        Ok(())
    }

    /// The attribute as it came.
    pub fn to_unknown(&self) -> UnknownAttribute {
        UnknownAttribute {
            number: self.number(),
            nested: self.is_nested(),
            net_byteorder: self.is_net_byteorder(),
            payload: self.payload.to_vec(),
        }
    }
}
