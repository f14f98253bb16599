//! Enumerations and flags (the `definitions` of the YAML).

use bitflags::bitflags;
use genl::Enumeration;

bitflags! {
    /// What XDP programs can do with a device (`xdp-act`).
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
    pub struct XdpAct: u64 {
        /// What all drivers support: `XDP_ABORTED`, `XDP_DROP`, `XDP_PASS`, `XDP_TX`.
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
    /// What XDP programs can learn of a packet (`xdp-rx-metadata`).
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
    pub struct XdpRxMetadata: u64 {
        /// When the hardware received it, by `bpf_xdp_metadata_rx_timestamp()`.
        const TIMESTAMP = 1;
        /// Its hash, by `bpf_xdp_metadata_rx_hash()`.
        const HASH = 1 << 1;
        /// Its VLAN tag, by `bpf_xdp_metadata_rx_vlan_tag()`.
        const VLAN_TAG = 1 << 2;
    }
}

bitflags! {
    /// What `AF_XDP` sockets can ask of a device (`xsk-flags`).
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
    /// By what statistics are told apart (`qstats-scope`).
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
    pub struct QstatsScope: u64 {
        /// By queue.
        const QUEUE = 1;
    }
}

/// Which way a queue leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enumeration)]
#[repr(u32)]
pub enum QueueType {
    /// From the device.
    Rx = 0,
    /// To the device.
    Tx = 1,
    /// Another one.
    #[unknown]
    Other(u32),
}

/// Whether a NAPI polls in a thread of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enumeration)]
#[repr(u32)]
pub enum NapiThreaded {
    /// No.
    Disabled = 0,
    /// Yes.
    Enabled = 1,
    /// Yes, and without pause.
    BusyPoll = 2,
    /// In another way.
    #[unknown]
    Other(u32),
}
