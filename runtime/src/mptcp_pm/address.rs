//! Addresses: of endpoints, and of peers.

use core::fmt;
use core::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use core::str::FromStr;
#[cfg(feature = "net")]
use std::io;

use super::{AddressFamily, AddressFlags};
use crate::AttributeSet;

/// One address: of an endpoint, or of a peer (`MPTCP_PM_ADDR_ATTR_*`).
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, AttributeSet)]
pub struct Address {
    /// `AF_INET` or `AF_INET6`.
    #[attr(1)]
    pub family: Option<AddressFamily>,
    /// The id that MPTCP calls the address by; in a request 0 lets the kernel choose.
    #[attr(2)]
    pub id: Option<u8>,
    /// The address, of family `AF_INET`.
    #[attr(3)]
    pub addr4: Option<Ipv4Addr>,
    /// The address, of family `AF_INET6`.
    #[attr(4)]
    pub addr6: Option<Ipv6Addr>,
    /// TCP port, in host byte order (unlike the ports of an event). In replies 0 is "none".
    #[attr(5)]
    pub port: Option<u16>,
    /// What the endpoint is used for.
    #[attr(6, flags)]
    pub flags: Option<AddressFlags>,
    /// The interface that subflows are bound to, by its index.
    #[attr(7)]
    pub if_idx: Option<i32>,
}

/// One attribute after the other: `Address::from(ip).id(7).flags(AddressFlags::SIGNAL)`. An `Option` is taken too, and `None`
/// leaves the attribute out.
impl Address {
    /// An endpoint by its id alone, as `del_addr` and `get_addr` take it.
    pub fn with_id(id: u8) -> Self {
        Self {
            id: Some(id),
            ..Self::default()
        }
    }

    /// With an id.
    #[must_use]
    pub fn id(self, id: impl Into<Option<u8>>) -> Self {
        Self {
            id: id.into(),
            ..self
        }
    }

    /// With a TCP port.
    #[must_use]
    pub fn port(self, port: impl Into<Option<u16>>) -> Self {
        Self {
            port: port.into(),
            ..self
        }
    }

    /// With these flags and no others.
    #[must_use]
    pub fn flags(self, flags: impl Into<Option<AddressFlags>>) -> Self {
        Self {
            flags: flags.into(),
            ..self
        }
    }

    /// Also with [`AddressFlags::SIGNAL`]: announced to the peer.
    #[must_use]
    pub fn signal(self) -> Self {
        self.with(AddressFlags::SIGNAL)
    }

    /// Also with [`AddressFlags::SUBFLOW`]: subflows start from it.
    #[must_use]
    pub fn subflow(self) -> Self {
        self.with(AddressFlags::SUBFLOW)
    }

    /// Also with [`AddressFlags::BACKUP`]: its subflows are used only when there is no other.
    #[must_use]
    pub fn backup(self) -> Self {
        self.with(AddressFlags::BACKUP)
    }

    /// Also with [`AddressFlags::FULLMESH`]: subflows start to every address of the peer.
    #[must_use]
    pub fn fullmesh(self) -> Self {
        self.with(AddressFlags::FULLMESH)
    }

    fn with(self, flags: AddressFlags) -> Self {
        let flags = self.flags.unwrap_or_default() | flags;
        self.flags(flags)
    }

    /// With an interface, by its index.
    #[must_use]
    pub fn if_idx(self, index: impl Into<Option<i32>>) -> Self {
        Self {
            if_idx: index.into(),
            ..self
        }
    }

    /// With an interface, by its name in the network namespace of the calling thread.
    ///
    /// # Errors
    ///
    /// [`io::ErrorKind::NotFound`] if no interface has the name.
    #[cfg(feature = "net")]
    pub fn interface(self, name: &str) -> io::Result<Self> {
        Ok(self.if_idx(super::interface_index(name)?))
    }

    /// The IP address, that of the family where one is given.
    pub fn ip(&self) -> Option<IpAddr> {
        let (addr4, addr6) = (self.addr4.map(IpAddr::V4), self.addr6.map(IpAddr::V6));
        match self.family {
            Some(AddressFamily::Inet) => addr4,
            Some(AddressFamily::Inet6) => addr6,
            Some(AddressFamily::Other(_)) => None,
            None => addr4.or(addr6),
        }
    }

    /// The IP address with the port, 0 if there is none.
    pub fn socket_addr(&self) -> Option<SocketAddr> {
        self.ip()
            .map(|ip| SocketAddr::new(ip, self.port.unwrap_or(0)))
    }
}

impl From<Ipv4Addr> for Address {
    fn from(addr: Ipv4Addr) -> Self {
        Self {
            family: Some(AddressFamily::Inet),
            addr4: Some(addr),
            ..Self::default()
        }
    }
}

impl From<Ipv6Addr> for Address {
    fn from(addr: Ipv6Addr) -> Self {
        Self {
            family: Some(AddressFamily::Inet6),
            addr6: Some(addr),
            ..Self::default()
        }
    }
}

impl From<IpAddr> for Address {
    fn from(addr: IpAddr) -> Self {
        match addr {
            IpAddr::V4(addr) => addr.into(),
            IpAddr::V6(addr) => addr.into(),
        }
    }
}

/// With the port, unless it is 0, and with the zone of a link-local address as the interface.
impl From<SocketAddr> for Address {
    fn from(addr: SocketAddr) -> Self {
        let port = Some(addr.port()).filter(|port| *port != 0);
        let zone = match addr {
            SocketAddr::V4(_) => 0,
            SocketAddr::V6(addr) => addr.scope_id(),
        };
        let if_idx = i32::try_from(zone).ok().filter(|index| *index != 0);
        Self {
            port,
            if_idx,
            ..Self::from(addr.ip())
        }
    }
}

/// Reads an IP address with or without a port: `10.0.0.2`, `10.0.0.2:80`, `fd00::2`, `[fd00::2]:80`. The zone of a link-local
/// address is an index, and needs the form with a port: `[fe80::2%3]:80`.
impl FromStr for Address {
    type Err = ParseAddressError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let ip = text.parse::<IpAddr>().map(Self::from);
        ip.or_else(|_| text.parse::<SocketAddr>().map(Self::from))
            .map_err(|_| ParseAddressError {
                found: text.to_owned(),
            })
    }
}

/// The error of a text that is not an IP address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParseAddressError {
    found: String,
}

impl fmt::Display for ParseAddressError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let found = &self.found;
        write!(
            f,
            "expected an IP address with or without a port, such as `10.0.0.2`, `10.0.0.2:80` or `[fd00::2]:80`, found `{found}`"
        )
    }
}

impl std::error::Error for ParseAddressError {}
