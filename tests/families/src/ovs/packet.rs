//! `ovs_packet`: packets that go up from a datapath, and down to it (`include/uapi/linux/openvswitch.h`).

use genl::{AttributeSet, genl_family};

use super::OvsHeader;
use super::flow::{Action, KeyAttrs, TunnelKeyAttrs};

/// A packet (`OVS_PACKET_ATTR_*`). Keys and actions are those of [`flow`](super::flow).
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct PacketAttrs {
    /// The packet, from the start of its Ethernet header on.
    #[attr(1, min_len = 14)]
    pub packet: Option<Vec<u8>>,
    /// What it says.
    #[attr(2, nest)]
    pub key: Option<KeyAttrs>,
    /// What is to be done with it, or what it was sent up by.
    #[attr(3, nest)]
    pub actions: Option<Vec<Action>>,
    /// What the action said that it was sent up by.
    #[attr(4)]
    pub userdata: Option<Vec<u8>>,
    /// The tunnel that it is to leave by, if the action asked for it.
    #[attr(5, nest)]
    pub egress_tun_key: Option<TunnelKeyAttrs>,
    /// Only whether it would work is asked: the kernel logs no errors.
    #[attr(8, flag)]
    pub probe: bool,
    /// The length of the largest IP fragment received.
    #[attr(9)]
    pub mru: Option<u16>,
    /// How long it was before it was truncated.
    #[attr(10)]
    pub len: Option<u32>,
    /// Its hash in the lower 32 bits; [`HASH_SW`] and [`HASH_L4`] above.
    #[attr(11)]
    pub hash: Option<u64>,
    /// The socket for packets that its actions send up, whatever they say.
    #[attr(12)]
    pub upcall_pid: Option<u32>,
}

/// The hash of a packet is not that of its device (`OVS_PACKET_HASH_SW_BIT`).
pub const HASH_SW: u64 = 1 << 32;

/// The hash of a packet has to do with its ports (`OVS_PACKET_HASH_L4_BIT`).
pub const HASH_L4: u64 = 1 << 33;

/// A packet that has come up from a datapath.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = PacketAttrs)]
pub struct Upcall {
    /// The packet, as the actions before left it.
    pub packet: Vec<u8>,
    /// What it said when it was received.
    pub key: KeyAttrs,
    /// What it was sent up by, if that was asked for.
    pub actions: Option<Vec<Action>>,
    /// What the action said that it was sent up by.
    pub userdata: Option<Vec<u8>>,
    /// The tunnel that it is to leave by, if the action asked for it.
    pub egress_tun_key: Option<TunnelKeyAttrs>,
    /// The length of the largest IP fragment received.
    pub mru: Option<u16>,
    /// How long it was before it was truncated.
    pub len: Option<u32>,
    /// Its hash.
    pub hash: Option<u64>,
}

/// A packet, and what is to be done with it.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = PacketAttrs)]
pub struct Execute {
    /// The packet.
    pub packet: Vec<u8>,
    /// What the packet itself does not say: the rest is read from it.
    pub key: KeyAttrs,
    /// What is to be done with it.
    pub actions: Vec<Action>,
    /// Only whether it would work is asked.
    pub probe: bool,
    /// The length of the largest IP fragment received.
    pub mru: Option<u16>,
    /// Its hash.
    pub hash: Option<u64>,
    /// The socket for packets that its actions send up, since Linux 6.17.
    pub upcall_pid: Option<u32>,
}

genl_family! {
    /// OVS packet execution over generic netlink.
    #[family(name = "ovs_packet", version = 1, header = OvsHeader)]
    pub trait OvsPacket {
        /// A packet matched no flow. Sent to the socket of its port or CPU, and to no group.
        #[event(1, unicast)]
        fn miss(event: Upcall);

        /// A packet met an action [`Userspace`](super::flow::Userspace). Sent to the socket that it names.
        #[event(2, unicast)]
        fn action(event: Upcall);

        /// Apply actions to a packet.
        #[op(3, lax, uns_admin_perm)]
        fn execute(request: Execute);
    }
}
