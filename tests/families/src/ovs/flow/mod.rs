//! `ovs_flow`: the flows of a datapath, which apply actions to packets (`Documentation/netlink/specs/ovs_flow.yaml`).

mod action;
mod conntrack;
mod key;
mod structs;
mod tunnel;

pub use action::{
    Action, ActionAddMpls, ActionHash, ActionPushEth, ActionPushMpls, ActionPushVlan, CheckPktLen,
    DecTtl, HashAlg, Psample, Sample, Userspace,
};
pub use conntrack::{CtAttrs, CtStateFlags, NatAttrs};
pub use key::{KeyAttrs, MaskedKey, MaskedNsh, NshKeyAttrs};
pub use structs::{
    FragType, KeyArp, KeyCtTupleIpv4, KeyCtTupleIpv6, KeyEthernet, KeyIcmp, KeyIpv4, KeyIpv6,
    KeyIpv6Exthdrs, KeyMpls, KeyNd, KeySctp, KeyTcp, KeyUdp, Masked, NshKeyBase, NshKeyMd1,
};
pub use tunnel::{ErspanMetadata, TunnelKeyAttrs, VxlanExtAttrs};

use bitflags::bitflags;
use genl::{AttributeSet, CStruct, genl_family};
use zerocopy::{FromBytes, Immutable, IntoBytes};

use super::OvsHeader;

/// Packets of a flow: `struct ovs_flow_stats`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, FromBytes, IntoBytes, Immutable, CStruct)]
#[repr(C)]
pub struct FlowStats {
    /// Number of matched packets.
    pub n_packets: u64,
    /// Number of matched bytes.
    pub n_bytes: u64,
}

bitflags! {
    /// The parts that replies and events about a flow with an identifier leave out.
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
    pub struct UfidFlags: u32 {
        /// Its key.
        const OMIT_KEY = 1;
        /// Its mask.
        const OMIT_MASK = 2;
        /// Its actions.
        const OMIT_ACTIONS = 4;
    }
}

/// A flow.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(pad = 11)]
pub struct FlowAttrs {
    /// The key that packets must match.
    #[attr(1, nest)]
    pub key: Option<KeyAttrs>,
    /// The actions on matching packets. In a `set`, an empty list means no action, and an absent list does not change them.
    #[attr(2, nest)]
    pub actions: Option<Vec<Action>>,
    /// The statistics of matching packets, if there were any.
    #[attr(3, c_struct)]
    pub stats: Option<FlowStats>,
    /// All TCP flags of matching packets, if there were any.
    #[attr(4)]
    pub tcp_flags: Option<u8>,
    /// The time of the last matching packet, if there was one, in milliseconds of the monotonic clock.
    #[attr(5)]
    pub used: Option<u64>,
    /// Clear the statistics.
    #[attr(6, flag)]
    pub clear: bool,
    /// The bits of the key that must match. An absent attribute stands for no bits, and an absent mask for all bits.
    #[attr(7, nest)]
    pub mask: Option<KeyAttrs>,
    /// This is only a probe, so the kernel logs no errors. The YAML has bytes, but the kernel has a flag.
    #[attr(8, flag)]
    pub probe: bool,
    /// An identifier that replaces the key in lookups.
    #[attr(9, min_len = 1, max_len = 16)]
    pub ufid: Option<Vec<u8>>,
    /// The parts that replies and events leave out.
    #[attr(10, flags)]
    pub ufid_flags: Option<UfidFlags>,
}

/// Identifies a flow by its identifier, or else by its key. A dump uses only the flags.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = FlowAttrs)]
pub struct FlowGet {
    /// Its key.
    pub key: Option<KeyAttrs>,
    /// Its identifier.
    pub ufid: Option<Vec<u8>>,
    /// The parts that the reply or the event leaves out.
    pub ufid_flags: Option<UfidFlags>,
}

/// The request for a new flow. The kernel reads more attributes than the YAML lists.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = FlowAttrs)]
pub struct FlowNew {
    /// The key that packets must match.
    pub key: KeyAttrs,
    /// The actions on matching packets.
    pub actions: Vec<Action>,
    /// The bits of the key that must match.
    pub mask: Option<KeyAttrs>,
    /// This is only a probe.
    pub probe: bool,
    /// The identifier.
    pub ufid: Option<Vec<u8>>,
    /// The parts that the event leaves out.
    pub ufid_flags: Option<UfidFlags>,
}

genl_family! {
    /// OVS flow configuration over generic netlink.
    #[family(name = "ovs_flow", version = 1, header = OvsHeader)]
    pub trait OvsFlow {
        /// Flows that are created, deleted and changed.
        const OVS_FLOW: MulticastGroup = "ovs_flow";

        /// Get OVS flow configuration and state. Fails with `ENOENT` if there is none.
        #[op(3, lax)]
        fn get(request: FlowGet) -> FlowAttrs;

        /// Dump OVS flow configuration and state. Actions that do not fit into a message are left out.
        #[op(3, dump, lax)]
        fn dump(request: FlowGet) -> FlowAttrs;

        /// Create OVS flow configuration in a data path, or replace the actions of a flow.
        #[op(1, lax, uns_admin_perm, name = "new")]
        fn create(request: FlowNew);

        /// Delete a flow, or all flows if the request is empty.
        #[op(2, lax, uns_admin_perm)]
        fn del(request: FlowGet);

        /// Change the actions of a flow, which needs its key even if it has an identifier, or clear its statistics.
        #[op(4, lax, uns_admin_perm)]
        fn set(request: FlowAttrs);

        /// A flow was created or replaced.
        #[event(1, group = OVS_FLOW, notify = get)]
        fn new_ntf();

        /// A flow was deleted. No event is sent if all flows are deleted at once.
        #[event(2, group = OVS_FLOW, notify = get)]
        fn del_ntf();

        /// A flow was changed.
        #[event(4, group = OVS_FLOW, notify = get)]
        fn set_ntf();
    }
}
