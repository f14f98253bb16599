//! `netdev`: network devices, their queues and their memory (`Documentation/netlink/specs/netdev.yaml`).

mod definitions;
mod device;
mod page_pool;
mod queue;
mod stats;

pub use definitions::{NapiThreaded, QstatsScope, QueueType, XdpAct, XdpRxMetadata, XskFlags};
pub use device::{BindRx, BindTx, Bound, Dev, DevGet, Dmabuf};
pub use page_pool::{
    PagePool, PagePoolDump, PagePoolGet, PagePoolInfo, PagePoolStats, PagePoolStatsGet,
};
pub use queue::{
    IoUringProviderInfo, Lease, Napi, NapiDump, NapiGet, NapiSet, Queue, QueueCreate, QueueCreated,
    QueueDump, QueueGet, QueueId, XskInfo,
};
pub use stats::{Qstats, QstatsGet};

use genl::genl_family;

genl_family! {
    /// Network devices, their queues and their memory.
    #[family(name = "netdev", version = 1)]
    pub trait Netdev {
        /// Devices that are added, removed and changed.
        const MGMT: MulticastGroup = "mgmt";

        /// Page pools that are added, removed and changed.
        const PAGE_POOL: MulticastGroup = "page-pool";

        /// A device.
        #[op(1)]
        fn dev_get(request: DevGet) -> Dev;

        /// Every device.
        #[op(1, dump)]
        fn dev_dump() -> Dev;

        /// A device was added.
        #[event(2, group = MGMT, notify = dev_get)]
        fn dev_add_ntf();

        /// A device was removed.
        #[event(3, group = MGMT, notify = dev_get)]
        fn dev_del_ntf();

        /// A device was changed.
        #[event(4, group = MGMT, notify = dev_get)]
        fn dev_change_ntf();

        /// A page pool, if its driver associated it with a device.
        #[op(5)]
        fn page_pool_get(request: PagePoolGet) -> PagePool;

        /// The page pools that are associated with a device.
        #[op(5, dump)]
        fn page_pool_dump(request: PagePoolDump) -> PagePool;

        /// A page pool was added.
        #[event(6, group = PAGE_POOL, notify = page_pool_get)]
        fn page_pool_add_ntf();

        /// A page pool was removed.
        #[event(7, group = PAGE_POOL, notify = page_pool_get)]
        fn page_pool_del_ntf();

        /// A page pool was changed.
        #[event(8, group = PAGE_POOL, notify = page_pool_get)]
        fn page_pool_change_ntf();

        /// Statistics of a page pool.
        #[op(9)]
        fn page_pool_stats_get(request: PagePoolStatsGet) -> PagePoolStats;

        /// Statistics of page pools.
        #[op(9, dump)]
        fn page_pool_stats_dump(request: PagePoolStatsGet) -> PagePoolStats;

        /// A queue that is in use.
        #[op(10)]
        fn queue_get(request: QueueGet) -> Queue;

        /// The queues that are in use.
        #[op(10, dump)]
        fn queue_dump(request: QueueDump) -> Queue;

        /// A NAPI instance.
        #[op(11)]
        fn napi_get(request: NapiGet) -> Napi;

        /// The NAPI instances.
        #[op(11, dump)]
        fn napi_dump(request: NapiDump) -> Napi;

        /// Statistics, in the detail that the driver and the device provide.
        #[op(12, dump)]
        fn qstats_get(request: QstatsGet) -> Qstats;

        /// Binds a dmabuf to receive queues, as long as the socket is open.
        #[op(13, uns_admin_perm)]
        fn bind_rx(request: BindRx) -> Bound;

        /// Changes a NAPI instance.
        #[op(14, admin_perm)]
        fn napi_set(request: NapiSet);

        /// Binds a dmabuf to a device, for sending.
        #[op(15)]
        fn bind_tx(request: BindTx) -> Bound;

        /// Creates a queue.
        #[op(16, admin_perm)]
        fn queue_create(request: QueueCreate) -> QueueCreated;
    }
}
