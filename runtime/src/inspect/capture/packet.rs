//! Datagrams of a capture.

use core::time::Duration;

use crate::inspect::{Direction, Inspector, Tree};

/// The bytes in front of a datagram: packet type, device type, 10 bytes that netlink does not use, and protocol.
const COOKED: usize = 16;

/// `PACKET_USER` and `PACKET_KERNEL` (`include/uapi/linux/if_packet.h`), as an interface of the kind `nlmon` tells.
const TO_USER: u16 = 6;
const TO_KERNEL: u16 = 7;

/// `NETLINK_GENERIC`.
const GENERIC: u16 = 16;

/// A datagram of a capture.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Packet<'a> {
    /// When it was captured, since 1970; `None` where the file does not tell.
    pub time: Option<Duration>,
    /// Which way it went.
    pub direction: Direction,
    /// Its netlink protocol: 16 is `NETLINK_GENERIC`.
    pub protocol: u16,
    /// The bytes that were captured.
    pub bytes: &'a [u8],
    /// Its length, which is more where it was cut.
    pub length: usize,
}

impl<'a> Packet<'a> {
    /// The datagram behind its header; `None` if the header is cut.
    pub(super) fn cooked(bytes: &'a [u8], original: u32, time: Option<Duration>) -> Option<Self> {
        let (header, bytes) = bytes.split_first_chunk::<COOKED>()?;
        let [t0, t1, .., p0, p1] = *header;
        let original = usize::try_from(original).unwrap_or(usize::MAX);
        Some(Self {
            time,
            direction: match u16::from_be_bytes([t0, t1]) {
                TO_USER => Direction::FromKernel,
                TO_KERNEL => Direction::ToKernel,
                _ => Direction::Unknown,
            },
            protocol: u16::from_be_bytes([p0, p1]),
            bytes,
            length: original.saturating_sub(COOKED).max(bytes.len()),
        })
    }

    /// Returns what the datagram says, and lets the inspector [follow](Inspector::follow) it. Of other protocols than
    /// `NETLINK_GENERIC` it shows the headers.
    pub fn inspect(&self, inspector: &mut Inspector) -> Tree<'a> {
        if self.protocol == GENERIC {
            inspector.follow(self.bytes, self.direction)
        } else {
            inspector.inspect_headers(self.bytes, self.direction)
        }
    }
}
