//! Dumps whose end is malformed or lost: that is reported once, and the dump has ended.

use std::io;

use genl::ErrorKind;
use genl::conversation::Place;

use super::Talk;
use super::abandoned::{begin, dump_another};
use super::messages::{done, message, part};

#[test]
fn a_dump_ends_if_its_end_is_too_short() {
    let mut talk = Talk::with_family();
    talk.dump_addrs();
    talk.answer(&[part(1), message(3, 2, 0, "0000")].concat());
    assert_eq!(talk.endpoint(), Some(1));
    let error = talk.next().unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::Decode(_)));
    assert_eq!((talk.endpoint(), talk.endpoint()), (None, None));
    begin(&mut talk);
    dump_another(&mut talk);
}

#[test]
fn a_dump_ends_if_its_end_is_lost() {
    let mut talk = Talk::with_family();
    talk.dump_addrs();
    talk.answer(&part(1));
    assert_eq!(talk.endpoint(), Some(1));
    let error = talk.fail(io::ErrorKind::TimedOut).unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::Timeout));
    assert_eq!((talk.endpoint(), talk.endpoint()), (None, None));
    begin(&mut talk);
    talk.settle();
    dump_another(&mut talk);
}

/// The datagrams after the one that was cut are read without waiting. Then nothing is left to drain.
#[test]
fn a_dump_may_go_on_after_a_cut_datagram() {
    let mut talk = Talk::with_family();
    talk.dump_addrs();
    let error = talk.deliver(&vec![0; 70_000], 0).unwrap_err();
    assert_eq!(error.operation(), "dump-addrs");
    assert!(matches!(
        error.kind(),
        ErrorKind::Truncated {
            length: 70_000,
            capacity: 65_536
        }
    ));
    assert!(!talk.may_wait());
    talk.answer(&[part(1), done()].concat());
    assert_eq!((talk.endpoint(), talk.endpoint()), (Some(1), None));
    // The next operation waits again.
    talk.dump_addrs();
    assert!(talk.may_wait());
    talk.answer(&done());
    assert_eq!(talk.endpoint(), None);
}

/// It may have held the end.
#[test]
fn a_dump_with_a_malformed_part_ends_when_the_socket_is_empty() {
    let mut talk = Talk::with_family();
    talk.dump_addrs();
    talk.answer(&[part(1), vec![0; 16]].concat());
    assert_eq!(talk.endpoint(), Some(1));
    let error = talk.next().unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::Decode(_)));
    assert!(!talk.may_wait());
    talk.fail(io::ErrorKind::WouldBlock).unwrap();
    assert_eq!((talk.endpoint(), talk.endpoint()), (None, None));
    talk.get_limits();
}

#[test]
fn a_do_with_a_cut_or_malformed_reply_fails() {
    for datagram in [vec![0; 70_000], vec![0; 16]] {
        let mut talk = Talk::with_family();
        talk.get_limits();
        let failed = talk.deliver(&datagram, 0);
        let failed = failed.and_then(|()| talk.next().map(drop));
        assert_eq!(failed.unwrap_err().operation(), "get-limits");
        assert_eq!(talk.next().unwrap(), Some(Place::End));
    }
}
