//! The table of connections, resynchronised with the answers of the kernel.

use std::net::SocketAddr;

use genl::mptcp_pm::{
    AnnouncedEvent, ConnectionEvent, ConnectionTable, DiagConnection, DiagSubflow, EventFlags,
    MptcpPmEvent as Event, Snapshot, SubflowAttribute, SubflowFlags,
};

const TOKEN: u32 = 0x1234;
const ESTABLISHED: u8 = 1;
const SYN_SENT: u8 = 2;
const SYN_RECEIVED: u8 = 3;
const FIN_WAIT: u8 = 4;
const CLOSE_WAIT: u8 = 8;

fn end(text: &str) -> SocketAddr {
    text.parse().unwrap()
}

/// An established subflow from 10.0.1.1 and this port to 10.0.1.2:80.
fn subflow(port: u16, flags: SubflowFlags) -> DiagSubflow {
    DiagSubflow {
        local: SocketAddr::from(([10, 0, 1, 1], port)),
        remote: end("10.0.1.2:80"),
        state: ESTABLISHED,
        info: SubflowAttribute {
            token_loc: Some(TOKEN),
            flags: Some(flags),
            ..SubflowAttribute::default()
        },
    }
}

fn connection(state: u8, inode: u32) -> DiagConnection {
    DiagConnection {
        token: TOKEN,
        local: end("10.0.1.1:4000"),
        remote: end("10.0.1.2:80"),
        state,
        inode,
        fallback: false,
    }
}

fn subflows(subflows: impl Into<Vec<DiagSubflow>>) -> Snapshot {
    Snapshot {
        subflows: subflows.into(),
        ..Snapshot::default()
    }
}

fn connections(connections: impl Into<Vec<DiagConnection>>) -> Snapshot {
    Snapshot {
        connections: connections.into(),
        ..Snapshot::default()
    }
}

fn asked(snapshot: &Snapshot) -> ConnectionTable {
    let mut table = ConnectionTable::new();
    table.resynchronise(snapshot);
    table
}

#[test]
fn old_subflows_are_removed_and_announcements_remain() {
    let mut table = ConnectionTable::new();
    table.apply(&Event::Established(ConnectionEvent {
        token: TOKEN,
        flags: Some(EventFlags::DENY_JOIN_ID0),
        saddr4: Some([10, 0, 1, 1].into()),
        daddr4: Some([10, 0, 1, 2].into()),
        sport: 4000,
        dport: 80,
        ..ConnectionEvent::default()
    }));
    table.apply(&Event::Announced(AnnouncedEvent {
        token: TOKEN,
        rem_id: 3,
        daddr4: Some([10, 0, 2, 2].into()),
        dport: Some(80),
        ..AnnouncedEvent::default()
    }));
    let joined = subflow(4001, SubflowFlags::JOIN_REM | SubflowFlags::JOIN_LOC);
    table.resynchronise(&subflows([joined.clone()]));
    let known = table.get(TOKEN).unwrap();
    let locals: Vec<_> = known.subflows.iter().map(|it| it.local).collect();
    assert_eq!(locals, [joined.local]);
    assert_eq!(known.announced.len(), 1);
    // Its first ends remain known, although the subflow is closed.
    assert!(known.established);
    assert_eq!(known.local, Some(end("10.0.1.1:4000")));
    assert_eq!(known.flags, EventFlags::DENY_JOIN_ID0);
    // They also remain without any subflow.
    table.resynchronise(&connections([connection(ESTABLISHED, 7)]));
    let known = table.get(TOKEN).unwrap();
    assert_eq!((known.subflows.len(), known.announced.len()), (0, 1));
    // The addresses of events are kept, although the socket has others.
    let other = DiagConnection {
        local: end("10.0.3.1:5000"),
        remote: end("10.0.3.2:81"),
        ..connection(ESTABLISHED, 7)
    };
    table.resynchronise(&connections([other]));
    let known = table.get(TOKEN).unwrap();
    assert_eq!(known.local, Some(end("10.0.1.1:4000")));
    assert_eq!(known.remote, Some(end("10.0.1.2:80")));
    // The peer has closed the connection, and the program has not.
    table.resynchronise(&connections([connection(CLOSE_WAIT, 7)]));
    assert!(table.get(TOKEN).unwrap().established);
    table.resynchronise(&Snapshot::default());
    assert!(table.is_empty());
}

/// The kernel lists sockets whose connection has no token yet, or no longer.
#[test]
fn token_0_and_no_token_are_of_no_connection() {
    let with = |token_loc| {
        let mut subflow = subflow(4000, SubflowFlags::MCAP_REM);
        subflow.info.token_loc = token_loc;
        subflows([subflow])
    };
    assert!(asked(&with(Some(0))).is_empty());
    assert!(asked(&with(None)).is_empty());
    assert_eq!(asked(&with(Some(1))).len(), 1);
}

/// The order of the subflows in the dump does not matter.
#[test]
fn one_subflow_is_enough_to_establish_a_connection() {
    let established = SubflowFlags::MCAP_REM | SubflowFlags::FULLY_ESTABLISHED;
    let (first, joining) = (
        subflow(4000, established),
        subflow(4001, SubflowFlags::JOIN_LOC),
    );
    for (order, expected) in [
        (vec![first.clone(), joining.clone()], true),
        (vec![joining.clone(), first], true),
        (vec![joining], false),
    ] {
        let table = asked(&subflows(order));
        assert_eq!(table.get(TOKEN).unwrap().established, expected);
    }
}

/// It is the wish of the peer, as in events.
#[test]
fn backup_is_the_flag_of_the_peer() {
    let backup = |flag| {
        asked(&subflows([subflow(4000, flag)]))
            .get(TOKEN)
            .unwrap()
            .subflows[0]
            .backup
    };
    assert!(backup(SubflowFlags::BKUP_REM));
    assert!(!backup(SubflowFlags::BKUP_LOC));
    assert!(!backup(SubflowFlags::empty()));
}

#[test]
fn the_first_subflow_determines_ends_and_side() {
    let (ours, theirs) = (SubflowFlags::MCAP_LOC, SubflowFlags::MCAP_REM);
    // Only the local flag is set until the peer has answered.
    for (flags, server_side) in [(ours, false), (ours | theirs, false), (theirs, true)] {
        let table = asked(&subflows([
            subflow(4001, SubflowFlags::JOIN_REM),
            subflow(4000, flags),
        ]));
        let known = table.get(TOKEN).unwrap();
        assert_eq!(known.local, Some(end("10.0.1.1:4000")));
        assert_eq!(known.remote, Some(end("10.0.1.2:80")));
        assert_eq!(known.server_side, Some(server_side));
        let told = known.flags.contains(EventFlags::SERVER_SIDE);
        assert_eq!(told, server_side);
    }
    // Without it, the socket of the connection has the ends, and the side is unknown.
    let mut snapshot = subflows([subflow(4001, SubflowFlags::JOIN_REM)]);
    assert_eq!(asked(&snapshot).get(TOKEN).unwrap().local, None);
    snapshot.connections.push(connection(ESTABLISHED, 7));
    let table = asked(&snapshot);
    let known = table.get(TOKEN).unwrap();
    assert_eq!(known.local, Some(end("10.0.1.1:4000")));
    assert_eq!(known.server_side, None);
    // It has a subflow that is not established, and no data of its own.
    assert!(!known.established);
}

#[test]
fn ids_are_taken_from_the_subflow() {
    let mut with_ids = subflow(4001, SubflowFlags::JOIN_REM);
    (with_ids.info.id_loc, with_ids.info.id_rem) = (Some(7), Some(9));
    let table = asked(&subflows([with_ids, subflow(4000, SubflowFlags::MCAP_REM)]));
    let known = &table.get(TOKEN).unwrap().subflows;
    assert_eq!((known[0].loc_id, known[0].rem_id), (7, 9));
    assert_eq!((known[1].loc_id, known[1].rem_id), (0, 0));
}

/// Subflows that are being closed were already reported as closed.
#[test]
fn subflows_remain_until_they_are_being_closed() {
    let lives = |state| {
        let mut subflow = subflow(4000, SubflowFlags::MCAP_REM);
        subflow.state = state;
        !asked(&subflows([subflow])).is_empty()
    };
    assert!([ESTABLISHED, SYN_SENT, SYN_RECEIVED].into_iter().all(lives));
    assert!(!(FIN_WAIT..=12).any(lives));
}

#[test]
fn a_socket_without_a_process_counts_only_while_established() {
    let is_known = |state, inode| {
        let table = asked(&connections([connection(state, inode)]));
        !table.is_empty()
    };
    // The first was not yet accepted. The program has the other one, whatever the peer does.
    assert!(is_known(ESTABLISHED, 0));
    assert!(is_known(CLOSE_WAIT, 7));
    assert!(!is_known(CLOSE_WAIT, 0));
    let fallen_back = DiagConnection {
        fallback: true,
        ..connection(ESTABLISHED, 7)
    };
    assert!(asked(&connections([fallen_back])).is_empty());
}

#[test]
fn subflows_of_a_closed_connection_do_not_bring_it_back() {
    let mut snapshot = connections([connection(CLOSE_WAIT, 0)]);
    snapshot
        .subflows
        .push(subflow(4000, SubflowFlags::MCAP_REM));
    assert!(asked(&snapshot).is_empty());
}

#[test]
fn without_subflows_the_state_is_that_of_the_socket() {
    for (state, established) in [(ESTABLISHED, true), (CLOSE_WAIT, false)] {
        let table = asked(&connections([connection(state, 7)]));
        assert_eq!(table.get(TOKEN).unwrap().established, established);
    }
}
