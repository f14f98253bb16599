//! The link: `linkinfo`, `linkmodes`, `linkstate`.

use genl::AttributeSet;

use super::{Bitset, Header};

/// The connection of the link (`struct ethtool_link_settings`).
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
    /// The setting of MDI(-X).
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
    /// The modes that this end advertises, with the supported ones as the mask.
    #[attr(3, nest)]
    pub ours: Option<Bitset>,
    /// The modes that the other end advertises.
    #[attr(4, nest)]
    pub peer: Option<Bitset>,
    /// The speed in Mb/s. `u32::MAX` stands for unknown.
    #[attr(5)]
    pub speed: Option<u32>,
    /// Half, full or unknown (`DUPLEX_*`).
    #[attr(6)]
    pub duplex: Option<u8>,
    /// The requested master or slave role (`MASTER_SLAVE_CFG_*`).
    #[attr(7)]
    pub master_slave_cfg: Option<u8>,
    /// The actual role (`MASTER_SLAVE_STATE_*`).
    #[attr(8)]
    pub master_slave_state: Option<u8>,
    /// The number of lanes.
    #[attr(9, min = 1, max = 8)]
    pub lanes: Option<u32>,
    /// How the PHY matches the rate of the MAC (`RATE_MATCH_*`).
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

/// The state and the quality of the link.
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
    /// The greatest possible signal quality index.
    #[attr(4)]
    pub sqi_max: Option<u32>,
    /// The reason why it is down (`ETHTOOL_LINK_EXT_STATE_*`).
    #[attr(5)]
    pub ext_state: Option<u8>,
    /// The detailed reason (`ETHTOOL_LINK_EXT_SUBSTATE_*`).
    #[attr(6)]
    pub ext_substate: Option<u8>,
    /// The number of times it went down.
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
