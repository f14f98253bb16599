//! A table of connections, followed from creation to the end and resynchronised after a loss.

use std::io;
use std::net::{SocketAddr, TcpListener};

use genl::Received;
use genl::mptcp_pm::{
    AddAddr, Address, Connection, ConnectionTable, DelAddr, Diag, EventFlags, MptcpPm,
    MptcpPmEvent as Event, SubflowCreate, SubflowDestroy,
};
use genl_tests::mptcp;
use genl_tests::namespace::{IPV4, Pair};
use genl_tests::ss;

use crate::lab::{Family, Lab, Outcome, Side, accept_all, both_families, userspace};

both_families! {
    follows_a_connection
    agrees_with_the_kernel_from_the_start
    resynchronised_after_an_overrun
    connection_without_subflows_remains
}

/// Applies events until `last` returns true for one.
#[track_caller]
fn apply_until(side: &mut Side, table: &mut ConnectionTable, what: &str, last: fn(&Event) -> bool) {
    side.expect(what, |event| {
        table.apply(&event);
        last(&event).then_some(())
    });
}

/// Returns both ends of its subflows, sorted.
fn ends(connection: &Connection) -> Vec<(SocketAddr, SocketAddr)> {
    let ends = connection.subflows.iter();
    let mut ends: Vec<_> = ends
        .map(|subflow| (subflow.local, subflow.remote))
        .collect();
    ends.sort_unstable();
    ends
}

/// Checks that the table contains the sockets that `ss` lists in this namespace.
#[track_caller]
fn assert_agrees(table: &ConnectionTable, listed: io::Result<Vec<ss::Subflow>>) {
    let listed = listed.expect("ss");
    // Subflows that are being closed were already reported as closed.
    let mut listed: Vec<_> = listed
        .iter()
        .filter(|subflow| subflow.text.starts_with("ESTAB"))
        .map(|subflow| {
            (
                subflow.token,
                subflow.local,
                subflow.peer,
                subflow.local_id,
                subflow.remote_id,
            )
        })
        .collect();
    let mut known: Vec<_> = table
        .iter()
        .flat_map(|(token, connection)| connection.subflows.iter().map(move |it| (token, it)))
        .map(|(token, it)| (token, it.local, it.remote, it.loc_id, it.rem_id))
        .collect();
    listed.sort_unstable();
    known.sort_unstable();
    assert_eq!(known, listed);
}

fn follows_a_connection(family: Family) -> Outcome {
    let mut lab = Lab::userspace(family)?;
    let (token, address, (client, server)) = (lab.a.token, family.a()[1], lab.ends()?);
    let diag = || lab.pair.a.run(|| Diag::open()?.snapshot());
    let mut table = ConnectionTable::new();
    table.resynchronise(&diag()?);
    let connection = table.get(token).expect("the connection");
    assert!(connection.established && connection.server_side == Some(false));
    assert_eq!(
        (connection.local, connection.remote),
        (Some(client), Some(server))
    );
    assert_eq!(ends(connection), [(client, server)]);
    assert_eq!(
        connection.missing(address).collect::<Vec<_>>(),
        [(0, server)]
    );

    let second = SocketAddr::new(family.b()[1], server.port());
    lab.b
        .pm
        .add_addr(&AddAddr::from(Address::from(second.ip()).id(9).signal()))?;
    apply_until(&mut lab.a, &mut table, "announcement", |event| {
        matches!(event, Event::Announced(_))
    });
    let connection = table.get(token).expect("the connection");
    assert_eq!(
        connection.remotes().collect::<Vec<_>>(),
        [(0, server), (9, second)]
    );

    lab.a
        .pm
        .subflow_create(&SubflowCreate::between(token, address, server))?;
    apply_until(&mut lab.a, &mut table, "subflow", |event| {
        matches!(event, Event::SubEstablished(_))
    });
    assert_agrees(&table, lab.pair.a.run(ss::subflows));
    let connection = table.get(token).expect("the connection");
    assert_eq!(
        connection.missing(address).collect::<Vec<_>>(),
        [(9, second)]
    );

    let of_second = connection.subflows.get(1).copied().expect("the second");
    lab.a
        .pm
        .subflow_destroy(&SubflowDestroy::between(token, of_second.local, server))?;
    apply_until(&mut lab.a, &mut table, "its end", |event| {
        matches!(event, Event::SubClosed(_))
    });
    assert_eq!(
        ends(table.get(token).expect("the connection")),
        [(client, server)]
    );
    assert_agrees(&table, lab.pair.a.run(ss::subflows));

    lab.b.pm.del_addr(&DelAddr::by_id(9))?;
    apply_until(&mut lab.a, &mut table, "removal", |event| {
        matches!(event, Event::Removed(_))
    });
    assert_eq!(table.get(token).map(|it| it.announced.len()), Some(0));

    lab.close();
    apply_until(&mut lab.a, &mut table, "end", |event| {
        matches!(event, Event::Closed(_))
    });
    assert!(table.is_empty());
    Ok(())
}

/// The table is the same if it follows the events or asks the kernel.
fn agrees_with_the_kernel_from_the_start(family: Family) -> Outcome {
    let pair = Pair::new()?;
    pair.a.run(userspace)?;
    pair.b.run(accept_all)?;
    let mut sides = [Side::open(&pair.a)?, Side::open(&pair.b)?];
    let listener = pair.b.run(|| mptcp::listen((family.b()[0], 0).into()))?;
    let server = listener.local_addr()?;
    let client = pair.a.run(|| mptcp::connect(server))?;
    let _connection = mptcp::Connection::accept(listener, client)?;
    for (side, namespace, is_server) in [(0, &pair.a, false), (1, &pair.b, true)] {
        let mut told = ConnectionTable::new();
        for event in sides[side].until_quiet() {
            told.apply(&event);
        }
        let mut asked = ConnectionTable::new();
        asked.resynchronise(&namespace.run(|| Diag::open()?.snapshot())?);
        assert_eq!((told.len(), &asked), (1, &told));
        assert_agrees(&asked, namespace.run(ss::subflows));
        let (_, connection) = asked.iter().next().expect("the connection");
        assert_eq!(
            connection.flags.contains(EventFlags::SERVER_SIDE),
            is_server
        );
    }
    Ok(())
}

/// 40 events into a buffer that holds two, while connections are created and closed.
fn resynchronised_after_an_overrun(family: Family) -> Outcome {
    let mut lab = Lab::userspace(family)?;
    let (token, (_, server)) = (lab.a.token, lab.ends()?);
    let mut events = lab.pair.a.run(|| MptcpPm::listen(&[MptcpPm::EVENTS]))?;
    events.set_receive_buffer_size(1)?;
    let mut diag = lab.pair.a.run(Diag::open)?;
    let mut table = ConnectionTable::new();
    table.resynchronise(&diag.snapshot()?);

    let _listening: Vec<TcpListener> = (0..40)
        .map(|_| lab.listen_in_a(family.a()[0]))
        .collect::<Result<_, _>>()?;
    lab.a
        .pm
        .subflow_create(&SubflowCreate::between(token, family.a()[1], server))?;
    lab.a.expect("subflow", |event| match event {
        Event::SubEstablished(_) => Some(()),
        _ => None,
    });

    let mut before = 0;
    loop {
        match events.try_next()? {
            Some(Received::Event(event)) => {
                table.apply(&event);
                before += 1;
            }
            Some(Received::Overrun) => break,
            None => panic!("no overrun after {before} events"),
        }
    }
    assert!((1..40).contains(&before), "{before}");
    assert_eq!(
        table.get(token).map(|it| it.subflows.len()),
        Some(1),
        "that was lost"
    );
    table.resynchronise(&diag.snapshot()?);
    assert_agrees(&table, lab.pair.a.run(ss::subflows));
    assert_eq!(table.get(token).map(|it| it.subflows.len()), Some(2));

    // Both tables continue.
    lab.close();
    for _ in 0..5 {
        match events.next()? {
            Received::Event(event) => table.apply(&event),
            Received::Overrun => table.resynchronise(&diag.snapshot()?),
        }
        if table.is_empty() {
            return Ok(());
        }
    }
    panic!("the end of the connection is not told: {table:#?}");
}

/// No event is lost if events are read in time.
pub(crate) fn no_overrun_if_events_are_read_in_time() -> Outcome {
    let mut events = MptcpPm::listen(&[MptcpPm::EVENTS])?;
    events.set_receive_buffer_size(1 << 20)?;
    let listening: Vec<TcpListener> = (0..40)
        .map(|_| mptcp::listen((IPV4[0], 0).into()))
        .collect::<io::Result<_>>()?;
    for socket in &listening {
        let Received::Event(Event::ListenerCreated(event)) = events.next()? else {
            panic!("something else");
        };
        assert_eq!(event.local(), Some(socket.local_addr()?));
    }
    Ok(())
}

/// The only subflow is closed, and the next one does not exist yet.
fn connection_without_subflows_remains(family: Family) -> Outcome {
    let mut lab = Lab::userspace(family)?;
    let (token, (client, server)) = (lab.a.token, lab.ends()?);
    let destroy = SubflowDestroy::between(token, client, server);
    lab.a.pm.subflow_destroy(&destroy)?;
    lab.a.expect("the end of the subflow", |event| match event {
        Event::SubClosed(_) => Some(()),
        _ => None,
    });
    let mut table = ConnectionTable::new();
    table.resynchronise(&lab.pair.a.run(|| Diag::open()?.snapshot())?);
    let connection = table.get(token).expect("the connection");
    assert!(connection.established && connection.subflows.is_empty());
    let missing: Vec<_> = connection.missing(client.ip()).collect();
    assert_eq!(missing, [(0, server)]);
    Ok(())
}
