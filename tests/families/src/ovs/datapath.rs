//! `ovs_datapath`: switches in the kernel (`Documentation/netlink/specs/ovs_datapath.yaml`).

use bitflags::bitflags;
use genl::{AttributeSet, CStruct, genl_family};
use zerocopy::{FromBytes, Immutable, IntoBytes};

use super::OvsHeader;

bitflags! {
    /// What the program behind a datapath can do.
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
    pub struct UserFeatures: u32 {
        /// The last attribute of a message may lack its padding.
        const UNALIGNED = 1;
        /// A port may have several sockets for its packets.
        const VPORT_PIDS = 2;
        /// Recirculation ids may be shared with offloaded `tc`.
        const TC_RECIRC_SHARING = 4;
        /// Packets may go to the socket of the CPU that they came on.
        const DISPATCH_UPCALL_PER_CPU = 8;
    }
}

/// Packets that went through a datapath: `struct ovs_dp_stats`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, FromBytes, IntoBytes, Immutable, CStruct)]
#[repr(C)]
pub struct DpStats {
    /// Packets that matched a flow.
    pub n_hit: u64,
    /// Packets that matched none.
    pub n_missed: u64,
    /// Those of them that could not be sent to a program.
    pub n_lost: u64,
    /// The flows there are.
    pub n_flows: u64,
}

/// Masks of a datapath: `struct ovs_dp_megaflow_stats`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, FromBytes, IntoBytes, Immutable, CStruct)]
#[repr(C)]
pub struct DpMegaflowStats {
    /// Masks tried in all lookups.
    pub n_mask_hit: u64,
    /// The masks there are.
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
    /// The socket for the packets of its local port; 0: they are not sent up.
    #[attr(2)]
    pub upcall_pid: Option<u32>,
    /// Packets that went through it.
    #[attr(3, c_struct)]
    pub stats: Option<DpStats>,
    /// Its masks.
    #[attr(4, c_struct)]
    pub megaflow_stats: Option<DpMegaflowStats>,
    /// What the program behind it can do.
    #[attr(5, flags)]
    pub user_features: Option<UserFeatures>,
    /// How many masks its cache holds.
    #[attr(7)]
    pub masks_cache_size: Option<u32>,
    /// The sockets for packets, one for each CPU.
    #[attr(8, array, omit_empty)]
    pub per_cpu_pids: Vec<u32>,
    /// The index that its local port is to have.
    #[attr(9)]
    pub ifindex: Option<u32>,
}

/// Names a datapath; without a name the header says which.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Datapath)]
pub struct DpName {
    /// The name of its local port.
    pub name: Option<String>,
}

/// A datapath that is to be. The kernel reads more than the YAML says.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Datapath)]
pub struct DpNew {
    /// The name of its local port.
    pub name: String,
    /// The socket for the packets of its local port; 0: they are not sent up.
    pub upcall_pid: u32,
    /// What the program behind it can do.
    pub user_features: Option<UserFeatures>,
    /// How many masks its cache holds.
    pub masks_cache_size: Option<u32>,
    /// The sockets for packets, one for each CPU.
    pub per_cpu_pids: Vec<u32>,
    /// The index that its local port is to have.
    pub ifindex: Option<u32>,
}

genl_family! {
    /// OVS datapath configuration over generic netlink.
    #[family(name = "ovs_datapath", version = 2, header = OvsHeader)]
    pub trait OvsDatapath {
        /// Datapaths that come, go and change.
        const OVS_DATAPATH: MulticastGroup = "ovs_datapath";

        /// Get OVS data path configuration and state. `ENODEV`: there is none.
        #[op(3, lax)]
        fn get(request: DpName) -> Datapath;

        /// Dump OVS data path configuration and state.
        #[op(3, dump, lax)]
        fn dump() -> Datapath;

        /// Create new OVS data path. `EEXIST`: there is one of this name.
        #[op(1, lax, uns_admin_perm, name = "new")]
        fn create(request: DpNew);

        /// Delete existing OVS data path.
        #[op(2, lax, uns_admin_perm)]
        fn del(request: DpName);

        /// Change what the program behind an OVS data path can do (without features: nothing), its cache and its sockets.
        #[op(4, lax, uns_admin_perm)]
        fn set(request: Datapath);

        /// A datapath has come.
        #[event(1, group = OVS_DATAPATH, notify = get)]
        fn new_ntf();

        /// A datapath has gone.
        #[event(2, group = OVS_DATAPATH, notify = get)]
        fn del_ntf();

        /// A datapath has changed.
        #[event(4, group = OVS_DATAPATH, notify = get)]
        fn set_ntf();
    }
}
