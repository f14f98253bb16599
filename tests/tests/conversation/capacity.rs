//! The size of the receive buffer.

use genl::conversation::{RECEIVE_CAPACITY, Want};

use super::messages::{ack, done, limits, part};
use super::{GET_LIMITS, Talk};

/// Returns the capacity of the buffer for the next datagram.
#[track_caller]
fn offered(talk: &mut Talk) -> usize {
    match talk.conversation.next().unwrap() {
        Want::Receive { buffer, .. } => {
            assert!(buffer.is_empty());
            buffer.capacity()
        }
        want => panic!("{want:?}"),
    }
}

#[test]
fn the_buffer_has_64_kib_by_default() {
    let mut talk = Talk::with_family();
    talk.get_limits();
    assert_eq!(offered(&mut talk), 65_536);
    assert_eq!(RECEIVE_CAPACITY, 65_536);
}

#[test]
fn an_impossible_capacity_fails_and_changes_nothing() {
    let mut talk = Talk::with_family();
    talk.get_limits();
    talk.conversation.set_receive_capacity(100).unwrap();
    let error = talk.conversation.set_receive_capacity(usize::MAX);
    assert_eq!(error.unwrap_err().kind(), std::io::ErrorKind::OutOfMemory);
    assert_eq!(offered(&mut talk), 100);
    talk.answer(&limits(5));
    assert_eq!(talk.limits(), 5);
}

#[test]
fn a_new_capacity_does_not_drop_the_received_datagram() {
    let mut talk = Talk::with_family();
    talk.dump_addrs();
    talk.answer(&[part(1), part(2)].concat());
    assert_eq!(talk.endpoint(), Some(1));
    talk.conversation.set_receive_capacity(32).unwrap();
    assert_eq!(talk.endpoint(), Some(2));
    assert_eq!(offered(&mut talk), 32);
    talk.answer(&part(3));
    assert_eq!(talk.endpoint(), Some(3));
    talk.conversation.set_receive_capacity(20).unwrap();
    talk.answer(&done());
    assert_eq!(talk.endpoint(), None);
}

/// If an acknowledgement follows in another datagram, there are two buffers.
#[test]
fn the_capacity_applies_to_both_buffers() {
    let mut talk = Talk::with_family();
    for capacity in [40, 100_000, 50] {
        talk.conversation.set_receive_capacity(capacity).unwrap();
        for refused in [0, -22, 0, 0] {
            talk.call(&GET_LIMITS, &());
            assert_eq!(offered(&mut talk), capacity);
            talk.answer(&limits(5));
            assert_eq!(offered(&mut talk), capacity);
            talk.answer(&ack(refused, ""));
            assert_eq!(talk.next().is_err(), refused != 0);
        }
    }
}
