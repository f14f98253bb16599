//! Keys of packets, masks of keys, and the parts of a packet that actions change.

use genl::{AttributeSet, UnknownAttribute};
use zerocopy::native_endian;

use super::conntrack::CtStateFlags;
use super::structs::{
    KeyArp, KeyCtTupleIpv4, KeyCtTupleIpv6, KeyEthernet, KeyIcmp, KeyIpv4, KeyIpv6, KeyIpv6Exthdrs,
    KeyMpls, KeyNd, KeySctp, KeyTcp, KeyUdp, Masked, NshKeyBase, NshKeyMd1,
};
use super::tunnel::TunnelKeyAttrs;

/// The key of a packet, or in a mask the bits that must match.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct KeyAttrs {
    /// The key of the packet after the VLAN tag.
    #[attr(1, nest)]
    pub encap: Option<Box<KeyAttrs>>,
    /// Its priority in the kernel.
    #[attr(2)]
    pub priority: Option<u32>,
    /// The number of the port of the datapath on which it arrived.
    #[attr(3)]
    pub in_port: Option<u32>,
    /// Ethernet addresses.
    #[attr(4, c_struct)]
    pub ethernet: Option<KeyEthernet>,
    /// The VLAN tag (TCI).
    #[attr(5, big_endian)]
    pub vlan: Option<u16>,
    /// The Ethernet type.
    #[attr(6, big_endian)]
    pub ethertype: Option<u16>,
    /// The IPv4 header.
    #[attr(7, c_struct)]
    pub ipv4: Option<KeyIpv4>,
    /// The IPv6 header.
    #[attr(8, c_struct)]
    pub ipv6: Option<KeyIpv6>,
    /// TCP ports.
    #[attr(9, c_struct)]
    pub tcp: Option<KeyTcp>,
    /// UDP ports.
    #[attr(10, c_struct)]
    pub udp: Option<KeyUdp>,
    /// The ICMP header.
    #[attr(11, c_struct)]
    pub icmp: Option<KeyIcmp>,
    /// The `ICMPv6` header.
    #[attr(12, c_struct)]
    pub icmpv6: Option<KeyIcmp>,
    /// The ARP packet.
    #[attr(13, c_struct)]
    pub arp: Option<KeyArp>,
    /// The neighbour discovery.
    #[attr(14, c_struct)]
    pub nd: Option<KeyNd>,
    /// Its mark in the kernel.
    #[attr(15)]
    pub skb_mark: Option<u32>,
    /// The tunnel through which it arrived or leaves.
    #[attr(16, nest)]
    pub tunnel: Option<Box<TunnelKeyAttrs>>,
    /// SCTP ports.
    #[attr(17, c_struct)]
    pub sctp: Option<KeySctp>,
    /// TCP flags.
    #[attr(18, big_endian)]
    pub tcp_flags: Option<u16>,
    /// Value 0 indicates the hash is not computed by the datapath.
    #[attr(19)]
    pub dp_hash: Option<u32>,
    /// The recirculation id.
    #[attr(20)]
    pub recirc_id: Option<u32>,
    /// MPLS labels, outermost first.
    #[attr(21, array, c_struct, omit_empty)]
    pub mpls: Vec<KeyMpls>,
    /// The connection tracking state.
    #[attr(22, flags)]
    pub ct_state: Option<CtStateFlags>,
    /// Connection tracking zone.
    #[attr(23)]
    pub ct_zone: Option<u16>,
    /// Connection tracking mark.
    #[attr(24)]
    pub ct_mark: Option<u32>,
    /// 16-octet connection tracking label.
    #[attr(25)]
    pub ct_labels: Option<[u8; 16]>,
    /// The original addresses and ports of its connection.
    #[attr(26, c_struct)]
    pub ct_orig_tuple_ipv4: Option<KeyCtTupleIpv4>,
    /// The original addresses and ports of its connection.
    #[attr(27, c_struct)]
    pub ct_orig_tuple_ipv6: Option<KeyCtTupleIpv6>,
    /// The network service header.
    #[attr(28, nest)]
    pub nsh: Option<Box<NshKeyAttrs>>,
    /// Should not be sent to the kernel.
    #[attr(29, big_endian)]
    pub packet_type: Option<u32>,
    /// Should not be sent to the kernel.
    #[attr(30)]
    pub nd_extensions: Option<Vec<u8>>,
    /// `struct ip_tunnel_info`, for use in the kernel only.
    #[attr(31)]
    pub tunnel_info: Option<Vec<u8>>,
    /// IPv6 extension headers.
    #[attr(32, c_struct)]
    pub ipv6_exthdrs: Option<KeyIpv6Exthdrs>,
}

/// The network service header.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct NshKeyAttrs {
    /// The header that every packet has.
    #[attr(1, c_struct)]
    pub base: Option<NshKeyBase>,
    /// Metadata of kind 1.
    #[attr(2, c_struct)]
    pub md1: Option<NshKeyMd1>,
    /// Metadata of kind 2, of any length.
    #[attr(3)]
    pub md2: Option<Vec<u8>>,
}

/// The changes of `set-masked`: the attributes of a key that can be changed, each followed by a mask. In the YAML it is a key,
/// whose integers would have the wrong length.
#[derive(Clone, Debug, PartialEq, Eq, AttributeSet)]
pub enum MaskedKey {
    /// Its priority in the kernel.
    #[attr(2, c_struct)]
    Priority(Masked<native_endian::U32>),
    /// Ethernet addresses.
    #[attr(4, c_struct)]
    Ethernet(Masked<KeyEthernet>),
    /// The IPv4 header.
    #[attr(7, c_struct)]
    Ipv4(Masked<KeyIpv4>),
    /// The IPv6 header.
    #[attr(8, c_struct)]
    Ipv6(Masked<KeyIpv6>),
    /// TCP ports.
    #[attr(9, c_struct)]
    Tcp(Masked<KeyTcp>),
    /// UDP ports.
    #[attr(10, c_struct)]
    Udp(Masked<KeyUdp>),
    /// Its mark in the kernel.
    #[attr(15, c_struct)]
    SkbMark(Masked<native_endian::U32>),
    /// SCTP ports.
    #[attr(17, c_struct)]
    Sctp(Masked<KeySctp>),
    /// The outermost MPLS label.
    #[attr(21, c_struct)]
    Mpls(Masked<KeyMpls>),
    /// The mark of its connection.
    #[attr(24, c_struct)]
    CtMark(Masked<native_endian::U32>),
    /// The labels of its connection.
    #[attr(25, c_struct)]
    CtLabels(Masked<[u8; 16]>),
    /// The network service header.
    #[attr(28, nest)]
    Nsh(MaskedNsh),
    /// What the kernel does not change.
    #[attr(unknown)]
    Other(UnknownAttribute),
}

/// What changes of a network service header.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct MaskedNsh {
    /// The header that every packet has.
    #[attr(1, c_struct)]
    pub base: Option<Masked<NshKeyBase>>,
    /// Metadata of kind 1.
    #[attr(2, c_struct)]
    pub md1: Option<Masked<NshKeyMd1>>,
}
