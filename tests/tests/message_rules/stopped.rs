//! A listener that is stopped while it drains the socket after a loss.

use std::io;

use genl::transport::Stopped;

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
