//! A family whose id has changed: generic netlink answers `ENOENT` without an extended ack.

use std::io;

use genl::conversation::Place;
use genl::mptcp_pm::{Limits, MptcpPm};
use genl::nlctrl::{GetFamily, Nlctrl};
use genl::{Error, ErrorKind};

use super::messages::{ack, done, family, limits, message, of, part};
use super::{ID, MAYBE_LIMITS, Talk, no_buffer_space};

/// `nlctrl`.
const CONTROLLER: u16 = 16;
/// `NLMSG_ERROR` with `ENOENT`.
const ENOENT: i32 = -2;

/// The id of the family that a request is sent to.
fn recipient(request: &[u8]) -> u16 {
    u16::from_ne_bytes([request[4], request[5]])
}

/// Expects that `operation` fails with `ENOENT`.
#[track_caller]
fn refused(talk: &mut Talk, operation: &str) {
    let error = talk.next().unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::Kernel(_)), "{error}");
    assert_eq!(error.raw_os_error(), Some(libc::ENOENT));
    assert_eq!(error.operation(), operation);
}

/// Returns a conversation that got `ENOENT`, and asked the controller.
fn doubting() -> Talk {
    let mut talk = Talk::with_family();
    talk.get_limits();
    talk.answer(&ack(ENOENT, ""));
    assert_eq!(recipient(&talk.send()), CONTROLLER);
    talk
}

#[test]
fn a_request_is_sent_again_with_the_new_id() {
    let mut talk = Talk::with_family();
    let first = talk.get_limits();
    assert_eq!(recipient(&first), ID);
    talk.answer(&ack(ENOENT, ""));
    let question = talk.send();
    assert_eq!(recipient(&question), CONTROLLER);
    // Events, and answers to others.
    talk.deliver(&message(ID, 0, 0, "01 01 0000"), 0).unwrap();
    talk.deliver(&message(CONTROLLER, 0, 7, "01 02 0000"), 0)
        .unwrap();
    talk.answer(&family(29));
    let again = talk.send();
    assert_eq!(recipient(&again), 29);
    assert_eq!(first[16..], again[16..]);
    let numbers = [&first, &question, &again].map(|request| request[8..12].to_vec());
    assert!(numbers[0] != numbers[2] && numbers[1] != numbers[2]);
    // A message with the old id is not an answer.
    talk.answer(&limits(66));
    talk.answer(&of(29, limits(5)));
    assert_eq!(talk.limits(), 5);
    // The new id is cached.
    assert_eq!(recipient(&talk.add_addr()), 29);
    talk.answer(&ack(0, ""));
    assert_eq!(talk.next().unwrap(), Some(Place::End));
}

#[test]
fn with_the_same_id_the_error_came_from_the_operation() {
    let mut talk = doubting();
    talk.answer(&family(ID));
    refused(&mut talk, "get-limits");
    assert_eq!(talk.next().unwrap(), Some(Place::End));
    // Nothing is left to drain.
    assert_eq!(recipient(&talk.get_limits()), ID);
    talk.answer(&limits(5));
    assert_eq!(talk.limits(), 5);
}

#[test]
fn without_the_family_the_next_operation_looks_it_up_again() {
    let mut talk = doubting();
    talk.answer(&ack(ENOENT, ""));
    let error = talk.next().unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::FamilyNotFound));
    assert_eq!(error.operation(), "get-limits");
    assert!(talk.conversation.resolved(MptcpPm::FAMILY).is_none());
    assert_eq!(recipient(&talk.get_limits()), CONTROLLER);
    talk.answer(&family(30));
    assert_eq!(recipient(&talk.send()), 30);
    talk.answer(&of(30, limits(5)));
    assert_eq!(talk.limits(), 5);
}

#[test]
fn the_request_of_a_dump_is_sent_again_too() {
    let mut talk = Talk::with_family();
    talk.dump_addrs();
    talk.answer(&ack(ENOENT, ""));
    assert_eq!(recipient(&talk.send()), CONTROLLER);
    talk.answer(&family(29));
    assert_eq!(recipient(&talk.send()), 29);
    talk.answer(&[of(29, part(1)), of(29, part(2))].concat());
    assert_eq!((talk.endpoint(), talk.endpoint()), (Some(1), Some(2)));
    talk.answer(&done());
    assert_eq!(talk.endpoint(), None);
}

#[test]
fn an_operation_looks_up_a_family_once() {
    let mut talk = doubting();
    talk.answer(&family(29));
    talk.send();
    talk.answer(&ack(ENOENT, ""));
    refused(&mut talk, "get-limits");
    // And once in the next one.
    talk.get_limits();
    talk.answer(&ack(ENOENT, ""));
    assert_eq!(recipient(&talk.send()), CONTROLLER);
}

#[test]
fn an_id_that_was_just_looked_up_is_doubted_too() {
    let mut talk = Talk::new();
    assert_eq!(recipient(&talk.get_limits()), CONTROLLER);
    talk.answer(&family(ID));
    assert_eq!(recipient(&talk.send()), ID);
    talk.answer(&ack(ENOENT, ""));
    assert_eq!(recipient(&talk.send()), CONTROLLER);
    talk.answer(&family(29));
    assert_eq!(recipient(&talk.send()), 29);
}

#[test]
fn the_controller_is_not_looked_up() {
    let mut talk = Talk::new();
    let family_name = Some("no_such_fam".to_owned());
    let request = GetFamily {
        family_name,
        ..GetFamily::default()
    };
    talk.call(&Nlctrl::GET_FAMILY, &request);
    talk.answer(&ack(ENOENT, ""));
    refused(&mut talk, "get-family");
}

#[test]
fn an_error_with_an_extended_ack_came_from_the_operation() {
    // A message, an offset, a cookie.
    for detail in [
        "0900 0100 6265617200 000000",
        "0800 0200 14000000",
        "0500 0300 07 000000",
    ] {
        let mut talk = Talk::with_family();
        talk.get_limits();
        talk.answer(&ack(ENOENT, detail));
        refused(&mut talk, "get-limits");
    }
}

#[test]
fn the_end_of_a_dump_came_from_the_operation() {
    let mut talk = Talk::with_family();
    talk.dump_addrs();
    talk.answer(&message(3, 2, 0, "feffffff"));
    refused(&mut talk, "dump-addrs");
    assert_eq!(talk.endpoint(), None);
}

#[test]
fn other_error_numbers_came_from_the_operation() {
    for errno in [1, 3, 95] {
        let mut talk = Talk::with_family();
        talk.get_limits();
        talk.answer(&ack(-errno, ""));
        assert_eq!(talk.next().unwrap_err().raw_os_error(), Some(errno));
    }
}

/// A reply shows that the id is right.
#[test]
fn an_error_after_a_reply_came_from_the_operation() {
    let mut talk = Talk::with_family();
    talk.scan();
    talk.answer(&[limits(1), ack(ENOENT, "")].concat());
    assert_eq!(talk.limits(), 1);
    refused(&mut talk, "scan");

    let mut talk = Talk::with_family();
    talk.call(&MAYBE_LIMITS, &());
    talk.answer(&limits(1));
    talk.answer(&ack(ENOENT, ""));
    refused(&mut talk, "maybe-limits");
    // And the next operation may doubt it.
    talk.get_limits();
    talk.answer(&ack(ENOENT, ""));
    assert_eq!(recipient(&talk.send()), CONTROLLER);
}

#[test]
fn a_failed_look_up_is_reported_and_no_id_is_forgotten() {
    let failures: [fn(&mut Talk) -> Error; 4] = [
        |talk| talk.fail(io::ErrorKind::TimedOut).unwrap_err(),
        |talk| {
            talk.fail(no_buffer_space()).unwrap();
            talk.fail(io::ErrorKind::WouldBlock).unwrap_err()
        },
        |talk| {
            talk.answer(&ack(-1, ""));
            talk.next().unwrap_err()
        },
        |talk| {
            talk.answer(&message(
                CONTROLLER,
                0,
                0,
                "01 02 0000  0500 0100 1c 000000",
            ));
            talk.next().unwrap_err()
        },
    ];
    let told = [
        ("get-family", None),
        ("get-limits", Some(libc::ENOBUFS)),
        ("get-family", Some(libc::EPERM)),
        ("get-family", None),
    ];
    for (fail, told) in failures.into_iter().zip(told) {
        let mut talk = doubting();
        let error = fail(&mut talk);
        assert_eq!((error.operation(), error.raw_os_error()), told);
        assert_eq!(talk.next().unwrap(), Some(Place::End));
        let known = talk.conversation.resolved(MptcpPm::FAMILY);
        assert_eq!(known.map(|known| known.id), Some(ID));
        let call = talk.conversation.call(&MptcpPm::GET_LIMITS, &());
        call.unwrap();
        talk.settle();
        assert_eq!(recipient(&talk.send()), ID);
        talk.answer(&limits(5));
        assert_eq!(talk.limits(), 5);
    }
}

/// The offset of a fault is counted in the message of the controller.
#[test]
fn a_malformed_family_is_reported_with_its_offset() {
    let mut talk = Talk::new();
    talk.conversation.look_up(MptcpPm::FAMILY).unwrap();
    talk.send();
    talk.answer(&message(
        CONTROLLER,
        0,
        0,
        "01 02 0000  0500 0100 1c 000000",
    ));
    let error = talk.next().unwrap_err().to_string();
    assert!(error.ends_with("(at byte 20)"), "{error}");
}

#[test]
fn a_request_for_an_optional_reply_is_sent_again() {
    let mut talk = Talk::with_family();
    talk.call(&MAYBE_LIMITS, &());
    talk.answer(&ack(ENOENT, ""));
    talk.send();
    talk.answer(&family(29));
    assert_eq!(recipient(&talk.send()), 29);
    talk.answer(&[of(29, limits(5)), ack(0, "")].concat());
    let place = talk.next().unwrap().expect("a reply");
    let reply = talk.reply::<Option<Limits>>(&place).unwrap();
    assert_eq!(reply.map(|limits| limits.subflows), Some(5));
}
