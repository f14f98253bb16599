//! Why a value cannot be encoded.

use core::fmt;

use super::measures::{write_range, write_too_deep};
use super::path::{Path, Segment};

/// Why a value cannot be encoded: the reason, and the attribute. Nothing is sent.
///
/// ```
/// use genl::AttributeSet;
/// use genl::error::EncodeErrorKind;
/// use genl::nlctrl::GetFamily;
///
/// let family_name = Some("a_name_that_is_too_long".to_owned());
/// let request = GetFamily { family_id: None, family_name };
/// let error = request.to_bytes().unwrap_err();
/// assert_eq!(error.to_string(), "attribute `family-name` has 23 bytes, expected at most 15");
/// assert_eq!(error.path().to_string(), "family-name");
/// assert_eq!(error.kind(), &EncodeErrorKind::LengthRange { length: 23, min: 0, max: 15 });
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct EncodeError(Box<EncodeFault>);

#[derive(Clone, PartialEq, Eq)]
struct EncodeFault {
    path: Path,
    kind: EncodeErrorKind,
}

/// The reasons why a value cannot be encoded.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum EncodeErrorKind {
    /// An integer is outside of its `min` and `max`.
    Range {
        /// The value.
        value: i128,
        /// The least allowed, if bounded.
        min: Option<i128>,
        /// The most allowed, if bounded.
        max: Option<i128>,
    },
    /// A string or binary is outside of its `min_len` and `max_len`.
    LengthRange {
        /// Bytes of the value, without a terminating NUL.
        length: usize,
        /// The least allowed.
        min: usize,
        /// The most allowed; `usize::MAX` if there is no bound.
        max: usize,
    },
    /// A `bitfield32` has bits outside of its selector.
    Selector {
        /// The bits.
        value: u32,
        /// The bits that are selected.
        selector: u32,
    },
    /// The author's own codec refused the value.
    Refused {
        /// The reason it gives.
        why: &'static str,
    },
    /// A string contains a NUL.
    InteriorNul,
    /// The number of an attribute (or a key or an index) has more than 14 bits.
    Number {
        /// The number.
        number: u32,
        /// The greatest one.
        max: u16,
    },
    /// An unknown attribute has the number of an attribute that the set declares.
    Declared {
        /// The number.
        number: u16,
        /// The name of the declared attribute; `pad` for the pad attribute of the set.
        name: &'static str,
    },
    /// Attributes are nested deeper than [`MAX_DEPTH`](crate::wire::MAX_DEPTH).
    TooDeep,
    /// The length does not fit into its length field, which holds at most 65,535 in an attribute.
    TooLong {
        /// Bytes, including the header.
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

    /// Returns the reason.
    pub fn kind(&self) -> &EncodeErrorKind {
        &self.0.kind
    }

    /// Returns the path of the attribute. It is empty if the error is about the message itself.
    pub fn path(&self) -> &Path {
        &self.0.path
    }

    pub(crate) fn within(mut self, place: Segment) -> Self {
        self.0.path.wrap(place);
        self
    }
}

impl core::error::Error for EncodeError {}

/// Shows the text. `{:#?}` shows the structure.
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
                write!(f, "is {value}, expected {min} to {max}")
            }
            Self::Range {
                value,
                min: Some(min),
                max: None,
            } => write!(f, "is {value}, expected at least {min}"),
            Self::Range {
                value,
                max: Some(max),
                ..
            } => write!(f, "is {value}, expected at most {max}"),
            Self::Range { value, .. } => write!(f, "is {value}, which is out of range"),
            Self::LengthRange { length, min, max } => write_range(f, length, min, max),
            Self::Selector { value, selector } => {
                write!(f, "sets bits {value:#x}, but its selector is {selector:#x}")
            }
            Self::Refused { why } => f.write_str(why),
            Self::InteriorNul => write!(f, "is a string that contains a NUL"),
            Self::Number { number, max } => {
                write!(f, "has number {number}, expected at most {max}")
            }
            Self::Declared { number, name } => {
                write!(
                    f,
                    "is kept as unknown, but the set declares number {number} as `{name}`"
                )
            }
            Self::TooDeep => write_too_deep(f),
            Self::TooLong { length } => {
                write!(f, "has {length} bytes, more than its length field can hold")
            }
        }
    }
}
