//! Page pools: `page-pool`, `page-pool-stats`.

use genl::AttributeSet;

use super::IoUringProviderInfo;

/// A page pool.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct PagePool {
    /// Its id.
    #[attr(1, uint, min = 1, max = 0xffff_ffff)]
    pub id: Option<u64>,
    /// The index of its device. The page pool may exist longer than the device.
    #[attr(2, min = 1, max = 0x7fff_ffff)]
    pub ifindex: Option<u32>,
    /// The NAPI that uses it, by its id.
    #[attr(3, uint, min = 1, max = 0xffff_ffff)]
    pub napi_id: Option<u64>,
    /// The number of its pages in use: in sockets, rings and caches.
    #[attr(4, uint)]
    pub inflight: Option<u64>,
    /// The number of bytes of these pages.
    #[attr(5, uint)]
    pub inflight_mem: Option<u64>,
    /// When the driver detached it, in seconds of `CLOCK_BOOTTIME`. From then on, it waits for its pages. It is absent before.
    #[attr(6, uint)]
    pub detach_time: Option<u64>,
    /// The dmabuf it is attached to, by its id.
    #[attr(7)]
    pub dmabuf: Option<u32>,
    /// Its memory, if `io_uring` provides it.
    #[attr(8, nest)]
    pub io_uring: Option<IoUringProviderInfo>,
}

/// Asks for a page pool.
#[derive(Clone, Debug, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = PagePool)]
pub struct PagePoolGet {
    /// Its id.
    pub id: u64,
}

/// Asks for the page pools of one device, or of all.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = PagePool)]
pub struct PagePoolDump {
    /// The index of the device.
    pub ifindex: Option<u32>,
}

/// The page pool.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = PagePool)]
pub struct PagePoolInfo {
    /// Its id.
    pub id: Option<u64>,
    /// The index of its device.
    pub ifindex: Option<u32>,
}

/// Statistics of a page pool; more in the kernel's `struct page_pool_stats`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct PagePoolStats {
    /// The page pool.
    #[attr(1, nest)]
    pub info: Option<PagePoolInfo>,
    /// Allocations served from the cache.
    #[attr(8, uint)]
    pub alloc_fast: Option<u64>,
    /// Allocations of single pages that the cache could not serve.
    #[attr(9, uint)]
    pub alloc_slow: Option<u64>,
    /// Allocations of several pages that the cache could not serve.
    #[attr(10, uint)]
    pub alloc_slow_high_order: Option<u64>,
    /// Allocations that found the ring empty.
    #[attr(11, uint)]
    pub alloc_empty: Option<u64>,
    /// Allocations that filled the cache from the ring.
    #[attr(12, uint)]
    pub alloc_refill: Option<u64>,
    /// Pages of the ring that were not used because they belong to another NUMA node.
    #[attr(13, uint)]
    pub alloc_waive: Option<u64>,
    /// Pages returned to the cache.
    #[attr(14, uint)]
    pub recycle_cached: Option<u64>,
    /// Pages not returned to the cache because it was full.
    #[attr(15, uint)]
    pub recycle_cache_full: Option<u64>,
    /// Pages returned to the ring.
    #[attr(16, uint)]
    pub recycle_ring: Option<u64>,
    /// Pages not returned to the ring because it was full.
    #[attr(17, uint)]
    pub recycle_ring_full: Option<u64>,
    /// Pages released because they were still in use.
    #[attr(18, uint)]
    pub recycle_released_refcnt: Option<u64>,
}

/// Asks for statistics.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = PagePoolStats)]
pub struct PagePoolStatsGet {
    /// The page pool, or in a dump the device whose pools are meant.
    pub info: Option<PagePoolInfo>,
}
