#[derive(::core::clone::Clone, ::core::fmt::Debug)]
#[allow(dead_code)]
pub struct OvsFlow<__C = ::genl::Client> {
    channel: __C,
}
#[automatically_derived]
#[allow(dead_code, deprecated)]
impl OvsFlow<()> {
    /// The family: its name and its version.
    pub const FAMILY: ::genl::Family = ::genl::Family::new("ovs flow", 0);
    /// The multicast group `ovs_flow`.
    pub const FLOW: ::genl::MulticastGroup = ::genl::MulticastGroup::new(
        Self::FAMILY,
        "ovs_flow",
    );
    /// Operation 1 (`get`), a do.
    pub const GET: ::genl::Do<
        ::genl::WithHeader<OvsHeader, Get<'static>>,
        ::genl::WithHeader<OvsHeader, Flow>,
    > = ::genl::Do::new(Self::FAMILY, "get", 1);
    /// Operation 1 (`list`), a dump.
    pub const LIST: ::genl::Dump<
        ::genl::WithHeader<OvsHeader, ()>,
        ::genl::WithHeader<OvsHeader, Flow>,
    > = ::genl::Dump::new(Self::FAMILY, "list", 1);
    /// Operation 4 (`several`), a do with several replies, answered by 5.
    pub const SEVERAL: ::genl::Dump<
        ::genl::WithHeader<OvsHeader, Flow>,
        ::genl::WithHeader<OvsHeader, Flow>,
    > = ::genl::Dump::new(Self::FAMILY, "several", 4).multi().reply(5);
    /// Operation 2 (`flush`), a do.
    pub const FLUSH: ::genl::Do<::genl::WithHeader<OvsHeader, ()>, ()> = ::genl::Do::new(
        Self::FAMILY,
        "flush",
        2,
    );
    /// Event 1 (`changed`), sent to [`FLOW`](Self::FLOW).
    pub const CHANGED: ::genl::Event<::genl::WithHeader<OvsHeader, Flow>> = ::genl::Event::new(
            Self::FAMILY,
            "changed",
            1,
        )
        .group(Self::FLOW);
    /// Event 3 (`missed`).
    pub const MISSED: ::genl::Event<::genl::WithHeader<OvsHeader, Flow>> = ::genl::Event::new(
        Self::FAMILY,
        "missed",
        3,
    );
    /// Event 2 (`flushed`), sent to [`FLOW`](Self::FLOW).
    pub const FLUSHED: ::genl::Event<::genl::WithHeader<OvsHeader, ()>> = ::genl::Event::new(
            Self::FAMILY,
            "flushed",
            2,
        )
        .group(Self::FLOW);
    /// What the family is, as data.
    pub const DESCRIPTION: &'static ::genl::description::Family = &::genl::description::Family::new(
        Self::FAMILY,
        "",
        &[(&Self::FLOW).describe("")],
        &[
            (&Self::GET).describe(""),
            (&Self::LIST).describe(""),
            (&Self::SEVERAL).describe(""),
            (&Self::FLUSH).describe(""),
        ],
        &[
            (&Self::CHANGED).describe(""),
            (&Self::MISSED).describe(""),
            (&Self::FLUSHED).describe(""),
        ],
    );
}
#[automatically_derived]
#[allow(dead_code, deprecated)]
impl OvsFlow<::genl::Client> {
    /// Opens a netlink socket and asks the kernel for the family.
    ///
    /// # Errors
    ///
    /// If the socket cannot be opened, or the kernel does not have the family.
    pub fn connect() -> ::core::result::Result<Self, ::genl::Error> {
        ::core::result::Result::map(
            ::genl::Client::connect(OvsFlow::<()>::FAMILY),
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
    ) -> ::core::result::Result<::genl::Listener<OvsFlowEvent>, ::genl::Error> {
        ::genl::Listener::connect(groups)
    }
}
#[automatically_derived]
#[allow(dead_code, deprecated)]
impl<__C> OvsFlow<__C> {
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
impl<__C: ::genl::Channel> OvsFlow<__C> {
    /// Sends `get`.
    pub fn get<'__genl>(
        &'__genl mut self,
        request: &::genl::WithHeader<OvsHeader, Get<'_>>,
    ) -> __C::Reply<'__genl, ::genl::WithHeader<OvsHeader, Flow>> {
        ::genl::Channel::call::<
            ::genl::WithHeader<OvsHeader, Get<'_>>,
            ::genl::WithHeader<OvsHeader, Flow>,
        >(&mut self.channel, &OvsFlow::<()>::GET, request)
    }
    /// Sends `list`.
    pub fn list<'__genl>(
        &'__genl mut self,
        request: &::genl::WithHeader<OvsHeader, ()>,
    ) -> __C::Dump<'__genl, ::genl::WithHeader<OvsHeader, Flow>> {
        ::genl::Channel::dump::<
            ::genl::WithHeader<OvsHeader, ()>,
            ::genl::WithHeader<OvsHeader, Flow>,
        >(&mut self.channel, &OvsFlow::<()>::LIST, request)
    }
    /// Sends `several`.
    pub fn several<'__genl>(
        &'__genl mut self,
        request: &::genl::WithHeader<OvsHeader, Flow>,
    ) -> __C::Dump<'__genl, ::genl::WithHeader<OvsHeader, Flow>> {
        ::genl::Channel::dump::<
            ::genl::WithHeader<OvsHeader, Flow>,
            ::genl::WithHeader<OvsHeader, Flow>,
        >(&mut self.channel, &OvsFlow::<()>::SEVERAL, request)
    }
    /// Sends `flush`.
    pub fn flush<'__genl>(
        &'__genl mut self,
        request: &::genl::WithHeader<OvsHeader, ()>,
    ) -> __C::Reply<'__genl, ()> {
        ::genl::Channel::call::<
            ::genl::WithHeader<OvsHeader, ()>,
            (),
        >(&mut self.channel, &OvsFlow::<()>::FLUSH, request)
    }
}
/// An event of `ovs flow`.
#[derive(::core::clone::Clone, ::core::fmt::Debug, ::core::cmp::PartialEq)]
#[allow(dead_code)]
#[non_exhaustive]
pub enum OvsFlowEvent {
    /// `changed`.
    Changed(::genl::WithHeader<OvsHeader, Flow>),
    /// `missed`.
    Missed(::genl::WithHeader<OvsHeader, Flow>),
    /// `flushed`.
    Flushed(::genl::WithHeader<OvsHeader, ()>),
    /// An event that this description does not know, as it came.
    Unknown(::genl::UnknownEvent),
}
#[automatically_derived]
#[allow(deprecated, unreachable_patterns)]
impl ::genl::Events for OvsFlowEvent {
    type View<'__genl> = OvsFlowEvent;
    const FAMILY: ::genl::Family = OvsFlow::<()>::FAMILY;
    fn name(__genl_command: u8) -> &'static str {
        match __genl_command {
            1 => "changed",
            3 => "missed",
            2 => "flushed",
            _ => "unknown",
        }
    }
    fn decode<'__genl>(
        __genl_command: u8,
        __genl_attributes: ::genl::Attributes<'__genl>,
    ) -> ::core::result::Result<OvsFlowEvent, ::genl::DecodeError> {
        ::core::result::Result::Ok(
            match __genl_command {
                1 => {
                    OvsFlowEvent::Changed(
                        (&OvsFlow::<()>::CHANGED).decode(__genl_attributes)?,
                    )
                }
                3 => {
                    OvsFlowEvent::Missed(
                        (&OvsFlow::<()>::MISSED).decode(__genl_attributes)?,
                    )
                }
                2 => {
                    OvsFlowEvent::Flushed(
                        (&OvsFlow::<()>::FLUSHED).decode(__genl_attributes)?,
                    )
                }
                _ => {
                    OvsFlowEvent::Unknown(
                        ::genl::UnknownEvent::new(__genl_command, __genl_attributes),
                    )
                }
            },
        )
    }
}
