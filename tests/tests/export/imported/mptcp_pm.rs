// SPDX-License-Identifier: MIT OR Apache-2.0
//! `mptcp_pm` (`mptcp_pm.yaml`), as `genl import` prints it.

#![allow(missing_docs)] // The specification says nothing of some.

use core::net::{Ipv4Addr, Ipv6Addr};

use bitflags::bitflags;
use genl::{AttributeSet, Enumeration, genl_family};

/// The family of an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enumeration)]
#[repr(u16)]
pub enum AddressFamily {
    /// `AF_INET`.
    Inet = 2,
    /// `AF_INET6`.
    Inet6 = 10,
    #[unknown]
    Other(u16),
}

bitflags! {
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
    pub struct AddressFlags: u32 {
        const SIGNAL = 1;
        const SUBFLOW = 1 << 1;
        const BACKUP = 1 << 2;
        const FULLMESH = 1 << 3;
        const IMPLICIT = 1 << 4;
        const LAMINAR = 1 << 5;
    }
}

bitflags! {
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
    pub struct EventFlags: u16 {
        const DENY_JOIN_ID0 = 1;
        const SERVER_SIDE = 1 << 1;
    }
}

/// The attributes of `add-addr`, `del-addr` and `flush-addrs` (`MPTCP_PM_ENDPOINT_*`).
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct Endpoint {
    /// The endpoint.
    #[attr(1, nest)]
    pub addr: Option<Address>,
}

/// One address: of an endpoint, or of a peer (`MPTCP_PM_ADDR_ATTR_*`).
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct Address {
    /// `AF_INET` or `AF_INET6`.
    #[attr(1)]
    pub family: Option<AddressFamily>,
    /// The id that MPTCP calls the address by; in a request 0 lets the kernel choose.
    #[attr(2)]
    pub id: Option<u8>,
    /// The address, of family `AF_INET`.
    #[attr(3)]
    pub addr4: Option<Ipv4Addr>,
    /// The address, of family `AF_INET6`.
    #[attr(4)]
    pub addr6: Option<Ipv6Addr>,
    /// TCP port, in host byte order (unlike the ports of an event). In replies 0 is "none".
    #[attr(5)]
    pub port: Option<u16>,
    /// What the endpoint is used for.
    #[attr(6, flags)]
    pub flags: Option<AddressFlags>,
    /// The interface that subflows are bound to, by its index.
    #[attr(7)]
    pub if_idx: Option<i32>,
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

/// The attributes of events (`enum mptcp_event_attr`).
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct EventAttr {
    /// The token of the connection: what operations call it by.
    #[attr(1)]
    pub token: Option<u32>,
    /// The family of the addresses.
    #[attr(2)]
    pub family: Option<AddressFamily>,
    /// The id of the address of this host.
    #[attr(3)]
    pub loc_id: Option<u8>,
    /// The id of the address of the peer.
    #[attr(4)]
    pub rem_id: Option<u8>,
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
    /// 1 if the peer wants the subflow used only when there is no other.
    #[attr(11)]
    pub backup: Option<u8>,
    /// The error that ended the subflow, as in `errno(3)`.
    #[attr(12)]
    pub error: Option<u8>,
    /// What is known of the connection.
    #[attr(13, flags)]
    pub flags: Option<EventFlags>,
    /// Not sent by any current kernel.
    #[attr(14)]
    pub timeout: Option<u32>,
    /// The interface that the subflow is bound to, by its index.
    #[attr(15)]
    pub if_idx: Option<i32>,
    /// Why the subflow was reset (RFC 8684, `MP_TCPRST`).
    #[attr(16)]
    pub reset_reason: Option<u32>,
    /// Whether the reason is thought to be transient (RFC 8684, `MP_TCPRST`).
    #[attr(17)]
    pub reset_flags: Option<u32>,
    /// 1 where this side was listening. Older than, and the same as, [`EventFlags::SERVER_SIDE`].
    #[attr(18)]
    pub server_side: Option<u8>,
}

/// Request of `get-addr`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Attr)]
pub struct GetAddr {
    pub addr: Option<Address>,
    pub token: Option<u32>,
}

/// Reply of `get-addr`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Attr)]
pub struct GetAddrReply {
    pub addr: Option<Address>,
}

/// Dump request of `get-addr`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Attr)]
pub struct DumpAddr {
    pub token: Option<u32>,
}

/// Request of `set-limits`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Attr)]
pub struct SetLimits {
    pub rcv_add_addrs: Option<u32>,
    pub subflows: Option<u32>,
}

/// Reply of `get-limits`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Attr)]
pub struct GetLimitsReply {
    pub rcv_add_addrs: Option<u32>,
    pub subflows: Option<u32>,
}

/// Request of `set-flags`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Attr)]
pub struct SetFlags {
    pub addr: Option<Address>,
    pub token: Option<u32>,
    pub addr_remote: Option<Address>,
}

/// Request of `announce`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Attr)]
pub struct AnnounceRequest {
    pub addr: Option<Address>,
    pub token: Option<u32>,
}

/// Request of `remove`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Attr)]
pub struct RemoveRequest {
    pub token: Option<u32>,
    pub loc_id: Option<u8>,
}

/// Request of `subflow-create`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Attr)]
pub struct SubflowCreate {
    pub addr: Option<Address>,
    pub token: Option<u32>,
    pub addr_remote: Option<Address>,
}

/// Request of `subflow-destroy`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Attr)]
pub struct SubflowDestroy {
    pub addr: Option<Address>,
    pub token: Option<u32>,
    pub addr_remote: Option<Address>,
}

/// Event `created`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = EventAttr)]
pub struct CreatedEvent {
    pub token: Option<u32>,
    pub server_side: Option<u8>,
    pub flags: Option<EventFlags>,
    pub family: Option<AddressFamily>,
    pub saddr4: Option<Ipv4Addr>,
    pub saddr6: Option<Ipv6Addr>,
    pub daddr4: Option<Ipv4Addr>,
    pub daddr6: Option<Ipv6Addr>,
    pub sport: Option<u16>,
    pub dport: Option<u16>,
    pub loc_id: Option<u8>,
    pub rem_id: Option<u8>,
}

/// Event `established`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = EventAttr)]
pub struct EstablishedEvent {
    pub token: Option<u32>,
    pub server_side: Option<u8>,
    pub flags: Option<EventFlags>,
    pub family: Option<AddressFamily>,
    pub saddr4: Option<Ipv4Addr>,
    pub saddr6: Option<Ipv6Addr>,
    pub daddr4: Option<Ipv4Addr>,
    pub daddr6: Option<Ipv6Addr>,
    pub sport: Option<u16>,
    pub dport: Option<u16>,
    pub loc_id: Option<u8>,
    pub rem_id: Option<u8>,
}

/// Event `closed`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = EventAttr)]
pub struct ClosedEvent {
    pub token: Option<u32>,
}

/// Event `announced`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = EventAttr)]
pub struct AnnouncedEvent {
    pub token: Option<u32>,
    pub rem_id: Option<u8>,
    pub dport: Option<u16>,
    pub daddr4: Option<Ipv4Addr>,
    pub daddr6: Option<Ipv6Addr>,
}

/// Event `removed`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = EventAttr)]
pub struct RemovedEvent {
    pub token: Option<u32>,
    pub rem_id: Option<u8>,
}

/// Event `sub-established`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = EventAttr)]
pub struct SubEstablishedEvent {
    pub token: Option<u32>,
    pub family: Option<AddressFamily>,
    pub saddr4: Option<Ipv4Addr>,
    pub saddr6: Option<Ipv6Addr>,
    pub daddr4: Option<Ipv4Addr>,
    pub daddr6: Option<Ipv6Addr>,
    pub sport: Option<u16>,
    pub dport: Option<u16>,
    pub loc_id: Option<u8>,
    pub rem_id: Option<u8>,
    pub backup: Option<u8>,
    pub if_idx: Option<i32>,
}

/// Event `sub-closed`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = EventAttr)]
pub struct SubClosedEvent {
    pub token: Option<u32>,
    pub family: Option<AddressFamily>,
    pub saddr4: Option<Ipv4Addr>,
    pub saddr6: Option<Ipv6Addr>,
    pub daddr4: Option<Ipv4Addr>,
    pub daddr6: Option<Ipv6Addr>,
    pub sport: Option<u16>,
    pub dport: Option<u16>,
    pub loc_id: Option<u8>,
    pub rem_id: Option<u8>,
    pub backup: Option<u8>,
    pub if_idx: Option<i32>,
    pub error: Option<u8>,
    pub reset_reason: Option<u32>,
    pub reset_flags: Option<u32>,
}

/// Event `sub-priority`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = EventAttr)]
pub struct SubPriorityEvent {
    pub token: Option<u32>,
    pub family: Option<AddressFamily>,
    pub saddr4: Option<Ipv4Addr>,
    pub saddr6: Option<Ipv6Addr>,
    pub daddr4: Option<Ipv4Addr>,
    pub daddr6: Option<Ipv6Addr>,
    pub sport: Option<u16>,
    pub dport: Option<u16>,
    pub loc_id: Option<u8>,
    pub rem_id: Option<u8>,
    pub backup: Option<u8>,
    pub if_idx: Option<i32>,
}

/// Event `listener-created`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = EventAttr)]
pub struct ListenerCreatedEvent {
    pub family: Option<AddressFamily>,
    pub sport: Option<u16>,
    pub saddr4: Option<Ipv4Addr>,
    pub saddr6: Option<Ipv6Addr>,
}

/// Event `listener-closed`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = EventAttr)]
pub struct ListenerClosedEvent {
    pub family: Option<AddressFamily>,
    pub sport: Option<u16>,
    pub saddr4: Option<Ipv4Addr>,
    pub saddr6: Option<Ipv6Addr>,
}

genl_family! {
    /// Multipath TCP path manager.
    ///
    /// `EPERM` from an operation that changes something: it needs `CAP_NET_ADMIN` in the user
    /// namespace that owns the network namespace. Extended acks carry the kernel's words, which
    /// change between kernels: match on the error number.
    #[family(name = "mptcp_pm", version = 1)]
    pub trait MptcpPm {
        const MPTCP_PM_EVENTS: MulticastGroup = "mptcp_pm_events";
        #[allow(unused)]
        const MPTCP_PM_CMDS: MulticastGroup = "mptcp_pm_cmds";

        /// Adds an endpoint to the table of the in-kernel path manager.
        ///
        /// Without an id, or with 0, the kernel chooses one. The table holds 8 endpoints.
        ///
        /// - `ERANGE`: the table is full, or an attribute is too short.
        /// - `EEXIST`: the address (and port) is in the table already.
        /// - `EBUSY`: the id is taken.
        /// - `EINVAL`: no family or no address; a port without `SIGNAL` or with `SUBFLOW`; `SIGNAL`
        ///   with `FULLMESH`; `IMPLICIT`.
        /// - `EADDRNOTAVAIL`, `EADDRINUSE`: the kernel cannot listen on the port.
        #[op(1, lax, uns_admin_perm)]
        fn add_addr(request: Endpoint);

        /// Removes an endpoint, by its id alone; its subflows are closed. Takes about 15 ms (RCU).
        ///
        /// Without an id, or with 0, it is about the address that connections began from, which is
        /// in no table: the first subflow of every connection from the address given is closed, and
        /// the peer is told that id 0 is gone.
        ///
        /// - `EINVAL`: no endpoint has the id.
        #[op(2, lax, uns_admin_perm)]
        fn del_addr(request: Endpoint);

        /// One endpoint, by its id alone.
        ///
        /// - `EINVAL`: no endpoint has the id; or no connection has the token.
        #[op(3, lax)]
        fn get_addr(request: GetAddr) -> GetAddrReply;

        /// One endpoint, by its id alone.
        ///
        /// - `EINVAL`: no endpoint has the id; or no connection has the token.
        #[op(3, dump)]
        fn dump_addr(request: DumpAddr) -> GetAddrReply;

        /// Removes every endpoint. Takes about 13 ms (RCU).
        #[op(4, lax, uns_admin_perm)]
        fn flush_addrs();

        /// Sets the limits of this network namespace; those left out stay as they are.
        ///
        /// - `EINVAL`: more than the kernel's maximum, which is 8.
        #[op(5, lax, uns_admin_perm)]
        fn set_limits(request: SetLimits);

        /// The limits in force.
        #[op(6, lax)]
        fn get_limits() -> GetLimitsReply;

        /// Changes `BACKUP` and `FULLMESH` of an endpoint and of its subflows; other flags stay,
        /// and these two are cleared when left out. By address if the family is given, else by id.
        ///
        /// With a token, of the userspace path manager: changes `BACKUP` of the subflow between two
        /// addresses; their ports need not be given. The peer learns of it by `sub_priority`.
        ///
        /// - `EINVAL`: no such endpoint or subflow; `FULLMESH` on an endpoint with `SIGNAL`; no
        ///   connection has the token, or it is not of the userspace path manager; a token without
        ///   `addr_remote` or without the family of `addr`.
        /// - `EOPNOTSUPP`: neither id nor family.
        #[op(7, lax, uns_admin_perm)]
        fn set_flags(request: SetFlags);

        /// With the userspace path manager: announces an address to the peer of a connection.
        ///
        /// The address needs an id other than 0 and the flag `SIGNAL`; whether it is one of this
        /// host is not checked. With a port of its own it takes joins only where something listens:
        /// open an MPTCP socket on address and port first, and keep it. The in-kernel path manager
        /// does so by itself. An IPv6 address with a port does not fit the TCP options beside
        /// timestamps: it is lost without an error unless `net.ipv4.tcp_timestamps` is 0.
        ///
        /// - `EINVAL`: no connection has the token, or it is not of the userspace path manager
        ///   (`net.mptcp.pm_type` was not 1 when it was made); id 0; no `SIGNAL`; no family; the
        ///   address is known under another id, or the id for another address.
        #[op(8, lax, uns_admin_perm)]
        fn announce(request: AnnounceRequest);

        /// With the userspace path manager: takes an announced address back, and closes the
        /// subflows from it.
        ///
        /// - `EINVAL`: no connection has the token, or it is not of the userspace path manager; no
        ///   address has the id.
        #[op(9, lax, uns_admin_perm)]
        fn remove(request: RemoveRequest);

        /// With the userspace path manager: starts a subflow.
        ///
        /// The acknowledgement comes before the connection is made: success is told by
        /// `sub_established`, a refusal by `sub_closed` with an error. The address stays known to
        /// the connection until `remove`.
        ///
        /// - `EINVAL`: no connection has the token, or it is not of the userspace path manager;
        ///   `SIGNAL` is set; the families differ; the address is known under another id, or the id
        ///   (0 if there is none) for another address.
        /// - `EADDRNOTAVAIL`: the address is none of this host.
        /// - `ENETUNREACH`: there is no route, or not through the interface.
        #[op(10, lax, uns_admin_perm)]
        fn subflow_create(request: SubflowCreate);

        /// With the userspace path manager: closes a subflow, found by addresses and ports.
        ///
        /// - `EINVAL`: no connection has the token, or it is not of the userspace path manager; a
        ///   port is missing; the families differ.
        /// - `ESRCH`: there is no such subflow.
        #[op(11, lax, uns_admin_perm)]
        fn subflow_destroy(request: SubflowDestroy);

        /// A new connection exists. It may be a long time until it is established.
        #[event(1, group = MPTCP_PM_EVENTS)]
        fn created(event: CreatedEvent);

        /// A connection is established: subflows can be added.
        #[event(2, group = MPTCP_PM_EVENTS)]
        fn established(event: EstablishedEvent);

        /// A connection has ended. May come without `created`: after a fallback to TCP, or a
        /// refusal.
        #[event(3, group = MPTCP_PM_EVENTS)]
        fn closed(event: ClosedEvent);

        /// The peer announced an address. One without a port of its own comes with that of the
        /// connection.
        #[event(6, group = MPTCP_PM_EVENTS)]
        fn announced(event: AnnouncedEvent);

        /// The peer took an address back. Its subflows are told as closed beside it.
        #[event(7, group = MPTCP_PM_EVENTS)]
        fn removed(event: RemovedEvent);

        /// A subflow is established, beside the first: both sides are told, whoever started it.
        #[event(10, group = MPTCP_PM_EVENTS)]
        fn sub_established(event: SubEstablishedEvent);

        /// A subflow has ended. May come without `sub_established`: of a join that was refused,
        /// with error 111.
        #[event(11, group = MPTCP_PM_EVENTS)]
        fn sub_closed(event: SubClosedEvent);

        /// The peer changed the priority of a subflow. The side that asked for it sees no event.
        #[event(13, group = MPTCP_PM_EVENTS)]
        fn sub_priority(event: SubPriorityEvent);

        /// A socket listens for connections, or the kernel listens on the port of an endpoint.
        #[event(15, group = MPTCP_PM_EVENTS)]
        fn listener_created(event: ListenerCreatedEvent);

        /// A socket listens no longer.
        #[event(16, group = MPTCP_PM_EVENTS)]
        fn listener_closed(event: ListenerClosedEvent);
    }
}
