//! `ovs_packet`: packets that a datapath sends to programs, and packets that programs send (`include/uapi/linux/openvswitch.h`).

use genl::{AttributeSet, genl_family};

use super::OvsHeader;
use super::flow::{Action, KeyAttrs, TunnelKeyAttrs};

/// A packet (`OVS_PACKET_ATTR_*`). Keys and actions are those of [`flow`](super::flow).
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct PacketAttrs {
    /// The packet, starting with its Ethernet header.
    #[attr(1, min_len = 14)]
    pub packet: Option<Vec<u8>>,
    /// The key of the packet.
    #[attr(2, nest)]
    pub key: Option<KeyAttrs>,
    /// The actions on the packet, or those that sent it to the socket.
    #[attr(3, nest)]
    pub actions: Option<Vec<Action>>,
    /// The data of the action that sent the packet.
    #[attr(4)]
    pub userdata: Option<Vec<u8>>,
    /// The tunnel through which it leaves, if the action asked for it.
    #[attr(5, nest)]
    pub egress_tun_key: Option<TunnelKeyAttrs>,
    /// This is only a probe, so the kernel logs no errors.
    #[attr(8, flag)]
    pub probe: bool,
    /// The length of the largest IP fragment received.
    #[attr(9)]
    pub mru: Option<u16>,
    /// The length before it was truncated.
    #[attr(10)]
    pub len: Option<u32>,
    /// Its hash in the lower 32 bits; [`HASH_SW`] and [`HASH_L4`] above.
    #[attr(11)]
    pub hash: Option<u64>,
    /// The socket for packets that its actions send, instead of the one in the actions.
    #[attr(12)]
    pub upcall_pid: Option<u32>,
}

/// The hash of a packet was computed in software (`OVS_PACKET_HASH_SW_BIT`).
pub const HASH_SW: u64 = 1 << 32;

/// The hash of a packet includes its ports (`OVS_PACKET_HASH_L4_BIT`).
pub const HASH_L4: u64 = 1 << 33;

/// A packet that a datapath sent to a socket.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = PacketAttrs)]
pub struct Upcall {
    /// The packet, after the actions before.
    pub packet: Vec<u8>,
    /// The key of the packet when it was received.
    pub key: KeyAttrs,
    /// The actions that sent the packet, if the action asked for them.
    pub actions: Option<Vec<Action>>,
    /// The data of the action that sent the packet.
    pub userdata: Option<Vec<u8>>,
    /// The tunnel through which it leaves, if the action asked for it.
    pub egress_tun_key: Option<TunnelKeyAttrs>,
    /// The length of the largest IP fragment received.
    pub mru: Option<u16>,
    /// The length before it was truncated.
    pub len: Option<u32>,
    /// Its hash.
    pub hash: Option<u64>,
}

/// A packet, and the actions on it.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = PacketAttrs)]
pub struct Execute {
    /// The packet.
    pub packet: Vec<u8>,
    /// The parts of the key that the kernel cannot read from the packet.
    pub key: KeyAttrs,
    /// The actions on the packet.
    pub actions: Vec<Action>,
    /// This is only a probe.
    pub probe: bool,
    /// The length of the largest IP fragment received.
    pub mru: Option<u16>,
    /// Its hash.
    pub hash: Option<u64>,
    /// The socket for packets that its actions send, since Linux 6.17.
    pub upcall_pid: Option<u32>,
}

genl_family! {
    /// OVS packet execution over generic netlink.
    #[family(name = "ovs_packet", version = 1, header = OvsHeader)]
    pub trait OvsPacket {
        /// A packet matched no flow. The event is sent to the socket of its port or CPU, not to a group.
        #[event(1, unicast)]
        fn miss(event: Upcall);

        /// An action [`Userspace`](super::flow::Userspace) sent a packet. The event is sent to the socket of the action.
        #[event(2, unicast)]
        fn action(event: Upcall);

        /// Apply actions to a packet.
        #[op(3, lax, uns_admin_perm)]
        fn execute(request: Execute);
    }
}
