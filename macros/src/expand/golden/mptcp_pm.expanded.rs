/// Multipath TCP path manager.
///
/// The texts of extended acks differ between kernels: match on the error number.
#[doc = include_str!("family.md")]
#[derive(::core::clone::Clone, ::core::fmt::Debug)]
#[allow(dead_code)]
pub struct MptcpPm<C = ::genl::Client> {
    channel: C,
}
#[allow(dead_code, deprecated, unreachable_pub)]
impl MptcpPm {
    /// Opens a netlink socket and looks up the family.
    ///
    /// # Errors
    ///
    /// Fails if the socket cannot be opened, or if the kernel does not have the family.
    pub fn connect() -> ::core::result::Result<Self, ::genl::Error> {
        ::genl::Client::connect(Self::FAMILY).map(Self::new)
    }
    /// Opens a netlink socket, joins `groups` and receives their events.
    ///
    /// # Errors
    ///
    /// Fails if the socket cannot be opened, if the kernel does not have the family or one
    /// of the groups, or if the caller lacks the permission to join one of them.
    pub fn listen(
        groups: &[::genl::MulticastGroup],
    ) -> ::core::result::Result<::genl::Listener<MptcpPmEvent>, ::genl::Error> {
        ::genl::Listener::connect(groups)
    }
}
#[cfg_attr(
    doc,
    doc = "The operations. With a blocking [`Client`](::genl::Client), each operation returns a `Result` with its reply, or with the [`Replies`](::genl::Replies) of a dump. With an async client, it returns a future of that `Result`."
)]
#[allow(dead_code, deprecated, unreachable_pub)]
impl<C: ::genl::Channel> MptcpPm<C> {
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
    #[cfg_attr(
        doc,
        doc = "\n\nReturns `Result<(), Error>` with a blocking client. Sends operation 1, [`ADD_ADDR`](MptcpPm::ADD_ADDR). Needs `CAP_NET_ADMIN` in the user namespace of the network namespace."
    )]
    pub fn add_addr(&mut self, request: &AddAddr) -> C::Reply<'_, ()> {
        (&mut self.channel).call(&MptcpPm::ADD_ADDR, request)
    }
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
    #[cfg_attr(
        doc,
        doc = "\n\nReturns `Result<(), Error>` with a blocking client. Sends operation 2, [`DEL_ADDR`](MptcpPm::DEL_ADDR). Needs `CAP_NET_ADMIN` in the user namespace of the network namespace."
    )]
    pub fn del_addr(&mut self, request: &DelAddr) -> C::Reply<'_, ()> {
        (&mut self.channel).call(&MptcpPm::DEL_ADDR, request)
    }
    /// Returns one endpoint, by its id.
    ///
    /// Fails with:
    ///
    /// - `EINVAL`: no endpoint has the id, or no connection has the token.
    #[cfg_attr(
        doc,
        doc = "\n\nReturns `Result<EndpointReply, Error>` with a blocking client. Sends operation 3, [`GET_ADDR`](MptcpPm::GET_ADDR)."
    )]
    pub fn get_addr(&mut self, request: &GetAddr) -> C::Reply<'_, EndpointReply> {
        (&mut self.channel).call(&MptcpPm::GET_ADDR, request)
    }
    /// Returns all endpoints, including those that the kernel added by itself (`IMPLICIT`).
    ///
    /// Fails with:
    ///
    /// - `EINVAL`: no connection has the token.
    #[cfg_attr(
        doc,
        doc = "\n\nReturns `Result<Replies<EndpointReply>, Error>` with a blocking client. Sends operation 3, [`DUMP_ADDRS`](MptcpPm::DUMP_ADDRS)."
    )]
    pub fn dump_addrs(&mut self, request: &DumpAddrs) -> C::Dump<'_, EndpointReply> {
        (&mut self.channel).dump(&MptcpPm::DUMP_ADDRS, request)
    }
    /// Removes all endpoints and closes their subflows. Takes about 13 ms, as `del_addr` does.
    #[cfg_attr(
        doc,
        doc = "\n\nReturns `Result<(), Error>` with a blocking client. Sends operation 4, [`FLUSH_ADDRS`](MptcpPm::FLUSH_ADDRS). Needs `CAP_NET_ADMIN` in the user namespace of the network namespace."
    )]
    pub fn flush_addrs(&mut self) -> C::Reply<'_, ()> {
        (&mut self.channel).call(&MptcpPm::FLUSH_ADDRS, &())
    }
    /// Sets the limits of the network namespace. Absent limits do not change.
    ///
    /// Fails with:
    ///
    /// - `EINVAL`: a limit is greater than 8.
    #[cfg_attr(
        doc,
        doc = "\n\nReturns `Result<(), Error>` with a blocking client. Sends operation 5, [`SET_LIMITS`](MptcpPm::SET_LIMITS). Needs `CAP_NET_ADMIN` in the user namespace of the network namespace."
    )]
    pub fn set_limits(&mut self, request: &SetLimits) -> C::Reply<'_, ()> {
        (&mut self.channel).call(&MptcpPm::SET_LIMITS, request)
    }
    /// Returns the limits of the network namespace.
    #[cfg_attr(
        doc,
        doc = "\n\nReturns `Result<Limits, Error>` with a blocking client. Sends operation 6, [`GET_LIMITS`](MptcpPm::GET_LIMITS)."
    )]
    pub fn get_limits(&mut self) -> C::Reply<'_, Limits> {
        (&mut self.channel).call(&MptcpPm::GET_LIMITS, &())
    }
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
    #[cfg_attr(
        doc,
        doc = "\n\nReturns `Result<(), Error>` with a blocking client. Sends operation 7, [`SET_FLAGS`](MptcpPm::SET_FLAGS). Needs `CAP_NET_ADMIN` in the user namespace of the network namespace."
    )]
    pub fn set_flags(&mut self, request: &SetFlags) -> C::Reply<'_, ()> {
        (&mut self.channel).call(&MptcpPm::SET_FLAGS, request)
    }
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
    #[cfg_attr(
        doc,
        doc = "\n\nReturns `Result<(), Error>` with a blocking client. Sends operation 8, [`ANNOUNCE`](MptcpPm::ANNOUNCE). Needs `CAP_NET_ADMIN` in the user namespace of the network namespace."
    )]
    pub fn announce(&mut self, request: &Announce) -> C::Reply<'_, ()> {
        (&mut self.channel).call(&MptcpPm::ANNOUNCE, request)
    }
    /// Withdraws an announced address and closes its subflows, under the userspace path manager.
    ///
    /// Fails with:
    ///
    /// - `EINVAL`: no connection has the token, or it is not under the userspace path manager; no address has the id.
    #[cfg_attr(
        doc,
        doc = "\n\nReturns `Result<(), Error>` with a blocking client. Sends operation 9, [`REMOVE`](MptcpPm::REMOVE). Needs `CAP_NET_ADMIN` in the user namespace of the network namespace."
    )]
    pub fn remove(&mut self, request: &Remove) -> C::Reply<'_, ()> {
        (&mut self.channel).call(&MptcpPm::REMOVE, request)
    }
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
    #[cfg_attr(
        doc,
        doc = "\n\nReturns `Result<(), Error>` with a blocking client. Sends operation 10, [`SUBFLOW_CREATE`](MptcpPm::SUBFLOW_CREATE). Needs `CAP_NET_ADMIN` in the user namespace of the network namespace."
    )]
    pub fn subflow_create(&mut self, request: &SubflowCreate) -> C::Reply<'_, ()> {
        (&mut self.channel).call(&MptcpPm::SUBFLOW_CREATE, request)
    }
    /// Closes a subflow of a connection under the userspace path manager, by its addresses and ports.
    ///
    /// Fails with:
    ///
    /// - `EINVAL`: no connection has the token, or it is not under the userspace path manager; a port is missing; the
    ///   families of the addresses differ.
    /// - `ESRCH`: there is no such subflow.
    #[cfg_attr(
        doc,
        doc = "\n\nReturns `Result<(), Error>` with a blocking client. Sends operation 11, [`SUBFLOW_DESTROY`](MptcpPm::SUBFLOW_DESTROY). Needs `CAP_NET_ADMIN` in the user namespace of the network namespace."
    )]
    pub fn subflow_destroy(&mut self, request: &SubflowDestroy) -> C::Reply<'_, ()> {
        (&mut self.channel).call(&MptcpPm::SUBFLOW_DESTROY, request)
    }
    /// Creates a client that sends its operations through `channel`.
    #[must_use]
    pub const fn new(channel: C) -> Self {
        Self { channel }
    }
    /// Returns the channel that the operations go through.
    #[must_use]
    pub const fn channel(&mut self) -> &mut C {
        &mut self.channel
    }
}
::genl::__async_clients!(pub MptcpPm[MptcpPmEvent]);
#[cfg_attr(
    doc,
    doc = "The family, its multicast groups, its operations and its events, as constants. [`Client::call`](::genl::Client::call) and [`Client::dump`](::genl::Client::dump) take an operation. [`listen`](Self::listen) takes multicast groups."
)]
#[allow(dead_code, deprecated, unreachable_pub)]
impl MptcpPm {
    /// The name and the version of the family.
    pub const FAMILY: ::genl::Family = ::genl::Family::new("mptcp_pm", 1);
    /// The events of connections, subflows, addresses and listeners. Joining needs `CAP_NET_ADMIN`.
    #[cfg_attr(doc, doc = "\n\nThe multicast group `mptcp_pm_events`.")]
    pub const EVENTS: ::genl::MulticastGroup = Self::FAMILY.group("mptcp_pm_events");
    #[allow(unused)]
    /// A group to which no kernel sends anything.
    #[cfg_attr(doc, doc = "\n\nThe multicast group `mptcp_pm_cmds`.")]
    pub const COMMANDS: ::genl::MulticastGroup = Self::FAMILY.group("mptcp_pm_cmds");
    /// Operation 1, `add-addr`: a do that takes `AddAddr` and is acknowledged. Needs `CAP_NET_ADMIN` in the user namespace of the network namespace. The kernel validates it liberally.
    pub const ADD_ADDR: ::genl::Do<AddAddr, ()> = Self::FAMILY
        .op("add-addr", 1)
        .uns_admin_perm()
        .lax();
    /// Operation 2, `del-addr`: a do that takes `DelAddr` and is acknowledged. Needs `CAP_NET_ADMIN` in the user namespace of the network namespace. The kernel validates it liberally.
    pub const DEL_ADDR: ::genl::Do<DelAddr, ()> = Self::FAMILY
        .op("del-addr", 2)
        .uns_admin_perm()
        .lax();
    /// Operation 3, `get-addr`: a do that takes `GetAddr` and returns `EndpointReply`. The kernel validates it liberally.
    pub const GET_ADDR: ::genl::Do<GetAddr, EndpointReply> = Self::FAMILY
        .op("get-addr", 3)
        .lax();
    /// Operation 3, `dump-addrs`: a dump that takes `DumpAddrs` and returns any number of `EndpointReply`.
    pub const DUMP_ADDRS: ::genl::Dump<DumpAddrs, EndpointReply> = Self::FAMILY
        .dump("dump-addrs", 3);
    /// Operation 4, `flush-addrs`: a do that takes no attributes and is acknowledged. Needs `CAP_NET_ADMIN` in the user namespace of the network namespace. The kernel validates it liberally.
    pub const FLUSH_ADDRS: ::genl::Do<(), ()> = Self::FAMILY
        .op("flush-addrs", 4)
        .uns_admin_perm()
        .lax();
    /// Operation 5, `set-limits`: a do that takes `SetLimits` and is acknowledged. Needs `CAP_NET_ADMIN` in the user namespace of the network namespace. The kernel validates it liberally.
    pub const SET_LIMITS: ::genl::Do<SetLimits, ()> = Self::FAMILY
        .op("set-limits", 5)
        .uns_admin_perm()
        .lax();
    /// Operation 6, `get-limits`: a do that takes no attributes and returns `Limits`. The kernel validates it liberally.
    pub const GET_LIMITS: ::genl::Do<(), Limits> = Self::FAMILY
        .op("get-limits", 6)
        .lax();
    /// Operation 7, `set-flags`: a do that takes `SetFlags` and is acknowledged. Needs `CAP_NET_ADMIN` in the user namespace of the network namespace. The kernel validates it liberally.
    pub const SET_FLAGS: ::genl::Do<SetFlags, ()> = Self::FAMILY
        .op("set-flags", 7)
        .uns_admin_perm()
        .lax();
    /// Operation 8, `announce`: a do that takes `Announce` and is acknowledged. Needs `CAP_NET_ADMIN` in the user namespace of the network namespace. The kernel validates it liberally.
    pub const ANNOUNCE: ::genl::Do<Announce, ()> = Self::FAMILY
        .op("announce", 8)
        .uns_admin_perm()
        .lax();
    /// Operation 9, `remove`: a do that takes `Remove` and is acknowledged. Needs `CAP_NET_ADMIN` in the user namespace of the network namespace. The kernel validates it liberally.
    pub const REMOVE: ::genl::Do<Remove, ()> = Self::FAMILY
        .op("remove", 9)
        .uns_admin_perm()
        .lax();
    /// Operation 10, `subflow-create`: a do that takes `SubflowCreate` and is acknowledged. Needs `CAP_NET_ADMIN` in the user namespace of the network namespace. The kernel validates it liberally.
    pub const SUBFLOW_CREATE: ::genl::Do<SubflowCreate, ()> = Self::FAMILY
        .op("subflow-create", 10)
        .uns_admin_perm()
        .lax();
    /// Operation 11, `subflow-destroy`: a do that takes `SubflowDestroy` and is acknowledged. Needs `CAP_NET_ADMIN` in the user namespace of the network namespace. The kernel validates it liberally.
    pub const SUBFLOW_DESTROY: ::genl::Do<SubflowDestroy, ()> = Self::FAMILY
        .op("subflow-destroy", 11)
        .uns_admin_perm()
        .lax();
    /// Event 1, `created`, sent to [`EVENTS`](Self::EVENTS). Carries `ConnectionEvent`.
    pub const CREATED: ::genl::Event<ConnectionEvent> = Self::EVENTS.event("created", 1);
    /// Event 2, `established`, sent to [`EVENTS`](Self::EVENTS). Carries `ConnectionEvent`.
    pub const ESTABLISHED: ::genl::Event<ConnectionEvent> = Self::EVENTS
        .event("established", 2);
    /// Event 3, `closed`, sent to [`EVENTS`](Self::EVENTS). Carries `ClosedEvent`.
    pub const CLOSED: ::genl::Event<ClosedEvent> = Self::EVENTS.event("closed", 3);
    /// Event 6, `announced`, sent to [`EVENTS`](Self::EVENTS). Carries `AnnouncedEvent`.
    pub const ANNOUNCED: ::genl::Event<AnnouncedEvent> = Self::EVENTS
        .event("announced", 6);
    /// Event 7, `removed`, sent to [`EVENTS`](Self::EVENTS). Carries `RemovedEvent`.
    pub const REMOVED: ::genl::Event<RemovedEvent> = Self::EVENTS.event("removed", 7);
    /// Event 10, `sub-established`, sent to [`EVENTS`](Self::EVENTS). Carries `SubflowEvent`.
    pub const SUB_ESTABLISHED: ::genl::Event<SubflowEvent> = Self::EVENTS
        .event("sub-established", 10);
    /// Event 11, `sub-closed`, sent to [`EVENTS`](Self::EVENTS). Carries `SubflowClosedEvent`.
    pub const SUB_CLOSED: ::genl::Event<SubflowClosedEvent> = Self::EVENTS
        .event("sub-closed", 11);
    /// Event 13, `sub-priority`, sent to [`EVENTS`](Self::EVENTS). Carries `SubflowEvent`.
    pub const SUB_PRIORITY: ::genl::Event<SubflowEvent> = Self::EVENTS
        .event("sub-priority", 13);
    /// Event 15, `listener-created`, sent to [`EVENTS`](Self::EVENTS). Carries `ListenerEvent`.
    pub const LISTENER_CREATED: ::genl::Event<ListenerEvent> = Self::EVENTS
        .event("listener-created", 15);
    /// Event 16, `listener-closed`, sent to [`EVENTS`](Self::EVENTS). Carries `ListenerEvent`.
    pub const LISTENER_CLOSED: ::genl::Event<ListenerEvent> = Self::EVENTS
        .event("listener-closed", 16);
    /// The description of the family, as data.
    pub const DESCRIPTION: &'static ::genl::description::Family = &::genl::description::Family::new(
        Self::FAMILY,
        ::genl::description::RustType::of::<Self>(),
        "Multipath TCP path manager.\n\nThe texts of extended acks differ between kernels: match on the error number.",
        &[
            (&Self::EVENTS)
                .describe(
                    "The events of connections, subflows, addresses and listeners. Joining needs `CAP_NET_ADMIN`.",
                )
                .renamed("EVENTS"),
            (&Self::COMMANDS)
                .describe("A group to which no kernel sends anything.")
                .renamed("COMMANDS"),
        ],
        &[
            (&Self::ADD_ADDR)
                .describe(
                    "Adds an endpoint to the table of the in-kernel path manager.\n\nThe kernel assigns an id if the id is absent or 0. The table holds at most 8 endpoints.\n\nFails with:\n\n- `ERANGE`: the table is full, or an attribute is too short.\n- `EEXIST`: the address, with the same port, is already in the table.\n- `EBUSY`: another endpoint has the id.\n- `EINVAL`: the family or the address is missing; a port without `SIGNAL`, or with `SUBFLOW`; `SIGNAL` together\n  with `FULLMESH`; `IMPLICIT`.\n- `EADDRNOTAVAIL`, `EADDRINUSE`: the kernel cannot listen on the port.",
                ),
            (&Self::DEL_ADDR)
                .describe(
                    "Removes an endpoint and closes its subflows.\n\nOnly the id identifies the endpoint. The operation takes about 15 ms, because the kernel waits for an RCU grace\nperiod.\n\nAn absent id, or 0, stands for the local address of the first subflow, which is in no table. Then the kernel closes\nthe first subflow of every connection that started from the given address, and tells the peer that id 0 is gone.\n\nFails with:\n\n- `EINVAL`: no endpoint has the id.",
                ),
            (&Self::GET_ADDR)
                .describe(
                    "Returns one endpoint, by its id.\n\nFails with:\n\n- `EINVAL`: no endpoint has the id, or no connection has the token.",
                ),
            (&Self::DUMP_ADDRS)
                .describe(
                    "Returns all endpoints, including those that the kernel added by itself (`IMPLICIT`).\n\nFails with:\n\n- `EINVAL`: no connection has the token.",
                ),
            (&Self::FLUSH_ADDRS)
                .describe(
                    "Removes all endpoints and closes their subflows. Takes about 13 ms, as `del_addr` does.",
                ),
            (&Self::SET_LIMITS)
                .describe(
                    "Sets the limits of the network namespace. Absent limits do not change.\n\nFails with:\n\n- `EINVAL`: a limit is greater than 8.",
                ),
            (&Self::GET_LIMITS).describe("Returns the limits of the network namespace."),
            (&Self::SET_FLAGS)
                .describe(
                    "Changes the flags `BACKUP` and `FULLMESH` of an endpoint and of its subflows.\n\nA flag that is absent from the request is cleared. Other flags do not change. The address identifies the endpoint if\nthe family is given, else the id does.\n\nWith a token, it changes `BACKUP` of one subflow of a connection under the userspace path manager. The two addresses\nidentify the subflow, and their ports may be absent. The peer receives the event `sub_priority`.\n\nFails with:\n\n- `EINVAL`: there is no such endpoint or subflow; `FULLMESH` on an endpoint with `SIGNAL`; no connection has the\n  token, or it is not under the userspace path manager; a token without `addr_remote`, or without the family of\n  `addr`.\n- `EOPNOTSUPP`: the id and the family are both missing.",
                ),
            (&Self::ANNOUNCE)
                .describe(
                    "Announces an address to the peer of a connection under the userspace path manager.\n\nThe address needs an id other than 0 and the flag `SIGNAL`. The kernel does not check that it belongs to this host.\n\nAn address with a port accepts joins only if an MPTCP socket listens there: open it before the announcement, and\nkeep it open. An IPv6 address with a port does not fit into the TCP options next to timestamps. The kernel drops it\nwithout an error unless `net.ipv4.tcp_timestamps` is 0.\n\nFails with:\n\n- `EINVAL`: no connection has the token, or it is not under the userspace path manager; the id is 0; `SIGNAL` or the\n  family is missing; the address has another id, or the id belongs to another address.",
                ),
            (&Self::REMOVE)
                .describe(
                    "Withdraws an announced address and closes its subflows, under the userspace path manager.\n\nFails with:\n\n- `EINVAL`: no connection has the token, or it is not under the userspace path manager; no address has the id.",
                ),
            (&Self::SUBFLOW_CREATE)
                .describe(
                    "Starts a subflow of a connection under the userspace path manager.\n\nThe kernel acknowledges the request before the subflow is established. The event `sub_established` reports success,\nand `sub_closed` with an error reports a refusal. The connection keeps the local address until `remove`.\n\nFails with:\n\n- `EINVAL`: no connection has the token, or it is not under the userspace path manager; `SIGNAL` is set; the families\n  of the addresses differ; the address has another id, or the id (0 if absent) belongs to another address.\n- `EADDRNOTAVAIL`: the local address does not belong to this host.\n- `ENETUNREACH`: there is no route, or none through the interface.",
                ),
            (&Self::SUBFLOW_DESTROY)
                .describe(
                    "Closes a subflow of a connection under the userspace path manager, by its addresses and ports.\n\nFails with:\n\n- `EINVAL`: no connection has the token, or it is not under the userspace path manager; a port is missing; the\n  families of the addresses differ.\n- `ESRCH`: there is no such subflow.",
                ),
        ],
        &[
            (&Self::CREATED)
                .describe(
                    "A connection was created. It can take a long time until it is established.",
                ),
            (&Self::ESTABLISHED)
                .describe(
                    "A connection was established. From now on, subflows can be added.",
                ),
            (&Self::CLOSED)
                .describe(
                    "A connection has ended. It may come without `created`: after a fallback to TCP, or a refusal.",
                ),
            (&Self::ANNOUNCED)
                .describe(
                    "The peer announced an address. If it has no port of its own, the event contains the port of the connection.",
                ),
            (&Self::REMOVED)
                .describe(
                    "The peer withdrew an address. Its subflows are reported by `sub_closed`.",
                ),
            (&Self::SUB_ESTABLISHED)
                .describe(
                    "A subflow other than the first was established. Both hosts receive the event, whichever started the subflow.",
                ),
            (&Self::SUB_CLOSED)
                .describe(
                    "A subflow has ended. It comes without `sub_established` if a join was refused, with error 111.",
                ),
            (&Self::SUB_PRIORITY)
                .describe(
                    "The peer changed the priority of a subflow. The host that asked for it receives no event.",
                ),
            (&Self::LISTENER_CREATED)
                .describe(
                    "A socket, or the kernel for the port of an endpoint, started to listen for connections.",
                ),
            (&Self::LISTENER_CLOSED)
                .describe(
                    "A socket, or the kernel for the port of an endpoint, stopped listening.",
                ),
        ],
    );
}
/// An event of `mptcp_pm`, received by [`listen`](MptcpPm::listen).
#[derive(::core::clone::Clone, ::core::fmt::Debug, ::core::cmp::PartialEq)]
#[allow(dead_code, clippy::derive_partial_eq_without_eq)]
pub enum MptcpPmEvent {
    /// A connection was created. It can take a long time until it is established.
    #[cfg_attr(
        doc,
        doc = "\n\nEvent 1, `created`, sent to [`EVENTS`](MptcpPm::EVENTS)."
    )]
    Created(ConnectionEvent),
    /// A connection was established. From now on, subflows can be added.
    #[cfg_attr(
        doc,
        doc = "\n\nEvent 2, `established`, sent to [`EVENTS`](MptcpPm::EVENTS)."
    )]
    Established(ConnectionEvent),
    /// A connection has ended. It may come without `created`: after a fallback to TCP, or a refusal.
    #[cfg_attr(doc, doc = "\n\nEvent 3, `closed`, sent to [`EVENTS`](MptcpPm::EVENTS).")]
    Closed(ClosedEvent),
    /// The peer announced an address. If it has no port of its own, the event contains the port of the connection.
    #[cfg_attr(
        doc,
        doc = "\n\nEvent 6, `announced`, sent to [`EVENTS`](MptcpPm::EVENTS)."
    )]
    Announced(AnnouncedEvent),
    /// The peer withdrew an address. Its subflows are reported by `sub_closed`.
    #[cfg_attr(
        doc,
        doc = "\n\nEvent 7, `removed`, sent to [`EVENTS`](MptcpPm::EVENTS)."
    )]
    Removed(RemovedEvent),
    /// A subflow other than the first was established. Both hosts receive the event, whichever started the subflow.
    #[cfg_attr(
        doc,
        doc = "\n\nEvent 10, `sub-established`, sent to [`EVENTS`](MptcpPm::EVENTS)."
    )]
    SubEstablished(SubflowEvent),
    /// A subflow has ended. It comes without `sub_established` if a join was refused, with error 111.
    #[cfg_attr(
        doc,
        doc = "\n\nEvent 11, `sub-closed`, sent to [`EVENTS`](MptcpPm::EVENTS)."
    )]
    SubClosed(SubflowClosedEvent),
    /// The peer changed the priority of a subflow. The host that asked for it receives no event.
    #[cfg_attr(
        doc,
        doc = "\n\nEvent 13, `sub-priority`, sent to [`EVENTS`](MptcpPm::EVENTS)."
    )]
    SubPriority(SubflowEvent),
    /// A socket, or the kernel for the port of an endpoint, started to listen for connections.
    #[cfg_attr(
        doc,
        doc = "\n\nEvent 15, `listener-created`, sent to [`EVENTS`](MptcpPm::EVENTS)."
    )]
    ListenerCreated(ListenerEvent),
    /// A socket, or the kernel for the port of an endpoint, stopped listening.
    #[cfg_attr(
        doc,
        doc = "\n\nEvent 16, `listener-closed`, sent to [`EVENTS`](MptcpPm::EVENTS)."
    )]
    ListenerClosed(ListenerEvent),
    /// An event that the family does not describe, as it was received.
    Unknown(::genl::UnknownEvent),
}
#[allow(dead_code, deprecated)]
impl MptcpPmEvent {
    /// Returns the command of the event: its number in the family.
    #[must_use]
    pub const fn command(&self) -> u8 {
        self.__genl_known().0
    }
    /// Returns the name of the event in the family, or `unknown` for [`Unknown`](Self::Unknown).
    #[must_use]
    pub const fn name(&self) -> &'static str {
        self.__genl_known().1
    }
    const fn __genl_known(&self) -> (u8, &'static str) {
        match self {
            Self::Created(..) => (1, "created"),
            Self::Established(..) => (2, "established"),
            Self::Closed(..) => (3, "closed"),
            Self::Announced(..) => (6, "announced"),
            Self::Removed(..) => (7, "removed"),
            Self::SubEstablished(..) => (10, "sub-established"),
            Self::SubClosed(..) => (11, "sub-closed"),
            Self::SubPriority(..) => (13, "sub-priority"),
            Self::ListenerCreated(..) => (15, "listener-created"),
            Self::ListenerClosed(..) => (16, "listener-closed"),
            Self::Unknown(__event) => (__event.command, "unknown"),
        }
    }
}
#[automatically_derived]
impl ::genl::OwnedEvents for MptcpPmEvent {}
#[automatically_derived]
#[allow(deprecated, unreachable_patterns)]
impl ::genl::Events for MptcpPmEvent {
    type View<'a> = MptcpPmEvent;
    const DESCRIPTION: &'static ::genl::description::Family = MptcpPm::DESCRIPTION;
    const NAMES: &'static [(u8, &'static str)] = &Self::DESCRIPTION
        .names::<{ MptcpPm::DESCRIPTION.events.len() }>();
    #[inline]
    fn decode(
        __command: u8,
        __in: ::genl::Attributes<'_>,
    ) -> ::genl::Decoded<MptcpPmEvent> {
        match __command {
            1 => ::genl::codec::decode::<ConnectionEvent, _>(__in, Self::Created),
            2 => ::genl::codec::decode::<ConnectionEvent, _>(__in, Self::Established),
            3 => ::genl::codec::decode::<ClosedEvent, _>(__in, Self::Closed),
            6 => ::genl::codec::decode::<AnnouncedEvent, _>(__in, Self::Announced),
            7 => ::genl::codec::decode::<RemovedEvent, _>(__in, Self::Removed),
            10 => ::genl::codec::decode::<SubflowEvent, _>(__in, Self::SubEstablished),
            11 => ::genl::codec::decode::<SubflowClosedEvent, _>(__in, Self::SubClosed),
            13 => ::genl::codec::decode::<SubflowEvent, _>(__in, Self::SubPriority),
            15 => ::genl::codec::decode::<ListenerEvent, _>(__in, Self::ListenerCreated),
            16 => ::genl::codec::decode::<ListenerEvent, _>(__in, Self::ListenerClosed),
            _ => {
                ::core::result::Result::Ok(
                    Self::Unknown(::genl::UnknownEvent::new(__command, __in)),
                )
            }
        }
    }
}
