//! The timeouts of a listener. As in [`deadlines`](super::deadlines), the peer has a clock of its own.

use std::io;
use std::time::Duration;

use genl::client::RECEIVE_TIMEOUT;
use genl::mptcp_pm::{MptcpPm, MptcpPmEvent};
use genl::{Listener, Received};

use super::clocked::{Clocked, FLOODS, Flood, is_timeout, took};
use super::{ID, message, peer};

const TIMEOUT: Duration = Duration::from_millis(300);

fn listener(timeout: Option<Duration>) -> Listener<MptcpPmEvent, Clocked> {
    // The client has another timeout.
    let client = Clocked::client(peer(), Some(Duration::from_secs(60)));
    let mut events: Listener<_, _> = Listener::join(client, &[MptcpPm::EVENTS]).unwrap();
    events.set_receive_timeout(timeout).unwrap();
    events.transport().lap();
    events
}

fn closed(token: u8) -> Vec<u8> {
    message(
        ID,
        0,
        0,
        &format!("03 01 0000  0800 0100 {token:02x}000000"),
    )
}

/// Returns what a listener ignores, including the controller's events about other families.
fn ignored() -> impl Iterator<Item = Flood> {
    let notice: Flood = || {
        let other = "02 02 0000  0800 0200 61626300  0600 0100 2000 0000";
        Ok((message(16, 0, 0, other), 0))
    };
    FLOODS.into_iter().skip(1).chain([notice])
}

#[test]
fn rule_33_the_next_event() {
    for flood in ignored() {
        let mut events = listener(Some(TIMEOUT));
        events.transport().flood = Some(flood);
        is_timeout(&events.next().unwrap_err());
        took(events.transport(), TIMEOUT);
        // Each call has its own deadline.
        events.transport().peer.deliver(closed(1), 0);
        assert!(matches!(events.next(), Ok(Received::Event(_))));
        assert_eq!(events.transport().lap(), 100);
    }
}

#[test]
fn rule_33_an_event_that_has_already_arrived() {
    for (timeout, bound) in [(Some(TIMEOUT), TIMEOUT), (None, RECEIVE_TIMEOUT)] {
        for flood in ignored() {
            let mut events = listener(timeout);
            events.transport().flood = Some(flood);
            assert_eq!(events.try_next().unwrap(), None);
            took(events.transport(), bound);
            assert_eq!(events.transport().waits, []);
        }
    }
}

#[test]
fn rule_33_events_before_a_loss() {
    let lost: Flood = || Err(io::Error::from_raw_os_error(libc::ENOBUFS));
    for (timeout, bound) in [(Some(TIMEOUT), TIMEOUT), (None, RECEIVE_TIMEOUT)] {
        for flood in ignored().chain([lost]) {
            let mut events = listener(timeout);
            let transport = events.transport();
            transport.flood = Some(flood);
            transport
                .peer
                .fail(io::Error::from_raw_os_error(libc::ENOBUFS));
            transport.peer.deliver(closed(1), 0);
            assert!(matches!(events.next(), Ok(Received::Event(_))));
            took(events.transport(), bound);
            events.transport().flood = None;
            assert_eq!(events.next().unwrap(), Received::Overrun);
        }
    }
}

/// A sender that is always faster than the listener delays the notice of a loss by this much at most.
#[test]
fn rule_31_at_most_this_much_is_drained_before_a_loss_is_reported() {
    const AT_MOST: usize = 65_536;
    let no_buffer_space = || io::Error::from_raw_os_error(libc::ENOBUFS);
    for (before, behind) in [
        (AT_MOST - 1, 0),
        (AT_MOST, 0),
        (AT_MOST + 1, 0),
        // Another loss happens before the first was reported.
        (40_000, 40_000),
    ] {
        let mut events = listener(None);
        let transport = events.transport();
        // There is no deadline.
        transport.step = Duration::ZERO;
        transport.peer.fail(no_buffer_space());
        for _ in 0..before {
            transport.peer.deliver(closed(1), 0);
        }
        if behind > 0 {
            transport.peer.fail(no_buffer_space());
        }
        for _ in 0..behind {
            transport.peer.deliver(closed(1), 0);
        }
        let mut told: Vec<_> = core::iter::from_fn(|| events.try_next().unwrap())
            .take(100_000)
            .map(|received| received == Received::Overrun)
            .collect();
        let all = before + behind;
        assert_eq!(told.len(), all + 1);
        assert!(told.remove(all.min(AT_MOST)), "the loss");
        assert!(told.iter().all(|is_loss| !is_loss));
    }
}

#[test]
fn a_failed_socket_leaves_nothing_to_read() {
    let mut events = listener(None);
    let transport = events.transport();
    let failure = io::Error::from_raw_os_error(libc::ENOTCONN);
    transport.peer.fail(failure);
    transport.peer.deliver(closed(1), 0);
    let error = events.next().unwrap_err();
    assert_eq!(error.raw_os_error(), Some(libc::ENOTCONN));
    assert!(matches!(events.next(), Ok(Received::Event(_))));
}

/// The timeout of a client limits the wait for an answer, and that of a listener the wait for an event.
#[test]
fn the_timeout_of_the_client_is_not_that_of_the_listener() {
    let mut events: Listener<MptcpPmEvent, _> =
        Listener::join(Clocked::client(peer(), Some(TIMEOUT)), &[MptcpPm::EVENTS]).unwrap();
    events.next().unwrap_err();
    assert_eq!(events.transport().waits, [None]);
    let error = events.set_receive_timeout(Some(Duration::MAX));
    let text = "genl set-receive-timeout: the timeout is too long";
    assert_eq!(error.unwrap_err().to_string(), text);
    events.set_receive_timeout(Some(TIMEOUT)).unwrap();
    events.transport().waits.clear();
    is_timeout(&events.next().unwrap_err());
    assert_eq!(events.transport().waits, [Some(TIMEOUT)]);
}
