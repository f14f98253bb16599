::genl::__without_zerocopy! {
    ::core::compile_error! {
    "`header` needs the feature `zerocopy` of genl\nhelp: write `genl = { version = \"..\", features = [\"zerocopy\"] }` in Cargo.toml"
    }
}
#[derive(::core::clone::Clone, ::core::fmt::Debug)]
#[allow(dead_code)]
pub struct OvsFlow<__C = ::genl::Client> {
    channel: __C,
}
#[allow(dead_code, deprecated, unreachable_pub)]
impl OvsFlow<()> {
    /// The family: its name and its version.
    pub const FAMILY: ::genl::Family = ::genl::Family::new("ovs flow", 0);
    /// The multicast group `ovs_flow`.
    pub const FLOW: ::genl::MulticastGroup = Self::FAMILY.group("ovs_flow");
    /// Operation 1 (`get`), a do: takes `::genl::WithHeader<OvsHeader, Get<'_>>`, answered by `::genl::WithHeader<OvsHeader, Flow>`.
    pub const GET: ::genl::Do<
        ::genl::WithHeader<OvsHeader, Get<'static>>,
        ::genl::WithHeader<OvsHeader, Flow>,
    > = Self::FAMILY.op("get", 1);
    /// Operation 1 (`list`), a dump: takes `::genl::WithHeader<OvsHeader, ()>`, answered by `::genl::WithHeader<OvsHeader, Flow>`.
    pub const LIST: ::genl::Dump<
        ::genl::WithHeader<OvsHeader, ()>,
        ::genl::WithHeader<OvsHeader, Flow>,
    > = Self::FAMILY.dump("list", 1);
    /// Operation 4 (`several`), a do with several replies: takes `::genl::WithHeader<OvsHeader, Flow>`, answered by `::genl::WithHeader<OvsHeader, Flow>` (command 5).
    pub const SEVERAL: ::genl::Dump<
        ::genl::WithHeader<OvsHeader, Flow>,
        ::genl::WithHeader<OvsHeader, Flow>,
    > = Self::FAMILY.dump("several", 4).multi().reply(5);
    /// Operation 2 (`flush`), a do: takes `::genl::WithHeader<OvsHeader, ()>`, answered by an acknowledgement alone.
    pub const FLUSH: ::genl::Do<::genl::WithHeader<OvsHeader, ()>, ()> = Self::FAMILY
        .op("flush", 2);
    /// Event 1 (`changed`), sent to [`FLOW`](Self::FLOW): `::genl::WithHeader<OvsHeader, Flow>`.
    pub const CHANGED: ::genl::Event<::genl::WithHeader<OvsHeader, Flow>> = Self::FLOW
        .event("changed", 1);
    /// Event 3 (`missed`), sent to one socket: `::genl::WithHeader<OvsHeader, Flow>`.
    pub const MISSED: ::genl::Event<::genl::WithHeader<OvsHeader, Flow>> = Self::FAMILY
        .event("missed", 3);
    /// Event 2 (`flushed`), sent to [`FLOW`](Self::FLOW): `::genl::WithHeader<OvsHeader, ()>`.
    pub const FLUSHED: ::genl::Event<::genl::WithHeader<OvsHeader, ()>> = Self::FLOW
        .event("flushed", 2);
    /// What the family is, as data.
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
#[allow(dead_code, deprecated, unreachable_pub)]
impl OvsFlow<::genl::Client> {
    /// Opens a netlink socket and asks the kernel for the family.
    ///
    /// # Errors
    ///
    /// If the socket cannot be opened, or the kernel does not have the family.
    pub fn connect() -> ::core::result::Result<Self, ::genl::Error> {
        ::genl::Client::connect(OvsFlow::FAMILY).map(Self::new)
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
#[allow(dead_code, deprecated, unreachable_pub)]
impl<__C: ::genl::Channel> OvsFlow<__C> {
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
    /// Operation 1: [`GET`](OvsFlow::GET).
    pub fn get(
        &mut self,
        request: &::genl::WithHeader<OvsHeader, Get<'_>>,
    ) -> __C::Reply<'_, ::genl::WithHeader<OvsHeader, Flow>> {
        (&mut self.channel).call(&OvsFlow::GET, request)
    }
    /// Operation 1: [`LIST`](OvsFlow::LIST).
    pub fn list(
        &mut self,
        request: &::genl::WithHeader<OvsHeader, ()>,
    ) -> __C::Dump<'_, ::genl::WithHeader<OvsHeader, Flow>> {
        (&mut self.channel).dump(&OvsFlow::LIST, request)
    }
    /// Operation 4: [`SEVERAL`](OvsFlow::SEVERAL).
    pub fn several(
        &mut self,
        request: &::genl::WithHeader<OvsHeader, Flow>,
    ) -> __C::Dump<'_, ::genl::WithHeader<OvsHeader, Flow>> {
        (&mut self.channel).dump(&OvsFlow::SEVERAL, request)
    }
    /// Operation 2: [`FLUSH`](OvsFlow::FLUSH).
    pub fn flush(
        &mut self,
        request: &::genl::WithHeader<OvsHeader, ()>,
    ) -> __C::Reply<'_, ()> {
        (&mut self.channel).call(&OvsFlow::FLUSH, request)
    }
}
::genl::__async_clients!(pub OvsFlow[OvsFlowEvent]);
/// An event of `ovs flow`.
#[derive(::core::clone::Clone, ::core::fmt::Debug, ::core::cmp::PartialEq)]
#[allow(dead_code, clippy::derive_partial_eq_without_eq)]
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
    type View<'__genl> = OvsFlowEvent;
    const DESCRIPTION: &'static ::genl::description::Family = OvsFlow::DESCRIPTION;
    const NAMES: &'static [(u8, &'static str)] = &Self::DESCRIPTION
        .names::<{ OvsFlow::DESCRIPTION.events.len() }>();
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
