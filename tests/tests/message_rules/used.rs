//! A client with an unread operation, and the next user of its socket.

use genl::mptcp_pm::{DumpAddrs, MptcpPm, MptcpPmEvent};
use genl::transport::Step;
use genl::{Client, ErrorKind, Listener, Received, Scripted, Transport};

use super::clocked::Clocked;
use super::common::hex;
use super::counting::Counting;
use super::{DUMP, GET_LIMITS, ID, done, expect, limits, message, part, peer};

/// `NLM_F_MULTI`.
const MULTI: u16 = 0x2;

/// Creates a client that has read this many of the three replies of a dump. `thermal` sends them without a sequence number.
fn used(read: usize, numbered: bool) -> Client<Counting<Scripted>> {
    let mut peer = peer();
    let request = hex(DUMP);
    let parts = [[part(MULTI, 1), part(MULTI, 2)].concat(), part(MULTI, 3)];
    let done = done(MULTI, 0, "");
    let step = |part| {
        if numbered {
            Step::Answer(part)
        } else {
            Step::Event(part)
        }
    };
    let steps = parts.iter().map(|part| step(part));
    peer.replay(
        [Step::Request(&request)]
            .into_iter()
            .chain(steps)
            .chain([Step::Answer(&done)]),
    );
    let mut client = Client::over(Counting::over(peer)).unwrap();
    let request = DumpAddrs::default();
    let dump = client.dump(&MptcpPm::DUMP_ADDRS, &request).unwrap();
    assert_eq!(dump.take(read).flatten().count(), read.min(3));
    client
}

/// Such a listener would wait forever.
#[test]
fn a_listener_without_a_group_is_refused() {
    let client = Client::over(Counting::over(peer())).unwrap();
    let error = Listener::<MptcpPmEvent, _>::join(client, &[]).unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::NoGroups), "{error}");
}

/// Returns every place where a dump may be abandoned.
fn places() -> impl Iterator<Item = (usize, bool)> {
    (0..=4).flat_map(|read| [(read, true), (read, false)])
}

/// The reply of `dump-addrs` and the event `closed` have the same command.
#[test]
fn rule_38_a_reply_is_not_taken_for_an_event() {
    for (read, numbered) in places() {
        let mut events: Listener<MptcpPmEvent, _> =
            Listener::join(used(read, numbered), &[MptcpPm::EVENTS]).unwrap();
        let closed = message(ID, 0, 0, "03 01 0000  0800 0100 07000000");
        events.transport().inner.deliver(closed, 0);
        let event = events.next().unwrap();
        let Received::Event(MptcpPmEvent::Closed(event)) = event else {
            panic!("{event:?}");
        };
        assert_eq!(event.token, 7);
        assert_eq!(events.try_next().unwrap(), None);
        assert_eq!(events.transport().waits, 0);
    }
}

#[test]
fn rule_38_another_client_over_the_same_socket_reads_its_own_dump() {
    for (read, numbered) in places() {
        let mut transport = used(read, numbered).into_transport();
        expect(
            &mut transport.inner,
            DUMP,
            &[part(MULTI, 8), part(MULTI, 9), done(MULTI, 0, "")],
        );
        expect(&mut transport.inner, GET_LIMITS, &[limits(0, 5)]);
        let mut pm = MptcpPm::new(Client::over(transport).unwrap());
        let request = DumpAddrs::default();
        let ids = pm.dump_addrs(&request).unwrap().flatten();
        let ids: Vec<_> = ids.map(|reply| reply.addr.id).collect();
        assert_eq!(ids, [Some(8), Some(9)]);
        assert_eq!(pm.get_limits().unwrap().subflows, 5);
        assert_eq!(pm.channel().transport().waits, 0);
    }
}

#[test]
fn rule_38_a_transport_is_returned_empty() {
    for (read, numbered) in places() {
        let mut client = used(read, numbered);
        let sent = client.transport().sent.clone();
        let mut transport = client.into_transport();
        assert_eq!(transport.sent, sent);
        let mut buffer = Vec::with_capacity(100);
        assert!(transport.inner.receive(&mut buffer).is_err());
        assert_eq!(transport.waits, 0);
    }
    // If nothing is unread, the socket is not read.
    let client = Client::over(Counting::over(Scripted::new())).unwrap();
    assert_eq!(client.into_transport().received, 0);
    let mut client = used(4, true);
    let received = client.transport().received;
    assert_eq!(client.into_transport().received, received);
}

#[test]
fn rule_38_no_two_requests_of_a_process_have_the_same_number() {
    let mut clients: Vec<_> = (0..3)
        .map(|_| {
            let mut peer = peer();
            for _ in 0..5 {
                expect(&mut peer, GET_LIMITS, &[limits(0, 5)]);
            }
            MptcpPm::new(Client::over(Counting::over(peer)).unwrap())
        })
        .collect();
    for _ in 0..5 {
        for pm in &mut clients {
            pm.get_limits().unwrap();
        }
    }
    let mut numbers: Vec<_> = clients
        .iter_mut()
        .flat_map(|pm| pm.channel().transport().sent.clone())
        .map(|sent| u32::from_ne_bytes(sent[8..12].try_into().unwrap()))
        .collect();
    assert_eq!(numbers.len(), 18);
    numbers.sort_unstable();
    numbers.dedup();
    assert_eq!(numbers.len(), 18);
    assert!(!numbers.contains(&0));
}

/// The client's data about a family may be out of date. The controller's group is joined before the family is looked up, so that
/// no change of the family is missed.
#[test]
fn rule_36_a_listener_looks_the_family_up_again() {
    let question =
        "24000000 1000 0100 00000000 00000000 03 02 0000  0d00 0200 6d707463705f706d00 000000";
    // The id of `mptcp_pm_events` equals the id of the family.
    let family = |id: u8| {
        let group = format!(
            "2400 0700  2000 0100  1400 0100 6d707463705f706d5f6576656e747300  0800 0200 {id:02x}000000"
        );
        let name = "0d00 0200 6d707463705f706d00 000000";
        let payload = format!("01 02 0000  {name}  0600 0100 {id:02x}00 0000  {group}");
        message(16, 0, 0, &payload)
    };
    let mut peer = Scripted::new();
    expect(&mut peer, question, &[family(28)]);
    expect(&mut peer, question, &[family(29)]);
    let mut client = Clocked::client(peer, None);
    client.resolve(MptcpPm::FAMILY).unwrap();
    let mut events: Listener<MptcpPmEvent, _> = Listener::join(client, &[MptcpPm::EVENTS]).unwrap();
    assert_eq!(events.transport().groups, [0, 16, 0, 29]);
    let closed = message(29, 0, 0, "03 01 0000  0800 0100 07000000");
    events.transport().peer.deliver(closed, 0);
    assert!(matches!(events.next(), Ok(Received::Event(_))));
}
