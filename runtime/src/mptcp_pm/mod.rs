//! `mptcp_pm`, the Multipath TCP path manager (`net/mptcp/pm_netlink.c`, `Documentation/netlink/specs/mptcp_pm.yaml`).
//!
//! The in-kernel path manager keeps a table of *endpoints*, addresses of this host that connections may use, for every network
//! namespace. [`MptcpPm`] changes the table and the limits, and tells what happens to connections.
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
//! # Network namespaces
//!
//! Endpoints, limits, connections, events and interfaces belong to a network namespace. A socket stays in the one of the thread
//! that opened it: this holds for [`MptcpPm::connect`], [`MptcpPm::listen`], [`Diag::open`] and `Listeners::open`.
//! [`interface_index`], [`interface_name`] and [`Address::interface`] ask in the one of the calling thread.
//!
//! One thing crosses namespaces. For a connection under the userspace path manager (`net.mptcp.pm_type` was 1 when it was made)
//! the kernel acknowledges announced addresses and accepts joins only while somebody listens for events. It only asks whether the
//! group `mptcp_pm_events` has a listener anywhere on the machine (`mptcp_userspace_pm_active` in the kernel; seen on Linux
//! 6.18). A listener in one network namespace therefore changes what the kernel does in all others.
//!
//! # Path managers in userspace
//!
//! [`ConnectionTable`] knows the connections from their events, and [`Diag`] asks the kernel for them at the start and after
//! events were lost. [`AddressIds`] chooses the ids of addresses. `Listeners` (feature `listeners`) takes the joins to announced
//! ports.
//!
//! # What a new kernel changes
//!
//! Structs and enums are not `#[non_exhaustive]`: tests and scripted peers build replies and events, and a program that matches
//! every event is told by the compiler of a new one.
//!
//! - A new attribute becomes a new field, an `Option` in most cases, and a new event becomes a new variant of
//!   [`MptcpPmEvent`]. Both come with a new minor version as long as the major version is 0, and never with a patch.
//! - Code that uses constructors or `..Default::default()` to build a struct, and `..` to match one, compiles with both versions.
//! - Before that, nothing is lost from an event: attributes without a field are kept in `unknown`, values without a name in
//!   `Other`, flags without a name as bits, and whole events in [`MptcpPmEvent::Unknown`].

mod address;
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
pub use table::{Connection, ConnectionTable, Subflow};

use crate::genl_family;

genl_family! {
    /// Multipath TCP path manager.
    ///
    /// `EPERM` from an operation that changes something: it needs `CAP_NET_ADMIN` in the user namespace that owns the network
    /// namespace. Extended acks carry the kernel's words, which change between kernels: match on the error number.
    #[family(name = "mptcp_pm", version = 1)]
    pub trait MptcpPm {
        /// Connection, subflow, address and listener events. Joining needs `CAP_NET_ADMIN`.
        const EVENTS: MulticastGroup = "mptcp_pm_events";

        /// A group that exists and to which no kernel sends anything.
        #[allow(unused)]
        const COMMANDS: MulticastGroup = "mptcp_pm_cmds";

        /// Adds an endpoint to the table of the in-kernel path manager.
        ///
        /// Without an id, or with 0, the kernel chooses one. The table holds 8 endpoints.
        ///
        /// - `ERANGE`: the table is full, or an attribute is too short.
        /// - `EEXIST`: the address (and port) is in the table already.
        /// - `EBUSY`: the id is taken.
        /// - `EINVAL`: no family or no address; a port without `SIGNAL` or with `SUBFLOW`; `SIGNAL` with `FULLMESH`; `IMPLICIT`.
        /// - `EADDRNOTAVAIL`, `EADDRINUSE`: the kernel cannot listen on the port.
        #[op(1, uns_admin_perm, lax)]
        fn add_addr(request: AddAddr);

        /// Removes an endpoint, by its id alone; its subflows are closed. Takes about 15 ms (RCU).
        ///
        /// Without an id, or with 0, it is about the address that connections began from, which is in no table: the first
        /// subflow of every connection from the address given is closed, and the peer is told that id 0 is gone.
        ///
        /// - `EINVAL`: no endpoint has the id.
        #[op(2, uns_admin_perm, lax)]
        fn del_addr(request: DelAddr);

        /// One endpoint, by its id alone.
        ///
        /// - `EINVAL`: no endpoint has the id; or no connection has the token.
        #[op(3, lax)]
        fn get_addr(request: GetAddr) -> EndpointReply;

        /// Every endpoint, those included that the kernel added by itself (`IMPLICIT`).
        ///
        /// - `EINVAL`: no connection has the token.
        #[op(3, dump)]
        fn dump_addrs(request: DumpAddrs) -> EndpointReply;

        /// Removes every endpoint. Takes about 13 ms (RCU).
        #[op(4, uns_admin_perm, lax)]
        fn flush_addrs();

        /// Sets the limits of this network namespace; those left out stay as they are.
        ///
        /// - `EINVAL`: more than the kernel's maximum, which is 8.
        #[op(5, uns_admin_perm, lax)]
        fn set_limits(request: SetLimits);

        /// The limits in force.
        #[op(6, lax)]
        fn get_limits() -> Limits;

        /// Changes `BACKUP` and `FULLMESH` of an endpoint and of its subflows; other flags stay, and these two are cleared
        /// when left out. By address if the family is given, else by id.
        ///
        /// With a token, of the userspace path manager: changes `BACKUP` of the subflow between two addresses; their ports
        /// need not be given. The peer learns of it by `sub_priority`.
        ///
        /// - `EINVAL`: no such endpoint or subflow; `FULLMESH` on an endpoint with `SIGNAL`; no connection has the token, or
        ///   it is not of the userspace path manager; a token without `addr_remote` or without the family of `addr`.
        /// - `EOPNOTSUPP`: neither id nor family.
        #[op(7, uns_admin_perm, lax)]
        fn set_flags(request: SetFlags);

        /// With the userspace path manager: announces an address to the peer of a connection.
        ///
        /// The address needs an id other than 0 and the flag `SIGNAL`; whether it is one of this host is not checked. With a
        /// port of its own it takes joins only where something listens: open an MPTCP socket on address and port first, and
        /// keep it. The in-kernel path manager does so by itself. An IPv6 address with a port does not fit the TCP options
        /// beside timestamps: it is lost without an error unless `net.ipv4.tcp_timestamps` is 0.
        ///
        /// - `EINVAL`: no connection has the token, or it is not of the userspace path manager (`net.mptcp.pm_type` was not 1
        ///   when it was made); id 0; no `SIGNAL`; no family; the address is known under another id, or the id for another
        ///   address.
        #[op(8, uns_admin_perm, lax)]
        fn announce(request: Announce);

        /// With the userspace path manager: takes an announced address back, and closes the subflows from it.
        ///
        /// - `EINVAL`: no connection has the token, or it is not of the userspace path manager; no address has the id.
        #[op(9, uns_admin_perm, lax)]
        fn remove(request: Remove);

        /// With the userspace path manager: starts a subflow.
        ///
        /// The acknowledgement comes before the connection is made: success is told by `sub_established`, a refusal by
        /// `sub_closed` with an error. The address stays known to the connection until `remove`.
        ///
        /// - `EINVAL`: no connection has the token, or it is not of the userspace path manager; `SIGNAL` is set; the families
        ///   differ; the address is known under another id, or the id (0 if there is none) for another address.
        /// - `EADDRNOTAVAIL`: the address is none of this host.
        /// - `ENETUNREACH`: there is no route, or not through the interface.
        #[op(10, uns_admin_perm, lax)]
        fn subflow_create(request: SubflowCreate);

        /// With the userspace path manager: closes a subflow, found by addresses and ports.
        ///
        /// - `EINVAL`: no connection has the token, or it is not of the userspace path manager; a port is missing; the
        ///   families differ.
        /// - `ESRCH`: there is no such subflow.
        #[op(11, uns_admin_perm, lax)]
        fn subflow_destroy(request: SubflowDestroy);

        /// A new connection exists. It may be a long time until it is established.
        #[event(1, group = EVENTS)]
        fn created(event: ConnectionEvent);

        /// A connection is established: subflows can be added.
        #[event(2, group = EVENTS)]
        fn established(event: ConnectionEvent);

        /// A connection has ended. May come without `created`: after a fallback to TCP, or a refusal.
        #[event(3, group = EVENTS)]
        fn closed(event: ClosedEvent);

        /// The peer announced an address. One without a port of its own comes with that of the connection.
        #[event(6, group = EVENTS)]
        fn announced(event: AnnouncedEvent);

        /// The peer took an address back. Its subflows are told as closed beside it.
        #[event(7, group = EVENTS)]
        fn removed(event: RemovedEvent);

        /// A subflow is established, beside the first: both sides are told, whoever started it.
        #[event(10, group = EVENTS)]
        fn sub_established(event: SubflowEvent);

        /// A subflow has ended. May come without `sub_established`: of a join that was refused, with error 111.
        #[event(11, group = EVENTS)]
        fn sub_closed(event: SubflowClosedEvent);

        /// The peer changed the priority of a subflow. The side that asked for it sees no event.
        #[event(13, group = EVENTS)]
        fn sub_priority(event: SubflowEvent);

        /// A socket listens for connections, or the kernel listens on the port of an endpoint.
        #[event(15, group = EVENTS)]
        fn listener_created(event: ListenerEvent);

        /// A socket listens no longer.
        #[event(16, group = EVENTS)]
        fn listener_closed(event: ListenerEvent);
    }
}
