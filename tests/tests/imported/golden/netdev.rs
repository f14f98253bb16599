// SPDX-License-Identifier: ((GPL-2.0 WITH Linux-syscall-note) OR BSD-3-Clause)
//! `netdev` (`netdev.yaml`), as `genl import` prints it.

#![allow(missing_docs)] // The specification says nothing of some.

use bitflags::bitflags;
use genl::{AttributeSet, Enumeration, genl_family};

/// The real value is in `asm/page.h`.
pub const PAGE_SIZE: u32 = 0;

bitflags! {
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
    pub struct XdpAct: u64 {
        /// XDP features set supported by all drivers (`XDP_ABORTED`, `XDP_DROP`, `XDP_PASS`,
        /// `XDP_TX`).
        const BASIC = 1;
        /// The netdev supports `XDP_REDIRECT`.
        const REDIRECT = 1 << 1;
        /// This feature informs if netdev implements `ndo_xdp_xmit` callback.
        const NDO_XMIT = 1 << 2;
        /// This feature informs if netdev supports `AF_XDP` in zero copy mode.
        const XSK_ZEROCOPY = 1 << 3;
        /// This feature informs if netdev supports XDP hw offloading.
        const HW_OFFLOAD = 1 << 4;
        /// This feature informs if netdev implements non-linear XDP buffer support in the driver
        /// napi callback.
        const RX_SG = 1 << 5;
        /// This feature informs if netdev implements non-linear XDP buffer support in
        /// `ndo_xdp_xmit` callback.
        const NDO_XMIT_SG = 1 << 6;
    }
}

bitflags! {
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
    pub struct XdpRxMetadata: u64 {
        /// Device is capable of exposing receive HW timestamp via
        /// `bpf_xdp_metadata_rx_timestamp`().
        const TIMESTAMP = 1;
        /// Device is capable of exposing receive packet hash via `bpf_xdp_metadata_rx_hash`().
        const HASH = 1 << 1;
        /// Device is capable of exposing receive packet VLAN tag via
        /// `bpf_xdp_metadata_rx_vlan_tag`().
        const VLAN_TAG = 1 << 2;
    }
}

bitflags! {
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
    pub struct XskFlags: u64 {
        /// HW timestamping egress packets is supported by the driver.
        const TX_TIMESTAMP = 1;
        /// L3 checksum HW offload is supported by the driver.
        const TX_CHECKSUM = 1 << 1;
        /// Launch time HW offload is supported by the driver.
        const TX_LAUNCH_TIME_FIFO = 1 << 2;
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Enumeration)]
#[repr(u32)]
pub enum QueueType {
    Rx = 0,
    Tx = 1,
    #[unknown]
    Other(u32),
}

bitflags! {
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
    pub struct QstatsScope: u64 {
        const QUEUE = 1;
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Enumeration)]
#[repr(u32)]
pub enum NapiThreaded {
    Disabled = 0,
    Enabled = 1,
    BusyPoll = 2,
    #[unknown]
    Other(u32),
}

#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(pad = 2)]
pub struct Dev {
    /// Netdev ifindex.
    #[attr(1, min = 1)]
    pub ifindex: Option<u32>,
    /// Bitmask of enabled xdp-features.
    #[attr(3, flags)]
    pub xdp_features: Option<XdpAct>,
    /// Max fragment count supported by ZC driver.
    #[attr(4, min = 1)]
    pub xdp_zc_max_segs: Option<u32>,
    /// Bitmask of supported XDP receive metadata features. See
    /// Documentation/networking/xdp-rx-metadata.rst for more details.
    #[attr(5, flags)]
    pub xdp_rx_metadata_features: Option<XdpRxMetadata>,
    /// Bitmask of enabled `AF_XDP` features.
    #[attr(6, flags)]
    pub xsk_features: Option<XskFlags>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct IoUringProviderInfo {
    /// RX buffer length in bytes for this `io_uring` memory provider. Reflects the `rx_buf_len`
    /// passed at `io_uring` zerocopy rx registration time.
    #[attr(1, uint)]
    pub rx_buf_len: Option<u64>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct PagePool {
    /// Unique ID of a Page Pool instance.
    #[attr(1, uint, min = 1, max = 0xffff_ffff)]
    pub id: Option<u64>,
    /// Ifindex of the netdev to which the pool belongs. May not be reported if the page pool was
    /// allocated for a netdev which got destroyed already (page pools may outlast their netdevs
    /// because they wait for all memory to be returned).
    #[attr(2, min = 1, max = 0x7fff_ffff)]
    pub ifindex: Option<u32>,
    /// Id of NAPI using this Page Pool instance.
    #[attr(3, uint, min = 1, max = 0xffff_ffff)]
    pub napi_id: Option<u64>,
    /// Number of outstanding references to this page pool (allocated but yet to be freed pages).
    /// Allocated pages may be held in socket receive queues, driver receive ring, page pool
    /// recycling ring, the page pool cache, etc.
    #[attr(4, uint)]
    pub inflight: Option<u64>,
    /// Amount of memory held by inflight pages.
    #[attr(5, uint)]
    pub inflight_mem: Option<u64>,
    /// Seconds in `CLOCK_BOOTTIME` of when Page Pool was detached by the driver. Once detached Page
    /// Pool can no longer be used to allocate memory. Page Pools wait for all the memory allocated
    /// from them to be freed before truly disappearing. "Detached" Page Pools cannot be
    /// "re-attached", they are just waiting to disappear. Attribute is absent if Page Pool has not
    /// been detached, and can still be used to allocate new memory.
    #[attr(6, uint)]
    pub detach_time: Option<u64>,
    /// ID of the dmabuf this page-pool is attached to.
    #[attr(7)]
    pub dmabuf: Option<u32>,
    /// io-uring memory provider information.
    #[attr(8, nest)]
    pub io_uring: Option<IoUringProviderInfo>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = PagePool)]
pub struct PagePoolInfo {
    pub id: Option<u64>,
    pub ifindex: Option<u32>,
}

/// Page pool statistics, see docs for struct `page_pool_stats` for information about individual
/// statistics.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct PagePoolStats {
    /// Page pool identifying information.
    #[attr(1, nest)]
    pub info: Option<PagePoolInfo>,
    #[attr(8, uint)]
    pub alloc_fast: Option<u64>,
    #[attr(9, uint)]
    pub alloc_slow: Option<u64>,
    #[attr(10, uint)]
    pub alloc_slow_high_order: Option<u64>,
    #[attr(11, uint)]
    pub alloc_empty: Option<u64>,
    #[attr(12, uint)]
    pub alloc_refill: Option<u64>,
    #[attr(13, uint)]
    pub alloc_waive: Option<u64>,
    #[attr(14, uint)]
    pub recycle_cached: Option<u64>,
    #[attr(15, uint)]
    pub recycle_cache_full: Option<u64>,
    #[attr(16, uint)]
    pub recycle_ring: Option<u64>,
    #[attr(17, uint)]
    pub recycle_ring_full: Option<u64>,
    #[attr(18, uint)]
    pub recycle_released_refcnt: Option<u64>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct Napi {
    /// Ifindex of the netdevice to which NAPI instance belongs.
    #[attr(1, min = 1)]
    pub ifindex: Option<u32>,
    /// ID of the NAPI instance.
    #[attr(2)]
    pub id: Option<u32>,
    /// The associated interrupt vector number for the napi.
    #[attr(3)]
    pub irq: Option<u32>,
    /// PID of the napi thread, if NAPI is configured to operate in threaded mode. If NAPI is not in
    /// threaded mode (i.e. uses normal softirq context), the attribute will be absent.
    #[attr(4)]
    pub pid: Option<u32>,
    /// The number of consecutive empty polls before IRQ deferral ends and hardware IRQs are
    /// re-enabled.
    #[attr(5, max = 0x7fff_ffff)]
    pub defer_hard_irqs: Option<u32>,
    /// The timeout, in nanoseconds, of when to trigger the NAPI watchdog timer which schedules NAPI
    /// processing. Additionally, a non-zero value will also prevent GRO from flushing recent
    /// super-frames at the end of a NAPI cycle. This may add receive latency in exchange for
    /// reducing the number of frames processed by the network stack.
    #[attr(6, uint)]
    pub gro_flush_timeout: Option<u64>,
    /// The timeout, in nanoseconds, of how long to suspend irq processing, if event polling finds
    /// events.
    #[attr(7, uint)]
    pub irq_suspend_timeout: Option<u64>,
    /// Whether the NAPI is configured to operate in threaded polling mode. If this is set to
    /// enabled then the NAPI context operates in threaded polling mode. If this is set to
    /// busy-poll, then the threaded polling mode also busy polls.
    #[attr(8)]
    pub threaded: Option<NapiThreaded>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct XskInfo {}

#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct Queue {
    /// Queue index; most queue types are indexed like a C array, with indexes starting at 0 and
    /// ending at queue count - 1. Queue indexes are scoped to an interface and queue type.
    #[attr(1)]
    pub id: Option<u32>,
    /// Ifindex of the netdevice to which the queue belongs.
    #[attr(2, min = 1)]
    pub ifindex: Option<u32>,
    /// Queue type as rx, tx. Each queue type defines a separate ID space. XDP TX queues allocated
    /// in the kernel are not linked to NAPIs and thus not listed. `AF_XDP` queues will have more
    /// information set in the xsk attribute.
    #[attr(3)]
    pub r#type: Option<QueueType>,
    /// ID of the NAPI instance which services this queue.
    #[attr(4)]
    pub napi_id: Option<u32>,
    /// ID of the dmabuf attached to this queue, if any.
    #[attr(5)]
    pub dmabuf: Option<u32>,
    /// `io_uring` memory provider information.
    #[attr(6, nest)]
    pub io_uring: Option<IoUringProviderInfo>,
    /// XSK information for this queue, if any.
    #[attr(7, nest)]
    pub xsk: Option<XskInfo>,
    /// A queue from a virtual device can have a lease which refers to another queue from a physical
    /// device. This is useful for memory providers and `AF_XDP` operations which take an ifindex
    /// and queue id to allow applications to bind against virtual devices in containers.
    #[attr(8, nest)]
    pub lease: Option<Lease>,
}

/// Get device statistics, scoped to a device or a queue. These statistics extend (and partially
/// duplicate) statistics available in struct `rtnl_link_stats64`. Value of the `scope` attribute
/// determines how statistics are aggregated. When aggregated for the entire device the statistics
/// represent the total number of events since last explicit reset of the device (i.e. not a
/// reconfiguration like changing queue count). When reported per-queue, however, the statistics may
/// not add up to the total number of events, will only be reported for currently active objects,
/// and will likely report the number of events since last reconfiguration.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct Qstats {
    /// Ifindex of the netdevice to which stats belong.
    #[attr(1, min = 1)]
    pub ifindex: Option<u32>,
    /// Queue type as rx, tx, for queue-id.
    #[attr(2)]
    pub queue_type: Option<QueueType>,
    /// Queue ID, if stats are scoped to a single queue instance.
    #[attr(3)]
    pub queue_id: Option<u32>,
    /// What object type should be used to iterate over the stats.
    #[attr(4, flags, uint)]
    pub scope: Option<QstatsScope>,
    /// Number of wire packets successfully received and passed to the stack. For drivers supporting
    /// XDP, XDP is considered the first layer of the stack, so packets consumed by XDP are still
    /// counted here.
    #[attr(8, uint)]
    pub rx_packets: Option<u64>,
    /// Successfully received bytes, see `rx-packets`.
    #[attr(9, uint)]
    pub rx_bytes: Option<u64>,
    /// Number of wire packets successfully sent. Packet is considered to be successfully sent once
    /// it is in device memory (usually this means the device has issued a DMA completion for the
    /// packet).
    #[attr(10, uint)]
    pub tx_packets: Option<u64>,
    /// Successfully sent bytes, see `tx-packets`.
    #[attr(11, uint)]
    pub tx_bytes: Option<u64>,
    /// Number of times skb or buffer allocation failed on the Rx datapath. Allocation failure may,
    /// or may not result in a packet drop, depending on driver implementation and whether system
    /// recovers quickly.
    #[attr(12, uint)]
    pub rx_alloc_fail: Option<u64>,
    /// Number of all packets which entered the device, but never left it, including but not limited
    /// to: packets dropped due to lack of buffer space, processing errors, explicit or implicit
    /// policies and packet filters.
    #[attr(13, uint)]
    pub rx_hw_drops: Option<u64>,
    /// Number of packets dropped due to transient lack of resources, such as buffer space, host
    /// descriptors etc.
    #[attr(14, uint)]
    pub rx_hw_drop_overruns: Option<u64>,
    /// Number of packets that were marked as `CHECKSUM_COMPLETE`.
    #[attr(15, uint)]
    pub rx_csum_complete: Option<u64>,
    /// Number of packets that were marked as `CHECKSUM_UNNECESSARY`.
    #[attr(16, uint)]
    pub rx_csum_unnecessary: Option<u64>,
    /// Number of packets that were not checksummed by device.
    #[attr(17, uint)]
    pub rx_csum_none: Option<u64>,
    /// Number of packets with bad checksum. The packets are not discarded, but still delivered to
    /// the stack.
    #[attr(18, uint)]
    pub rx_csum_bad: Option<u64>,
    /// Number of packets that were coalesced from smaller packets by the device. Counts only
    /// packets coalesced with the HW-GRO netdevice feature, LRO-coalesced packets are not counted.
    #[attr(19, uint)]
    pub rx_hw_gro_packets: Option<u64>,
    /// See `rx-hw-gro-packets`.
    #[attr(20, uint)]
    pub rx_hw_gro_bytes: Option<u64>,
    /// Number of packets that were coalesced to bigger packetss with the HW-GRO netdevice feature.
    /// LRO-coalesced packets are not counted.
    #[attr(21, uint)]
    pub rx_hw_gro_wire_packets: Option<u64>,
    /// See `rx-hw-gro-wire-packets`.
    #[attr(22, uint)]
    pub rx_hw_gro_wire_bytes: Option<u64>,
    /// Number of the packets dropped by the device due to the received packets bitrate exceeding
    /// the device rate limit.
    #[attr(23, uint)]
    pub rx_hw_drop_ratelimits: Option<u64>,
    /// Number of packets that arrived at the device but never left it, encompassing packets dropped
    /// for reasons such as processing errors, as well as those affected by explicitly defined
    /// policies and packet filtering criteria.
    #[attr(24, uint)]
    pub tx_hw_drops: Option<u64>,
    /// Number of packets dropped because they were invalid or malformed.
    #[attr(25, uint)]
    pub tx_hw_drop_errors: Option<u64>,
    /// Number of packets that did not require the device to calculate the checksum.
    #[attr(26, uint)]
    pub tx_csum_none: Option<u64>,
    /// Number of packets that required the device to calculate the checksum. This counter includes
    /// the number of GSO wire packets for which device calculated the L4 checksum.
    #[attr(27, uint)]
    pub tx_needs_csum: Option<u64>,
    /// Number of packets that necessitated segmentation into smaller packets by the device.
    #[attr(28, uint)]
    pub tx_hw_gso_packets: Option<u64>,
    /// See `tx-hw-gso-packets`.
    #[attr(29, uint)]
    pub tx_hw_gso_bytes: Option<u64>,
    /// Number of wire-sized packets generated by processing `tx-hw-gso-packets`.
    #[attr(30, uint)]
    pub tx_hw_gso_wire_packets: Option<u64>,
    /// See `tx-hw-gso-wire-packets`.
    #[attr(31, uint)]
    pub tx_hw_gso_wire_bytes: Option<u64>,
    /// Number of the packets dropped by the device due to the transmit packets bitrate exceeding
    /// the device rate limit.
    #[attr(32, uint)]
    pub tx_hw_drop_ratelimits: Option<u64>,
    /// Number of times driver paused accepting new tx packets from the stack to this queue, because
    /// the queue was full. Note that if BQL is supported and enabled on the device the networking
    /// stack will avoid queuing a lot of data at once.
    #[attr(33, uint)]
    pub tx_stop: Option<u64>,
    /// Number of times driver re-started accepting send requests to this queue from the stack.
    #[attr(34, uint)]
    pub tx_wake: Option<u64>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Queue)]
pub struct QueueId {
    pub id: Option<u32>,
    pub r#type: Option<QueueType>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct Lease {
    /// The netdev ifindex to lease the queue from.
    #[attr(1, min = 1)]
    pub ifindex: Option<u32>,
    /// The netdev queue to lease from.
    #[attr(2, nest)]
    pub queue: Option<QueueId>,
    /// The network namespace id of the netdev.
    #[attr(3, min = 0)]
    pub netns_id: Option<i32>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct Dmabuf {
    /// Netdev ifindex to bind the dmabuf to.
    #[attr(1, min = 1)]
    pub ifindex: Option<u32>,
    /// Receive queues to bind the dmabuf to.
    #[attr(2, multi, nest)]
    pub queues: Vec<QueueId>,
    /// Dmabuf file descriptor to bind.
    #[attr(3)]
    pub fd: Option<u32>,
    /// Id of the dmabuf binding.
    #[attr(4, min = 1)]
    pub id: Option<u32>,
    /// Size in bytes of each device page the NIC writes into from the bound dmabuf. Must be a power
    /// of two and >= `PAGE_SIZE`; defaults to `PAGE_SIZE`.
    #[attr(5)]
    pub rx_page_size: Option<u32>,
}

/// Request of `dev-get`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Dev)]
pub struct DevGet {
    pub ifindex: Option<u32>,
}

/// Request of `page-pool-get`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = PagePool)]
pub struct PagePoolGet {
    pub id: Option<u64>,
}

/// Dump request of `page-pool-get`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = PagePool)]
pub struct PagePoolDump {
    pub ifindex: Option<u32>,
}

/// Request of `page-pool-stats-get`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = PagePoolStats)]
pub struct PagePoolStatsGet {
    pub info: Option<PagePoolInfo>,
}

/// Request of `queue-get`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Queue)]
pub struct QueueGet {
    pub ifindex: Option<u32>,
    pub r#type: Option<QueueType>,
    pub id: Option<u32>,
}

/// Dump request of `queue-get`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Queue)]
pub struct QueueDump {
    pub ifindex: Option<u32>,
}

/// Request of `napi-get`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Napi)]
pub struct NapiGet {
    pub id: Option<u32>,
}

/// Dump request of `napi-get`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Napi)]
pub struct NapiDump {
    pub ifindex: Option<u32>,
}

/// Dump request of `qstats-get`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Qstats)]
pub struct QstatsGet {
    pub ifindex: Option<u32>,
    pub scope: Option<QstatsScope>,
}

/// Reply of `qstats-get`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Qstats)]
pub struct QstatsGetReply {
    pub ifindex: Option<u32>,
    pub queue_type: Option<QueueType>,
    pub queue_id: Option<u32>,
    pub rx_packets: Option<u64>,
    pub rx_bytes: Option<u64>,
    pub tx_packets: Option<u64>,
    pub tx_bytes: Option<u64>,
    pub rx_alloc_fail: Option<u64>,
    pub rx_hw_drops: Option<u64>,
    pub rx_hw_drop_overruns: Option<u64>,
    pub rx_csum_complete: Option<u64>,
    pub rx_csum_unnecessary: Option<u64>,
    pub rx_csum_none: Option<u64>,
    pub rx_csum_bad: Option<u64>,
    pub rx_hw_gro_packets: Option<u64>,
    pub rx_hw_gro_bytes: Option<u64>,
    pub rx_hw_gro_wire_packets: Option<u64>,
    pub rx_hw_gro_wire_bytes: Option<u64>,
    pub rx_hw_drop_ratelimits: Option<u64>,
    pub tx_hw_drops: Option<u64>,
    pub tx_hw_drop_errors: Option<u64>,
    pub tx_csum_none: Option<u64>,
    pub tx_needs_csum: Option<u64>,
    pub tx_hw_gso_packets: Option<u64>,
    pub tx_hw_gso_bytes: Option<u64>,
    pub tx_hw_gso_wire_packets: Option<u64>,
    pub tx_hw_gso_wire_bytes: Option<u64>,
    pub tx_hw_drop_ratelimits: Option<u64>,
    pub tx_stop: Option<u64>,
    pub tx_wake: Option<u64>,
}

/// Request of `bind-rx`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Dmabuf)]
pub struct BindRx {
    pub ifindex: Option<u32>,
    pub fd: Option<u32>,
    pub queues: Vec<QueueId>,
    pub rx_page_size: Option<u32>,
}

/// Reply of `bind-rx`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Dmabuf)]
pub struct BindRxReply {
    pub id: Option<u32>,
}

/// Request of `napi-set`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Napi)]
pub struct NapiSet {
    pub id: Option<u32>,
    pub defer_hard_irqs: Option<u32>,
    pub gro_flush_timeout: Option<u64>,
    pub irq_suspend_timeout: Option<u64>,
    pub threaded: Option<NapiThreaded>,
}

/// Request of `bind-tx`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Dmabuf)]
pub struct BindTx {
    pub ifindex: Option<u32>,
    pub fd: Option<u32>,
}

/// Reply of `bind-tx`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Dmabuf)]
pub struct BindTxReply {
    pub id: Option<u32>,
}

/// Request of `queue-create`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Queue)]
pub struct QueueCreate {
    pub ifindex: Option<u32>,
    pub r#type: Option<QueueType>,
    pub lease: Option<Lease>,
}

/// Reply of `queue-create`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Queue)]
pub struct QueueCreateReply {
    pub id: Option<u32>,
}

genl_family! {
    /// Netdev configuration over generic netlink.
    #[family(name = "netdev", version = 1)]
    pub trait Netdev {
        const MGMT: MulticastGroup = "mgmt";
        const PAGE_POOL: MulticastGroup = "page-pool";

        /// Get / dump information about a netdev.
        #[op(1)]
        fn dev_get(request: DevGet) -> Dev;

        /// Get / dump information about a netdev.
        #[op(1, dump)]
        fn dev_dump() -> Dev;

        /// Notification about device appearing.
        #[event(2, group = MGMT, notify = dev_get)]
        fn dev_add_ntf();

        /// Notification about device disappearing.
        #[event(3, group = MGMT, notify = dev_get)]
        fn dev_del_ntf();

        /// Notification about device configuration being changed.
        #[event(4, group = MGMT, notify = dev_get)]
        fn dev_change_ntf();

        /// Get / dump information about Page Pools. Only Page Pools associated by the driver with a
        /// `net_device` can be listed. ifindex will not be reported if the `net_device` no longer
        /// exists.
        ///
        /// Only in kernels with `CONFIG_PAGE-POOL`.
        #[op(5)]
        fn page_pool_get(request: PagePoolGet) -> PagePool;

        /// Get / dump information about Page Pools. Only Page Pools associated by the driver with a
        /// `net_device` can be listed. ifindex will not be reported if the `net_device` no longer
        /// exists.
        ///
        /// Only in kernels with `CONFIG_PAGE-POOL`.
        #[op(5, dump)]
        fn page_pool_dump(request: PagePoolDump) -> PagePool;

        /// Notification about page pool appearing.
        ///
        /// Only in kernels with `CONFIG_PAGE-POOL`.
        #[event(6, group = PAGE_POOL, notify = page_pool_get)]
        fn page_pool_add_ntf();

        /// Notification about page pool disappearing.
        ///
        /// Only in kernels with `CONFIG_PAGE-POOL`.
        #[event(7, group = PAGE_POOL, notify = page_pool_get)]
        fn page_pool_del_ntf();

        /// Notification about page pool configuration being changed.
        ///
        /// Only in kernels with `CONFIG_PAGE-POOL`.
        #[event(8, group = PAGE_POOL, notify = page_pool_get)]
        fn page_pool_change_ntf();

        /// Get page pool statistics.
        ///
        /// Only in kernels with `CONFIG_PAGE-POOL-STATS`.
        #[op(9)]
        fn page_pool_stats_get(request: PagePoolStatsGet) -> PagePoolStats;

        /// Get page pool statistics.
        ///
        /// Only in kernels with `CONFIG_PAGE-POOL-STATS`.
        #[op(9, dump)]
        fn page_pool_stats_dump(request: PagePoolStatsGet) -> PagePoolStats;

        /// Get queue information from the kernel. Only configured queues will be reported (as
        /// opposed to all available hardware queues).
        #[op(10)]
        fn queue_get(request: QueueGet) -> Queue;

        /// Get queue information from the kernel. Only configured queues will be reported (as
        /// opposed to all available hardware queues).
        #[op(10, dump)]
        fn queue_dump(request: QueueDump) -> Queue;

        /// Get information about NAPI instances configured on the system.
        #[op(11)]
        fn napi_get(request: NapiGet) -> Napi;

        /// Get information about NAPI instances configured on the system.
        #[op(11, dump)]
        fn napi_dump(request: NapiDump) -> Napi;

        /// Get / dump fine grained statistics. Which statistics are reported depends on the device
        /// and the driver, and whether the driver stores software counters per-queue.
        #[op(12, dump)]
        fn qstats_get(request: QstatsGet) -> QstatsGetReply;

        /// Bind dmabuf to netdev.
        #[op(13, uns_admin_perm)]
        fn bind_rx(request: BindRx) -> BindRxReply;

        /// Set configurable NAPI instance settings.
        #[op(14, admin_perm)]
        fn napi_set(request: NapiSet);

        /// Bind dmabuf to netdev for TX.
        #[op(15)]
        fn bind_tx(request: BindTx) -> BindTxReply;

        /// Create a new queue for the given netdevice. Whether this operation is supported depends
        /// on the device and the driver.
        #[op(16, admin_perm)]
        fn queue_create(request: QueueCreate) -> QueueCreateReply;
    }
}
