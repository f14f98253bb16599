//! The link: `linkinfo`, `linkmodes`, `linkstate`.

use genl::AttributeSet;

use super::{Bitset, Header};

/// How the link is connected (`struct ethtool_link_settings`).
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct Linkinfo {
    /// The device.
    #[attr(1, nest)]
    pub header: Option<Header>,
    /// The physical port (`PORT_*`).
    #[attr(2)]
    pub port: Option<u8>,
    /// The MDIO address of the PHY.
    #[attr(3)]
    pub phyaddr: Option<u8>,
    /// The state of MDI(-X) (`ETH_TP_MDI_*`).
    #[attr(4)]
    pub tp_mdix: Option<u8>,
    /// What MDI(-X) shall be.
    #[attr(5)]
    pub tp_mdix_ctrl: Option<u8>,
    /// The transceiver (`XCVR_*`).
    #[attr(6)]
    pub transceiver: Option<u8>,
}

/// Asks for `Linkinfo`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Linkinfo)]
pub struct LinkinfoGet {
    /// The device; empty in a dump.
    pub header: Header,
}

/// Speed, duplex and what both ends advertise.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct Linkmodes {
    /// The device.
    #[attr(1, nest)]
    pub header: Option<Header>,
    /// Whether the ends negotiate (`AUTONEG_*`).
    #[attr(2)]
    pub autoneg: Option<u8>,
    /// What this end advertises, of what it supports.
    #[attr(3, nest)]
    pub ours: Option<Bitset>,
    /// What the other end advertises.
    #[attr(4, nest)]
    pub peer: Option<Bitset>,
    /// In Mb/s; `u32::MAX` is unknown.
    #[attr(5)]
    pub speed: Option<u32>,
    /// Half, full or unknown (`DUPLEX_*`).
    #[attr(6)]
    pub duplex: Option<u8>,
    /// What is asked for as to who is master (`MASTER_SLAVE_CFG_*`).
    #[attr(7)]
    pub master_slave_cfg: Option<u8>,
    /// Who is (`MASTER_SLAVE_STATE_*`).
    #[attr(8)]
    pub master_slave_state: Option<u8>,
    /// How many lanes it has.
    #[attr(9, min = 1, max = 8)]
    pub lanes: Option<u32>,
    /// How PHY and MAC agree on a rate (`RATE_MATCH_*`).
    #[attr(10)]
    pub rate_matching: Option<u8>,
}

/// Asks for `Linkmodes`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Linkmodes)]
pub struct LinkmodesGet {
    /// The device; empty in a dump.
    pub header: Header,
}

/// Whether the link is up, and how good.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct Linkstate {
    /// The device.
    #[attr(1, nest)]
    pub header: Option<Header>,
    /// Whether it is up.
    #[attr(2, u8)]
    pub link: Option<bool>,
    /// The signal quality index.
    #[attr(3)]
    pub sqi: Option<u32>,
    /// The greatest signal quality index there is.
    #[attr(4)]
    pub sqi_max: Option<u32>,
    /// Why it is down (`ETHTOOL_LINK_EXT_STATE_*`).
    #[attr(5)]
    pub ext_state: Option<u8>,
    /// Why in detail (`ETHTOOL_LINK_EXT_SUBSTATE_*`).
    #[attr(6)]
    pub ext_substate: Option<u8>,
    /// How often it went down.
    #[attr(7)]
    pub ext_down_cnt: Option<u32>,
}

/// Asks for `Linkstate`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Linkstate)]
pub struct LinkstateGet {
    /// The device; empty in a dump.
    pub header: Header,
}
