//! What is wrong with bytes, and with which of them.

use core::fmt;
use core::ops::Range;

use crate::error::{DecodeError, DecodeErrorKind};

/// What is wrong with a part of a datagram, and with which bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Fault {
    /// What is wrong.
    pub kind: DecodeErrorKind,
    /// Where the attribute or message begins that is wrong, counted from the start of the datagram.
    pub offset: usize,
    /// The bytes that are wrong: those of a length, or of a payload. They lie in the datagram.
    pub bytes: Range<usize>,
}

impl Fault {
    /// A fault of what lies at `range` in the datagram, and begins with a header of so many bytes.
    pub(super) fn new(kind: DecodeErrorKind, range: &Range<usize>, header: usize) -> Self {
        let bytes = wrong(&kind, range, header);
        let clamp = |at: usize| at.clamp(range.start, range.end);
        Self {
            kind,
            offset: range.start,
            bytes: clamp(bytes.start)..clamp(bytes.end),
        }
    }

    /// What an error says of the bytes at `range`.
    pub(super) fn of(error: &DecodeError, range: &Range<usize>, header: usize) -> Self {
        Self::new(error.kind().clone(), range, header)
    }
}

fn wrong(kind: &DecodeErrorKind, range: &Range<usize>, header: usize) -> Range<usize> {
    use DecodeErrorKind as Kind;
    let (start, payload) = (range.start, range.start.saturating_add(header));
    match kind {
        // `nla_len` and `nlmsg_len` come first.
        Kind::AttributeLength { .. } => start..start.saturating_add(2),
        Kind::MessageLength { .. } => start..start.saturating_add(4),
        Kind::Unterminated => range.end.saturating_sub(1).max(payload)..range.end,
        Kind::StrayBytes { .. } => range.clone(),
        // An empty payload is a fault of the header.
        _ if payload >= range.end => range.clone(),
        _ => payload..range.end,
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} (at byte {})", self.kind, self.offset)
    }
}
