//! Ids for the addresses of this host, which the userspace path manager has to choose.

use core::net::SocketAddr;
use std::collections::VecDeque;

use super::table::canonical;
use super::{Address, Connection};

/// Chooses the ids, from 1 to 255, that the addresses of this host have on one connection.
///
/// `announce` and `subflow_create` take an id for every address. The same address with another port has another id. An IPv4
/// address in its IPv6 form (`::ffff:a.b.c.d`) is the IPv4 address.
///
/// ```
/// use std::net::Ipv4Addr;
///
/// use genl::mptcp_pm::{AddressIds, Announce};
///
/// let (token, address) = (0x1234, Ipv4Addr::new(10, 0, 0, 2));
/// let mut ids = AddressIds::new();
/// if let Some(id) = ids.assign(address) {
///     let request = Announce::new(token, id, address);
///     assert_eq!(request.addr.id, Some(1));
/// }
/// assert_eq!(ids.remove(address), Some(1));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AddressIds {
    /// In the order of the ids.
    assigned: Vec<(u8, SocketAddr)>,
    free: VecDeque<u8>,
}

impl AddressIds {
    /// Creates the ids of a connection without subflows.
    pub fn new() -> Self {
        Self {
            assigned: Vec::new(),
            free: (1..=u8::MAX).collect(),
        }
    }

    /// Creates the ids of a connection with those in use: 0 of its first address, and those of its subflows.
    ///
    /// Addresses that were announced and never joined are not among them: [`insert`](Self::insert) those that `dump_addrs`
    /// returns for the connection.
    pub fn of(connection: &Connection) -> Self {
        let mut ids = Self::new();
        for subflow in &connection.subflows {
            ids.insert(subflow.local.ip(), subflow.loc_id);
        }
        if let Some(first) = connection.local {
            ids.insert(first.ip(), 0);
        }
        ids
    }

    /// Returns the id of an address, if it has one.
    pub fn get(&self, addr: impl Into<Address>) -> Option<u8> {
        let addr = key(addr)?;
        let mut assigned = self.assigned.iter();
        assigned
            .find(|(_, known)| *known == addr)
            .map(|(id, _)| *id)
    }

    /// Returns the id of an address, and chooses one if it has none.
    ///
    /// Ids that were never used come first, then those that were removed, the earliest first: the peer may not yet know that
    /// the address is gone. Returns `None` if all 255 are in use, or if `addr` has no IP address.
    pub fn assign(&mut self, addr: impl Into<Address>) -> Option<u8> {
        let addr = key(addr)?;
        if let Some(id) = self.get(addr) {
            return Some(id);
        }
        let id = self.free.pop_front()?;
        self.put(id, addr);
        Some(id)
    }

    /// Sets the id of an address, as the kernel reports it. Another address with this id loses it.
    pub fn insert(&mut self, addr: impl Into<Address>, id: u8) {
        let addr = addr.into();
        self.remove(addr.clone());
        if let Some(addr) = key(addr) {
            self.free.retain(|free| *free != id);
            self.assigned.retain(|(assigned, _)| *assigned != id);
            self.put(id, addr);
        }
    }

    /// Removes an address and returns the id it had.
    pub fn remove(&mut self, addr: impl Into<Address>) -> Option<u8> {
        let addr = key(addr)?;
        let at = (self.assigned.iter()).position(|(_, known)| *known == addr)?;
        let (id, _) = self.assigned.remove(at);
        if id != 0 {
            self.free.push_back(id);
        }
        Some(id)
    }

    fn put(&mut self, id: u8, addr: SocketAddr) {
        let at = self.assigned.partition_point(|(known, _)| *known < id);
        self.assigned.insert(at, (id, addr));
    }
}

/// The same as [`new`](AddressIds::new).
impl Default for AddressIds {
    fn default() -> Self {
        Self::new()
    }
}

fn key(addr: impl Into<Address>) -> Option<SocketAddr> {
    addr.into().socket_addr().map(canonical)
}
