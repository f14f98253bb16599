//! The datagrams of a capture.

use core::time::Duration;

use crate::inspect::{Direction, Inspector, Tree};

/// The size of the header before a datagram: packet type, device type, 10 bytes that netlink does not use, and protocol.
const COOKED: usize = 16;

/// `PACKET_USER` and `PACKET_KERNEL` (`include/uapi/linux/if_packet.h`), as an interface of the kind `nlmon` reports them.
const TO_USER: u16 = 6;
const TO_KERNEL: u16 = 7;

/// `NETLINK_GENERIC`.
const GENERIC: u16 = 16;

/// A datagram of a capture.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Packet<'a> {
    /// The time of the capture, since 1970; `None` if the file does not have it.
    pub time: Option<Duration>,
    /// The direction of the datagram.
    pub direction: Direction,
    /// The netlink protocol: 16 is `NETLINK_GENERIC`.
    pub protocol: u16,
    /// The captured bytes.
    pub bytes: &'a [u8],
    /// The length of the datagram. It is greater than that of `bytes` if the datagram was cut.
    pub length: usize,
}

impl<'a> Packet<'a> {
    /// Returns the datagram after its header; `None` if the header is cut.
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

    /// Returns the tree of the datagram, and lets the inspector [follow](Inspector::follow) it. For protocols other than
    /// `NETLINK_GENERIC`, only the headers are decoded.
    pub fn inspect(&self, inspector: &mut Inspector) -> Tree<'a> {
        if self.protocol == GENERIC {
            inspector.follow(self.bytes, self.direction)
        } else {
            inspector.inspect_headers(self.bytes, self.direction)
        }
    }
}
