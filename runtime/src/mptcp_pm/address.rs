//! Addresses of endpoints and of peers.

use core::fmt;
use core::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use core::str::FromStr;
#[cfg(feature = "net")]
use std::io;

use super::{AddressFamily, AddressFlags};
use crate::AttributeSet;

/// An address of an endpoint or of a peer (`MPTCP_PM_ADDR_ATTR_*`, `include/uapi/linux/mptcp_pm.h`).
#[doc = include_str!("address.md")]
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, AttributeSet)]
pub struct Address {
    /// The family of the address: `AF_INET` or `AF_INET6`.
    #[attr(1)]
    pub family: Option<AddressFamily>,
    /// The id of the address (0..=255). In `add_addr`, 0 lets the kernel assign one.
    #[attr(2)]
    pub id: Option<u8>,
    /// The IPv4 address, if the family is `AF_INET`.
    #[attr(3)]
    pub addr4: Option<Ipv4Addr>,
    /// The IPv6 address, if the family is `AF_INET6`.
    #[attr(4)]
    pub addr6: Option<Ipv6Addr>,
    /// The TCP port, in host byte order. In replies, 0 stands for no port.
    #[attr(5)]
    pub port: Option<u16>,
    /// How the path manager uses the endpoint.
    #[attr(6, flags)]
    pub flags: Option<AddressFlags>,
    /// The index of the interface to which subflows are bound.
    #[attr(7)]
    pub if_idx: Option<i32>,
}

/// Setters that can be chained: `Address::from(ip).id(7).signal()`. `None` removes an attribute.
impl Address {
    /// Creates an address with only an id, as for `del_addr` and `get_addr`.
    pub fn with_id(id: u8) -> Self {
        Self {
            id: Some(id),
            ..Self::default()
        }
    }

    /// Sets the id.
    #[must_use]
    pub fn id(self, id: impl Into<Option<u8>>) -> Self {
        Self {
            id: id.into(),
            ..self
        }
    }

    /// Sets the TCP port, in host byte order.
    #[must_use]
    pub fn port(self, port: impl Into<Option<u16>>) -> Self {
        Self {
            port: port.into(),
            ..self
        }
    }

    /// Sets the flags and replaces those set before.
    #[must_use]
    pub fn flags(self, flags: impl Into<Option<AddressFlags>>) -> Self {
        Self {
            flags: flags.into(),
            ..self
        }
    }

    /// Adds [`AddressFlags::SIGNAL`]: the address is announced to peers.
    #[must_use]
    pub fn signal(self) -> Self {
        self.with(AddressFlags::SIGNAL)
    }

    /// Adds [`AddressFlags::SUBFLOW`]: subflows start from the address.
    #[must_use]
    pub fn subflow(self) -> Self {
        self.with(AddressFlags::SUBFLOW)
    }

    /// Adds [`AddressFlags::BACKUP`]: its subflows are used only if there are no others.
    #[must_use]
    pub fn backup(self) -> Self {
        self.with(AddressFlags::BACKUP)
    }

    /// Adds [`AddressFlags::FULLMESH`]: subflows start from it to every address of the peer.
    #[must_use]
    pub fn fullmesh(self) -> Self {
        self.with(AddressFlags::FULLMESH)
    }

    fn with(self, flags: AddressFlags) -> Self {
        let flags = self.flags.unwrap_or_default() | flags;
        self.flags(flags)
    }

    /// Sets the interface, by its index.
    #[must_use]
    pub fn if_idx(self, index: impl Into<Option<i32>>) -> Self {
        Self {
            if_idx: index.into(),
            ..self
        }
    }

    /// Sets the interface, by its name in the network namespace of the calling thread.
    ///
    /// # Errors
    ///
    /// Fails with [`io::ErrorKind::NotFound`] if no interface has the name.
    #[cfg(feature = "net")]
    pub fn interface(self, name: &str) -> io::Result<Self> {
        Ok(self.if_idx(super::interface_index(name)?))
    }

    /// Returns the IP address.
    ///
    /// If the family is given, it is the address of that family. Otherwise, an IPv4 address takes precedence.
    pub fn ip(&self) -> Option<IpAddr> {
        let (addr4, addr6) = (self.addr4.map(IpAddr::V4), self.addr6.map(IpAddr::V6));
        match self.family {
            Some(AddressFamily::Inet) => addr4,
            Some(AddressFamily::Inet6) => addr6,
            Some(AddressFamily::Other(_)) => None,
            None => addr4.or(addr6),
        }
    }

    /// Returns the IP address and the port. The port is 0 if none is given.
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

/// Takes over the port, unless it is 0, and the zone of a link-local address as the interface.
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

/// Parses an IP address with or without a port: `10.0.0.2`, `10.0.0.2:80`, `fd00::2`, `[fd00::2]:80`.
///
/// The zone of a link-local address is the index of an interface, and is only allowed with a port: `[fe80::2%3]:80`.
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
