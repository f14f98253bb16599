//! Reading the stored bytes, and calling codecs directly.

use genl::{AttributeSet, Attributes, DecodeError};

/// Returns the bytes with a name, from a text of lines `name hex`. A line that starts with `#` is a comment.
pub(crate) fn stored(text: &str, name: &str) -> Vec<u8> {
    let lines = text.lines().filter(|line| !line.starts_with('#'));
    let hex = lines
        .filter_map(|line| line.split_once(' '))
        .find_map(|(known, hex)| (known == name).then_some(hex))
        .unwrap_or_else(|| panic!("no bytes are named `{name}`"));
    let digits: Vec<_> = hex.chars().filter_map(|digit| digit.to_digit(16)).collect();
    let bytes = digits.chunks_exact(2).map(|pair| pair[0] << 4 | pair[1]);
    bytes
        .map(|byte| u8::try_from(byte).expect("two digits"))
        .collect()
}

/// Decodes a set from the attributes of a message.
pub(crate) fn decode<S: AttributeSet>(bytes: &[u8]) -> Result<S::View<'_>, DecodeError> {
    S::decode(Attributes::new(bytes, 20))
}

/// Checks that every prefix, and every replaced byte, gives a value or an error.
pub(crate) fn never_panics<S: AttributeSet>(bytes: &[u8]) {
    for end in 0..bytes.len() {
        let _ = decode::<S>(&bytes[..end]);
    }
    let mut bytes = bytes.to_vec();
    for place in 0..bytes.len() {
        let kept = bytes[place];
        for flip in [0xff, 0x80, 0x40, 1] {
            bytes[place] = kept ^ flip;
            let _ = decode::<S>(&bytes);
        }
        bytes[place] = kept;
    }
}
