//! Bytes recorded from a running kernel. `tests/fixtures/README.md` describes them.
//!
//! They are compiled into the test binaries, so that these run in any directory.

use serde::Deserialize;
use serde_json::Value;

/// The captures: name and text.
const CAPTURES: [(&str, &str); 4] = [
    ("events", include_str!("../fixtures/events.json")),
    ("in_kernel", include_str!("../fixtures/in_kernel.json")),
    (
        "subflow_info",
        include_str!("../fixtures/subflow_info.json"),
    ),
    ("userspace", include_str!("../fixtures/userspace.json")),
];

const POLICIES: &str = include_str!("../fixtures/policies.json");

/// The direction of a datagram.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Direction {
    /// A request to the kernel.
    Tx,
    /// An answer to a request.
    Rx,
    /// A multicast event.
    Event,
}

/// One recorded datagram.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Row {
    /// The label of the operation. A request and its answers have the same label.
    pub label: String,
    /// The direction of the datagram.
    pub direction: Direction,
    /// The whole datagram. It may contain several messages.
    #[serde(rename = "hex", deserialize_with = "bytes_from_hex")]
    pub bytes: Vec<u8>,
    /// The values that the recorder decoded: a string or null for a request, else a list with one object per message.
    pub meaning: Value,
}

impl Row {
    /// Returns the decoded values of each message. Requests have none.
    pub fn messages(&self) -> &[Value] {
        self.meaning.as_array().map_or(&[], Vec::as_slice)
    }
}

/// Returns all datagrams of one capture (`events`, `in_kernel`, `subflow_info` or `userspace`), in their order.
///
/// # Panics
///
/// Panics if there is no capture with that name.
pub fn rows(file: &str) -> Vec<Row> {
    let Some((_, text)) = CAPTURES.iter().find(|(name, _)| *name == file) else {
        panic!(
            "unknown capture `{file}`; the captures are {:?}",
            CAPTURES.map(|(name, _)| name)
        );
    };
    match serde_json::from_str(text) {
        Ok(rows) => rows,
        Err(error) => panic!("capture `{file}`: {error}"),
    }
}

/// Returns the datagrams with one label: the request, if there is one, then its answers and events.
///
/// # Panics
///
/// Panics if the capture does not have the label.
pub fn find(file: &str, label: &str) -> Vec<Row> {
    let found: Vec<_> = rows(file)
        .into_iter()
        .filter(|row| row.label == label)
        .collect();
    assert!(!found.is_empty(), "capture `{file}` has no label `{label}`");
    found
}

/// Returns the bytes of the first datagram with this label and direction.
///
/// # Panics
///
/// Panics if there is none.
pub fn bytes(file: &str, label: &str, direction: Direction) -> Vec<u8> {
    let row = find(file, label)
        .into_iter()
        .find(|row| row.direction == direction);
    row.unwrap_or_else(|| panic!("`{label}` in capture `{file}` has no {direction:?}"))
        .bytes
}

/// Returns the operations, groups and policies of every generic netlink family of the recorded kernel, by name.
///
/// # Panics
///
/// Panics if the recording is damaged.
pub fn families() -> serde_json::Map<String, Value> {
    #[derive(Deserialize)]
    struct Policies {
        families: serde_json::Map<String, Value>,
    }
    let policies: Policies = serde_json::from_str(POLICIES).expect("policies.json");
    policies.families
}

fn bytes_from_hex<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Vec<u8>, D::Error> {
    let hex = String::deserialize(deserializer)?;
    let digits: Option<Vec<_>> = hex.chars().map(|digit| digit.to_digit(16)).collect();
    let digits =
        digits.ok_or_else(|| serde::de::Error::custom("a character that is no hex digit"))?;
    if digits.len() % 2 == 1 {
        return Err(serde::de::Error::custom("an odd number of hex digits"));
    }
    let byte =
        |pair: &[u32]| u8::try_from(pair[0] << 4 | pair[1]).expect("two hex digits fit a byte");
    Ok(digits.chunks_exact(2).map(byte).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_capture_is_read_to_its_last_byte() {
        for (file, count) in [
            ("events", 153),
            ("in_kernel", 302),
            ("subflow_info", 92),
            ("userspace", 358),
        ] {
            let rows = rows(file);
            assert_eq!(rows.len(), count, "{file}");
            for row in &rows {
                assert!(row.bytes.len() >= 16, "{row:?}");
                assert_eq!(
                    row.messages().is_empty(),
                    row.direction == Direction::Tx,
                    "{row:?}"
                );
            }
        }
    }

    #[test]
    fn a_label_has_its_request_and_answers() {
        let found = find("in_kernel", "get-limits-default");
        let directions: Vec<_> = found.iter().map(|row| row.direction).collect();
        assert_eq!(directions, [Direction::Tx, Direction::Rx, Direction::Rx]);
        assert_eq!(found[0].meaning, "get-limits request");
        assert_eq!(found[1].messages()[0]["msg"], "get-limits");
        assert_eq!(
            bytes("in_kernel", "get-limits-default", Direction::Tx)[..5],
            [0x14, 0, 0, 0, 0x1c]
        );
    }

    #[test]
    fn a_request_may_have_no_meaning() {
        assert_eq!(
            find("in_kernel", "ctrl-getfamily-mptcp_pm")[0].meaning,
            Value::Null
        );
    }

    #[test]
    fn policies_hold_the_path_manager() {
        assert_eq!(
            families()["mptcp_pm"]["mcast"]
                .as_object()
                .map(serde_json::Map::len),
            Some(2)
        );
    }
}
