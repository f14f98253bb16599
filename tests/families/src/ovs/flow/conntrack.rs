//! Connection tracking.

use std::net::IpAddr;

use bitflags::bitflags;
use genl::AttributeSet;
use zerocopy::native_endian;

use super::structs::Masked;

bitflags! {
    /// The connection tracking state of a packet.
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
    pub struct CtStateFlags: u32 {
        /// Beginning of a new connection.
        const NEW = 1;
        /// Part of an existing connection.
        const ESTABLISHED = 2;
        /// Related to an existing connection.
        const RELATED = 4;
        /// Flow is in the reply direction.
        const REPLY_DIR = 8;
        /// Could not track the connection.
        const INVALID = 16;
        /// Conntrack has occurred.
        const TRACKED = 32;
        /// Packet's source address/port was mangled by NAT.
        const SRC_NAT = 64;
        /// Packet's destination address/port was mangled by NAT.
        const DST_NAT = 128;
    }
}

/// How a connection is tracked.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct CtAttrs {
    /// Commit the connection, so that its later packets are `ESTABLISHED`.
    #[attr(1, flag)]
    pub commit: bool,
    /// The zone.
    #[attr(2)]
    pub zone: Option<u16>,
    /// The mark of the connection.
    #[attr(3, c_struct)]
    pub mark: Option<Masked<native_endian::U32>>,
    /// The labels of the connection.
    #[attr(4, c_struct)]
    pub labels: Option<Masked<[u8; 16]>>,
    /// The helper that finds related connections.
    #[attr(5)]
    pub helper: Option<String>,
    /// The address translation.
    #[attr(6, nest)]
    pub nat: Option<NatAttrs>,
    /// Commit the connection, and delete it first if it exists in the other direction.
    #[attr(7, flag)]
    pub force_commit: bool,
    /// The events to report, as bits `1 << IPCT_*`.
    #[attr(8)]
    pub eventmask: Option<u32>,
    /// The policy of its timeouts.
    #[attr(9)]
    pub timeout: Option<String>,
}

/// Address translation. Without `src` and `dst`, an existing translation is applied.
#[allow(clippy::struct_excessive_bools)] // each is a flag of the kernel's
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct NatAttrs {
    /// Translates source addresses.
    #[attr(1, flag)]
    pub src: bool,
    /// Translates destination addresses.
    #[attr(2, flag)]
    pub dst: bool,
    /// The first address, `struct in_addr` or `struct in6_addr`.
    #[attr(3)]
    pub ip_min: Option<IpAddr>,
    /// The last address.
    #[attr(4)]
    pub ip_max: Option<IpAddr>,
    /// The first port.
    #[attr(5)]
    pub proto_min: Option<u16>,
    /// The last port.
    #[attr(6)]
    pub proto_max: Option<u16>,
    /// Keeps the mapping of addresses persistent.
    #[attr(7, flag)]
    pub persistent: bool,
    /// Ports are chosen by a hash.
    #[attr(8, flag)]
    pub proto_hash: bool,
    /// Ports are chosen at random.
    #[attr(9, flag)]
    pub proto_random: bool,
}
