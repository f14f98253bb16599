//! `mptcp_pm`, the Multipath TCP path manager.
//!
//! A path manager decides which addresses an MPTCP connection uses. The path manager in the kernel keeps a table of
//! *endpoints*, which are addresses of this host, and two limits. [`MptcpPm`] changes both. Its events report connections,
//! their *subflows* (the TCP connections they consist of), and the addresses that peers announce.
//!
//! ```no_run
//! use std::net::Ipv4Addr;
//!
//! use genl::mptcp_pm::{AddAddr, Address, AddressFlags, DumpAddrs, MptcpPm};
//!
//! let mut pm = MptcpPm::connect()?;
//! let addr = Address::from(Ipv4Addr::new(10, 0, 0, 2)).flags(AddressFlags::SUBFLOW);
//! pm.add_addr(&AddAddr { addr })?;
//! for endpoint in pm.dump_addrs(&DumpAddrs::default())? {
//!     println!("{:?}", endpoint?.addr);
//! }
//! # Ok::<(), genl::Error>(())
//! ```
//!
//! The sources are `net/mptcp/pm_netlink.c`, `include/uapi/linux/mptcp_pm.h` and `Documentation/netlink/specs/mptcp_pm.yaml`
//! of the kernel, and RFC 8684.
//!
//! # What the kernel must have
//!
//! The kernel needs `CONFIG_MPTCP`, and `CONFIG_MPTCP_IPV6` for IPv6. The sysctl `net.mptcp.enabled` must be 1, its default,
//! for new connections. [`Diag`] needs `CONFIG_INET_MPTCP_DIAG`. Older kernels lack some operations, attributes and events:
//! [`check`](crate::check()) compares this description with the running kernel.
//!
//! # Permissions
//!
//! Operations that change something, and the group of events, need `CAP_NET_ADMIN` in the user namespace that owns the network
//! namespace. Others fail with `EPERM`. Anyone can read endpoints and limits.
//!
//! # Network namespaces
//!
//! Endpoints, limits, connections, events and interfaces belong to a network namespace. A socket stays in the namespace of the
//! thread that opened it. This holds for [`MptcpPm::connect`], [`MptcpPm::listen`], [`Diag::open`] and `Listeners::open`.
//! [`interface_index`], [`interface_name`] and [`Address::interface`] use the namespace of the calling thread.
//!
//! One thing crosses namespaces. For connections under the userspace path manager, the kernel acknowledges announced addresses
//! and accepts joins only while the group `mptcp_pm_events` has a listener. It looks for a listener in all namespaces
//! (`mptcp_userspace_pm_active`; observed on Linux 6.18). So a listener in one namespace affects connections in all others.
//!
//! # Path managers in userspace
//!
//! A connection is under the *userspace path manager* if the sysctl `net.mptcp.pm_type` was 1 when it was created. (In newer
//! kernels, `net.mptcp.path_manager = userspace` does the same.) The kernel then does nothing by itself. A program manages the
//! connection with `announce`, `remove`, `subflow_create` and `subflow_destroy`.
//!
//! [`ConnectionTable`] follows the connections by their events. [`Diag`] asks the kernel for all connections, at the start
//! and after events were lost. [`AddressIds`] assigns the ids of addresses. `Listeners` (feature `listeners`) accepts joins to
//! announced ports.
//!
//! # What a new kernel changes
//!
//! Structs and enums are not `#[non_exhaustive]`. So tests can build replies and events, and the compiler reports a new event
//! to a program that matches every event.
//!
//! - A new attribute becomes a new field, mostly an `Option`. A new event becomes a new variant of [`MptcpPmEvent`]. Both come
//!   with a new minor version while the major version is 0, and never with a patch version.
//! - Code that builds a struct with a constructor or with `..Default::default()`, and matches it with `..`, compiles with both
//!   versions.
//! - Until then, nothing is lost from an event: unknown attributes are in the field `unknown`, unknown values in `Other`, unknown
//!   flags are kept as bits, and unknown events are [`MptcpPmEvent::Unknown`].

// The documentation names items of the feature `net`.
#![cfg_attr(not(feature = "net"), allow(rustdoc::broken_intra_doc_links))]

mod address;
mod connection;
mod definitions;
mod diag;
mod ends;
mod events;
mod ids;
#[cfg(feature = "net")]
mod interface;
#[cfg(feature = "listeners")]
mod listeners;
mod names;
mod operations;
mod requests;
mod table;

pub use address::{Address, ParseAddressError};
pub use connection::{Connection, Subflow};
pub use definitions::{AddressFamily, AddressFlags, EventFlags, EventType, SubflowFlags};
#[cfg(feature = "async")]
pub use diag::AsyncDiag;
pub use diag::{Diag, DiagConnection, DiagSubflow, Snapshot};
pub use events::{
    AnnouncedEvent, ClosedEvent, ConnectionEvent, EventAttr, ListenerEvent, RemovedEvent,
    SubflowClosedEvent, SubflowEvent,
};
pub use ids::AddressIds;
#[cfg(feature = "net")]
pub use interface::{interface_index, interface_name};
#[cfg(feature = "listeners")]
pub use listeners::Listeners;
pub use names::ParseFlagsError;
pub use operations::{
    AddAddr, Announce, Attr, DelAddr, DumpAddrs, Endpoint, EndpointReply, GetAddr, Limits, Remove,
    SetFlags, SetLimits, SubflowAttribute, SubflowCreate, SubflowDestroy,
};
pub use table::ConnectionTable;

use crate::genl_family;

genl_family! {
    /// Multipath TCP path manager.
    ///
    /// The texts of extended acks differ between kernels: match on the error number.
    #[doc = include_str!("family.md")]
    #[family(name = "mptcp_pm", version = 1)]
    pub trait MptcpPm {
        /// The events of connections, subflows, addresses and listeners. Joining needs `CAP_NET_ADMIN`.
        const EVENTS: MulticastGroup = "mptcp_pm_events";

        /// A group to which no kernel sends anything.
        #[allow(unused)]
        const COMMANDS: MulticastGroup = "mptcp_pm_cmds";

        /// Adds an endpoint to the table of the in-kernel path manager.
        ///
        /// The kernel assigns an id if the id is absent or 0. The table holds at most 8 endpoints.
        ///
        /// Fails with:
        ///
        /// - `ERANGE`: the table is full, or an attribute is too short.
        /// - `EEXIST`: the address, with the same port, is already in the table.
        /// - `EBUSY`: another endpoint has the id.
        /// - `EINVAL`: the family or the address is missing; a port without `SIGNAL`, or with `SUBFLOW`; `SIGNAL` together
        ///   with `FULLMESH`; `IMPLICIT`.
        /// - `EADDRNOTAVAIL`, `EADDRINUSE`: the kernel cannot listen on the port.
        #[op(1, uns_admin_perm, lax)]
        fn add_addr(request: AddAddr);

        /// Removes an endpoint and closes its subflows.
        ///
        /// Only the id identifies the endpoint. The operation takes about 15 ms, because the kernel waits for an RCU grace
        /// period.
        ///
        /// An absent id, or 0, stands for the local address of the first subflow, which is in no table. Then the kernel closes
        /// the first subflow of every connection that started from the given address, and tells the peer that id 0 is gone.
        ///
        /// Fails with:
        ///
        /// - `EINVAL`: no endpoint has the id.
        #[op(2, uns_admin_perm, lax)]
        fn del_addr(request: DelAddr);

        /// Returns one endpoint, by its id.
        ///
        /// Fails with:
        ///
        /// - `EINVAL`: no endpoint has the id, or no connection has the token.
        #[op(3, lax)]
        fn get_addr(request: GetAddr) -> EndpointReply;

        /// Returns all endpoints, including those that the kernel added by itself (`IMPLICIT`).
        ///
        /// Fails with:
        ///
        /// - `EINVAL`: no connection has the token.
        #[op(3, dump)]
        fn dump_addrs(request: DumpAddrs) -> EndpointReply;

        /// Removes all endpoints and closes their subflows. Takes about 13 ms, as `del_addr` does.
        #[op(4, uns_admin_perm, lax)]
        fn flush_addrs();

        /// Sets the limits of the network namespace. Absent limits do not change.
        ///
        /// Fails with:
        ///
        /// - `EINVAL`: a limit is greater than 8.
        #[op(5, uns_admin_perm, lax)]
        fn set_limits(request: SetLimits);

        /// Returns the limits of the network namespace.
        #[op(6, lax)]
        fn get_limits() -> Limits;

        /// Changes the flags `BACKUP` and `FULLMESH` of an endpoint and of its subflows.
        ///
        /// A flag that is absent from the request is cleared. Other flags do not change. The address identifies the endpoint if
        /// the family is given, else the id does.
        ///
        /// With a token, it changes `BACKUP` of one subflow of a connection under the userspace path manager. The two addresses
        /// identify the subflow, and their ports may be absent. The peer receives the event `sub_priority`.
        ///
        /// Fails with:
        ///
        /// - `EINVAL`: there is no such endpoint or subflow; `FULLMESH` on an endpoint with `SIGNAL`; no connection has the
        ///   token, or it is not under the userspace path manager; a token without `addr_remote`, or without the family of
        ///   `addr`.
        /// - `EOPNOTSUPP`: the id and the family are both missing.
        #[op(7, uns_admin_perm, lax)]
        fn set_flags(request: SetFlags);

        /// Announces an address to the peer of a connection under the userspace path manager.
        ///
        /// The address needs an id other than 0 and the flag `SIGNAL`. The kernel does not check that it belongs to this host.
        ///
        /// An address with a port accepts joins only if an MPTCP socket listens there: open it before the announcement, and
        /// keep it open. An IPv6 address with a port does not fit into the TCP options next to timestamps. The kernel drops it
        /// without an error unless `net.ipv4.tcp_timestamps` is 0.
        ///
        /// Fails with:
        ///
        /// - `EINVAL`: no connection has the token, or it is not under the userspace path manager; the id is 0; `SIGNAL` or the
        ///   family is missing; the address has another id, or the id belongs to another address.
        #[op(8, uns_admin_perm, lax)]
        fn announce(request: Announce);

        /// Withdraws an announced address and closes its subflows, under the userspace path manager.
        ///
        /// Fails with:
        ///
        /// - `EINVAL`: no connection has the token, or it is not under the userspace path manager; no address has the id.
        #[op(9, uns_admin_perm, lax)]
        fn remove(request: Remove);

        /// Starts a subflow of a connection under the userspace path manager.
        ///
        /// The kernel acknowledges the request before the subflow is established. The event `sub_established` reports success,
        /// and `sub_closed` with an error reports a refusal. The connection keeps the local address until `remove`.
        ///
        /// Fails with:
        ///
        /// - `EINVAL`: no connection has the token, or it is not under the userspace path manager; `SIGNAL` is set; the families
        ///   of the addresses differ; the address has another id, or the id (0 if absent) belongs to another address.
        /// - `EADDRNOTAVAIL`: the local address does not belong to this host.
        /// - `ENETUNREACH`: there is no route, or none through the interface.
        #[op(10, uns_admin_perm, lax)]
        fn subflow_create(request: SubflowCreate);

        /// Closes a subflow of a connection under the userspace path manager, by its addresses and ports.
        ///
        /// Fails with:
        ///
        /// - `EINVAL`: no connection has the token, or it is not under the userspace path manager; a port is missing; the
        ///   families of the addresses differ.
        /// - `ESRCH`: there is no such subflow.
        #[op(11, uns_admin_perm, lax)]
        fn subflow_destroy(request: SubflowDestroy);

        /// A connection was created. It can take a long time until it is established.
        #[event(1, group = EVENTS)]
        fn created(event: ConnectionEvent);

        /// A connection was established. From now on, subflows can be added.
        #[event(2, group = EVENTS)]
        fn established(event: ConnectionEvent);

        /// A connection has ended. It may come without `created`: after a fallback to TCP, or a refusal.
        #[event(3, group = EVENTS)]
        fn closed(event: ClosedEvent);

        /// The peer announced an address. If it has no port of its own, the event contains the port of the connection.
        #[event(6, group = EVENTS)]
        fn announced(event: AnnouncedEvent);

        /// The peer withdrew an address. Its subflows are reported by `sub_closed`.
        #[event(7, group = EVENTS)]
        fn removed(event: RemovedEvent);

        /// A subflow other than the first was established. Both hosts receive the event, whichever started the subflow.
        #[event(10, group = EVENTS)]
        fn sub_established(event: SubflowEvent);

        /// A subflow has ended. It comes without `sub_established` if a join was refused, with error 111.
        #[event(11, group = EVENTS)]
        fn sub_closed(event: SubflowClosedEvent);

        /// The peer changed the priority of a subflow. The host that asked for it receives no event.
        #[event(13, group = EVENTS)]
        fn sub_priority(event: SubflowEvent);

        /// A socket, or the kernel for the port of an endpoint, started to listen for connections.
        #[event(15, group = EVENTS)]
        fn listener_created(event: ListenerEvent);

        /// A socket, or the kernel for the port of an endpoint, stopped listening.
        #[event(16, group = EVENTS)]
        fn listener_closed(event: ListenerEvent);
    }
}
