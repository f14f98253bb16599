//! What is done with packets: actions, one after the other.

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

/// How a hash is computed: `struct ovs_action_hash`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, FromBytes, IntoBytes, Immutable, CStruct)]
#[repr(C)]
pub struct ActionHash {
    /// The algorithm.
    pub hash_alg: Enum<HashAlg>,
    /// Basis used for computing hash.
    pub hash_basis: u32,
}

/// Which fields of a packet its hash is computed from. How is up to the datapath.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Enumeration)]
#[repr(u32)]
pub enum HashAlg {
    /// Addresses and ports.
    #[default]
    L4 = 0,
    /// Something else.
    #[unknown]
    Other(u32),
}

/// An MPLS label: `struct ovs_action_push_mpls`. The YAML has 32 bits for the type, the kernel 16 and padding.
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

/// An MPLS label, and where it goes: `struct ovs_action_add_mpls`. The YAML has 32 bits for the type, the kernel 16.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, FromBytes, IntoBytes, Immutable, CStruct)]
#[repr(C)]
pub struct ActionAddMpls {
    /// MPLS label stack entry to push.
    pub mpls_lse: U32,
    /// Ethertype to set in the encapsulating ethernet frame, `ETH_P_MPLS_UC` or `ETH_P_MPLS_MC`. Others are rejected.
    pub mpls_ethertype: U16,
    /// MPLS tunnel attributes; 1: at the start of the layer 3 header, not of the packet.
    pub tun_flags: u16,
}

/// An Ethernet header: `struct ovs_action_push_eth`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, FromBytes, IntoBytes, Immutable, CStruct)]
#[repr(C)]
pub struct ActionPushEth {
    /// Its addresses.
    pub addresses: KeyEthernet,
}

/// What is done with a packet. A list of actions is done in its order.
#[derive(Clone, Debug, PartialEq, Eq, AttributeSet)]
pub enum Action {
    /// Sends it out of the port of this number.
    #[attr(1)]
    Output(u32),
    /// Sends it up to a socket.
    #[attr(2, nest)]
    Userspace(Userspace),
    /// Replaces the contents of an existing header: the one attribute that is there.
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
    /// Lets it start again in the datapath, with this id.
    #[attr(7)]
    Recirc(u32),
    /// Computes its hash.
    #[attr(8, c_struct)]
    Hash(ActionHash),
    /// Push a new MPLS label stack entry onto the top of the packets MPLS label stack.
    #[attr(9, c_struct)]
    PushMpls(ActionPushMpls),
    /// Pops an MPLS label; what is left has this Ethernet type.
    #[attr(10, big_endian)]
    PopMpls(u16),
    /// Replaces some bits of an existing header: the one that is there.
    #[attr(11, nest)]
    SetMasked(Vec<MaskedKey>),
    /// Track the connection. Populate the conntrack-related entries in the flow key.
    #[attr(12, nest)]
    Ct(Box<CtAttrs>),
    /// What the next action sends has at most this length.
    #[attr(13)]
    Trunc(u32),
    /// Pushes an Ethernet header.
    #[attr(14, c_struct)]
    PushEth(ActionPushEth),
    /// Pops the Ethernet header.
    #[attr(15, flag)]
    PopEth,
    /// Forgets what is known of its connection.
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
    /// Counts down its time to live.
    #[attr(23, nest)]
    DecTtl(DecTtl),
    /// Drops it, for a reason of the program's own. Not in the YAML, which counts on without it.
    #[attr(24)]
    Drop(u32),
    /// Sends a packet sample to psample for external observation.
    #[attr(25, nest)]
    Psample(Psample),
    /// Something else.
    #[attr(unknown)]
    Other(UnknownAttribute),
}

/// Which actions are done if a packet is long, and which if not.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct CheckPktLen {
    /// The length.
    #[attr(1)]
    pub pkt_len: u16,
    /// If it is longer.
    #[attr(2, nest)]
    pub actions_if_greater: Vec<Action>,
    /// If not.
    #[attr(3, nest)]
    pub actions_if_less_equal: Vec<Action>,
}

/// Actions that are done for some packets.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct Sample {
    /// For which part of them, in parts of `u32::MAX`.
    #[attr(1)]
    pub probability: u32,
    /// The actions.
    #[attr(2, nest)]
    pub actions: Vec<Action>,
}

/// How a packet is sent up: as [`action`](crate::ovs::packet::OvsPacketEvent::Action).
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct Userspace {
    /// The socket.
    #[attr(1)]
    pub pid: u32,
    /// What is sent along.
    #[attr(2)]
    pub userdata: Option<Vec<u8>>,
    /// Tells of the tunnel of this port as well.
    #[attr(3)]
    pub egress_tun_port: Option<u32>,
    /// Tells the actions as well.
    #[attr(4, flag)]
    pub actions: bool,
}

/// What is done with a packet whose time to live is over.
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
    /// What is sent along.
    #[attr(2, max_len = 16)]
    pub cookie: Option<Vec<u8>>,
}
