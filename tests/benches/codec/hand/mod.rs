//! The part that all codecs by hand share.

mod read;
mod write;

pub(crate) use read::{
    attributes, byte, c_struct, filled, ipv4, ipv6, kept, message, messages, number, port, room,
    short, signed, text, wide, word,
};
pub(crate) use write::{Space, put_kept, put_message};

use genl::wire::MAX_DEPTH;

const NESTED: u16 = 0x8000;
const NET_BYTEORDER: u16 = 0x4000;

/// Returns the padded length of `length` bytes.
pub(crate) const fn align(length: usize) -> usize {
    (length + 3) & !3
}

/// Checks eight bytes at a time. Most texts are too short for the loop of `contains`.
#[inline(always)]
fn has_nul(text: &[u8]) -> bool {
    const LOW: u64 = u64::from_ne_bytes([0x01; 8]);
    const HIGH: u64 = u64::from_ne_bytes([0x80; 8]);
    let eight = |bytes: &[u8; 8]| {
        let bytes = u64::from_ne_bytes(*bytes);
        bytes.wrapping_sub(LOW) & !bytes & HIGH
    };
    let Some(last) = text.last_chunk() else {
        return text.contains(&0);
    };
    let all = text.chunks_exact(8).filter_map(|bytes| bytes.first_chunk());
    all.fold(eight(last), |found, bytes| found | eight(bytes)) != 0
}

/// Returns the depth inside of a nest of a recursive set, with the limit of genl.
#[inline(always)]
pub(crate) fn deeper(depth: u8) -> Option<u8> {
    (depth < MAX_DEPTH).then_some(depth + 1)
}
