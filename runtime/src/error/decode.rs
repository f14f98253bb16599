//! Why bytes cannot be decoded.

use core::fmt;

use super::path::{Path, Segment};

/// Why received bytes cannot be decoded: the reason, the attribute, and the byte where it begins.
///
/// ```
/// use genl::AttributeSet;
/// use genl::error::DecodeErrorKind;
/// use genl::mptcp_pm::Address;
///
/// # if cfg!(target_endian = "little") {
/// // `family` (1) is `AF_INET`, and `port` (5) has 4 bytes.
/// let bytes = [6, 0, 1, 0, 2, 0, 0, 0, 8, 0, 5, 0, 0x1f, 0x90, 0, 0];
/// let error = Address::from_bytes(&bytes).unwrap_err();
/// assert_eq!(error.to_string(), "attribute `port` has 4 bytes, expected 2 (at byte 8)");
/// assert_eq!(error.kind(), &DecodeErrorKind::Length { length: 4, expected: 2 });
/// assert_eq!(error.path().to_string(), "port");
/// # }
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct DecodeError(Box<DecodeFault>);

#[derive(Clone, PartialEq, Eq)]
struct DecodeFault {
    path: Path,
    offset: Option<usize>,
    kind: DecodeErrorKind,
}

/// The reasons why bytes cannot be decoded.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum DecodeErrorKind {
    /// A required attribute is absent.
    Missing,
    /// A payload of a fixed-length type has another length.
    Length {
        /// Bytes found.
        length: usize,
        /// Bytes that the type has.
        expected: usize,
    },
    /// An integer of variable width has neither 4 nor 8 bytes.
    VariableLength {
        /// Bytes found.
        length: usize,
    },
    /// A C struct with a list after it is shorter than the struct, or ends inside of an element.
    ListLength {
        /// Bytes found.
        length: usize,
        /// Bytes of the struct.
        head: usize,
        /// Bytes of an element.
        element: usize,
    },
    /// An address has the length of neither IPv4 nor IPv6.
    AddressLength {
        /// Bytes found.
        length: usize,
    },
    /// A `bool` is encoded in a byte that is neither 0 nor 1.
    Bool {
        /// The byte.
        value: u8,
    },
    /// A packed array has a length that is not a multiple of the length of its elements.
    ArrayLength {
        /// Bytes found.
        length: usize,
        /// Bytes of an element.
        element: usize,
    },
    /// The author's own codec refused the payload.
    Refused {
        /// The reason it gives.
        why: &'static str,
    },
    /// A string or binary is shorter or longer than its set allows.
    LengthRange {
        /// Bytes found, without a terminating NUL.
        length: usize,
        /// The least allowed.
        min: usize,
        /// The most allowed; `usize::MAX` if there is no bound.
        max: usize,
    },
    /// A string has no terminating NUL.
    Unterminated,
    /// A string is not valid UTF-8.
    NotUtf8,
    /// `nla_len` is less than a header, or more than the bytes that are left.
    AttributeLength {
        /// `nla_len`.
        length: u16,
        /// Bytes left, including the header of the attribute.
        left: usize,
    },
    /// Bytes are left at the end, too few for a header.
    StrayBytes {
        /// How many.
        left: usize,
    },
    /// Attributes are nested deeper than [`MAX_DEPTH`](crate::wire::MAX_DEPTH).
    TooDeep,
    /// `nlmsg_len` is less than a header, or more than the bytes that are left.
    MessageLength {
        /// `nlmsg_len`.
        length: u32,
        /// Bytes left, including the header of the message.
        left: usize,
    },
    /// A message of a family is too short for `genlmsghdr`.
    NoGenericHeader {
        /// Bytes found.
        length: usize,
    },
    /// A message of a family is too short for the fixed header of the family.
    NoFixedHeader {
        /// Bytes found.
        length: usize,
        /// Bytes that the header has.
        expected: usize,
    },
    /// An error or end-of-dump message is too short for its error number.
    NoErrorNumber {
        /// Bytes found.
        length: usize,
    },
    /// The attribute set does not compile, so it cannot decode anything.
    Stub,
}

impl DecodeError {
    /// Creates an error whose attribute is not known yet.
    #[cold]
    pub fn new(kind: DecodeErrorKind) -> Self {
        Self(Box::new(DecodeFault {
            path: Path::default(),
            offset: None,
            kind,
        }))
    }

    /// Creates an error for the codec of an author, with the reason why a payload cannot be read: `is not a MAC address`.
    pub fn refused(why: &'static str) -> Self {
        Self::new(DecodeErrorKind::Refused { why })
    }

    /// Creates the error of a set that does not compile.
    #[doc(hidden)]
    pub fn stub() -> Self {
        Self::new(DecodeErrorKind::Stub)
    }

    /// Returns the reason.
    pub fn kind(&self) -> &DecodeErrorKind {
        &self.0.kind
    }

    /// Returns the path of the attribute. It is empty if the error is about the message itself.
    pub fn path(&self) -> &Path {
        &self.0.path
    }

    /// Returns the byte at which the attribute (or message) begins, counted from the start of its message.
    pub fn offset(&self) -> Option<usize> {
        self.0.offset
    }

    /// Adds the attribute or element around the error. Its offset is kept only if no inner one is known.
    #[cold]
    #[must_use]
    pub fn within(mut self, place: Segment, offset: usize) -> Self {
        self.0.path.wrap(place);
        self.or_offset(offset)
    }

    /// Does the same with a name. Takes scalars: a [`Segment`] would be built on the stack for every attribute.
    #[cold]
    #[inline(never)]
    pub(crate) fn within_name(self, name: &'static str, offset: usize) -> Self {
        self.within(Segment::Name(name), offset)
    }

    /// Does the same with the index of an element.
    #[cold]
    #[inline(never)]
    pub(crate) fn within_element(self, index: usize, offset: usize) -> Self {
        self.within(Segment::Element(index), offset)
    }

    /// Creates the error for a required attribute that is absent. Its offset is that of the nest that lacks it.
    #[cold]
    pub(crate) fn missing(place: Segment) -> Self {
        let mut error = Self::new(DecodeErrorKind::Missing);
        error.0.path.wrap(place);
        error
    }

    pub(crate) fn or_offset(mut self, offset: usize) -> Self {
        self.0.offset.get_or_insert(offset);
        self
    }
}

impl core::error::Error for DecodeError {}

/// Shows the text. `{:#?}` shows the structure.
impl fmt::Debug for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !f.alternate() {
            return fmt::Display::fmt(self, f);
        }
        let DecodeFault { path, offset, kind } = &*self.0;
        f.debug_struct("DecodeError")
            .field("path", path)
            .field("offset", offset)
            .field("kind", kind)
            .finish()
    }
}

impl fmt::Display for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        use DecodeErrorKind as Kind;
        let DecodeFault { path, offset, kind } = &*self.0;
        if let Kind::Missing = kind {
            write!(f, "missing attribute `{path}`")?;
        } else {
            if !path.is_empty() {
                write!(f, "attribute `{path}` ")?;
            }
            kind.fmt(f)?;
        }
        offset.map_or(Ok(()), |offset| write!(f, " (at byte {offset})"))
    }
}
