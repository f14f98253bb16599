//! A table of all connections, kept up to date by events.

use std::collections::BTreeMap;

use super::diag::{DiagSubflow, ESTABLISHED, Snapshot};
use super::{Connection, ConnectionEvent, MptcpPmEvent, Subflow};

/// Follows the connections of a network namespace by their events, as the basis of a path manager.
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

impl ConnectionTable {
    /// Creates a table without connections.
    pub fn new() -> Self {
        Self::default()
    }

    /// Updates the table with an event.
    ///
    /// Events from before the last [`resynchronise`](Self::resynchronise) may be applied after it.
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

    /// Replaces the connections by those of a snapshot, at the start or after events were lost.
    ///
    /// A snapshot has no announced addresses: those already in the table remain. Connections are left out if they fell back
    /// to TCP, or if they linger after the event `closed`.
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
                // It has no subflow any more, which happens only after it was established.
                known.established |= seen.state == ESTABLISHED;
                known
            });
            connection.local.get_or_insert(seen.local);
            connection.remote.get_or_insert(seen.remote);
        }
    }

    /// Returns the connection with this token.
    pub fn get(&self, token: u32) -> Option<&Connection> {
        self.connections.get(&token)
    }

    /// Returns the connections with their tokens.
    pub fn iter(&self) -> impl Iterator<Item = (u32, &Connection)> {
        let connections = self.connections.iter();
        connections.map(|(token, connection)| (*token, connection))
    }

    /// Returns the number of connections.
    pub fn len(&self) -> usize {
        self.connections.len()
    }

    /// Returns whether the table has no connections.
    pub fn is_empty(&self) -> bool {
        self.connections.is_empty()
    }

    fn get_mut(&mut self, token: u32) -> Option<&mut Connection> {
        self.connections.get_mut(&token)
    }

    /// Returns the connection of an event, with all data of the event. Adds it if it is new.
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

impl DiagSubflow {
    /// Returns whether it is established or being established. The event `sub_closed` has reported all others.
    fn is_live(&self) -> bool {
        const SYN_SENT: u8 = 2;
        const SYN_RECEIVED: u8 = 3;
        matches!(self.state, ESTABLISHED | SYN_SENT | SYN_RECEIVED)
    }
}
