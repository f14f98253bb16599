//! The greatest size of a datagram.

use std::io;

use genl::ErrorKind;
use genl::Received;
use genl::mptcp_pm::MptcpPmEvent;

use super::{GET_LIMITS, ID, answered, limits, listener, message, peer};

/// Returns an event with more than 64 KiB of unknown attributes.
fn large() -> Vec<u8> {
    let attribute = |number| format!("409c {number:02x}00 {}", "2a".repeat(39_996));
    let payload = format!(
        "03 01 0000  0800 0100 07000000  {} {}",
        attribute(98),
        attribute(99)
    );
    message(ID, 0, 0, &payload)
}

fn closed(token: u8) -> Vec<u8> {
    message(
        ID,
        0,
        0,
        &format!("03 01 0000  0800 0100 {token:02x}000000"),
    )
}

/// Returns the token of an event and the length of its unknown attributes.
fn event(received: Received<MptcpPmEvent>) -> (u32, usize) {
    match received {
        Received::Event(MptcpPmEvent::Closed(event)) => {
            let unknown = event.unknown.iter();
            (event.token, unknown.map(|one| one.payload.len()).sum())
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn rule_28_a_client_works_after_a_too_large_capacity() {
    let mut pm = answered(GET_LIMITS, &[limits(0, 5)]);
    let error = pm.channel().set_receive_capacity(usize::MAX).unwrap_err();
    assert_eq!(
        error.to_string(),
        "genl set-receive-capacity: out of memory"
    );
    assert_eq!(io::Error::from(error).kind(), io::ErrorKind::OutOfMemory);
    assert_eq!(pm.get_limits().unwrap().subflows, 5);
}

#[test]
fn rule_28_a_listener_works_after_a_too_large_capacity() {
    let mut events = listener(peer());
    events.set_receive_capacity(36).unwrap();
    let error = events.set_receive_capacity(usize::MAX).unwrap_err();
    assert_eq!(
        error.to_string(),
        "mptcp_pm set-receive-capacity: out of memory"
    );
    events.transport().deliver(closed(1), 0);
    assert_eq!(event(events.next().unwrap()), (1, 0));
}

#[test]
fn rule_28_a_large_event_is_an_error_and_fits_a_larger_buffer() {
    let mut events = listener(peer());
    let event_bytes = large();
    assert_eq!(event_bytes.len(), 80_028);
    for _ in 0..2 {
        events.transport().deliver(event_bytes.clone(), 0);
    }
    events.transport().deliver(closed(1), 0);
    let error = events.next().unwrap_err();
    assert!(matches!(
        error.kind(),
        ErrorKind::Truncated {
            length: 80_028,
            capacity: 65_536
        }
    ));
    events.set_receive_capacity(80_028).unwrap();
    assert_eq!(event(events.next().unwrap()), (7, 79_992));
    assert_eq!(event(events.next().unwrap()), (1, 0));
    // One byte less is too small.
    events.set_receive_capacity(80_027).unwrap();
    events.transport().deliver(event_bytes, 0);
    assert!(events.next().is_err());
    assert_eq!(events.try_next().unwrap(), None);
}

/// Events that were drained before a loss do not enlarge the buffer.
#[test]
fn rule_28_the_capacity_is_the_same_after_a_loss() {
    let mut events = listener(peer());
    events.set_receive_capacity(60).unwrap();
    let peer = events.transport();
    peer.fail(io::Error::from_raw_os_error(libc::ENOBUFS));
    for token in 1..=4 {
        peer.deliver([closed(token), closed(token)].concat(), 0);
    }
    for token in [1, 1, 2, 2, 3, 3, 4, 4] {
        assert_eq!(event(events.next().unwrap()), (token, 0));
    }
    assert_eq!(events.next().unwrap(), Received::Overrun);
    let peer = events.transport();
    peer.deliver([closed(5), closed(6), closed(7)].concat(), 0);
    let error = events.next().unwrap_err();
    assert!(matches!(
        error.kind(),
        ErrorKind::Truncated {
            length: 84,
            capacity: 60
        }
    ));
}

#[test]
fn rule_28_received_events_are_read_after_the_capacity_shrank() {
    let mut events = listener(peer());
    let peer = events.transport();
    peer.deliver([closed(1), closed(2)].concat(), 0);
    peer.deliver([closed(3), closed(4)].concat(), 0);
    peer.deliver(closed(5), 0);
    assert_eq!(event(events.next().unwrap()), (1, 0));
    events.set_receive_capacity(30).unwrap();
    assert_eq!(event(events.next().unwrap()), (2, 0));
    assert!(events.next().is_err());
    assert_eq!(event(events.next().unwrap()), (5, 0));
}

#[test]
fn transports_have_the_room_that_sockets_have_by_default() {
    // `net.core.rmem_default`, `SK_RMEM_MAX` in `include/net/sock.h`.
    assert_eq!(genl::Transport::receive_buffer_size(&peer()), 212_992);
}
