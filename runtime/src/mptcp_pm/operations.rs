//! What operations take and give.

use super::{Address, SubflowFlags};
use crate::AttributeSet;

/// The attributes of `add-addr`, `del-addr` and `flush-addrs` (`MPTCP_PM_ENDPOINT_*`).
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct Endpoint {
    /// The endpoint.
    #[attr(1, nest)]
    pub addr: Option<Address>,
}

/// The attributes of the other operations (`MPTCP_PM_ATTR_*`).
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct Attr {
    /// An address of this host.
    #[attr(1, nest)]
    pub addr: Option<Address>,
    /// How many announced addresses a connection accepts.
    #[attr(2)]
    pub rcv_add_addrs: Option<u32>,
    /// How many subflows a connection may have beside its first.
    #[attr(3)]
    pub subflows: Option<u32>,
    /// The token of a connection, as its events tell it.
    #[attr(4)]
    pub token: Option<u32>,
    /// The id of an address of this host.
    #[attr(5)]
    pub loc_id: Option<u8>,
    /// An address of the peer.
    #[attr(6, nest)]
    pub addr_remote: Option<Address>,
}

/// Adds an endpoint.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Endpoint)]
pub struct AddAddr {
    /// The endpoint: its address, and what it is used for.
    pub addr: Address,
}

/// Removes an endpoint.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Endpoint)]
pub struct DelAddr {
    /// The endpoint: its id.
    pub addr: Address,
}

/// Asks for one endpoint.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Attr)]
pub struct GetAddr {
    /// The endpoint: its id.
    pub addr: Address,
    /// With the userspace path manager: the connection.
    pub token: Option<u32>,
}

/// Asks for every endpoint.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Attr)]
pub struct DumpAddrs {
    /// With the userspace path manager: the connection.
    pub token: Option<u32>,
}

/// An endpoint, as the kernel has it.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Attr)]
pub struct EndpointReply {
    /// The endpoint.
    pub addr: Address,
}

/// Sets limits.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Attr)]
pub struct SetLimits {
    /// How many announced addresses a connection accepts.
    pub rcv_add_addrs: Option<u32>,
    /// How many subflows a connection may have beside its first.
    pub subflows: Option<u32>,
}

/// The limits of a network namespace.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Attr)]
pub struct Limits {
    /// How many announced addresses a connection accepts.
    pub rcv_add_addrs: u32,
    /// How many subflows a connection may have beside its first.
    pub subflows: u32,
}

/// Changes the flags of an endpoint, or of a subflow.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Attr)]
pub struct SetFlags {
    /// The endpoint, by id or by address, or the subflow's address of this host; with its new flags.
    pub addr: Address,
    /// With the userspace path manager: the connection.
    pub token: Option<u32>,
    /// With the userspace path manager: the subflow's address of the peer.
    pub addr_remote: Option<Address>,
}

/// Announces an address to the peer.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Attr)]
pub struct Announce {
    /// The address, with an id other than 0 and the flag `SIGNAL`.
    pub addr: Address,
    /// The connection.
    pub token: u32,
}

/// Takes an announced address back, or closes the subflows from an address.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Attr)]
pub struct Remove {
    /// The connection.
    pub token: u32,
    /// The id of the address of this host.
    pub loc_id: u8,
}

/// Starts a subflow.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Attr)]
pub struct SubflowCreate {
    /// The address of this host, with the id that the peer is to know it by. Without an id it is 0, which is the address of
    /// the first subflow: a second address without an id is refused.
    pub addr: Address,
    /// The connection.
    pub token: u32,
    /// The address and port of the peer.
    pub addr_remote: Address,
}

/// Closes a subflow.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Attr)]
pub struct SubflowDestroy {
    /// The address and port of this host.
    pub addr: Address,
    /// The connection.
    pub token: u32,
    /// The address and port of the peer.
    pub addr_remote: Address,
}

/// What `INET_DIAG` tells of a subflow (`MPTCP_SUBFLOW_ATTR_*`, `net/mptcp/diag.c`).
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(pad = 11)]
pub struct SubflowAttribute {
    /// The peer's token.
    #[attr(1)]
    pub token_rem: Option<u32>,
    /// This side's token.
    #[attr(2)]
    pub token_loc: Option<u32>,
    /// Where in the subflow writing began.
    #[attr(3)]
    pub relwrite_seq: Option<u32>,
    /// The data sequence number of the mapping in force.
    #[attr(4)]
    pub map_seq: Option<u64>,
    /// The subflow sequence number of the mapping in force.
    #[attr(5)]
    pub map_sfseq: Option<u32>,
    /// Between the subflow's sequence numbers and those of TCP.
    #[attr(6)]
    pub ssn_offset: Option<u32>,
    /// The length of the mapping in force, in bytes.
    #[attr(7)]
    pub map_datalen: Option<u16>,
    /// The state of the subflow.
    #[attr(8, flags)]
    pub flags: Option<SubflowFlags>,
    /// The id of the peer's address.
    #[attr(9)]
    pub id_rem: Option<u8>,
    /// The id of this host's address.
    #[attr(10)]
    pub id_loc: Option<u8>,
}
