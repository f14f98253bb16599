//! Time: `tsinfo`, `phc-vclocks`.

use genl::AttributeSet;

use super::{Bitset, Header, HwtstampProviderQualifier, HwtstampSource};

/// What became of packets to be stamped when sent.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct TsStat {
    /// Stamped.
    #[attr(1, uint)]
    pub tx_pkts: Option<u64>,
    /// Stamps that did not come.
    #[attr(2, uint)]
    pub tx_lost: Option<u64>,
    /// Not stamped because of an error.
    #[attr(3, uint)]
    pub tx_err: Option<u64>,
    /// Sent with one step, of which the device does not tell.
    #[attr(4, uint)]
    pub tx_onestep_pkts_unconfirmed: Option<u64>,
}

/// Who makes hardware timestamps.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct TsHwtstampProvider {
    /// The index of its clock.
    #[attr(1)]
    pub index: Option<u32>,
    /// How good they are.
    #[attr(2)]
    pub qualifier: Option<HwtstampProviderQualifier>,
}

/// How a device can stamp packets.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct Tsinfo {
    /// The device.
    #[attr(1, nest)]
    pub header: Option<Header>,
    /// Kinds of stamps (`SOF_TIMESTAMPING_*`).
    #[attr(2, nest)]
    pub timestamping: Option<Bitset>,
    /// What can be stamped when sent (`HWTSTAMP_TX_*`).
    #[attr(3, nest)]
    pub tx_types: Option<Bitset>,
    /// What can be stamped when received (`HWTSTAMP_FILTER_*`).
    #[attr(4, nest)]
    pub rx_filters: Option<Bitset>,
    /// The index of its clock.
    #[attr(5)]
    pub phc_index: Option<u32>,
    /// Statistics, if the header asks for them.
    #[attr(6, nest)]
    pub stats: Option<TsStat>,
    /// Who makes the stamps.
    #[attr(7, nest)]
    pub hwtstamp_provider: Option<TsHwtstampProvider>,
    /// Where the stamps come from.
    #[attr(8)]
    pub hwtstamp_source: Option<HwtstampSource>,
    /// The PHY that they come from.
    #[attr(9)]
    pub hwtstamp_phyindex: Option<u32>,
}

/// Asks for `Tsinfo`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Tsinfo)]
pub struct TsinfoGet {
    /// The device; empty in a dump.
    pub header: Header,
    /// Of one of its makers of stamps.
    pub hwtstamp_provider: Option<TsHwtstampProvider>,
}

/// The virtual clocks on a device's clock.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct PhcVclocks {
    /// The device.
    #[attr(1, nest)]
    pub header: Option<Header>,
    /// How many.
    #[attr(2)]
    pub num: Option<u32>,
    /// Their indices. The kernel tells them although the operation in the YAML does not.
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
