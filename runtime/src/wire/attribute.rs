//! Reading attributes: `nlattr` headers, alignment, nesting.

use super::align;
use crate::error::{DecodeError, DecodeErrorKind};

/// The greatest depth of nests, for reading and for writing. The bound keeps recursion from overflowing the stack.
///
/// The kernel bounds the depth of its policies at 10 (`NL_VALIDATE_MAX_DEPTH`, `lib/nlattr.c`). Families that parse
/// attributes themselves go deeper: openvswitch nests 16 lists of actions, each in two nests (`OVS_COPY_ACTIONS_MAX_DEPTH`,
/// `net/openvswitch/flow_netlink.c`).
pub const MAX_DEPTH: u8 = 40;

const HEADER: usize = 4;
pub(super) const NESTED: u16 = 0x8000;
pub(super) const NET_BYTEORDER: u16 = 0x4000;
/// The greatest attribute number. The two bits above it are flags.
pub(crate) const NUMBER: u16 = !(NESTED | NET_BYTEORDER);

/// The attributes of a message or a nest, in the order in which they arrived.
///
/// An iterator over [`Attribute`]s. After an error it ends, because the next attribute cannot be found.
///
/// ```
/// use genl::Attributes;
///
/// # if cfg!(target_endian = "little") {
/// // `token` (4) and `addr` (1) of `mptcp_pm`, and in `addr` the `id` (2).
/// let bytes = [
///     8, 0, 4, 0, 7, 0, 0, 0, //
///     12, 0, 1, 0x80, 5, 0, 2, 0, 3, 0, 0, 0,
/// ];
/// let mut attributes = Attributes::new(&bytes, 0);
///
/// let token = attributes.next().unwrap()?;
/// assert_eq!((token.number(), token.payload()), (4, &[7, 0, 0, 0][..]));
///
/// let addr = attributes.next().unwrap()?;
/// assert_eq!((addr.number(), addr.is_nested(), addr.offset()), (1, true, 8));
/// let id = addr.nest()?.next().unwrap()?;
/// assert_eq!((id.number(), id.payload(), id.offset()), (2, &[3][..], 12));
///
/// assert!(attributes.next().is_none());
/// # }
/// # Ok::<(), genl::DecodeError>(())
/// ```
#[derive(Clone, Debug)]
pub struct Attributes<'a> {
    rest: &'a [u8],
    /// Where `rest` ends, counted from the start of the message. Together with the length of `rest` it gives the offset of
    /// the next attribute.
    end: usize,
    depth: u8,
}

/// One attribute.
#[derive(Clone, Copy, Debug)]
pub struct Attribute<'a> {
    /// `nla_type`.
    pub(super) kind: u16,
    payload: &'a [u8],
    /// The bytes from this attribute to the end of the attributes around it.
    left: usize,
    /// Where the attributes around it end, counted from the start of the message.
    end: usize,
    depth: u8,
}

impl<'a> Attributes<'a> {
    /// Returns the attributes in `bytes`, which begin `offset` bytes after the start of their message.
    ///
    /// Offsets in errors are counted from there.
    #[inline]
    pub const fn new(bytes: &'a [u8], offset: usize) -> Self {
        Self {
            rest: bytes,
            end: offset.saturating_add(bytes.len()),
            depth: 0,
        }
    }

    /// Puts together what [`raw`](Self::raw) took apart.
    #[inline]
    pub(crate) const fn from_raw(rest: &'a [u8], end: usize, depth: u8) -> Self {
        Self { rest, end, depth }
    }

    /// Returns the parts, to pass them in registers.
    #[inline]
    pub(crate) const fn raw(&self) -> (&'a [u8], usize, u8) {
        (self.rest, self.end, self.depth)
    }

    /// Returns an empty list with room for one value per attribute.
    #[inline]
    pub(crate) fn list<T>(&self) -> Vec<T> {
        let first = self.first().map_or(HEADER, |(_, length)| length);
        Vec::with_capacity(likely_count::<T>(self.rest.len(), first))
    }

    /// Returns the attributes that are left, and leaves none here.
    #[inline]
    pub(crate) fn take_all(&mut self) -> Self {
        let all = self.clone();
        self.rest = &[];
        all
    }

    /// Returns the bytes that are not read yet.
    pub const fn as_bytes(&self) -> &'a [u8] {
        self.rest
    }

    /// Returns where the next attribute begins, counted from the start of the message.
    pub const fn offset(&self) -> usize {
        self.end - self.rest.len()
    }

    /// Splits off a fixed header of `length` bytes. The attributes begin after it, at the next 4-byte boundary.
    ///
    /// Returns `None` if fewer bytes are left.
    pub fn split_header(&self, length: usize) -> Option<(&'a [u8], Self)> {
        let (header, _) = self.rest.split_at_checked(length)?;
        // A message without attributes may end right after its header, without padding.
        let rest = self.rest.get(align(length)..).unwrap_or_default();
        Some((header, Self { rest, ..*self }))
    }

    /// Calls `visit` with every attribute, and stops at the first error. The `Ok` value of `visit` is ignored.
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

    /// Returns the first attribute and its length, or `None` if it is incomplete.
    #[inline]
    pub(crate) fn first(&self) -> Option<(Attribute<'a>, usize)> {
        let (head, body) = self.rest.split_first_chunk::<HEADER>()?;
        // Reads both integers with one load on any machine.
        let head = u32::from_le_bytes(*head);
        #[allow(clippy::cast_possible_truncation)]
        let (length, kind) = (u16::from_le(head as u16), u16::from_le((head >> 16) as u16));
        let length = usize::from(length);
        // A length below 4 wraps to a length that no buffer has.
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

    /// Advances past an attribute of `length` bytes, and returns whether another one may follow. The last attribute of a
    /// buffer may lack its padding.
    #[inline]
    pub(crate) fn step_over(&mut self, length: usize) -> bool {
        let rest = self.rest.get(align(length)..);
        self.rest = rest.unwrap_or_default();
        rest.is_some()
    }

    /// Fails if bytes are left that are not a complete attribute.
    #[inline]
    pub(crate) fn finished(&self) -> Result<(), DecodeError> {
        if self.rest.is_empty() {
            Ok(())
        } else {
            Err(broken(self.rest, self.offset()))
        }
    }
}

/// Estimates how many values to make room for, as if all attributes had the same length. The bound keeps a message from
/// making a program allocate much more memory than the message has bytes.
const fn likely_count<T>(left: usize, length: usize) -> usize {
    const MOST: usize = 4096;
    let (count, most) = (left / align(length), MOST / (size_of::<T>() + 1));
    if count < most { count } else { most }
}

/// Returns what is wrong with bytes that do not begin with an attribute. Takes scalars, so that a cursor may stay in
/// registers.
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
    /// An attribute without a payload: the value of a variable before the first attribute is read.
    pub(crate) const NONE: Self = Self {
        kind: 0,
        payload: &[],
        left: 0,
        end: 0,
        depth: 0,
    };

    /// Returns the attribute number, without the flag bits.
    #[inline]
    pub const fn number(self) -> u16 {
        self.kind & NUMBER
    }

    /// Returns whether `NLA_F_NESTED` is set. Many kernel families do not set it on the nests they send.
    pub const fn is_nested(&self) -> bool {
        self.kind & NESTED != 0
    }

    /// Returns whether `NLA_F_NET_BYTEORDER` is set. The kernel sets it on few of its big-endian attributes.
    pub const fn is_net_byteorder(&self) -> bool {
        self.kind & NET_BYTEORDER != 0
    }

    /// Returns the payload, without padding.
    #[inline]
    pub const fn payload(&self) -> &'a [u8] {
        self.payload
    }

    /// Returns where the attribute begins, counted from the start of the message.
    #[inline]
    pub const fn offset(&self) -> usize {
        self.end - self.left
    }

    /// Returns the attributes nested in this one.
    ///
    /// Fails with [`DecodeErrorKind::TooDeep`] if this attribute lies [`MAX_DEPTH`] nests deep.
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

    /// Makes room for this value in a list, and for the ones after it unless it is the first.
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
