//! Names and values as text.

use core::fmt::Write;

use super::Hex;
use crate::description::DisplayHint;
use crate::inspect::tree::{Label, Node, Value};

/// Returns the name of a node. Empty for bytes that are not an attribute.
pub(super) fn label(node: &Node<'_>) -> String {
    let number = node.number;
    match node.label {
        Label::Name(name) => name.to_owned(),
        Label::Unknown => format!("#{number}"),
        Label::Element => number.to_string(),
        Label::Key(key) => format!("{key} {number}"),
        Label::Bytes => String::new(),
    }
}

/// Returns the value of a node; `None` for a flag, or if the node holds other nodes.
pub(super) fn value(node: &Node<'_>) -> Option<String> {
    match &node.value {
        Value::Present | Value::Nodes(_) => None,
        Value::Bytes(bytes) if node.label == Label::Unknown => Some(Hex(bytes).to_string()),
        value => {
            let mut text = String::new();
            write(&mut text, value, node.display_hint, node.payload.len());
            Some(text)
        }
    }
}

/// Appends a value whose payload has `length` bytes.
fn write(text: &mut String, value: &Value<'_>, hint: Option<DisplayHint>, length: usize) {
    if let Some(hinted) = hint.and_then(|hint| hinted(value, hint, length)) {
        return text.push_str(&hinted);
    }
    // Writing to a `String` does not fail.
    let _ = match value {
        Value::Present | Value::Nodes(_) => Ok(()),
        Value::Integer(value) | Value::Enumeration { value, name: None } => write!(text, "{value}"),
        Value::Enumeration {
            value,
            name: Some(name),
        } => write!(text, "{value} ({name})"),
        Value::Flags(bits) => write!(text, "{bits}"),
        Value::Bitfield32(bits) => {
            let [value, selector] = &**bits;
            write!(text, "{value} of {selector}")
        }
        Value::Bool(value) => write!(text, "{value}"),
        Value::Ip(address) => write!(text, "{address}"),
        Value::Text(bytes) => match core::str::from_utf8(bytes) {
            Ok(it) => write!(text, "{it:?}"),
            Err(_) => write!(text, "\"{}\"", bytes.escape_ascii()),
        },
        Value::Bytes([]) => write!(text, "no bytes"),
        Value::Bytes(bytes) => write!(text, "{}", Hex(bytes)),
        Value::List(values) => {
            let length = length.checked_div(values.len()).unwrap_or(0);
            text.push('[');
            for (index, value) in values.iter().enumerate() {
                text.push_str(if index == 0 { "" } else { ", " });
                write(text, value, hint, length);
            }
            text.push(']');
            Ok(())
        }
    };
}

/// Returns the value in the form of its display hint; `None` if it does not have that form.
fn hinted(value: &Value<'_>, hint: DisplayHint, length: usize) -> Option<String> {
    match (hint, value) {
        (DisplayHint::Mac, Value::Bytes(bytes)) if !bytes.is_empty() => {
            let bytes = bytes.iter().map(|byte| format!("{byte:02x}"));
            Some(bytes.collect::<Vec<_>>().join(":"))
        }
        (DisplayHint::Uuid, Value::Bytes(bytes)) if bytes.len() == 16 => {
            let parts = [0..4, 4..6, 6..8, 8..10, 10..16].into_iter();
            let parts = parts.map(|part| bytes.get(part).map(|part| Hex(part).to_string()));
            Some(parts.collect::<Option<Vec<_>>>()?.join("-"))
        }
        (DisplayHint::Hex, Value::Integer(value)) => Some(format!("{:#x}", bits(*value, length))),
        (DisplayHint::Fourcc, Value::Integer(value)) if length == 4 => fourcc(bits(*value, 4)),
        _ => None,
    }
}

/// Returns the bits of an integer of this many bytes.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // the bits of at most 8 bytes
const fn bits(value: i128, length: usize) -> u64 {
    let unused = if length < 8 {
        64 - 8 * length as u32
    } else {
        0
    };
    match u64::MAX.checked_shr(unused) {
        Some(mask) => value as u64 & mask,
        None => 0,
    }
}

/// Not every value is printable. The others are shown as integers.
fn fourcc(bits: u64) -> Option<String> {
    let bytes = bits.to_le_bytes();
    let text = bytes.first_chunk::<4>()?;
    let is_printable = |byte: &u8| byte.is_ascii_graphic() || *byte == b' ';
    let printable = text.iter().all(is_printable);
    printable.then(|| format!("\"{}\"", text.escape_ascii()))
}

/// Appends to a text; never fails.
pub(super) fn append(text: &mut String, what: impl core::fmt::Display) {
    let _ = write!(text, "{what}");
}
