/// The client of the family `net dev`.
#[derive(::core::clone::Clone, ::core::fmt::Debug)]
#[allow(dead_code)]
pub(crate) struct NetDev<C = crate::Client> {
    channel: C,
}
#[allow(dead_code, deprecated, unreachable_pub)]
impl NetDev {
    /// Opens a netlink socket and looks up the family.
    ///
    /// # Errors
    ///
    /// Fails if the socket cannot be opened, or if the kernel does not have the family.
    pub(crate) fn connect() -> ::core::result::Result<Self, crate::Error> {
        crate::Client::connect(Self::FAMILY).map(Self::new)
    }
    /// Opens a netlink socket, joins `groups` and receives their events.
    ///
    /// # Errors
    ///
    /// Fails if the socket cannot be opened, if the kernel does not have the family or one
    /// of the groups, or if the caller lacks the permission to join one of them.
    pub(crate) fn listen(
        groups: &[crate::MulticastGroup],
    ) -> ::core::result::Result<crate::Listener<NetDevEvent<'static>>, crate::Error> {
        crate::Listener::connect(groups)
    }
}
#[cfg_attr(
    doc,
    doc = "The operations. With a blocking [`Client`](crate::Client), each operation returns a `Result` with its reply, or with the [`Replies`](crate::Replies) of a dump. With an async client, it returns a future of that `Result`."
)]
#[allow(dead_code, deprecated, unreachable_pub)]
impl<C: crate::Channel> NetDev<C> {
    /// Sends operation 1, [`GET`](NetDev::GET). Returns `Result<Dev<'_>, Error>` with a blocking client.
    pub(crate) fn get(&mut self, request: &Name<'_>) -> C::Reply<'_, Dev<'static>> {
        (&mut self.channel).call(&NetDev::GET, request)
    }
    /// Creates a client that sends its operations through `channel`.
    #[must_use]
    pub(crate) const fn new(channel: C) -> Self {
        Self { channel }
    }
    /// Returns the channel that the operations go through.
    #[must_use]
    pub(crate) const fn channel(&mut self) -> &mut C {
        &mut self.channel
    }
}
crate::__async_clients!(pub (crate) NetDev[NetDevEvent < 'static >]);
#[cfg_attr(
    doc,
    doc = "The family, its multicast groups, its operations and its events, as constants. [`Client::call`](crate::Client::call) and [`Client::dump`](crate::Client::dump) take an operation. [`listen`](Self::listen) takes multicast groups."
)]
#[allow(dead_code, deprecated, unreachable_pub)]
impl NetDev {
    /// The name and the version of the family.
    pub(crate) const FAMILY: crate::Family = crate::Family::new("net dev", 0);
    /// The multicast group `mgmt`.
    pub(crate) const MGMT: crate::MulticastGroup = Self::FAMILY.group("mgmt");
    /// Operation 1, `get`: a do that takes `Name<'_>` and returns `Dev<'_>`.
    pub(crate) const GET: crate::Do<Name<'static>, Dev<'static>> = Self::FAMILY
        .op("get", 1);
    /// Event 2, `changed`, sent to [`MGMT`](Self::MGMT). Carries `Dev<'_>`.
    pub(crate) const CHANGED: crate::Event<Dev<'static>> = Self::MGMT
        .event("changed", 2);
    /// The description of the family, as data.
    pub(crate) const DESCRIPTION: &'static crate::description::Family = &crate::description::Family::new(
        Self::FAMILY,
        crate::description::RustType::of::<Self>(),
        "",
        &[(&Self::MGMT).describe("")],
        &[(&Self::GET).describe("")],
        &[(&Self::CHANGED).describe("").notify("get")],
    );
}
/// An event of `net dev`, received by [`listen`](NetDev::listen).
#[derive(::core::clone::Clone, ::core::fmt::Debug, ::core::cmp::PartialEq)]
#[allow(dead_code, clippy::derive_partial_eq_without_eq)]
pub(crate) enum NetDevEvent<'a> {
    /// Event 2, `changed`, sent to [`MGMT`](NetDev::MGMT).
    Changed(Dev<'a>),
    /// An event that the family does not describe, as it was received.
    Unknown(crate::UnknownEvent),
}
#[allow(dead_code, deprecated)]
impl NetDevEvent<'_> {
    /// Returns the command of the event: its number in the family.
    #[must_use]
    pub(crate) const fn command(&self) -> u8 {
        self.__genl_known().0
    }
    /// Returns the name of the event in the family, or `unknown` for [`Unknown`](Self::Unknown).
    #[must_use]
    pub(crate) const fn name(&self) -> &'static str {
        self.__genl_known().1
    }
    const fn __genl_known(&self) -> (u8, &'static str) {
        match self {
            Self::Changed(..) => (2, "changed"),
            Self::Unknown(__event) => (__event.command, "unknown"),
        }
    }
}
#[automatically_derived]
#[allow(deprecated, unreachable_patterns)]
impl<'a> crate::Events for NetDevEvent<'a> {
    type View<'__genl> = NetDevEvent<'__genl>;
    const DESCRIPTION: &'static crate::description::Family = NetDev::DESCRIPTION;
    const NAMES: &'static [(u8, &'static str)] = &Self::DESCRIPTION
        .names::<{ NetDev::DESCRIPTION.events.len() }>();
    #[inline]
    fn decode(
        __command: u8,
        __in: crate::Attributes<'_>,
    ) -> crate::Decoded<NetDevEvent<'_>> {
        match __command {
            2 => crate::codec::decode::<Dev<'_>, _>(__in, NetDevEvent::Changed),
            _ => {
                ::core::result::Result::Ok(
                    NetDevEvent::Unknown(crate::UnknownEvent::new(__command, __in)),
                )
            }
        }
    }
}
