//! The rows of the table, one file per family.

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

/// The family of the sets that exist only for this benchmark.
const FAMILY: Family = Family::new("forms", 1);

/// Returns every row, in the order of the table.
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

/// Returns the points of curves that have no line in the table.
pub(crate) fn more_points() -> Vec<Row> {
    let mut rows = mptcp::dumps(&[10, 100, 10_000, 100_000]);
    rows.extend(growth::rows(&[10_000, 100_000]));
    rows
}

/// Returns the bytes with a name, from a text of lines `name hex`.
fn stored(text: &str, name: &str) -> Vec<u8> {
    let mut lines = text.lines().filter_map(|line| line.split_once(' '));
    let (_, hex) = lines.find(|(known, _)| *known == name).expect("a name");
    let digits: Vec<_> = hex.chars().filter_map(|digit| digit.to_digit(16)).collect();
    let bytes = digits.chunks_exact(2).map(|pair| pair[0] << 4 | pair[1]);
    bytes
        .map(|byte| u8::try_from(byte).expect("two digits"))
        .collect()
}

/// Returns a message with these attributes. Its headers contain only the length.
fn with_headers(attributes: &[u8]) -> Vec<u8> {
    let length = u32::try_from(20 + attributes.len()).expect("a short message");
    [&length.to_ne_bytes(), &[0; 16][..], attributes].concat()
}
