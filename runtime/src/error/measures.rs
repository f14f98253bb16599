//! How errors tell lengths and depths.

use core::fmt;

/// So many bytes, in words.
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
    write!(f, "is nested more than {} deep", crate::wire::MAX_DEPTH)
}

/// How many bytes there are, and how many may be.
pub(super) fn write_range(
    f: &mut fmt::Formatter<'_>,
    length: usize,
    min: usize,
    max: usize,
) -> fmt::Result {
    write!(f, "has {}, ", Bytes(length))?;
    match (min, max) {
        (min, max) if min == max => write!(f, "expected {min}"),
        (0, max) => write!(f, "at most {max} are allowed"),
        (min, usize::MAX) => write!(f, "at least {min} are needed"),
        (min, max) => write!(f, "allowed are {min} to {max}"),
    }
}
