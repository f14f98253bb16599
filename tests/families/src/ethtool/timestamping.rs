//! Timestamps and clocks: `tsinfo`, `phc-vclocks`.

use genl::AttributeSet;

use super::{Bitset, Header, HwtstampProviderQualifier, HwtstampSource};

/// Statistics of the timestamps of sent packets.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct TsStat {
    /// Packets with a timestamp.
    #[attr(1, uint)]
    pub tx_pkts: Option<u64>,
    /// Timestamps that were lost.
    #[attr(2, uint)]
    pub tx_lost: Option<u64>,
    /// Packets without a timestamp because of an error.
    #[attr(3, uint)]
    pub tx_err: Option<u64>,
    /// Packets with a one-step timestamp, which the device does not confirm.
    #[attr(4, uint)]
    pub tx_onestep_pkts_unconfirmed: Option<u64>,
}

/// The provider of hardware timestamps.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct TsHwtstampProvider {
    /// The index of its clock.
    #[attr(1)]
    pub index: Option<u32>,
    /// Their quality.
    #[attr(2)]
    pub qualifier: Option<HwtstampProviderQualifier>,
}

/// The timestamping abilities of a device.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct Tsinfo {
    /// The device.
    #[attr(1, nest)]
    pub header: Option<Header>,
    /// The kinds of timestamps (`SOF_TIMESTAMPING_*`).
    #[attr(2, nest)]
    pub timestamping: Option<Bitset>,
    /// The kinds for sent packets (`HWTSTAMP_TX_*`).
    #[attr(3, nest)]
    pub tx_types: Option<Bitset>,
    /// The kinds for received packets (`HWTSTAMP_FILTER_*`).
    #[attr(4, nest)]
    pub rx_filters: Option<Bitset>,
    /// The index of its clock.
    #[attr(5)]
    pub phc_index: Option<u32>,
    /// Statistics, if the header asks for them.
    #[attr(6, nest)]
    pub stats: Option<TsStat>,
    /// The provider of the timestamps.
    #[attr(7, nest)]
    pub hwtstamp_provider: Option<TsHwtstampProvider>,
    /// The source of the timestamps.
    #[attr(8)]
    pub hwtstamp_source: Option<HwtstampSource>,
    /// The PHY that is the source of the timestamps.
    #[attr(9)]
    pub hwtstamp_phyindex: Option<u32>,
}

/// Asks for `Tsinfo`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Tsinfo)]
pub struct TsinfoGet {
    /// The device; empty in a dump.
    pub header: Header,
    /// One of its providers of timestamps.
    pub hwtstamp_provider: Option<TsHwtstampProvider>,
}

/// The virtual clocks on a device's clock.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct PhcVclocks {
    /// The device.
    #[attr(1, nest)]
    pub header: Option<Header>,
    /// Their number.
    #[attr(2)]
    pub num: Option<u32>,
    /// Their indices. The kernel sends them, but the operation in the YAML does not list them.
    #[attr(3, array, omit_empty)]
    pub index: Vec<i32>,
}

/// Asks for `PhcVclocks`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = PhcVclocks)]
pub struct PhcVclocksGet {
    /// The device; empty in a dump.
    pub header: Header,
}
