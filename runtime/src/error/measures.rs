//! How errors show lengths and depths.

use core::fmt;

/// A number of bytes, with its unit.
pub(super) struct Bytes(pub(super) usize);

impl fmt::Display for Bytes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(length) = self;
        write!(
            f,
            "{length} {}",
            if *length == 1 { "byte" } else { "bytes" }
        )
    }
}

pub(super) fn write_too_deep(f: &mut fmt::Formatter<'_>) -> fmt::Result {
    write!(
        f,
        "is nested more than {} levels deep",
        crate::wire::MAX_DEPTH
    )
}

/// Writes how many bytes there are, and how many are expected.
pub(super) fn write_range(
    f: &mut fmt::Formatter<'_>,
    length: usize,
    min: usize,
    max: usize,
) -> fmt::Result {
    write!(f, "has {}, ", Bytes(length))?;
    match (min, max) {
        (min, max) if min == max => write!(f, "expected {min}"),
        (0, max) => write!(f, "expected at most {max}"),
        (min, usize::MAX) => write!(f, "expected at least {min}"),
        (min, max) => write!(f, "expected {min} to {max}"),
    }
}

/// Writes what is wrong with the length of an attribute or a message.
pub(super) fn write_length(
    f: &mut fmt::Formatter<'_>,
    what: &str,
    length: u32,
    header: u32,
    left: usize,
) -> fmt::Result {
    write!(f, "contains {what} of length {length}, ")?;
    if length < header {
        write!(f, "less than its header of {header} bytes")
    } else {
        write!(f, "but only {left} bytes are left")
    }
}
