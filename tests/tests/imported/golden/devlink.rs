// SPDX-License-Identifier: ((GPL-2.0 WITH Linux-syscall-note) OR BSD-3-Clause)
//! `devlink` (`devlink.yaml`), as `genl import` prints it.

#![allow(missing_docs)] // The specification says nothing of some.

use bitflags::bitflags;
use genl::{AttributeSet, Bitfield32, Enumeration, genl_family};

#[derive(Clone, Copy, Debug, PartialEq, Eq, Enumeration)]
#[repr(u8)]
pub enum SbPoolType {
    Ingress = 0,
    Egress = 1,
    #[unknown]
    Other(u8),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Enumeration)]
#[repr(u16)]
pub enum PortType {
    Notset = 0,
    Auto = 1,
    Eth = 2,
    Ib = 3,
    #[unknown]
    Other(u16),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Enumeration)]
#[repr(u16)]
pub enum PortFlavour {
    Physical = 0,
    Cpu = 1,
    Dsa = 2,
    PciPf = 3,
    PciVf = 4,
    Virtual = 5,
    Unused = 6,
    PciSf = 7,
    #[unknown]
    Other(u16),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Enumeration)]
#[repr(u8)]
pub enum PortFnState {
    Inactive = 0,
    Active = 1,
    #[unknown]
    Other(u8),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Enumeration)]
#[repr(u8)]
pub enum PortFnOpstate {
    Detached = 0,
    Attached = 1,
    #[unknown]
    Other(u8),
}

bitflags! {
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
    pub struct PortFnAttrCap: u32 {
        const ROCE_BIT = 1;
        const MIGRATABLE_BIT = 1 << 1;
        const IPSEC_CRYPTO_BIT = 1 << 2;
        const IPSEC_PACKET_BIT = 1 << 3;
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Enumeration)]
#[repr(u16)]
pub enum RateType {
    Leaf = 0,
    Node = 1,
    #[unknown]
    Other(u16),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Enumeration)]
#[repr(u8)]
pub enum SbThresholdType {
    Static = 0,
    Dynamic = 1,
    #[unknown]
    Other(u8),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Enumeration)]
#[repr(u16)]
pub enum EswitchMode {
    Legacy = 0,
    Switchdev = 1,
    SwitchdevInactive = 2,
    #[unknown]
    Other(u16),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Enumeration)]
#[repr(u8)]
pub enum EswitchInlineMode {
    None = 0,
    Link = 1,
    Network = 2,
    Transport = 3,
    #[unknown]
    Other(u8),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Enumeration)]
#[repr(u8)]
pub enum EswitchEncapMode {
    None = 0,
    Basic = 1,
    #[unknown]
    Other(u8),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Enumeration)]
#[repr(u32)]
pub enum DpipeHeaderId {
    Ethernet = 0,
    Ipv4 = 1,
    Ipv6 = 2,
    #[unknown]
    Other(u32),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Enumeration)]
#[repr(u32)]
pub enum DpipeMatchType {
    FieldExact = 0,
    #[unknown]
    Other(u32),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Enumeration)]
#[repr(u32)]
pub enum DpipeActionType {
    FieldModify = 0,
    #[unknown]
    Other(u32),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Enumeration)]
#[repr(u32)]
pub enum DpipeFieldMappingType {
    None = 0,
    Ifindex = 1,
    #[unknown]
    Other(u32),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Enumeration)]
#[repr(u8)]
pub enum ResourceUnit {
    Entry = 0,
    #[unknown]
    Other(u8),
}

bitflags! {
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
    pub struct ResourceScope: u32 {
        const DEV = 1;
        const PORT = 1 << 1;
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Enumeration)]
#[repr(u8)]
pub enum ReloadAction {
    DriverReinit = 1,
    FwActivate = 2,
    #[unknown]
    Other(u8),
}

bitflags! {
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
    pub struct ReloadActions: u32 {
        const DRIVER_REINIT = 1 << 1;
        const FW_ACTIVATE = 1 << 2;
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Enumeration)]
#[repr(u8)]
pub enum ParamCmode {
    Runtime = 0,
    Driverinit = 1,
    Permanent = 2,
    #[unknown]
    Other(u8),
}

bitflags! {
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
    pub struct FlashOverwrite: u32 {
        const SETTINGS_BIT = 1;
        const IDENTIFIERS_BIT = 1 << 1;
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Enumeration)]
#[repr(u8)]
pub enum TrapAction {
    Drop = 0,
    Trap = 1,
    Mirror = 2,
    #[unknown]
    Other(u8),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Enumeration)]
#[repr(u8)]
pub enum TrapType {
    Drop = 0,
    Exception = 1,
    Control = 2,
    #[unknown]
    Other(u8),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Enumeration)]
#[repr(u8)]
pub enum VarAttrType {
    U8 = 1,
    U16 = 2,
    U32 = 3,
    U64 = 4,
    String = 5,
    Flag = 6,
    NulString = 10,
    Binary = 11,
    U64Array = 129,
    #[unknown]
    Other(u8),
}

pub const RATE_TC_INDEX_MAX: u32 = 7;

/// `DEVLINK_ATTR_*`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(pad = 61)]
#[allow(clippy::struct_excessive_bools)] // Each is a flag of the kernel.
pub struct Devlink {
    #[attr(1)]
    pub bus_name: Option<String>,
    #[attr(2)]
    pub dev_name: Option<String>,
    #[attr(3)]
    pub port_index: Option<u32>,
    #[attr(4)]
    pub port_type: Option<PortType>,
    #[attr(5)]
    pub port_desired_type: Option<u16>,
    #[attr(6)]
    pub port_netdev_ifindex: Option<u32>,
    #[attr(7)]
    pub port_netdev_name: Option<String>,
    #[attr(8)]
    pub port_ibdev_name: Option<String>,
    #[attr(9)]
    pub port_split_count: Option<u32>,
    #[attr(10)]
    pub port_split_group: Option<u32>,
    #[attr(11)]
    pub sb_index: Option<u32>,
    #[attr(12)]
    pub sb_size: Option<u32>,
    #[attr(13)]
    pub sb_ingress_pool_count: Option<u16>,
    #[attr(14)]
    pub sb_egress_pool_count: Option<u16>,
    #[attr(15)]
    pub sb_ingress_tc_count: Option<u16>,
    #[attr(16)]
    pub sb_egress_tc_count: Option<u16>,
    #[attr(17)]
    pub sb_pool_index: Option<u16>,
    #[attr(18)]
    pub sb_pool_type: Option<SbPoolType>,
    #[attr(19)]
    pub sb_pool_size: Option<u32>,
    #[attr(20)]
    pub sb_pool_threshold_type: Option<SbThresholdType>,
    #[attr(21)]
    pub sb_threshold: Option<u32>,
    #[attr(22)]
    pub sb_tc_index: Option<u16>,
    #[attr(23)]
    pub sb_occ_cur: Option<u32>,
    #[attr(24)]
    pub sb_occ_max: Option<u32>,
    #[attr(25)]
    pub eswitch_mode: Option<EswitchMode>,
    #[attr(26)]
    pub eswitch_inline_mode: Option<EswitchInlineMode>,
    #[attr(27, nest)]
    pub dpipe_tables: Option<DlDpipeTables>,
    #[attr(28, multi, nest)]
    pub dpipe_table: Vec<DlDpipeTable>,
    #[attr(29)]
    pub dpipe_table_name: Option<String>,
    #[attr(30)]
    pub dpipe_table_size: Option<u64>,
    #[attr(31, nest)]
    pub dpipe_table_matches: Option<DlDpipeTableMatches>,
    #[attr(32, nest)]
    pub dpipe_table_actions: Option<DlDpipeTableActions>,
    #[attr(33)]
    pub dpipe_table_counters_enabled: Option<u8>,
    #[attr(34, nest)]
    pub dpipe_entries: Option<DlDpipeEntries>,
    #[attr(35, multi, nest)]
    pub dpipe_entry: Vec<DlDpipeEntry>,
    #[attr(36)]
    pub dpipe_entry_index: Option<u64>,
    #[attr(37, nest)]
    pub dpipe_entry_match_values: Option<DlDpipeEntryMatchValues>,
    #[attr(38, nest)]
    pub dpipe_entry_action_values: Option<DlDpipeEntryActionValues>,
    #[attr(39)]
    pub dpipe_entry_counter: Option<u64>,
    #[attr(40, multi, nest)]
    pub dpipe_match: Vec<DlDpipeMatch>,
    #[attr(41, multi, nest)]
    pub dpipe_match_value: Vec<DlDpipeMatchValue>,
    #[attr(42)]
    pub dpipe_match_type: Option<DpipeMatchType>,
    #[attr(43, multi, nest)]
    pub dpipe_action: Vec<DlDpipeAction>,
    #[attr(44, multi, nest)]
    pub dpipe_action_value: Vec<DlDpipeActionValue>,
    #[attr(45)]
    pub dpipe_action_type: Option<DpipeActionType>,
    #[attr(46)]
    pub dpipe_value: Option<Vec<u8>>,
    #[attr(47)]
    pub dpipe_value_mask: Option<Vec<u8>>,
    #[attr(48)]
    pub dpipe_value_mapping: Option<u32>,
    #[attr(49, nest)]
    pub dpipe_headers: Option<DlDpipeHeaders>,
    #[attr(50, multi, nest)]
    pub dpipe_header: Vec<DlDpipeHeader>,
    #[attr(51)]
    pub dpipe_header_name: Option<String>,
    #[attr(52)]
    pub dpipe_header_id: Option<DpipeHeaderId>,
    #[attr(53, nest)]
    pub dpipe_header_fields: Option<DlDpipeHeaderFields>,
    #[attr(54)]
    pub dpipe_header_global: Option<u8>,
    #[attr(55)]
    pub dpipe_header_index: Option<u32>,
    #[attr(56, multi, nest)]
    pub dpipe_field: Vec<DlDpipeField>,
    #[attr(57)]
    pub dpipe_field_name: Option<String>,
    #[attr(58)]
    pub dpipe_field_id: Option<u32>,
    #[attr(59)]
    pub dpipe_field_bitwidth: Option<u32>,
    #[attr(60)]
    pub dpipe_field_mapping_type: Option<DpipeFieldMappingType>,
    #[attr(62)]
    pub eswitch_encap_mode: Option<EswitchEncapMode>,
    #[attr(63, nest)]
    pub resource_list: Option<DlResourceList>,
    #[attr(64, multi, nest)]
    pub resource: Vec<DlResource>,
    #[attr(65)]
    pub resource_name: Option<String>,
    #[attr(66)]
    pub resource_id: Option<u64>,
    #[attr(67)]
    pub resource_size: Option<u64>,
    #[attr(68)]
    pub resource_size_new: Option<u64>,
    #[attr(69)]
    pub resource_size_valid: Option<u8>,
    #[attr(70)]
    pub resource_size_min: Option<u64>,
    #[attr(71)]
    pub resource_size_max: Option<u64>,
    #[attr(72)]
    pub resource_size_gran: Option<u64>,
    #[attr(73)]
    pub resource_unit: Option<ResourceUnit>,
    #[attr(74)]
    pub resource_occ: Option<u64>,
    #[attr(75)]
    pub dpipe_table_resource_id: Option<u64>,
    #[attr(76)]
    pub dpipe_table_resource_units: Option<u64>,
    #[attr(77)]
    pub port_flavour: Option<PortFlavour>,
    #[attr(78)]
    pub port_number: Option<u32>,
    #[attr(79)]
    pub port_split_subport_number: Option<u32>,
    #[attr(80, nest)]
    pub param: Option<DlParam>,
    #[attr(81)]
    pub param_name: Option<String>,
    #[attr(82, flag)]
    pub param_generic: bool,
    #[attr(83)]
    pub param_type: Option<VarAttrType>,
    #[attr(87)]
    pub param_value_cmode: Option<ParamCmode>,
    #[attr(88)]
    pub region_name: Option<String>,
    #[attr(89)]
    pub region_size: Option<u64>,
    #[attr(90, nest)]
    pub region_snapshots: Option<DlRegionSnapshots>,
    #[attr(91, nest)]
    pub region_snapshot: Option<DlRegionSnapshot>,
    #[attr(92)]
    pub region_snapshot_id: Option<u32>,
    #[attr(93, nest)]
    pub region_chunks: Option<DlRegionChunks>,
    #[attr(94, nest)]
    pub region_chunk: Option<DlRegionChunk>,
    #[attr(95)]
    pub region_chunk_data: Option<Vec<u8>>,
    #[attr(96)]
    pub region_chunk_addr: Option<u64>,
    #[attr(97)]
    pub region_chunk_len: Option<u64>,
    #[attr(98)]
    pub info_driver_name: Option<String>,
    #[attr(99)]
    pub info_serial_number: Option<String>,
    #[attr(100, multi, nest)]
    pub info_version_fixed: Vec<DlInfoVersion>,
    #[attr(101, multi, nest)]
    pub info_version_running: Vec<DlInfoVersion>,
    #[attr(102, multi, nest)]
    pub info_version_stored: Vec<DlInfoVersion>,
    #[attr(103)]
    pub info_version_name: Option<String>,
    #[attr(104)]
    pub info_version_value: Option<String>,
    #[attr(105)]
    pub sb_pool_cell_size: Option<u32>,
    #[attr(106, nest)]
    pub fmsg: Option<DlFmsg>,
    #[attr(107, flag)]
    pub fmsg_obj_nest_start: bool,
    #[attr(108, flag)]
    pub fmsg_pair_nest_start: bool,
    #[attr(109, flag)]
    pub fmsg_arr_nest_start: bool,
    #[attr(110, flag)]
    pub fmsg_nest_end: bool,
    #[attr(111)]
    pub fmsg_obj_name: Option<String>,
    #[attr(112)]
    pub fmsg_obj_value_type: Option<VarAttrType>,
    #[attr(114, nest)]
    pub health_reporter: Option<DlHealthReporter>,
    #[attr(115)]
    pub health_reporter_name: Option<String>,
    #[attr(116)]
    pub health_reporter_state: Option<u8>,
    #[attr(117)]
    pub health_reporter_err_count: Option<u64>,
    #[attr(118)]
    pub health_reporter_recover_count: Option<u64>,
    #[attr(119)]
    pub health_reporter_dump_ts: Option<u64>,
    #[attr(120)]
    pub health_reporter_graceful_period: Option<u64>,
    #[attr(121)]
    pub health_reporter_auto_recover: Option<u8>,
    #[attr(122)]
    pub flash_update_file_name: Option<String>,
    #[attr(123)]
    pub flash_update_component: Option<String>,
    #[attr(124)]
    pub flash_update_status_msg: Option<String>,
    #[attr(125)]
    pub flash_update_status_done: Option<u64>,
    #[attr(126)]
    pub flash_update_status_total: Option<u64>,
    #[attr(127)]
    pub port_pci_pf_number: Option<u16>,
    #[attr(128)]
    pub port_pci_vf_number: Option<u16>,
    #[attr(129, nest)]
    pub stats: Option<DlAttrStats>,
    #[attr(130)]
    pub trap_name: Option<String>,
    #[attr(131)]
    pub trap_action: Option<TrapAction>,
    #[attr(132)]
    pub trap_type: Option<TrapType>,
    #[attr(133, flag)]
    pub trap_generic: bool,
    #[attr(134, nest)]
    pub trap_metadata: Option<DlTrapMetadata>,
    #[attr(135)]
    pub trap_group_name: Option<String>,
    #[attr(136)]
    pub reload_failed: Option<u8>,
    #[attr(137)]
    pub health_reporter_dump_ts_ns: Option<u64>,
    #[attr(138)]
    pub netns_fd: Option<u32>,
    #[attr(139)]
    pub netns_pid: Option<u32>,
    #[attr(140)]
    pub netns_id: Option<u32>,
    #[attr(141)]
    pub health_reporter_auto_dump: Option<u8>,
    #[attr(142)]
    pub trap_policer_id: Option<u32>,
    #[attr(143)]
    pub trap_policer_rate: Option<u64>,
    #[attr(144)]
    pub trap_policer_burst: Option<u64>,
    #[attr(145, nest)]
    pub port_function: Option<DlPortFunction>,
    #[attr(146)]
    pub info_board_serial_number: Option<String>,
    #[attr(147)]
    pub port_lanes: Option<u32>,
    #[attr(148)]
    pub port_splittable: Option<u8>,
    #[attr(149)]
    pub port_external: Option<u8>,
    #[attr(150)]
    pub port_controller_number: Option<u32>,
    #[attr(151)]
    pub flash_update_status_timeout: Option<u64>,
    #[attr(152, bitfield32)]
    pub flash_update_overwrite_mask: Option<Bitfield32<FlashOverwrite>>,
    #[attr(153)]
    pub reload_action: Option<ReloadAction>,
    #[attr(154, bitfield32)]
    pub reload_actions_performed: Option<Bitfield32<ReloadActions>>,
    #[attr(155, bitfield32)]
    pub reload_limits: Option<Bitfield32<ReloadActions>>,
    #[attr(156, nest)]
    pub dev_stats: Option<DlDevStats>,
    #[attr(157, nest)]
    pub reload_stats: Option<DlReloadStats>,
    #[attr(158, multi, nest)]
    pub reload_stats_entry: Vec<DlReloadStatsEntry>,
    #[attr(159)]
    pub reload_stats_limit: Option<u8>,
    #[attr(160)]
    pub reload_stats_value: Option<u32>,
    #[attr(161, nest)]
    pub remote_reload_stats: Option<DlReloadStats>,
    #[attr(162, multi, nest)]
    pub reload_action_info: Vec<DlReloadActInfo>,
    #[attr(163, multi, nest)]
    pub reload_action_stats: Vec<DlReloadActStats>,
    #[attr(164)]
    pub port_pci_sf_number: Option<u32>,
    #[attr(165)]
    pub rate_type: Option<RateType>,
    #[attr(166)]
    pub rate_tx_share: Option<u64>,
    #[attr(167)]
    pub rate_tx_max: Option<u64>,
    #[attr(168)]
    pub rate_node_name: Option<String>,
    #[attr(169)]
    pub rate_parent_node_name: Option<String>,
    #[attr(170)]
    pub region_max_snapshots: Option<u32>,
    #[attr(171)]
    pub linecard_index: Option<u32>,
    #[attr(172)]
    pub linecard_state: Option<u8>,
    #[attr(173)]
    pub linecard_type: Option<String>,
    #[attr(174, nest)]
    pub linecard_supported_types: Option<DlLinecardSupportedTypes>,
    #[attr(176, nest)]
    pub selftests: Option<DlSelftestId>,
    #[attr(177)]
    pub rate_tx_priority: Option<u32>,
    #[attr(178)]
    pub rate_tx_weight: Option<u32>,
    #[attr(179, flag)]
    pub region_direct: bool,
    #[attr(180, multi, nest)]
    pub rate_tc_bws: Vec<DlRateTcBws>,
    /// Time (in msec) for recoveries before starting the grace period.
    #[attr(181)]
    pub health_reporter_burst_period: Option<u64>,
    /// Request restoring parameter to its default value.
    #[attr(183, flag)]
    pub param_reset_default: bool,
    /// Unique devlink instance index.
    #[attr(184, uint, max = 0xffff_ffff)]
    pub index: Option<u64>,
    /// Bitmask selecting which resource classes to include in a resource-dump response. Bit 0 (dev)
    /// selects device-level resources; bit 1 (port) selects port-level resources. When absent all
    /// classes are returned.
    #[attr(185, flags)]
    pub resource_scope_mask: Option<ResourceScope>,
    /// Identifies the devlink instance which owns the parent rate node. Used with rate-set and
    /// rate-new to parent a rate object to a node on a different devlink instance, enabling
    /// cross-device rate scheduling. When absent, the parent node is resolved on the same instance.
    #[attr(186, nest)]
    pub parent_dev: Option<DlParentDev>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Devlink)]
pub struct DlDevStats {
    pub reload_stats: Option<DlReloadStats>,
    pub remote_reload_stats: Option<DlReloadStats>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Devlink)]
pub struct DlReloadStats {
    pub reload_action_info: Vec<DlReloadActInfo>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Devlink)]
pub struct DlReloadActInfo {
    pub reload_action: Option<ReloadAction>,
    pub reload_action_stats: Vec<DlReloadActStats>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Devlink)]
pub struct DlReloadActStats {
    pub reload_stats_entry: Vec<DlReloadStatsEntry>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Devlink)]
pub struct DlReloadStatsEntry {
    pub reload_stats_limit: Option<u8>,
    pub reload_stats_value: Option<u32>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Devlink)]
pub struct DlInfoVersion {
    pub info_version_name: Option<String>,
    pub info_version_value: Option<String>,
}

/// `DEVLINK_PORT_FN_ATTR_*`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct DlPortFunction {
    #[attr(1)]
    pub hw_addr: Option<Vec<u8>>,
    #[attr(2)]
    pub state: Option<PortFnState>,
    #[attr(3)]
    pub opstate: Option<PortFnOpstate>,
    #[attr(4, bitfield32)]
    pub caps: Option<Bitfield32<PortFnAttrCap>>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Devlink)]
pub struct DlDpipeTables {
    pub dpipe_table: Vec<DlDpipeTable>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Devlink)]
pub struct DlDpipeTable {
    pub dpipe_table_name: Option<String>,
    pub dpipe_table_size: Option<u64>,
    pub dpipe_table_matches: Option<DlDpipeTableMatches>,
    pub dpipe_table_actions: Option<DlDpipeTableActions>,
    pub dpipe_table_counters_enabled: Option<u8>,
    pub dpipe_table_resource_id: Option<u64>,
    pub dpipe_table_resource_units: Option<u64>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Devlink)]
pub struct DlDpipeTableMatches {
    pub dpipe_match: Vec<DlDpipeMatch>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Devlink)]
pub struct DlDpipeTableActions {
    pub dpipe_action: Vec<DlDpipeAction>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Devlink)]
pub struct DlDpipeEntries {
    pub dpipe_entry: Vec<DlDpipeEntry>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Devlink)]
pub struct DlDpipeEntry {
    pub dpipe_entry_index: Option<u64>,
    pub dpipe_entry_match_values: Option<DlDpipeEntryMatchValues>,
    pub dpipe_entry_action_values: Option<DlDpipeEntryActionValues>,
    pub dpipe_entry_counter: Option<u64>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Devlink)]
pub struct DlDpipeEntryMatchValues {
    pub dpipe_match_value: Vec<DlDpipeMatchValue>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Devlink)]
pub struct DlDpipeEntryActionValues {
    pub dpipe_action_value: Vec<DlDpipeActionValue>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Devlink)]
pub struct DlDpipeMatch {
    pub dpipe_match_type: Option<DpipeMatchType>,
    pub dpipe_header_id: Option<DpipeHeaderId>,
    pub dpipe_header_global: Option<u8>,
    pub dpipe_header_index: Option<u32>,
    pub dpipe_field_id: Option<u32>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Devlink)]
pub struct DlDpipeMatchValue {
    pub dpipe_match: Vec<DlDpipeMatch>,
    pub dpipe_value: Option<Vec<u8>>,
    pub dpipe_value_mask: Option<Vec<u8>>,
    pub dpipe_value_mapping: Option<u32>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Devlink)]
pub struct DlDpipeAction {
    pub dpipe_action_type: Option<DpipeActionType>,
    pub dpipe_header_id: Option<DpipeHeaderId>,
    pub dpipe_header_global: Option<u8>,
    pub dpipe_header_index: Option<u32>,
    pub dpipe_field_id: Option<u32>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Devlink)]
pub struct DlDpipeActionValue {
    pub dpipe_action: Vec<DlDpipeAction>,
    pub dpipe_value: Option<Vec<u8>>,
    pub dpipe_value_mask: Option<Vec<u8>>,
    pub dpipe_value_mapping: Option<u32>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Devlink)]
pub struct DlDpipeHeaders {
    pub dpipe_header: Vec<DlDpipeHeader>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Devlink)]
pub struct DlDpipeHeader {
    pub dpipe_header_name: Option<String>,
    pub dpipe_header_id: Option<DpipeHeaderId>,
    pub dpipe_header_global: Option<u8>,
    pub dpipe_header_fields: Option<DlDpipeHeaderFields>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Devlink)]
pub struct DlDpipeHeaderFields {
    pub dpipe_field: Vec<DlDpipeField>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Devlink)]
pub struct DlDpipeField {
    pub dpipe_field_name: Option<String>,
    pub dpipe_field_id: Option<u32>,
    pub dpipe_field_bitwidth: Option<u32>,
    pub dpipe_field_mapping_type: Option<DpipeFieldMappingType>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Devlink)]
pub struct DlResource {
    pub resource_name: Option<String>,
    pub resource_id: Option<u64>,
    pub resource_size: Option<u64>,
    pub resource_size_new: Option<u64>,
    pub resource_size_valid: Option<u8>,
    pub resource_size_min: Option<u64>,
    pub resource_size_max: Option<u64>,
    pub resource_size_gran: Option<u64>,
    pub resource_unit: Option<ResourceUnit>,
    pub resource_occ: Option<u64>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Devlink)]
pub struct DlResourceList {
    pub resource: Vec<DlResource>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Devlink)]
pub struct DlParam {
    pub param_name: Option<String>,
    pub param_generic: bool,
    pub param_type: Option<VarAttrType>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Devlink)]
pub struct DlRegionSnapshots {
    pub region_snapshot: Option<DlRegionSnapshot>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Devlink)]
pub struct DlRegionSnapshot {
    pub region_snapshot_id: Option<u32>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Devlink)]
pub struct DlRegionChunks {
    pub region_chunk: Option<DlRegionChunk>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Devlink)]
pub struct DlRegionChunk {
    pub region_chunk_data: Option<Vec<u8>>,
    pub region_chunk_addr: Option<u64>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Devlink)]
#[allow(clippy::struct_excessive_bools)] // Each is a flag of the kernel.
pub struct DlFmsg {
    pub fmsg_obj_nest_start: bool,
    pub fmsg_pair_nest_start: bool,
    pub fmsg_arr_nest_start: bool,
    pub fmsg_nest_end: bool,
    pub fmsg_obj_name: Option<String>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Devlink)]
pub struct DlHealthReporter {
    pub health_reporter_name: Option<String>,
    pub health_reporter_state: Option<u8>,
    pub health_reporter_err_count: Option<u64>,
    pub health_reporter_recover_count: Option<u64>,
    pub health_reporter_graceful_period: Option<u64>,
    pub health_reporter_auto_recover: Option<u8>,
    pub health_reporter_dump_ts: Option<u64>,
    pub health_reporter_dump_ts_ns: Option<u64>,
    pub health_reporter_auto_dump: Option<u8>,
    pub health_reporter_burst_period: Option<u64>,
}

/// `DEVLINK_ATTR_*`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct DlAttrStats {
    #[attr(0)]
    pub stats_rx_packets: Option<u64>,
    #[attr(1)]
    pub stats_rx_bytes: Option<u64>,
    #[attr(2)]
    pub stats_rx_dropped: Option<u64>,
}

/// `DEVLINK_ATTR_*`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct DlTrapMetadata {
    #[attr(0, flag)]
    pub trap_metadata_type_in_port: bool,
    #[attr(1, flag)]
    pub trap_metadata_type_fa_cookie: bool,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Devlink)]
pub struct DlLinecardSupportedTypes {
    pub linecard_type: Option<String>,
}

/// `DEVLINK_ATTR_SELFTEST_ID_*`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct DlSelftestId {
    #[attr(1, flag)]
    pub flash: bool,
}

/// `DEVLINK_RATE_TC_ATTR_*`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct DlRateTcBws {
    #[attr(1, max = RATE_TC_INDEX_MAX)]
    pub index: Option<u8>,
    /// Specifies the bandwidth share assigned to the Traffic Class. The bandwidth for the traffic
    /// class is determined in proportion to the sum of the shares of all configured classes.
    #[attr(2)]
    pub bw: Option<u32>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Devlink)]
pub struct DlParentDev {
    pub bus_name: Option<String>,
    pub dev_name: Option<String>,
    pub index: Option<u64>,
}

/// Request of `get`, `port-get` and others.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Devlink)]
pub struct DevId {
    pub bus_name: Option<String>,
    pub dev_name: Option<String>,
    pub index: Option<u64>,
}

/// Reply of `get`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Devlink)]
pub struct GetReply {
    pub bus_name: Option<String>,
    pub dev_name: Option<String>,
    pub index: Option<u64>,
    pub reload_failed: Option<u8>,
    pub dev_stats: Option<DlDevStats>,
}

/// Request of `port-get`, `port-del` and others.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Devlink)]
pub struct PortId {
    pub bus_name: Option<String>,
    pub dev_name: Option<String>,
    pub index: Option<u64>,
    pub port_index: Option<u32>,
}

/// Reply of `port-get`, `port-new` and `port-param-get`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Devlink)]
pub struct PortIdReply {
    pub bus_name: Option<String>,
    pub dev_name: Option<String>,
    pub index: Option<u64>,
    pub port_index: Option<u32>,
}

/// Request of `port-set`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Devlink)]
pub struct PortSet {
    pub bus_name: Option<String>,
    pub dev_name: Option<String>,
    pub index: Option<u64>,
    pub port_index: Option<u32>,
    pub port_type: Option<PortType>,
    pub port_function: Option<DlPortFunction>,
}

/// Request of `port-new`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Devlink)]
pub struct PortNew {
    pub bus_name: Option<String>,
    pub dev_name: Option<String>,
    pub index: Option<u64>,
    pub port_index: Option<u32>,
    pub port_flavour: Option<PortFlavour>,
    pub port_pci_pf_number: Option<u16>,
    pub port_pci_sf_number: Option<u32>,
    pub port_controller_number: Option<u32>,
}

/// Request of `port-split`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Devlink)]
pub struct PortSplit {
    pub bus_name: Option<String>,
    pub dev_name: Option<String>,
    pub index: Option<u64>,
    pub port_index: Option<u32>,
    pub port_split_count: Option<u32>,
}

/// Request of `sb-get`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Devlink)]
pub struct SbGet {
    pub bus_name: Option<String>,
    pub dev_name: Option<String>,
    pub index: Option<u64>,
    pub sb_index: Option<u32>,
}

/// Reply of `sb-get`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Devlink)]
pub struct SbGetReply {
    pub bus_name: Option<String>,
    pub dev_name: Option<String>,
    pub index: Option<u64>,
    pub sb_index: Option<u32>,
}

/// Request of `sb-pool-get`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Devlink)]
pub struct SbPoolGet {
    pub bus_name: Option<String>,
    pub dev_name: Option<String>,
    pub index: Option<u64>,
    pub sb_index: Option<u32>,
    pub sb_pool_index: Option<u16>,
}

/// Reply of `sb-pool-get`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Devlink)]
pub struct SbPoolGetReply {
    pub bus_name: Option<String>,
    pub dev_name: Option<String>,
    pub index: Option<u64>,
    pub sb_index: Option<u32>,
    pub sb_pool_index: Option<u16>,
}

/// Request of `sb-pool-set`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Devlink)]
pub struct SbPoolSet {
    pub bus_name: Option<String>,
    pub dev_name: Option<String>,
    pub index: Option<u64>,
    pub sb_index: Option<u32>,
    pub sb_pool_index: Option<u16>,
    pub sb_pool_threshold_type: Option<SbThresholdType>,
    pub sb_pool_size: Option<u32>,
}

/// Request of `sb-port-pool-get`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Devlink)]
pub struct SbPortPoolGet {
    pub bus_name: Option<String>,
    pub dev_name: Option<String>,
    pub index: Option<u64>,
    pub port_index: Option<u32>,
    pub sb_index: Option<u32>,
    pub sb_pool_index: Option<u16>,
}

/// Reply of `sb-port-pool-get`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Devlink)]
pub struct SbPortPoolGetReply {
    pub bus_name: Option<String>,
    pub dev_name: Option<String>,
    pub index: Option<u64>,
    pub port_index: Option<u32>,
    pub sb_index: Option<u32>,
    pub sb_pool_index: Option<u16>,
}

/// Request of `sb-port-pool-set`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Devlink)]
pub struct SbPortPoolSet {
    pub bus_name: Option<String>,
    pub dev_name: Option<String>,
    pub index: Option<u64>,
    pub port_index: Option<u32>,
    pub sb_index: Option<u32>,
    pub sb_pool_index: Option<u16>,
    pub sb_threshold: Option<u32>,
}

/// Request of `sb-tc-pool-bind-get`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Devlink)]
pub struct SbTcPoolBindGet {
    pub bus_name: Option<String>,
    pub dev_name: Option<String>,
    pub index: Option<u64>,
    pub port_index: Option<u32>,
    pub sb_index: Option<u32>,
    pub sb_pool_type: Option<SbPoolType>,
    pub sb_tc_index: Option<u16>,
}

/// Reply of `sb-tc-pool-bind-get`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Devlink)]
pub struct SbTcPoolBindGetReply {
    pub bus_name: Option<String>,
    pub dev_name: Option<String>,
    pub index: Option<u64>,
    pub port_index: Option<u32>,
    pub sb_index: Option<u32>,
    pub sb_pool_type: Option<SbPoolType>,
    pub sb_tc_index: Option<u16>,
}

/// Request of `sb-tc-pool-bind-set`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Devlink)]
pub struct SbTcPoolBindSet {
    pub bus_name: Option<String>,
    pub dev_name: Option<String>,
    pub index: Option<u64>,
    pub port_index: Option<u32>,
    pub sb_index: Option<u32>,
    pub sb_pool_index: Option<u16>,
    pub sb_pool_type: Option<SbPoolType>,
    pub sb_tc_index: Option<u16>,
    pub sb_threshold: Option<u32>,
}

/// Request of `sb-occ-snapshot`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Devlink)]
pub struct SbOccSnapshot {
    pub bus_name: Option<String>,
    pub dev_name: Option<String>,
    pub index: Option<u64>,
    pub sb_index: Option<u32>,
}

/// Request of `sb-occ-max-clear`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Devlink)]
pub struct SbOccMaxClear {
    pub bus_name: Option<String>,
    pub dev_name: Option<String>,
    pub index: Option<u64>,
    pub sb_index: Option<u32>,
}

/// Reply of `eswitch-get`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Devlink)]
pub struct EswitchGetReply {
    pub bus_name: Option<String>,
    pub dev_name: Option<String>,
    pub index: Option<u64>,
    pub eswitch_mode: Option<EswitchMode>,
    pub eswitch_inline_mode: Option<EswitchInlineMode>,
    pub eswitch_encap_mode: Option<EswitchEncapMode>,
}

/// Request of `eswitch-set`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Devlink)]
pub struct EswitchSet {
    pub bus_name: Option<String>,
    pub dev_name: Option<String>,
    pub index: Option<u64>,
    pub eswitch_mode: Option<EswitchMode>,
    pub eswitch_inline_mode: Option<EswitchInlineMode>,
    pub eswitch_encap_mode: Option<EswitchEncapMode>,
}

/// Request of `dpipe-table-get`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Devlink)]
pub struct DpipeTableGet {
    pub bus_name: Option<String>,
    pub dev_name: Option<String>,
    pub index: Option<u64>,
    pub dpipe_table_name: Option<String>,
}

/// Reply of `dpipe-table-get`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Devlink)]
pub struct DpipeTableGetReply {
    pub bus_name: Option<String>,
    pub dev_name: Option<String>,
    pub index: Option<u64>,
    pub dpipe_tables: Option<DlDpipeTables>,
}

/// Request of `dpipe-entries-get`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Devlink)]
pub struct DpipeEntriesGet {
    pub bus_name: Option<String>,
    pub dev_name: Option<String>,
    pub index: Option<u64>,
    pub dpipe_table_name: Option<String>,
}

/// Reply of `dpipe-entries-get`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Devlink)]
pub struct DpipeEntriesGetReply {
    pub bus_name: Option<String>,
    pub dev_name: Option<String>,
    pub index: Option<u64>,
    pub dpipe_entries: Option<DlDpipeEntries>,
}

/// Request of `dpipe-headers-get`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Devlink)]
pub struct DpipeHeadersGet {
    pub bus_name: Option<String>,
    pub dev_name: Option<String>,
    pub index: Option<u64>,
}

/// Reply of `dpipe-headers-get`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Devlink)]
pub struct DpipeHeadersGetReply {
    pub bus_name: Option<String>,
    pub dev_name: Option<String>,
    pub index: Option<u64>,
    pub dpipe_headers: Option<DlDpipeHeaders>,
}

/// Request of `dpipe-table-counters-set`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Devlink)]
pub struct DpipeTableCountersSet {
    pub bus_name: Option<String>,
    pub dev_name: Option<String>,
    pub index: Option<u64>,
    pub dpipe_table_name: Option<String>,
    pub dpipe_table_counters_enabled: Option<u8>,
}

/// Request of `resource-set`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Devlink)]
pub struct ResourceSet {
    pub bus_name: Option<String>,
    pub dev_name: Option<String>,
    pub index: Option<u64>,
    pub resource_id: Option<u64>,
    pub resource_size: Option<u64>,
}

/// Request of `resource-dump`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Devlink)]
pub struct ResourceDump {
    pub bus_name: Option<String>,
    pub dev_name: Option<String>,
    pub index: Option<u64>,
    pub port_index: Option<u32>,
}

/// Reply of `resource-dump`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Devlink)]
pub struct ResourceDumpReply {
    pub bus_name: Option<String>,
    pub dev_name: Option<String>,
    pub index: Option<u64>,
    pub port_index: Option<u32>,
    pub resource_list: Option<DlResourceList>,
}

/// Dump request of `resource-dump`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Devlink)]
pub struct ResourceDumpDump {
    pub bus_name: Option<String>,
    pub dev_name: Option<String>,
    pub index: Option<u64>,
    pub resource_scope_mask: Option<ResourceScope>,
}

/// Request of `reload`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Devlink)]
pub struct ReloadRequest {
    pub bus_name: Option<String>,
    pub dev_name: Option<String>,
    pub index: Option<u64>,
    pub reload_action: Option<ReloadAction>,
    pub reload_limits: Option<Bitfield32<ReloadActions>>,
    pub netns_pid: Option<u32>,
    pub netns_fd: Option<u32>,
    pub netns_id: Option<u32>,
}

/// Reply of `reload`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Devlink)]
pub struct ReloadReply {
    pub bus_name: Option<String>,
    pub dev_name: Option<String>,
    pub index: Option<u64>,
    pub reload_actions_performed: Option<Bitfield32<ReloadActions>>,
}

/// Request of `param-get`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Devlink)]
pub struct ParamGet {
    pub bus_name: Option<String>,
    pub dev_name: Option<String>,
    pub index: Option<u64>,
    pub param_name: Option<String>,
}

/// Reply of `param-get`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Devlink)]
pub struct ParamGetReply {
    pub bus_name: Option<String>,
    pub dev_name: Option<String>,
    pub index: Option<u64>,
    pub param_name: Option<String>,
}

/// Request of `param-set`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Devlink)]
pub struct ParamSet {
    pub bus_name: Option<String>,
    pub dev_name: Option<String>,
    pub index: Option<u64>,
    pub param_name: Option<String>,
    pub param_type: Option<VarAttrType>,
    pub param_value_cmode: Option<ParamCmode>,
    pub param_reset_default: bool,
}

/// Request of `region-get`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Devlink)]
pub struct RegionGet {
    pub bus_name: Option<String>,
    pub dev_name: Option<String>,
    pub index: Option<u64>,
    pub port_index: Option<u32>,
    pub region_name: Option<String>,
}

/// Reply of `region-get`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Devlink)]
pub struct RegionGetReply {
    pub bus_name: Option<String>,
    pub dev_name: Option<String>,
    pub index: Option<u64>,
    pub port_index: Option<u32>,
    pub region_name: Option<String>,
}

/// Request of `region-new` and `region-del`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Devlink)]
pub struct RegionSnapshotId {
    pub bus_name: Option<String>,
    pub dev_name: Option<String>,
    pub index: Option<u64>,
    pub port_index: Option<u32>,
    pub region_name: Option<String>,
    pub region_snapshot_id: Option<u32>,
}

/// Reply of `region-new`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Devlink)]
pub struct RegionNewReply {
    pub bus_name: Option<String>,
    pub dev_name: Option<String>,
    pub index: Option<u64>,
    pub port_index: Option<u32>,
    pub region_name: Option<String>,
    pub region_snapshot_id: Option<u32>,
}

/// Dump request of `region-read`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Devlink)]
pub struct RegionRead {
    pub bus_name: Option<String>,
    pub dev_name: Option<String>,
    pub index: Option<u64>,
    pub port_index: Option<u32>,
    pub region_name: Option<String>,
    pub region_snapshot_id: Option<u32>,
    pub region_direct: bool,
    pub region_chunk_addr: Option<u64>,
    pub region_chunk_len: Option<u64>,
}

/// Reply of `region-read`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Devlink)]
pub struct RegionReadReply {
    pub bus_name: Option<String>,
    pub dev_name: Option<String>,
    pub index: Option<u64>,
    pub port_index: Option<u32>,
    pub region_name: Option<String>,
}

/// Reply of `info-get`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Devlink)]
pub struct InfoGetReply {
    pub bus_name: Option<String>,
    pub dev_name: Option<String>,
    pub index: Option<u64>,
    pub info_driver_name: Option<String>,
    pub info_serial_number: Option<String>,
    pub info_version_fixed: Vec<DlInfoVersion>,
    pub info_version_running: Vec<DlInfoVersion>,
    pub info_version_stored: Vec<DlInfoVersion>,
    pub info_board_serial_number: Option<String>,
}

/// Request of `health-reporter-get`, `health-reporter-recover` and others.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Devlink)]
pub struct HealthReporterId {
    pub bus_name: Option<String>,
    pub dev_name: Option<String>,
    pub index: Option<u64>,
    pub port_index: Option<u32>,
    pub health_reporter_name: Option<String>,
}

/// Reply of `health-reporter-get`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Devlink)]
pub struct HealthReporterGetReply {
    pub bus_name: Option<String>,
    pub dev_name: Option<String>,
    pub index: Option<u64>,
    pub port_index: Option<u32>,
    pub health_reporter_name: Option<String>,
}

/// Request of `health-reporter-set`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Devlink)]
pub struct HealthReporterSet {
    pub bus_name: Option<String>,
    pub dev_name: Option<String>,
    pub index: Option<u64>,
    pub port_index: Option<u32>,
    pub health_reporter_name: Option<String>,
    pub health_reporter_graceful_period: Option<u64>,
    pub health_reporter_auto_recover: Option<u8>,
    pub health_reporter_auto_dump: Option<u8>,
    pub health_reporter_burst_period: Option<u64>,
}

/// Reply of `health-reporter-dump-get`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Devlink)]
pub struct HealthReporterDumpGetReply {
    pub fmsg: Option<DlFmsg>,
}

/// Request of `flash-update`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Devlink)]
pub struct FlashUpdate {
    pub bus_name: Option<String>,
    pub dev_name: Option<String>,
    pub index: Option<u64>,
    pub flash_update_file_name: Option<String>,
    pub flash_update_component: Option<String>,
    pub flash_update_overwrite_mask: Option<Bitfield32<FlashOverwrite>>,
}

/// Request of `trap-get`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Devlink)]
pub struct TrapGet {
    pub bus_name: Option<String>,
    pub dev_name: Option<String>,
    pub index: Option<u64>,
    pub trap_name: Option<String>,
}

/// Reply of `trap-get`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Devlink)]
pub struct TrapGetReply {
    pub bus_name: Option<String>,
    pub dev_name: Option<String>,
    pub index: Option<u64>,
    pub trap_name: Option<String>,
}

/// Request of `trap-set`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Devlink)]
pub struct TrapSet {
    pub bus_name: Option<String>,
    pub dev_name: Option<String>,
    pub index: Option<u64>,
    pub trap_name: Option<String>,
    pub trap_action: Option<TrapAction>,
}

/// Request of `trap-group-get`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Devlink)]
pub struct TrapGroupGet {
    pub bus_name: Option<String>,
    pub dev_name: Option<String>,
    pub index: Option<u64>,
    pub trap_group_name: Option<String>,
}

/// Reply of `trap-group-get`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Devlink)]
pub struct TrapGroupGetReply {
    pub bus_name: Option<String>,
    pub dev_name: Option<String>,
    pub index: Option<u64>,
    pub trap_group_name: Option<String>,
}

/// Request of `trap-group-set`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Devlink)]
pub struct TrapGroupSet {
    pub bus_name: Option<String>,
    pub dev_name: Option<String>,
    pub index: Option<u64>,
    pub trap_group_name: Option<String>,
    pub trap_action: Option<TrapAction>,
    pub trap_policer_id: Option<u32>,
}

/// Request of `trap-policer-get`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Devlink)]
pub struct TrapPolicerGet {
    pub bus_name: Option<String>,
    pub dev_name: Option<String>,
    pub index: Option<u64>,
    pub trap_policer_id: Option<u32>,
}

/// Reply of `trap-policer-get`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Devlink)]
pub struct TrapPolicerGetReply {
    pub bus_name: Option<String>,
    pub dev_name: Option<String>,
    pub index: Option<u64>,
    pub trap_policer_id: Option<u32>,
}

/// Request of `trap-policer-set`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Devlink)]
pub struct TrapPolicerSet {
    pub bus_name: Option<String>,
    pub dev_name: Option<String>,
    pub index: Option<u64>,
    pub trap_policer_id: Option<u32>,
    pub trap_policer_rate: Option<u64>,
    pub trap_policer_burst: Option<u64>,
}

/// Request of `rate-get`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Devlink)]
pub struct RateGet {
    pub bus_name: Option<String>,
    pub dev_name: Option<String>,
    pub index: Option<u64>,
    pub port_index: Option<u32>,
    pub rate_node_name: Option<String>,
}

/// Reply of `rate-get`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Devlink)]
pub struct RateGetReply {
    pub bus_name: Option<String>,
    pub dev_name: Option<String>,
    pub index: Option<u64>,
    pub port_index: Option<u32>,
    pub rate_node_name: Option<String>,
}

/// Request of `rate-set`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Devlink)]
pub struct RateSet {
    pub bus_name: Option<String>,
    pub dev_name: Option<String>,
    pub index: Option<u64>,
    pub rate_node_name: Option<String>,
    pub rate_tx_share: Option<u64>,
    pub rate_tx_max: Option<u64>,
    pub rate_tx_priority: Option<u32>,
    pub rate_tx_weight: Option<u32>,
    pub rate_parent_node_name: Option<String>,
    pub rate_tc_bws: Vec<DlRateTcBws>,
    pub parent_dev: Option<DlParentDev>,
}

/// Request of `rate-new`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Devlink)]
pub struct RateNew {
    pub bus_name: Option<String>,
    pub dev_name: Option<String>,
    pub index: Option<u64>,
    pub rate_node_name: Option<String>,
    pub rate_tx_share: Option<u64>,
    pub rate_tx_max: Option<u64>,
    pub rate_tx_priority: Option<u32>,
    pub rate_tx_weight: Option<u32>,
    pub rate_parent_node_name: Option<String>,
    pub rate_tc_bws: Vec<DlRateTcBws>,
    pub parent_dev: Option<DlParentDev>,
}

/// Request of `rate-del`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Devlink)]
pub struct RateDel {
    pub bus_name: Option<String>,
    pub dev_name: Option<String>,
    pub index: Option<u64>,
    pub rate_node_name: Option<String>,
}

/// Request of `linecard-get`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Devlink)]
pub struct LinecardGet {
    pub bus_name: Option<String>,
    pub dev_name: Option<String>,
    pub index: Option<u64>,
    pub linecard_index: Option<u32>,
}

/// Reply of `linecard-get`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Devlink)]
pub struct LinecardGetReply {
    pub bus_name: Option<String>,
    pub dev_name: Option<String>,
    pub index: Option<u64>,
    pub linecard_index: Option<u32>,
}

/// Request of `linecard-set`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Devlink)]
pub struct LinecardSet {
    pub bus_name: Option<String>,
    pub dev_name: Option<String>,
    pub index: Option<u64>,
    pub linecard_index: Option<u32>,
    pub linecard_type: Option<String>,
}

/// Reply of `selftests-get`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Devlink)]
pub struct SelftestsGetReply {
    pub bus_name: Option<String>,
    pub dev_name: Option<String>,
    pub index: Option<u64>,
}

/// Request of `selftests-run`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Devlink)]
pub struct SelftestsRun {
    pub bus_name: Option<String>,
    pub dev_name: Option<String>,
    pub index: Option<u64>,
    pub selftests: Option<DlSelftestId>,
}

/// Request of `notify-filter-set`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Devlink)]
pub struct NotifyFilterSet {
    pub bus_name: Option<String>,
    pub dev_name: Option<String>,
    pub index: Option<u64>,
    pub port_index: Option<u32>,
}

genl_family! {
    /// Partial family for Devlink.
    #[family(name = "devlink", version = 1)]
    pub trait DevlinkFamily {
        /// Get devlink instances.
        #[op(1, reply = 3, lax)]
        fn get(request: DevId) -> GetReply;

        /// Get devlink instances.
        #[op(1, dump, reply = 3, lax)]
        fn dump() -> GetReply;

        /// Get devlink port instances.
        #[op(5, reply = 7, lax)]
        fn port_get(request: PortId) -> PortIdReply;

        /// Get devlink port instances.
        #[op(5, dump, reply = 3)]
        fn port_dump(request: DevId) -> PortIdReply;

        /// Set devlink port instances.
        #[op(6, lax, admin_perm)]
        fn port_set(request: PortSet);

        /// Create devlink port instances.
        #[op(7, lax, admin_perm)]
        fn port_new(request: PortNew) -> PortIdReply;

        /// Delete devlink port instances.
        #[op(8, lax, admin_perm)]
        fn port_del(request: PortId);

        /// Split devlink port instances.
        #[op(9, lax, admin_perm)]
        fn port_split(request: PortSplit);

        /// Unplit devlink port instances.
        #[op(10, lax, admin_perm)]
        fn port_unsplit(request: PortId);

        /// Get shared buffer instances.
        #[op(11, reply = 13, lax)]
        fn sb_get(request: SbGet) -> SbGetReply;

        /// Get shared buffer instances.
        #[op(11, dump, reply = 13)]
        fn sb_dump(request: DevId) -> SbGetReply;

        /// Get shared buffer pool instances.
        #[op(15, reply = 17, lax)]
        fn sb_pool_get(request: SbPoolGet) -> SbPoolGetReply;

        /// Get shared buffer pool instances.
        #[op(15, dump, reply = 17)]
        fn sb_pool_dump(request: DevId) -> SbPoolGetReply;

        /// Set shared buffer pool instances.
        #[op(16, lax, admin_perm)]
        fn sb_pool_set(request: SbPoolSet);

        /// Get shared buffer port-pool combinations and threshold.
        #[op(19, reply = 21, lax)]
        fn sb_port_pool_get(request: SbPortPoolGet) -> SbPortPoolGetReply;

        /// Get shared buffer port-pool combinations and threshold.
        #[op(19, dump, reply = 21)]
        fn sb_port_pool_dump(request: DevId) -> SbPortPoolGetReply;

        /// Set shared buffer port-pool combinations and threshold.
        #[op(20, lax, admin_perm)]
        fn sb_port_pool_set(request: SbPortPoolSet);

        /// Get shared buffer port-TC to pool bindings and threshold.
        #[op(23, reply = 25, lax)]
        fn sb_tc_pool_bind_get(request: SbTcPoolBindGet) -> SbTcPoolBindGetReply;

        /// Get shared buffer port-TC to pool bindings and threshold.
        #[op(23, dump, reply = 25)]
        fn sb_tc_pool_bind_dump(request: DevId) -> SbTcPoolBindGetReply;

        /// Set shared buffer port-TC to pool bindings and threshold.
        #[op(24, lax, admin_perm)]
        fn sb_tc_pool_bind_set(request: SbTcPoolBindSet);

        /// Take occupancy snapshot of shared buffer.
        #[op(27, lax, admin_perm)]
        fn sb_occ_snapshot(request: SbOccSnapshot);

        /// Clear occupancy watermarks of shared buffer.
        #[op(28, lax, admin_perm)]
        fn sb_occ_max_clear(request: SbOccMaxClear);

        /// Get eswitch attributes.
        #[op(29, lax, admin_perm)]
        fn eswitch_get(request: DevId) -> EswitchGetReply;

        /// Set eswitch attributes.
        #[op(30, lax, admin_perm)]
        fn eswitch_set(request: EswitchSet);

        /// Get dpipe table attributes.
        #[op(31, lax)]
        fn dpipe_table_get(request: DpipeTableGet) -> DpipeTableGetReply;

        /// Get dpipe entries attributes.
        #[op(32, lax)]
        fn dpipe_entries_get(request: DpipeEntriesGet) -> DpipeEntriesGetReply;

        /// Get dpipe headers attributes.
        #[op(33, lax)]
        fn dpipe_headers_get(request: DpipeHeadersGet) -> DpipeHeadersGetReply;

        /// Set dpipe counter attributes.
        #[op(34, lax, admin_perm)]
        fn dpipe_table_counters_set(request: DpipeTableCountersSet);

        /// Set resource attributes.
        #[op(35, lax, admin_perm)]
        fn resource_set(request: ResourceSet);

        /// Get resource attributes.
        #[op(36, lax)]
        fn resource_dump(request: ResourceDump) -> ResourceDumpReply;

        /// Get resource attributes.
        #[op(36, dump)]
        fn resource_dump_dump(request: ResourceDumpDump) -> ResourceDumpReply;

        /// Reload devlink.
        #[op(37, lax, admin_perm)]
        fn reload(request: ReloadRequest) -> ReloadReply;

        /// Get param instances.
        #[op(38, lax)]
        fn param_get(request: ParamGet) -> ParamGetReply;

        /// Get param instances.
        #[op(38, dump)]
        fn param_dump(request: DevId) -> ParamGetReply;

        /// Set param instances.
        #[op(39, lax, admin_perm)]
        fn param_set(request: ParamSet);

        /// Get region instances.
        #[op(42, lax)]
        fn region_get(request: RegionGet) -> RegionGetReply;

        /// Get region instances.
        #[op(42, dump)]
        fn region_dump(request: DevId) -> RegionGetReply;

        /// Create region snapshot.
        #[op(44, lax, admin_perm)]
        fn region_new(request: RegionSnapshotId) -> RegionNewReply;

        /// Delete region snapshot.
        #[op(45, lax, admin_perm)]
        fn region_del(request: RegionSnapshotId);

        /// Read region data.
        #[op(46, dump, lax, admin_perm)]
        fn region_read(request: RegionRead) -> RegionReadReply;

        /// Get port param instances.
        #[op(47, lax)]
        fn port_param_get(request: PortId) -> PortIdReply;

        /// Get port param instances.
        #[op(47, dump, lax)]
        fn port_param_dump() -> PortIdReply;

        /// Set port param instances.
        #[op(48, lax, admin_perm)]
        fn port_param_set(request: PortId);

        /// Get device information, like driver name, hardware and firmware versions etc.
        #[op(51, lax)]
        fn info_get(request: DevId) -> InfoGetReply;

        /// Get device information, like driver name, hardware and firmware versions etc.
        #[op(51, dump, lax)]
        fn info_dump() -> InfoGetReply;

        /// Get health reporter instances.
        #[op(52, lax)]
        fn health_reporter_get(request: HealthReporterId) -> HealthReporterGetReply;

        /// Get health reporter instances.
        #[op(52, dump)]
        fn health_reporter_dump(request: PortId) -> HealthReporterGetReply;

        /// Set health reporter instances.
        #[op(53, lax, admin_perm)]
        fn health_reporter_set(request: HealthReporterSet);

        /// Recover health reporter instances.
        #[op(54, lax, admin_perm)]
        fn health_reporter_recover(request: HealthReporterId);

        /// Diagnose health reporter instances.
        #[op(55, lax, admin_perm)]
        fn health_reporter_diagnose(request: HealthReporterId);

        /// Dump health reporter instances.
        #[op(56, dump, lax, admin_perm)]
        fn health_reporter_dump_get(request: HealthReporterId) -> HealthReporterDumpGetReply;

        /// Clear dump of health reporter instances.
        #[op(57, lax, admin_perm)]
        fn health_reporter_dump_clear(request: HealthReporterId);

        /// Flash update devlink instances.
        #[op(58, lax, admin_perm)]
        fn flash_update(request: FlashUpdate);

        /// Get trap instances.
        #[op(61, reply = 63, lax)]
        fn trap_get(request: TrapGet) -> TrapGetReply;

        /// Get trap instances.
        #[op(61, dump, reply = 63)]
        fn trap_dump(request: DevId) -> TrapGetReply;

        /// Set trap instances.
        #[op(62, lax, admin_perm)]
        fn trap_set(request: TrapSet);

        /// Get trap group instances.
        #[op(65, reply = 67, lax)]
        fn trap_group_get(request: TrapGroupGet) -> TrapGroupGetReply;

        /// Get trap group instances.
        #[op(65, dump, reply = 67)]
        fn trap_group_dump(request: DevId) -> TrapGroupGetReply;

        /// Set trap group instances.
        #[op(66, lax, admin_perm)]
        fn trap_group_set(request: TrapGroupSet);

        /// Get trap policer instances.
        #[op(69, reply = 71, lax)]
        fn trap_policer_get(request: TrapPolicerGet) -> TrapPolicerGetReply;

        /// Get trap policer instances.
        #[op(69, dump, reply = 71)]
        fn trap_policer_dump(request: DevId) -> TrapPolicerGetReply;

        /// Get trap policer instances.
        #[op(70, lax, admin_perm)]
        fn trap_policer_set(request: TrapPolicerSet);

        /// Test health reporter instances.
        #[op(73, lax, admin_perm)]
        fn health_reporter_test(request: HealthReporterId);

        /// Get rate instances.
        #[op(74, reply = 76, lax)]
        fn rate_get(request: RateGet) -> RateGetReply;

        /// Get rate instances.
        #[op(74, dump, reply = 76)]
        fn rate_dump(request: DevId) -> RateGetReply;

        /// Set rate instances.
        #[op(75, lax, admin_perm)]
        fn rate_set(request: RateSet);

        /// Create rate instances.
        #[op(76, lax, admin_perm)]
        fn rate_new(request: RateNew);

        /// Delete rate instances.
        #[op(77, lax, admin_perm)]
        fn rate_del(request: RateDel);

        /// Get line card instances.
        #[op(78, reply = 80, lax)]
        fn linecard_get(request: LinecardGet) -> LinecardGetReply;

        /// Get line card instances.
        #[op(78, dump, reply = 80)]
        fn linecard_dump(request: DevId) -> LinecardGetReply;

        /// Set line card instances.
        #[op(79, lax, admin_perm)]
        fn linecard_set(request: LinecardSet);

        /// Get device selftest instances.
        #[op(82, lax)]
        fn selftests_get(request: DevId) -> SelftestsGetReply;

        /// Get device selftest instances.
        #[op(82, dump, lax)]
        fn selftests_dump() -> SelftestsGetReply;

        /// Run device selftest instances.
        #[op(83, lax, admin_perm)]
        fn selftests_run(request: SelftestsRun);

        /// Set notification messages socket filter.
        #[op(84)]
        fn notify_filter_set(request: NotifyFilterSet);
    }
}
