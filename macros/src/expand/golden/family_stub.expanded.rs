::core::compile_error! {
    "unknown word `dmup` in `#[op(..)]`\nhelp: a word with a similar name exists: `dump`"
}
#[derive(::core::clone::Clone, ::core::fmt::Debug)]
#[allow(dead_code)]
struct Pm<__C = ::genl::Client> {
    channel: __C,
}
#[allow(dead_code, deprecated, unreachable_pub)]
impl Pm<()> {
    /// The family: its name and its version.
    const FAMILY: ::genl::Family = ::genl::Family::new("pm", 1);
    /// Operation 1 (`fine`), a do: takes `Get`, answered by `Reply`.
    const FINE: ::genl::Do<Get, Reply> = Self::FAMILY.op("fine", 1);
    /// Operation 2 (`wrong`), a do: takes `Get`, answered by `Reply`.
    const WRONG: ::genl::Do<Get, Reply> = Self::FAMILY.op("wrong", 2);
    /// What the family is, as data.
    const DESCRIPTION: &'static ::genl::description::Family = &::genl::description::Family::new(
        Self::FAMILY,
        ::genl::description::RustType::of::<Self>(),
        "",
        &[],
        &[(&Self::FINE).describe(""), (&Self::WRONG).describe("")],
        &[],
    );
}
#[allow(dead_code, deprecated, unreachable_pub)]
impl Pm<::genl::Client> {
    /// Opens a netlink socket and asks the kernel for the family.
    ///
    /// # Errors
    ///
    /// If the socket cannot be opened, or the kernel does not have the family.
    fn connect() -> ::core::result::Result<Self, ::genl::Error> {
        ::genl::Client::connect(Pm::FAMILY).map(Self::new)
    }
}
#[allow(dead_code, deprecated, unreachable_pub)]
impl<__C: ::genl::Channel> Pm<__C> {
    /// A client over `channel`.
    #[must_use]
    const fn new(channel: __C) -> Self {
        Self { channel }
    }
    /// The channel that the operations go through.
    #[must_use]
    const fn channel(&mut self) -> &mut __C {
        &mut self.channel
    }
    /// Operation 1: [`FINE`](Pm::FINE).
    fn fine(&mut self, request: &Get) -> __C::Reply<'_, Reply> {
        (&mut self.channel).call(&Pm::FINE, request)
    }
    /// Operation 2: [`WRONG`](Pm::WRONG).
    fn wrong(&mut self, request: &Get) -> __C::Reply<'_, Reply> {
        (&mut self.channel).call(&Pm::WRONG, request)
    }
}
::genl::__async_clients!(Pm[]);
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
#[derive(::core::clone::Clone, ::core::fmt::Debug)]
#[allow(dead_code)]
struct Pm<__C = ::genl::Client> {
    channel: __C,
}
#[allow(dead_code, deprecated, unreachable_pub)]
impl Pm<()> {
    /// The family: its name and its version.
    const FAMILY: ::genl::Family = ::genl::Family::new("pm", 1);
    /// The multicast group `events`.
    const EVENTS: ::genl::MulticastGroup = Self::FAMILY.group("events");
    /// Operation 1 (`refused`), a do: takes `Get<'_>`, answered by `Option<Vec<Reply>>`.
    const REFUSED: ::genl::Do<Get<'static>, Option<Vec<Reply>>> = Self::FAMILY
        .op("refused", 1);
    /// Operation 0 (`unmarked`), a do: takes no attributes, answered by an acknowledgement alone.
    const UNMARKED: ::genl::Do<(), ()> = Self::FAMILY.op("unmarked", 0);
    /// Event 2 (`told`), sent to [`EVENTS`](Self::EVENTS): `Told`.
    const TOLD: ::genl::Event<Told> = Self::EVENTS.event("told", 2);
    /// What the family is, as data.
    const DESCRIPTION: &'static ::genl::description::Family = &::genl::description::Family::new(
        Self::FAMILY,
        ::genl::description::RustType::of::<Self>(),
        "",
        &[(&Self::EVENTS).describe("")],
        &[(&Self::REFUSED).describe(""), (&Self::UNMARKED).describe("")],
        &[(&Self::TOLD).describe("")],
    );
}
#[allow(dead_code, deprecated, unreachable_pub)]
impl Pm<::genl::Client> {
    /// Opens a netlink socket and asks the kernel for the family.
    ///
    /// # Errors
    ///
    /// If the socket cannot be opened, or the kernel does not have the family.
    fn connect() -> ::core::result::Result<Self, ::genl::Error> {
        ::genl::Client::connect(Pm::FAMILY).map(Self::new)
    }
    /// Joins `groups` on a socket of its own, and receives what is sent to them.
    ///
    /// # Errors
    ///
    /// If the socket cannot be opened, the kernel does not have the family or one of the
    /// groups, or the caller may not join them.
    fn listen(
        groups: &[::genl::MulticastGroup],
    ) -> ::core::result::Result<::genl::Listener<PmEvent>, ::genl::Error> {
        ::genl::Listener::connect(groups)
    }
}
#[allow(dead_code, deprecated, unreachable_pub)]
impl<__C: ::genl::Channel> Pm<__C> {
    /// A client over `channel`.
    #[must_use]
    const fn new(channel: __C) -> Self {
        Self { channel }
    }
    /// The channel that the operations go through.
    #[must_use]
    const fn channel(&mut self) -> &mut __C {
        &mut self.channel
    }
    /// Operation 1: [`REFUSED`](Pm::REFUSED).
    fn refused(&mut self, request: &Get<'_>) -> __C::Reply<'_, Option<Vec<Reply>>> {
        (&mut self.channel).call(&Pm::REFUSED, request)
    }
    /// Operation 0: [`UNMARKED`](Pm::UNMARKED).
    fn unmarked(&mut self) -> __C::Reply<'_, ()> {
        (&mut self.channel).call(&Pm::UNMARKED, &())
    }
}
::genl::__async_clients!(Pm[PmEvent]);
/// An event of `pm`.
#[derive(::core::clone::Clone, ::core::fmt::Debug, ::core::cmp::PartialEq)]
#[allow(dead_code, clippy::derive_partial_eq_without_eq)]
enum PmEvent {
    /// `told`.
    Told(Told),
    /// An event that this description does not know, as it came.
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
    type View<'__genl> = PmEvent;
    const DESCRIPTION: &'static ::genl::description::Family = Pm::DESCRIPTION;
    const NAMES: &'static [(u8, &'static str)] = &Self::DESCRIPTION
        .names::<{ Pm::DESCRIPTION.events.len() }>();
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
