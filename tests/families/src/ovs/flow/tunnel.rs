//! The tunnel that a packet came by, or is to leave by.

use core::net::{Ipv4Addr, Ipv6Addr};

use genl::{AttributeSet, CStruct};
use zerocopy::{FromBytes, Immutable, IntoBytes};

/// The metadata of an ERSPAN tunnel: `struct erspan_metadata`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, FromBytes, IntoBytes, Immutable, CStruct)]
#[repr(C)]
pub struct ErspanMetadata {
    /// 1 (type II) or 2 (type III).
    pub version: i32,
    /// Version 1: the index, in network byte order, and nothing. Version 2: `struct erspan_md2`.
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
    /// The address it comes from.
    #[attr(1)]
    pub ipv4_src: Option<Ipv4Addr>,
    /// The address it goes to.
    #[attr(2)]
    pub ipv4_dst: Option<Ipv4Addr>,
    /// Type of service.
    #[attr(3)]
    pub tos: Option<u8>,
    /// Time to live.
    #[attr(4)]
    pub ttl: Option<u8>,
    /// Packets of it are not to be fragmented.
    #[attr(5, flag)]
    pub dont_fragment: bool,
    /// They have a checksum.
    #[attr(6, flag)]
    pub csum: bool,
    /// They are for operation and maintenance.
    #[attr(7, flag)]
    pub oam: bool,
    /// Geneve options, one behind the other (`struct geneve_opt`), as words in network byte order. An empty list is one of a key
    /// that has no options.
    #[attr(8, array, big_endian)]
    pub geneve_opts: Option<Vec<u32>>,
    /// The port it comes from.
    #[attr(9, big_endian)]
    pub tp_src: Option<u16>,
    /// The port it goes to.
    #[attr(10, big_endian)]
    pub tp_dst: Option<u16>,
    /// Extensions of VXLAN.
    #[attr(11, nest)]
    pub vxlan_opts: Option<VxlanExtAttrs>,
    /// The address it comes from.
    #[attr(12)]
    pub ipv6_src: Option<Ipv6Addr>,
    /// The address it goes to.
    #[attr(13)]
    pub ipv6_dst: Option<Ipv6Addr>,
    /// What ERSPAN adds.
    #[attr(15, c_struct)]
    pub erspan_opts: Option<ErspanMetadata>,
    /// It has no addresses: its packets are bridged.
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
