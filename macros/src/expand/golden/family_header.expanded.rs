::genl::__without_zerocopy! {
    ::core::compile_error! {
    "`header` needs the feature `zerocopy` of genl\nhelp: write `genl = { version = \"..\", features = [\"zerocopy\"] }` in Cargo.toml"
    }
}
/// The client of the family `ovs flow`.
#[derive(::core::clone::Clone, ::core::fmt::Debug)]
#[allow(dead_code)]
pub struct OvsFlow<C = ::genl::Client> {
    channel: C,
}
#[allow(dead_code, deprecated, unreachable_pub)]
impl OvsFlow {
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
    ) -> ::core::result::Result<::genl::Listener<OvsFlowEvent>, ::genl::Error> {
        ::genl::Listener::connect(groups)
    }
}
#[cfg_attr(
    doc,
    doc = "The operations. With a blocking [`Client`](::genl::Client), each operation returns a `Result` with its reply, or with the [`Replies`](::genl::Replies) of a dump. With an async client, it returns a future of that `Result`."
)]
#[allow(dead_code, deprecated, unreachable_pub)]
impl<C: ::genl::Channel> OvsFlow<C> {
    /// Sends operation 1, [`GET`](OvsFlow::GET). Returns `Result<WithHeader<OvsHeader, Flow>, Error>` with a blocking client.
    pub fn get(
        &mut self,
        request: &::genl::WithHeader<OvsHeader, Get<'_>>,
    ) -> C::Reply<'_, ::genl::WithHeader<OvsHeader, Flow>> {
        (&mut self.channel).call(&OvsFlow::GET, request)
    }
    /// Sends operation 1, [`LIST`](OvsFlow::LIST). Returns `Result<Replies<WithHeader<OvsHeader, Flow>>, Error>` with a blocking client.
    pub fn list(
        &mut self,
        request: &::genl::WithHeader<OvsHeader, ()>,
    ) -> C::Dump<'_, ::genl::WithHeader<OvsHeader, Flow>> {
        (&mut self.channel).dump(&OvsFlow::LIST, request)
    }
    /// Sends operation 4, [`SEVERAL`](OvsFlow::SEVERAL). Returns `Result<Replies<WithHeader<OvsHeader, Flow>>, Error>` with a blocking client.
    pub fn several(
        &mut self,
        request: &::genl::WithHeader<OvsHeader, Flow>,
    ) -> C::Dump<'_, ::genl::WithHeader<OvsHeader, Flow>> {
        (&mut self.channel).dump(&OvsFlow::SEVERAL, request)
    }
    /// Sends operation 2, [`FLUSH`](OvsFlow::FLUSH). Returns `Result<(), Error>` with a blocking client.
    pub fn flush(
        &mut self,
        request: &::genl::WithHeader<OvsHeader, ()>,
    ) -> C::Reply<'_, ()> {
        (&mut self.channel).call(&OvsFlow::FLUSH, request)
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
::genl::__async_clients!(pub OvsFlow[OvsFlowEvent]);
#[cfg_attr(
    doc,
    doc = "The family, its multicast groups, its operations and its events, as constants. [`Client::call`](::genl::Client::call) and [`Client::dump`](::genl::Client::dump) take an operation. [`listen`](Self::listen) takes multicast groups."
)]
#[allow(dead_code, deprecated, unreachable_pub)]
impl OvsFlow {
    /// The name and the version of the family.
    pub const FAMILY: ::genl::Family = ::genl::Family::new("ovs flow", 0);
    /// The multicast group `ovs_flow`.
    pub const FLOW: ::genl::MulticastGroup = Self::FAMILY.group("ovs_flow");
    /// Operation 1, `get`: a do that takes `WithHeader<OvsHeader, Get<'_>>` and returns `WithHeader<OvsHeader, Flow>`.
    pub const GET: ::genl::Do<
        ::genl::WithHeader<OvsHeader, Get<'static>>,
        ::genl::WithHeader<OvsHeader, Flow>,
    > = Self::FAMILY.op("get", 1);
    /// Operation 1, `list`: a dump that takes `WithHeader<OvsHeader, ()>` and returns any number of `WithHeader<OvsHeader, Flow>`.
    pub const LIST: ::genl::Dump<
        ::genl::WithHeader<OvsHeader, ()>,
        ::genl::WithHeader<OvsHeader, Flow>,
    > = Self::FAMILY.dump("list", 1);
    /// Operation 4, `several`: a do that takes `WithHeader<OvsHeader, Flow>` and returns several `WithHeader<OvsHeader, Flow>`. The reply has the command 5.
    pub const SEVERAL: ::genl::Dump<
        ::genl::WithHeader<OvsHeader, Flow>,
        ::genl::WithHeader<OvsHeader, Flow>,
    > = Self::FAMILY.dump("several", 4).multi().reply(5);
    /// Operation 2, `flush`: a do that takes `WithHeader<OvsHeader, ()>` and is acknowledged.
    pub const FLUSH: ::genl::Do<::genl::WithHeader<OvsHeader, ()>, ()> = Self::FAMILY
        .op("flush", 2);
    /// Event 1, `changed`, sent to [`FLOW`](Self::FLOW). Carries `WithHeader<OvsHeader, Flow>`.
    pub const CHANGED: ::genl::Event<::genl::WithHeader<OvsHeader, Flow>> = Self::FLOW
        .event("changed", 1);
    /// Event 3, `missed`, sent to a single socket. Carries `WithHeader<OvsHeader, Flow>`.
    pub const MISSED: ::genl::Event<::genl::WithHeader<OvsHeader, Flow>> = Self::FAMILY
        .event("missed", 3);
    /// Event 2, `flushed`, sent to [`FLOW`](Self::FLOW). Carries `WithHeader<OvsHeader, ()>`.
    pub const FLUSHED: ::genl::Event<::genl::WithHeader<OvsHeader, ()>> = Self::FLOW
        .event("flushed", 2);
    /// The description of the family, as data.
    pub const DESCRIPTION: &'static ::genl::description::Family = &::genl::description::Family::new(
        Self::FAMILY,
        ::genl::description::RustType::of::<Self>(),
        "",
        &[(&Self::FLOW).describe("").renamed("FLOW")],
        &[
            (&Self::GET).describe(""),
            (&Self::LIST).describe(""),
            (&Self::SEVERAL).describe(""),
            (&Self::FLUSH).describe(""),
        ],
        &[
            (&Self::CHANGED).describe("").notify("get"),
            (&Self::MISSED).describe(""),
            (&Self::FLUSHED).describe(""),
        ],
    );
}
/// An event of `ovs flow`, received by [`listen`](OvsFlow::listen).
#[derive(::core::clone::Clone, ::core::fmt::Debug, ::core::cmp::PartialEq)]
#[allow(dead_code, clippy::derive_partial_eq_without_eq)]
pub enum OvsFlowEvent {
    /// Event 1, `changed`, sent to [`FLOW`](OvsFlow::FLOW).
    Changed(::genl::WithHeader<OvsHeader, Flow>),
    /// Event 3, `missed`, sent to a single socket.
    Missed(::genl::WithHeader<OvsHeader, Flow>),
    /// Event 2, `flushed`, sent to [`FLOW`](OvsFlow::FLOW).
    Flushed(::genl::WithHeader<OvsHeader, ()>),
    /// An event that the family does not describe, as it was received.
    Unknown(::genl::UnknownEvent),
}
#[allow(dead_code, deprecated)]
impl OvsFlowEvent {
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
            Self::Changed(..) => (1, "changed"),
            Self::Missed(..) => (3, "missed"),
            Self::Flushed(..) => (2, "flushed"),
            Self::Unknown(__event) => (__event.command, "unknown"),
        }
    }
}
#[automatically_derived]
impl ::genl::OwnedEvents for OvsFlowEvent {}
#[automatically_derived]
#[allow(deprecated, unreachable_patterns)]
impl ::genl::Events for OvsFlowEvent {
    type View<'a> = OvsFlowEvent;
    const DESCRIPTION: &'static ::genl::description::Family = OvsFlow::DESCRIPTION;
    const NAMES: &'static [(u8, &'static str)] = &Self::DESCRIPTION
        .names::<{ OvsFlow::DESCRIPTION.events.len() }>();
    #[inline]
    fn decode(
        __command: u8,
        __in: ::genl::Attributes<'_>,
    ) -> ::genl::Decoded<OvsFlowEvent> {
        match __command {
            1 => {
                ::genl::codec::decode::<
                    ::genl::WithHeader<OvsHeader, Flow>,
                    _,
                >(__in, Self::Changed)
            }
            3 => {
                ::genl::codec::decode::<
                    ::genl::WithHeader<OvsHeader, Flow>,
                    _,
                >(__in, Self::Missed)
            }
            2 => {
                ::genl::codec::decode::<
                    ::genl::WithHeader<OvsHeader, ()>,
                    _,
                >(__in, Self::Flushed)
            }
            _ => {
                ::core::result::Result::Ok(
                    Self::Unknown(::genl::UnknownEvent::new(__command, __in)),
                )
            }
        }
    }
}
