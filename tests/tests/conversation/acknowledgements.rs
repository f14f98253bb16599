//! Acknowledgements: alone, after a reply, with a warning or a number.

use std::io;

use genl::conversation::Place;
use genl::mptcp_pm::{DumpAddrs, Limits, MptcpPm};
use genl::wire::flags;
use genl::{AttributeSet, Do, ErrorKind, Family, genl_family};

use super::messages::{ack, done, limits, message, numbered, part};
use super::{GET_LIMITS, ID, MAYBE_LIMITS, Talk};

/// "bear", as a warning.
const BEAR: &str = "0900 0100 6265617200 000000";

#[derive(Debug, PartialEq, AttributeSet)]
struct Name<'a> {
    #[attr(1)]
    text: &'a str,
}

genl_family! {
    #[family(name = "mptcp_pm")]
    trait Named {
        #[op(6)]
        fn name() -> Name<'_>;
    }
}

/// The reply to `name`: "genl".
fn name() -> Vec<u8> {
    message(ID, 0, 0, "06 01 0000  0900 0100 67656e6c00 000000")
}

#[test]
fn in_the_same_datagram() {
    let mut talk = Talk::with_family();
    talk.call(&GET_LIMITS, &());
    talk.answer(&[limits(5), ack(0, "")].concat());
    assert_eq!(talk.limits(), 5);
    // Nothing is left to drain.
    talk.get_limits();
}

#[test]
fn in_the_next_datagram_the_reply_stays_as_it_is() {
    let mut talk = Talk::with_family();
    for _ in 0..3 {
        talk.call(&Named::NAME.with_flags(flags::ACK), &());
        talk.answer(&[message(1, 0, 0, ""), name()].concat());
        assert!(talk.may_wait());
        // Longer than what is kept, and all ones.
        let tail = numbered(&message(ID, 0, 7, &"ff".repeat(200)), 7);
        talk.answer(&[ack(0, ""), tail].concat());
        let place = talk.next().unwrap().expect("a reply");
        assert_eq!(talk.reply::<Name<'_>>(&place).unwrap().text, "genl");
        assert_eq!(talk.next().unwrap(), Some(Place::End), "it is over");
    }
}

#[test]
fn messages_in_between_change_nothing() {
    let mut talk = Talk::with_family();
    talk.call(&GET_LIMITS, &());
    talk.answer(&limits(5));
    // Events, an answer to another, an end, what other processes send, and a second reply.
    talk.deliver(&limits(66), 7).unwrap();
    talk.deliver(&numbered(&limits(66), 7), 0).unwrap();
    talk.deliver(&limits(66), 0).unwrap();
    talk.answer(&done());
    talk.answer(&limits(66));
    assert!(talk.may_wait());
    talk.answer(&[limits(67), ack(0, "")].concat());
    assert_eq!(talk.limits(), 5);
}

#[test]
fn with_a_warning_or_a_number() {
    for split in [false, true] {
        let mut talk = Talk::with_family();
        talk.call(&MAYBE_LIMITS, &());
        let acknowledged = ack(7, BEAR);
        if split {
            talk.answer(&limits(5));
            talk.answer(&acknowledged);
        } else {
            talk.answer(&[limits(5), acknowledged].concat());
        }
        let place = talk.next().unwrap().expect("a reply");
        let reply = talk.reply::<Option<Limits>>(&place).unwrap();
        assert_eq!(reply.map(|limits| limits.subflows), Some(5));
        let warning = talk.conversation.warning().expect("a warning");
        assert_eq!(warning.message.as_deref(), Some("bear"));
        assert_eq!(talk.conversation.number(), 7);
    }
}

#[test]
fn an_error_after_the_reply_fails_the_call() {
    for split in [false, true] {
        let mut talk = Talk::with_family();
        talk.call(&GET_LIMITS, &());
        if split {
            talk.answer(&limits(5));
            talk.answer(&ack(-22, BEAR));
        } else {
            talk.answer(&[limits(5), ack(-22, BEAR)].concat());
        }
        let error = talk.next().unwrap_err();
        assert_eq!(
            (error.operation(), error.raw_os_error()),
            ("get-limits", Some(22))
        );
        let words = error
            .extended_ack()
            .and_then(|detail| detail.message.clone());
        assert_eq!(words.as_deref(), Some("bear"));
        assert_eq!(talk.next().unwrap(), Some(Place::End));
        assert_eq!(talk.conversation.warning(), None);
        // The kept reply is not returned by the next operation.
        talk.call(&GET_LIMITS, &());
        talk.answer(&[limits(6), ack(0, "")].concat());
        assert_eq!(talk.limits(), 6);
    }
}

#[test]
fn a_missing_acknowledgement_does_not_lose_the_reply() {
    for datagrams in [vec![limits(5)], vec![limits(5), message(1, 0, 0, "")]] {
        let mut talk = Talk::with_family();
        talk.call(&MAYBE_LIMITS, &());
        for datagram in datagrams {
            talk.answer(&datagram);
        }
        assert!(talk.may_wait());
        let late = numbered(&ack(0, BEAR), talk.sequence);
        talk.fail(io::ErrorKind::TimedOut).unwrap();
        let place = talk.next().unwrap().expect("a reply");
        let reply = talk.reply::<Option<Limits>>(&place).unwrap();
        assert_eq!(reply.map(|limits| limits.subflows), Some(5));
        // It does not belong to the next operation, whether it arrives before or after the request.
        for is_there in [true, false] {
            talk.conversation.call(&MAYBE_LIMITS, &()).unwrap();
            if is_there {
                assert!(!talk.may_wait());
                talk.deliver(&late, 0).unwrap();
            }
            talk.send();
            talk.deliver(&late, 0).unwrap();
            assert!(talk.may_wait());
            talk.answer(&ack(0, ""));
            let place = talk.next().unwrap().expect("acknowledged");
            assert_eq!(talk.reply::<Option<Limits>>(&place).unwrap(), None);
            assert_eq!(talk.conversation.warning(), None);
        }
    }
}

/// Without a reply, there is nothing to return.
#[test]
fn without_reply_and_acknowledgement_the_call_fails() {
    let mut talk = Talk::with_family();
    talk.call(&MAYBE_LIMITS, &());
    let error = talk.fail(io::ErrorKind::TimedOut).unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::Timeout));
    // A socket that fails is not a timeout.
    talk.conversation.call(&MAYBE_LIMITS, &()).unwrap();
    talk.settle();
    talk.send();
    talk.answer(&limits(5));
    let error = io::Error::from_raw_os_error(libc::ECONNRESET);
    assert_eq!(talk.fail(error).unwrap_err().raw_os_error(), Some(104));
}

#[test]
fn a_cut_acknowledgement_fails_the_call() {
    let mut talk = Talk::with_family();
    talk.call(&GET_LIMITS, &());
    talk.answer(&limits(5));
    let error = talk.deliver(&vec![0; 70_000], 0).unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::Truncated { .. }));
    assert_eq!(talk.next().unwrap(), Some(Place::End));
}

#[test]
fn alone() {
    let mut talk = Talk::with_family();
    talk.call(&MAYBE_LIMITS, &());
    talk.answer(&ack(0, ""));
    let place = talk.next().unwrap().expect("acknowledged");
    assert_eq!(place, Place::End);
    assert_eq!(talk.reply::<Option<Limits>>(&place).unwrap(), None);

    talk.call(&GET_LIMITS, &());
    talk.answer(&ack(0, ""));
    let place = talk.next().unwrap().expect("acknowledged");
    let error = talk.reply::<Limits>(&place).unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::NoReply));
}

/// `mac80211_hwsim` answers with the id of a new radio.
#[test]
fn a_positive_number_is_an_acknowledgement() {
    let mut talk = Talk::with_family();
    assert_eq!(talk.conversation.number(), 0);
    talk.add_addr();
    talk.answer(&ack(5, ""));
    assert_eq!(talk.next().unwrap(), Some(Place::End));
    assert_eq!(talk.conversation.number(), 5);
    // The next operation begins without a number, even if it is only a look-up.
    talk.conversation.look_up(MptcpPm::FAMILY).unwrap();
    assert_eq!(talk.conversation.number(), 0);
    talk.add_addr();
    talk.answer(&ack(i32::MAX, ""));
    talk.next().unwrap();
    assert_eq!(talk.conversation.number(), 0x7fff_ffff);
    talk.add_addr();
    assert_eq!(talk.conversation.number(), 0);
    talk.answer(&ack(0, ""));
    talk.next().unwrap();
    assert_eq!(talk.conversation.number(), 0);
}

#[test]
fn the_warning_is_that_of_the_last_operation() {
    let mut talk = Talk::with_family();
    talk.add_addr();
    talk.answer(&ack(0, BEAR));
    talk.next().unwrap();
    assert!(talk.conversation.warning().is_some());
    talk.add_addr();
    assert_eq!(talk.conversation.warning(), None);
    talk.answer(&ack(0, ""));
    talk.next().unwrap();
    assert_eq!(talk.conversation.warning(), None);
}

/// The kernel acknowledges no request that began a dump, whatever its flags say (`__netlink_dump_start`,
/// `net/netlink/af_netlink.c`).
#[test]
fn a_dump_ends_with_done_even_if_an_acknowledgement_was_asked_for() {
    let mut talk = Talk::with_family();
    let dump = MptcpPm::DUMP_ADDRS.with_flags(flags::ACK);
    let request = DumpAddrs::default();
    talk.conversation.dump(&dump, &request).unwrap();
    talk.send();
    talk.answer(&[part(1), done()].concat());
    assert_eq!((talk.endpoint(), talk.endpoint()), (Some(1), None));
}

/// devlink's `health-reporter-dump-get` and its like: the end of the replies, then the acknowledgement.
#[test]
fn a_do_with_several_replies_ends_with_its_acknowledgement() {
    let mut talk = Talk::with_family();
    talk.scan();
    talk.answer(&[limits(1), done()].concat());
    assert_eq!(talk.limits(), 1);
    assert!(talk.may_wait());
    talk.answer(&ack(0, BEAR));
    assert_eq!(talk.next().unwrap(), Some(Place::End));
    assert!(talk.conversation.warning().is_some());
    // After an error, no acknowledgement is awaited.
    talk.scan();
    talk.answer(&message(3, 2, 0, "eaffffff"));
    assert_eq!(talk.next().unwrap_err().raw_os_error(), Some(22));
    assert_eq!(talk.next().unwrap(), Some(Place::End));
}

#[test]
fn done_answers_a_do_that_asked_for_no_acknowledgement() {
    let mut talk = Talk::with_family();
    talk.get_limits();
    talk.answer(&done());
    let place = talk.next().unwrap().expect("an end");
    let error = talk.reply::<Limits>(&place).unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::NoReply));
}

/// `NLM_F_ECHO` returns the created object, under another command.
#[test]
fn replies_to_a_do_without_any_are_left_unread() {
    const FAMILY: Family = MptcpPm::FAMILY;
    const ADD: Do<(), ()> = FAMILY.op::<(), ()>("add", 1).with_flags(flags::ECHO);
    let mut talk = Talk::with_family();
    talk.call(&ADD, &());
    talk.answer(&message(ID, 0, 0, "01 01 0000"));
    talk.answer(&message(ID, 0, 0, "63 01 0000"));
    assert!(talk.may_wait());
    talk.answer(&ack(0, ""));
    assert_eq!(talk.next().unwrap(), Some(Place::End));
}
