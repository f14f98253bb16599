//! How the device handles packets: `features`, `rings`, `channels`.

use genl::AttributeSet;

use super::{Bitset, Header, TcpDataSplit};

/// The features of a device (`NETIF_F_*`).
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct Features {
    /// The device.
    #[attr(1, nest)]
    pub header: Option<Header>,
    /// The features that can be changed.
    #[attr(2, nest)]
    pub hw: Option<Bitset>,
    /// The features that are requested.
    #[attr(3, nest)]
    pub wanted: Option<Bitset>,
    /// The features that are on.
    #[attr(4, nest)]
    pub active: Option<Bitset>,
    /// The features that can never be changed.
    #[attr(5, nest)]
    pub nochange: Option<Bitset>,
}

/// Asks for `Features`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Features)]
pub struct FeaturesGet {
    /// The device; empty in a dump.
    pub header: Header,
}

/// The sizes of a device's rings, and related settings.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct Rings {
    /// The device.
    #[attr(1, nest)]
    pub header: Option<Header>,
    /// The greatest `rx`.
    #[attr(2)]
    pub rx_max: Option<u32>,
    /// The greatest `rx_mini`.
    #[attr(3)]
    pub rx_mini_max: Option<u32>,
    /// The greatest `rx_jumbo`.
    #[attr(4)]
    pub rx_jumbo_max: Option<u32>,
    /// The greatest `tx`.
    #[attr(5)]
    pub tx_max: Option<u32>,
    /// Entries of the receive ring.
    #[attr(6)]
    pub rx: Option<u32>,
    /// Entries of the receive ring for small packets.
    #[attr(7)]
    pub rx_mini: Option<u32>,
    /// Entries of the receive ring for large packets.
    #[attr(8)]
    pub rx_jumbo: Option<u32>,
    /// Entries of the transmit ring.
    #[attr(9)]
    pub tx: Option<u32>,
    /// Bytes of a receive buffer.
    #[attr(10, min = 1)]
    pub rx_buf_len: Option<u32>,
    /// Whether headers and payload are received separately.
    #[attr(11)]
    pub tcp_data_split: Option<TcpDataSplit>,
    /// Bytes of an entry of the completion queue.
    #[attr(12, min = 1)]
    pub cqe_size: Option<u32>,
    /// Whether descriptors are pushed to the device for sending.
    #[attr(13, max = 1)]
    pub tx_push: Option<u8>,
    /// Whether descriptors are pushed to the device for receiving.
    #[attr(14, max = 1)]
    pub rx_push: Option<u8>,
    /// Bytes of a packet that are pushed with its descriptor.
    #[attr(15)]
    pub tx_push_buf_len: Option<u32>,
    /// The greatest `tx_push_buf_len`.
    #[attr(16)]
    pub tx_push_buf_len_max: Option<u32>,
    /// The length in bytes from which headers and payload are received separately.
    #[attr(17)]
    pub hds_thresh: Option<u32>,
    /// The greatest `hds_thresh`.
    #[attr(18)]
    pub hds_thresh_max: Option<u32>,
}

/// Asks for `Rings`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Rings)]
pub struct RingsGet {
    /// The device; empty in a dump.
    pub header: Header,
}

/// The numbers of channels of a device.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct Channels {
    /// The device.
    #[attr(1, nest)]
    pub header: Option<Header>,
    /// The greatest `rx_count`.
    #[attr(2)]
    pub rx_max: Option<u32>,
    /// The greatest `tx_count`.
    #[attr(3)]
    pub tx_max: Option<u32>,
    /// The greatest `other_count`.
    #[attr(4)]
    pub other_max: Option<u32>,
    /// The greatest `combined_count`.
    #[attr(5)]
    pub combined_max: Option<u32>,
    /// Channels that receive.
    #[attr(6)]
    pub rx_count: Option<u32>,
    /// Channels that send.
    #[attr(7)]
    pub tx_count: Option<u32>,
    /// Channels for something else, such as link interrupts.
    #[attr(8)]
    pub other_count: Option<u32>,
    /// Channels that both receive and send.
    #[attr(9)]
    pub combined_count: Option<u32>,
}

/// Asks for `Channels`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Channels)]
pub struct ChannelsGet {
    /// The device; empty in a dump.
    pub header: Header,
}
