//! The one numbering: nearly every nest is a subset of it.

use genl::{AttributeSet, Bitfield32};

use super::{
    DlAttrStats, DlDevStats, DlHealthReporter, DlNestedDevlink, DlPortFunction, DlReloadActInfo,
    DlReloadActStats, DlReloadStats, DlReloadStatsEntry, DlTrapMetadata, Fmsg, PortFlavour,
    PortType, ReloadAction, ReloadActions, ReloadLimits, TrapAction, TrapType, VarAttrType,
};

/// Attributes (`DEVLINK_ATTR_*`): all that the operations here carry.
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
    /// What the port is.
    #[attr(4)]
    pub port_type: Option<PortType>,
    /// What it was asked to be.
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
    /// Where it leads.
    #[attr(77)]
    pub port_flavour: Option<PortFlavour>,
    /// Its number on the front panel.
    #[attr(78)]
    pub port_number: Option<u32>,
    /// Which part it is of the port that it was split from.
    #[attr(79)]
    pub port_split_subport_number: Option<u32>,
    /// A message for people, mark by mark.
    #[attr(106, nest)]
    pub fmsg: Option<Vec<Fmsg>>,
    /// An object begins in it.
    #[attr(107, flag, name = "fmsg-obj-nest-start")]
    pub obj_nest_start: bool,
    /// A pair of name and value begins.
    #[attr(108, flag, name = "fmsg-pair-nest-start")]
    pub pair_nest_start: bool,
    /// An array begins.
    #[attr(109, flag, name = "fmsg-arr-nest-start")]
    pub arr_nest_start: bool,
    /// What began last ends.
    #[attr(110, flag, name = "fmsg-nest-end")]
    pub nest_end: bool,
    /// The name in a pair.
    #[attr(111, name = "fmsg-obj-name")]
    pub obj_name: Option<String>,
    /// What the value behind it is.
    #[attr(112, name = "fmsg-obj-value-type")]
    pub obj_value_type: Option<VarAttrType>,
    /// A value. The YAML does not tell of it, for its type is that of the `obj_value_type` in front.
    #[attr(113, name = "fmsg-obj-value-data")]
    pub obj_value_data: Option<Vec<u8>>,
    /// A health reporter.
    #[attr(114, nest)]
    pub health_reporter: Option<DlHealthReporter>,
    /// Its name.
    #[attr(115)]
    pub health_reporter_name: Option<String>,
    /// 0 if all is well, 1 if there is an error.
    #[attr(116)]
    pub health_reporter_state: Option<u8>,
    /// How many errors there were.
    #[attr(117)]
    pub health_reporter_err_count: Option<u64>,
    /// How often it recovered.
    #[attr(118)]
    pub health_reporter_recover_count: Option<u64>,
    /// When the dump was made, in milliseconds of `jiffies`.
    #[attr(119)]
    pub health_reporter_dump_ts: Option<u64>,
    /// How long it does not recover again by itself, in milliseconds.
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
    /// What was trapped.
    #[attr(129, nest)]
    pub stats: Option<DlAttrStats>,
    /// The name of a trap.
    #[attr(130)]
    pub trap_name: Option<String>,
    /// What is done with its packets.
    #[attr(131)]
    pub trap_action: Option<TrapAction>,
    /// Why they are trapped.
    #[attr(132)]
    pub trap_type: Option<TrapType>,
    /// It is one that devices have in common.
    #[attr(133, flag)]
    pub trap_generic: bool,
    /// What comes with its packets.
    #[attr(134, nest)]
    pub trap_metadata: Option<DlTrapMetadata>,
    /// The name of its group.
    #[attr(135)]
    pub trap_group_name: Option<String>,
    /// Whether the last reload failed.
    #[attr(136, u8)]
    pub reload_failed: Option<bool>,
    /// When the dump was made, in nanoseconds since the epoch.
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
    /// What the port leads to.
    #[attr(145, nest)]
    pub port_function: Option<DlPortFunction>,
    /// How many lanes the port has.
    #[attr(147)]
    pub port_lanes: Option<u32>,
    /// Whether it can be split.
    #[attr(148, u8)]
    pub port_splittable: Option<bool>,
    /// Whether it leads to another host.
    #[attr(149, u8)]
    pub port_external: Option<bool>,
    /// The number of that host's controller.
    #[attr(150)]
    pub port_controller_number: Option<u32>,
    /// How to reload, or how it was.
    #[attr(153)]
    pub reload_action: Option<ReloadAction>,
    /// What the reload did. Value and selector are the same.
    #[attr(154, bitfield32)]
    pub reload_actions_performed: Option<Bitfield32<ReloadActions>>,
    /// What the reload must not do. The kernel takes one bit.
    #[attr(155, bitfield32)]
    pub reload_limits: Option<Bitfield32<ReloadLimits>>,
    /// Statistics of the device.
    #[attr(156, nest)]
    pub dev_stats: Option<DlDevStats>,
    /// Reloads that were asked for here.
    #[attr(157, nest)]
    pub reload_stats: Option<DlReloadStats>,
    /// Those under one limit.
    #[attr(158, multi, nest)]
    pub reload_stats_entry: Vec<DlReloadStatsEntry>,
    /// The limit, as the number of its bit (`enum devlink_reload_limit`).
    #[attr(159)]
    pub reload_stats_limit: Option<u8>,
    /// How many.
    #[attr(160)]
    pub reload_stats_value: Option<u32>,
    /// Reloads that another host asked for.
    #[attr(161, nest)]
    pub remote_reload_stats: Option<DlReloadStats>,
    /// Those of one action.
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
    /// A device inside of this one. The YAML does not tell of it yet.
    #[attr(175, multi, nest)]
    pub nested_devlink: Vec<DlNestedDevlink>,
    /// How long there may be recoveries before the graceful period begins, in milliseconds.
    #[attr(181)]
    pub health_reporter_burst_period: Option<u64>,
    /// The index of the device among all, in place of bus and name.
    #[attr(184, uint, max = 0xffff_ffff)]
    pub index: Option<u64>,
}
