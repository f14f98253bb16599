/// Multipath TCP path manager.
#[derive(::core::clone::Clone, ::core::fmt::Debug)]
#[allow(dead_code)]
pub struct MptcpPm<__C = ::genl::Client> {
    channel: __C,
}
#[automatically_derived]
#[allow(dead_code, deprecated)]
impl MptcpPm<()> {
    /// The family: its name and its version.
    pub const FAMILY: ::genl::Family = ::genl::Family::new("mptcp_pm", 1);
    /// Connection events.
    ///
    /// The multicast group `mptcp_pm_events`.
    pub const EVENTS: ::genl::MulticastGroup = ::genl::MulticastGroup::new(
        Self::FAMILY,
        "mptcp_pm_events",
    );
    /// Adds an endpoint.
    ///
    /// Operation 1 (`add-addr`), a do; needs `CAP_NET_ADMIN` in the user namespace of the network namespace.
    pub const ADD_ADDR: ::genl::Do<AddAddr, ()> = ::genl::Do::new(
            Self::FAMILY,
            "add-addr",
            1,
        )
        .uns_admin_perm();
    /// Every endpoint.
    ///
    /// Operation 3 (`dump-addrs`), a dump, answered by 4.
    pub const DUMP_ADDRS: ::genl::Dump<DumpAddrs, EndpointReply> = ::genl::Dump::new(
            Self::FAMILY,
            "dump-addrs",
            3,
        )
        .reply(4)
        .lax();
    #[deprecated]
    /// Operation 6 (`move`), a do; needs `CAP_NET_ADMIN`.
    pub const MOVE: ::genl::Do<(), Limits> = ::genl::Do::new(Self::FAMILY, "move", 6)
        .admin_perm();
    /// A new connection exists.
    ///
    /// Event 1 (`created`), sent to [`EVENTS`](Self::EVENTS).
    pub const CREATED: ::genl::Event<ConnectionEvent> = ::genl::Event::new(
            Self::FAMILY,
            "created",
            1,
        )
        .group(Self::EVENTS);
    #[cfg(feature = "closed")]
    /// Event 2 (`closed-all`), sent to [`EVENTS`](Self::EVENTS).
    pub const CLOSED: ::genl::Event<Limits> = ::genl::Event::new(
            Self::FAMILY,
            "closed-all",
            2,
        )
        .group(Self::EVENTS);
    /// Event 3 (`reset`), sent to [`EVENTS`](Self::EVENTS).
    pub const RESET: ::genl::Event<()> = ::genl::Event::new(Self::FAMILY, "reset", 3)
        .group(Self::EVENTS);
    /// What the family is, as data.
    pub const DESCRIPTION: &'static ::genl::description::Family = &::genl::description::Family::new(
        Self::FAMILY,
        "Multipath TCP path manager.",
        &[(&Self::EVENTS).describe("Connection events.")],
        &[
            (&Self::ADD_ADDR).describe("Adds an endpoint."),
            (&Self::DUMP_ADDRS).describe("Every endpoint."),
            (&Self::MOVE).describe(""),
        ],
        &[
            (&Self::CREATED).describe("A new connection exists."),
            #[cfg(feature = "closed")]
            (&Self::CLOSED).describe(""),
            (&Self::RESET).describe(""),
        ],
    );
}
#[automatically_derived]
#[allow(dead_code, deprecated)]
impl MptcpPm<::genl::Client> {
    /// Opens a netlink socket and asks the kernel for the family.
    ///
    /// # Errors
    ///
    /// If the socket cannot be opened, or the kernel does not have the family.
    pub fn connect() -> ::core::result::Result<Self, ::genl::Error> {
        ::core::result::Result::map(
            ::genl::Client::connect(MptcpPm::<()>::FAMILY),
            Self::new,
        )
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
#[automatically_derived]
#[allow(dead_code, deprecated)]
impl<__C> MptcpPm<__C> {
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
    /// Gives the channel back.
    #[must_use]
    pub fn into_channel(self) -> __C {
        self.channel
    }
}
#[automatically_derived]
#[allow(dead_code, deprecated)]
impl<__C: ::genl::Channel> MptcpPm<__C> {
    /// Adds an endpoint.
    pub fn add_addr<'__genl>(
        &'__genl mut self,
        request: &AddAddr,
    ) -> __C::Reply<'__genl, ()> {
        ::genl::Channel::call::<
            AddAddr,
            (),
        >(&mut self.channel, &MptcpPm::<()>::ADD_ADDR, request)
    }
    /// Every endpoint.
    pub fn dump_addrs<'__genl>(
        &'__genl mut self,
        request: &DumpAddrs,
    ) -> __C::Dump<'__genl, EndpointReply> {
        ::genl::Channel::dump::<
            DumpAddrs,
            EndpointReply,
        >(&mut self.channel, &MptcpPm::<()>::DUMP_ADDRS, request)
    }
    #[deprecated]
    /// Sends `move`.
    pub fn r#move<'__genl>(&'__genl mut self) -> __C::Reply<'__genl, Limits> {
        ::genl::Channel::call::<(), Limits>(&mut self.channel, &MptcpPm::<()>::MOVE, &())
    }
}
/// An event of `mptcp_pm`.
#[derive(::core::clone::Clone, ::core::fmt::Debug, ::core::cmp::PartialEq)]
#[allow(dead_code)]
#[non_exhaustive]
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
#[automatically_derived]
#[allow(deprecated, unreachable_patterns)]
impl ::genl::Events for MptcpPmEvent {
    type View<'__genl> = MptcpPmEvent;
    const FAMILY: ::genl::Family = MptcpPm::<()>::FAMILY;
    fn name(__genl_command: u8) -> &'static str {
        match __genl_command {
            1 => "created",
            #[cfg(feature = "closed")]
            2 => "closed-all",
            3 => "reset",
            _ => "unknown",
        }
    }
    fn decode<'__genl>(
        __genl_command: u8,
        __genl_attributes: ::genl::Attributes<'__genl>,
    ) -> ::core::result::Result<MptcpPmEvent, ::genl::DecodeError> {
        ::core::result::Result::Ok(
            match __genl_command {
                1 => {
                    MptcpPmEvent::Created(
                        (&MptcpPm::<()>::CREATED).decode(__genl_attributes)?,
                    )
                }
                #[cfg(feature = "closed")]
                2 => {
                    MptcpPmEvent::Closed(
                        (&MptcpPm::<()>::CLOSED).decode(__genl_attributes)?,
                    )
                }
                3 => MptcpPmEvent::Reset,
                _ => {
                    MptcpPmEvent::Unknown(
                        ::genl::UnknownEvent::new(__genl_command, __genl_attributes),
                    )
                }
            },
        )
    }
}
