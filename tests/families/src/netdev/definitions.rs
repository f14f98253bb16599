//! Enumerations and flags (the `definitions` of the YAML).

use bitflags::bitflags;
use genl::Enumeration;

bitflags! {
    /// The XDP features of a device (`xdp-act`).
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
    pub struct XdpAct: u64 {
        /// The features of all drivers: `XDP_ABORTED`, `XDP_DROP`, `XDP_PASS`, `XDP_TX`.
        const BASIC = 1;
        /// `XDP_REDIRECT`.
        const REDIRECT = 1 << 1;
        /// The device implements `ndo_xdp_xmit`.
        const NDO_XMIT = 1 << 2;
        /// `AF_XDP` in zero-copy mode.
        const XSK_ZEROCOPY = 1 << 3;
        /// Offloading to the hardware.
        const HW_OFFLOAD = 1 << 4;
        /// Buffers in several parts, when receiving.
        const RX_SG = 1 << 5;
        /// Buffers in several parts, in `ndo_xdp_xmit`.
        const NDO_XMIT_SG = 1 << 6;
    }
}

bitflags! {
    /// The metadata of received packets that XDP programs can read (`xdp-rx-metadata`).
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
    pub struct XdpRxMetadata: u64 {
        /// The time of the hardware, by `bpf_xdp_metadata_rx_timestamp()`.
        const TIMESTAMP = 1;
        /// The hash, by `bpf_xdp_metadata_rx_hash()`.
        const HASH = 1 << 1;
        /// The VLAN tag, by `bpf_xdp_metadata_rx_vlan_tag()`.
        const VLAN_TAG = 1 << 2;
    }
}

bitflags! {
    /// The features of a device for `AF_XDP` sockets (`xsk-flags`).
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
    pub struct XskFlags: u64 {
        /// Timestamps of packets sent, from the hardware.
        const TX_TIMESTAMP = 1;
        /// Checksums at layer 3, by the hardware.
        const TX_CHECKSUM = 1 << 1;
        /// Launch times, by the hardware.
        const TX_LAUNCH_TIME_FIFO = 1 << 2;
    }
}

bitflags! {
    /// The scope of statistics (`qstats-scope`).
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
    pub struct QstatsScope: u64 {
        /// By queue.
        const QUEUE = 1;
    }
}

/// The direction of a queue.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enumeration)]
#[repr(u32)]
pub enum QueueType {
    /// The queue receives.
    Rx = 0,
    /// The queue sends.
    Tx = 1,
    /// Another value.
    #[unknown]
    Other(u32),
}

/// Whether a NAPI instance polls in a thread of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enumeration)]
#[repr(u32)]
pub enum NapiThreaded {
    /// It does not.
    Disabled = 0,
    /// It does.
    Enabled = 1,
    /// It does, and never sleeps.
    BusyPoll = 2,
    /// Another value.
    #[unknown]
    Other(u32),
}
