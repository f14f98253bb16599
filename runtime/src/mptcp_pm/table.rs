//! A view of all connections, kept up to date from events.

use core::net::SocketAddr;
use std::collections::BTreeMap;

use super::diag::DiagSubflow;
use super::{ConnectionEvent, EventFlags, MptcpPmEvent, SubflowClosedEvent, SubflowEvent};

/// The connections of a network namespace, as events tell of them: what a path manager starts from.
///
/// ```no_run
/// use genl::Received;
/// use genl::mptcp_pm::{ConnectionTable, Diag, MptcpPm};
///
/// let mut events = MptcpPm::listen(&[MptcpPm::EVENTS])?;
/// let mut table = ConnectionTable::new();
/// let mut diag = Diag::open()?;
/// table.resynchronise(&diag.subflows()?);
/// loop {
///     match events.next()? {
///         Received::Event(event) => table.apply(&event),
///         Received::Overrun => table.resynchronise(&diag.subflows()?),
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
    /// What is known of it; nothing where its `created` and `established` were missed.
    pub flags: EventFlags,
    /// Its subflows, the oldest first.
    pub subflows: Vec<Subflow>,
    /// The addresses that the peer announced, by their id; the port is 0 if none was announced.
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

    /// Takes an event in. Events that come twice, or late, do no harm.
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

    /// Puts the table right after events were lost, or at the start, from what [`Diag::subflows`](super::Diag::subflows) tells.
    ///
    /// Connections without a subflow are taken for closed. Announced addresses cannot be asked for: those known stay.
    pub fn resynchronise(&mut self, subflows: &[DiagSubflow]) {
        let mut known = core::mem::take(&mut self.connections);
        for subflow in subflows {
            let Some(token) = subflow.info.token_loc.filter(|token| *token != 0) else {
                continue;
            };
            let connection = self.connections.entry(token).or_insert_with(|| {
                let known = known.remove(&token).unwrap_or_default();
                Connection {
                    subflows: Vec::new(),
                    established: true,
                    ..known
                }
            });
            connection.put(Subflow::from(subflow));
        }
    }

    /// The connection with this token.
    pub fn get(&self, token: u32) -> Option<&Connection> {
        self.connections.get(&token)
    }

    /// The connections with their tokens.
    pub fn iter(&self) -> impl Iterator<Item = (u32, &Connection)> {
        self.connections
            .iter()
            .map(|(token, connection)| (*token, connection))
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
        let connection = self.connections.entry(event.token).or_default();
        connection.flags = event.flags.unwrap_or_default();
        if let (true, Some(first)) = (connection.subflows.is_empty(), Subflow::first(event)) {
            connection.put(first);
        }
        connection
    }
}

impl Connection {
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
            backup: flags.contains(super::SubflowFlags::BKUP_REM),
        }
    }
}
