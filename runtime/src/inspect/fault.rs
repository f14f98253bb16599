//! What is wrong with a part of a datagram, and which bytes.

use core::fmt;
use core::ops::Range;

use crate::error::{DecodeError, DecodeErrorKind};

/// What is wrong with a part of a datagram, and which bytes.
///
/// ```
/// use genl::inspect::{Direction, Inspector};
///
/// # if cfg!(target_endian = "little") {
/// // The length of this message is 20, but only 18 bytes were received.
/// let datagram = [20, 0, 0, 0, 28, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0, 0, 6, 1];
/// let tree = Inspector::new(&[]).inspect(&datagram, Direction::ToKernel);
/// let fault = tree.messages[0].fault.as_ref().expect("a malformed message");
/// assert_eq!(fault.to_string(), "contains a message of length 20, but only 18 bytes are left (at byte 0)");
/// assert_eq!(fault.bytes, 0..4);
/// # }
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Fault {
    /// The reason.
    pub kind: DecodeErrorKind,
    /// The byte of the datagram at which the malformed attribute or message begins.
    pub offset: usize,
    /// The bytes that are wrong, as positions in the datagram: those of a length, or of a payload.
    pub bytes: Range<usize>,
}

impl Fault {
    /// Creates the fault of the part at `range` in the datagram, which begins with a header of this many bytes.
    pub(super) fn new(kind: DecodeErrorKind, range: &Range<usize>, header: usize) -> Self {
        let bytes = wrong(&kind, range, header);
        let clamp = |at: usize| at.clamp(range.start, range.end);
        Self {
            kind,
            offset: range.start,
            bytes: clamp(bytes.start)..clamp(bytes.end),
        }
    }

    /// Creates a fault from the error in decoding the bytes at `range`.
    pub(super) fn of(error: &DecodeError, range: &Range<usize>, header: usize) -> Self {
        Self::new(error.kind().clone(), range, header)
    }
}

fn wrong(kind: &DecodeErrorKind, range: &Range<usize>, header: usize) -> Range<usize> {
    use DecodeErrorKind as Kind;
    let (start, payload) = (range.start, range.start.saturating_add(header));
    match kind {
        // `nla_len` and `nlmsg_len` come first in their headers.
        Kind::AttributeLength { .. } => start..start.saturating_add(2),
        Kind::MessageLength { .. } => start..start.saturating_add(4),
        Kind::Unterminated => range.end.saturating_sub(1).max(payload)..range.end,
        Kind::StrayBytes { .. } => range.clone(),
        // If the payload is empty, the header is wrong.
        _ if payload >= range.end => range.clone(),
        _ => payload..range.end,
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} (at byte {})", self.kind, self.offset)
    }
}
