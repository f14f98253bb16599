#[derive(::core::clone::Clone, ::core::fmt::Debug)]
#[allow(dead_code)]
pub(crate) struct NetDev<__C = crate::Client> {
    channel: __C,
}
#[allow(dead_code, deprecated, unreachable_pub)]
impl NetDev<()> {
    /// The family: its name and its version.
    pub(crate) const FAMILY: crate::Family = crate::Family::new("net dev", 0);
    /// The multicast group `mgmt`.
    pub(crate) const MGMT: crate::MulticastGroup = Self::FAMILY.group("mgmt");
    /// Operation 1 (`get`), a do: takes `Name<'_>`, answered by `Dev<'_>`.
    pub(crate) const GET: crate::Do<Name<'static>, Dev<'static>> = Self::FAMILY
        .op("get", 1);
    /// Event 2 (`changed`), sent to [`MGMT`](Self::MGMT): `Dev<'_>`.
    pub(crate) const CHANGED: crate::Event<Dev<'static>> = Self::MGMT
        .event("changed", 2);
    /// What the family is, as data.
    pub(crate) const DESCRIPTION: &'static crate::description::Family = &crate::description::Family::new(
        Self::FAMILY,
        crate::description::RustType::of::<Self>(),
        "",
        &[(&Self::MGMT).describe("")],
        &[(&Self::GET).describe("")],
        &[(&Self::CHANGED).describe("").notify("get")],
    );
}
#[allow(dead_code, deprecated, unreachable_pub)]
impl NetDev<crate::Client> {
    /// Opens a netlink socket and asks the kernel for the family.
    ///
    /// # Errors
    ///
    /// If the socket cannot be opened, or the kernel does not have the family.
    pub(crate) fn connect() -> ::core::result::Result<Self, crate::Error> {
        crate::Client::connect(NetDev::FAMILY).map(Self::new)
    }
    /// Joins `groups` on a socket of its own, and receives what is sent to them.
    ///
    /// # Errors
    ///
    /// If the socket cannot be opened, the kernel does not have the family or one of the
    /// groups, or the caller may not join them.
    pub(crate) fn listen(
        groups: &[crate::MulticastGroup],
    ) -> ::core::result::Result<crate::Listener<NetDevEvent<'static>>, crate::Error> {
        crate::Listener::connect(groups)
    }
}
#[allow(dead_code, deprecated, unreachable_pub)]
impl<__C: crate::Channel> NetDev<__C> {
    /// A client over `channel`.
    #[must_use]
    pub(crate) const fn new(channel: __C) -> Self {
        Self { channel }
    }
    /// The channel that the operations go through.
    #[must_use]
    pub(crate) const fn channel(&mut self) -> &mut __C {
        &mut self.channel
    }
    /// Operation 1: [`GET`](NetDev::GET).
    pub(crate) fn get(&mut self, request: &Name<'_>) -> __C::Reply<'_, Dev<'static>> {
        (&mut self.channel).call(&NetDev::GET, request)
    }
}
crate::__async_clients!(pub (crate) NetDev[NetDevEvent < 'static >]);
/// An event of `net dev`.
#[derive(::core::clone::Clone, ::core::fmt::Debug, ::core::cmp::PartialEq)]
#[allow(dead_code, clippy::derive_partial_eq_without_eq)]
pub(crate) enum NetDevEvent<'a> {
    /// `changed`.
    Changed(Dev<'a>),
    /// An event that this description does not know, as it came.
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
