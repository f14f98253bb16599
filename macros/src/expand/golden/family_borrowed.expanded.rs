#[derive(::core::clone::Clone, ::core::fmt::Debug)]
#[allow(dead_code)]
pub(crate) struct NetDev<__C = crate::Client> {
    channel: __C,
}
#[automatically_derived]
#[allow(dead_code, deprecated)]
impl NetDev<()> {
    /// The family: its name and its version.
    pub(crate) const FAMILY: crate::Family = crate::Family::new("net dev", 0);
    /// The multicast group `mgmt`.
    pub(crate) const MGMT: crate::MulticastGroup = crate::MulticastGroup::new(
        Self::FAMILY,
        "mgmt",
    );
    /// Operation 1 (`get`), a do.
    pub(crate) const GET: crate::Do<Name<'static>, Dev<'static>> = crate::Do::new(
        Self::FAMILY,
        "get",
        1,
    );
    /// Event 2 (`changed`), sent to [`MGMT`](Self::MGMT).
    pub(crate) const CHANGED: crate::Event<Dev<'static>> = crate::Event::new(
            Self::FAMILY,
            "changed",
            2,
        )
        .group(Self::MGMT);
    /// What the family is, as data.
    pub(crate) const DESCRIPTION: &'static crate::description::Family = &crate::description::Family::new(
        Self::FAMILY,
        "",
        &[(&Self::MGMT).describe("")],
        &[(&Self::GET).describe("")],
        &[(&Self::CHANGED).describe("")],
    );
}
#[automatically_derived]
#[allow(dead_code, deprecated)]
impl NetDev<crate::Client> {
    /// Opens a netlink socket and asks the kernel for the family.
    ///
    /// # Errors
    ///
    /// If the socket cannot be opened, or the kernel does not have the family.
    pub(crate) fn connect() -> ::core::result::Result<Self, crate::Error> {
        ::core::result::Result::map(
            crate::Client::connect(NetDev::<()>::FAMILY),
            Self::new,
        )
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
#[automatically_derived]
#[allow(dead_code, deprecated)]
impl<__C> NetDev<__C> {
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
    /// Gives the channel back.
    #[must_use]
    pub(crate) fn into_channel(self) -> __C {
        self.channel
    }
}
#[automatically_derived]
#[allow(dead_code, deprecated)]
impl<__C: crate::Channel> NetDev<__C> {
    /// Sends `get`.
    pub(crate) fn get<'__genl>(
        &'__genl mut self,
        request: &Name<'_>,
    ) -> __C::Reply<'__genl, Dev<'static>> {
        crate::Channel::call::<
            Name<'_>,
            Dev<'static>,
        >(&mut self.channel, &NetDev::<()>::GET, request)
    }
}
/// An event of `net dev`.
#[derive(::core::clone::Clone, ::core::fmt::Debug, ::core::cmp::PartialEq)]
#[allow(dead_code)]
#[non_exhaustive]
pub(crate) enum NetDevEvent<'a> {
    /// `changed`.
    Changed(Dev<'a>),
    /// An event that this description does not know, as it came.
    Unknown(crate::UnknownEvent),
}
#[automatically_derived]
#[allow(deprecated, unreachable_patterns)]
impl<'a> crate::Events for NetDevEvent<'a> {
    type View<'__genl> = NetDevEvent<'__genl>;
    const FAMILY: crate::Family = NetDev::<()>::FAMILY;
    fn name(__genl_command: u8) -> &'static str {
        match __genl_command {
            2 => "changed",
            _ => "unknown",
        }
    }
    fn decode<'__genl>(
        __genl_command: u8,
        __genl_attributes: crate::Attributes<'__genl>,
    ) -> ::core::result::Result<NetDevEvent<'__genl>, crate::DecodeError> {
        ::core::result::Result::Ok(
            match __genl_command {
                2 => {
                    NetDevEvent::Changed(
                        (&NetDev::<()>::CHANGED).decode(__genl_attributes)?,
                    )
                }
                _ => {
                    NetDevEvent::Unknown(
                        crate::UnknownEvent::new(__genl_command, __genl_attributes),
                    )
                }
            },
        )
    }
}
