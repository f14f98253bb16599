//! The rows, one file for each family of them.

mod deep;
mod ethtool;
mod events;
mod growth;
mod mptcp;
mod netdev;
mod nlctrl;
mod ovs;
mod taskstats;
mod wide;
mod wireguard;

use genl::Family;

use crate::harness::Row;

/// The family of sets that are here for their form alone.
const FAMILY: Family = Family::new("forms", 1);

/// Every row, in the order of the table.
pub(crate) fn all() -> Vec<Row> {
    let rows = [
        mptcp::rows(),
        events::rows(),
        netdev::rows(),
        ethtool::rows(),
        nlctrl::rows(),
        ovs::rows(),
        wireguard::rows(),
        taskstats::rows(),
        wide::rows(),
        deep::rows(),
        growth::rows(&[10, 100, 1000]),
    ];
    rows.into_iter().flatten().collect()
}

/// Points of curves that have no line in the table.
pub(crate) fn more_points() -> Vec<Row> {
    let mut rows = mptcp::dumps(&[10, 100, 10_000, 100_000]);
    rows.extend(growth::rows(&[10_000, 100_000]));
    rows
}

/// The bytes under a name, in a text of lines `name hex`.
fn stored(text: &str, name: &str) -> Vec<u8> {
    let mut lines = text.lines().filter_map(|line| line.split_once(' '));
    let (_, hex) = lines.find(|(known, _)| *known == name).expect("a name");
    let digits: Vec<_> = hex.chars().filter_map(|digit| digit.to_digit(16)).collect();
    let bytes = digits.chunks_exact(2).map(|pair| pair[0] << 4 | pair[1]);
    bytes
        .map(|byte| u8::try_from(byte).expect("two digits"))
        .collect()
}

/// A message with these attributes, and with nothing else in its headers than its length.
fn with_headers(attributes: &[u8]) -> Vec<u8> {
    let length = u32::try_from(20 + attributes.len()).expect("a short message");
    [&length.to_ne_bytes(), &[0; 16][..], attributes].concat()
}
