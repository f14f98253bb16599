//! Devices, and memory of others bound to them: `dev`, `dmabuf`.

use genl::AttributeSet;

use super::{QueueId, XdpAct, XdpRxMetadata, XskFlags};

/// A network device.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(pad = 2)]
pub struct Dev {
    /// Its index.
    #[attr(1, min = 1)]
    pub ifindex: Option<u32>,
    /// What XDP programs can do with it.
    #[attr(3, flags)]
    pub xdp_features: Option<XdpAct>,
    /// How many parts a buffer can have in zero-copy mode.
    #[attr(4, min = 1)]
    pub xdp_zc_max_segs: Option<u32>,
    /// What XDP programs can learn of a packet received.
    #[attr(5, flags)]
    pub xdp_rx_metadata_features: Option<XdpRxMetadata>,
    /// What `AF_XDP` sockets can ask of it.
    #[attr(6, flags)]
    pub xsk_features: Option<XskFlags>,
}

/// Asks for a device.
#[derive(Clone, Debug, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Dev)]
pub struct DevGet {
    /// Its index.
    pub ifindex: u32,
}

/// A dmabuf bound to a device.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct Dmabuf {
    /// The index of the device.
    #[attr(1, min = 1)]
    pub ifindex: Option<u32>,
    /// The receive queues it is bound to.
    #[attr(2, multi, nest)]
    pub queues: Vec<QueueId>,
    /// Its file descriptor.
    #[attr(3)]
    pub fd: Option<u32>,
    /// The id of the binding.
    #[attr(4, min = 1)]
    pub id: Option<u32>,
    /// How many bytes each page has that the device writes to: a power of two, at least `PAGE_SIZE`, which is the default.
    #[attr(5)]
    pub rx_page_size: Option<u32>,
}

/// Binds a dmabuf to receive queues.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Dmabuf)]
pub struct BindRx {
    /// The index of the device.
    pub ifindex: u32,
    /// The file descriptor of the dmabuf.
    pub fd: u32,
    /// The receive queues.
    pub queues: Vec<QueueId>,
    /// How many bytes each page has.
    pub rx_page_size: Option<u32>,
}

/// Binds a dmabuf to a device, for sending.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Dmabuf)]
pub struct BindTx {
    /// The index of the device.
    pub ifindex: u32,
    /// The file descriptor of the dmabuf.
    pub fd: u32,
}

/// A binding that was made.
#[derive(Clone, Debug, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Dmabuf)]
pub struct Bound {
    /// Its id.
    pub id: u32,
}
