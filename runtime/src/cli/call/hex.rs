//! Parses bytes.

use genl::description::DisplayHint;
use serde_json::Value;

use super::value::needs;

/// Parses bytes: `0x0102`, or pairs of digits that are separated by colons or dashes, or a UUID.
pub(super) fn bytes(value: &Value, hint: Option<DisplayHint>) -> Result<Vec<u8>, String> {
    const FORM: &str = "bytes such as `0x0102` or `01:02`";
    let text = match value {
        Value::String(text) => text,
        Value::Array(list) => {
            let bytes = list
                .iter()
                .map(|it| it.as_u64().and_then(|it| u8::try_from(it).ok()));
            return bytes
                .collect::<Option<_>>()
                .ok_or_else(|| needs(value, FORM).why);
        }
        _ => return Err(needs(value, FORM).why),
    };
    let digits = match text.strip_prefix("0x") {
        Some(digits) => digits.to_owned(),
        None if text.is_empty() => String::new(),
        None if hint == Some(DisplayHint::Uuid) => text.replace('-', ""),
        None => {
            let pairs: Vec<_> = text.split([':', '-']).collect();
            if pairs.len() < 2 || pairs.iter().any(|pair| pair.len() != 2) {
                return Err(needs(value, FORM).why);
            }
            pairs.concat()
        }
    };
    from_hex(&digits).ok_or_else(|| needs(value, FORM).why)
}

/// Parses pairs of digits.
pub(crate) fn from_hex(digits: &str) -> Option<Vec<u8>> {
    let digits = digits.as_bytes();
    if digits.len() % 2 != 0 {
        return None;
    }
    let digit = |digit: u8| {
        let value = char::from(digit).to_digit(16)?;
        u8::try_from(value).ok()
    };
    let pairs = digits.chunks_exact(2);
    pairs
        .map(|pair| match pair {
            [high, low] => Some(digit(*high)? << 4 | digit(*low)?),
            _ => None,
        })
        .collect()
}
