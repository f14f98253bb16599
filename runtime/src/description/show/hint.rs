//! Values in the form that people know them by.

use super::Hex;
use super::value::integer;
use crate::description::{DisplayHint, Kind};

/// Returns the value of a payload that matches its kind; `None` where it does not have this form.
pub(super) fn show(hint: DisplayHint, kind: &Kind, payload: &[u8]) -> Option<String> {
    match hint {
        DisplayHint::Mac => mac(payload),
        DisplayHint::Uuid => uuid(payload),
        DisplayHint::Hex => number(kind, payload).map(|(value, _)| format!("{value:#x}")),
        DisplayHint::Fourcc => fourcc(kind, payload),
    }
}

/// The bits of an integer, and how many bytes it has.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // the bits of at most 8 bytes
fn number(kind: &Kind, payload: &[u8]) -> Option<(u64, usize)> {
    let value = match kind {
        Kind::Integer(kind) => integer(*kind, payload),
        _ => return None,
    };
    let unused = 64 - 8 * payload.len().min(8);
    let bits = (value.ok()? as u64) << unused >> unused;
    Some((bits, payload.len()))
}

fn mac(payload: &[u8]) -> Option<String> {
    let bytes = payload.iter().map(|byte| format!("{byte:02x}"));
    (!payload.is_empty()).then(|| bytes.collect::<Vec<_>>().join(":"))
}

fn uuid(payload: &[u8]) -> Option<String> {
    let parts = [0..4, 4..6, 6..8, 8..10, 10..16].into_iter();
    let parts = parts.map(|part| payload.get(part).map(|part| Hex(part).to_string()));
    let parts = parts.collect::<Option<Vec<_>>>()?;
    (payload.len() == 16).then(|| parts.join("-"))
}

/// What is not printable is shown as any integer is.
fn fourcc(kind: &Kind, payload: &[u8]) -> Option<String> {
    let (bits, 4) = number(kind, payload)? else {
        return None;
    };
    let bytes = bits.to_le_bytes();
    let text = bytes.first_chunk::<4>()?;
    let printable = text
        .iter()
        .all(|byte| byte.is_ascii_graphic() || *byte == b' ');
    printable.then(|| format!("\"{}\"", text.escape_ascii()))
}
