//! Statistics of devices and queues: `qstats`.

use genl::AttributeSet;

use super::{QstatsScope, QueueType};

/// Statistics of a device since its last reset, or of a queue since its last change.
///
/// The sum over the active queues may differ from the number of the device. They extend `struct rtnl_link_stats64`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct Qstats {
    /// The index of the device.
    #[attr(1, min = 1)]
    pub ifindex: Option<u32>,
    /// The direction of the queue.
    #[attr(2)]
    pub queue_type: Option<QueueType>,
    /// The index of the queue, if the statistics are about one queue.
    #[attr(3)]
    pub queue_id: Option<u32>,
    /// The scope of the statistics.
    #[attr(4, uint, flags)]
    pub scope: Option<QstatsScope>,
    /// Packets received and passed to the stack, before XDP.
    #[attr(8, uint)]
    pub rx_packets: Option<u64>,
    /// The number of bytes in these packets.
    #[attr(9, uint)]
    pub rx_bytes: Option<u64>,
    /// Packets sent. Usually, they were copied to the memory of the device.
    #[attr(10, uint)]
    pub tx_packets: Option<u64>,
    /// The number of bytes in these packets.
    #[attr(11, uint)]
    pub tx_bytes: Option<u64>,
    /// Allocations that failed while receiving, whether or not a packet was dropped.
    #[attr(12, uint)]
    pub rx_alloc_fail: Option<u64>,
    /// Packets that entered the device and never left it, for any reason.
    #[attr(13, uint)]
    pub rx_hw_drops: Option<u64>,
    /// Those of them for which buffers or descriptors were missing.
    #[attr(14, uint)]
    pub rx_hw_drop_overruns: Option<u64>,
    /// Packets marked `CHECKSUM_COMPLETE`.
    #[attr(15, uint)]
    pub rx_csum_complete: Option<u64>,
    /// Packets marked `CHECKSUM_UNNECESSARY`.
    #[attr(16, uint)]
    pub rx_csum_unnecessary: Option<u64>,
    /// Packets received without a checksum by the device.
    #[attr(17, uint)]
    pub rx_csum_none: Option<u64>,
    /// Packets with a wrong checksum that were passed to the stack.
    #[attr(18, uint)]
    pub rx_csum_bad: Option<u64>,
    /// Packets that the device merged from smaller ones (`HW-GRO`, not LRO).
    #[attr(19, uint)]
    pub rx_hw_gro_packets: Option<u64>,
    /// The number of bytes in these packets.
    #[attr(20, uint)]
    pub rx_hw_gro_bytes: Option<u64>,
    /// The number of the smaller packets.
    #[attr(21, uint)]
    pub rx_hw_gro_wire_packets: Option<u64>,
    /// The number of bytes in these packets.
    #[attr(22, uint)]
    pub rx_hw_gro_wire_bytes: Option<u64>,
    /// Packets received and dropped because they exceeded the bitrate.
    #[attr(23, uint)]
    pub rx_hw_drop_ratelimits: Option<u64>,
    /// Packets that were to be sent and were dropped by the device: errors, policies, filters.
    #[attr(24, uint)]
    pub tx_hw_drops: Option<u64>,
    /// Those of them that were invalid.
    #[attr(25, uint)]
    pub tx_hw_drop_errors: Option<u64>,
    /// Packets sent without a checksum by the device.
    #[attr(26, uint)]
    pub tx_csum_none: Option<u64>,
    /// Packets sent with a checksum by the device. GSO packets count as those on the wire.
    #[attr(27, uint)]
    pub tx_needs_csum: Option<u64>,
    /// Packets that the device split into smaller ones.
    #[attr(28, uint)]
    pub tx_hw_gso_packets: Option<u64>,
    /// The number of bytes in these packets.
    #[attr(29, uint)]
    pub tx_hw_gso_bytes: Option<u64>,
    /// The number of the smaller packets.
    #[attr(30, uint)]
    pub tx_hw_gso_wire_packets: Option<u64>,
    /// The number of bytes in these packets.
    #[attr(31, uint)]
    pub tx_hw_gso_wire_bytes: Option<u64>,
    /// Packets that were to be sent and were dropped because they exceeded the bitrate.
    #[attr(32, uint)]
    pub tx_hw_drop_ratelimits: Option<u64>,
    /// The number of times the driver stopped the queue because it was full. This is rare with BQL.
    #[attr(33, uint)]
    pub tx_stop: Option<u64>,
    /// The number of times the driver started the queue again.
    #[attr(34, uint)]
    pub tx_wake: Option<u64>,
}

/// Asks for statistics.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Qstats)]
pub struct QstatsGet {
    /// The index of the device. If absent, all devices are meant.
    pub ifindex: Option<u32>,
    /// The scope. If absent, there is one set of numbers per device.
    pub scope: Option<QstatsScope>,
}
