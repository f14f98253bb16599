// SPDX-License-Identifier: ((GPL-2.0 WITH Linux-syscall-note) OR BSD-3-Clause)
//! `ethtool` (`ethtool.yaml`, `include/uapi/linux/ethtool_netlink_generated.h`), as `genl import` prints it.

#![allow(missing_docs)] // The specification says nothing of some.

use bitflags::bitflags;
use genl::{AttributeSet, Enumeration, Keyed, genl_family};

#[derive(Clone, Copy, Debug, PartialEq, Eq, Enumeration)]
#[repr(u32)]
pub enum UdpTunnelType {
    Vxlan = 0,
    Geneve = 1,
    VxlanGpe = 2,
    #[unknown]
    Other(u32),
}

bitflags! {
    /// Common ethtool header flags.
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
    pub struct HeaderFlags: u32 {
        /// Use compact bitsets in reply.
        const COMPACT_BITSETS = 1;
        /// Provide optional reply for SET or ACT requests.
        const OMIT_REPLY = 1 << 1;
        /// Request statistics, if supported by the driver.
        const STATS = 1 << 2;
    }
}

/// plug-in module firmware flashing status.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enumeration)]
#[repr(u32)]
pub enum ModuleFwFlashStatus {
    /// The firmware flashing process has started.
    Started = 0,
    /// The firmware flashing process is in progress.
    InProgress = 1,
    /// The firmware flashing process was completed successfully.
    Completed = 2,
    /// The firmware flashing process was stopped due to an error.
    Error = 3,
    #[unknown]
    Other(u32),
}

/// "groups of PSE extended states functions. IEEE 802.3-2022 33.2.4.4 Variables".
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enumeration)]
#[repr(u32)]
pub enum C33PseExtState {
    /// None.
    None = 0,
    /// Group of `error_condition` states.
    ErrorCondition = 1,
    /// Group of `mr_mps_valid` states.
    MrMpsValid = 2,
    /// Group of `mr_pse_enable` states.
    MrPseEnable = 3,
    /// Group of `option_detect_ted` states.
    OptionDetectTed = 4,
    /// Group of `option_vport_lim` states.
    OptionVportLim = 5,
    /// Group of `ovld_detected` states.
    OvldDetected = 6,
    /// Group of `power_not_available` states.
    PowerNotAvailable = 7,
    /// Group of `short_detected` states.
    ShortDetected = 8,
    #[unknown]
    Other(u32),
}

/// `PHY_UPSTREAM_*`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enumeration)]
#[repr(u32)]
pub enum PhyUpstreamType {
    Mac = 0,
    Phy = 1,
    #[unknown]
    Other(u32),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Enumeration)]
#[repr(u8)]
pub enum TcpDataSplit {
    Unknown = 0,
    Disabled = 1,
    Enabled = 2,
    #[unknown]
    Other(u8),
}

/// Source of the hardware timestamp.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enumeration)]
#[repr(u32)]
pub enum HwtstampSource {
    /// Hardware timestamp comes from a MAC or a device which has MAC and PHY integrated.
    Netdev = 1,
    /// Hardware timestamp comes from one PHY device of the network topology.
    Phylib = 2,
    #[unknown]
    Other(u32),
}

bitflags! {
    /// PSE event list for the PSE controller.
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
    pub struct PseEvent: u64 {
        /// PSE output current is too high.
        const PSE_EVENT_OVER_CURRENT = 1;
        /// PSE in over temperature state.
        const PSE_EVENT_OVER_TEMP = 1 << 1;
        /// Detection process occur on the PSE. IEEE 802.3-2022 33.2.5 and 145.2.6 PSE detection of
        /// PDs. IEEE 802.3-202 30.9.1.1.5 `aPSEPowerDetectionStatus`.
        const C33_PSE_EVENT_DETECTION = 1 << 2;
        /// Classification process occur on the PSE. IEEE 802.3-2022 33.2.6 and 145.2.8
        /// classification of PDs mutual identification. IEEE 802.3-2022 30.9.1.1.8
        /// `aPSEPowerClassification`.
        const C33_PSE_EVENT_CLASSIFICATION = 1 << 3;
        /// PD has been disconnected on the PSE. IEEE 802.3-2022 33.3.8 and 145.3.9 PD Maintain
        /// Power Signature. IEEE 802.3-2022 33.5.1.2.9 MPS Absent. IEEE 802.3-2022 30.9.1.1.20
        /// `aPSEMPSAbsentCounter`.
        const C33_PSE_EVENT_DISCONNECTION = 1 << 4;
        /// PSE turned off due to over budget situation.
        const PSE_EVENT_OVER_BUDGET = 1 << 5;
        /// PSE faced an error managing the power control from software.
        const PSE_EVENT_SW_PW_CONTROL_ERROR = 1 << 6;
    }
}

bitflags! {
    /// RSS hash function transformations.
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
    pub struct InputXfrm: u32 {
        /// XOR the corresponding source and destination fields of each specified protocol. Both
        /// copies of the XOR'ed fields are fed into the RSS and RXHASH calculation. Note that this
        /// XORing reduces the input set entropy and could be exploited to reduce the RSS queue
        /// spread.
        const SYM_XOR = 1;
        /// Similar to `SYM_XOR`, except that one copy of the XOR'ed fields is replaced by an OR of
        /// the same fields.
        const SYM_OR_XOR = 1 << 1;
    }
}

bitflags! {
    /// `RXH_*`.
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
    pub struct RxfhFields: u64 {
        const L2DA = 1 << 1;
        const VLAN = 1 << 2;
        const L3_PROTO = 1 << 3;
        const IP_SRC = 1 << 4;
        const IP_DST = 1 << 5;
        /// Src port in case of TCP/UDP/SCTP.
        const L4_B_0_1 = 1 << 6;
        /// Dst port in case of TCP/UDP/SCTP.
        const L4_B_2_3 = 1 << 7;
        const GTP_TEID = 1 << 8;
        /// IPv6 Flow Label.
        const IP6_FL = 1 << 9;
        const DISCARD = 1 << 31;
    }
}

#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct Header {
    #[attr(1)]
    pub dev_index: Option<u32>,
    #[attr(2)]
    pub dev_name: Option<String>,
    #[attr(3, flags)]
    pub flags: Option<HeaderFlags>,
    #[attr(4)]
    pub phy_index: Option<u32>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct BitsetBit {
    #[attr(1)]
    pub index: Option<u32>,
    #[attr(2)]
    pub name: Option<String>,
    #[attr(3, flag)]
    pub value: bool,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct BitsetBits {
    #[attr(1, multi, nest)]
    pub bit: Vec<BitsetBit>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct Bitset {
    #[attr(1, flag)]
    pub nomask: bool,
    #[attr(2)]
    pub size: Option<u32>,
    #[attr(3, nest)]
    pub bits: Option<BitsetBits>,
    #[attr(4)]
    pub value: Option<Vec<u8>>,
    #[attr(5)]
    pub mask: Option<Vec<u8>>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(name = "string")]
pub struct StringAttrs {
    #[attr(1)]
    pub index: Option<u32>,
    #[attr(2)]
    pub value: Option<String>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct Strings {
    #[attr(1, multi, nest)]
    pub string: Vec<StringAttrs>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct Stringset {
    #[attr(1)]
    pub id: Option<u32>,
    #[attr(2)]
    pub count: Option<u32>,
    #[attr(3, multi, nest)]
    pub strings: Vec<Strings>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct Stringsets {
    #[attr(1, multi, nest)]
    pub stringset: Vec<Stringset>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct Strset {
    #[attr(1, nest)]
    pub header: Option<Header>,
    #[attr(2, nest)]
    pub stringsets: Option<Stringsets>,
    #[attr(3, flag)]
    pub counts_only: bool,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct Privflags {
    #[attr(1, nest)]
    pub header: Option<Header>,
    #[attr(2, nest)]
    pub flags: Option<Bitset>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct Rings {
    #[attr(1, nest)]
    pub header: Option<Header>,
    #[attr(2)]
    pub rx_max: Option<u32>,
    #[attr(3)]
    pub rx_mini_max: Option<u32>,
    #[attr(4)]
    pub rx_jumbo_max: Option<u32>,
    #[attr(5)]
    pub tx_max: Option<u32>,
    #[attr(6)]
    pub rx: Option<u32>,
    #[attr(7)]
    pub rx_mini: Option<u32>,
    #[attr(8)]
    pub rx_jumbo: Option<u32>,
    #[attr(9)]
    pub tx: Option<u32>,
    #[attr(10)]
    pub rx_buf_len: Option<u32>,
    #[attr(11)]
    pub tcp_data_split: Option<TcpDataSplit>,
    #[attr(12)]
    pub cqe_size: Option<u32>,
    #[attr(13)]
    pub tx_push: Option<u8>,
    #[attr(14)]
    pub rx_push: Option<u8>,
    #[attr(15)]
    pub tx_push_buf_len: Option<u32>,
    #[attr(16)]
    pub tx_push_buf_len_max: Option<u32>,
    #[attr(17)]
    pub hds_thresh: Option<u32>,
    #[attr(18)]
    pub hds_thresh_max: Option<u32>,
}

/// MAC Merge (802.3).
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(pad = 1)]
pub struct MmStat {
    /// `aMACMergeFrameAssErrorCount`.
    #[attr(2)]
    pub reassembly_errors: Option<u64>,
    /// `aMACMergeFrameSmdErrorCount`.
    #[attr(3)]
    pub smd_errors: Option<u64>,
    /// `aMACMergeFrameAssOkCount`.
    #[attr(4)]
    pub reassembly_ok: Option<u64>,
    /// `aMACMergeFragCountRx`.
    #[attr(5)]
    pub rx_frag_count: Option<u64>,
    /// `aMACMergeFragCountTx`.
    #[attr(6)]
    pub tx_frag_count: Option<u64>,
    /// `aMACMergeHoldCount`.
    #[attr(7)]
    pub hold_count: Option<u64>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct Mm {
    #[attr(1, nest)]
    pub header: Option<Header>,
    #[attr(2)]
    pub pmac_enabled: Option<u8>,
    #[attr(3)]
    pub tx_enabled: Option<u8>,
    #[attr(4)]
    pub tx_active: Option<u8>,
    #[attr(5)]
    pub tx_min_frag_size: Option<u32>,
    #[attr(6)]
    pub rx_min_frag_size: Option<u32>,
    #[attr(7)]
    pub verify_enabled: Option<u8>,
    #[attr(8)]
    pub verify_status: Option<u8>,
    #[attr(9)]
    pub verify_time: Option<u32>,
    #[attr(10)]
    pub max_verify_time: Option<u32>,
    #[attr(11, nest)]
    pub stats: Option<MmStat>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct Linkinfo {
    #[attr(1, nest)]
    pub header: Option<Header>,
    #[attr(2)]
    pub port: Option<u8>,
    #[attr(3)]
    pub phyaddr: Option<u8>,
    #[attr(4)]
    pub tp_mdix: Option<u8>,
    #[attr(5)]
    pub tp_mdix_ctrl: Option<u8>,
    #[attr(6)]
    pub transceiver: Option<u8>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct Linkmodes {
    #[attr(1, nest)]
    pub header: Option<Header>,
    #[attr(2)]
    pub autoneg: Option<u8>,
    #[attr(3, nest)]
    pub ours: Option<Bitset>,
    #[attr(4, nest)]
    pub peer: Option<Bitset>,
    #[attr(5)]
    pub speed: Option<u32>,
    #[attr(6)]
    pub duplex: Option<u8>,
    #[attr(7)]
    pub master_slave_cfg: Option<u8>,
    #[attr(8)]
    pub master_slave_state: Option<u8>,
    #[attr(9)]
    pub lanes: Option<u32>,
    #[attr(10)]
    pub rate_matching: Option<u8>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct Linkstate {
    #[attr(1, nest)]
    pub header: Option<Header>,
    #[attr(2)]
    pub link: Option<u8>,
    #[attr(3)]
    pub sqi: Option<u32>,
    #[attr(4)]
    pub sqi_max: Option<u32>,
    #[attr(5)]
    pub ext_state: Option<u8>,
    #[attr(6)]
    pub ext_substate: Option<u8>,
    #[attr(7)]
    pub ext_down_cnt: Option<u32>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(name = "debug")]
pub struct DebugAttrs {
    #[attr(1, nest)]
    pub header: Option<Header>,
    #[attr(2, nest)]
    pub msgmask: Option<Bitset>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct Wol {
    #[attr(1, nest)]
    pub header: Option<Header>,
    #[attr(2, nest)]
    pub modes: Option<Bitset>,
    #[attr(3)]
    pub sopass: Option<Vec<u8>>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct Features {
    #[attr(1, nest)]
    pub header: Option<Header>,
    #[attr(2, nest)]
    pub hw: Option<Bitset>,
    #[attr(3, nest)]
    pub wanted: Option<Bitset>,
    #[attr(4, nest)]
    pub active: Option<Bitset>,
    #[attr(5, nest)]
    pub nochange: Option<Bitset>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct Channels {
    #[attr(1, nest)]
    pub header: Option<Header>,
    #[attr(2)]
    pub rx_max: Option<u32>,
    #[attr(3)]
    pub tx_max: Option<u32>,
    #[attr(4)]
    pub other_max: Option<u32>,
    #[attr(5)]
    pub combined_max: Option<u32>,
    #[attr(6)]
    pub rx_count: Option<u32>,
    #[attr(7)]
    pub tx_count: Option<u32>,
    #[attr(8)]
    pub other_count: Option<u32>,
    #[attr(9)]
    pub combined_count: Option<u32>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct IrqModeration {
    #[attr(1)]
    pub usec: Option<u32>,
    #[attr(2)]
    pub pkts: Option<u32>,
    #[attr(3)]
    pub comps: Option<u32>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct Profile {
    #[attr(1, multi, nest)]
    pub irq_moderation: Vec<IrqModeration>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct Coalesce {
    #[attr(1, nest)]
    pub header: Option<Header>,
    #[attr(2)]
    pub rx_usecs: Option<u32>,
    #[attr(3)]
    pub rx_max_frames: Option<u32>,
    #[attr(4)]
    pub rx_usecs_irq: Option<u32>,
    #[attr(5)]
    pub rx_max_frames_irq: Option<u32>,
    #[attr(6)]
    pub tx_usecs: Option<u32>,
    #[attr(7)]
    pub tx_max_frames: Option<u32>,
    #[attr(8)]
    pub tx_usecs_irq: Option<u32>,
    #[attr(9)]
    pub tx_max_frames_irq: Option<u32>,
    #[attr(10)]
    pub stats_block_usecs: Option<u32>,
    #[attr(11)]
    pub use_adaptive_rx: Option<u8>,
    #[attr(12)]
    pub use_adaptive_tx: Option<u8>,
    #[attr(13)]
    pub pkt_rate_low: Option<u32>,
    #[attr(14)]
    pub rx_usecs_low: Option<u32>,
    #[attr(15)]
    pub rx_max_frames_low: Option<u32>,
    #[attr(16)]
    pub tx_usecs_low: Option<u32>,
    #[attr(17)]
    pub tx_max_frames_low: Option<u32>,
    #[attr(18)]
    pub pkt_rate_high: Option<u32>,
    #[attr(19)]
    pub rx_usecs_high: Option<u32>,
    #[attr(20)]
    pub rx_max_frames_high: Option<u32>,
    #[attr(21)]
    pub tx_usecs_high: Option<u32>,
    #[attr(22)]
    pub tx_max_frames_high: Option<u32>,
    #[attr(23)]
    pub rate_sample_interval: Option<u32>,
    #[attr(24)]
    pub use_cqe_mode_tx: Option<u8>,
    #[attr(25)]
    pub use_cqe_mode_rx: Option<u8>,
    #[attr(26)]
    pub tx_aggr_max_bytes: Option<u32>,
    #[attr(27)]
    pub tx_aggr_max_frames: Option<u32>,
    #[attr(28)]
    pub tx_aggr_time_usecs: Option<u32>,
    #[attr(29, nest)]
    pub rx_profile: Option<Profile>,
    #[attr(30, nest)]
    pub tx_profile: Option<Profile>,
    #[attr(31)]
    pub rx_cqe_frames: Option<u32>,
    #[attr(32)]
    pub rx_cqe_nsecs: Option<u32>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(pad = 1)]
pub struct PauseStat {
    #[attr(2)]
    pub tx_frames: Option<u64>,
    #[attr(3)]
    pub rx_frames: Option<u64>,
    /// TX pause storm event count. Increments each time device detects that its pause assertion
    /// condition has been true for too long for normal operation. As a result, the device has
    /// temporarily disabled its own Pause TX function to protect the network from itself. This
    /// counter should never increment under normal overload conditions; it indicates catastrophic
    /// failure like an OS crash. The rate of incrementing is implementation specific.
    #[attr(4)]
    pub tx_pause_storm_events: Option<u64>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct Pause {
    #[attr(1, nest)]
    pub header: Option<Header>,
    #[attr(2)]
    pub autoneg: Option<u8>,
    #[attr(3)]
    pub rx: Option<u8>,
    #[attr(4)]
    pub tx: Option<u8>,
    #[attr(5, nest)]
    pub stats: Option<PauseStat>,
    #[attr(6)]
    pub stats_src: Option<u32>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct Eee {
    #[attr(1, nest)]
    pub header: Option<Header>,
    #[attr(2, nest)]
    pub modes_ours: Option<Bitset>,
    #[attr(3, nest)]
    pub modes_peer: Option<Bitset>,
    #[attr(4)]
    pub active: Option<u8>,
    #[attr(5)]
    pub enabled: Option<u8>,
    #[attr(6)]
    pub tx_lpi_enabled: Option<u8>,
    #[attr(7)]
    pub tx_lpi_timer: Option<u32>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct TsStat {
    #[attr(1, uint)]
    pub tx_pkts: Option<u64>,
    #[attr(2, uint)]
    pub tx_lost: Option<u64>,
    #[attr(3, uint)]
    pub tx_err: Option<u64>,
    #[attr(4, uint)]
    pub tx_onestep_pkts_unconfirmed: Option<u64>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct TsHwtstampProvider {
    #[attr(1)]
    pub index: Option<u32>,
    #[attr(2)]
    pub qualifier: Option<u32>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct Tsinfo {
    #[attr(1, nest)]
    pub header: Option<Header>,
    #[attr(2, nest)]
    pub timestamping: Option<Bitset>,
    #[attr(3, nest)]
    pub tx_types: Option<Bitset>,
    #[attr(4, nest)]
    pub rx_filters: Option<Bitset>,
    #[attr(5)]
    pub phc_index: Option<u32>,
    #[attr(6, nest)]
    pub stats: Option<TsStat>,
    #[attr(7, nest)]
    pub hwtstamp_provider: Option<TsHwtstampProvider>,
    #[attr(8)]
    pub hwtstamp_source: Option<HwtstampSource>,
    #[attr(9)]
    pub hwtstamp_phyindex: Option<u32>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct CableResult {
    /// `ETHTOOL_A_CABLE_PAIR`.
    #[attr(1)]
    pub pair: Option<u8>,
    /// `ETHTOOL_A_CABLE_RESULT_CODE`.
    #[attr(2)]
    pub code: Option<u8>,
    /// `ETHTOOL_A_CABLE_INF_SRC`.
    #[attr(3)]
    pub src: Option<u32>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct CableFaultLength {
    #[attr(1)]
    pub pair: Option<u8>,
    #[attr(2)]
    pub cm: Option<u32>,
    #[attr(3)]
    pub src: Option<u32>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct CableNest {
    #[attr(1, nest)]
    pub result: Option<CableResult>,
    #[attr(2, nest)]
    pub fault_length: Option<CableFaultLength>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct CableTest {
    #[attr(1, nest)]
    pub header: Option<Header>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct CableTestNtf {
    #[attr(1, nest)]
    pub header: Option<Header>,
    /// `_STARTED/_COMPLETE`.
    #[attr(2)]
    pub status: Option<u8>,
    #[attr(3, nest)]
    pub nest: Option<CableNest>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct CableTestTdrCfg {
    #[attr(1)]
    pub first: Option<u32>,
    #[attr(2)]
    pub last: Option<u32>,
    #[attr(3)]
    pub step: Option<u32>,
    #[attr(4)]
    pub pair: Option<u8>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct CableTestTdrNtf {
    #[attr(1, nest)]
    pub header: Option<Header>,
    #[attr(2)]
    pub status: Option<u8>,
    #[attr(3, nest)]
    pub nest: Option<CableNest>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct CableTestTdr {
    #[attr(1, nest)]
    pub header: Option<Header>,
    #[attr(2, nest)]
    pub cfg: Option<CableTestTdrCfg>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct TunnelUdpEntry {
    #[attr(1, big_endian)]
    pub port: Option<u16>,
    #[attr(2)]
    pub r#type: Option<UdpTunnelType>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct TunnelUdpTable {
    #[attr(1)]
    pub size: Option<u32>,
    #[attr(2, nest)]
    pub types: Option<Bitset>,
    #[attr(3, multi, nest)]
    pub entry: Vec<TunnelUdpEntry>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct TunnelUdp {
    #[attr(1, nest)]
    pub table: Option<TunnelUdpTable>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct TunnelInfo {
    #[attr(1, nest)]
    pub header: Option<Header>,
    #[attr(2, nest)]
    pub udp_ports: Option<TunnelUdp>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(pad = 1)]
pub struct FecHist {
    /// Low bound of FEC bin (inclusive).
    #[attr(2)]
    pub bin_low: Option<u32>,
    /// High bound of FEC bin (inclusive).
    #[attr(3)]
    pub bin_high: Option<u32>,
    /// Error count in the bin (optional if per-lane values exist).
    #[attr(4, uint)]
    pub bin_val: Option<u64>,
    /// An array of per-lane error counters in the bin (optional).
    #[attr(5, array)]
    pub bin_val_per_lane: Option<Vec<u64>>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(pad = 1)]
pub struct FecStat {
    #[attr(2, array)]
    pub corrected: Option<Vec<u64>>,
    #[attr(3, array)]
    pub uncorr: Option<Vec<u64>>,
    #[attr(4, array)]
    pub corr_bits: Option<Vec<u64>>,
    #[attr(5, multi, nest)]
    pub hist: Vec<FecHist>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct Fec {
    #[attr(1, nest)]
    pub header: Option<Header>,
    #[attr(2, nest)]
    pub modes: Option<Bitset>,
    #[attr(3)]
    pub auto: Option<u8>,
    #[attr(4)]
    pub active: Option<u32>,
    #[attr(5, nest)]
    pub stats: Option<FecStat>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct ModuleEeprom {
    #[attr(1, nest)]
    pub header: Option<Header>,
    #[attr(2)]
    pub offset: Option<u32>,
    #[attr(3)]
    pub length: Option<u32>,
    #[attr(4)]
    pub page: Option<u8>,
    #[attr(5)]
    pub bank: Option<u8>,
    #[attr(6)]
    pub i2c_address: Option<u8>,
    #[attr(7)]
    pub data: Option<Vec<u8>>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(pad = 1)]
pub struct StatsGrp {
    #[attr(2)]
    pub id: Option<u32>,
    #[attr(3)]
    pub ss_id: Option<u32>,
    #[attr(4, keyed(id: u16))]
    pub stat: Option<Vec<Keyed<u16, u64>>>,
    #[attr(5, nest)]
    pub hist_rx: Option<StatsGrpHist>,
    #[attr(6, nest)]
    pub hist_tx: Option<StatsGrpHist>,
    #[attr(7)]
    pub hist_bkt_low: Option<u32>,
    #[attr(8)]
    pub hist_bkt_hi: Option<u32>,
    #[attr(9)]
    pub hist_val: Option<u64>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = StatsGrp)]
pub struct StatsGrpHist {
    pub hist_bkt_low: Option<u32>,
    pub hist_bkt_hi: Option<u32>,
    pub hist_val: Option<u64>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(pad = 1)]
pub struct Stats {
    #[attr(2, nest)]
    pub header: Option<Header>,
    #[attr(3, nest)]
    pub groups: Option<Bitset>,
    #[attr(4, nest)]
    pub grp: Option<StatsGrp>,
    #[attr(5)]
    pub src: Option<u32>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct PhcVclocks {
    #[attr(1, nest)]
    pub header: Option<Header>,
    #[attr(2)]
    pub num: Option<u32>,
    #[attr(3, array)]
    pub index: Option<Vec<i32>>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct Module {
    #[attr(1, nest)]
    pub header: Option<Header>,
    #[attr(2)]
    pub power_mode_policy: Option<u8>,
    #[attr(3)]
    pub power_mode: Option<u8>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct C33PsePwLimit {
    #[attr(1)]
    pub min: Option<u32>,
    #[attr(2)]
    pub max: Option<u32>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct Pse {
    #[attr(1, nest)]
    pub header: Option<Header>,
    #[attr(2)]
    pub podl_pse_admin_state: Option<u32>,
    #[attr(3)]
    pub podl_pse_admin_control: Option<u32>,
    #[attr(4)]
    pub podl_pse_pw_d_status: Option<u32>,
    #[attr(5)]
    pub c33_pse_admin_state: Option<u32>,
    #[attr(6)]
    pub c33_pse_admin_control: Option<u32>,
    #[attr(7)]
    pub c33_pse_pw_d_status: Option<u32>,
    #[attr(8)]
    pub c33_pse_pw_class: Option<u32>,
    #[attr(9)]
    pub c33_pse_actual_pw: Option<u32>,
    #[attr(10)]
    pub c33_pse_ext_state: Option<C33PseExtState>,
    #[attr(11)]
    pub c33_pse_ext_substate: Option<u32>,
    #[attr(12)]
    pub c33_pse_avail_pw_limit: Option<u32>,
    #[attr(13, multi, nest)]
    pub c33_pse_pw_limit_ranges: Vec<C33PsePwLimit>,
    #[attr(14)]
    pub pse_pw_d_id: Option<u32>,
    #[attr(15)]
    pub pse_prio_max: Option<u32>,
    #[attr(16)]
    pub pse_prio: Option<u32>,
}

/// Flow types, corresponding to those defined in the old ethtool header for RXFH and RXNFC as
/// ${`PROTO}_FLOW`. The values are not matching the old ones to avoid carrying into Netlink the
/// `IP_USER_FLOW` vs `IPV4_FLOW` vs `IPV4_USER_FLOW` confusion.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct Flow {
    #[attr(1, flags, uint)]
    pub ether: Option<RxfhFields>,
    #[attr(2, flags, uint)]
    pub ip4: Option<RxfhFields>,
    #[attr(3, flags, uint)]
    pub ip6: Option<RxfhFields>,
    #[attr(4, flags, uint)]
    pub tcp4: Option<RxfhFields>,
    #[attr(5, flags, uint)]
    pub tcp6: Option<RxfhFields>,
    #[attr(6, flags, uint)]
    pub udp4: Option<RxfhFields>,
    #[attr(7, flags, uint)]
    pub udp6: Option<RxfhFields>,
    #[attr(8, flags, uint)]
    pub sctp4: Option<RxfhFields>,
    #[attr(9, flags, uint)]
    pub sctp6: Option<RxfhFields>,
    #[attr(10, flags, uint)]
    pub ah4: Option<RxfhFields>,
    #[attr(11, flags, uint)]
    pub ah6: Option<RxfhFields>,
    #[attr(12, flags, uint)]
    pub esp4: Option<RxfhFields>,
    #[attr(13, flags, uint)]
    pub esp6: Option<RxfhFields>,
    #[attr(14, flags, uint)]
    pub ah_esp4: Option<RxfhFields>,
    #[attr(15, flags, uint)]
    pub ah_esp6: Option<RxfhFields>,
    #[attr(16, flags, uint)]
    pub gtpu4: Option<RxfhFields>,
    #[attr(17, flags, uint)]
    pub gtpu6: Option<RxfhFields>,
    #[attr(18, flags, uint)]
    pub gtpc4: Option<RxfhFields>,
    #[attr(19, flags, uint)]
    pub gtpc6: Option<RxfhFields>,
    #[attr(20, flags, uint)]
    pub gtpc_teid4: Option<RxfhFields>,
    #[attr(21, flags, uint)]
    pub gtpc_teid6: Option<RxfhFields>,
    #[attr(22, flags, uint)]
    pub gtpu_eh4: Option<RxfhFields>,
    #[attr(23, flags, uint)]
    pub gtpu_eh6: Option<RxfhFields>,
    #[attr(24, flags, uint)]
    pub gtpu_ul4: Option<RxfhFields>,
    #[attr(25, flags, uint)]
    pub gtpu_ul6: Option<RxfhFields>,
    #[attr(26, flags, uint)]
    pub gtpu_dl4: Option<RxfhFields>,
    #[attr(27, flags, uint)]
    pub gtpu_dl6: Option<RxfhFields>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct Rss {
    #[attr(1, nest)]
    pub header: Option<Header>,
    #[attr(2)]
    pub context: Option<u32>,
    #[attr(3)]
    pub hfunc: Option<u32>,
    #[attr(4, array)]
    pub indir: Option<Vec<u32>>,
    #[attr(5)]
    pub hkey: Option<Vec<u8>>,
    #[attr(6, flags)]
    pub input_xfrm: Option<InputXfrm>,
    #[attr(7)]
    pub start_context: Option<u32>,
    #[attr(8, nest)]
    pub flow_hash: Option<Flow>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct Plca {
    #[attr(1, nest)]
    pub header: Option<Header>,
    #[attr(2)]
    pub version: Option<u16>,
    #[attr(3)]
    pub enabled: Option<u8>,
    #[attr(4)]
    pub status: Option<u8>,
    #[attr(5)]
    pub node_cnt: Option<u32>,
    #[attr(6)]
    pub node_id: Option<u32>,
    #[attr(7)]
    pub to_tmr: Option<u32>,
    #[attr(8)]
    pub burst_cnt: Option<u32>,
    #[attr(9)]
    pub burst_tmr: Option<u32>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct ModuleFwFlash {
    #[attr(1, nest)]
    pub header: Option<Header>,
    #[attr(2)]
    pub file_name: Option<String>,
    #[attr(3)]
    pub password: Option<u32>,
    #[attr(4)]
    pub status: Option<ModuleFwFlashStatus>,
    #[attr(5)]
    pub status_msg: Option<String>,
    #[attr(6, uint)]
    pub done: Option<u64>,
    #[attr(7, uint)]
    pub total: Option<u64>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct Phy {
    #[attr(1, nest)]
    pub header: Option<Header>,
    #[attr(2)]
    pub index: Option<u32>,
    #[attr(3)]
    pub drvname: Option<String>,
    #[attr(4)]
    pub name: Option<String>,
    #[attr(5)]
    pub upstream_type: Option<PhyUpstreamType>,
    #[attr(6)]
    pub upstream_index: Option<u32>,
    #[attr(7)]
    pub upstream_sfp_name: Option<String>,
    #[attr(8)]
    pub downstream_sfp_name: Option<String>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct Tsconfig {
    #[attr(1, nest)]
    pub header: Option<Header>,
    #[attr(2, nest)]
    pub hwtstamp_provider: Option<TsHwtstampProvider>,
    #[attr(3, nest)]
    pub tx_types: Option<Bitset>,
    #[attr(4, nest)]
    pub rx_filters: Option<Bitset>,
    #[attr(5, nest)]
    pub hwtstamp_flags: Option<Bitset>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct PseNtf {
    #[attr(1, nest)]
    pub header: Option<Header>,
    /// List of events reported by the PSE controller.
    #[attr(2, flags, uint)]
    pub events: Option<PseEvent>,
}

/// MSE capabilities attribute set.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct MseCapabilities {
    #[attr(1, uint)]
    pub max_average_mse: Option<u64>,
    #[attr(2, uint)]
    pub max_peak_mse: Option<u64>,
    #[attr(3, uint)]
    pub refresh_rate_ps: Option<u64>,
    #[attr(4, uint)]
    pub num_symbols: Option<u64>,
}

/// MSE snapshot attribute set.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct MseSnapshot {
    #[attr(1, uint)]
    pub average_mse: Option<u64>,
    #[attr(2, uint)]
    pub peak_mse: Option<u64>,
    #[attr(3, uint)]
    pub worst_peak_mse: Option<u64>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct Mse {
    #[attr(1, nest)]
    pub header: Option<Header>,
    #[attr(2, nest)]
    pub capabilities: Option<MseCapabilities>,
    #[attr(3, nest)]
    pub channel_a: Option<MseSnapshot>,
    #[attr(4, nest)]
    pub channel_b: Option<MseSnapshot>,
    #[attr(5, nest)]
    pub channel_c: Option<MseSnapshot>,
    #[attr(6, nest)]
    pub channel_d: Option<MseSnapshot>,
    #[attr(7, nest)]
    pub worst_channel: Option<MseSnapshot>,
    #[attr(8, nest)]
    pub link: Option<MseSnapshot>,
}

/// Reply of `strset-get`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Strset)]
pub struct StrsetGetReply {
    pub header: Option<Header>,
    pub stringsets: Option<Stringsets>,
}

/// Request of `linkinfo-get`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Linkinfo)]
pub struct LinkinfoGet {
    pub header: Option<Header>,
}

/// Request of `linkmodes-get`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Linkmodes)]
pub struct LinkmodesGet {
    pub header: Option<Header>,
}

/// Request of `linkstate-get`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Linkstate)]
pub struct LinkstateGet {
    pub header: Option<Header>,
}

/// Request of `debug-get`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = DebugAttrs)]
pub struct DebugGet {
    pub header: Option<Header>,
}

/// Request of `wol-get`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Wol)]
pub struct WolGet {
    pub header: Option<Header>,
}

/// Request of `features-get`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Features)]
pub struct FeaturesGet {
    pub header: Option<Header>,
}

/// Request of `privflags-get`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Privflags)]
pub struct PrivflagsGet {
    pub header: Option<Header>,
}

/// Request of `rings-get`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Rings)]
pub struct RingsGet {
    pub header: Option<Header>,
}

/// Request of `channels-get`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Channels)]
pub struct ChannelsGet {
    pub header: Option<Header>,
}

/// Request of `coalesce-get`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Coalesce)]
pub struct CoalesceGet {
    pub header: Option<Header>,
}

/// Request of `pause-get`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Pause)]
pub struct PauseGet {
    pub header: Option<Header>,
}

/// Request of `eee-get`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Eee)]
pub struct EeeGet {
    pub header: Option<Header>,
}

/// Request of `tsinfo-get`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Tsinfo)]
pub struct TsinfoGet {
    pub header: Option<Header>,
    pub hwtstamp_provider: Option<TsHwtstampProvider>,
}

/// Event `cable-test-ntf`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = CableTestNtf)]
pub struct CableTestNtfEvent {
    pub header: Option<Header>,
    pub status: Option<u8>,
}

/// Request of `cable-test-tdr-act`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = CableTestTdr)]
pub struct CableTestTdrAct {
    pub header: Option<Header>,
}

/// Request of `tunnel-info-get`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = TunnelInfo)]
pub struct TunnelInfoGet {
    pub header: Option<Header>,
}

/// Request of `fec-get`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Fec)]
pub struct FecGet {
    pub header: Option<Header>,
}

/// Request of `module-eeprom-get`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = ModuleEeprom)]
pub struct ModuleEepromGet {
    pub header: Option<Header>,
    pub offset: Option<u32>,
    pub length: Option<u32>,
    pub page: Option<u8>,
    pub bank: Option<u8>,
    pub i2c_address: Option<u8>,
}

/// Reply of `module-eeprom-get`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = ModuleEeprom)]
pub struct ModuleEepromGetReply {
    pub header: Option<Header>,
    pub data: Option<Vec<u8>>,
}

/// Request of `stats-get`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Stats)]
pub struct StatsGet {
    pub header: Option<Header>,
    pub groups: Option<Bitset>,
}

/// Request of `phc-vclocks-get`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = PhcVclocks)]
pub struct PhcVclocksGet {
    pub header: Option<Header>,
}

/// Reply of `phc-vclocks-get`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = PhcVclocks)]
pub struct PhcVclocksGetReply {
    pub header: Option<Header>,
    pub num: Option<u32>,
}

/// Request of `module-get`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Module)]
pub struct ModuleGet {
    pub header: Option<Header>,
}

/// Request of `pse-get`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Pse)]
pub struct PseGet {
    pub header: Option<Header>,
}

/// Request of `pse-set`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Pse)]
pub struct PseSet {
    pub header: Option<Header>,
    pub podl_pse_admin_control: Option<u32>,
    pub c33_pse_admin_control: Option<u32>,
    pub c33_pse_avail_pw_limit: Option<u32>,
    pub pse_prio: Option<u32>,
}

/// Request of `rss-get`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Rss)]
pub struct RssGet {
    pub header: Option<Header>,
    pub context: Option<u32>,
}

/// Reply of `rss-get`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Rss)]
pub struct RssGetReply {
    pub header: Option<Header>,
    pub context: Option<u32>,
    pub hfunc: Option<u32>,
    pub indir: Option<Vec<u32>>,
    pub hkey: Option<Vec<u8>>,
    pub input_xfrm: Option<InputXfrm>,
    pub flow_hash: Option<Flow>,
}

/// Dump request of `rss-get`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Rss)]
pub struct RssDump {
    pub header: Option<Header>,
    pub start_context: Option<u32>,
}

/// Request of `plca-get-cfg`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Plca)]
pub struct PlcaGetCfg {
    pub header: Option<Header>,
}

/// Request of `plca-get-status`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Plca)]
pub struct PlcaGetStatus {
    pub header: Option<Header>,
}

/// Request of `mm-get`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Mm)]
pub struct MmGet {
    pub header: Option<Header>,
}

/// Reply of `mm-get`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Mm)]
pub struct MmGetReply {
    pub header: Option<Header>,
    pub pmac_enabled: Option<u8>,
    pub tx_enabled: Option<u8>,
    pub tx_active: Option<u8>,
    pub tx_min_frag_size: Option<u32>,
    pub rx_min_frag_size: Option<u32>,
    pub verify_enabled: Option<u8>,
    pub verify_time: Option<u32>,
    pub max_verify_time: Option<u32>,
    pub stats: Option<MmStat>,
}

/// Request of `mm-set`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Mm)]
pub struct MmSet {
    pub header: Option<Header>,
    pub verify_enabled: Option<u8>,
    pub verify_time: Option<u32>,
    pub tx_enabled: Option<u8>,
    pub pmac_enabled: Option<u8>,
    pub tx_min_frag_size: Option<u32>,
}

/// Request of `module-fw-flash-act`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = ModuleFwFlash)]
pub struct ModuleFwFlashAct {
    pub header: Option<Header>,
    pub file_name: Option<String>,
    pub password: Option<u32>,
}

/// Event `module-fw-flash-ntf`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = ModuleFwFlash)]
pub struct ModuleFwFlashNtfEvent {
    pub header: Option<Header>,
    pub status: Option<ModuleFwFlashStatus>,
    pub status_msg: Option<String>,
    pub done: Option<u64>,
    pub total: Option<u64>,
}

/// Request of `phy-get`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Phy)]
pub struct PhyGet {
    pub header: Option<Header>,
}

/// Request of `tsconfig-get`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Tsconfig)]
pub struct TsconfigGet {
    pub header: Option<Header>,
}

/// Request of `rss-set`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Rss)]
pub struct RssSet {
    pub header: Option<Header>,
    pub context: Option<u32>,
    pub hfunc: Option<u32>,
    pub indir: Option<Vec<u32>>,
    pub hkey: Option<Vec<u8>>,
    pub input_xfrm: Option<InputXfrm>,
    pub flow_hash: Option<Flow>,
}

/// Request of `rss-create-act`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Rss)]
pub struct RssCreateAct {
    pub header: Option<Header>,
    pub context: Option<u32>,
    pub hfunc: Option<u32>,
    pub indir: Option<Vec<u32>>,
    pub hkey: Option<Vec<u8>>,
    pub input_xfrm: Option<InputXfrm>,
}

/// Reply of `rss-create-act`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Rss)]
pub struct RssCreateActReply {
    pub header: Option<Header>,
    pub context: Option<u32>,
    pub hfunc: Option<u32>,
    pub indir: Option<Vec<u32>>,
    pub hkey: Option<Vec<u8>>,
    pub input_xfrm: Option<InputXfrm>,
}

/// Request of `rss-delete-act`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Rss)]
pub struct RssDeleteAct {
    pub header: Option<Header>,
    pub context: Option<u32>,
}

/// Event `rss-delete-ntf`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Rss)]
pub struct RssDeleteNtfEvent {
    pub header: Option<Header>,
    pub context: Option<u32>,
}

/// Request of `mse-get`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Mse)]
pub struct MseGet {
    pub header: Option<Header>,
}

genl_family! {
    /// Partial family for Ethtool Netlink.
    // `stringset` has no entries: its attributes are described as integers.
    #[family(name = "ethtool", version = 1)]
    pub trait Ethtool {
        const MONITOR: MulticastGroup = "monitor";

        /// Get string set from the kernel.
        #[op(1)]
        fn strset_get(request: Strset) -> StrsetGetReply;

        /// Get string set from the kernel.
        #[op(1, dump)]
        fn strset_dump(request: Strset) -> StrsetGetReply;

        /// Get link info.
        #[op(2)]
        fn linkinfo_get(request: LinkinfoGet) -> Linkinfo;

        /// Get link info.
        #[op(2, dump)]
        fn linkinfo_dump(request: LinkinfoGet) -> Linkinfo;

        /// Set link info.
        #[op(3)]
        fn linkinfo_set(request: Linkinfo);

        /// Notification for change in link info.
        #[event(3, group = MONITOR, notify = linkinfo_get)]
        fn linkinfo_ntf();

        /// Get link modes.
        #[op(4)]
        fn linkmodes_get(request: LinkmodesGet) -> Linkmodes;

        /// Get link modes.
        #[op(4, dump)]
        fn linkmodes_dump(request: LinkmodesGet) -> Linkmodes;

        /// Set link modes.
        #[op(5)]
        fn linkmodes_set(request: Linkmodes);

        /// Notification for change in link modes.
        #[event(5, group = MONITOR, notify = linkmodes_get)]
        fn linkmodes_ntf();

        /// Get link state.
        #[op(6)]
        fn linkstate_get(request: LinkstateGet) -> Linkstate;

        /// Get link state.
        #[op(6, dump)]
        fn linkstate_dump(request: LinkstateGet) -> Linkstate;

        /// Get debug message mask.
        #[op(7)]
        fn debug_get(request: DebugGet) -> DebugAttrs;

        /// Get debug message mask.
        #[op(7, dump)]
        fn debug_dump(request: DebugGet) -> DebugAttrs;

        /// Set debug message mask.
        #[op(8)]
        fn debug_set(request: DebugAttrs);

        /// Notification for change in debug message mask.
        #[event(8, group = MONITOR, notify = debug_get)]
        fn debug_ntf();

        /// Get WOL params.
        #[op(9)]
        fn wol_get(request: WolGet) -> Wol;

        /// Get WOL params.
        #[op(9, dump)]
        fn wol_dump(request: WolGet) -> Wol;

        /// Set WOL params.
        #[op(10)]
        fn wol_set(request: Wol);

        /// Notification for change in WOL params.
        #[event(10, group = MONITOR, notify = wol_get)]
        fn wol_ntf();

        /// Get features.
        #[op(11)]
        fn features_get(request: FeaturesGet) -> Features;

        /// Get features.
        #[op(11, dump)]
        fn features_dump(request: FeaturesGet) -> Features;

        /// Set features.
        #[op(12)]
        fn features_set(request: Features) -> Features;

        /// Notification for change in features.
        #[event(13, group = MONITOR, notify = features_get)]
        fn features_ntf();

        /// Get device private flags.
        #[op(13, reply = 14)]
        fn privflags_get(request: PrivflagsGet) -> Privflags;

        /// Get device private flags.
        #[op(13, dump, reply = 14)]
        fn privflags_dump(request: PrivflagsGet) -> Privflags;

        /// Set device private flags.
        #[op(14)]
        fn privflags_set(request: Privflags);

        /// Notification for change in device private flags.
        #[event(15, group = MONITOR, notify = privflags_get)]
        fn privflags_ntf();

        /// Get ring params.
        #[op(15, reply = 16)]
        fn rings_get(request: RingsGet) -> Rings;

        /// Get ring params.
        #[op(15, dump, reply = 16)]
        fn rings_dump(request: RingsGet) -> Rings;

        /// Set ring params.
        #[op(16)]
        fn rings_set(request: Rings);

        /// Notification for change in ring params.
        #[event(17, group = MONITOR, notify = rings_get)]
        fn rings_ntf();

        /// Get channel params.
        #[op(17, reply = 18)]
        fn channels_get(request: ChannelsGet) -> Channels;

        /// Get channel params.
        #[op(17, dump, reply = 18)]
        fn channels_dump(request: ChannelsGet) -> Channels;

        /// Set channel params.
        #[op(18)]
        fn channels_set(request: Channels);

        /// Notification for change in channel params.
        #[event(19, group = MONITOR, notify = channels_get)]
        fn channels_ntf();

        /// Get coalesce params.
        #[op(19, reply = 20)]
        fn coalesce_get(request: CoalesceGet) -> Coalesce;

        /// Get coalesce params.
        #[op(19, dump, reply = 20)]
        fn coalesce_dump(request: CoalesceGet) -> Coalesce;

        /// Set coalesce params.
        #[op(20)]
        fn coalesce_set(request: Coalesce);

        /// Notification for change in coalesce params.
        #[event(21, group = MONITOR, notify = coalesce_get)]
        fn coalesce_ntf();

        /// Get pause params.
        #[op(21, reply = 22)]
        fn pause_get(request: PauseGet) -> Pause;

        /// Get pause params.
        #[op(21, dump, reply = 22)]
        fn pause_dump(request: PauseGet) -> Pause;

        /// Set pause params.
        #[op(22)]
        fn pause_set(request: Pause);

        /// Notification for change in pause params.
        #[event(23, group = MONITOR, notify = pause_get)]
        fn pause_ntf();

        /// Get eee params.
        #[op(23, reply = 24)]
        fn eee_get(request: EeeGet) -> Eee;

        /// Get eee params.
        #[op(23, dump, reply = 24)]
        fn eee_dump(request: EeeGet) -> Eee;

        /// Set eee params.
        #[op(24)]
        fn eee_set(request: Eee);

        /// Notification for change in eee params.
        #[event(25, group = MONITOR, notify = eee_get)]
        fn eee_ntf();

        /// Get tsinfo params.
        #[op(25, reply = 26)]
        fn tsinfo_get(request: TsinfoGet) -> Tsinfo;

        /// Get tsinfo params.
        #[op(25, dump, reply = 26)]
        fn tsinfo_dump(request: TsinfoGet) -> Tsinfo;

        /// Cable test.
        #[op(26)]
        fn cable_test_act(request: CableTest);

        /// Cable test notification.
        #[event(27, group = MONITOR)]
        fn cable_test_ntf(event: CableTestNtfEvent);

        /// Cable test TDR.
        #[op(27)]
        fn cable_test_tdr_act(request: CableTestTdrAct);

        /// Cable test TDR notification.
        #[event(28, group = MONITOR)]
        fn cable_test_tdr_ntf(event: CableTestTdrNtf);

        /// Get tsinfo params.
        #[op(28, reply = 29)]
        fn tunnel_info_get(request: TunnelInfoGet) -> TunnelInfo;

        /// Get tsinfo params.
        #[op(28, dump, reply = 29)]
        fn tunnel_info_dump(request: TunnelInfoGet) -> TunnelInfo;

        /// Get FEC params.
        #[op(29, reply = 30)]
        fn fec_get(request: FecGet) -> Fec;

        /// Get FEC params.
        #[op(29, dump, reply = 30)]
        fn fec_dump(request: FecGet) -> Fec;

        /// Set FEC params.
        #[op(30)]
        fn fec_set(request: Fec);

        /// Notification for change in FEC params.
        #[event(31, group = MONITOR, notify = fec_get)]
        fn fec_ntf();

        /// Get module EEPROM params.
        #[op(31, reply = 32)]
        fn module_eeprom_get(request: ModuleEepromGet) -> ModuleEepromGetReply;

        /// Get module EEPROM params.
        #[op(31, dump, reply = 32)]
        fn module_eeprom_dump(request: ModuleEepromGet) -> ModuleEepromGetReply;

        /// Get statistics.
        #[op(32, reply = 33)]
        fn stats_get(request: StatsGet) -> Stats;

        /// Get statistics.
        #[op(32, dump, reply = 33)]
        fn stats_dump(request: StatsGet) -> Stats;

        /// Get PHC VCLOCKs.
        #[op(33, reply = 34)]
        fn phc_vclocks_get(request: PhcVclocksGet) -> PhcVclocksGetReply;

        /// Get PHC VCLOCKs.
        #[op(33, dump, reply = 34)]
        fn phc_vclocks_dump(request: PhcVclocksGet) -> PhcVclocksGetReply;

        /// Get module params.
        #[op(34, reply = 35)]
        fn module_get(request: ModuleGet) -> Module;

        /// Get module params.
        #[op(34, dump, reply = 35)]
        fn module_dump(request: ModuleGet) -> Module;

        /// Set module params.
        #[op(35)]
        fn module_set(request: Module);

        /// Notification for change in module params.
        #[event(36, group = MONITOR, notify = module_get)]
        fn module_ntf();

        /// Get Power Sourcing Equipment params.
        #[op(36, reply = 37)]
        fn pse_get(request: PseGet) -> Pse;

        /// Get Power Sourcing Equipment params.
        #[op(36, dump, reply = 37)]
        fn pse_dump(request: PseGet) -> Pse;

        /// Set Power Sourcing Equipment params.
        #[op(37)]
        fn pse_set(request: PseSet);

        /// Get RSS params.
        #[op(38)]
        fn rss_get(request: RssGet) -> RssGetReply;

        /// Get RSS params.
        #[op(38, dump)]
        fn rss_dump(request: RssDump) -> RssGetReply;

        /// Get PLCA params.
        #[op(39)]
        fn plca_get_cfg(request: PlcaGetCfg) -> Plca;

        /// Get PLCA params.
        #[op(39, dump)]
        fn plca_dump_cfg(request: PlcaGetCfg) -> Plca;

        /// Set PLCA params.
        #[op(40)]
        fn plca_set_cfg(request: Plca);

        /// Get PLCA status params.
        #[op(41, reply = 40)]
        fn plca_get_status(request: PlcaGetStatus) -> Plca;

        /// Get PLCA status params.
        #[op(41, dump, reply = 40)]
        fn plca_dump_status(request: PlcaGetStatus) -> Plca;

        /// Notification for change in PLCA params.
        #[event(41, group = MONITOR, notify = plca_get_cfg)]
        fn plca_ntf();

        /// Get MAC Merge configuration and state.
        #[op(42)]
        fn mm_get(request: MmGet) -> MmGetReply;

        /// Get MAC Merge configuration and state.
        #[op(42, dump)]
        fn mm_dump(request: MmGet) -> MmGetReply;

        /// Set MAC Merge configuration.
        #[op(43)]
        fn mm_set(request: MmSet);

        /// Notification for change in MAC Merge configuration.
        #[event(43, group = MONITOR, notify = mm_get)]
        fn mm_ntf();

        /// Flash transceiver module firmware.
        #[op(44)]
        fn module_fw_flash_act(request: ModuleFwFlashAct);

        /// Notification for firmware flashing progress and status.
        #[event(44, group = MONITOR)]
        fn module_fw_flash_ntf(event: ModuleFwFlashNtfEvent);

        /// Get PHY devices attached to an interface.
        #[op(45)]
        fn phy_get(request: PhyGet) -> Phy;

        /// Get PHY devices attached to an interface.
        #[op(45, dump)]
        fn phy_dump(request: PhyGet) -> Phy;

        /// Notification for change in PHY devices.
        #[event(46, group = MONITOR, notify = phy_get)]
        fn phy_ntf();

        /// Get hwtstamp config.
        #[op(46, reply = 47)]
        fn tsconfig_get(request: TsconfigGet) -> Tsconfig;

        /// Get hwtstamp config.
        #[op(46, dump, reply = 47)]
        fn tsconfig_dump(request: TsconfigGet) -> Tsconfig;

        /// Set hwtstamp config.
        #[op(47, reply = 48)]
        fn tsconfig_set(request: Tsconfig) -> Tsconfig;

        /// Notification for PSE events.
        #[event(49, group = MONITOR)]
        fn pse_ntf(event: PseNtf);

        /// Set RSS params.
        #[op(48)]
        fn rss_set(request: RssSet);

        /// Notification for change in RSS configuration. For additional contexts only modifications
        /// use this notification, creation and deletion have dedicated messages.
        #[event(50, group = MONITOR, notify = rss_get)]
        fn rss_ntf();

        /// Create an RSS context.
        #[op(49, reply = 51)]
        fn rss_create_act(request: RssCreateAct) -> RssCreateActReply;

        /// Notification for creation of an additional RSS context.
        #[event(52, group = MONITOR, notify = rss_create_act)]
        fn rss_create_ntf();

        /// Delete an RSS context.
        #[op(50)]
        fn rss_delete_act(request: RssDeleteAct);

        /// Notification for deletion of an additional RSS context.
        #[event(53, group = MONITOR)]
        fn rss_delete_ntf(event: RssDeleteNtfEvent);

        /// Get PHY MSE measurement data and capabilities.
        #[op(51, reply = 54)]
        fn mse_get(request: MseGet) -> Mse;

        /// Get PHY MSE measurement data and capabilities.
        #[op(51, dump, reply = 54)]
        fn mse_dump(request: MseGet) -> Mse;
    }
}
