//! What events carry, in the kernel's order (`net/mptcp/pm_netlink.c`).

use core::net::{Ipv4Addr, Ipv6Addr};

use super::{AddressFamily, EventFlags};
use crate::{AttributeSet, UnknownAttribute};

/// The attributes of events (`enum mptcp_event_attr`).
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct EventAttr {
    /// The token of the connection: what operations call it by.
    #[attr(1)]
    pub token: Option<u32>,
    /// 1 where this side was listening. Older than, and the same as, [`EventFlags::SERVER_SIDE`].
    #[attr(18)]
    pub server_side: Option<u8>,
    /// What is known of the connection.
    #[attr(13, flags)]
    pub flags: Option<EventFlags>,
    /// The family of the addresses.
    #[attr(2)]
    pub family: Option<AddressFamily>,
    /// The address of this host.
    #[attr(5)]
    pub saddr4: Option<Ipv4Addr>,
    /// The address of this host.
    #[attr(6)]
    pub saddr6: Option<Ipv6Addr>,
    /// The address of the peer.
    #[attr(7)]
    pub daddr4: Option<Ipv4Addr>,
    /// The address of the peer.
    #[attr(8)]
    pub daddr6: Option<Ipv6Addr>,
    /// The port of this host.
    #[attr(9, big_endian)]
    pub sport: Option<u16>,
    /// The port of the peer.
    #[attr(10, big_endian)]
    pub dport: Option<u16>,
    /// The id of the address of this host.
    #[attr(3)]
    pub loc_id: Option<u8>,
    /// The id of the address of the peer.
    #[attr(4)]
    pub rem_id: Option<u8>,
    /// 1 if the peer wants the subflow used only when there is no other.
    #[attr(11)]
    pub backup: Option<u8>,
    /// The interface that the subflow is bound to, by its index.
    #[attr(15)]
    pub if_idx: Option<i32>,
    /// The error that ended the subflow, as in `errno(3)`.
    #[attr(12)]
    pub error: Option<u8>,
    /// Why the subflow was reset (RFC 8684, `MP_TCPRST`).
    #[attr(16)]
    pub reset_reason: Option<u32>,
    /// Whether the reason is thought to be transient (RFC 8684, `MP_TCPRST`).
    #[attr(17)]
    pub reset_flags: Option<u32>,
    /// Not sent by any current kernel.
    #[attr(14)]
    pub timeout: Option<u32>,
}

/// A connection: of `created` and `established`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = EventAttr)]
pub struct ConnectionEvent {
    /// The token of the connection: what operations call it by.
    pub token: u32,
    /// 1 where this side was listening; absent on the other.
    pub server_side: Option<u8>,
    /// What is known of the connection.
    pub flags: Option<EventFlags>,
    /// The family of the addresses.
    pub family: AddressFamily,
    /// The address of this host.
    pub saddr4: Option<Ipv4Addr>,
    /// The address of this host.
    pub saddr6: Option<Ipv6Addr>,
    /// The address of the peer.
    pub daddr4: Option<Ipv4Addr>,
    /// The address of the peer.
    pub daddr6: Option<Ipv6Addr>,
    /// The port of this host.
    pub sport: u16,
    /// The port of the peer.
    pub dport: u16,
    /// The id of the address of this host.
    pub loc_id: Option<u8>,
    /// The id of the address of the peer.
    pub rem_id: Option<u8>,
    /// Attributes that this description does not know, as they came.
    #[attr(unknown)]
    pub unknown: Vec<UnknownAttribute>,
}

/// A connection that has ended: of `closed`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = EventAttr)]
pub struct ClosedEvent {
    /// The token of the connection.
    pub token: u32,
    /// Attributes that this description does not know, as they came.
    #[attr(unknown)]
    pub unknown: Vec<UnknownAttribute>,
}

/// An address of the peer: of `announced`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = EventAttr)]
pub struct AnnouncedEvent {
    /// The token of the connection.
    pub token: u32,
    /// The id of the address.
    pub rem_id: u8,
    /// The port to connect to: that of the connection where none was announced.
    pub dport: Option<u16>,
    /// The address.
    pub daddr4: Option<Ipv4Addr>,
    /// The address.
    pub daddr6: Option<Ipv6Addr>,
    /// Attributes that this description does not know, as they came.
    #[attr(unknown)]
    pub unknown: Vec<UnknownAttribute>,
}

/// An address of the peer that is gone: of `removed`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = EventAttr)]
pub struct RemovedEvent {
    /// The token of the connection.
    pub token: u32,
    /// The id of the address.
    pub rem_id: u8,
    /// Attributes that this description does not know, as they came.
    #[attr(unknown)]
    pub unknown: Vec<UnknownAttribute>,
}

/// A subflow: of `sub_established` and `sub_priority`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = EventAttr)]
pub struct SubflowEvent {
    /// The token of the connection.
    pub token: u32,
    /// The family of the addresses.
    pub family: AddressFamily,
    /// The address of this host.
    pub saddr4: Option<Ipv4Addr>,
    /// The address of this host.
    pub saddr6: Option<Ipv6Addr>,
    /// The address of the peer.
    pub daddr4: Option<Ipv4Addr>,
    /// The address of the peer.
    pub daddr6: Option<Ipv6Addr>,
    /// The port of this host.
    pub sport: u16,
    /// The port of the peer.
    pub dport: u16,
    /// The id of the address of this host.
    pub loc_id: u8,
    /// The id of the address of the peer.
    pub rem_id: u8,
    /// 1 if the peer wants the subflow used only when there is no other.
    pub backup: Option<u8>,
    /// The interface that the subflow is bound to, by its index.
    pub if_idx: Option<i32>,
    /// Attributes that this description does not know, as they came.
    #[attr(unknown)]
    pub unknown: Vec<UnknownAttribute>,
}

/// A subflow that has ended: of `sub_closed`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = EventAttr)]
pub struct SubflowClosedEvent {
    /// The token of the connection.
    pub token: u32,
    /// The family of the addresses.
    pub family: AddressFamily,
    /// The address of this host.
    pub saddr4: Option<Ipv4Addr>,
    /// The address of this host.
    pub saddr6: Option<Ipv6Addr>,
    /// The address of the peer.
    pub daddr4: Option<Ipv4Addr>,
    /// The address of the peer.
    pub daddr6: Option<Ipv6Addr>,
    /// The port of this host.
    pub sport: u16,
    /// The port of the peer.
    pub dport: u16,
    /// The id of the address of this host.
    pub loc_id: u8,
    /// The id of the address of the peer.
    pub rem_id: u8,
    /// 1 if the peer wanted the subflow used only when there is no other.
    pub backup: Option<u8>,
    /// The interface that the subflow was bound to, by its index.
    pub if_idx: Option<i32>,
    /// The error that ended it, as in `errno(3)`: 111 for a join that was refused.
    pub error: Option<u8>,
    /// Why it was reset (RFC 8684, `MP_TCPRST`).
    pub reset_reason: Option<u32>,
    /// Whether the reason is thought to be transient (RFC 8684, `MP_TCPRST`).
    pub reset_flags: Option<u32>,
    /// Attributes that this description does not know, as they came.
    #[attr(unknown)]
    pub unknown: Vec<UnknownAttribute>,
}

/// A listening socket: of `listener_created` and `listener_closed`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = EventAttr)]
pub struct ListenerEvent {
    /// The family of the address.
    pub family: AddressFamily,
    /// The port.
    pub sport: u16,
    /// The address.
    pub saddr4: Option<Ipv4Addr>,
    /// The address.
    pub saddr6: Option<Ipv6Addr>,
    /// Attributes that this description does not know, as they came.
    #[attr(unknown)]
    pub unknown: Vec<UnknownAttribute>,
}
