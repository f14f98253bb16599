//! What is fuzzed. The fuzz targets feed these functions with any bytes, and the ordinary tests with the seeds.

#![allow(dead_code, reason = "each target uses its own part")]

pub(crate) mod answers;
pub(crate) mod captures;
pub(crate) mod crowded;
pub(crate) mod datagrams;
pub(crate) mod import;
pub(crate) mod kinds;
pub(crate) mod list;
pub(crate) mod seeds;
pub(crate) mod sets;
pub(crate) mod structured;

use allocation_counter::measure;

/// The length of the largest message that a kernel sends in practice: longer input is not looked at.
pub(crate) const MESSAGE: usize = 1 << 16;

/// The most bytes that reading a message may hold allocated at a time.
pub(crate) const MOST: u64 = 8 << 20;

/// Does something, within the bound of memory.
pub(crate) fn limited<T>(what: &str, work: impl FnOnce() -> T) -> T {
    limited_to(MOST, what, work)
}

/// Does something that may hold this many bytes allocated at a time.
pub(crate) fn limited_to<T>(most: u64, what: &str, work: impl FnOnce() -> T) -> T {
    let mut result = None;
    let counts = measure(|| result = Some(work()));
    assert!(
        counts.bytes_max <= most,
        "{what}: {} bytes are allocated at a time",
        counts.bytes_max
    );
    result.expect("it was done")
}
