//! Messages as the kernel writes them, without a sequence number unless told otherwise.

use super::ID;
use super::common::hex;

/// A message, padded to 4 bytes.
pub(crate) fn message(kind: u16, flags: u16, sequence: u32, payload: &str) -> Vec<u8> {
    let payload = hex(payload);
    let mut bytes = u32::try_from(16 + payload.len())
        .unwrap()
        .to_ne_bytes()
        .to_vec();
    bytes.extend(kind.to_ne_bytes());
    bytes.extend(flags.to_ne_bytes());
    bytes.extend(sequence.to_ne_bytes());
    // The port id of the socket; any will do.
    bytes.extend(4711u32.to_ne_bytes());
    bytes.extend(payload);
    bytes.resize(bytes.len().next_multiple_of(4), 0);
    bytes
}

/// The reply to `get-limits`.
pub(crate) fn limits(subflows: u8) -> Vec<u8> {
    message(
        ID,
        0,
        0,
        &format!("06 01 0000  0800 0200 08000000  0800 0300 {subflows:02x}000000"),
    )
}

/// The same message of the family with this id.
pub(crate) fn of(id: u16, mut message: Vec<u8>) -> Vec<u8> {
    message[4..6].copy_from_slice(&id.to_ne_bytes());
    message
}

/// A part of a dump of endpoints.
pub(crate) fn part(id: u8) -> Vec<u8> {
    message(
        ID,
        2,
        0,
        &format!("03 01 0000  0c00 0180  0500 0200 {id:02x} 000000"),
    )
}

/// The end of a dump.
pub(crate) fn done() -> Vec<u8> {
    message(3, 2, 0, "00000000")
}

/// `NLMSG_ERROR` with this number as it is on the wire, the header of a request, and what stands behind it.
pub(crate) fn ack(number: i32, detail: &str) -> Vec<u8> {
    let [a, b, c, d] = number.to_le_bytes();
    let flags = if detail.is_empty() { 0x100 } else { 0x300 };
    message(
        2,
        flags,
        0,
        &format!("{a:02x}{b:02x}{c:02x}{d:02x} 14000000 1c000500 00000000 00000000 {detail}"),
    )
}

/// What the controller tells of `mptcp_pm`, which it knows as `id`.
pub(crate) fn family(id: u16) -> Vec<u8> {
    let [low, high] = id.to_le_bytes();
    message(
        16,
        0,
        0,
        &format!(
            "01 02 0000  0d00 0200 6d707463705f706d00 000000  0600 0100 {low:02x}{high:02x} 0000"
        ),
    )
}

/// Gives this sequence number to the messages that have none.
pub(crate) fn numbered(datagram: &[u8], sequence: u32) -> Vec<u8> {
    let mut bytes = datagram.to_vec();
    let mut at = 0;
    while let Some(header) = bytes.get_mut(at..at + 16) {
        if header[8..12] == [0; 4] {
            header[8..12].copy_from_slice(&sequence.to_ne_bytes());
        }
        let length = u32::from_ne_bytes(header[..4].try_into().unwrap()) as usize;
        at += length.max(16).next_multiple_of(4);
    }
    bytes
}
