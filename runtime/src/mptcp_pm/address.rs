//! Addresses: of endpoints, and of peers.

use core::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::io;
use std::net::ToSocketAddrs;

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

/// One attribute after the other: `Address::from(ip).id(7).flags(AddressFlags::SIGNAL)`.
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
    pub fn id(self, id: u8) -> Self {
        Self {
            id: Some(id),
            ..self
        }
    }

    /// With a TCP port.
    #[must_use]
    pub fn port(self, port: u16) -> Self {
        Self {
            port: Some(port),
            ..self
        }
    }

    /// With these flags and no others.
    #[must_use]
    pub fn flags(self, flags: AddressFlags) -> Self {
        Self {
            flags: Some(flags),
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
    pub fn if_idx(self, index: i32) -> Self {
        Self {
            if_idx: Some(index),
            ..self
        }
    }

    /// With an interface, by its name in the network namespace of the calling thread.
    ///
    /// # Errors
    ///
    /// There is no such interface.
    pub fn interface(self, name: &str) -> io::Result<Self> {
        // The zone of a link-local address is looked up by `if_nametoindex(3)`, which std does not offer by itself. A number
        // would be taken for an index.
        let is_name = name.bytes().any(|byte| !byte.is_ascii_digit());
        let zoned = format!("fe80::%{name}");
        let mut zoned = is_name.then(|| (zoned, 0).to_socket_addrs().ok()).flatten();
        let index = zoned.iter_mut().flatten().find_map(|addr| match addr {
            SocketAddr::V6(addr) => i32::try_from(addr.scope_id()).ok(),
            SocketAddr::V4(_) => None,
        });
        let index = index.filter(|index| *index > 0).ok_or_else(|| {
            io::Error::new(io::ErrorKind::NotFound, format!("no interface `{name}`"))
        })?;
        Ok(self.if_idx(index))
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

/// With the port; without one if it is 0.
impl From<SocketAddr> for Address {
    fn from(addr: SocketAddr) -> Self {
        let port = Some(addr.port()).filter(|port| *port != 0);
        Self {
            port,
            ..Self::from(addr.ip())
        }
    }
}
