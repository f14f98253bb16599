//! Decoded attributes, as JSON and as text.

use genl::description::{AttributeSet, DisplayHint, Kind};
use genl::inspect::{Bits, Label, Node, Value as Said};
use serde_json::{Map, Value};

use crate::style::{KEPT, Line, NAME, NOTE, PLAIN};

/// Returns the attributes of a set as JSON, in the form of a request. Keys are names, or numbers where an attribute has no name.
/// Repeated attributes are arrays.
pub(crate) fn json(nodes: &[Node<'_>], set: Option<&AttributeSet>) -> Value {
    let mut map = Map::new();
    for node in nodes {
        let kind = set
            .and_then(|set| set.attribute(node.number))
            .map(|attribute| &attribute.kind);
        let key = match node.label {
            Label::Name(name) => name.to_owned(),
            Label::Bytes => "malformed".to_owned(),
            _ => node.number.to_string(),
        };
        let value = value(node, kind);
        let repeats = matches!(kind, Some(Kind::Multi(_)));
        match map.get_mut(&key) {
            None if repeats => {
                map.insert(key, Value::Array(vec![value]));
            }
            None => {
                map.insert(key, value);
            }
            Some(Value::Array(list)) => list.push(value),
            Some(first) => *first = Value::Array(vec![first.take(), value]),
        }
    }
    map.into()
}

fn value(node: &Node<'_>, kind: Option<&Kind>) -> Value {
    let kind = match kind {
        Some(Kind::Multi(element)) => Some(*element),
        kind => kind,
    };
    match &node.value {
        Said::Nodes(nodes) => nested(nodes, kind),
        // As text, like in requests.
        Said::Bytes(_) if node.display_hint == Some(DisplayHint::Mac) => node.text().into(),
        Said::Bytes(_) if node.display_hint == Some(DisplayHint::Uuid) => node.text().into(),
        said => said_value(said),
    }
}

fn nested(nodes: &[Node<'_>], kind: Option<&Kind>) -> Value {
    let element = match kind {
        Some(Kind::Indexed(_, element) | Kind::Keyed(_, element)) => Some(*element),
        _ => None,
    };
    match nodes.first().map(|node| node.label) {
        Some(Label::Element) => nodes.iter().map(|node| value(node, element)).collect(),
        Some(Label::Key(_)) => {
            let entries = nodes.iter().map(|node| {
                let inner = match &node.value {
                    Said::Nodes(inner) if is_keyed(inner) => nested(inner, kind),
                    _ => value(node, element),
                };
                (node.number.to_string(), inner)
            });
            Value::Object(entries.collect())
        }
        None if element.is_some() => Value::Array(Vec::new()),
        _ => json(nodes, kind.and_then(Kind::nested)),
    }
}

fn is_keyed(nodes: &[Node<'_>]) -> bool {
    nodes
        .first()
        .is_some_and(|node| matches!(node.label, Label::Key(_)))
}

fn said_value(said: &Said<'_>) -> Value {
    match said {
        Said::Present => true.into(),
        Said::Integer(value) | Said::Enumeration { value, name: None } => integer(*value),
        Said::Enumeration { name, .. } => (*name).into(),
        Said::Flags(bits) => flags(bits),
        Said::Bitfield32(both) => {
            let [value, selector] = &**both;
            serde_json::json!({ "value": flags(value), "selector": flags(selector) })
        }
        Said::Bool(value) => (*value).into(),
        Said::Ip(address) => address.to_string().into(),
        Said::Text(bytes) => String::from_utf8_lossy(bytes).into(),
        Said::Bytes(bytes) => hex(bytes).into(),
        Said::List(values) => values.iter().map(said_value).collect(),
        Said::Nodes(nodes) => json(nodes, None),
        _ => Value::Null,
    }
}

pub(crate) fn integer(value: i128) -> Value {
    match (u64::try_from(value), i64::try_from(value)) {
        (Ok(value), _) => value.into(),
        (_, Ok(value)) => value.into(),
        _ => value.to_string().into(),
    }
}

/// Returns the names of the flags that are set, and the bits without a name as one number.
fn flags(bits: &Bits) -> Value {
    let names = bits.names.iter().map(|name| Value::from(*name));
    let unnamed = (bits.unnamed != 0).then(|| bits.unnamed.into());
    names.chain(unnamed).collect()
}

/// Returns bytes as `0x0102`.
pub(crate) fn hex(bytes: &[u8]) -> String {
    let digits = bytes.iter().map(|byte| format!("{byte:02x}"));
    format!("0x{}", digits.collect::<Vec<_>>().concat())
}

/// Appends nodes to a line: `family: 2 (inet), addr4: 10.0.0.2`.
pub(crate) fn append(mut line: Line, nodes: &[Node<'_>]) -> Line {
    for (index, node) in nodes.iter().enumerate() {
        if index > 0 {
            line = line.with(PLAIN, ", ");
        }
        line = line.with(NAME, node.title());
        if let Said::Nodes(inner) = &node.value {
            line = append(line.with(PLAIN, " { "), inner).with(PLAIN, " }");
        } else if let (Label::Unknown, Said::Bytes(bytes)) = (node.label, &node.value) {
            if let Some(text) = node.text().filter(|text| !text.is_empty()) {
                line = line.with(PLAIN, format!(":{KEPT}{text}"));
            }
            line = line.with(NOTE, format!(" ({})", together(&guess(bytes))));
        } else if let Some(text) = node.text() {
            line = line.with(PLAIN, format!(":{KEPT}{}", together(&text)));
        }
        if let Some(fault) = &node.fault {
            line = line.with(NOTE, format!(" (malformed: {fault})"));
        }
    }
    line
}

/// Keeps a short value on one line, although it has spaces.
fn together(text: &str) -> String {
    const SHORT: usize = 40;
    if text.len() > SHORT {
        return text.to_owned();
    }
    text.replace(' ', &KEPT.to_string())
}

/// Returns the length of bytes without a description, and what they could mean.
fn guess(bytes: &[u8]) -> String {
    let length = match bytes.len() {
        1 => "1 byte".to_owned(),
        length => format!("{length} bytes"),
    };
    let is_text = |text: &&[u8]| {
        !text.is_empty()
            && text
                .iter()
                .all(|byte| byte.is_ascii_graphic() || *byte == b' ')
    };
    if let Some(text) = bytes.strip_suffix(&[0]).filter(is_text) {
        return format!("{length}, \"{}\"", text.escape_ascii());
    }
    let integer = match *bytes {
        [byte] => Some(byte.into()),
        [a, b] => Some(u16::from_ne_bytes([a, b]).into()),
        [a, b, c, d] => Some(u32::from_ne_bytes([a, b, c, d]).into()),
        _ => bytes.try_into().ok().map(u64::from_ne_bytes),
    };
    match integer {
        Some(integer) => format!("{length}, {integer}"),
        None => length,
    }
}

/// Returns whether one of the nodes is malformed.
pub(crate) fn is_malformed(nodes: &[Node<'_>]) -> bool {
    nodes
        .iter()
        .any(|node| node.fault.is_some() || is_malformed(node.children()))
}
