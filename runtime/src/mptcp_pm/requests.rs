//! Constructors of requests.

use super::{
    AddAddr, Address, Announce, DelAddr, DumpAddrs, GetAddr, Limits, SetFlags, SetLimits,
    SubflowCreate, SubflowDestroy,
};

/// Creates the request that adds this endpoint.
impl From<Address> for AddAddr {
    fn from(addr: Address) -> Self {
        Self { addr }
    }
}

impl Announce {
    /// Creates the request that announces an address with an id (1..=255).
    ///
    /// `addr` is an `IpAddr`, or a `SocketAddr` with the port that accepts joins.
    pub fn new(token: u32, id: u8, addr: impl Into<Address>) -> Self {
        Self {
            addr: addr.into().id(id).signal(),
            token,
        }
    }
}

/// Creates the request that removes the endpoint with this id.
impl From<u8> for DelAddr {
    fn from(id: u8) -> Self {
        Self::by_id(id)
    }
}

impl DelAddr {
    /// Creates the request that removes the endpoint with this id.
    pub fn by_id(id: u8) -> Self {
        Self {
            addr: Address::with_id(id),
        }
    }
}

/// Creates the request that asks for the endpoint with this id.
impl From<u8> for GetAddr {
    fn from(id: u8) -> Self {
        Self::by_id(id)
    }
}

impl GetAddr {
    /// Creates the request that asks for the endpoint with this id.
    pub fn by_id(id: u8) -> Self {
        Self {
            addr: Address::with_id(id),
            token: None,
        }
    }

    /// Sets the token of a connection under the userspace path manager.
    #[must_use]
    pub fn of(self, token: impl Into<Option<u32>>) -> Self {
        Self {
            token: token.into(),
            ..self
        }
    }
}

impl DumpAddrs {
    /// Creates the request that asks for the addresses of a connection under the userspace path manager.
    pub fn of(token: impl Into<Option<u32>>) -> Self {
        Self {
            token: token.into(),
        }
    }
}

/// Creates the request that sets both limits.
impl From<Limits> for SetLimits {
    fn from(limits: Limits) -> Self {
        Self {
            rcv_add_addrs: Some(limits.rcv_add_addrs),
            subflows: Some(limits.subflows),
        }
    }
}

/// Creates the request that sets the flags of an endpoint, by its address or its id.
impl From<Address> for SetFlags {
    fn from(addr: Address) -> Self {
        Self::of_endpoint(addr)
    }
}

impl SetFlags {
    /// Creates the request that sets the flags of an endpoint, by its address or its id.
    pub fn of_endpoint(addr: Address) -> Self {
        Self {
            addr,
            token: None,
            addr_remote: None,
        }
    }

    /// Creates the request that sets the flags of a subflow, under the userspace path manager.
    pub fn of_subflow(token: u32, addr: Address, addr_remote: Address) -> Self {
        Self {
            addr,
            token: Some(token),
            addr_remote: Some(addr_remote),
        }
    }
}

impl SubflowCreate {
    /// Creates the request that starts a subflow of the connection `token`, from a local address to a remote address and port.
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
    /// Creates the request that closes the subflow of the connection `token` between two addresses and ports.
    pub fn between(token: u32, addr: impl Into<Address>, addr_remote: impl Into<Address>) -> Self {
        let (addr, addr_remote) = (addr.into(), addr_remote.into());
        Self {
            addr,
            token,
            addr_remote,
        }
    }
}
