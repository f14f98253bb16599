//! The table of connections, updated by events.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};

use genl::mptcp_pm::{
    AnnouncedEvent, ClosedEvent, ConnectionEvent, ConnectionTable, EventFlags,
    MptcpPmEvent as Event, RemovedEvent, SubflowClosedEvent, SubflowEvent,
};

const TOKEN: u32 = 0x1234;

/// The first subflow: from 10.0.1.1:4000 to 10.0.1.2:80.
fn connection(flags: impl Into<Option<EventFlags>>) -> ConnectionEvent {
    ConnectionEvent {
        token: TOKEN,
        flags: flags.into(),
        saddr4: Some([10, 0, 1, 1].into()),
        daddr4: Some([10, 0, 1, 2].into()),
        sport: 4000,
        dport: 80,
        ..ConnectionEvent::default()
    }
}

/// A second subflow: from 10.0.2.1:4001 to 10.0.1.2:80.
fn second(backup: Option<u8>) -> SubflowEvent {
    SubflowEvent {
        token: TOKEN,
        saddr4: Some([10, 0, 2, 1].into()),
        daddr4: Some([10, 0, 1, 2].into()),
        sport: 4001,
        dport: 80,
        loc_id: 7,
        backup,
        ..SubflowEvent::default()
    }
}

fn announced(id: u8, text: &str) -> Event {
    let at: SocketAddr = text.parse().unwrap();
    let mut event = AnnouncedEvent {
        token: TOKEN,
        rem_id: id,
        dport: Some(at.port()),
        ..AnnouncedEvent::default()
    };
    match at.ip() {
        IpAddr::V4(ip) => event.daddr4 = Some(ip),
        IpAddr::V6(ip) => event.daddr6 = Some(ip),
    }
    Event::Announced(event)
}

fn table(events: impl IntoIterator<Item = Event>) -> ConnectionTable {
    let mut table = ConnectionTable::new();
    for event in events {
        table.apply(&event);
    }
    table
}

/// Returns the addresses of the peer, with their ids.
fn texts(remotes: impl Iterator<Item = (u8, SocketAddr)>) -> Vec<String> {
    remotes
        .map(|(id, remote)| format!("{id} {remote}"))
        .collect()
}

fn ip(text: &str) -> IpAddr {
    text.parse().unwrap()
}

#[test]
fn a_connection_is_known_from_its_creation_and_established_later() {
    let mut table = table([Event::Created(connection(None))]);
    let known = table.get(TOKEN).unwrap();
    assert!(!known.established);
    assert_eq!(known.server_side, Some(false));
    assert_eq!(known.local, "10.0.1.1:4000".parse().ok());
    assert_eq!(known.remote, "10.0.1.2:80".parse().ok());
    let first = known.subflows[0];
    assert_eq!(
        (Some(first.local), Some(first.remote)),
        (known.local, known.remote)
    );
    assert_eq!((first.loc_id, first.rem_id, first.backup), (0, 0, false));
    assert_eq!(known.subflows.len(), 1);
    table.apply(&Event::Established(connection(EventFlags::DENY_JOIN_ID0)));
    let known = table.get(TOKEN).unwrap();
    assert!(known.established);
    assert_eq!(known.flags, EventFlags::DENY_JOIN_ID0);
    assert_eq!((known.subflows.len(), table.len()), (1, 1));
    let closed = ClosedEvent {
        token: TOKEN,
        ..ClosedEvent::default()
    };
    let of_another = ClosedEvent {
        token: TOKEN + 1,
        ..closed.clone()
    };
    table.apply(&Event::Closed(of_another));
    assert!(!table.is_empty());
    table.apply(&Event::Closed(closed));
    assert!(table.is_empty());
}

#[test]
fn events_of_unknown_connections_are_ignored() {
    let removed = RemovedEvent {
        token: TOKEN,
        rem_id: 1,
        ..RemovedEvent::default()
    };
    let table = table([
        announced(1, "10.0.2.2:80"),
        Event::Removed(removed),
        Event::SubEstablished(second(None)),
    ]);
    assert!(table.is_empty());
}

/// Most events contain the attribute with the value 0.
#[test]
fn backup_is_the_last_wish_of_the_peer() {
    let mut table = table([Event::Established(connection(None))]);
    let backup = |table: &ConnectionTable| {
        let subflows = &table.get(TOKEN).unwrap().subflows;
        assert_eq!(subflows.len(), 2, "no subflow is there twice");
        assert_eq!((subflows[1].loc_id, subflows[1].rem_id), (7, 0));
        subflows[1].backup
    };
    for (told, expected) in [(Some(0), false), (Some(1), true), (None, false)] {
        table.apply(&Event::SubEstablished(second(told)));
        assert_eq!(backup(&table), expected, "{told:?}");
    }
    table.apply(&Event::SubPriority(second(Some(1))));
    assert!(backup(&table));
}

#[test]
fn both_ends_identify_a_closed_subflow() {
    let mut table = table([
        Event::Established(connection(None)),
        Event::SubEstablished(second(None)),
    ]);
    let closed = SubflowClosedEvent {
        token: TOKEN,
        saddr4: Some([10, 0, 2, 1].into()),
        daddr4: Some([10, 0, 1, 2].into()),
        sport: 4001,
        dport: 80,
        ..SubflowClosedEvent::default()
    };
    let mut count = |event: SubflowClosedEvent| {
        table.apply(&Event::SubClosed(event));
        table.get(TOKEN).unwrap().subflows.len()
    };
    let other_port = SubflowClosedEvent {
        sport: 4002,
        ..closed.clone()
    };
    let other_peer = SubflowClosedEvent {
        dport: 81,
        ..closed.clone()
    };
    assert_eq!((count(other_port), count(other_peer)), (2, 2));
    assert_eq!(count(closed), 1);
}

#[test]
fn the_first_address_is_left_out_if_the_peer_refuses_joins() {
    let joinable = |flags: Option<EventFlags>| {
        let table = table([
            Event::Established(connection(flags)),
            announced(3, "10.0.2.2:81"),
        ]);
        texts(table.get(TOKEN).unwrap().remotes())
    };
    assert_eq!(joinable(None), ["0 10.0.1.2:80", "3 10.0.2.2:81"]);
    let server = EventFlags::SERVER_SIDE;
    assert_eq!(joinable(Some(server)), ["0 10.0.1.2:80", "3 10.0.2.2:81"]);
    let denied = EventFlags::DENY_JOIN_ID0;
    assert_eq!(joinable(Some(denied)), ["3 10.0.2.2:81"]);
}

#[test]
fn announcements_are_replaced_and_removed_by_id() {
    let removed = |rem_id| {
        Event::Removed(RemovedEvent {
            token: TOKEN,
            rem_id,
            ..RemovedEvent::default()
        })
    };
    let table = table([
        Event::Established(connection(EventFlags::DENY_JOIN_ID0)),
        announced(3, "10.0.2.2:81"),
        announced(4, "10.0.3.2:82"),
        announced(3, "10.0.4.2:83"),
        removed(4),
        removed(5),
    ]);
    assert_eq!(
        texts(table.get(TOKEN).unwrap().remotes()),
        ["3 10.0.4.2:83"]
    );
}

#[test]
fn missing_remotes_have_the_family_of_the_local_address() {
    let table = table([
        Event::Established(connection(None)),
        Event::SubEstablished(second(None)),
        announced(3, "[fd00::2]:80"),
        announced(4, "[::ffff:10.0.2.2]:80"),
        announced(5, "10.0.1.2:81"),
    ]);
    let known = table.get(TOKEN).unwrap();
    let missing = |local: &str| texts(known.missing(ip(local)));
    // The address already has a subflow to 10.0.1.2:80, but none to that address with another port.
    assert_eq!(missing("10.0.2.1"), ["4 10.0.2.2:80", "5 10.0.1.2:81"]);
    assert_eq!(missing("10.0.1.1"), ["4 10.0.2.2:80", "5 10.0.1.2:81"]);
    let all = ["0 10.0.1.2:80", "4 10.0.2.2:80", "5 10.0.1.2:81"];
    assert_eq!(missing("10.0.3.1"), all);
    assert_eq!(missing("fd00::1"), ["3 [fd00::2]:80"]);
}

#[test]
fn a_local_address_keeps_its_id() {
    let mut table = table([
        Event::Established(connection(None)),
        Event::SubEstablished(second(None)),
    ]);
    let known = table.get(TOKEN).unwrap();
    assert_eq!(known.local_id(ip("10.0.1.1")), Some(0));
    assert_eq!(known.local_id(ip("10.0.2.1")), Some(7));
    assert_eq!(known.local_id(ip("10.0.1.2")), None, "that is the peer's");

    // This also holds if the first subflow is closed and another one starts from there.
    table.apply(&Event::SubClosed(SubflowClosedEvent {
        token: TOKEN,
        saddr4: Some([10, 0, 1, 1].into()),
        daddr4: Some([10, 0, 1, 2].into()),
        sport: 4000,
        dport: 80,
        ..SubflowClosedEvent::default()
    }));
    table.apply(&Event::SubEstablished(SubflowEvent {
        saddr4: Some([10, 0, 1, 1].into()),
        ..second(None)
    }));
    let known = table.get(TOKEN).unwrap();
    let ids: Vec<_> = known.subflows.iter().map(|it| it.loc_id).collect();
    assert_eq!(ids, [7, 7]);
    assert_eq!(known.local_id(ip("10.0.1.1")), Some(0));
}

#[test]
fn ids_of_the_first_subflow_come_from_the_event() {
    let table = table([Event::Created(ConnectionEvent {
        loc_id: Some(3),
        rem_id: Some(4),
        ..connection(None)
    })]);
    let first = table.get(TOKEN).unwrap().subflows[0];
    assert_eq!((first.loc_id, first.rem_id), (3, 4));
}

/// The addresses of an IPv6 socket that uses IPv4.
#[test]
fn mapped_addresses_are_of_ipv4() {
    let mapped = |last| Some(Ipv4Addr::new(10, 0, 1, last).to_ipv6_mapped());
    let table = table([
        Event::Established(ConnectionEvent {
            saddr4: None,
            saddr6: mapped(1),
            daddr4: None,
            daddr6: mapped(2),
            ..connection(None)
        }),
        announced(3, "10.0.1.2:81"),
    ]);
    let known = table.get(TOKEN).unwrap();
    assert_eq!(known.local_id(ip("10.0.1.1")), Some(0));
    let missing = |local: &str| texts(known.missing(ip(local)));
    assert_eq!(missing("10.0.1.1"), ["3 10.0.1.2:81"]);
    assert_eq!(missing("10.0.2.1"), ["0 10.0.1.2:80", "3 10.0.1.2:81"]);
}
