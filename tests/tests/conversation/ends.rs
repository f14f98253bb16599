//! Dumps whose end cannot be read, or never comes: told once, and then they have ended.

use std::io;

use genl::ErrorKind;
use genl::conversation::Place;

use super::Talk;
use super::abandoned::{begin, dump_another};
use super::messages::{done, message, part};

#[test]
fn a_dump_whose_end_is_too_short_has_ended() {
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
fn a_dump_whose_end_is_lost_has_ended() {
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

/// What is behind the datagram that was cut is read without waiting, and then nothing is owed.
#[test]
fn a_dump_of_which_something_was_cut_may_go_on() {
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
    // The next one is waited for again.
    talk.dump_addrs();
    assert!(talk.may_wait());
    talk.answer(&done());
    assert_eq!(talk.endpoint(), None);
}

/// It may have held the end.
#[test]
fn a_dump_of_which_something_was_broken_ends_with_what_is_there() {
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
fn a_do_that_was_cut_or_broken_has_failed() {
    for datagram in [vec![0; 70_000], vec![0; 16]] {
        let mut talk = Talk::with_family();
        talk.get_limits();
        let failed = talk.deliver(&datagram, 0);
        let failed = failed.and_then(|()| talk.next().map(drop));
        assert_eq!(failed.unwrap_err().operation(), "get-limits");
        assert_eq!(talk.next().unwrap(), Some(Place::End));
    }
}
