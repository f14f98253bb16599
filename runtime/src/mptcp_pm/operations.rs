//! The requests and replies of operations (`net/mptcp/pm_netlink.c`, `Documentation/netlink/specs/mptcp_pm.yaml`).

use super::{Address, SubflowFlags};
use crate::AttributeSet;

/// The attributes of `add-addr`, `del-addr` and `flush-addrs` (`MPTCP_PM_ENDPOINT_*`, `include/uapi/linux/mptcp_pm.h`).
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct Endpoint {
    /// The endpoint.
    #[attr(1, nest)]
    pub addr: Option<Address>,
}

/// The attributes of the other operations (`MPTCP_PM_ATTR_*`, `include/uapi/linux/mptcp_pm.h`).
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct Attr {
    /// An address of this host.
    #[attr(1, nest)]
    pub addr: Option<Address>,
    /// The number of announced addresses that a connection accepts (0..=8).
    #[attr(2)]
    pub rcv_add_addrs: Option<u32>,
    /// The number of subflows that a connection may have in addition to the first (0..=8).
    #[attr(3)]
    pub subflows: Option<u32>,
    /// The token of a connection, as in its events.
    #[attr(4, display_hint = hex)]
    pub token: Option<u32>,
    /// The id of an address of this host.
    #[attr(5)]
    pub loc_id: Option<u8>,
    /// An address of the peer.
    #[attr(6, nest)]
    pub addr_remote: Option<Address>,
}

/// The request of [`add_addr`](super::MptcpPm::add_addr).
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Endpoint)]
pub struct AddAddr {
    /// The endpoint: its address, and how it is used.
    pub addr: Address,
}

/// The request of [`del_addr`](super::MptcpPm::del_addr).
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Endpoint)]
pub struct DelAddr {
    /// The endpoint, by its id.
    pub addr: Address,
}

/// The request of [`get_addr`](super::MptcpPm::get_addr).
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Attr)]
pub struct GetAddr {
    /// The endpoint, by its id.
    pub addr: Address,
    /// The token of a connection under the userspace path manager. If absent, the in-kernel path manager is asked.
    pub token: Option<u32>,
}

/// The request of [`dump_addrs`](super::MptcpPm::dump_addrs).
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Attr)]
pub struct DumpAddrs {
    /// The token of a connection under the userspace path manager. If absent, the in-kernel path manager is asked.
    pub token: Option<u32>,
}

/// An endpoint of the kernel.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Attr)]
pub struct EndpointReply {
    /// The endpoint.
    pub addr: Address,
}

/// The request of [`set_limits`](super::MptcpPm::set_limits).
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Attr)]
pub struct SetLimits {
    /// The number of announced addresses that a connection accepts (0..=8).
    pub rcv_add_addrs: Option<u32>,
    /// The number of subflows that a connection may have in addition to the first (0..=8).
    pub subflows: Option<u32>,
}

/// The limits of a network namespace.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Attr)]
pub struct Limits {
    /// The number of announced addresses that a connection accepts (0..=8).
    pub rcv_add_addrs: u32,
    /// The number of subflows that a connection may have in addition to the first (0..=8).
    pub subflows: u32,
}

/// The request of [`set_flags`](super::MptcpPm::set_flags).
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Attr)]
pub struct SetFlags {
    /// The endpoint, by address or id, or the local address of the subflow; with the new flags.
    pub addr: Address,
    /// The token of a connection under the userspace path manager.
    pub token: Option<u32>,
    /// The remote address of the subflow, under the userspace path manager.
    pub addr_remote: Option<Address>,
}

/// The request of [`announce`](super::MptcpPm::announce).
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Attr)]
pub struct Announce {
    /// The address, with an id (1..=255) and the flag `SIGNAL`.
    pub addr: Address,
    /// The token of the connection.
    pub token: u32,
}

/// The request of [`remove`](super::MptcpPm::remove).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Attr)]
pub struct Remove {
    /// The token of the connection.
    pub token: u32,
    /// The id of the address of this host.
    pub loc_id: u8,
}

/// The request of [`subflow_create`](super::MptcpPm::subflow_create).
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Attr)]
pub struct SubflowCreate {
    /// The local address, with the id by which the peer knows it.
    ///
    /// An absent id counts as 0, the id of the local address of the first subflow. So any other address needs an id.
    pub addr: Address,
    /// The token of the connection.
    pub token: u32,
    /// The remote address and port.
    pub addr_remote: Address,
}

/// The request of [`subflow_destroy`](super::MptcpPm::subflow_destroy).
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Attr)]
pub struct SubflowDestroy {
    /// The local address and port.
    pub addr: Address,
    /// The token of the connection.
    pub token: u32,
    /// The remote address and port.
    pub addr_remote: Address,
}

/// The MPTCP attributes of a subflow in a reply of `INET_DIAG` (`MPTCP_SUBFLOW_ATTR_*`, `net/mptcp/diag.c`).
///
/// A *mapping* assigns data sequence numbers of the connection to a range of bytes of the subflow (RFC 8684, section 3.3).
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(pad = 11)]
pub struct SubflowAttribute {
    /// The token that the peer uses for the connection.
    #[attr(1, display_hint = hex)]
    pub token_rem: Option<u32>,
    /// The token that this host uses for the connection.
    #[attr(2, display_hint = hex)]
    pub token_loc: Option<u32>,
    /// The relative sequence number of the next byte that is written to the subflow.
    #[attr(3)]
    pub relwrite_seq: Option<u32>,
    /// The data sequence number at which the current mapping starts.
    #[attr(4)]
    pub map_seq: Option<u64>,
    /// The subflow sequence number at which the current mapping starts.
    #[attr(5)]
    pub map_sfseq: Option<u32>,
    /// The offset from subflow sequence numbers to TCP sequence numbers.
    #[attr(6)]
    pub ssn_offset: Option<u32>,
    /// The length of the current mapping, in bytes.
    #[attr(7)]
    pub map_datalen: Option<u16>,
    /// The state of the subflow.
    #[attr(8, flags)]
    pub flags: Option<SubflowFlags>,
    /// The id of the address of the peer.
    #[attr(9)]
    pub id_rem: Option<u8>,
    /// The id of the address of this host.
    #[attr(10)]
    pub id_loc: Option<u8>,
}
