//! Actions, which the kernel applies to packets one after the other.

use genl::c::Enum;
use genl::{AttributeSet, CStruct, Enumeration, UnknownAttribute};
use zerocopy::network_endian::{U16, U32};
use zerocopy::{FromBytes, Immutable, IntoBytes};

use super::conntrack::CtAttrs;
use super::key::{KeyAttrs, MaskedKey, NshKeyAttrs};
use super::structs::KeyEthernet;

/// A VLAN tag: `struct ovs_action_push_vlan`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, FromBytes, IntoBytes, Immutable, CStruct)]
#[repr(C)]
pub struct ActionPushVlan {
    /// Tag protocol identifier (TPID) to push.
    pub vlan_tpid: U16,
    /// Tag control identifier (TCI) to push. Its bit 12 must be set, and is not pushed.
    pub vlan_tci: U16,
}

/// The computation of a hash: `struct ovs_action_hash`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, FromBytes, IntoBytes, Immutable, CStruct)]
#[repr(C)]
pub struct ActionHash {
    /// The algorithm.
    pub hash_alg: Enum<HashAlg>,
    /// Basis used for computing hash.
    pub hash_basis: u32,
}

/// The fields of a packet from which its hash is computed. The datapath chooses the function.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Enumeration)]
#[repr(u32)]
pub enum HashAlg {
    /// Addresses and ports.
    #[default]
    L4 = 0,
    /// Another value.
    #[unknown]
    Other(u32),
}

/// An MPLS label: `struct ovs_action_push_mpls`. The type has 32 bits in the YAML, but 16 and padding in the kernel.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, FromBytes, IntoBytes, Immutable, CStruct)]
#[repr(C)]
pub struct ActionPushMpls {
    /// MPLS label stack entry to push.
    pub mpls_lse: U32,
    /// Ethertype to set in the encapsulating ethernet frame, `ETH_P_MPLS_UC` or `ETH_P_MPLS_MC`. Others are rejected.
    pub mpls_ethertype: U16,
    /// Padding, zero.
    #[member(pad)]
    pub pad: [u8; 2],
}

/// An MPLS label and its place: `struct ovs_action_add_mpls`. The type has 32 bits in the YAML, but 16 in the kernel.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, FromBytes, IntoBytes, Immutable, CStruct)]
#[repr(C)]
pub struct ActionAddMpls {
    /// MPLS label stack entry to push.
    pub mpls_lse: U32,
    /// Ethertype to set in the encapsulating ethernet frame, `ETH_P_MPLS_UC` or `ETH_P_MPLS_MC`. Others are rejected.
    pub mpls_ethertype: U16,
    /// MPLS tunnel attributes. 1 is the start of the layer 3 header instead of the start of the packet.
    pub tun_flags: u16,
}

/// An Ethernet header: `struct ovs_action_push_eth`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, FromBytes, IntoBytes, Immutable, CStruct)]
#[repr(C)]
pub struct ActionPushEth {
    /// Its addresses.
    pub addresses: KeyEthernet,
}

/// An action on a packet. The kernel carries out a list of actions in its order.
#[derive(Clone, Debug, PartialEq, Eq, AttributeSet)]
pub enum Action {
    /// Outputs the packet to the port with this number.
    #[attr(1)]
    Output(u32),
    /// Sends the packet to a socket.
    #[attr(2, nest)]
    Userspace(Userspace),
    /// Replaces the contents of an existing header, which is the only attribute.
    #[attr(3, nest)]
    Set(Box<KeyAttrs>),
    /// Push a new outermost 802.1Q or 802.1ad header onto the packet.
    #[attr(4, c_struct)]
    PushVlan(ActionPushVlan),
    /// Pop the outermost 802.1Q or 802.1ad header from the packet.
    #[attr(5, flag)]
    PopVlan,
    /// Probabilistically executes actions.
    #[attr(6, nest)]
    Sample(Sample),
    /// Processes the packet again from the start of the datapath, with this recirculation id.
    #[attr(7)]
    Recirc(u32),
    /// Computes the hash of the packet.
    #[attr(8, c_struct)]
    Hash(ActionHash),
    /// Push a new MPLS label stack entry onto the top of the packets MPLS label stack.
    #[attr(9, c_struct)]
    PushMpls(ActionPushMpls),
    /// Pops an MPLS label. The packet then has this Ethernet type.
    #[attr(10, big_endian)]
    PopMpls(u16),
    /// Replaces some bits of an existing header, which is the only attribute.
    #[attr(11, nest)]
    SetMasked(Vec<MaskedKey>),
    /// Track the connection. Populate the conntrack-related entries in the flow key.
    #[attr(12, nest)]
    Ct(Box<CtAttrs>),
    /// Truncates the packet of the next output to this length.
    #[attr(13)]
    Trunc(u32),
    /// Pushes an Ethernet header.
    #[attr(14, c_struct)]
    PushEth(ActionPushEth),
    /// Pops the Ethernet header.
    #[attr(15, flag)]
    PopEth,
    /// Removes the connection tracking state of the packet.
    #[attr(16, flag)]
    CtClear,
    /// Push NSH header to the packet.
    #[attr(17, nest)]
    PushNsh(Box<NshKeyAttrs>),
    /// Pop the outermost NSH header off the packet.
    #[attr(18, flag)]
    PopNsh,
    /// Run packet through a meter, which may drop the packet, or modify the packet (e.g., change the DSCP field).
    #[attr(19)]
    Meter(u32),
    /// Make a copy of the packet and execute a list of actions without affecting the original packet and key.
    #[attr(20, nest)]
    Clone(Vec<Action>),
    /// Check the packet length and execute a set of actions if greater than the specified packet length, else execute another set.
    #[attr(21, nest)]
    CheckPktLen(CheckPktLen),
    /// Push a new MPLS label stack entry at the start of the packet or at the start of the l3 header.
    #[attr(22, c_struct)]
    AddMpls(ActionAddMpls),
    /// Decrements the time to live.
    #[attr(23, nest)]
    DecTtl(DecTtl),
    /// Drops the packet, with a reason of the program. It is missing in the YAML, whose later numbers are therefore wrong.
    #[attr(24)]
    Drop(u32),
    /// Sends a packet sample to psample for external observation.
    #[attr(25, nest)]
    Psample(Psample),
    /// Another value.
    #[attr(unknown)]
    Other(UnknownAttribute),
}

/// Actions for packets above a length, and for all others.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct CheckPktLen {
    /// The length.
    #[attr(1)]
    pub pkt_len: u16,
    /// The actions if the packet is longer.
    #[attr(2, nest)]
    pub actions_if_greater: Vec<Action>,
    /// The actions if it is not.
    #[attr(3, nest)]
    pub actions_if_less_equal: Vec<Action>,
}

/// Actions for a random part of the packets.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct Sample {
    /// The probability, as a part of `u32::MAX`.
    #[attr(1)]
    pub probability: u32,
    /// The actions.
    #[attr(2, nest)]
    pub actions: Vec<Action>,
}

/// How a packet is sent to a socket, as the event [`action`](crate::ovs::packet::OvsPacketEvent::Action).
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct Userspace {
    /// The socket.
    #[attr(1)]
    pub pid: u32,
    /// Data that is sent with it.
    #[attr(2)]
    pub userdata: Option<Vec<u8>>,
    /// Adds the tunnel of this port.
    #[attr(3)]
    pub egress_tun_port: Option<u32>,
    /// Adds the actions.
    #[attr(4, flag)]
    pub actions: bool,
}

/// The actions for a packet whose time to live has expired.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct DecTtl {
    /// The actions.
    #[attr(1, nest)]
    pub action: Vec<Action>,
}

/// A sample for observers.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct Psample {
    /// Its group.
    #[attr(1)]
    pub group: u32,
    /// Data that is sent with it.
    #[attr(2, max_len = 16)]
    pub cookie: Option<Vec<u8>>,
}
