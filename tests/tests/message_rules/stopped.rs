//! A listener that is stopped while it drains the socket after a loss.

use std::io;
use std::time::Instant;

use genl::mptcp_pm::{MptcpPm, MptcpPmEvent};
use genl::transport::{Datagram, Stopped};
use genl::{Client, Listener, Received, Scripted, Transport};

use super::{ID, listener, message, peer};

#[test]
fn a_stop_comes_before_drained_events() {
    let mut events = listener(peer());
    let peer = events.transport();
    peer.fail(io::Error::from_raw_os_error(libc::ENOBUFS));
    peer.deliver(message(ID, 0, 0, "03 01 0000  0800 0100 01000000"), 0);
    for _ in 0..2 {
        peer.fail(Stopped.into());
    }
    for _ in 0..2 {
        let error = events.next().expect_err("it was stopped");
        assert!(error.is_stopped(), "{error}");
    }
}

/// A peer that can be stopped as a socket is.
struct Stoppable {
    peer: Scripted,
    is_stopped: bool,
}

impl Transport for Stoppable {
    fn send(&mut self, datagram: &[u8]) -> io::Result<()> {
        self.peer.send(datagram)
    }

    fn receive(&mut self, buffer: &mut Vec<u8>) -> io::Result<Datagram> {
        self.peer.receive(buffer)
    }

    fn wait(&mut self, deadline: Option<Instant>) -> io::Result<()> {
        self.peer.wait(deadline)
    }

    fn is_stopped(&self) -> bool {
        self.is_stopped
    }

    fn join(&mut self, group: u32) -> io::Result<()> {
        self.peer.join(group)
    }

    fn leave(&mut self, group: u32) -> io::Result<()> {
        self.peer.leave(group)
    }
}

#[test]
fn stop_is_told_between_the_events_from_before_a_loss() {
    let peer = Stoppable {
        peer: peer(),
        is_stopped: false,
    };
    let client = Client::over(peer).expect("a peer in memory");
    let mut events = Listener::<MptcpPmEvent, _>::join(client, &[MptcpPm::EVENTS]).expect("joined");
    let peer = &mut events.transport().peer;
    peer.fail(io::Error::from_raw_os_error(libc::ENOBUFS));
    for _ in 0..2 {
        peer.deliver(message(ID, 0, 0, "03 01 0000  0800 0100 01000000"), 0);
    }
    assert!(matches!(events.next(), Ok(Received::Event(_))));
    events.transport().is_stopped = true;
    for _ in 0..2 {
        let error = events.next().expect_err("it was stopped");
        assert!(error.is_stopped(), "{error}");
    }
}
