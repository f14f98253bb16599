//! Queues, and the NAPI instances that poll them: `queue`, `napi`.

use genl::AttributeSet;

use super::{NapiThreaded, QueueType};

/// Memory that `io_uring` provides.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct IoUringProviderInfo {
    /// The registered size of a receive buffer, in bytes.
    #[attr(1, uint)]
    pub rx_buf_len: Option<u64>,
}

/// An `AF_XDP` socket at a queue. It has no attributes yet.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct XskInfo {}

/// A queue of a device.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct Queue {
    /// Its index, among those of its device and type.
    #[attr(1)]
    pub id: Option<u32>,
    /// The index of its device.
    #[attr(2, min = 1)]
    pub ifindex: Option<u32>,
    /// The direction of the queue. The kernel's XDP queues for sending are not listed.
    #[attr(3)]
    pub r#type: Option<QueueType>,
    /// The NAPI that serves it, by its id.
    #[attr(4)]
    pub napi_id: Option<u32>,
    /// The dmabuf attached to it, by its id.
    #[attr(5)]
    pub dmabuf: Option<u32>,
    /// Its memory, if `io_uring` provides it.
    #[attr(6, nest)]
    pub io_uring: Option<IoUringProviderInfo>,
    /// Its `AF_XDP` socket.
    #[attr(7, nest)]
    pub xsk: Option<XskInfo>,
    /// The queue of a physical device that this queue of a virtual device represents.
    #[attr(8, nest)]
    pub lease: Option<Lease>,
}

/// A queue, among those of its device.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Queue)]
pub struct QueueId {
    /// Its index.
    pub id: Option<u32>,
    /// The direction of the queue.
    pub r#type: Option<QueueType>,
}

/// A queue that another one represents.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct Lease {
    /// The index of its device.
    #[attr(1, min = 1)]
    pub ifindex: Option<u32>,
    /// The queue.
    #[attr(2, nest)]
    pub queue: Option<QueueId>,
    /// The network namespace of its device, by its id.
    #[attr(3, min = 0)]
    pub netns_id: Option<i32>,
}

/// Asks for a queue.
#[derive(Clone, Debug, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Queue)]
pub struct QueueGet {
    /// The index of its device.
    pub ifindex: u32,
    /// The direction of the queue.
    pub r#type: QueueType,
    /// Its index.
    pub id: u32,
}

/// Asks for the queues of one device, or of all.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Queue)]
pub struct QueueDump {
    /// The index of the device.
    pub ifindex: Option<u32>,
}

/// Creates a queue.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Queue)]
pub struct QueueCreate {
    /// The index of its device.
    pub ifindex: Option<u32>,
    /// The direction of the queue.
    pub r#type: Option<QueueType>,
    /// The queue that it represents.
    pub lease: Option<Lease>,
}

/// A queue that was created.
#[derive(Clone, Debug, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Queue)]
pub struct QueueCreated {
    /// Its index.
    pub id: u32,
}

/// A NAPI instance, which polls queues.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct Napi {
    /// The index of its device.
    #[attr(1, min = 1)]
    pub ifindex: Option<u32>,
    /// Its id.
    #[attr(2)]
    pub id: Option<u32>,
    /// The number of its interrupt.
    #[attr(3)]
    pub irq: Option<u32>,
    /// The id of the thread in which it polls. It is absent if the instance polls in softirqs.
    #[attr(4)]
    pub pid: Option<u32>,
    /// The number of polls without a packet after which its interrupt is enabled again.
    #[attr(5, max = 0x7fff_ffff)]
    pub defer_hard_irqs: Option<u32>,
    /// The nanoseconds until it polls again. If not 0, GRO keeps packets from one poll to the next.
    #[attr(6, uint)]
    pub gro_flush_timeout: Option<u64>,
    /// The nanoseconds for which the interrupt is suspended when polling finds events.
    #[attr(7, uint)]
    pub irq_suspend_timeout: Option<u64>,
    /// Whether it polls in a thread of its own.
    #[attr(8)]
    pub threaded: Option<NapiThreaded>,
}

/// Asks for a NAPI instance.
#[derive(Clone, Debug, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Napi)]
pub struct NapiGet {
    /// Its id.
    pub id: u32,
}

/// Asks for the NAPI instances of one device, or of all.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Napi)]
pub struct NapiDump {
    /// The index of the device.
    pub ifindex: Option<u32>,
}

/// Changes a NAPI instance.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Napi)]
pub struct NapiSet {
    /// Its id.
    pub id: u32,
    /// The number of polls without a packet after which its interrupt is enabled again.
    pub defer_hard_irqs: Option<u32>,
    /// The nanoseconds until it polls again.
    pub gro_flush_timeout: Option<u64>,
    /// The nanoseconds for which the interrupt is suspended.
    pub irq_suspend_timeout: Option<u64>,
    /// Whether it polls in a thread of its own.
    pub threaded: Option<NapiThreaded>,
}
