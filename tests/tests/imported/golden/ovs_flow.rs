// SPDX-License-Identifier: ((GPL-2.0 WITH Linux-syscall-note) OR BSD-3-Clause)
//! `ovs_flow` (`ovs_flow.yaml`, `include/uapi/linux/openvswitch.h`), as `genl import` prints it.

#![allow(missing_docs)] // The specification says nothing of some.

use bitflags::bitflags;
use genl::c::Enum;
use genl::{AttributeSet, CStruct, Enumeration, genl_family};
use zerocopy::network_endian::{U16, U32};
use zerocopy::{FromBytes, Immutable, IntoBytes};

/// Header for OVS Generic Netlink messages.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, FromBytes, IntoBytes, Immutable, CStruct)]
#[repr(C)]
pub struct OvsHeader {
    /// Ifindex of local port for datapath (0 to make a request not specific to a datapath).
    pub dp_ifindex: u32,
}

/// `struct ovs_flow_stats`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, FromBytes, IntoBytes, Immutable, CStruct)]
#[repr(C)]
pub struct OvsFlowStats {
    /// Number of matched packets.
    pub n_packets: u64,
    /// Number of matched bytes.
    pub n_bytes: u64,
}

/// `struct ovs_key_ethernet`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, FromBytes, IntoBytes, Immutable, CStruct)]
#[repr(C)]
pub struct OvsKeyEthernet {
    #[member(display_hint = mac)]
    pub eth_src: [u8; 6],
    #[member(display_hint = mac)]
    pub eth_dst: [u8; 6],
}

/// `struct ovs_key_mpls`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, FromBytes, IntoBytes, Immutable, CStruct)]
#[repr(C)]
pub struct OvsKeyMpls {
    pub mpls_lse: U32,
}

/// `struct ovs_key_ipv4`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, FromBytes, IntoBytes, Immutable, CStruct)]
#[repr(C)]
pub struct OvsKeyIpv4 {
    #[member(display_hint = ipv4)]
    pub ipv4_src: [u8; 4],
    #[member(display_hint = ipv4)]
    pub ipv4_dst: [u8; 4],
    pub ipv4_proto: u8,
    pub ipv4_tos: u8,
    pub ipv4_ttl: u8,
    pub ipv4_frag: Enum<OvsFragType>,
}

/// `struct ovs_key_ipv6`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, FromBytes, IntoBytes, Immutable, CStruct)]
#[repr(C)]
pub struct OvsKeyIpv6 {
    #[member(display_hint = ipv6)]
    pub ipv6_src: [u8; 16],
    #[member(display_hint = ipv6)]
    pub ipv6_dst: [u8; 16],
    pub ipv6_label: U32,
    pub ipv6_proto: u8,
    pub ipv6_tclass: u8,
    pub ipv6_hlimit: u8,
    pub ipv6_frag: u8,
}

/// `struct ovs_key_ipv6_exthdrs`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, FromBytes, IntoBytes, Immutable, CStruct)]
#[repr(C)]
pub struct OvsKeyIpv6Exthdrs {
    pub hdrs: u16,
}

/// `OVS_FRAG_TYPE_*`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enumeration)]
#[repr(u8)]
pub enum OvsFragType {
    /// Packet is not a fragment.
    None = 0,
    /// Packet is a fragment with offset 0.
    First = 1,
    /// Packet is a fragment with nonzero offset.
    Later = 2,
    #[unknown]
    Other(u8),
    Any = 255,
}

/// `struct ovs_key_tcp`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, FromBytes, IntoBytes, Immutable, CStruct)]
#[repr(C)]
pub struct OvsKeyTcp {
    pub tcp_src: U16,
    pub tcp_dst: U16,
}

/// `struct ovs_key_udp`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, FromBytes, IntoBytes, Immutable, CStruct)]
#[repr(C)]
pub struct OvsKeyUdp {
    pub udp_src: U16,
    pub udp_dst: U16,
}

/// `struct ovs_key_sctp`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, FromBytes, IntoBytes, Immutable, CStruct)]
#[repr(C)]
pub struct OvsKeySctp {
    pub sctp_src: U16,
    pub sctp_dst: U16,
}

/// `struct ovs_key_icmp`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, FromBytes, IntoBytes, Immutable, CStruct)]
#[repr(C)]
pub struct OvsKeyIcmp {
    pub icmp_type: u8,
    pub icmp_code: u8,
}

/// `struct ovs_key_arp`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, FromBytes, IntoBytes, Immutable, CStruct)]
#[repr(C)]
pub struct OvsKeyArp {
    pub arp_sip: U32,
    pub arp_tip: U32,
    pub arp_op: U16,
    #[member(display_hint = mac)]
    pub arp_sha: [u8; 6],
    #[member(display_hint = mac)]
    pub arp_tha: [u8; 6],
    /// Padding of the compiler, zero.
    #[member(pad)]
    pub padding_at_22: [u8; 2],
}

/// `struct ovs_key_nd`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, FromBytes, IntoBytes, Immutable, CStruct)]
#[repr(C)]
pub struct OvsKeyNd {
    pub nd_target: [u8; 16],
    #[member(display_hint = mac)]
    pub nd_sll: [u8; 6],
    #[member(display_hint = mac)]
    pub nd_tll: [u8; 6],
}

/// `struct ovs_key_ct_tuple_ipv4`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, FromBytes, IntoBytes, Immutable, CStruct)]
#[repr(C)]
pub struct OvsKeyCtTupleIpv4 {
    pub ipv4_src: U32,
    pub ipv4_dst: U32,
    pub src_port: U16,
    pub dst_port: U16,
    pub ipv4_proto: u8,
    /// Padding of the compiler, zero.
    #[member(pad)]
    pub padding_at_13: [u8; 3],
}

/// `struct ovs_action_push_vlan`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, FromBytes, IntoBytes, Immutable, CStruct)]
#[repr(C)]
pub struct OvsActionPushVlan {
    /// Tag protocol identifier (TPID) to push.
    pub vlan_tpid: U16,
    /// Tag control identifier (TCI) to push.
    pub vlan_tci: U16,
}

bitflags! {
    /// `OVS_UFID_F_*`.
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
    pub struct OvsUfidFlags: u32 {
        const OMIT_KEY = 1;
        const OMIT_MASK = 1 << 1;
        const OMIT_ACTIONS = 1 << 2;
    }
}

/// `struct ovs_action_hash`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, FromBytes, IntoBytes, Immutable, CStruct)]
#[repr(C)]
pub struct OvsActionHash {
    /// Algorithm used to compute hash prior to recirculation.
    pub hash_alg: u32,
    /// Basis used for computing hash.
    pub hash_basis: u32,
}

/// Data path hash algorithm for computing Datapath hash. The algorithm type only specifies the
/// fields in a flow will be used as part of the hash. Each datapath is free to use its own hash
/// algorithm. The hash value will be opaque to the user space daemon.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enumeration)]
#[repr(u32)]
pub enum OvsHashAlg {
    OvsHashAlgL4 = 0,
    #[unknown]
    Other(u32),
}

/// `struct ovs_action_push_mpls`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, FromBytes, IntoBytes, Immutable, CStruct)]
#[repr(C)]
pub struct OvsActionPushMpls {
    /// MPLS label stack entry to push.
    pub mpls_lse: U32,
    /// Ethertype to set in the encapsulating ethernet frame. The only values ethertype should ever
    /// be given are `ETH_P_MPLS_UC` and `ETH_P_MPLS_MC`, indicating MPLS unicast or multicast.
    /// Other are rejected.
    pub mpls_ethertype: U32,
}

/// `struct ovs_action_add_mpls`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, FromBytes, IntoBytes, Immutable, CStruct)]
#[repr(C)]
pub struct OvsActionAddMpls {
    /// MPLS label stack entry to push.
    pub mpls_lse: U32,
    /// Ethertype to set in the encapsulating ethernet frame. The only values ethertype should ever
    /// be given are `ETH_P_MPLS_UC` and `ETH_P_MPLS_MC`, indicating MPLS unicast or multicast.
    /// Other are rejected.
    pub mpls_ethertype: U32,
    /// MPLS tunnel attributes.
    pub tun_flags: u16,
    /// Padding of the compiler, zero.
    #[member(pad)]
    pub padding_at_10: [u8; 2],
}

bitflags! {
    /// `OVS_CS_F_*`.
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
    pub struct CtStateFlags: u32 {
        /// Beginning of a new connection.
        const NEW = 1;
        /// Part of an existing connenction.
        const ESTABLISHED = 1 << 1;
        /// Related to an existing connection.
        const RELATED = 1 << 2;
        /// Flow is in the reply direction.
        const REPLY_DIR = 1 << 3;
        /// Could not track the connection.
        const INVALID = 1 << 4;
        /// Conntrack has occurred.
        const TRACKED = 1 << 5;
        /// Packet's source address/port was mangled by NAT.
        const SRC_NAT = 1 << 6;
        /// Packet's destination address/port was mangled by NAT.
        const DST_NAT = 1 << 7;
    }
}

/// `OVS_FLOW_ATTR_*`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(pad = 11)]
pub struct FlowAttrs {
    /// Nested attributes specifying the flow key. Always present in notifications. Required for all
    /// requests (except dumps).
    #[attr(1, nest)]
    pub key: Option<KeyAttrs>,
    /// Nested attributes specifying the actions to take for packets that match the key. Always
    /// present in notifications. Required for `OVS_FLOW_CMD_NEW` requests, optional for
    /// `OVS_FLOW_CMD_SET` requests. An `OVS_FLOW_CMD_SET` without `OVS_FLOW_ATTR_ACTIONS` will not
    /// modify the actions. To clear the actions, an `OVS_FLOW_ATTR_ACTIONS` without any nested
    /// attributes must be given.
    #[attr(2, nest)]
    pub actions: Option<ActionAttrs>,
    /// Statistics for this flow. Present in notifications if the stats would be nonzero. Ignored in
    /// requests.
    #[attr(3, c_struct)]
    pub stats: Option<OvsFlowStats>,
    /// An 8-bit value giving the ORed value of all of the TCP flags seen on packets in this flow.
    /// Only present in notifications for TCP flows, and only if it would be nonzero. Ignored in
    /// requests.
    #[attr(4)]
    pub tcp_flags: Option<u8>,
    /// A 64-bit integer giving the time, in milliseconds on the system monotonic clock, at which a
    /// packet was last processed for this flow. Only present in notifications if a packet has been
    /// processed for this flow. Ignored in requests.
    #[attr(5)]
    pub used: Option<u64>,
    /// If present in a `OVS_FLOW_CMD_SET` request, clears the last-used time, accumulated TCP
    /// flags, and statistics for this flow. Otherwise ignored in requests. Never present in
    /// notifications.
    #[attr(6, flag)]
    pub clear: bool,
    /// Nested attributes specifying the mask bits for wildcarded flow match. Mask bit value '1'
    /// specifies exact match with corresponding flow key bit, while mask bit value '0' specifies a
    /// wildcarded match. Omitting attribute is treated as wildcarding all corresponding fields.
    /// Optional for all requests. If not present, all flow key bits are exact match bits.
    #[attr(7, nest)]
    pub mask: Option<KeyAttrs>,
    /// Flow operation is a feature probe, error logging should be suppressed.
    #[attr(8)]
    pub probe: Option<Vec<u8>>,
    /// A value between 1-16 octets specifying a unique identifier for the flow. Causes the flow to
    /// be indexed by this value rather than the value of the `OVS_FLOW_ATTR_KEY` attribute.
    /// Optional for all requests. Present in notifications if the flow was created with this
    /// attribute.
    #[attr(9, display_hint = uuid)]
    pub ufid: Option<Vec<u8>>,
    /// A 32-bit value of ORed flags that provide alternative semantics for flow installation and
    /// retrieval. Optional for all requests.
    #[attr(10, flags)]
    pub ufid_flags: Option<OvsUfidFlags>,
}

/// `OVS_KEY_ATTR_*`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct KeyAttrs {
    #[attr(1, nest)]
    pub encap: Option<Box<KeyAttrs>>,
    #[attr(2)]
    pub priority: Option<u32>,
    #[attr(3)]
    pub in_port: Option<u32>,
    /// struct `ovs_key_ethernet`.
    #[attr(4, c_struct)]
    pub ethernet: Option<OvsKeyEthernet>,
    #[attr(5, big_endian)]
    pub vlan: Option<u16>,
    #[attr(6, big_endian)]
    pub ethertype: Option<u16>,
    #[attr(7, c_struct)]
    pub ipv4: Option<OvsKeyIpv4>,
    /// struct `ovs_key_ipv6`.
    #[attr(8, c_struct)]
    pub ipv6: Option<OvsKeyIpv6>,
    #[attr(9, c_struct)]
    pub tcp: Option<OvsKeyTcp>,
    #[attr(10, c_struct)]
    pub udp: Option<OvsKeyUdp>,
    #[attr(11, c_struct)]
    pub icmp: Option<OvsKeyIcmp>,
    #[attr(12, c_struct)]
    pub icmpv6: Option<OvsKeyIcmp>,
    /// struct `ovs_key_arp`.
    #[attr(13, c_struct)]
    pub arp: Option<OvsKeyArp>,
    /// struct `ovs_key_nd`.
    #[attr(14, c_struct)]
    pub nd: Option<OvsKeyNd>,
    #[attr(15)]
    pub skb_mark: Option<u32>,
    #[attr(16, nest)]
    pub tunnel: Option<TunnelKeyAttrs>,
    #[attr(17, c_struct)]
    pub sctp: Option<OvsKeySctp>,
    #[attr(18, big_endian)]
    pub tcp_flags: Option<u16>,
    /// Value 0 indicates the hash is not computed by the datapath.
    #[attr(19)]
    pub dp_hash: Option<u32>,
    #[attr(20)]
    pub recirc_id: Option<u32>,
    #[attr(21, c_struct)]
    pub mpls: Option<OvsKeyMpls>,
    #[attr(22, flags)]
    pub ct_state: Option<CtStateFlags>,
    /// Connection tracking zone.
    #[attr(23)]
    pub ct_zone: Option<u16>,
    /// Connection tracking mark.
    #[attr(24)]
    pub ct_mark: Option<u32>,
    /// 16-octet connection tracking label.
    #[attr(25, display_hint = hex)]
    pub ct_labels: Option<Vec<u8>>,
    #[attr(26, c_struct)]
    pub ct_orig_tuple_ipv4: Option<OvsKeyCtTupleIpv4>,
    /// struct `ovs_key_ct_tuple_ipv6`.
    #[attr(27)]
    pub ct_orig_tuple_ipv6: Option<Vec<u8>>,
    #[attr(28, nest)]
    pub nsh: Option<OvsNshKeyAttrs>,
    /// Should not be sent to the kernel.
    #[attr(29, big_endian)]
    pub packet_type: Option<u32>,
    /// Should not be sent to the kernel.
    #[attr(30)]
    pub nd_extensions: Option<Vec<u8>>,
    /// struct `ip_tunnel_info`.
    #[attr(31)]
    pub tunnel_info: Option<Vec<u8>>,
    /// struct `ovs_key_ipv6_exthdr`.
    #[attr(32, c_struct)]
    pub ipv6_exthdrs: Option<OvsKeyIpv6Exthdrs>,
}

/// `OVS_ACTION_ATTR_*`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[allow(clippy::struct_excessive_bools)] // Each is a flag of the kernel.
pub struct ActionAttrs {
    /// Ovs port number in datapath.
    #[attr(1)]
    pub output: Option<u32>,
    #[attr(2, nest)]
    pub userspace: Option<UserspaceAttrs>,
    /// Replaces the contents of an existing header. The single nested attribute specifies a header
    /// to modify and its value.
    #[attr(3, nest)]
    pub set: Option<KeyAttrs>,
    /// Push a new outermost 802.1Q or 802.1ad header onto the packet.
    #[attr(4, c_struct)]
    pub push_vlan: Option<OvsActionPushVlan>,
    /// Pop the outermost 802.1Q or 802.1ad header from the packet.
    #[attr(5, flag)]
    pub pop_vlan: bool,
    /// Probabilistically executes actions, as specified in the nested attributes.
    #[attr(6, nest)]
    pub sample: Option<Box<SampleAttrs>>,
    /// Recirc id.
    #[attr(7)]
    pub recirc: Option<u32>,
    #[attr(8, c_struct)]
    pub hash: Option<OvsActionHash>,
    /// Push a new MPLS label stack entry onto the top of the packets MPLS label stack. Set the
    /// ethertype of the encapsulating frame to either `ETH_P_MPLS_UC` or `ETH_P_MPLS_MC` to
    /// indicate the new packet contents.
    #[attr(9, c_struct)]
    pub push_mpls: Option<OvsActionPushMpls>,
    /// Ethertype.
    #[attr(10, big_endian)]
    pub pop_mpls: Option<u16>,
    /// Replaces the contents of an existing header. A nested attribute specifies a header to
    /// modify, its value, and a mask. For every bit set in the mask, the corresponding bit value is
    /// copied from the value to the packet header field, rest of the bits are left unchanged. The
    /// non-masked value bits must be passed in as zeroes. Masking is not supported for the
    /// `OVS_KEY_ATTR_TUNNEL` attribute.
    #[attr(11, nest)]
    pub set_masked: Option<KeyAttrs>,
    /// Track the connection. Populate the conntrack-related entries in the flow key.
    #[attr(12, nest)]
    pub ct: Option<CtAttrs>,
    /// struct `ovs_action_trunc` is a u32 max length.
    #[attr(13)]
    pub trunc: Option<u32>,
    /// struct `ovs_action_push_eth`.
    #[attr(14)]
    pub push_eth: Option<Vec<u8>>,
    #[attr(15, flag)]
    pub pop_eth: bool,
    #[attr(16, flag)]
    pub ct_clear: bool,
    /// Push NSH header to the packet.
    #[attr(17, nest)]
    pub push_nsh: Option<OvsNshKeyAttrs>,
    /// Pop the outermost NSH header off the packet.
    #[attr(18, flag)]
    pub pop_nsh: bool,
    /// Run packet through a meter, which may drop the packet, or modify the packet (e.g., change
    /// the DSCP field).
    #[attr(19)]
    pub meter: Option<u32>,
    /// Make a copy of the packet and execute a list of actions without affecting the original
    /// packet and key.
    #[attr(20, nest)]
    pub clone: Option<Box<ActionAttrs>>,
    /// Check the packet length and execute a set of actions if greater than the specified packet
    /// length, else execute another set of actions.
    #[attr(21, nest)]
    pub check_pkt_len: Option<Box<CheckPktLenAttrs>>,
    /// Push a new MPLS label stack entry at the start of the packet or at the start of the l3
    /// header depending on the value of l3 tunnel flag in the `tun_flags` field of this
    /// `OVS_ACTION_ATTR_ADD_MPLS` argument.
    #[attr(22, c_struct)]
    pub add_mpls: Option<OvsActionAddMpls>,
    #[attr(23, nest)]
    pub dec_ttl: Option<Box<DecTtlAttrs>>,
    /// Sends a packet sample to psample for external observation.
    #[attr(24, nest)]
    pub psample: Option<PsampleAttrs>,
}

/// `OVS_TUNNEL_KEY_ATTR_*`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(pad = 14)]
#[allow(clippy::struct_excessive_bools)] // Each is a flag of the kernel.
pub struct TunnelKeyAttrs {
    #[attr(0, big_endian)]
    pub id: Option<u64>,
    #[attr(1, big_endian)]
    pub ipv4_src: Option<u32>,
    #[attr(2, big_endian)]
    pub ipv4_dst: Option<u32>,
    #[attr(3)]
    pub tos: Option<u8>,
    #[attr(4)]
    pub ttl: Option<u8>,
    #[attr(5, flag)]
    pub dont_fragment: bool,
    #[attr(6, flag)]
    pub csum: bool,
    #[attr(7, flag)]
    pub oam: bool,
    #[attr(8, array)]
    pub geneve_opts: Option<Vec<u32>>,
    #[attr(9, big_endian)]
    pub tp_src: Option<u16>,
    #[attr(10, big_endian)]
    pub tp_dst: Option<u16>,
    #[attr(11, nest)]
    pub vxlan_opts: Option<VxlanExtAttrs>,
    /// struct `in6_addr` source IPv6 address.
    #[attr(12)]
    pub ipv6_src: Option<Vec<u8>>,
    /// struct `in6_addr` destination IPv6 address.
    #[attr(13)]
    pub ipv6_dst: Option<Vec<u8>>,
    /// struct `erspan_metadata`.
    #[attr(15)]
    pub erspan_opts: Option<Vec<u8>>,
    #[attr(16, flag)]
    pub ipv4_info_bridge: bool,
}

/// `OVS_CHECK_PKT_LEN_ATTR_*`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct CheckPktLenAttrs {
    #[attr(1)]
    pub pkt_len: Option<u16>,
    #[attr(2, nest)]
    pub actions_if_greater: Option<Box<ActionAttrs>>,
    #[attr(3, nest)]
    pub actions_if_less_equal: Option<Box<ActionAttrs>>,
}

/// `OVS_SAMPLE_ATTR_*`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct SampleAttrs {
    #[attr(1)]
    pub probability: Option<u32>,
    #[attr(2, nest)]
    pub actions: Option<Box<ActionAttrs>>,
}

/// `OVS_USERSPACE_ATTR_*`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct UserspaceAttrs {
    #[attr(1)]
    pub pid: Option<u32>,
    #[attr(2)]
    pub userdata: Option<Vec<u8>>,
    #[attr(3)]
    pub egress_tun_port: Option<u32>,
    #[attr(4, flag)]
    pub actions: bool,
}

/// `OVS_NSH_KEY_ATTR_*`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct OvsNshKeyAttrs {
    #[attr(1)]
    pub base: Option<Vec<u8>>,
    #[attr(2)]
    pub md1: Option<Vec<u8>>,
    #[attr(3)]
    pub md2: Option<Vec<u8>>,
}

/// `OVS_CT_ATTR_*`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct CtAttrs {
    #[attr(1, flag)]
    pub commit: bool,
    #[attr(2)]
    pub zone: Option<u16>,
    #[attr(3)]
    pub mark: Option<Vec<u8>>,
    #[attr(4)]
    pub labels: Option<Vec<u8>>,
    #[attr(5)]
    pub helper: Option<String>,
    #[attr(6, nest)]
    pub nat: Option<NatAttrs>,
    #[attr(7, flag)]
    pub force_commit: bool,
    #[attr(8)]
    pub eventmask: Option<u32>,
    #[attr(9)]
    pub timeout: Option<String>,
}

/// `OVS_NAT_ATTR_*`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[allow(clippy::struct_excessive_bools)] // Each is a flag of the kernel.
pub struct NatAttrs {
    #[attr(1, flag)]
    pub src: bool,
    #[attr(2, flag)]
    pub dst: bool,
    #[attr(3)]
    pub ip_min: Option<Vec<u8>>,
    #[attr(4)]
    pub ip_max: Option<Vec<u8>>,
    #[attr(5)]
    pub proto_min: Option<u16>,
    #[attr(6)]
    pub proto_max: Option<u16>,
    #[attr(7, flag)]
    pub persistent: bool,
    #[attr(8, flag)]
    pub proto_hash: bool,
    #[attr(9, flag)]
    pub proto_random: bool,
}

/// `OVS_DEC_TTL_ATTR_*`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct DecTtlAttrs {
    #[attr(1, nest)]
    pub action: Option<Box<ActionAttrs>>,
}

/// `OVS_VXLAN_EXT_*`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct VxlanExtAttrs {
    #[attr(1)]
    pub gbp: Option<u32>,
}

/// `OVS_PSAMPLE_ATTR_*`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct PsampleAttrs {
    #[attr(1)]
    pub group: Option<u32>,
    #[attr(2)]
    pub cookie: Option<Vec<u8>>,
}

/// Request of `get`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = FlowAttrs)]
pub struct GetRequest {
    pub key: Option<KeyAttrs>,
    pub ufid: Option<Vec<u8>>,
    pub ufid_flags: Option<OvsUfidFlags>,
}

/// Reply of `get`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = FlowAttrs)]
pub struct GetReply {
    pub key: Option<KeyAttrs>,
    pub ufid: Option<Vec<u8>>,
    pub mask: Option<KeyAttrs>,
    pub stats: Option<OvsFlowStats>,
    pub actions: Option<ActionAttrs>,
}

/// Request of `new`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = FlowAttrs)]
pub struct CreateRequest {
    pub key: Option<KeyAttrs>,
    pub ufid: Option<Vec<u8>>,
    pub mask: Option<KeyAttrs>,
    pub actions: Option<ActionAttrs>,
}

genl_family! {
    /// OVS flow configuration over generic netlink.
    #[family(name = "ovs_flow", version = 1, header = OvsHeader)]
    pub trait OvsFlow {
        #[allow(unused)]
        const OVS_FLOW: MulticastGroup = "ovs_flow";

        /// Get / dump OVS flow configuration and state.
        #[op(3)]
        fn get(request: GetRequest) -> GetReply;

        /// Get / dump OVS flow configuration and state.
        #[op(3, dump)]
        fn dump(request: GetRequest) -> GetReply;

        /// Create OVS flow configuration in a data path.
        #[op(1, name = "new")]
        fn create(request: CreateRequest);
    }
}
