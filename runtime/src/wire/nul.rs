//! Searches for a NUL several bytes at a time. Most strings are too short for the loop of `contains` to be fast.

/// Returns whether `text` contains a NUL.
pub(crate) fn has_nul(text: &[u8]) -> bool {
    if let Some(last) = text.last_chunk() {
        let all = text.chunks_exact(8).filter_map(|bytes| bytes.first_chunk());
        return all.fold(zeros(last), |found, bytes| found | zeros(bytes)) != 0;
    }
    text.contains(&0)
}

/// Copies `text` to `place`, which has the same length, and returns whether it contains a NUL.
///
/// A text of up to 32 bytes is read once, in two pieces that may overlap.
#[inline]
pub(super) fn copy(text: &[u8], place: &mut [u8]) -> bool {
    match text.len() {
        4..8 => two(text, place, |four| zeros(&with_ones(*four))),
        8..=16 => two(text, place, zeros),
        17..=32 => two(text, place, |bytes: &[u8; 16]| {
            let (first, last) = bytes.split_at(8);
            let eight = |bytes: &[u8]| bytes.first_chunk().map_or(0, zeros);
            eight(first) | eight(last)
        }),
        _ => {
            if let Some(place) = place.get_mut(..text.len()) {
                place.copy_from_slice(text);
            }
            has_nul(text)
        }
    }
}

#[inline]
fn two<const N: usize>(text: &[u8], place: &mut [u8], zeros: impl Fn(&[u8; N]) -> u64) -> bool {
    let mut found = 0;
    if let (Some(text), Some(place)) = (text.first_chunk(), place.first_chunk_mut()) {
        *place = *text;
        found |= zeros(text);
    }
    if let (Some(text), Some(place)) = (text.last_chunk(), place.last_chunk_mut()) {
        *place = *text;
        found |= zeros(text);
    }
    found != 0
}

#[inline]
const fn with_ones([b0, b1, b2, b3]: [u8; 4]) -> [u8; 8] {
    [b0, b1, b2, b3, 1, 1, 1, 1]
}

/// Returns a number that is 0 if and only if no byte is zero.
#[inline]
#[allow(clippy::trivially_copy_pass_by_ref)] // takes a reference like its siblings
const fn zeros(bytes: &[u8; 8]) -> u64 {
    const LOW: u64 = u64::from_ne_bytes([0x01; 8]);
    const HIGH: u64 = u64::from_ne_bytes([0x80; 8]);
    let bytes = u64::from_ne_bytes(*bytes);
    // The borrow sets the high bit of each zero byte, and possibly of the byte above it.
    bytes.wrapping_sub(LOW) & !bytes & HIGH
}
