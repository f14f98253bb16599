//! The C structs of keys. Addresses are bytes, and the types of other fields say if they are big-endian.

use genl::c::Enum;
use genl::{CStruct, Enumeration};
use zerocopy::network_endian::{U16, U32};
use zerocopy::{FromBytes, Immutable, IntoBytes, Unaligned};

/// A value, followed by the mask of its valid bits. The other bits are zero.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, FromBytes, IntoBytes, Immutable, Unaligned, CStruct,
)]
#[repr(C)]
pub struct Masked<T> {
    /// The value.
    pub value: T,
    /// The mask.
    pub mask: T,
}

/// Ethernet addresses: `struct ovs_key_ethernet`.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, FromBytes, IntoBytes, Immutable, Unaligned, CStruct,
)]
#[repr(C)]
pub struct KeyEthernet {
    /// The source address.
    pub eth_src: [u8; 6],
    /// The destination address.
    pub eth_dst: [u8; 6],
}

/// An MPLS label: `struct ovs_key_mpls`.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, FromBytes, IntoBytes, Immutable, Unaligned, CStruct,
)]
#[repr(C)]
pub struct KeyMpls {
    /// The label stack entry.
    pub mpls_lse: U32,
}

/// An IPv4 header: `struct ovs_key_ipv4`.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, FromBytes, IntoBytes, Immutable, Unaligned, CStruct,
)]
#[repr(C)]
pub struct KeyIpv4 {
    /// The source address.
    pub ipv4_src: [u8; 4],
    /// The destination address.
    pub ipv4_dst: [u8; 4],
    /// The protocol.
    pub ipv4_proto: u8,
    /// Type of service.
    pub ipv4_tos: u8,
    /// Time to live.
    pub ipv4_ttl: u8,
    /// The fragment type.
    pub ipv4_frag: Enum<FragType>,
}

/// An IPv6 header: `struct ovs_key_ipv6`.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, FromBytes, IntoBytes, Immutable, Unaligned, CStruct,
)]
#[repr(C)]
pub struct KeyIpv6 {
    /// The source address.
    pub ipv6_src: [u8; 16],
    /// The destination address.
    pub ipv6_dst: [u8; 16],
    /// The flow label, in the lower 20 bits.
    pub ipv6_label: U32,
    /// The protocol.
    pub ipv6_proto: u8,
    /// The traffic class.
    pub ipv6_tclass: u8,
    /// The hop limit.
    pub ipv6_hlimit: u8,
    /// The fragment type.
    pub ipv6_frag: Enum<FragType>,
}

/// IPv6 extension headers: `struct ovs_key_ipv6_exthdrs`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, FromBytes, IntoBytes, Immutable, CStruct)]
#[repr(C)]
pub struct KeyIpv6Exthdrs {
    /// The extension headers and their order (`OFPIEH12_*` in `net/openvswitch/flow.h`).
    pub hdrs: u16,
}

/// The fragment type.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Enumeration)]
#[repr(u8)]
pub enum FragType {
    /// Packet is not a fragment.
    #[default]
    None = 0,
    /// Packet is a fragment with offset 0.
    First = 1,
    /// Packet is a fragment with nonzero offset.
    Later = 2,
    /// Another value.
    #[unknown]
    Other(u8),
    /// All bits, in a mask.
    Any = 255,
}

/// TCP ports: `struct ovs_key_tcp`.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, FromBytes, IntoBytes, Immutable, Unaligned, CStruct,
)]
#[repr(C)]
pub struct KeyTcp {
    /// The source port.
    pub tcp_src: U16,
    /// The destination port.
    pub tcp_dst: U16,
}

/// UDP ports: `struct ovs_key_udp`.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, FromBytes, IntoBytes, Immutable, Unaligned, CStruct,
)]
#[repr(C)]
pub struct KeyUdp {
    /// The source port.
    pub udp_src: U16,
    /// The destination port.
    pub udp_dst: U16,
}

/// SCTP ports: `struct ovs_key_sctp`.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, FromBytes, IntoBytes, Immutable, Unaligned, CStruct,
)]
#[repr(C)]
pub struct KeySctp {
    /// The source port.
    pub sctp_src: U16,
    /// The destination port.
    pub sctp_dst: U16,
}

/// An ICMP header: `struct ovs_key_icmp`, and `struct ovs_key_icmpv6`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, FromBytes, IntoBytes, Immutable, CStruct)]
#[repr(C)]
pub struct KeyIcmp {
    /// The type.
    pub icmp_type: u8,
    /// The code.
    pub icmp_code: u8,
}

/// An ARP packet: `struct ovs_key_arp`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, FromBytes, IntoBytes, Immutable, CStruct)]
#[repr(C)]
pub struct KeyArp {
    /// The IP address of the sender.
    pub arp_sip: [u8; 4],
    /// The IP address of the target.
    pub arp_tip: [u8; 4],
    /// 1 is a request, 2 is a reply.
    pub arp_op: U16,
    /// The Ethernet address of the sender.
    pub arp_sha: [u8; 6],
    /// The Ethernet address of the target.
    pub arp_tha: [u8; 6],
    /// Padding, zero.
    #[member(pad)]
    pub pad: [u8; 2],
}

/// An IPv6 neighbour discovery: `struct ovs_key_nd`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, FromBytes, IntoBytes, Immutable, CStruct)]
#[repr(C)]
pub struct KeyNd {
    /// The IP address of the target.
    pub nd_target: [u8; 16],
    /// The Ethernet address of the sender.
    pub nd_sll: [u8; 6],
    /// The Ethernet address of the target.
    pub nd_tll: [u8; 6],
}

/// A connection before its addresses were translated: `struct ovs_key_ct_tuple_ipv4`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, FromBytes, IntoBytes, Immutable, CStruct)]
#[repr(C)]
pub struct KeyCtTupleIpv4 {
    /// The source address.
    pub ipv4_src: [u8; 4],
    /// The destination address.
    pub ipv4_dst: [u8; 4],
    /// The source port.
    pub src_port: U16,
    /// The destination port.
    pub dst_port: U16,
    /// The protocol.
    pub ipv4_proto: u8,
    /// Padding, zero.
    #[member(pad)]
    pub pad: [u8; 3],
}

/// An IPv6 connection before its addresses were translated: `struct ovs_key_ct_tuple_ipv6`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, FromBytes, IntoBytes, Immutable, CStruct)]
#[repr(C)]
pub struct KeyCtTupleIpv6 {
    /// The source address.
    pub ipv6_src: [u8; 16],
    /// The destination address.
    pub ipv6_dst: [u8; 16],
    /// The source port.
    pub src_port: U16,
    /// The destination port.
    pub dst_port: U16,
    /// The protocol.
    pub ipv6_proto: u8,
    /// Padding, zero.
    #[member(pad)]
    pub pad: [u8; 3],
}

/// A network service header: `struct ovs_nsh_key_base`.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, FromBytes, IntoBytes, Immutable, Unaligned, CStruct,
)]
#[repr(C)]
pub struct NshKeyBase {
    /// Its flags.
    pub flags: u8,
    /// Time to live.
    pub ttl: u8,
    /// The kind of metadata: 1 or 2.
    pub mdtype: u8,
    /// The next protocol.
    pub np: u8,
    /// The path in the upper 24 bits, and the index on it in the lower 8.
    pub path_hdr: U32,
}

/// The metadata of kind 1: `struct ovs_nsh_key_md1`.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, FromBytes, IntoBytes, Immutable, Unaligned, CStruct,
)]
#[repr(C)]
pub struct NshKeyMd1 {
    /// The metadata, set by the network.
    pub context: [U32; 4],
}
