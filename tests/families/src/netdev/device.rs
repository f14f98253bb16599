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
    /// The XDP features.
    #[attr(3, flags)]
    pub xdp_features: Option<XdpAct>,
    /// The number of parts that a buffer can have in zero-copy mode.
    #[attr(4, min = 1)]
    pub xdp_zc_max_segs: Option<u32>,
    /// The metadata of received packets that XDP programs can read.
    #[attr(5, flags)]
    pub xdp_rx_metadata_features: Option<XdpRxMetadata>,
    /// The features for `AF_XDP` sockets.
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
    /// The size of each page to which the device writes, in bytes: a power of two. The least value and the default is `PAGE_SIZE`.
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
    /// The size of each page, in bytes.
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

/// A binding that was created.
#[derive(Clone, Debug, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Dmabuf)]
pub struct Bound {
    /// Its id.
    pub id: u32,
}
