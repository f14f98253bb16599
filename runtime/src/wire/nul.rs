//! Looking for a NUL, eight bytes at a time: most texts are too short for the loop of `contains` to get going.

/// Whether there is a NUL in a text.
pub(crate) fn has_nul(text: &[u8]) -> bool {
    if let Some(last) = text.last_chunk() {
        let all = text.chunks_exact(8).filter_map(|bytes| bytes.first_chunk());
        return all.fold(zeros(last), |found, bytes| found | zeros(bytes)) != 0;
    }
    text.contains(&0)
}

/// Copies a text to as many bytes; tells whether there is a NUL in it. To go through it once takes less than to do the one and
/// then the other.
#[inline]
pub(super) fn copy(text: &[u8], place: &mut [u8]) -> bool {
    let (Some(last), Some(place_of_last)) = (text.last_chunk(), place.last_chunk_mut()) else {
        for (place, byte) in place.iter_mut().zip(text) {
            *place = *byte;
        }
        return text.contains(&0);
    };
    *place_of_last = *last;
    let mut found = zeros(last);
    for (place, bytes) in place.chunks_exact_mut(8).zip(text.chunks_exact(8)) {
        if let (Some(place), Some(bytes)) = (place.first_chunk_mut(), bytes.first_chunk()) {
            *place = *bytes;
            found |= zeros(bytes);
        }
    }
    found != 0
}

/// The high bits of bytes that are zero, and of some above a zero; 0 if none is.
#[inline]
const fn zeros(bytes: &[u8; 8]) -> u64 {
    const LOW: u64 = u64::from_ne_bytes([0x01; 8]);
    const HIGH: u64 = u64::from_ne_bytes([0x80; 8]);
    let bytes = u64::from_ne_bytes(*bytes);
    // A borrow reaches the high bit of a byte that had none: a zero, or one above a zero.
    bytes.wrapping_sub(LOW) & !bytes & HIGH
}
