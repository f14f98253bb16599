//! The attributes of events, in the order in which the kernel writes them (`net/mptcp/pm_netlink.c`).

use core::net::{Ipv4Addr, Ipv6Addr};

use super::{AddressFamily, EventFlags};
use crate::{AttributeSet, UnknownAttribute};

/// The attributes of events (`enum mptcp_event_attr`, `include/uapi/linux/mptcp_pm.h`).
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct EventAttr {
    /// The token of the connection, which identifies it in operations.
    #[attr(1, display_hint = hex)]
    pub token: Option<u32>,
    /// 1 if this host accepted the connection, absent otherwise. [`EventFlags::SERVER_SIDE`] replaces it.
    #[attr(18)]
    pub server_side: Option<u8>,
    /// The properties of the connection.
    #[attr(13, flags)]
    pub flags: Option<EventFlags>,
    /// The family of the addresses.
    #[attr(2)]
    pub family: Option<AddressFamily>,
    /// The IPv4 address of this host.
    #[attr(5)]
    pub saddr4: Option<Ipv4Addr>,
    /// The IPv6 address of this host.
    #[attr(6)]
    pub saddr6: Option<Ipv6Addr>,
    /// The IPv4 address of the peer.
    #[attr(7)]
    pub daddr4: Option<Ipv4Addr>,
    /// The IPv6 address of the peer.
    #[attr(8)]
    pub daddr6: Option<Ipv6Addr>,
    /// The TCP port of this host.
    #[attr(9, big_endian)]
    pub sport: Option<u16>,
    /// The TCP port of the peer.
    #[attr(10, big_endian)]
    pub dport: Option<u16>,
    /// The id of the address of this host.
    #[attr(3)]
    pub loc_id: Option<u8>,
    /// The id of the address of the peer.
    #[attr(4)]
    pub rem_id: Option<u8>,
    /// 1 if the peer wants the subflow used only if there are no others, 0 otherwise.
    #[attr(11)]
    pub backup: Option<u8>,
    /// The index of the interface to which the subflow is bound.
    #[attr(15)]
    pub if_idx: Option<i32>,
    /// The error that ended the subflow, as in `errno(3)`.
    #[attr(12)]
    pub error: Option<u8>,
    /// The reason why the subflow was reset: a code of `MP_TCPRST` (RFC 8684, section 3.6).
    #[attr(16)]
    pub reset_reason: Option<u32>,
    /// 1 if the reason of the reset is probably transient, 0 otherwise (`MP_TCPRST`, RFC 8684, section 3.6).
    #[attr(17)]
    pub reset_flags: Option<u32>,
    /// Unused. Current kernels do not send it.
    #[attr(14)]
    pub timeout: Option<u32>,
}

/// The event of a connection that was created or established.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = EventAttr)]
pub struct ConnectionEvent {
    /// The token of the connection, which identifies it in operations.
    pub token: u32,
    /// 1 if this host accepted the connection, absent otherwise. [`EventFlags::SERVER_SIDE`] replaces it.
    pub server_side: Option<u8>,
    /// The properties of the connection.
    pub flags: Option<EventFlags>,
    /// The family of the addresses.
    pub family: AddressFamily,
    /// The IPv4 address of this host.
    pub saddr4: Option<Ipv4Addr>,
    /// The IPv6 address of this host.
    pub saddr6: Option<Ipv6Addr>,
    /// The IPv4 address of the peer.
    pub daddr4: Option<Ipv4Addr>,
    /// The IPv6 address of the peer.
    pub daddr6: Option<Ipv6Addr>,
    /// The TCP port of this host.
    pub sport: u16,
    /// The TCP port of the peer.
    pub dport: u16,
    /// The id of the address of this host.
    pub loc_id: Option<u8>,
    /// The id of the address of the peer.
    pub rem_id: Option<u8>,
    /// The attributes that this description does not know, as they were received.
    #[attr(unknown)]
    pub unknown: Vec<UnknownAttribute>,
}

/// The event of a connection that has ended.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = EventAttr)]
pub struct ClosedEvent {
    /// The token of the connection, which identifies it in operations.
    pub token: u32,
    /// The attributes that this description does not know, as they were received.
    #[attr(unknown)]
    pub unknown: Vec<UnknownAttribute>,
}

/// The event of an address that the peer announced.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = EventAttr)]
pub struct AnnouncedEvent {
    /// The token of the connection, which identifies it in operations.
    pub token: u32,
    /// The id of the announced address.
    pub rem_id: u8,
    /// The TCP port of the announced address. If the peer announced none, it is the port of the connection.
    pub dport: Option<u16>,
    /// The announced IPv4 address.
    pub daddr4: Option<Ipv4Addr>,
    /// The announced IPv6 address.
    pub daddr6: Option<Ipv6Addr>,
    /// The attributes that this description does not know, as they were received.
    #[attr(unknown)]
    pub unknown: Vec<UnknownAttribute>,
}

/// The event of an address that the peer withdrew.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = EventAttr)]
pub struct RemovedEvent {
    /// The token of the connection, which identifies it in operations.
    pub token: u32,
    /// The id of the withdrawn address.
    pub rem_id: u8,
    /// The attributes that this description does not know, as they were received.
    #[attr(unknown)]
    pub unknown: Vec<UnknownAttribute>,
}

/// The event of a subflow that was established, or whose priority changed.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = EventAttr)]
pub struct SubflowEvent {
    /// The token of the connection, which identifies it in operations.
    pub token: u32,
    /// The family of the addresses.
    pub family: AddressFamily,
    /// The IPv4 address of this host.
    pub saddr4: Option<Ipv4Addr>,
    /// The IPv6 address of this host.
    pub saddr6: Option<Ipv6Addr>,
    /// The IPv4 address of the peer.
    pub daddr4: Option<Ipv4Addr>,
    /// The IPv6 address of the peer.
    pub daddr6: Option<Ipv6Addr>,
    /// The TCP port of this host.
    pub sport: u16,
    /// The TCP port of the peer.
    pub dport: u16,
    /// The id of the address of this host.
    pub loc_id: u8,
    /// The id of the address of the peer.
    pub rem_id: u8,
    /// 1 if the peer wants the subflow used only if there are no others, 0 otherwise.
    pub backup: Option<u8>,
    /// The index of the interface to which the subflow is bound.
    pub if_idx: Option<i32>,
    /// The attributes that this description does not know, as they were received.
    #[attr(unknown)]
    pub unknown: Vec<UnknownAttribute>,
}

/// The event of a subflow that has ended.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = EventAttr)]
pub struct SubflowClosedEvent {
    /// The token of the connection, which identifies it in operations.
    pub token: u32,
    /// The family of the addresses.
    pub family: AddressFamily,
    /// The IPv4 address of this host.
    pub saddr4: Option<Ipv4Addr>,
    /// The IPv6 address of this host.
    pub saddr6: Option<Ipv6Addr>,
    /// The IPv4 address of the peer.
    pub daddr4: Option<Ipv4Addr>,
    /// The IPv6 address of the peer.
    pub daddr6: Option<Ipv6Addr>,
    /// The TCP port of this host.
    pub sport: u16,
    /// The TCP port of the peer.
    pub dport: u16,
    /// The id of the address of this host.
    pub loc_id: u8,
    /// The id of the address of the peer.
    pub rem_id: u8,
    /// 1 if the peer wants the subflow used only if there are no others, 0 otherwise.
    pub backup: Option<u8>,
    /// The index of the interface to which the subflow is bound.
    pub if_idx: Option<i32>,
    /// The error that ended the subflow, as in `errno(3)`. It is 111 (`ECONNREFUSED`) if a join was refused.
    pub error: Option<u8>,
    /// The reason why the subflow was reset: a code of `MP_TCPRST` (RFC 8684, section 3.6).
    pub reset_reason: Option<u32>,
    /// 1 if the reason of the reset is probably transient, 0 otherwise (`MP_TCPRST`, RFC 8684, section 3.6).
    pub reset_flags: Option<u32>,
    /// The attributes that this description does not know, as they were received.
    #[attr(unknown)]
    pub unknown: Vec<UnknownAttribute>,
}

/// The event of a socket that started or stopped listening.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = EventAttr)]
pub struct ListenerEvent {
    /// The family of the address.
    pub family: AddressFamily,
    /// The TCP port on which the socket listens.
    pub sport: u16,
    /// The IPv4 address on which the socket listens.
    pub saddr4: Option<Ipv4Addr>,
    /// The IPv6 address on which the socket listens.
    pub saddr6: Option<Ipv6Addr>,
    /// The attributes that this description does not know, as they were received.
    #[attr(unknown)]
    pub unknown: Vec<UnknownAttribute>,
}
