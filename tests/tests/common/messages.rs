//! Requests to the path manager as a client sends them, and answers as the kernel does, written by hand.

use genl::mptcp_pm::{AddAddr, Address};

use super::common::hex;

/// The id that the family `mptcp_pm` was recorded under.
pub(crate) const ID: u16 = 28;

/// A client's requests, but for their sequence numbers.
pub(crate) const GET_LIMITS: &str = "14000000 1c00 0100 00000000 00000000 06 01 0000";
pub(crate) const DUMP: &str = "14000000 1c00 0103 00000000 00000000 03 01 0000";
pub(crate) const FLUSH: &str = "14000000 1c00 0500 00000000 00000000 04 01 0000";
/// Of [`endpoint`]: `addr` at 20, in it `family` at 24 and `addr4` at 32.
pub(crate) const ADD: &str = "28000000 1c00 0500 00000000 00000000 01 01 0000
    1400 0180  0600 0100 0200 0000  0800 0300 0a000007";

pub(crate) fn endpoint() -> AddAddr {
    AddAddr {
        addr: Address::from(std::net::Ipv4Addr::new(10, 0, 0, 7)),
    }
}

/// A message with this type, flags, sequence number and payload, padded to 4 bytes.
pub(crate) fn message(kind: u16, flags: u16, sequence: u32, payload: &str) -> Vec<u8> {
    let payload = hex(payload);
    let length = u32::try_from(16 + payload.len()).expect("a short message");
    let mut bytes = length.to_le_bytes().to_vec();
    bytes.extend(kind.to_le_bytes());
    bytes.extend(flags.to_le_bytes());
    bytes.extend(sequence.to_le_bytes());
    // The port id of the client; any will do.
    bytes.extend(4711u32.to_le_bytes());
    bytes.extend(payload);
    bytes.resize(bytes.len().next_multiple_of(4), 0);
    bytes
}

/// A reply to `get-limits`: 36 bytes.
pub(crate) fn limits(sequence: u32, subflows: u8) -> Vec<u8> {
    let payload = format!("06 01 0000  0800 0200 08000000  0800 0300 {subflows:02x}000000");
    message(ID, 0, sequence, &payload)
}

/// A part of a dump of endpoints: 32 bytes.
pub(crate) fn part(flags: u16, id: u8) -> Vec<u8> {
    let payload = format!("03 01 0000  0c00 0180  0500 0200 {id:02x} 000000");
    message(ID, flags, 0, &payload)
}

/// The end of a dump, with what stands behind its error number.
pub(crate) fn done(flags: u16, errno: i32, detail: &str) -> Vec<u8> {
    let [a, b, c, d] = (-errno).to_le_bytes();
    message(
        3,
        flags,
        0,
        &format!("{a:02x}{b:02x}{c:02x}{d:02x} {detail}"),
    )
}

/// An error or acknowledgement: the error number, 16 bytes of the request's header, and what stands behind it.
pub(crate) fn ack(flags: u16, errno: i32, detail: &str) -> Vec<u8> {
    let [a, b, c, d] = (-errno).to_le_bytes();
    let header = "28000000 1c00 0500 00000000 00000000";
    let payload = format!("{a:02x}{b:02x}{c:02x}{d:02x} {header} {detail}");
    message(2, flags, 0, &payload)
}
