//! Enumerations and flags (the `definitions` of the YAML).

use bitflags::bitflags;
use genl::Enumeration;

bitflags! {
    /// The flags of every request.
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
    pub struct HeaderFlags: u32 {
        /// Use compact bitsets in reply.
        const COMPACT_BITSETS = 1;
        /// Provide optional reply for SET or ACT requests.
        const OMIT_REPLY = 2;
        /// Request statistics, if supported by the driver.
        const STATS = 4;
    }
}

/// Whether headers and payload of a TCP segment are received separately.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enumeration)]
#[repr(u8)]
pub enum TcpDataSplit {
    /// The driver does not say.
    Unknown = 0,
    /// They are received together.
    Disabled = 1,
    /// They are received separately.
    Enabled = 2,
    /// Another value.
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
    /// Another source.
    #[unknown]
    Other(u32),
}

/// The quality of hardware timestamps (`enum hwtstamp_provider_qualifier`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enumeration)]
#[repr(u32)]
pub enum HwtstampProviderQualifier {
    /// Precise enough for IEEE 1588.
    Precise = 0,
    /// Taken when the device reads or writes memory.
    Approx = 1,
    /// Another quality.
    #[unknown]
    Other(u32),
}

/// The MAC that counted, in a device with a MAC merge layer (`enum ethtool_mac_stats_src`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enumeration)]
#[repr(u32)]
pub enum MacStatsSrc {
    /// Both MACs. In other devices, the only MAC.
    Aggregate = 0,
    /// The express MAC.
    Emac = 1,
    /// The preemptible MAC.
    Pmac = 2,
    /// Another value.
    #[unknown]
    Other(u32),
}
