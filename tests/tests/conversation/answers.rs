//! Which messages answer a request, and what becomes of the others.

use std::io;

use genl::ErrorKind;
use genl::conversation::Place;

use super::messages::{ack, done, limits, message, numbered, part};
use super::{ID, Talk, no_buffer_space};

#[test]
fn what_the_kernel_did_not_send_is_dropped() {
    let mut talk = Talk::with_family();
    talk.get_limits();
    let number = talk.sequence;
    // With the right sequence number: a reply, a refusal; then noise, and more than fits.
    talk.deliver(&numbered(&limits(66), number), 4711).unwrap();
    talk.deliver(&numbered(&ack(-1, ""), number), 1).unwrap();
    talk.deliver(&[0xff; 17], u32::MAX).unwrap();
    talk.deliver(&vec![0; 70_000], 4711).unwrap();
    talk.answer(&limits(5));
    assert_eq!(talk.limits(), 5);
}

#[test]
fn late_replies_are_skipped() {
    let mut talk = Talk::with_family();
    talk.get_limits();
    let first = talk.sequence;
    talk.fail(io::ErrorKind::TimedOut).unwrap_err();
    // Nothing is there yet: the second request is sent.
    talk.conversation
        .call(&genl::mptcp_pm::MptcpPm::GET_LIMITS, &())
        .unwrap();
    assert!(!talk.may_wait());
    talk.fail(io::ErrorKind::WouldBlock).unwrap();
    talk.send();
    assert_ne!(talk.sequence, first);
    talk.deliver(&numbered(&limits(1), first), 0).unwrap();
    talk.answer(&limits(5));
    assert_eq!(talk.limits(), 5);
}

#[test]
fn answers_to_several_requests_may_share_a_datagram() {
    let mut talk = Talk::with_family();
    talk.add_addr();
    let number = talk.sequence;
    let others = [
        numbered(&ack(-1, ""), number - 1),
        numbered(&ack(0, ""), number),
        numbered(&ack(-22, ""), number + 1),
    ];
    talk.deliver(&others.concat(), 0).unwrap();
    assert!(talk.next().unwrap().is_some());
}

#[test]
fn a_lost_answer_is_reported_when_the_socket_is_empty() {
    let mut talk = Talk::with_family();
    talk.get_limits();
    talk.fail(no_buffer_space()).unwrap();
    assert!(!talk.may_wait());
    talk.deliver(&message(2, 0, 7, "00"), 0).unwrap();
    talk.fail(no_buffer_space()).unwrap();
    let error = talk.fail(io::ErrorKind::WouldBlock).unwrap_err();
    assert_eq!(error.raw_os_error(), Some(libc::ENOBUFS));
    // Nothing is left: the next request is sent at once.
    talk.get_limits();
    talk.answer(&limits(5));
    assert_eq!(talk.limits(), 5);
}

#[test]
fn a_dump_with_a_cut_end_ends_when_the_socket_is_empty() {
    let mut talk = Talk::with_family();
    talk.dump_addrs();
    talk.answer(&part(1));
    assert_eq!(talk.endpoint(), Some(1));
    let error = talk.deliver(&vec![0; 70_000], 0).unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::Truncated { .. }));
    talk.answer(&part(2));
    assert_eq!(talk.endpoint(), Some(2));
    assert!(!talk.may_wait());
    talk.fail(io::ErrorKind::WouldBlock).unwrap();
    assert_eq!(talk.endpoint(), None);
    assert_eq!(talk.endpoint(), None);
    // Nothing is left to drain.
    talk.dump_addrs();
    talk.answer(&[part(3), done()].concat());
    assert_eq!((talk.endpoint(), talk.endpoint()), (Some(3), None));
}

/// The several replies of a do have numbers, and so do all its messages.
#[test]
fn only_the_parts_of_dumps_may_have_no_number() {
    let mut talk = Talk::with_family();
    talk.scan();
    talk.deliver(&limits(66), 0).unwrap();
    talk.answer(&[limits(5), ack(0, "")].concat());
    assert_eq!(talk.limits(), 5);
    assert_eq!(talk.next().unwrap(), Some(Place::End));
}

#[test]
fn a_malformed_reply_ends_a_do() {
    for reply in ["07 01 0000", "06"] {
        let mut talk = Talk::with_family();
        talk.get_limits();
        talk.answer(&[message(ID, 0, 0, reply), limits(5)].concat());
        assert_eq!(talk.next().unwrap_err().operation(), "get-limits");
        assert_eq!(talk.next().unwrap(), Some(Place::End));
    }
}

#[test]
fn an_event_with_the_command_of_a_reply_is_not_a_reply() {
    let mut talk = Talk::with_family();
    talk.get_limits();
    talk.deliver(&limits(66), 0).unwrap();
    talk.answer(&limits(5));
    assert_eq!(talk.limits(), 5);
}

#[test]
fn parts_of_a_dump_have_its_family_and_command() {
    let mut talk = Talk::with_family();
    talk.dump_addrs();
    for other in [
        message(ID + 1, 2, 0, "03 01 0000  0c00 0180  0500 0200 42 000000"),
        message(ID, 2, 0, "06 01 0000  0c00 0180  0500 0200 42 000000"),
        message(ID, 2, 0, "03"),
        message(3, 2, 0, "00000000"),
        message(2, 0, 0, "eaffffff"),
        message(1, 0, 0, ""),
    ] {
        talk.deliver(&other, 0).unwrap();
        assert!(talk.may_wait());
    }
    talk.deliver(&part(1), 0).unwrap();
    assert_eq!(talk.endpoint(), Some(1));
    talk.answer(&done());
    assert_eq!(talk.endpoint(), None);
}
