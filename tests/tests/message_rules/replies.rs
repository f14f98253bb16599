//! Replies: the message that answers the request.

use genl::error::ErrorKind;
use genl::mptcp_pm::MptcpPmEvent;
use genl::nlctrl::{GetFamily, Nlctrl};
use genl::transport::Step;
use genl::{AttributeSet, Client, Received, Scripted, genl_family};
use genl_tests::fixtures::{self, Direction};

use super::common::hex;
use super::{
    ADD, FLUSH, GET_LIMITS, ID, ack, answered, client, endpoint, finished, limits, listener,
    message, peer,
};

#[derive(Clone, Debug, PartialEq, AttributeSet)]
struct Channels {
    #[attr(1)]
    rx_max: u32,
}

genl_family! {
    /// The reply has a command of its own, as in `ethtool`.
    #[family(name = "gears", version = 3)]
    trait Gears {
        #[op(17, reply = 18)]
        fn get_channels() -> Channels;

        #[op(17, dump, reply = 18)]
        fn dump_channels() -> Channels;
    }
}

#[test]
fn rule_20_a_reply_may_have_another_command() {
    let mut peer = Scripted::new();
    peer.family(Gears::DESCRIPTION, 30).unwrap();
    let request = hex("14000000 1e00 0100 00000000 00000000 11 03 0000");
    let reply = message(30, 0, 0, "12 01 0000  0800 0100 07000000");
    peer.replay([Step::Request(&request), Step::Answer(&reply)]);
    let mut gears = Gears::new(Client::over(peer).unwrap());
    assert_eq!(gears.get_channels().unwrap(), Channels { rx_max: 7 });
}

#[test]
fn rule_20_nlctrl_answers_3_with_1() {
    let mut request = fixtures::bytes("in_kernel", "ctrl-getfamily-mptcp_pm", Direction::Tx);
    // The recorder asked for an acknowledgement. genl does not.
    assert_eq!((request[6], request[16]), (5, 3));
    request[6] = 1;
    let reply = fixtures::bytes("in_kernel", "ctrl-getfamily-mptcp_pm", Direction::Rx);
    assert_eq!(reply[16], 1);
    let mut peer = Scripted::new();
    peer.replay([Step::Request(&request), Step::Answer(&reply)]);
    let mut nlctrl = Nlctrl::new(Client::over(peer).unwrap());
    let family_name = Some("mptcp_pm".to_owned());
    let request = GetFamily {
        family_id: None,
        family_name,
    };
    let family = nlctrl.get_family(&request).unwrap();
    assert_eq!((family.family_id, family.version), (28, Some(1)));
}

#[test]
fn rule_20_a_command_that_was_not_declared_is_an_error() {
    let reply = message(
        ID,
        0,
        0,
        "07 01 0000  0800 0200 08000000  0800 0300 02000000",
    );
    let mut pm = answered(GET_LIMITS, &[reply]);
    let error = pm.get_limits().unwrap_err();
    let text = "mptcp_pm get-limits: the reply has command 7, expected 6";
    assert_eq!(error.to_string(), text);
    let kind = error.kind();
    assert!(matches!(
        kind,
        ErrorKind::Command {
            found: 7,
            expected: 6
        }
    ));
}

#[test]
fn rule_20_the_sequence_number_is_checked_before_the_command() {
    let mut peer = peer();
    let request = hex(GET_LIMITS);
    // Answers to other requests: with the same command, with another, an error, an end, and one that cannot be decoded.
    let others = [
        limits(0x7777, 1),
        message(ID, 0, 0x7777, "63 01 0000"),
        message(2, 0, 0x7777, "eaffffff 14000000 1c000100 00000000 00000000"),
        message(3, 0, 0x7777, "eaffffff"),
        message(2, 0, 0x7777, "ff"),
        message(ID, 0, 0x7777, ""),
        message(4, 0, 0x7777, ""),
    ];
    let reply = limits(0, 5);
    let steps = others.iter().map(|other| Step::Event(other));
    peer.replay(
        [Step::Request(&request)]
            .into_iter()
            .chain(steps)
            .chain([Step::Answer(&reply)]),
    );
    assert_eq!(client(peer).get_limits().unwrap().subflows, 5);
}

#[test]
fn rule_20_messages_of_another_family_are_not_replies() {
    let foreign = message(
        29,
        0,
        0,
        "06 01 0000  0800 0200 01000000  0800 0300 01000000",
    );
    let noop = message(1, 0, 0, "");
    let mut pm = answered(GET_LIMITS, &[foreign, noop, limits(0, 5)]);
    assert_eq!(pm.get_limits().unwrap().subflows, 5);
}

#[test]
fn rule_20_an_acknowledgement_is_not_a_reply() {
    let mut pm = answered(GET_LIMITS, &[ack(0x100, 0, "")]);
    let error = pm.get_limits().unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::NoReply));
    assert_eq!(
        error.to_string(),
        "mptcp_pm get-limits: the kernel acknowledged the request without a reply; a reply that may be absent is declared as `Option<..>`"
    );
}

#[test]
fn rule_20_a_reply_is_not_an_acknowledgement() {
    let reply = message(ID, 0, 0, "04 01 0000");
    let mut pm = answered(FLUSH, &[reply.clone(), ack(0x100, 0, "")]);
    pm.flush_addrs().unwrap();
    let mut pm = answered(FLUSH, &[reply]);
    assert!(matches!(
        pm.flush_addrs().unwrap_err().kind(),
        ErrorKind::Timeout
    ));
}

#[test]
fn rule_27_an_event_with_the_command_of_a_request_is_not_an_answer() {
    // `created` and `add-addr` are both 1. The event has no sequence number, and arrives before the acknowledgement.
    let created = "01 01 0000  0800 0100 d2040000  0600 0200 0200 0000
        0600 0900 1388 0000  0600 0a00 1389 0000";
    let event = message(ID, 0, 0, created);
    let request = hex(ADD);
    let mut peer = peer();
    let answer = ack(0x100, 0, "");
    peer.replay([
        Step::Request(&request),
        Step::Event(&event),
        Step::Answer(&answer),
    ]);
    let mut pm = client(peer);
    pm.add_addr(&endpoint()).unwrap();
    finished(&mut pm);
}

#[test]
fn rule_27_a_listener_reads_the_same_number_as_an_event() {
    let created = "01 01 0000  0800 0100 d2040000  0600 0200 0200 0000
        0600 0900 1388 0000  0600 0a00 1389 0000";
    let mut events = listener(peer());
    let peer = events.transport();
    peer.deliver(message(ID, 0, 0, created), 0);
    match events.next().unwrap() {
        Received::Event(MptcpPmEvent::Created(event)) => {
            assert_eq!((event.token, event.sport, event.dport), (1234, 5000, 5001));
        }
        other => panic!("{other:?}"),
    }
}
