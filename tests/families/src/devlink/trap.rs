//! Packet traps: `trap-get`, `trap-set`.

use genl::AttributeSet;

use super::{Devlink, TrapAction, TrapType};

/// What was trapped (`DEVLINK_ATTR_STATS_*`).
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(pad = 61)]
pub struct DlAttrStats {
    /// Packets.
    #[attr(0)]
    pub stats_rx_packets: Option<u64>,
    /// Bytes of these.
    #[attr(1)]
    pub stats_rx_bytes: Option<u64>,
    /// Packets that the device dropped, if it counts them.
    #[attr(2)]
    pub stats_rx_dropped: Option<u64>,
}

/// What comes with a trapped packet (`DEVLINK_ATTR_TRAP_METADATA_TYPE_*`).
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct DlTrapMetadata {
    /// The port it came by.
    #[attr(0, flag)]
    pub trap_metadata_type_in_port: bool,
    /// The cookie of the flow action that trapped it.
    #[attr(1, flag)]
    pub trap_metadata_type_fa_cookie: bool,
}

/// Which trap.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Devlink)]
pub struct TrapId {
    /// The bus of its device.
    pub bus_name: Option<String>,
    /// The name of its device on the bus.
    pub dev_name: Option<String>,
    /// The index of its device.
    pub index: Option<u64>,
    /// Its name.
    pub trap_name: String,
}

/// A trap. Of the reply, the YAML tells what [`TrapId`] has; the order is that of `devlink_nl_trap_fill()`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Devlink)]
pub struct Trap {
    /// The bus of its device.
    pub bus_name: Option<String>,
    /// The name of its device on the bus.
    pub dev_name: Option<String>,
    /// The index of its device.
    pub index: Option<u64>,
    /// The name of its group.
    pub trap_group_name: Option<String>,
    /// Its name.
    pub trap_name: String,
    /// Why it traps packets.
    pub trap_type: Option<TrapType>,
    /// It is one that devices have in common.
    pub trap_generic: bool,
    /// What is done with its packets.
    pub trap_action: Option<TrapAction>,
    /// What comes with its packets.
    pub trap_metadata: Option<DlTrapMetadata>,
    /// What it trapped.
    pub stats: Option<DlAttrStats>,
}

/// Sets what is done with the packets of a trap. The kernel does it for those of type `Drop` only, and warns of others.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Devlink)]
pub struct TrapSet {
    /// The bus of its device.
    pub bus_name: Option<String>,
    /// The name of its device on the bus.
    pub dev_name: Option<String>,
    /// The index of its device.
    pub index: Option<u64>,
    /// Its name.
    pub trap_name: String,
    /// What is to be done.
    pub trap_action: Option<TrapAction>,
}
