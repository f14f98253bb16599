/// Multipath TCP path manager.
#[derive(::core::clone::Clone, ::core::fmt::Debug)]
#[allow(dead_code)]
pub struct MptcpPm<__C = ::genl::Client> {
    channel: __C,
}
#[allow(dead_code, deprecated, unreachable_pub)]
impl MptcpPm<()> {
    /// The family: its name and its version.
    pub const FAMILY: ::genl::Family = ::genl::Family::new("mptcp_pm", 1);
    /// Connection events.
    #[cfg_attr(doc, doc = "\n\nThe multicast group `mptcp_pm_events`.")]
    pub const EVENTS: ::genl::MulticastGroup = Self::FAMILY.group("mptcp_pm_events");
    /// Operation 1 (`add-addr`), a do: takes `AddAddr`, answered by an acknowledgement alone. Needs `CAP_NET_ADMIN` in the user namespace of the network namespace.
    pub const ADD_ADDR: ::genl::Do<AddAddr, ()> = Self::FAMILY
        .op("add-addr", 1)
        .uns_admin_perm();
    /// Operation 3 (`dump-addrs`), a dump: takes `DumpAddrs`, answered by `EndpointReply` (command 4). Validated liberally.
    pub const DUMP_ADDRS: ::genl::Dump<DumpAddrs, EndpointReply> = Self::FAMILY
        .dump("dump-addrs", 3)
        .reply(4)
        .lax();
    #[deprecated]
    /// Operation 6 (`move`), a do: takes no attributes, answered by `Limits`. Needs `CAP_NET_ADMIN` in the initial user namespace.
    pub const MOVE: ::genl::Do<(), Limits> = Self::FAMILY.op("move", 6).admin_perm();
    /// Event 1 (`created`), sent to [`EVENTS`](Self::EVENTS): `ConnectionEvent`.
    pub const CREATED: ::genl::Event<ConnectionEvent> = Self::EVENTS.event("created", 1);
    #[cfg(feature = "closed")]
    /// Event 2 (`closed-all`), sent to [`EVENTS`](Self::EVENTS): `Limits`.
    pub const CLOSED: ::genl::Event<Limits> = Self::EVENTS.event("closed-all", 2);
    /// Event 3 (`reset`), sent to [`EVENTS`](Self::EVENTS): no attributes.
    pub const RESET: ::genl::Event<()> = Self::EVENTS.event("reset", 3);
    /// What the family is, as data.
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
#[allow(dead_code, deprecated, unreachable_pub)]
impl MptcpPm<::genl::Client> {
    /// Opens a netlink socket and asks the kernel for the family.
    ///
    /// # Errors
    ///
    /// If the socket cannot be opened, or the kernel does not have the family.
    pub fn connect() -> ::core::result::Result<Self, ::genl::Error> {
        ::genl::Client::connect(MptcpPm::FAMILY).map(Self::new)
    }
    /// Joins `groups` on a socket of its own, and receives what is sent to them.
    ///
    /// # Errors
    ///
    /// If the socket cannot be opened, the kernel does not have the family or one of the
    /// groups, or the caller may not join them.
    pub fn listen(
        groups: &[::genl::MulticastGroup],
    ) -> ::core::result::Result<::genl::Listener<MptcpPmEvent>, ::genl::Error> {
        ::genl::Listener::connect(groups)
    }
}
#[allow(dead_code, deprecated, unreachable_pub)]
impl<__C: ::genl::Channel> MptcpPm<__C> {
    /// A client over `channel`.
    #[must_use]
    pub const fn new(channel: __C) -> Self {
        Self { channel }
    }
    /// The channel that the operations go through.
    #[must_use]
    pub const fn channel(&mut self) -> &mut __C {
        &mut self.channel
    }
    /// Adds an endpoint.
    #[cfg_attr(doc, doc = "\n\nOperation 1: [`ADD_ADDR`](MptcpPm::ADD_ADDR).")]
    pub fn add_addr(&mut self, request: &AddAddr) -> __C::Reply<'_, ()> {
        (&mut self.channel).call(&MptcpPm::ADD_ADDR, request)
    }
    /// Every endpoint.
    #[cfg_attr(doc, doc = "\n\nOperation 3: [`DUMP_ADDRS`](MptcpPm::DUMP_ADDRS).")]
    pub fn dump_addrs(&mut self, request: &DumpAddrs) -> __C::Dump<'_, EndpointReply> {
        (&mut self.channel).dump(&MptcpPm::DUMP_ADDRS, request)
    }
    #[deprecated]
    /// Operation 6: [`MOVE`](MptcpPm::MOVE).
    pub fn r#move(&mut self) -> __C::Reply<'_, Limits> {
        (&mut self.channel).call(&MptcpPm::MOVE, &())
    }
}
::genl::__async_clients!(pub MptcpPm[MptcpPmEvent]);
/// An event of `mptcp_pm`.
#[derive(::core::clone::Clone, ::core::fmt::Debug, ::core::cmp::PartialEq)]
#[allow(dead_code, clippy::derive_partial_eq_without_eq)]
pub enum MptcpPmEvent {
    /// A new connection exists.
    Created(ConnectionEvent),
    #[cfg(feature = "closed")]
    /// `closed-all`.
    Closed(Limits),
    /// `reset`.
    Reset,
    /// An event that this description does not know, as it came.
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
    type View<'__genl> = MptcpPmEvent;
    const DESCRIPTION: &'static ::genl::description::Family = MptcpPm::DESCRIPTION;
    const NAMES: &'static [(u8, &'static str)] = &Self::DESCRIPTION
        .names::<{ MptcpPm::DESCRIPTION.events.len() }>();
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
