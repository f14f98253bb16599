//! Lost messages: the socket is drained, then the loss is reported.

use std::io;

use genl::Error;
use genl::conversation::Place;
use genl::mptcp_pm::MptcpPm;

use super::messages::{ack, family, limits, message, numbered, part};
use super::{GET_LIMITS, ID, Talk, no_buffer_space};

/// Finds the socket empty, and returns the loss.
#[track_caller]
fn emptied(talk: &mut Talk) -> Error {
    assert!(!talk.may_wait());
    talk.deliver(&vec![0; 70_000], 0).unwrap();
    talk.deliver(&part(66), 7).unwrap();
    talk.deliver(&numbered(&limits(66), talk.sequence), 0)
        .unwrap();
    talk.fail(no_buffer_space()).unwrap();
    assert!(!talk.may_wait());
    let error = talk.fail(io::ErrorKind::WouldBlock).unwrap_err();
    assert_eq!(error.raw_os_error(), Some(libc::ENOBUFS));
    assert_eq!(talk.next().unwrap(), Some(Place::End));
    error
}

/// The next request is sent at once, and answered.
#[track_caller]
fn works(talk: &mut Talk) {
    talk.get_limits();
    talk.answer(&limits(5));
    assert_eq!(talk.limits(), 5);
}

#[test]
fn in_the_middle_of_a_dump() {
    let mut talk = Talk::with_family();
    talk.dump_addrs();
    talk.answer(&part(1));
    assert_eq!(talk.endpoint(), Some(1));
    talk.fail(no_buffer_space()).unwrap();
    assert!(talk.conversation.is_sent());
    assert_eq!(emptied(&mut talk).operation(), "dump-addrs");
    works(&mut talk);
}

#[test]
fn while_the_family_is_looked_up() {
    let mut talk = Talk::new();
    talk.get_limits();
    talk.fail(no_buffer_space()).unwrap();
    assert_eq!(emptied(&mut talk).operation(), "get-limits");
    let question = talk.get_limits();
    assert_eq!(question[4], 16);
    talk.answer(&family(ID));
    talk.send();
    talk.answer(&limits(5));
    assert_eq!(talk.limits(), 5);
}

#[test]
fn between_a_reply_and_its_acknowledgement() {
    let mut talk = Talk::with_family();
    talk.call(&GET_LIMITS, &());
    talk.answer(&limits(1));
    talk.fail(no_buffer_space()).unwrap();
    emptied(&mut talk);
    works(&mut talk);
}

#[test]
fn the_message_overrun_reports_a_loss_too() {
    for number in ["its own", "none"] {
        let mut talk = Talk::with_family();
        talk.get_limits();
        let overrun = message(4, 0, 0, "");
        // Messages after the loss are not answers.
        if number == "none" {
            talk.deliver(&overrun, 0).unwrap();
        } else {
            talk.answer(&[overrun, limits(66)].concat());
        }
        assert_eq!(emptied(&mut talk).operation(), "get-limits");
        works(&mut talk);
    }
}

#[test]
fn the_message_overrun_fails_a_dump_and_a_look_up() {
    let mut talk = Talk::with_family();
    talk.dump_addrs();
    talk.answer(&[part(1), message(4, 0, 0, ""), part(2)].concat());
    assert_eq!(talk.endpoint(), Some(1));
    emptied(&mut talk);

    let mut talk = Talk::new();
    talk.get_limits();
    talk.answer(&[message(4, 0, 0, ""), family(ID)].concat());
    emptied(&mut talk);
    assert!(talk.conversation.resolved(MptcpPm::FAMILY).is_none());
}

#[test]
fn the_loss_of_an_earlier_operation_does_not_fail_this_one() {
    let mut talk = Talk::with_family();
    talk.get_limits();
    talk.deliver(&message(4, 0, 7, ""), 0).unwrap();
    assert!(talk.may_wait());
    talk.answer(&limits(5));
    assert_eq!(talk.limits(), 5);
}

/// The next request is sent when the socket is empty, even if an end is found before.
#[track_caller]
fn is_owed(talk: &mut Talk) {
    let number = talk.sequence;
    talk.conversation.call(&MptcpPm::GET_LIMITS, &()).unwrap();
    assert!(!talk.may_wait());
    talk.deliver(&numbered(&ack(-5, ""), number), 0).unwrap();
    talk.deliver(&part(1), 0).unwrap();
    assert!(!talk.may_wait());
    talk.fail(io::ErrorKind::WouldBlock).unwrap();
    talk.send();
    talk.answer(&limits(5));
    assert_eq!(talk.limits(), 5);
}

/// The loss is reported, even if draining fails.
#[test]
fn a_socket_that_cannot_be_drained_is_drained_later() {
    for failure in [
        io::ErrorKind::TimedOut.into(),
        io::Error::from_raw_os_error(libc::ECONNRESET),
    ] {
        let mut talk = Talk::with_family();
        talk.get_limits();
        talk.fail(no_buffer_space()).unwrap();
        let error = talk.fail(failure).unwrap_err();
        assert_eq!(error.raw_os_error(), Some(libc::ENOBUFS));
        is_owed(&mut talk);
    }
}

#[test]
fn the_operation_after_an_abandoned_one_drains_the_socket() {
    let mut talk = Talk::with_family();
    talk.get_limits();
    talk.fail(no_buffer_space()).unwrap();
    is_owed(&mut talk);
    talk.get_limits();
    talk.answer(&message(4, 0, 0, ""));
    assert!(!talk.may_wait());
    is_owed(&mut talk);
}

#[test]
fn enobufs_from_the_kernel_is_not_a_loss() {
    let mut talk = Talk::with_family();
    talk.add_addr();
    talk.answer(&ack(-105, ""));
    let error = talk.next().unwrap_err();
    assert!(error.extended_ack().is_some(), "the kernel's");
    works(&mut talk);
}
