//! What is wrong with bytes that are read.

use core::fmt;

use super::measures::{Bytes, write_range, write_too_deep};
use super::path::{Path, Segment};

/// Bytes that do not say what their description expects.
#[derive(Clone, PartialEq, Eq)]
pub struct DecodeError(Box<DecodeFault>);

#[derive(Clone, PartialEq, Eq)]
struct DecodeFault {
    path: Path,
    offset: Option<usize>,
    kind: DecodeErrorKind,
}

/// What is wrong with the bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum DecodeErrorKind {
    /// A required attribute is absent.
    Missing,
    /// A payload of fixed length has another one.
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
    /// A C struct with a list behind it is shorter than the struct, or ends inside of an element.
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
    /// A `bool` in a byte that is neither 0 nor 1.
    Bool {
        /// The byte.
        value: u8,
    },
    /// A packed array whose length is no multiple of that of its elements.
    ArrayLength {
        /// Bytes found.
        length: usize,
        /// Bytes of an element.
        element: usize,
    },
    /// An author's own codec refused the payload.
    Refused {
        /// What it says.
        why: &'static str,
    },
    /// A string or binary is shorter or longer than its set allows.
    LengthRange {
        /// Bytes found, without a terminating NUL.
        length: usize,
        /// The least allowed.
        min: usize,
        /// The most allowed; `usize::MAX` is no bound.
        max: usize,
    },
    /// A string without its terminating NUL.
    Unterminated,
    /// A string that is not UTF-8.
    NotUtf8,
    /// `nla_len` is less than a header, or more than what is left.
    AttributeLength {
        /// `nla_len`.
        length: u16,
        /// Bytes left, from the attribute's header on.
        left: usize,
    },
    /// Bytes at the end, too few for another header.
    StrayBytes {
        /// How many.
        left: usize,
    },
    /// Attributes are nested deeper than [`MAX_DEPTH`](crate::wire::MAX_DEPTH).
    TooDeep,
    /// `nlmsg_len` is less than a header, or more than what is left.
    MessageLength {
        /// `nlmsg_len`.
        length: u32,
        /// Bytes left, from the message's header on.
        left: usize,
    },
    /// A family's message too short for `genlmsghdr`.
    NoGenericHeader {
        /// Bytes found.
        length: usize,
    },
    /// A family's message too short for the fixed header that the family has.
    NoFixedHeader {
        /// Bytes found.
        length: usize,
        /// Bytes that the header has.
        expected: usize,
    },
    /// An error or end-of-dump message too short for its error number.
    NoErrorNumber {
        /// Bytes found.
        length: usize,
    },
    /// The codec of the set did not pass its own checks; no bytes can be read with it.
    Stub,
}

impl DecodeError {
    /// An error whose place is not known yet.
    #[cold]
    pub fn new(kind: DecodeErrorKind) -> Self {
        Self(Box::new(DecodeFault {
            path: Path::default(),
            offset: None,
            kind,
        }))
    }

    /// What an author's own codec says of a payload it cannot read: `is no MAC address`.
    pub fn refused(why: &'static str) -> Self {
        Self::new(DecodeErrorKind::Refused { why })
    }

    /// What a set with mistakes in its description answers. Such a set does not compile.
    #[doc(hidden)]
    pub fn stub() -> Self {
        Self::new(DecodeErrorKind::Stub)
    }

    /// What is wrong.
    pub fn kind(&self) -> &DecodeErrorKind {
        &self.0.kind
    }

    /// The attribute; empty for the message itself.
    pub fn path(&self) -> &Path {
        &self.0.path
    }

    /// The byte at which the attribute (or message) begins, counted from the start of its message.
    pub fn offset(&self) -> Option<usize> {
        self.0.offset
    }

    /// Adds the attribute (or element) that the error lies in, and its place unless a place inside of it is known.
    #[cold]
    #[must_use]
    pub fn within(mut self, place: Segment, offset: usize) -> Self {
        self.0.path.wrap(place);
        self.or_offset(offset)
    }

    /// Does the same with a name. Takes scalars: a [`Segment`] would be made on the stack for every attribute.
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

    /// A required attribute that is absent. It has no place but that of the nest it should be in.
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

/// Shows the text, and with `{:#?}` the structure.
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

impl fmt::Display for DecodeErrorKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::Missing => write!(f, "is missing"),
            Self::Length { length, expected } => {
                write!(f, "has {}, expected {expected}", Bytes(length))
            }
            Self::VariableLength { length } => write!(f, "has {}, expected 4 or 8", Bytes(length)),
            Self::ListLength {
                length,
                head,
                element,
            } => write!(
                f,
                "has {}, expected {head} and a multiple of {element}",
                Bytes(length)
            ),
            Self::AddressLength { length } => {
                write!(f, "has {}, expected 4 or 16", Bytes(length))
            }
            Self::Bool { value } => write!(f, "is {value}, expected 0 or 1"),
            Self::ArrayLength { length, element } => {
                write!(f, "has {}, expected a multiple of {element}", Bytes(length))
            }
            Self::Refused { why } => f.write_str(why),
            Self::LengthRange { length, min, max } => write_range(f, length, min, max),
            Self::Unterminated => write!(f, "is a string without its terminating NUL"),
            Self::NotUtf8 => write!(f, "is a string, but not UTF-8"),
            Self::AttributeLength { length, left } => {
                write!(
                    f,
                    "holds an attribute that says it has {} where {left} are left",
                    Bytes(length.into())
                )
            }
            Self::StrayBytes { left } => {
                write!(f, "ends with {} too few for a header", Bytes(left))
            }
            Self::TooDeep => write_too_deep(f),
            Self::MessageLength { length, left } => {
                write!(
                    f,
                    "holds a message that says it has {} where {left} are left",
                    Bytes(length.try_into().unwrap_or(usize::MAX))
                )
            }
            Self::NoGenericHeader { length } => {
                write!(
                    f,
                    "has {} of payload, too few for a generic netlink header",
                    Bytes(length)
                )
            }
            Self::NoFixedHeader { length, expected } => {
                write!(
                    f,
                    "has {} behind its generic netlink header, too few for the family's own of {expected}",
                    Bytes(length)
                )
            }
            Self::NoErrorNumber { length } => {
                write!(
                    f,
                    "has {} of payload, too few for an error number",
                    Bytes(length)
                )
            }
            Self::Stub => write!(f, "belongs to a set whose description has mistakes"),
        }
    }
}
