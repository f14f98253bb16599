//! How requests are built.

use super::{
    AddAddr, Address, Announce, DelAddr, DumpAddrs, GetAddr, Limits, SetFlags, SetLimits,
    SubflowCreate, SubflowDestroy,
};

impl From<Address> for AddAddr {
    fn from(addr: Address) -> Self {
        Self { addr }
    }
}

impl Announce {
    /// Announces an address under an id, which is not 0: an `IpAddr`, or a `SocketAddr` with the port that takes joins.
    pub fn new(token: u32, id: u8, addr: impl Into<Address>) -> Self {
        Self {
            addr: addr.into().id(id).signal(),
            token,
        }
    }
}

/// The endpoint with this id.
impl From<u8> for DelAddr {
    fn from(id: u8) -> Self {
        Self::by_id(id)
    }
}

impl DelAddr {
    /// The endpoint with this id.
    pub fn by_id(id: u8) -> Self {
        Self {
            addr: Address::with_id(id),
        }
    }
}

/// The endpoint with this id.
impl From<u8> for GetAddr {
    fn from(id: u8) -> Self {
        Self::by_id(id)
    }
}

impl GetAddr {
    /// The endpoint with this id.
    pub fn by_id(id: u8) -> Self {
        Self {
            addr: Address::with_id(id),
            token: None,
        }
    }

    /// With the userspace path manager: of this connection.
    #[must_use]
    pub fn of(self, token: impl Into<Option<u32>>) -> Self {
        Self {
            token: token.into(),
            ..self
        }
    }
}

impl DumpAddrs {
    /// With the userspace path manager: of this connection.
    pub fn of(token: impl Into<Option<u32>>) -> Self {
        Self {
            token: token.into(),
        }
    }
}

/// Both limits.
impl From<Limits> for SetLimits {
    fn from(limits: Limits) -> Self {
        Self {
            rcv_add_addrs: Some(limits.rcv_add_addrs),
            subflows: Some(limits.subflows),
        }
    }
}

/// Of an endpoint, by its id or its address.
impl From<Address> for SetFlags {
    fn from(addr: Address) -> Self {
        Self::of_endpoint(addr)
    }
}

impl SetFlags {
    /// Of an endpoint, by its id or its address.
    pub fn of_endpoint(addr: Address) -> Self {
        Self {
            addr,
            token: None,
            addr_remote: None,
        }
    }

    /// With the userspace path manager: of a subflow of the connection `token`.
    pub fn of_subflow(token: u32, addr: Address, addr_remote: Address) -> Self {
        Self {
            addr,
            token: Some(token),
            addr_remote: Some(addr_remote),
        }
    }
}

impl SubflowCreate {
    /// On the connection `token`, from an address of this host to an address and port of the peer.
    pub fn between(token: u32, addr: impl Into<Address>, addr_remote: impl Into<Address>) -> Self {
        let (addr, addr_remote) = (addr.into(), addr_remote.into());
        Self {
            addr,
            token,
            addr_remote,
        }
    }
}

impl SubflowDestroy {
    /// On the connection `token`, between an address and port of this host and those of the peer.
    pub fn between(token: u32, addr: impl Into<Address>, addr_remote: impl Into<Address>) -> Self {
        let (addr, addr_remote) = (addr.into(), addr_remote.into());
        Self {
            addr,
            token,
            addr_remote,
        }
    }
}
