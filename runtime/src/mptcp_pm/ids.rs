//! The ids of local addresses, which a userspace path manager has to assign.

use core::net::SocketAddr;
use std::collections::VecDeque;

use super::connection::canonical;
use super::{Address, Connection};

/// Assigns ids (1..=255) to the addresses of this host on one connection.
///
/// `announce` and `subflow_create` need an id for every address. The same address with another port has another id. An IPv4
/// address in its IPv6 form (`::ffff:a.b.c.d`) counts as the IPv4 address.
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
    /// The assigned ids, in ascending order.
    assigned: Vec<(u8, SocketAddr)>,
    free: VecDeque<u8>,
}

impl AddressIds {
    /// Creates a set in which no id is assigned.
    pub fn new() -> Self {
        Self {
            assigned: Vec::new(),
            free: (1..=u8::MAX).collect(),
        }
    }

    /// Creates the set of a connection: id 0 for the address of its first subflow, and the ids of its other subflows.
    ///
    /// Announced addresses without a subflow are missing: [`insert`](Self::insert) the addresses that `dump_addrs` returns for
    /// the connection.
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

    /// Returns the id of an address, and assigns one if it has none.
    ///
    /// Ids that were never used are assigned first, then removed ids, starting with the one removed first. So the peer has the
    /// most time to learn that the old address is gone. Returns `None` if all 255 ids are assigned, or if `addr` has no IP
    /// address.
    pub fn assign(&mut self, addr: impl Into<Address>) -> Option<u8> {
        let addr = key(addr)?;
        if let Some(id) = self.get(addr) {
            return Some(id);
        }
        let id = self.free.pop_front()?;
        self.put(id, addr);
        Some(id)
    }

    /// Sets the id of an address, for example as the kernel reports it. Another address with this id loses it.
    pub fn insert(&mut self, addr: impl Into<Address>, id: u8) {
        let addr = addr.into();
        self.remove(addr.clone());
        if let Some(addr) = key(addr) {
            self.free.retain(|free| *free != id);
            self.assigned.retain(|(assigned, _)| *assigned != id);
            self.put(id, addr);
        }
    }

    /// Removes an address and returns its id.
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

/// Creates a set in which no id is assigned.
impl Default for AddressIds {
    fn default() -> Self {
        Self::new()
    }
}

fn key(addr: impl Into<Address>) -> Option<SocketAddr> {
    addr.into().socket_addr().map(canonical)
}
