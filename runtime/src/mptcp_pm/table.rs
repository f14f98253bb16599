//! A view of all connections, kept up to date from events.

use core::net::{IpAddr, SocketAddr};
use std::collections::BTreeMap;

use super::diag::{DiagSubflow, ESTABLISHED, Snapshot};
use super::{
    ConnectionEvent, EventFlags, MptcpPmEvent, SubflowClosedEvent, SubflowEvent, SubflowFlags,
};

/// The connections of a network namespace, as events tell of them: what a path manager starts from.
///
/// ```no_run
/// use genl::Received;
/// use genl::mptcp_pm::{ConnectionTable, Diag, MptcpPm};
///
/// let mut events = MptcpPm::listen(&[MptcpPm::EVENTS])?;
/// let mut table = ConnectionTable::new();
/// let mut diag = Diag::open()?;
/// table.resynchronise(&diag.snapshot()?);
/// loop {
///     match events.next()? {
///         Received::Event(event) => table.apply(&event),
///         Received::Overrun => table.resynchronise(&diag.snapshot()?),
///     }
///     println!("{} connections", table.len());
/// }
/// # #[allow(unreachable_code)]
/// # Ok::<(), genl::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ConnectionTable {
    connections: BTreeMap<u32, Connection>,
}

/// A connection.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Connection {
    /// Whether it is established. Until then it has no other subflow than its first.
    pub established: bool,
    /// What is known of it. Where its `created` and `established` were missed, [`EventFlags::SERVER_SIDE`] alone, and only
    /// while its first subflow lives.
    pub flags: EventFlags,
    /// Where its first subflow began, alive or not: this host's address of id 0.
    pub local: Option<SocketAddr>,
    /// Where its first subflow led, alive or not: the peer's address of id 0. Not to be joined where `flags` has
    /// [`EventFlags::DENY_JOIN_ID0`].
    pub remote: Option<SocketAddr>,
    /// Whether this side was listening; `None` where that is not known, since its `created` and `established` were missed and
    /// its first subflow is gone.
    pub server_side: Option<bool>,
    /// Its subflows.
    pub subflows: Vec<Subflow>,
    /// The addresses that the peer announced, by their id; with the port of the connection where none was announced.
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
    /// Whether the peer wants it used only when there is no other.
    pub backup: bool,
}

impl ConnectionTable {
    /// A table without connections.
    pub fn new() -> Self {
        Self::default()
    }

    /// Takes an event in.
    ///
    /// Events that [`resynchronise`](Self::resynchronise) has been ahead of do no harm.
    pub fn apply(&mut self, event: &MptcpPmEvent) {
        match event {
            MptcpPmEvent::Created(event) => drop(self.connection(event)),
            MptcpPmEvent::Established(event) => self.connection(event).established = true,
            MptcpPmEvent::Closed(event) => drop(self.connections.remove(&event.token)),
            MptcpPmEvent::Announced(event) => {
                if let (Some(connection), Some(remote)) =
                    (self.get_mut(event.token), event.remote())
                {
                    connection.announced.insert(event.rem_id, remote);
                }
            }
            MptcpPmEvent::Removed(event) => {
                if let Some(connection) = self.get_mut(event.token) {
                    connection.announced.remove(&event.rem_id);
                }
            }
            MptcpPmEvent::SubEstablished(event) | MptcpPmEvent::SubPriority(event) => {
                if let (Some(connection), Some(subflow)) =
                    (self.get_mut(event.token), Subflow::of(event))
                {
                    connection.put(subflow);
                }
            }
            MptcpPmEvent::SubClosed(event) => {
                if let Some(connection) = self.get_mut(event.token) {
                    connection.subflows.retain(|subflow| !subflow.is(event));
                }
            }
            MptcpPmEvent::ListenerCreated(_)
            | MptcpPmEvent::ListenerClosed(_)
            | MptcpPmEvent::Unknown(_) => {}
        }
    }

    /// Puts the table right after events were lost, or at the start.
    ///
    /// Announced addresses cannot be asked for: those known stay. Connections that linger after they were told as closed, and
    /// those that fell back to TCP, are left out.
    pub fn resynchronise(&mut self, snapshot: &Snapshot) {
        let mut known = core::mem::take(&mut self.connections);
        let mut before = |token| Connection {
            subflows: Vec::new(),
            ..known.remove(&token).unwrap_or_default()
        };
        for subflow in snapshot.subflows.iter().filter(|subflow| subflow.is_live()) {
            let token = subflow.info.token_loc;
            if let Some(token) = token.filter(|token| *token != 0) {
                let connection = self.connections.entry(token);
                connection.or_insert_with(|| before(token)).learn(subflow);
            }
        }
        for seen in &snapshot.connections {
            if seen.is_gone() {
                self.connections.remove(&seen.token);
                continue;
            }
            let connection = self.connections.entry(seen.token);
            let connection = connection.or_insert_with(|| {
                let mut known = before(seen.token);
                // It has lost its subflows, which it cannot before it is established.
                known.established |= seen.state == ESTABLISHED;
                known
            });
            connection.local.get_or_insert(seen.local);
            connection.remote.get_or_insert(seen.remote);
        }
    }

    /// The connection with this token.
    pub fn get(&self, token: u32) -> Option<&Connection> {
        self.connections.get(&token)
    }

    /// The connections with their tokens.
    pub fn iter(&self) -> impl Iterator<Item = (u32, &Connection)> {
        let connections = self.connections.iter();
        connections.map(|(token, connection)| (*token, connection))
    }

    /// How many connections there are.
    pub fn len(&self) -> usize {
        self.connections.len()
    }

    /// Whether there is no connection.
    pub fn is_empty(&self) -> bool {
        self.connections.is_empty()
    }

    fn get_mut(&mut self, token: u32) -> Option<&mut Connection> {
        self.connections.get_mut(&token)
    }

    /// The connection that an event tells of whole, made if it is new.
    fn connection(&mut self, event: &ConnectionEvent) -> &mut Connection {
        let connection = self
            .connections
            .entry(event.token)
            .or_insert_with(|| Connection {
                subflows: Subflow::first(event).into_iter().collect(),
                ..Connection::default()
            });
        connection.flags = event.flags.unwrap_or_default();
        connection.server_side = Some(event.is_server_side());
        (connection.local, connection.remote) = (event.local(), event.remote());
        connection
    }
}

/// IPv6 sockets that speak IPv4 call its addresses `::ffff:a.b.c.d`.
pub(super) fn canonical(end: SocketAddr) -> SocketAddr {
    SocketAddr::new(end.ip().to_canonical(), end.port())
}

impl DiagSubflow {
    /// Whether it is established or on the way there. Those on the way out have been told as `sub_closed`.
    fn is_live(&self) -> bool {
        const SYN_SENT: u8 = 2;
        const SYN_RECEIVED: u8 = 3;
        matches!(self.state, ESTABLISHED | SYN_SENT | SYN_RECEIVED)
    }
}

impl Connection {
    /// Where subflows may lead: the addresses of the peer with their ids, that of its first subflow (id 0) before those it
    /// announced, and left out where the peer refuses joins to it. An IPv4 address that an IPv6 socket uses is one of IPv4.
    pub fn remotes(&self) -> impl Iterator<Item = (u8, SocketAddr)> {
        let denied = self.flags.contains(EventFlags::DENY_JOIN_ID0);
        let first = self.remote.filter(|_| !denied);
        let announced = self.announced.iter().map(|(id, remote)| (*id, *remote));
        let all = first.map(|remote| (0, remote)).into_iter().chain(announced);
        all.map(|(id, remote)| (id, canonical(remote)))
    }

    /// Those of [`remotes`](Self::remotes), of the same family, to which there is no subflow from an address of this host.
    pub fn missing(&self, local: IpAddr) -> impl Iterator<Item = (u8, SocketAddr)> {
        let leads_to = move |subflow: &Subflow, remote| {
            (canonical(subflow.local).ip(), canonical(subflow.remote)) == (local, remote)
        };
        let is_there = move |remote| self.subflows.iter().any(|it| leads_to(it, remote));
        let meant = move |remote: SocketAddr| remote.is_ipv4() == local.is_ipv4();
        self.remotes()
            .filter(move |(_, remote)| meant(*remote) && !is_there(*remote))
    }

    /// The id that an address of this host has already: by the first subflow, or by one that lives.
    pub fn local_id(&self, local: IpAddr) -> Option<u8> {
        let is_local = |end: SocketAddr| canonical(end).ip() == local;
        let first = self.local.filter(|first| is_local(*first));
        let living = self.subflows.iter().find(|it| is_local(it.local));
        first.map(|_| 0).or(living.map(|it| it.loc_id))
    }

    /// Takes in a subflow that the kernel was asked for.
    fn learn(&mut self, subflow: &DiagSubflow) {
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

    /// Adds a subflow, or replaces what is known of it.
    fn put(&mut self, subflow: Subflow) {
        let same =
            |known: &&mut Subflow| (known.local, known.remote) == (subflow.local, subflow.remote);
        match self.subflows.iter_mut().find(same) {
            Some(known) => *known = subflow,
            None => self.subflows.push(subflow),
        }
    }
}

impl Subflow {
    fn first(event: &ConnectionEvent) -> Option<Self> {
        Some(Self {
            local: event.local()?,
            remote: event.remote()?,
            loc_id: event.loc_id.unwrap_or(0),
            rem_id: event.rem_id.unwrap_or(0),
            backup: false,
        })
    }

    fn of(event: &SubflowEvent) -> Option<Self> {
        Some(Self {
            local: event.local()?,
            remote: event.remote()?,
            loc_id: event.loc_id,
            rem_id: event.rem_id,
            backup: event.backup.is_some_and(|backup| backup != 0),
        })
    }

    fn is(&self, event: &SubflowClosedEvent) -> bool {
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
