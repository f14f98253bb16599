//! Sockets that are not connections for a path manager: those that linger after their end, and those that fell back to TCP.

use std::net::TcpListener;
use std::time::Duration;

use genl::mptcp_pm::{Address, ConnectionTable, DelAddr, Diag, MptcpPm, MptcpPmEvent as Event};
use genl::{Listener, Received};
use genl_tests::mptcp::{self, Connection};
use genl_tests::namespace::IPV4;

use crate::lab::Outcome;

/// Waits for an event, which must arrive.
fn wait<T>(
    events: &mut Listener<Event>,
    found: impl Fn(Event) -> Option<T>,
) -> Result<T, genl::Error> {
    events
        .set_receive_timeout(Some(Duration::from_secs(5)))
        .expect("a timeout");
    loop {
        let found = match events.next()? {
            Received::Event(event) => found(event),
            Received::Overrun => None,
        };
        if let Some(found) = found {
            return Ok(found);
        }
    }
}

pub(crate) fn closed_connections_that_linger_stay_closed() -> Outcome {
    let mut events = MptcpPm::listen(&[MptcpPm::EVENTS])?;
    let Connection { client, server, .. } = Connection::open((IPV4[0], 0).into())?;
    let local = client.local_addr()?;
    let known = Diag::open()?.connections()?;
    let token = known
        .iter()
        .find(|known| known.local == local)
        .ok_or("no connection")?
        .token;
    let mut table = ConnectionTable::new();
    table.resynchronise(&Diag::open()?.snapshot()?);
    assert_eq!(table.len(), 2);

    // The peer does not close, so the kernel keeps the socket for a while.
    drop(client);
    wait(&mut events, |event| match event {
        Event::Closed(event) => (event.token == token).then_some(()),
        _ => None,
    })?;
    let snapshot = Diag::open()?.snapshot()?;
    assert!(
        snapshot
            .connections
            .iter()
            .any(|known| known.token == token),
        "it does not linger"
    );
    table.resynchronise(&snapshot);
    assert!(table.get(token).is_none(), "{table:#?}");
    assert_eq!(table.len(), 1);
    drop(server);
    Ok(())
}

pub(crate) fn connections_that_fell_back_are_left_out() -> Outcome {
    let listener = TcpListener::bind((IPV4[0], 0))?;
    let _client = mptcp::connect(listener.local_addr()?)?;
    let _server = listener.accept()?;
    let snapshot = Diag::open()?.snapshot()?;
    assert!(
        snapshot.connections.iter().all(|known| known.fallback),
        "{snapshot:#?}"
    );
    let mut table = ConnectionTable::new();
    table.resynchronise(&snapshot);
    assert!(table.is_empty(), "{table:#?}");
    Ok(())
}

pub(crate) fn removal_without_an_id_concerns_the_first_address() -> Outcome {
    let mut events = MptcpPm::listen(&[MptcpPm::EVENTS])?;
    let connection = Connection::open((IPV4[0], 0).into())?;
    let mut pm = MptcpPm::connect()?;
    pm.del_addr(&DelAddr {
        addr: Address::from(IPV4[0]),
    })?;
    let ends = [
        connection.client.local_addr()?,
        connection.listener.local_addr()?,
    ];
    let closed = wait(&mut events, |event| match event {
        Event::SubClosed(event) => Some([event.local(), event.remote()]),
        _ => None,
    })?;
    assert!(
        closed == ends.map(Some) || closed == [ends[1], ends[0]].map(Some),
        "{closed:?}"
    );
    Ok(())
}
