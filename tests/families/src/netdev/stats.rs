//! Statistics of devices and queues: `qstats`.

use genl::AttributeSet;

use super::{QstatsScope, QueueType};

/// Statistics of a device since its last reset, or of a queue since its last change.
///
/// Those of the active queues need not add up to those of the device. They extend `struct rtnl_link_stats64`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct Qstats {
    /// The index of the device.
    #[attr(1, min = 1)]
    pub ifindex: Option<u32>,
    /// Which way the queue leads.
    #[attr(2)]
    pub queue_type: Option<QueueType>,
    /// The index of the queue, in statistics of one.
    #[attr(3)]
    pub queue_id: Option<u32>,
    /// By what the statistics are told apart.
    #[attr(4, uint, flags)]
    pub scope: Option<QstatsScope>,
    /// Packets received and passed on, to XDP first.
    #[attr(8, uint)]
    pub rx_packets: Option<u64>,
    /// Bytes of these.
    #[attr(9, uint)]
    pub rx_bytes: Option<u64>,
    /// Packets sent: usually, those that reached the memory of the device.
    #[attr(10, uint)]
    pub tx_packets: Option<u64>,
    /// Bytes of these.
    #[attr(11, uint)]
    pub tx_bytes: Option<u64>,
    /// Allocations that failed while receiving, whether or not a packet was dropped.
    #[attr(12, uint)]
    pub rx_alloc_fail: Option<u64>,
    /// Packets that entered the device and never left it, for any reason.
    #[attr(13, uint)]
    pub rx_hw_drops: Option<u64>,
    /// Those of them that found no room, in buffers or descriptors.
    #[attr(14, uint)]
    pub rx_hw_drop_overruns: Option<u64>,
    /// Packets marked `CHECKSUM_COMPLETE`.
    #[attr(15, uint)]
    pub rx_csum_complete: Option<u64>,
    /// Packets marked `CHECKSUM_UNNECESSARY`.
    #[attr(16, uint)]
    pub rx_csum_unnecessary: Option<u64>,
    /// Packets received of which the device made no checksum.
    #[attr(17, uint)]
    pub rx_csum_none: Option<u64>,
    /// Packets with a bad checksum, passed on all the same.
    #[attr(18, uint)]
    pub rx_csum_bad: Option<u64>,
    /// Packets that the device made of smaller ones (`HW-GRO`; not LRO).
    #[attr(19, uint)]
    pub rx_hw_gro_packets: Option<u64>,
    /// Bytes of these.
    #[attr(20, uint)]
    pub rx_hw_gro_bytes: Option<u64>,
    /// The smaller packets.
    #[attr(21, uint)]
    pub rx_hw_gro_wire_packets: Option<u64>,
    /// Bytes of these.
    #[attr(22, uint)]
    pub rx_hw_gro_wire_bytes: Option<u64>,
    /// Packets received and dropped since they exceeded the bitrate.
    #[attr(23, uint)]
    pub rx_hw_drop_ratelimits: Option<u64>,
    /// Packets that came to the device to be sent and never left it: errors, policies, filters.
    #[attr(24, uint)]
    pub tx_hw_drops: Option<u64>,
    /// Those of them that were invalid.
    #[attr(25, uint)]
    pub tx_hw_drop_errors: Option<u64>,
    /// Packets sent that needed no checksum from the device.
    #[attr(26, uint)]
    pub tx_csum_none: Option<u64>,
    /// Packets that did; of GSO, those on the wire.
    #[attr(27, uint)]
    pub tx_needs_csum: Option<u64>,
    /// Packets that the device made smaller ones of.
    #[attr(28, uint)]
    pub tx_hw_gso_packets: Option<u64>,
    /// Bytes of these.
    #[attr(29, uint)]
    pub tx_hw_gso_bytes: Option<u64>,
    /// The smaller packets.
    #[attr(30, uint)]
    pub tx_hw_gso_wire_packets: Option<u64>,
    /// Bytes of these.
    #[attr(31, uint)]
    pub tx_hw_gso_wire_bytes: Option<u64>,
    /// Packets to be sent, dropped since they exceeded the bitrate.
    #[attr(32, uint)]
    pub tx_hw_drop_ratelimits: Option<u64>,
    /// How often the driver stopped the queue because it was full. With BQL it seldom is.
    #[attr(33, uint)]
    pub tx_stop: Option<u64>,
    /// How often it started the queue again.
    #[attr(34, uint)]
    pub tx_wake: Option<u64>,
}

/// Asks for statistics.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Qstats)]
pub struct QstatsGet {
    /// The index of the device, if not of all.
    pub ifindex: Option<u32>,
    /// By what they are told apart, if not by device.
    pub scope: Option<QstatsScope>,
}
