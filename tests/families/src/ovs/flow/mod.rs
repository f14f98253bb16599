//! `ovs_flow`: what a datapath does with which packets (`Documentation/netlink/specs/ovs_flow.yaml`).

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
    /// What is left out of replies and events, of a flow that has an identifier.
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
    /// What a packet has to say to match.
    #[attr(1, nest)]
    pub key: Option<KeyAttrs>,
    /// What is done with packets that match. None of them in a `set`: nothing; not there: what was done before.
    #[attr(2, nest)]
    pub actions: Option<Vec<Action>>,
    /// Packets that matched, if any.
    #[attr(3, c_struct)]
    pub stats: Option<FlowStats>,
    /// All TCP flags seen in packets that matched, if any.
    #[attr(4)]
    pub tcp_flags: Option<u8>,
    /// When the last packet matched, if any, in milliseconds of the system's monotonic clock.
    #[attr(5)]
    pub used: Option<u64>,
    /// Forget what was counted.
    #[attr(6, flag)]
    pub clear: bool,
    /// The bits of the key that a packet is compared with; of an attribute that is not there, none. Without a mask, all.
    #[attr(7, nest)]
    pub mask: Option<KeyAttrs>,
    /// Only whether it would work is asked: the kernel logs no errors. The YAML has bytes, the kernel a flag.
    #[attr(8, flag)]
    pub probe: bool,
    /// An identifier of its own, that it is found by instead of its key.
    #[attr(9, min_len = 1, max_len = 16)]
    pub ufid: Option<Vec<u8>>,
    /// What is left out of replies and events.
    #[attr(10, flags)]
    pub ufid_flags: Option<UfidFlags>,
}

/// Names a flow: by its identifier, else by its key. A dump looks at the flags alone.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = FlowAttrs)]
pub struct FlowGet {
    /// Its key.
    pub key: Option<KeyAttrs>,
    /// Its identifier.
    pub ufid: Option<Vec<u8>>,
    /// What is left out of the reply, or of the event.
    pub ufid_flags: Option<UfidFlags>,
}

/// A flow that is to be. The kernel reads more than the YAML says.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = FlowAttrs)]
pub struct FlowNew {
    /// What a packet has to say to match.
    pub key: KeyAttrs,
    /// What is done with it then.
    pub actions: Vec<Action>,
    /// The bits of the key that it is compared with.
    pub mask: Option<KeyAttrs>,
    /// Only whether it would work is asked.
    pub probe: bool,
    /// An identifier of its own.
    pub ufid: Option<Vec<u8>>,
    /// What is left out of the event.
    pub ufid_flags: Option<UfidFlags>,
}

genl_family! {
    /// OVS flow configuration over generic netlink.
    #[family(name = "ovs_flow", version = 1, header = OvsHeader)]
    pub trait OvsFlow {
        /// Flows that come, go and change.
        const OVS_FLOW: MulticastGroup = "ovs_flow";

        /// Get OVS flow configuration and state. `ENOENT`: there is none.
        #[op(3, lax)]
        fn get(request: FlowGet) -> FlowAttrs;

        /// Dump OVS flow configuration and state. Actions that no message has room for are left out.
        #[op(3, dump, lax)]
        fn dump(request: FlowGet) -> FlowAttrs;

        /// Create OVS flow configuration in a data path, or give a flow other actions.
        #[op(1, lax, uns_admin_perm, name = "new")]
        fn create(request: FlowNew);

        /// Delete a flow, or all if none is named.
        #[op(2, lax, uns_admin_perm)]
        fn del(request: FlowGet);

        /// Change the actions of a flow, which takes its key even if it has an identifier, or forget what was counted.
        #[op(4, lax, uns_admin_perm)]
        fn set(request: FlowAttrs);

        /// A flow has come, or was created again.
        #[event(1, group = OVS_FLOW, notify = get)]
        fn new_ntf();

        /// A flow has gone. Of all that go at once, none is told of.
        #[event(2, group = OVS_FLOW, notify = get)]
        fn del_ntf();

        /// A flow has changed.
        #[event(4, group = OVS_FLOW, notify = get)]
        fn set_ntf();
    }
}
