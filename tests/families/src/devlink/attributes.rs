//! The set of all attributes: nearly every nest is a subset of it.

use genl::{AttributeSet, Bitfield32};

use super::{
    DlAttrStats, DlDevStats, DlHealthReporter, DlNestedDevlink, DlPortFunction, DlReloadActInfo,
    DlReloadActStats, DlReloadStats, DlReloadStatsEntry, DlTrapMetadata, Fmsg, PortFlavour,
    PortType, ReloadAction, ReloadActions, ReloadLimits, TrapAction, TrapType, VarAttrType,
};

/// Attributes (`DEVLINK_ATTR_*`) of the operations that are described here.
#[allow(clippy::struct_excessive_bools)] // each is a flag of the kernel's
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(pad = 61)]
pub struct Devlink {
    /// The bus of the device.
    #[attr(1)]
    pub bus_name: Option<String>,
    /// The name of the device on its bus.
    #[attr(2)]
    pub dev_name: Option<String>,
    /// The index of a port.
    #[attr(3)]
    pub port_index: Option<u32>,
    /// The type of the port.
    #[attr(4)]
    pub port_type: Option<PortType>,
    /// The requested type.
    #[attr(5)]
    pub port_desired_type: Option<PortType>,
    /// The index of its network device.
    #[attr(6)]
    pub port_netdev_ifindex: Option<u32>,
    /// The name of its network device.
    #[attr(7)]
    pub port_netdev_name: Option<String>,
    /// The name of its `InfiniBand` device.
    #[attr(8)]
    pub port_ibdev_name: Option<String>,
    /// The number of the port that it was split from.
    #[attr(10)]
    pub port_split_group: Option<u32>,
    /// The flavour.
    #[attr(77)]
    pub port_flavour: Option<PortFlavour>,
    /// Its number on the front panel.
    #[attr(78)]
    pub port_number: Option<u32>,
    /// The number of this part of the split port.
    #[attr(79)]
    pub port_split_subport_number: Option<u32>,
    /// A formatted message, as a list of marks.
    #[attr(106, nest)]
    pub fmsg: Option<Vec<Fmsg>>,
    /// An object starts inside of it.
    #[attr(107, flag, name = "fmsg-obj-nest-start")]
    pub obj_nest_start: bool,
    /// A pair of a name and a value starts.
    #[attr(108, flag, name = "fmsg-pair-nest-start")]
    pub pair_nest_start: bool,
    /// An array starts.
    #[attr(109, flag, name = "fmsg-arr-nest-start")]
    pub arr_nest_start: bool,
    /// The object, pair or array that started last ends.
    #[attr(110, flag, name = "fmsg-nest-end")]
    pub nest_end: bool,
    /// The name in a pair.
    #[attr(111, name = "fmsg-obj-name")]
    pub obj_name: Option<String>,
    /// The type of the following value.
    #[attr(112, name = "fmsg-obj-value-type")]
    pub obj_value_type: Option<VarAttrType>,
    /// A value. It is not in the YAML, because the `obj_value_type` before it determines its type.
    #[attr(113, name = "fmsg-obj-value-data")]
    pub obj_value_data: Option<Vec<u8>>,
    /// A health reporter.
    #[attr(114, nest)]
    pub health_reporter: Option<DlHealthReporter>,
    /// Its name.
    #[attr(115)]
    pub health_reporter_name: Option<String>,
    /// 0 if there is no error, 1 if there is one.
    #[attr(116)]
    pub health_reporter_state: Option<u8>,
    /// The number of errors.
    #[attr(117)]
    pub health_reporter_err_count: Option<u64>,
    /// The number of recoveries.
    #[attr(118)]
    pub health_reporter_recover_count: Option<u64>,
    /// The time of the dump, in milliseconds of `jiffies`.
    #[attr(119)]
    pub health_reporter_dump_ts: Option<u64>,
    /// The graceful period, in milliseconds, in which it does not recover again by itself.
    #[attr(120)]
    pub health_reporter_graceful_period: Option<u64>,
    /// Whether it recovers by itself.
    #[attr(121, u8)]
    pub health_reporter_auto_recover: Option<bool>,
    /// The number of the port's physical function.
    #[attr(127)]
    pub port_pci_pf_number: Option<u16>,
    /// The number of its virtual function.
    #[attr(128)]
    pub port_pci_vf_number: Option<u16>,
    /// The statistics of trapped packets.
    #[attr(129, nest)]
    pub stats: Option<DlAttrStats>,
    /// The name of a trap.
    #[attr(130)]
    pub trap_name: Option<String>,
    /// The action for its packets.
    #[attr(131)]
    pub trap_action: Option<TrapAction>,
    /// The reason of the trap.
    #[attr(132)]
    pub trap_type: Option<TrapType>,
    /// The instance is shared by several devices.
    #[attr(133, flag)]
    pub trap_generic: bool,
    /// The metadata of its packets.
    #[attr(134, nest)]
    pub trap_metadata: Option<DlTrapMetadata>,
    /// The name of its group.
    #[attr(135)]
    pub trap_group_name: Option<String>,
    /// Whether the last reload failed.
    #[attr(136, u8)]
    pub reload_failed: Option<bool>,
    /// The time of the dump, in nanoseconds since the epoch.
    #[attr(137)]
    pub health_reporter_dump_ts_ns: Option<u64>,
    /// A network namespace, by a file descriptor.
    #[attr(138)]
    pub netns_fd: Option<u32>,
    /// A network namespace, by a process in it.
    #[attr(139)]
    pub netns_pid: Option<u32>,
    /// A network namespace, by its id.
    #[attr(140)]
    pub netns_id: Option<u32>,
    /// Whether the health reporter makes dumps by itself.
    #[attr(141, u8)]
    pub health_reporter_auto_dump: Option<bool>,
    /// The function of the port.
    #[attr(145, nest)]
    pub port_function: Option<DlPortFunction>,
    /// The number of lanes of the port.
    #[attr(147)]
    pub port_lanes: Option<u32>,
    /// Whether it can be split.
    #[attr(148, u8)]
    pub port_splittable: Option<bool>,
    /// Whether the port belongs to another host.
    #[attr(149, u8)]
    pub port_external: Option<bool>,
    /// The number of the controller of that host.
    #[attr(150)]
    pub port_controller_number: Option<u32>,
    /// The requested or performed action.
    #[attr(153)]
    pub reload_action: Option<ReloadAction>,
    /// The performed actions. Value and selector are equal.
    #[attr(154, bitfield32)]
    pub reload_actions_performed: Option<Bitfield32<ReloadActions>>,
    /// The limits of the reload. The kernel accepts one bit.
    #[attr(155, bitfield32)]
    pub reload_limits: Option<Bitfield32<ReloadLimits>>,
    /// Statistics of the device.
    #[attr(156, nest)]
    pub dev_stats: Option<DlDevStats>,
    /// Reloads requested by this host.
    #[attr(157, nest)]
    pub reload_stats: Option<DlReloadStats>,
    /// The numbers under one limit.
    #[attr(158, multi, nest)]
    pub reload_stats_entry: Vec<DlReloadStatsEntry>,
    /// The limit, as the number of its bit (`enum devlink_reload_limit`).
    #[attr(159)]
    pub reload_stats_limit: Option<u8>,
    /// Their number.
    #[attr(160)]
    pub reload_stats_value: Option<u32>,
    /// Reloads requested by another host.
    #[attr(161, nest)]
    pub remote_reload_stats: Option<DlReloadStats>,
    /// The numbers of one action.
    #[attr(162, multi, nest)]
    pub reload_action_info: Vec<DlReloadActInfo>,
    /// Their numbers.
    #[attr(163, multi, nest)]
    pub reload_action_stats: Vec<DlReloadActStats>,
    /// The number of the port's subfunction.
    #[attr(164)]
    pub port_pci_sf_number: Option<u32>,
    /// The index of the line card that the port is on.
    #[attr(171)]
    pub linecard_index: Option<u32>,
    /// A device inside of this one. It is not yet in the YAML.
    #[attr(175, multi, nest)]
    pub nested_devlink: Vec<DlNestedDevlink>,
    /// The burst period, in milliseconds: recoveries are allowed for this time before the graceful period starts.
    #[attr(181)]
    pub health_reporter_burst_period: Option<u64>,
    /// The index of the device, instead of its bus and name.
    #[attr(184, uint, max = 0xffff_ffff)]
    pub index: Option<u64>,
}
