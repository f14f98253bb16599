//! `ovs_datapath`: switches in the kernel (`Documentation/netlink/specs/ovs_datapath.yaml`).

use bitflags::bitflags;
use genl::{AttributeSet, CStruct, genl_family};
use zerocopy::{FromBytes, Immutable, IntoBytes};

use super::OvsHeader;

bitflags! {
    /// The features of the program that uses a datapath.
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
    pub struct UserFeatures: u32 {
        /// The last attribute of a message may lack its padding.
        const UNALIGNED = 1;
        /// A port may have several sockets for its packets.
        const VPORT_PIDS = 2;
        /// Recirculation ids may be shared with offloaded `tc`.
        const TC_RECIRC_SHARING = 4;
        /// Packets may be sent to the socket of the CPU on which they arrived.
        const DISPATCH_UPCALL_PER_CPU = 8;
    }
}

/// Packets that went through a datapath: `struct ovs_dp_stats`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, FromBytes, IntoBytes, Immutable, CStruct)]
#[repr(C)]
pub struct DpStats {
    /// Packets that matched a flow.
    pub n_hit: u64,
    /// Packets that matched no flow.
    pub n_missed: u64,
    /// Those of them that could not be sent to a socket.
    pub n_lost: u64,
    /// The number of flows.
    pub n_flows: u64,
}

/// Masks of a datapath: `struct ovs_dp_megaflow_stats`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, FromBytes, IntoBytes, Immutable, CStruct)]
#[repr(C)]
pub struct DpMegaflowStats {
    /// Masks tried in all lookups.
    pub n_mask_hit: u64,
    /// The number of masks.
    pub n_masks: u32,
    /// Padding.
    #[member(pad)]
    pub padding: u32,
    /// Lookups that the cache of masks answered.
    pub n_cache_hit: u64,
    /// Padding.
    #[member(pad)]
    pub pad1: u64,
}

/// A datapath.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(pad = 6)]
pub struct Datapath {
    /// The name of its local port.
    #[attr(1, max_len = 15)]
    pub name: Option<String>,
    /// The socket for the packets of its local port. With 0, they are not sent to a socket.
    #[attr(2)]
    pub upcall_pid: Option<u32>,
    /// Packets that went through it.
    #[attr(3, c_struct)]
    pub stats: Option<DpStats>,
    /// Its masks.
    #[attr(4, c_struct)]
    pub megaflow_stats: Option<DpMegaflowStats>,
    /// The features of the program that uses it.
    #[attr(5, flags)]
    pub user_features: Option<UserFeatures>,
    /// The number of masks in its cache.
    #[attr(7)]
    pub masks_cache_size: Option<u32>,
    /// The sockets for packets, one for each CPU.
    #[attr(8, array, omit_empty)]
    pub per_cpu_pids: Vec<u32>,
    /// The index of its local port.
    #[attr(9)]
    pub ifindex: Option<u32>,
}

/// Identifies a datapath by its name. If absent, the header identifies it.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Datapath)]
pub struct DpName {
    /// The name of its local port.
    pub name: Option<String>,
}

/// The request for a new datapath. The kernel reads more attributes than the YAML lists.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Datapath)]
pub struct DpNew {
    /// The name of its local port.
    pub name: String,
    /// The socket for the packets of its local port. With 0, they are not sent to a socket.
    pub upcall_pid: u32,
    /// The features of the program that uses it.
    pub user_features: Option<UserFeatures>,
    /// The number of masks in its cache.
    pub masks_cache_size: Option<u32>,
    /// The sockets for packets, one for each CPU.
    pub per_cpu_pids: Vec<u32>,
    /// The index of its local port.
    pub ifindex: Option<u32>,
}

genl_family! {
    /// OVS datapath configuration over generic netlink.
    #[family(name = "ovs_datapath", version = 2, header = OvsHeader)]
    pub trait OvsDatapath {
        /// Datapaths that are created, deleted and changed.
        const OVS_DATAPATH: MulticastGroup = "ovs_datapath";

        /// Get OVS data path configuration and state. Fails with `ENODEV` if there is none.
        #[op(3, lax)]
        fn get(request: DpName) -> Datapath;

        /// Dump OVS data path configuration and state.
        #[op(3, dump, lax)]
        fn dump() -> Datapath;

        /// Create new OVS data path. Fails with `EEXIST` if the name is in use.
        #[op(1, lax, uns_admin_perm, name = "new")]
        fn create(request: DpNew);

        /// Delete existing OVS data path.
        #[op(2, lax, uns_admin_perm)]
        fn del(request: DpName);

        /// Change the features of an OVS data path (absent features are cleared), its cache and its sockets.
        #[op(4, lax, uns_admin_perm)]
        fn set(request: Datapath);

        /// A datapath was created.
        #[event(1, group = OVS_DATAPATH, notify = get)]
        fn new_ntf();

        /// A datapath was deleted.
        #[event(2, group = OVS_DATAPATH, notify = get)]
        fn del_ntf();

        /// A datapath was changed.
        #[event(4, group = OVS_DATAPATH, notify = get)]
        fn set_ntf();
    }
}
