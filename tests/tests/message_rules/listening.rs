//! Listeners: events, and notices that events were lost.

use std::io;

use genl::error::ErrorKind;
use genl::mptcp_pm::{MptcpPm, MptcpPmEvent};
use genl::nlctrl::Nlctrl;
use genl::{Client, Error, Listener, Received, Scripted, UnknownAttribute};

use super::counting::Counting;
use super::{ID, limits, listener, message, peer};

type Events = Listener<MptcpPmEvent, Scripted>;

fn closed(token: u8) -> Vec<u8> {
    message(
        ID,
        0,
        0,
        &format!("03 01 0000  0800 0100 {token:02x}000000"),
    )
}

fn no_buffer_space() -> io::Error {
    io::Error::from_raw_os_error(libc::ENOBUFS)
}

/// Returns the token of the next event, or `None` for an overrun.
fn next(events: &mut Events) -> Option<u32> {
    match events.next().expect("an event or an overrun") {
        Received::Event(MptcpPmEvent::Closed(event)) => Some(event.token),
        Received::Overrun => None,
        Received::Event(other) => panic!("{other:?}"),
    }
}

fn told(result: Result<Received<MptcpPmEvent>, Error>) -> String {
    result.expect_err("a failure").to_string()
}

#[test]
fn rule_31_an_overrun_comes_between_the_events_around_it() {
    let mut events = listener(peer());
    let peer = events.transport();
    // The kernel reports the loss at once, and delivers older events after it.
    peer.deliver(closed(1), 0);
    peer.fail(no_buffer_space());
    peer.deliver(closed(2), 0);
    peer.deliver([closed(3), closed(4)].concat(), 0);
    for token in 1..=4 {
        assert_eq!(next(&mut events), Some(token));
    }
    assert_eq!(next(&mut events), None);
    // The loss is reported once. Then the socket accepts events again.
    assert_eq!(events.try_next().unwrap(), None);
    events.transport().deliver(closed(5), 0);
    assert_eq!(next(&mut events), Some(5));
    assert_eq!(events.try_next().unwrap(), None);
}

#[test]
fn rule_31_events_that_arrive_later_come_after_the_loss() {
    let mut events = listener(peer());
    let peer = events.transport();
    peer.fail(no_buffer_space());
    peer.deliver(closed(1), 0);
    peer.deliver(closed(2), 0);
    assert_eq!(next(&mut events), Some(1));
    // The reader is slow: the socket was empty and accepted this event.
    events.transport().deliver(closed(3), 0);
    assert_eq!(next(&mut events), Some(2));
    assert_eq!(next(&mut events), None);
    assert_eq!(next(&mut events), Some(3));
}

#[test]
fn unknown_attributes_of_an_event_are_kept() {
    let mut events = listener(peer());
    let bytes = message(
        ID,
        0,
        0,
        "03 01 0000  0800 0100 07000000  0500 6380 2a 000000",
    );
    events.transport().deliver(bytes, 0);
    let Received::Event(MptcpPmEvent::Closed(event)) = events.next().unwrap() else {
        panic!("another event");
    };
    let kept = UnknownAttribute {
        number: 0x63,
        nested: true,
        net_byteorder: false,
        payload: vec![42],
    };
    assert_eq!((event.token, event.unknown), (7, vec![kept]));
}

#[test]
fn rule_31_each_loss_is_reported_once() {
    let mut events = listener(peer());
    let peer = events.transport();
    peer.fail(no_buffer_space());
    peer.fail(no_buffer_space());
    peer.deliver(closed(1), 0);
    assert_eq!(next(&mut events), Some(1));
    assert_eq!(next(&mut events), None);
    events.transport().fail(no_buffer_space());
    assert_eq!(events.try_next().unwrap(), Some(Received::Overrun));
    assert_eq!(events.try_next().unwrap(), None);
}

#[test]
fn rule_31_a_loss_is_reported_without_waiting() {
    let client = Client::over(Counting::over(peer())).unwrap();
    let mut events: Listener<MptcpPmEvent, _> = Listener::join(client, &[MptcpPm::EVENTS]).unwrap();
    events.transport().inner.fail(no_buffer_space());
    events.transport().inner.deliver(closed(1), 0);
    events.transport().inner.deliver(closed(2), 0);
    let before = events.transport().received;
    for _ in 0..2 {
        assert!(matches!(events.next(), Ok(Received::Event(_))));
    }
    assert_eq!(events.next().unwrap(), Received::Overrun);
    // The receives: the loss, two events, and the empty socket. Without the last, the notice would wait for the next event.
    assert_eq!(events.transport().received, before + 4);
    assert_eq!(events.transport().waits, 0);
    assert!(events.next().is_err());
    assert_eq!(events.transport().waits, 1);
}

/// An event in a datagram that was cut is lost too.
#[test]
fn rule_31_other_messages_around_a_loss_are_not_events() {
    let mut events = listener(peer());
    let peer = events.transport();
    peer.fail(no_buffer_space());
    peer.deliver(closed(66), 4711);
    peer.deliver(vec![0; 70_000], 0);
    peer.deliver(vec![0; 70_000], 4711);
    peer.deliver(closed(1), 0);
    assert_eq!(next(&mut events), Some(1));
    assert_eq!(next(&mut events), None);
    assert_eq!(events.try_next().unwrap(), None);
    // After the loss, it is reported again.
    events.transport().deliver(vec![0; 70_000], 0);
    assert!(events.next().is_err());
}

/// An event in the same datagram as the one before the loss is returned before the socket is read.
#[test]
fn rule_31_a_loss_comes_after_the_current_datagram() {
    let mut events = listener(peer());
    let peer = events.transport();
    peer.deliver([closed(1), closed(2)].concat(), 0);
    peer.fail(no_buffer_space());
    peer.deliver(closed(3), 0);
    for token in 1..=3 {
        assert_eq!(next(&mut events), Some(token));
    }
    assert_eq!(next(&mut events), None);
}

#[test]
fn rule_40_an_overrun_message_is_an_overrun_in_its_place() {
    let mut events = listener(peer());
    let peer = events.transport();
    peer.deliver([closed(1), message(4, 0, 0, ""), closed(2)].concat(), 0);
    peer.deliver(message(4, 0, 7, ""), 0);
    let told = [(); 4].map(|()| next(&mut events));
    assert_eq!(told, [Some(1), None, Some(2), None]);
    assert_eq!(events.try_next().unwrap(), None);
}

#[test]
fn rule_31_a_client_that_loses_answers_returns_the_socket_error() {
    let mut peer = peer();
    super::expect(&mut peer, super::GET_LIMITS, &[limits(0, 5)]);
    let mut pm = super::client(peer);
    pm.channel().resolve(MptcpPm::FAMILY).unwrap();
    pm.channel().transport().fail(no_buffer_space());
    let error = pm.get_limits().unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::Io(_)));
    let text = "mptcp_pm get-limits: No buffer space available (ENOBUFS)";
    assert_eq!(error.to_string(), text);
    assert_eq!(error.raw_os_error(), Some(105));
}

#[test]
fn rule_27_only_messages_of_the_family_are_events() {
    let mut events = listener(peer());
    let peer = events.transport();
    let acknowledged = message(2, 0x100, 7, "00000000 14000000 1c000500 00000000 00000000");
    peer.deliver(acknowledged, 0);
    peer.deliver(message(29, 0, 0, "03 01 0000"), 0);
    peer.deliver([message(1, 0, 0, ""), closed(1)].concat(), 0);
    assert_eq!(next(&mut events), Some(1));
}

#[test]
fn rule_27_events_without_a_name_are_kept() {
    let mut events = listener(peer());
    let peer = events.transport();
    peer.deliver(message(ID, 0, 0, "63 01 0000  0500 0100 07 000000"), 0);
    match events.next().unwrap() {
        Received::Event(MptcpPmEvent::Unknown(event)) => {
            assert_eq!(event.command, 0x63);
            assert_eq!(event.attributes, [5, 0, 1, 0, 7, 0, 0, 0]);
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn rule_19_the_event_after_an_undecodable_one_is_returned() {
    let mut events = listener(peer());
    let peer = events.transport();
    peer.deliver(message(ID, 0, 0, "03 01 0000  0500 0100 07 000000"), 0);
    peer.deliver([message(ID, 0, 0, "0a 01 0000"), closed(1)].concat(), 0);
    peer.deliver(message(ID, 0, 0, "03"), 0);
    peer.deliver([closed(2), vec![0; 16]].concat(), 0);
    peer.deliver(closed(3), 0);
    assert_eq!(
        told(events.next()),
        "mptcp_pm closed event: attribute `token` has 1 byte, expected 4 (at byte 20)"
    );
    assert_eq!(
        told(events.next()),
        "mptcp_pm sub-established event: missing attribute `token`"
    );
    assert_eq!(next(&mut events), Some(1));
    assert_eq!(
        told(events.next()),
        "mptcp_pm listen event: has 1 byte of payload, too few for a generic netlink header (at byte 16)"
    );
    assert_eq!(next(&mut events), Some(2));
    assert_eq!(
        told(events.next()),
        "mptcp_pm listen event: contains a message of length 0, less than its header of 16 bytes"
    );
    assert_eq!(next(&mut events), Some(3));
}

#[test]
fn rule_31_a_listener_times_out() {
    let mut events = listener(peer());
    assert_eq!(events.try_next().unwrap(), None);
    let error = events.next().unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::Timeout));
    let text = "mptcp_pm listen: nothing arrived within the timeout";
    assert_eq!(error.to_string(), text);
    events
        .transport()
        .fail(io::Error::from_raw_os_error(libc::ENOTCONN));
    let text = "mptcp_pm listen: Transport endpoint is not connected (ENOTCONN)";
    assert_eq!(told(events.next()), text);
}

#[test]
fn groups_belong_to_the_family() {
    let join = |peer, group| {
        let joined: Result<Events, _> = Listener::join(Client::over(peer).unwrap(), &[group]);
        joined.expect_err("no such group")
    };
    let error = join(peer(), Nlctrl::NOTIFY);
    let text = "mptcp_pm listen: multicast group `notify` belongs to family `nlctrl`";
    assert_eq!(error.to_string(), text);
    assert!(matches!(
        error.kind(),
        ErrorKind::ForeignGroup {
            group: "notify",
            family: "nlctrl"
        }
    ));
    // The family has no groups in this kernel.
    let mut peer = Scripted::new();
    let bare = genl::description::Family::new(
        MptcpPm::FAMILY,
        genl::description::RustType::of::<MptcpPm>(),
        "",
        &[],
        &[],
        &[],
    );
    peer.family(Box::leak(Box::new(bare)), ID).unwrap();
    let error = join(peer, MptcpPm::EVENTS);
    let text = "mptcp_pm listen: the family has no multicast group `mptcp_pm_events` in the running kernel";
    assert_eq!(error.to_string(), text);
    assert!(matches!(
        error.kind(),
        ErrorKind::GroupNotFound {
            group: "mptcp_pm_events"
        }
    ));
}
