//! Operations that were abandoned, and how the rest of their answers is drained.

use std::io;

use genl::ErrorKind;
use genl::conversation::{Place, Want};
use genl::mptcp_pm::{DumpAddrs, MptcpPm};
use genl::nlctrl::{GetFamily, Nlctrl};

use super::messages::{ack, done, limits, message, numbered, part};
use super::{ID, Talk, no_buffer_space};

/// As `thermal` sends them: without a sequence number.
fn unnumbered(talk: &mut Talk, ids: &[u8]) {
    let parts: Vec<_> = ids.iter().flat_map(|id| part(*id)).collect();
    talk.deliver(&parts, 0).unwrap();
}

/// Begins a dump, and sends nothing yet.
pub(super) fn begin(talk: &mut Talk) {
    let request = DumpAddrs::default();
    let dump = talk.conversation.dump(&MptcpPm::DUMP_ADDRS, &request);
    dump.unwrap();
}

/// Carries out a whole dump, of the endpoint 9.
#[track_caller]
pub(super) fn dump_another(talk: &mut Talk) {
    talk.send();
    unnumbered(talk, &[9]);
    assert_eq!(talk.endpoint(), Some(9));
    talk.answer(&done());
    assert_eq!(talk.endpoint(), None);
}

#[test]
fn the_rest_of_an_abandoned_dump_is_not_part_of_the_next() {
    for read in 0..=4 {
        let mut talk = Talk::with_family();
        talk.dump_addrs();
        let ended = numbered(&done(), talk.sequence);
        let datagrams = [
            [part(1), part(2)].concat(),
            part(3),
            [part(4), message(ID, 0, 0, "06 01 0000")].concat(),
            ended,
        ];
        let mut datagrams = datagrams.iter();
        let mut found = 0;
        while found < read {
            match talk.conversation.next().unwrap() {
                Want::Found(_) => found += 1,
                _ => talk.deliver(datagrams.next().unwrap(), 0).unwrap(),
            }
        }
        begin(&mut talk);
        for datagram in datagrams {
            assert!(!talk.may_wait());
            talk.deliver(datagram, 0).unwrap();
        }
        dump_another(&mut talk);
    }
}

#[test]
fn an_end_that_was_received_is_not_awaited() {
    for end in [done(), ack(-5, "")] {
        let mut talk = Talk::with_family();
        talk.dump_addrs();
        talk.answer(&[part(1), part(2), end].concat());
        assert_eq!(talk.endpoint(), Some(1));
        begin(&mut talk);
        dump_another(&mut talk);
    }
}

#[test]
fn the_end_of_an_earlier_dump_does_not_end_this_one() {
    let mut talk = Talk::with_family();
    talk.dump_addrs();
    let number = talk.sequence;
    begin(&mut talk);
    for other in [
        numbered(&done(), number + 1),
        numbered(&ack(0, ""), number - 1),
        done(),
        numbered(&message(1, 0, 0, ""), number),
    ] {
        talk.deliver(&other, 0).unwrap();
        assert!(!talk.may_wait());
    }
    // A datagram of another process is ignored.
    talk.deliver(&numbered(&done(), number), 7).unwrap();
    assert!(!talk.may_wait());
    talk.deliver(&numbered(&done(), number), 0).unwrap();
    dump_another(&mut talk);
}

#[test]
fn a_cut_or_malformed_rest_is_drained() {
    let mut talk = Talk::with_family();
    talk.dump_addrs();
    let number = talk.sequence;
    begin(&mut talk);
    talk.deliver(&vec![0; 70_000], 0).unwrap();
    talk.deliver(&[part(1), vec![0; 16]].concat(), 0).unwrap();
    talk.deliver(&numbered(&done(), number), 0).unwrap();
    dump_another(&mut talk);
}

/// The socket accepts nothing until it is empty, even if the end was found.
#[test]
fn after_a_loss_the_socket_is_drained() {
    let mut talk = Talk::with_family();
    talk.dump_addrs();
    let number = talk.sequence;
    begin(&mut talk);
    talk.fail(no_buffer_space()).unwrap();
    talk.deliver(&part(2), 0).unwrap();
    talk.deliver(&numbered(&done(), number), 0).unwrap();
    talk.deliver(&part(3), 0).unwrap();
    talk.fail(no_buffer_space()).unwrap();
    assert!(!talk.may_wait());
    talk.fail(io::ErrorKind::WouldBlock).unwrap();
    dump_another(&mut talk);
    // The rest is drained only once.
    begin(&mut talk);
    dump_another(&mut talk);
}

/// A flood that does not end in time, or a socket that fails.
#[test]
fn what_could_not_be_drained_is_drained_later() {
    for failure in [
        io::ErrorKind::TimedOut.into(),
        io::Error::from_raw_os_error(libc::ECONNRESET),
    ] {
        let mut talk = Talk::with_family();
        talk.dump_addrs();
        let number = talk.sequence;
        unnumbered(&mut talk, &[1]);
        assert_eq!(talk.endpoint(), Some(1));
        begin(&mut talk);
        let error = talk.fail(failure).unwrap_err();
        assert_eq!(error.operation(), "dump-addrs");
        assert_eq!(talk.endpoint(), None);
        begin(&mut talk);
        assert!(!talk.may_wait());
        unnumbered(&mut talk, &[2]);
        talk.deliver(&numbered(&done(), number), 0).unwrap();
        dump_another(&mut talk);
    }
}

#[test]
fn without_an_end_the_socket_is_drained() {
    let mut talk = Talk::with_family();
    talk.dump_addrs();
    begin(&mut talk);
    unnumbered(&mut talk, &[1]);
    talk.fail(io::ErrorKind::WouldBlock).unwrap();
    dump_another(&mut talk);
    // The rest is drained only once.
    begin(&mut talk);
    dump_another(&mut talk);
}

#[test]
fn an_abandoned_look_up_is_drained() {
    let mut talk = Talk::new();
    talk.get_limits();
    talk.fail(io::ErrorKind::TimedOut).unwrap_err();
    talk.conversation.call(&MptcpPm::GET_LIMITS, &()).unwrap();
    assert!(!talk.may_wait());
    talk.fail(io::ErrorKind::WouldBlock).unwrap();
    let question = talk.send();
    assert_eq!(question[4], 16);
}

/// They end without the socket. The rest of the dump is drained later.
#[test]
fn operations_without_an_answer_do_not_drain_the_socket() {
    let mut talk = Talk::with_family();
    talk.dump_addrs();
    talk.answer(&part(1));
    assert_eq!(talk.endpoint(), Some(1));
    talk.conversation.look_up(MptcpPm::FAMILY).unwrap();
    assert_eq!(talk.next().unwrap(), Some(Place::End));
    let too_long = Some("sixteen_letters_".to_owned());
    let request = GetFamily {
        family_name: too_long,
        ..GetFamily::default()
    };
    let call = talk.conversation.call(&Nlctrl::GET_FAMILY, &request);
    assert!(matches!(call.unwrap_err().kind(), ErrorKind::Encode(_)));
    assert_eq!(talk.next().unwrap(), Some(Place::End));
    begin(&mut talk);
    assert!(!talk.may_wait());
    talk.fail(io::ErrorKind::WouldBlock).unwrap();
    dump_another(&mut talk);
}

/// A request was begun, but never sent.
#[test]
fn a_request_that_was_not_sent_need_not_be_drained() {
    let mut talk = Talk::with_family();
    begin(&mut talk);
    talk.get_limits();
    talk.answer(&limits(5));
    assert_eq!(talk.limits(), 5);
    // The same holds for a request that could not be sent, and for a rest that was drained before.
    talk.dump_addrs();
    begin(&mut talk);
    talk.settle();
    let Want::Send(_) = talk.conversation.next().unwrap() else {
        panic!("nothing is to be sent");
    };
    let error = io::Error::from_raw_os_error(libc::ECONNREFUSED);
    let error = talk.conversation.sent(Err(error)).unwrap_err();
    assert_eq!(error.operation(), "dump-addrs");
    assert_eq!(error.raw_os_error(), Some(libc::ECONNREFUSED));
    assert_eq!(talk.endpoint(), None);
    talk.get_limits();
}

/// Messages of the last operation in the buffer do not belong to this one.
#[test]
fn an_earlier_datagram_is_not_part_of_a_dump() {
    let mut talk = Talk::with_family();
    talk.get_limits();
    let reply = numbered(&limits(5), talk.sequence);
    talk.deliver(&[reply, part(66)].concat(), 0).unwrap();
    assert_eq!(talk.limits(), 5);
    begin(&mut talk);
    dump_another(&mut talk);
}
