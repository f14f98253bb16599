//! Requests to the path manager and answers of the kernel, written by hand.

use genl::mptcp_pm::{AddAddr, Address};

use super::common::hex;

/// The id of the family `mptcp_pm` in the recordings.
pub(crate) const ID: u16 = 28;

/// The requests of a client, without their sequence numbers.
pub(crate) const GET_LIMITS: &str = "14000000 1c00 0100 00000000 00000000 06 01 0000";
pub(crate) const DUMP: &str = "14000000 1c00 0103 00000000 00000000 03 01 0000";
pub(crate) const FLUSH: &str = "14000000 1c00 0500 00000000 00000000 04 01 0000";
/// The request that adds [`endpoint`]: `addr` is at 20, and in it `family` is at 24 and `addr4` at 32.
pub(crate) const ADD: &str = "28000000 1c00 0500 00000000 00000000 01 01 0000
    1400 0180  0600 0100 0200 0000  0800 0300 0a000007";

pub(crate) fn endpoint() -> AddAddr {
    AddAddr {
        addr: Address::from(std::net::Ipv4Addr::new(10, 0, 0, 7)),
    }
}

/// Returns a message with this type, flags, sequence number and payload, padded to 4 bytes.
pub(crate) fn message(kind: u16, flags: u16, sequence: u32, payload: &str) -> Vec<u8> {
    let payload = hex(payload);
    let length = u32::try_from(16 + payload.len()).expect("a short message");
    let mut bytes = length.to_le_bytes().to_vec();
    bytes.extend(kind.to_le_bytes());
    bytes.extend(flags.to_le_bytes());
    bytes.extend(sequence.to_le_bytes());
    // The port id of the client, which may have any value.
    bytes.extend(4711u32.to_le_bytes());
    bytes.extend(payload);
    bytes.resize(bytes.len().next_multiple_of(4), 0);
    bytes
}

/// Returns a reply to `get-limits`: 36 bytes.
pub(crate) fn limits(sequence: u32, subflows: u8) -> Vec<u8> {
    let payload = format!("06 01 0000  0800 0200 08000000  0800 0300 {subflows:02x}000000");
    message(ID, 0, sequence, &payload)
}

/// Returns a part of a dump of endpoints: 32 bytes.
pub(crate) fn part(flags: u16, id: u8) -> Vec<u8> {
    let payload = format!("03 01 0000  0c00 0180  0500 0200 {id:02x} 000000");
    message(ID, flags, 0, &payload)
}

/// Returns the end of a dump, with the bytes after its error number.
pub(crate) fn done(flags: u16, errno: i32, detail: &str) -> Vec<u8> {
    let [a, b, c, d] = (-errno).to_le_bytes();
    message(
        3,
        flags,
        0,
        &format!("{a:02x}{b:02x}{c:02x}{d:02x} {detail}"),
    )
}

/// Returns an error or acknowledgement: the error number, 16 bytes of the request's header, and the bytes after it.
pub(crate) fn ack(flags: u16, errno: i32, detail: &str) -> Vec<u8> {
    let [a, b, c, d] = (-errno).to_le_bytes();
    let header = "28000000 1c00 0500 00000000 00000000";
    let payload = format!("{a:02x}{b:02x}{c:02x}{d:02x} {header} {detail}");
    message(2, flags, 0, &payload)
}
