//! Packet traps: `trap-get`, `trap-set`.

use genl::AttributeSet;

use super::{Devlink, TrapAction, TrapType};

/// The statistics of trapped packets (`DEVLINK_ATTR_STATS_*`).
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(pad = 61)]
pub struct DlAttrStats {
    /// Packets.
    #[attr(0)]
    pub stats_rx_packets: Option<u64>,
    /// The number of bytes in these packets.
    #[attr(1)]
    pub stats_rx_bytes: Option<u64>,
    /// Packets that the device dropped, if it counts them.
    #[attr(2)]
    pub stats_rx_dropped: Option<u64>,
}

/// The metadata of a trapped packet (`DEVLINK_ATTR_TRAP_METADATA_TYPE_*`).
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct DlTrapMetadata {
    /// The port on which it arrived.
    #[attr(0, flag)]
    pub trap_metadata_type_in_port: bool,
    /// The cookie of the flow action that trapped it.
    #[attr(1, flag)]
    pub trap_metadata_type_fa_cookie: bool,
}

/// Identifies a trap.
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

/// A trap. For the reply, the YAML lists only the attributes of [`TrapId`]. The order is that of `devlink_nl_trap_fill()`.
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
    /// The reason of the trap.
    pub trap_type: Option<TrapType>,
    /// The instance is shared by several devices.
    pub trap_generic: bool,
    /// The action for its packets.
    pub trap_action: Option<TrapAction>,
    /// The metadata of its packets.
    pub trap_metadata: Option<DlTrapMetadata>,
    /// The statistics of trapped packets.
    pub stats: Option<DlAttrStats>,
}

/// Sets the action of a trap. The kernel changes only traps of type `Drop`, and warns about others.
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
    /// The action.
    pub trap_action: Option<TrapAction>,
}
