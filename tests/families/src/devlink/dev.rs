//! Devices: `get`, `reload`.

use genl::{AttributeSet, Bitfield32};

use super::{Devlink, ReloadAction, ReloadActions, ReloadLimits};

/// Identifies a device by bus and name, or by index.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Devlink)]
pub struct DevId {
    /// Its bus.
    pub bus_name: Option<String>,
    /// Its name on the bus.
    pub dev_name: Option<String>,
    /// Its index.
    pub index: Option<u64>,
}

/// A device.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Devlink)]
pub struct Dev {
    /// Its bus.
    pub bus_name: Option<String>,
    /// Its name on the bus.
    pub dev_name: Option<String>,
    /// Its index.
    pub index: Option<u64>,
    /// Whether its last reload failed.
    pub reload_failed: Option<bool>,
    /// Its statistics.
    pub dev_stats: Option<DlDevStats>,
    /// The devices inside of it.
    pub nested_devlink: Vec<DlNestedDevlink>,
}

/// Statistics of a device.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Devlink)]
pub struct DlDevStats {
    /// Reloads requested by this host.
    pub reload_stats: Option<DlReloadStats>,
    /// Reloads requested by another host.
    pub remote_reload_stats: Option<DlReloadStats>,
}

/// Reloads.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Devlink)]
pub struct DlReloadStats {
    /// By action.
    pub reload_action_info: Vec<DlReloadActInfo>,
}

/// Reloads with one action.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Devlink)]
pub struct DlReloadActInfo {
    /// The action.
    pub reload_action: Option<ReloadAction>,
    /// Their numbers, as one set. The attribute repeats in the YAML, but not in the kernel.
    pub reload_action_stats: Vec<DlReloadActStats>,
}

/// The numbers of reloads.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Devlink)]
pub struct DlReloadActStats {
    /// By limit.
    pub reload_stats_entry: Vec<DlReloadStatsEntry>,
}

/// The number of reloads under one limit.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Devlink)]
pub struct DlReloadStatsEntry {
    /// The limit, as the number of its bit; 0 for none.
    pub reload_stats_limit: Option<u8>,
    /// Their number.
    pub reload_stats_value: Option<u32>,
}

/// A device inside of another one, or of a port (`devlink_nl_put_nested_handle()`).
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Devlink)]
pub struct DlNestedDevlink {
    /// Its bus.
    pub bus_name: Option<String>,
    /// Its name on the bus.
    pub dev_name: Option<String>,
    /// Its index.
    pub index: Option<u64>,
    /// The id of its network namespace, if that is another one.
    pub netns_id: Option<u32>,
}

/// Reloads a device, into another network namespace if one of the three attributes is present.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Devlink)]
pub struct Reload {
    /// Its bus.
    pub bus_name: Option<String>,
    /// Its name on the bus.
    pub dev_name: Option<String>,
    /// Its index.
    pub index: Option<u64>,
    /// The action. The default is [`ReloadAction::DriverReinit`].
    pub reload_action: Option<ReloadAction>,
    /// The limits.
    pub reload_limits: Option<Bitfield32<ReloadLimits>>,
    /// The namespace, by a process in it.
    pub netns_pid: Option<u32>,
    /// The namespace, by a file descriptor.
    pub netns_fd: Option<u32>,
    /// The namespace, by its id.
    pub netns_id: Option<u32>,
}

/// The result of a reload.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Devlink)]
pub struct Reloaded {
    /// The bus of the device.
    pub bus_name: Option<String>,
    /// Its name on the bus.
    pub dev_name: Option<String>,
    /// Its index.
    pub index: Option<u64>,
    /// The actions.
    pub reload_actions_performed: Option<Bitfield32<ReloadActions>>,
}
