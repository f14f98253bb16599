//! What is wrong with a value that is written.

use core::fmt;

use super::measures::{write_range, write_too_deep};
use super::path::{Path, Segment};

/// A value that its description does not allow on the wire.
#[derive(Clone, PartialEq, Eq)]
pub struct EncodeError(Box<EncodeFault>);

#[derive(Clone, PartialEq, Eq)]
struct EncodeFault {
    path: Path,
    kind: EncodeErrorKind,
}

/// What is wrong with the value.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum EncodeErrorKind {
    /// An integer outside of its `min` and `max`.
    Range {
        /// The value.
        value: i128,
        /// The least allowed, if bounded.
        min: Option<i128>,
        /// The most allowed, if bounded.
        max: Option<i128>,
    },
    /// A string or binary outside of its `min_len` and `max_len`.
    LengthRange {
        /// Bytes of the value, without a terminating NUL.
        length: usize,
        /// The least allowed.
        min: usize,
        /// The most allowed; `usize::MAX` is no bound.
        max: usize,
    },
    /// A `bitfield32` with bits outside of its selector.
    Selector {
        /// The bits.
        value: u32,
        /// Which bits are meant.
        selector: u32,
    },
    /// An author's own codec refused the value.
    Refused {
        /// What it says.
        why: &'static str,
    },
    /// A string with a NUL inside.
    InteriorNul,
    /// A number, key or index that needs more than the 14 bits that it has.
    Number {
        /// The number.
        number: u32,
        /// The greatest one.
        max: u16,
    },
    /// An unknown attribute with the number of an attribute that the set declares.
    Declared {
        /// The number.
        number: u16,
        /// The name of the declared attribute; `pad` for the pad attribute of the set.
        name: &'static str,
    },
    /// Attributes are nested deeper than [`MAX_DEPTH`](crate::wire::MAX_DEPTH).
    TooDeep,
    /// More bytes than the length field can tell: 65,535 in an attribute.
    TooLong {
        /// Bytes, header included.
        length: usize,
    },
}

impl EncodeError {
    #[cold]
    pub(crate) fn new(kind: EncodeErrorKind) -> Self {
        Self(Box::new(EncodeFault {
            path: Path::default(),
            kind,
        }))
    }

    /// What is wrong.
    pub fn kind(&self) -> &EncodeErrorKind {
        &self.0.kind
    }

    /// The attribute; empty for the message itself.
    pub fn path(&self) -> &Path {
        &self.0.path
    }

    pub(crate) fn within(mut self, place: Segment) -> Self {
        self.0.path.wrap(place);
        self
    }
}

impl core::error::Error for EncodeError {}

/// Shows the text, and with `{:#?}` the structure.
impl fmt::Debug for EncodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !f.alternate() {
            return fmt::Display::fmt(self, f);
        }
        let EncodeFault { path, kind } = &*self.0;
        f.debug_struct("EncodeError")
            .field("path", path)
            .field("kind", kind)
            .finish()
    }
}

impl fmt::Display for EncodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let EncodeFault { path, kind } = &*self.0;
        if path.is_empty() {
            write!(f, "the message {kind}")
        } else {
            write!(f, "attribute `{path}` {kind}")
        }
    }
}

impl fmt::Display for EncodeErrorKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::Range {
                value,
                min: Some(min),
                max: Some(max),
            } => {
                write!(f, "is {value}, allowed are {min} to {max}")
            }
            Self::Range {
                value,
                min: Some(min),
                max: None,
            } => write!(f, "is {value}, at least {min} is allowed"),
            Self::Range {
                value,
                max: Some(max),
                ..
            } => write!(f, "is {value}, at most {max} is allowed"),
            Self::Range { value, .. } => write!(f, "is {value}, which is not allowed"),
            Self::LengthRange { length, min, max } => write_range(f, length, min, max),
            Self::Selector { value, selector } => {
                write!(
                    f,
                    "sets bits {value:#x}, its selector has only {selector:#x}"
                )
            }
            Self::Refused { why } => f.write_str(why),
            Self::InteriorNul => write!(f, "is a string with a NUL inside"),
            Self::Number { number, max } => {
                write!(f, "is numbered {number}, at most {max} is allowed")
            }
            Self::Declared { number, name } => {
                write!(
                    f,
                    "is among the unknown attributes, but the set declares number {number} as `{name}`"
                )
            }
            Self::TooDeep => write_too_deep(f),
            Self::TooLong { length } => {
                write!(f, "has {length} bytes, more than its length field can tell")
            }
        }
    }
}
