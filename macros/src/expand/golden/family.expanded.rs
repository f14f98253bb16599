/// Multipath TCP path manager.
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
    /// Adds an endpoint.
    #[cfg_attr(
        doc,
        doc = "\n\nReturns `Result<(), Error>` with a blocking client. Sends operation 1, [`ADD_ADDR`](MptcpPm::ADD_ADDR). Needs `CAP_NET_ADMIN` in the user namespace of the network namespace."
    )]
    pub fn add_addr(&mut self, request: &AddAddr) -> C::Reply<'_, ()> {
        (&mut self.channel).call(&MptcpPm::ADD_ADDR, request)
    }
    /// Every endpoint.
    #[cfg_attr(
        doc,
        doc = "\n\nReturns `Result<Replies<EndpointReply>, Error>` with a blocking client. Sends operation 3, [`DUMP_ADDRS`](MptcpPm::DUMP_ADDRS)."
    )]
    pub fn dump_addrs(&mut self, request: &DumpAddrs) -> C::Dump<'_, EndpointReply> {
        (&mut self.channel).dump(&MptcpPm::DUMP_ADDRS, request)
    }
    #[deprecated]
    /// Sends operation 6, [`MOVE`](MptcpPm::MOVE). Needs `CAP_NET_ADMIN` in the initial user namespace. Returns `Result<Limits, Error>` with a blocking client.
    pub fn r#move(&mut self) -> C::Reply<'_, Limits> {
        (&mut self.channel).call(&MptcpPm::MOVE, &())
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
    /// Connection events.
    #[cfg_attr(doc, doc = "\n\nThe multicast group `mptcp_pm_events`.")]
    pub const EVENTS: ::genl::MulticastGroup = Self::FAMILY.group("mptcp_pm_events");
    /// Operation 1, `add-addr`: a do that takes `AddAddr` and is acknowledged. Needs `CAP_NET_ADMIN` in the user namespace of the network namespace.
    pub const ADD_ADDR: ::genl::Do<AddAddr, ()> = Self::FAMILY
        .op("add-addr", 1)
        .uns_admin_perm();
    /// Operation 3, `dump-addrs`: a dump that takes `DumpAddrs` and returns any number of `EndpointReply`. The reply has the command 4. The kernel validates it liberally.
    pub const DUMP_ADDRS: ::genl::Dump<DumpAddrs, EndpointReply> = Self::FAMILY
        .dump("dump-addrs", 3)
        .reply(4)
        .lax();
    #[deprecated]
    /// Operation 6, `move`: a do that takes no attributes and returns `Limits`. Needs `CAP_NET_ADMIN` in the initial user namespace.
    pub const MOVE: ::genl::Do<(), Limits> = Self::FAMILY.op("move", 6).admin_perm();
    /// Event 1, `created`, sent to [`EVENTS`](Self::EVENTS). Carries `ConnectionEvent`.
    pub const CREATED: ::genl::Event<ConnectionEvent> = Self::EVENTS.event("created", 1);
    #[cfg(feature = "closed")]
    /// Event 2, `closed-all`, sent to [`EVENTS`](Self::EVENTS). Carries `Limits`.
    pub const CLOSED: ::genl::Event<Limits> = Self::EVENTS.event("closed-all", 2);
    /// Event 3, `reset`, sent to [`EVENTS`](Self::EVENTS). Carries no attributes.
    pub const RESET: ::genl::Event<()> = Self::EVENTS.event("reset", 3);
    /// The description of the family, as data.
    pub const DESCRIPTION: &'static ::genl::description::Family = &::genl::description::Family::new(
        Self::FAMILY,
        ::genl::description::RustType::of::<Self>(),
        "Multipath TCP path manager.",
        &[(&Self::EVENTS).describe("Connection events.").renamed("EVENTS")],
        &[
            (&Self::ADD_ADDR).describe("Adds an endpoint."),
            (&Self::DUMP_ADDRS).describe("Every endpoint."),
            (&Self::MOVE).describe(""),
        ],
        &[
            (&Self::CREATED).describe("A new connection exists."),
            #[cfg(feature = "closed")]
            (&Self::CLOSED).describe("").notify("move").renamed("Closed"),
            (&Self::RESET).describe(""),
        ],
    );
}
/// An event of `mptcp_pm`, received by [`listen`](MptcpPm::listen).
#[derive(::core::clone::Clone, ::core::fmt::Debug, ::core::cmp::PartialEq)]
#[allow(dead_code, clippy::derive_partial_eq_without_eq)]
pub enum MptcpPmEvent {
    /// A new connection exists.
    #[cfg_attr(
        doc,
        doc = "\n\nEvent 1, `created`, sent to [`EVENTS`](MptcpPm::EVENTS)."
    )]
    Created(ConnectionEvent),
    #[cfg(feature = "closed")]
    /// Event 2, `closed-all`, sent to [`EVENTS`](MptcpPm::EVENTS).
    Closed(Limits),
    /// Event 3, `reset`, sent to [`EVENTS`](MptcpPm::EVENTS).
    Reset,
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
            #[cfg(feature = "closed")]
            Self::Closed(..) => (2, "closed-all"),
            Self::Reset => (3, "reset"),
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
            #[cfg(feature = "closed")]
            2 => ::genl::codec::decode::<Limits, _>(__in, Self::Closed),
            3 => ::core::result::Result::Ok(Self::Reset),
            _ => {
                ::core::result::Result::Ok(
                    Self::Unknown(::genl::UnknownEvent::new(__command, __in)),
                )
            }
        }
    }
}
