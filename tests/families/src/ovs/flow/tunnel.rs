//! The tunnel through which a packet arrived or leaves.

use core::net::{Ipv4Addr, Ipv6Addr};

use genl::{AttributeSet, CStruct};
use zerocopy::{FromBytes, Immutable, IntoBytes};

/// The metadata of an ERSPAN tunnel: `struct erspan_metadata`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, FromBytes, IntoBytes, Immutable, CStruct)]
#[repr(C)]
pub struct ErspanMetadata {
    /// The version: 1 (type II) or 2 (type III).
    pub version: i32,
    /// In version 1, the index in network byte order and zeros. In version 2, `struct erspan_md2`.
    pub u: [u8; 8],
}

/// A tunnel.
#[allow(clippy::struct_excessive_bools)] // each is a flag of the kernel's
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(pad = 14)]
pub struct TunnelKeyAttrs {
    /// Its key, or network identifier.
    #[attr(0, big_endian)]
    pub id: Option<u64>,
    /// The source address.
    #[attr(1)]
    pub ipv4_src: Option<Ipv4Addr>,
    /// The destination address.
    #[attr(2)]
    pub ipv4_dst: Option<Ipv4Addr>,
    /// Type of service.
    #[attr(3)]
    pub tos: Option<u8>,
    /// Time to live.
    #[attr(4)]
    pub ttl: Option<u8>,
    /// Its packets must not be fragmented.
    #[attr(5, flag)]
    pub dont_fragment: bool,
    /// Its packets have a checksum.
    #[attr(6, flag)]
    pub csum: bool,
    /// Its packets are for operation and maintenance (OAM).
    #[attr(7, flag)]
    pub oam: bool,
    /// Geneve options one after the other (`struct geneve_opt`), as words in network byte order. An empty list is the option list
    /// of a key without options.
    #[attr(8, array, big_endian)]
    pub geneve_opts: Option<Vec<u32>>,
    /// The source port.
    #[attr(9, big_endian)]
    pub tp_src: Option<u16>,
    /// The destination port.
    #[attr(10, big_endian)]
    pub tp_dst: Option<u16>,
    /// Extensions of VXLAN.
    #[attr(11, nest)]
    pub vxlan_opts: Option<VxlanExtAttrs>,
    /// The source address.
    #[attr(12)]
    pub ipv6_src: Option<Ipv6Addr>,
    /// The destination address.
    #[attr(13)]
    pub ipv6_dst: Option<Ipv6Addr>,
    /// The metadata of ERSPAN.
    #[attr(15, c_struct)]
    pub erspan_opts: Option<ErspanMetadata>,
    /// Its packets are bridged, so it has no addresses.
    #[attr(16, flag)]
    pub ipv4_info_bridge: bool,
}

/// Extensions of VXLAN.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct VxlanExtAttrs {
    /// The group policy.
    #[attr(1)]
    pub gbp: Option<u32>,
}
