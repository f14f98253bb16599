::core::compile_error! {
    "unknown word `dmup` in `#[op(..)]`\nhelp: a word with a similar name exists: `dump`"
}
/// The client of the family `pm`.
#[derive(::core::clone::Clone, ::core::fmt::Debug)]
#[allow(dead_code)]
struct Pm<C = ::genl::Client> {
    channel: C,
}
#[allow(dead_code, deprecated, unreachable_pub)]
impl Pm {
    /// Opens a netlink socket and looks up the family.
    ///
    /// # Errors
    ///
    /// Fails if the socket cannot be opened, or if the kernel does not have the family.
    fn connect() -> ::core::result::Result<Self, ::genl::Error> {
        ::genl::Client::connect(Self::FAMILY).map(Self::new)
    }
}
#[cfg_attr(
    doc,
    doc = "The operations. With a blocking [`Client`](::genl::Client), each operation returns a `Result` with its reply, or with the [`Replies`](::genl::Replies) of a dump. With an async client, it returns a future of that `Result`."
)]
#[allow(dead_code, deprecated, unreachable_pub)]
impl<C: ::genl::Channel> Pm<C> {
    /// Sends operation 1, [`FINE`](Pm::FINE). Returns `Result<Reply, Error>` with a blocking client.
    fn fine(&mut self, request: &Get) -> C::Reply<'_, Reply> {
        (&mut self.channel).call(&Pm::FINE, request)
    }
    /// Sends operation 2, [`WRONG`](Pm::WRONG). Returns `Result<Reply, Error>` with a blocking client.
    fn wrong(&mut self, request: &Get) -> C::Reply<'_, Reply> {
        (&mut self.channel).call(&Pm::WRONG, request)
    }
    /// Creates a client that sends its operations through `channel`.
    #[must_use]
    const fn new(channel: C) -> Self {
        Self { channel }
    }
    /// Returns the channel that the operations go through.
    #[must_use]
    const fn channel(&mut self) -> &mut C {
        &mut self.channel
    }
}
::genl::__async_clients!(Pm[]);
#[cfg_attr(
    doc,
    doc = "The family, its multicast groups, its operations and its events, as constants. [`Client::call`](::genl::Client::call) and [`Client::dump`](::genl::Client::dump) take an operation."
)]
#[allow(dead_code, deprecated, unreachable_pub)]
impl Pm {
    /// The name and the version of the family.
    const FAMILY: ::genl::Family = ::genl::Family::new("pm", 1);
    /// Operation 1, `fine`: a do that takes `Get` and returns `Reply`.
    const FINE: ::genl::Do<Get, Reply> = Self::FAMILY.op("fine", 1);
    /// Operation 2, `wrong`: a do that takes `Get` and returns `Reply`.
    const WRONG: ::genl::Do<Get, Reply> = Self::FAMILY.op("wrong", 2);
    /// The description of the family, as data.
    const DESCRIPTION: &'static ::genl::description::Family = &::genl::description::Family::new(
        Self::FAMILY,
        ::genl::description::RustType::of::<Self>(),
        "",
        &[],
        &[(&Self::FINE).describe(""), (&Self::WRONG).describe("")],
        &[],
    );
}
::core::compile_error! {
    "missing `#[op(..)]` or `#[event(..)]` on `unmarked`\nhelp: write `#[op(1)]` or `#[event(1, group = ..)]` above it, with the number of the command from the kernel's header"
}
::core::compile_error! {
    "operations are not declared `async`\nhelp: remove `async`; the same block serves blocking and async clients"
}
::core::compile_error! {
    "expected an attribute set, found a reference\nhelp: remove the `&`; the generated method borrows the request by itself"
}
::core::compile_error! {
    "operations and events do not take `self`\nhelp: write `fn unmarked(request: Set)` or `fn unmarked()`"
}
::core::compile_error! {
    "expected an attribute set\nhelp: write the name of a struct with `#[derive(AttributeSet)]`"
}
::core::compile_error! {
    "expected an attribute set, found an `Option`\nhelp: remove the `Option`; the fields of the set can be optional"
}
::core::compile_error! {
    "an event cannot have a reply type\nhelp: write the attribute set as the type of the parameter: `fn told(event: Reply);`"
}
/// The client of the family `pm`.
#[derive(::core::clone::Clone, ::core::fmt::Debug)]
#[allow(dead_code)]
struct Pm<C = ::genl::Client> {
    channel: C,
}
#[allow(dead_code, deprecated, unreachable_pub)]
impl Pm {
    /// Opens a netlink socket and looks up the family.
    ///
    /// # Errors
    ///
    /// Fails if the socket cannot be opened, or if the kernel does not have the family.
    fn connect() -> ::core::result::Result<Self, ::genl::Error> {
        ::genl::Client::connect(Self::FAMILY).map(Self::new)
    }
    /// Opens a netlink socket, joins `groups` and receives their events.
    ///
    /// # Errors
    ///
    /// Fails if the socket cannot be opened, if the kernel does not have the family or one
    /// of the groups, or if the caller lacks the permission to join one of them.
    fn listen(
        groups: &[::genl::MulticastGroup],
    ) -> ::core::result::Result<::genl::Listener<PmEvent>, ::genl::Error> {
        ::genl::Listener::connect(groups)
    }
}
#[cfg_attr(
    doc,
    doc = "The operations. With a blocking [`Client`](::genl::Client), each operation returns a `Result` with its reply, or with the [`Replies`](::genl::Replies) of a dump. With an async client, it returns a future of that `Result`."
)]
#[allow(dead_code, deprecated, unreachable_pub)]
impl<C: ::genl::Channel> Pm<C> {
    /// Sends operation 1, [`REFUSED`](Pm::REFUSED). Returns `Result<Option<Vec<Reply>>, Error>` with a blocking client.
    fn refused(&mut self, request: &Get<'_>) -> C::Reply<'_, Option<Vec<Reply>>> {
        (&mut self.channel).call(&Pm::REFUSED, request)
    }
    /// Sends operation 0, [`UNMARKED`](Pm::UNMARKED). Returns `Result<(), Error>` with a blocking client.
    fn unmarked(&mut self) -> C::Reply<'_, ()> {
        (&mut self.channel).call(&Pm::UNMARKED, &())
    }
    /// Creates a client that sends its operations through `channel`.
    #[must_use]
    const fn new(channel: C) -> Self {
        Self { channel }
    }
    /// Returns the channel that the operations go through.
    #[must_use]
    const fn channel(&mut self) -> &mut C {
        &mut self.channel
    }
}
::genl::__async_clients!(Pm[PmEvent]);
#[cfg_attr(
    doc,
    doc = "The family, its multicast groups, its operations and its events, as constants. [`Client::call`](::genl::Client::call) and [`Client::dump`](::genl::Client::dump) take an operation. [`listen`](Self::listen) takes multicast groups."
)]
#[allow(dead_code, deprecated, unreachable_pub)]
impl Pm {
    /// The name and the version of the family.
    const FAMILY: ::genl::Family = ::genl::Family::new("pm", 1);
    /// The multicast group `events`.
    const EVENTS: ::genl::MulticastGroup = Self::FAMILY.group("events");
    /// Operation 1, `refused`: a do that takes `Get<'_>` and returns `Option<Vec<Reply>>`.
    const REFUSED: ::genl::Do<Get<'static>, Option<Vec<Reply>>> = Self::FAMILY
        .op("refused", 1);
    /// Operation 0, `unmarked`: a do that takes no attributes and is acknowledged.
    const UNMARKED: ::genl::Do<(), ()> = Self::FAMILY.op("unmarked", 0);
    /// Event 2, `told`, sent to [`EVENTS`](Self::EVENTS). Carries `Told`.
    const TOLD: ::genl::Event<Told> = Self::EVENTS.event("told", 2);
    /// The description of the family, as data.
    const DESCRIPTION: &'static ::genl::description::Family = &::genl::description::Family::new(
        Self::FAMILY,
        ::genl::description::RustType::of::<Self>(),
        "",
        &[(&Self::EVENTS).describe("")],
        &[(&Self::REFUSED).describe(""), (&Self::UNMARKED).describe("")],
        &[(&Self::TOLD).describe("")],
    );
}
/// An event of `pm`, received by [`listen`](Pm::listen).
#[derive(::core::clone::Clone, ::core::fmt::Debug, ::core::cmp::PartialEq)]
#[allow(dead_code, clippy::derive_partial_eq_without_eq)]
enum PmEvent {
    /// Event 2, `told`, sent to [`EVENTS`](Pm::EVENTS).
    Told(Told),
    /// An event that the family does not describe, as it was received.
    Unknown(::genl::UnknownEvent),
}
#[allow(dead_code, deprecated)]
impl PmEvent {
    /// Returns the command of the event: its number in the family.
    #[must_use]
    const fn command(&self) -> u8 {
        self.__genl_known().0
    }
    /// Returns the name of the event in the family, or `unknown` for [`Unknown`](Self::Unknown).
    #[must_use]
    const fn name(&self) -> &'static str {
        self.__genl_known().1
    }
    const fn __genl_known(&self) -> (u8, &'static str) {
        match self {
            Self::Told(..) => (2, "told"),
            Self::Unknown(__event) => (__event.command, "unknown"),
        }
    }
}
#[automatically_derived]
impl ::genl::OwnedEvents for PmEvent {}
#[automatically_derived]
#[allow(deprecated, unreachable_patterns)]
impl ::genl::Events for PmEvent {
    type View<'a> = PmEvent;
    const DESCRIPTION: &'static ::genl::description::Family = Pm::DESCRIPTION;
    const NAMES: &'static [(u8, &'static str)] = &Self::DESCRIPTION
        .names::<{ Pm::DESCRIPTION.events.len() }>();
    #[inline]
    fn decode(__command: u8, __in: ::genl::Attributes<'_>) -> ::genl::Decoded<PmEvent> {
        match __command {
            2 => ::genl::codec::decode::<Told, _>(__in, Self::Told),
            _ => {
                ::core::result::Result::Ok(
                    Self::Unknown(::genl::UnknownEvent::new(__command, __in)),
                )
            }
        }
    }
}
