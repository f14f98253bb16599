//! One connection of a table, and its subflows.

use core::net::{IpAddr, SocketAddr};
use std::collections::BTreeMap;

use super::{
    ConnectionEvent, DiagSubflow, EventFlags, SubflowClosedEvent, SubflowEvent, SubflowFlags,
};

/// A connection.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Connection {
    /// Whether the connection is established. Until then, it has only its first subflow.
    pub established: bool,
    /// The properties of the connection.
    ///
    /// If the events `created` and `established` were missed, only [`EventFlags::SERVER_SIDE`] is known, and only if the
    /// first subflow still exists.
    pub flags: EventFlags,
    /// The local address and port of the first subflow, even if it is closed. The address has id 0.
    pub local: Option<SocketAddr>,
    /// The remote address and port of the first subflow, even if it is closed. The address has id 0.
    ///
    /// The peer refuses joins to it if `flags` contains [`EventFlags::DENY_JOIN_ID0`].
    pub remote: Option<SocketAddr>,
    /// Whether this host accepted the connection.
    ///
    /// It is `None` if the events `created` and `established` were missed and the first subflow is closed.
    pub server_side: Option<bool>,
    /// The subflows.
    pub subflows: Vec<Subflow>,
    /// The addresses that the peer announced, by their id. Without an announced port, the port is that of the connection.
    pub announced: BTreeMap<u8, SocketAddr>,
}

/// A subflow of a connection.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Subflow {
    /// The address and port of this host.
    pub local: SocketAddr,
    /// The address and port of the peer.
    pub remote: SocketAddr,
    /// The id of the address of this host.
    pub loc_id: u8,
    /// The id of the address of the peer.
    pub rem_id: u8,
    /// Whether the peer wants it used only if there are no others.
    pub backup: bool,
}

/// Replaces the form `::ffff:a.b.c.d`, which IPv6 sockets use for IPv4 addresses.
pub(super) fn canonical(end: SocketAddr) -> SocketAddr {
    SocketAddr::new(end.ip().to_canonical(), end.port())
}

impl Connection {
    /// Returns the addresses of the peer to which subflows can be started, with their ids.
    ///
    /// The address of the first subflow (id 0) comes first, unless the peer refuses joins to it. The announced addresses
    /// follow. The form `::ffff:a.b.c.d` is replaced by the IPv4 address.
    pub fn remotes(&self) -> impl Iterator<Item = (u8, SocketAddr)> {
        let denied = self.flags.contains(EventFlags::DENY_JOIN_ID0);
        let first = self.remote.filter(|_| !denied);
        let announced = self.announced.iter().map(|(id, remote)| (*id, *remote));
        let all = first.map(|remote| (0, remote)).into_iter().chain(announced);
        all.map(|(id, remote)| (id, canonical(remote)))
    }

    /// Returns those [`remotes`](Self::remotes) of the same family to which there is no subflow from the address `local`.
    pub fn missing(&self, local: IpAddr) -> impl Iterator<Item = (u8, SocketAddr)> {
        let leads_to = move |subflow: &Subflow, remote| {
            (canonical(subflow.local).ip(), canonical(subflow.remote)) == (local, remote)
        };
        let is_there = move |remote| self.subflows.iter().any(|it| leads_to(it, remote));
        let meant = move |remote: SocketAddr| remote.is_ipv4() == local.is_ipv4();
        self.remotes()
            .filter(move |(_, remote)| meant(*remote) && !is_there(*remote))
    }

    /// Returns the id of a local address, if the first subflow or another existing one uses it.
    pub fn local_id(&self, local: IpAddr) -> Option<u8> {
        let is_local = |end: SocketAddr| canonical(end).ip() == local;
        let first = self.local.filter(|first| is_local(*first));
        let living = self.subflows.iter().find(|it| is_local(it.local));
        first.map(|_| 0).or(living.map(|it| it.loc_id))
    }

    /// Updates the connection with a subflow of a snapshot.
    pub(super) fn learn(&mut self, subflow: &DiagSubflow) {
        let flags = subflow.info.flags.unwrap_or_default();
        self.established |= flags.contains(SubflowFlags::FULLY_ESTABLISHED);
        if flags.intersects(SubflowFlags::MCAP_REM | SubflowFlags::MCAP_LOC) {
            (self.local, self.remote) = (Some(subflow.local), Some(subflow.remote));
            let server_side = !flags.contains(SubflowFlags::MCAP_LOC);
            self.flags.set(EventFlags::SERVER_SIDE, server_side);
            self.server_side = Some(server_side);
        }
        self.put(subflow.into());
    }

    /// Adds a subflow, or replaces the one between the same addresses.
    pub(super) fn put(&mut self, subflow: Subflow) {
        let same =
            |known: &&mut Subflow| (known.local, known.remote) == (subflow.local, subflow.remote);
        match self.subflows.iter_mut().find(same) {
            Some(known) => *known = subflow,
            None => self.subflows.push(subflow),
        }
    }
}

impl Subflow {
    pub(super) fn first(event: &ConnectionEvent) -> Option<Self> {
        Some(Self {
            local: event.local()?,
            remote: event.remote()?,
            loc_id: event.loc_id.unwrap_or(0),
            rem_id: event.rem_id.unwrap_or(0),
            backup: false,
        })
    }

    pub(super) fn of(event: &SubflowEvent) -> Option<Self> {
        Some(Self {
            local: event.local()?,
            remote: event.remote()?,
            loc_id: event.loc_id,
            rem_id: event.rem_id,
            backup: event.backup.is_some_and(|backup| backup != 0),
        })
    }

    pub(super) fn is(&self, event: &SubflowClosedEvent) -> bool {
        (Some(self.local), Some(self.remote)) == (event.local(), event.remote())
    }
}

impl From<&DiagSubflow> for Subflow {
    fn from(subflow: &DiagSubflow) -> Self {
        let flags = subflow.info.flags.unwrap_or_default();
        Self {
            local: subflow.local,
            remote: subflow.remote,
            loc_id: subflow.info.id_loc.unwrap_or(0),
            rem_id: subflow.info.id_rem.unwrap_or(0),
            backup: flags.contains(SubflowFlags::BKUP_REM),
        }
    }
}
