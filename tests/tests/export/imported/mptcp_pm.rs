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

/// The attributes of `add-addr`, `del-addr` and `flush-addrs` (`MPTCP_PM_ENDPOINT_*`,
/// `include/uapi/linux/mptcp_pm.h`).
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct Endpoint {
    /// The endpoint.
    #[attr(1, nest)]
    pub addr: Option<Address>,
}

/// An address of an endpoint or of a peer (`MPTCP_PM_ADDR_ATTR_*`,
/// `include/uapi/linux/mptcp_pm.h`).
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct Address {
    /// The family of the address: `AF_INET` or `AF_INET6`.
    #[attr(1)]
    pub family: Option<AddressFamily>,
    /// The id of the address (0..=255). In `add_addr`, 0 lets the kernel assign one.
    #[attr(2)]
    pub id: Option<u8>,
    /// The IPv4 address, if the family is `AF_INET`.
    #[attr(3)]
    pub addr4: Option<Ipv4Addr>,
    /// The IPv6 address, if the family is `AF_INET6`.
    #[attr(4)]
    pub addr6: Option<Ipv6Addr>,
    /// The TCP port, in host byte order. In replies, 0 stands for no port.
    #[attr(5)]
    pub port: Option<u16>,
    /// How the path manager uses the endpoint.
    #[attr(6, flags)]
    pub flags: Option<AddressFlags>,
    /// The index of the interface to which subflows are bound.
    #[attr(7)]
    pub if_idx: Option<i32>,
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

/// The attributes of events (`enum mptcp_event_attr`, `include/uapi/linux/mptcp_pm.h`).
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct EventAttr {
    /// The token of the connection, which identifies it in operations.
    #[attr(1, display_hint = hex)]
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
    /// 1 if the peer wants the subflow used only if there are no others, 0 otherwise.
    #[attr(11)]
    pub backup: Option<u8>,
    /// The error that ended the subflow, as in `errno(3)`.
    #[attr(12)]
    pub error: Option<u8>,
    /// The properties of the connection.
    #[attr(13, flags)]
    pub flags: Option<EventFlags>,
    /// Unused. Current kernels do not send it.
    #[attr(14)]
    pub timeout: Option<u32>,
    /// The index of the interface to which the subflow is bound.
    #[attr(15)]
    pub if_idx: Option<i32>,
    /// The reason why the subflow was reset: a code of `MP_TCPRST` (RFC 8684, section 3.6).
    #[attr(16)]
    pub reset_reason: Option<u32>,
    /// 1 if the reason of the reset is probably transient, 0 otherwise (`MP_TCPRST`, RFC 8684,
    /// section 3.6).
    #[attr(17)]
    pub reset_flags: Option<u32>,
    /// 1 if this host accepted the connection, absent otherwise. [`EventFlags::SERVER_SIDE`]
    /// replaces it.
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
    /// The texts of extended acks differ between kernels: match on the error number.
    #[family(name = "mptcp_pm", version = 1)]
    pub trait MptcpPm {
        const MPTCP_PM_EVENTS: MulticastGroup = "mptcp_pm_events";
        #[allow(unused)]
        const MPTCP_PM_CMDS: MulticastGroup = "mptcp_pm_cmds";

        /// Adds an endpoint to the table of the in-kernel path manager.
        ///
        /// The kernel assigns an id if the id is absent or 0. The table holds at most 8 endpoints.
        ///
        /// Fails with:
        ///
        /// - `ERANGE`: the table is full, or an attribute is too short.
        /// - `EEXIST`: the address, with the same port, is already in the table.
        /// - `EBUSY`: another endpoint has the id.
        /// - `EINVAL`: the family or the address is missing; a port without `SIGNAL`, or with
        ///   `SUBFLOW`; `SIGNAL` together with `FULLMESH`; `IMPLICIT`.
        /// - `EADDRNOTAVAIL`, `EADDRINUSE`: the kernel cannot listen on the port.
        #[op(1, lax, uns_admin_perm)]
        fn add_addr(request: Endpoint);

        /// Removes an endpoint and closes its subflows.
        ///
        /// Only the id identifies the endpoint. The operation takes about 15 ms, because the kernel
        /// waits for an RCU grace period.
        ///
        /// An absent id, or 0, stands for the local address of the first subflow, which is in no
        /// table. Then the kernel closes the first subflow of every connection that started from
        /// the given address, and tells the peer that id 0 is gone.
        ///
        /// Fails with:
        ///
        /// - `EINVAL`: no endpoint has the id.
        #[op(2, lax, uns_admin_perm)]
        fn del_addr(request: Endpoint);

        /// Returns one endpoint, by its id.
        ///
        /// Fails with:
        ///
        /// - `EINVAL`: no endpoint has the id, or no connection has the token.
        #[op(3, lax)]
        fn get_addr(request: GetAddr) -> GetAddrReply;

        /// Returns one endpoint, by its id.
        ///
        /// Fails with:
        ///
        /// - `EINVAL`: no endpoint has the id, or no connection has the token.
        #[op(3, dump)]
        fn dump_addr(request: DumpAddr) -> GetAddrReply;

        /// Removes all endpoints and closes their subflows. Takes about 13 ms, as `del_addr` does.
        #[op(4, lax, uns_admin_perm)]
        fn flush_addrs();

        /// Sets the limits of the network namespace. Absent limits do not change.
        ///
        /// Fails with:
        ///
        /// - `EINVAL`: a limit is greater than 8.
        #[op(5, lax, uns_admin_perm)]
        fn set_limits(request: SetLimits);

        /// Returns the limits of the network namespace.
        #[op(6, lax)]
        fn get_limits() -> GetLimitsReply;

        /// Changes the flags `BACKUP` and `FULLMESH` of an endpoint and of its subflows.
        ///
        /// A flag that is absent from the request is cleared. Other flags do not change. The
        /// address identifies the endpoint if the family is given, else the id does.
        ///
        /// With a token, it changes `BACKUP` of one subflow of a connection under the userspace
        /// path manager. The two addresses identify the subflow, and their ports may be absent. The
        /// peer receives the event `sub_priority`.
        ///
        /// Fails with:
        ///
        /// - `EINVAL`: there is no such endpoint or subflow; `FULLMESH` on an endpoint with
        ///   `SIGNAL`; no connection has the token, or it is not under the userspace path manager;
        ///   a token without `addr_remote`, or without the family of `addr`.
        /// - `EOPNOTSUPP`: the id and the family are both missing.
        #[op(7, lax, uns_admin_perm)]
        fn set_flags(request: SetFlags);

        /// Announces an address to the peer of a connection under the userspace path manager.
        ///
        /// The address needs an id other than 0 and the flag `SIGNAL`. The kernel does not check
        /// that it belongs to this host.
        ///
        /// An address with a port accepts joins only if an MPTCP socket listens there: open it
        /// before the announcement, and keep it open. An IPv6 address with a port does not fit into
        /// the TCP options next to timestamps. The kernel drops it without an error unless
        /// `net.ipv4.tcp_timestamps` is 0.
        ///
        /// Fails with:
        ///
        /// - `EINVAL`: no connection has the token, or it is not under the userspace path manager;
        ///   the id is 0; `SIGNAL` or the family is missing; the address has another id, or the id
        ///   belongs to another address.
        #[op(8, lax, uns_admin_perm)]
        fn announce(request: AnnounceRequest);

        /// Withdraws an announced address and closes its subflows, under the userspace path
        /// manager.
        ///
        /// Fails with:
        ///
        /// - `EINVAL`: no connection has the token, or it is not under the userspace path manager;
        ///   no address has the id.
        #[op(9, lax, uns_admin_perm)]
        fn remove(request: RemoveRequest);

        /// Starts a subflow of a connection under the userspace path manager.
        ///
        /// The kernel acknowledges the request before the subflow is established. The event
        /// `sub_established` reports success, and `sub_closed` with an error reports a refusal. The
        /// connection keeps the local address until `remove`.
        ///
        /// Fails with:
        ///
        /// - `EINVAL`: no connection has the token, or it is not under the userspace path manager;
        ///   `SIGNAL` is set; the families of the addresses differ; the address has another id, or
        ///   the id (0 if absent) belongs to another address.
        /// - `EADDRNOTAVAIL`: the local address does not belong to this host.
        /// - `ENETUNREACH`: there is no route, or none through the interface.
        #[op(10, lax, uns_admin_perm)]
        fn subflow_create(request: SubflowCreate);

        /// Closes a subflow of a connection under the userspace path manager, by its addresses and
        /// ports.
        ///
        /// Fails with:
        ///
        /// - `EINVAL`: no connection has the token, or it is not under the userspace path manager;
        ///   a port is missing; the families of the addresses differ.
        /// - `ESRCH`: there is no such subflow.
        #[op(11, lax, uns_admin_perm)]
        fn subflow_destroy(request: SubflowDestroy);

        /// A connection was created. It can take a long time until it is established.
        #[event(1, group = MPTCP_PM_EVENTS)]
        fn created(event: CreatedEvent);

        /// A connection was established. From now on, subflows can be added.
        #[event(2, group = MPTCP_PM_EVENTS)]
        fn established(event: EstablishedEvent);

        /// A connection has ended. It may come without `created`: after a fallback to TCP, or a
        /// refusal.
        #[event(3, group = MPTCP_PM_EVENTS)]
        fn closed(event: ClosedEvent);

        /// The peer announced an address. If it has no port of its own, the event contains the port
        /// of the connection.
        #[event(6, group = MPTCP_PM_EVENTS)]
        fn announced(event: AnnouncedEvent);

        /// The peer withdrew an address. Its subflows are reported by `sub_closed`.
        #[event(7, group = MPTCP_PM_EVENTS)]
        fn removed(event: RemovedEvent);

        /// A subflow other than the first was established. Both hosts receive the event, whichever
        /// started the subflow.
        #[event(10, group = MPTCP_PM_EVENTS)]
        fn sub_established(event: SubEstablishedEvent);

        /// A subflow has ended. It comes without `sub_established` if a join was refused, with
        /// error 111.
        #[event(11, group = MPTCP_PM_EVENTS)]
        fn sub_closed(event: SubClosedEvent);

        /// The peer changed the priority of a subflow. The host that asked for it receives no
        /// event.
        #[event(13, group = MPTCP_PM_EVENTS)]
        fn sub_priority(event: SubPriorityEvent);

        /// A socket, or the kernel for the port of an endpoint, started to listen for connections.
        #[event(15, group = MPTCP_PM_EVENTS)]
        fn listener_created(event: ListenerCreatedEvent);

        /// A socket, or the kernel for the port of an endpoint, stopped listening.
        #[event(16, group = MPTCP_PM_EVENTS)]
        fn listener_closed(event: ListenerClosedEvent);
    }
}
