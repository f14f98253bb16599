//! The C structs of keys. Addresses are bytes; what else is big-endian says so by its type.

use genl::c::Enum;
use genl::{CStruct, Enumeration};
use zerocopy::network_endian::{U16, U32};
use zerocopy::{FromBytes, Immutable, IntoBytes, Unaligned};

/// A value, and behind it the bits of it that are meant. Those that are not are zero.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, FromBytes, IntoBytes, Immutable, Unaligned, CStruct,
)]
#[repr(C)]
pub struct Masked<T> {
    /// The value.
    pub value: T,
    /// The bits.
    pub mask: T,
}

/// Ethernet addresses: `struct ovs_key_ethernet`.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, FromBytes, IntoBytes, Immutable, Unaligned, CStruct,
)]
#[repr(C)]
pub struct KeyEthernet {
    /// The address it comes from.
    pub eth_src: [u8; 6],
    /// The address it goes to.
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
    /// The address it comes from.
    pub ipv4_src: [u8; 4],
    /// The address it goes to.
    pub ipv4_dst: [u8; 4],
    /// The protocol.
    pub ipv4_proto: u8,
    /// Type of service.
    pub ipv4_tos: u8,
    /// Time to live.
    pub ipv4_ttl: u8,
    /// Which part of a fragmented packet it is.
    pub ipv4_frag: Enum<FragType>,
}

/// An IPv6 header: `struct ovs_key_ipv6`.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, FromBytes, IntoBytes, Immutable, Unaligned, CStruct,
)]
#[repr(C)]
pub struct KeyIpv6 {
    /// The address it comes from.
    pub ipv6_src: [u8; 16],
    /// The address it goes to.
    pub ipv6_dst: [u8; 16],
    /// The flow label, in the lower 20 bits.
    pub ipv6_label: U32,
    /// The protocol.
    pub ipv6_proto: u8,
    /// The traffic class.
    pub ipv6_tclass: u8,
    /// The hop limit.
    pub ipv6_hlimit: u8,
    /// Which part of a fragmented packet it is.
    pub ipv6_frag: Enum<FragType>,
}

/// IPv6 extension headers: `struct ovs_key_ipv6_exthdrs`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, FromBytes, IntoBytes, Immutable, CStruct)]
#[repr(C)]
pub struct KeyIpv6Exthdrs {
    /// Which there are, and in which order (`OFPIEH12_*` in `net/openvswitch/flow.h`).
    pub hdrs: u16,
}

/// Which part of a fragmented packet it is.
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
    /// Something else.
    #[unknown]
    Other(u8),
    /// In a mask: all bits.
    Any = 255,
}

/// TCP ports: `struct ovs_key_tcp`.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, FromBytes, IntoBytes, Immutable, Unaligned, CStruct,
)]
#[repr(C)]
pub struct KeyTcp {
    /// The port it comes from.
    pub tcp_src: U16,
    /// The port it goes to.
    pub tcp_dst: U16,
}

/// UDP ports: `struct ovs_key_udp`.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, FromBytes, IntoBytes, Immutable, Unaligned, CStruct,
)]
#[repr(C)]
pub struct KeyUdp {
    /// The port it comes from.
    pub udp_src: U16,
    /// The port it goes to.
    pub udp_dst: U16,
}

/// SCTP ports: `struct ovs_key_sctp`.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, FromBytes, IntoBytes, Immutable, Unaligned, CStruct,
)]
#[repr(C)]
pub struct KeySctp {
    /// The port it comes from.
    pub sctp_src: U16,
    /// The port it goes to.
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
    /// The IP address it comes from.
    pub arp_sip: [u8; 4],
    /// The IP address it is about.
    pub arp_tip: [u8; 4],
    /// 1: a request; 2: a reply.
    pub arp_op: U16,
    /// The Ethernet address it comes from.
    pub arp_sha: [u8; 6],
    /// The Ethernet address it is about.
    pub arp_tha: [u8; 6],
    /// Padding, zero.
    #[member(pad)]
    pub pad: [u8; 2],
}

/// An IPv6 neighbour discovery: `struct ovs_key_nd`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, FromBytes, IntoBytes, Immutable, CStruct)]
#[repr(C)]
pub struct KeyNd {
    /// The IP address it is about.
    pub nd_target: [u8; 16],
    /// The Ethernet address it comes from.
    pub nd_sll: [u8; 6],
    /// The Ethernet address it is about.
    pub nd_tll: [u8; 6],
}

/// A connection before its addresses were translated: `struct ovs_key_ct_tuple_ipv4`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, FromBytes, IntoBytes, Immutable, CStruct)]
#[repr(C)]
pub struct KeyCtTupleIpv4 {
    /// The address it came from.
    pub ipv4_src: [u8; 4],
    /// The address it went to.
    pub ipv4_dst: [u8; 4],
    /// The port it came from.
    pub src_port: U16,
    /// The port it went to.
    pub dst_port: U16,
    /// The protocol.
    pub ipv4_proto: u8,
    /// Padding, zero.
    #[member(pad)]
    pub pad: [u8; 3],
}

/// The same in IPv6: `struct ovs_key_ct_tuple_ipv6`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, FromBytes, IntoBytes, Immutable, CStruct)]
#[repr(C)]
pub struct KeyCtTupleIpv6 {
    /// The address it came from.
    pub ipv6_src: [u8; 16],
    /// The address it went to.
    pub ipv6_dst: [u8; 16],
    /// The port it came from.
    pub src_port: U16,
    /// The port it went to.
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
    /// The path in the upper 24 bits, the place on it in the lower 8.
    pub path_hdr: U32,
}

/// The metadata of kind 1: `struct ovs_nsh_key_md1`.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, FromBytes, IntoBytes, Immutable, Unaligned, CStruct,
)]
#[repr(C)]
pub struct NshKeyMd1 {
    /// What the network put there.
    pub context: [U32; 4],
}
