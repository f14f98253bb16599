//! The deadline of an operation.

use std::io;
#[cfg(feature = "async")]
use std::task::{Context, Poll, ready};
use std::time::{Duration, Instant};

use super::{RECEIVE_TIMEOUT, setting};
use crate::error::Error;
#[cfg(feature = "async")]
use crate::transport::AsyncTransport;
use crate::transport::{Datagram, Transport};

/// The deadline of one operation. Nothing that is received extends it.
///
/// The clock is read only before a wait, or after something was received that did not end the operation. Most answers are
/// there at once and cost only two system calls.
#[derive(Debug)]
pub(crate) struct Deadline {
    timeout: Option<Duration>,
    at: Option<Instant>,
    has_received: bool,
}

impl Deadline {
    pub(crate) const fn new(timeout: Option<Duration>) -> Self {
        Self {
            timeout,
            at: None,
            has_received: false,
        }
    }

    /// Receives a datagram. Waits for one if `may_wait` is set.
    pub(crate) fn receive<T: Transport>(
        &mut self,
        transport: &mut T,
        buffer: &mut Vec<u8>,
        may_wait: bool,
    ) -> io::Result<Datagram> {
        self.check(transport, may_wait)?;
        loop {
            match transport.receive(buffer) {
                Err(error) if may_wait && error.kind() == io::ErrorKind::WouldBlock => {
                    let at = self.at(transport, may_wait);
                    transport.wait(at)?;
                }
                result => return self.received(result),
            }
        }
    }

    /// Receives a datagram in an async client. Is pending while it waits.
    ///
    /// A datagram that has arrived is received even if the task was not polled before the deadline.
    #[cfg(feature = "async")]
    pub(crate) fn poll_receive<T: AsyncTransport>(
        &mut self,
        transport: &mut T,
        context: &mut Context<'_>,
        buffer: &mut Vec<u8>,
        may_wait: bool,
    ) -> Poll<io::Result<Datagram>> {
        self.check(transport, may_wait)?;
        loop {
            match transport.receive(buffer) {
                Err(error) if may_wait && error.kind() == io::ErrorKind::WouldBlock => {
                    let at = self.at(transport, may_wait);
                    ready!(transport.poll_wait(context, at))?;
                }
                result => return Poll::Ready(self.received(result)),
            }
        }
    }

    /// Fails if the deadline passed while unrelated datagrams were received.
    fn check<T: Transport>(&mut self, transport: &T, may_wait: bool) -> io::Result<()> {
        let has_passed = self.has_received
            && self
                .at(transport, may_wait)
                .is_some_and(|at| at <= transport.now());
        if has_passed {
            return Err(io::ErrorKind::TimedOut.into());
        }
        Ok(())
    }

    fn received(&mut self, result: io::Result<Datagram>) -> io::Result<Datagram> {
        self.has_received = true;
        result
    }

    /// Returns when it ends, or `None` if there is no timeout. Draining a socket always has a deadline.
    fn at<T: Transport>(&mut self, transport: &T, may_wait: bool) -> Option<Instant> {
        let timeout = match self.timeout {
            None if may_wait => return None,
            timeout => timeout.unwrap_or(RECEIVE_TIMEOUT),
        };
        if self.at.is_none() {
            self.at = transport.now().checked_add(timeout);
        }
        self.at
    }
}

/// Checks that the clock can express the end of a timeout.
pub(super) fn checked(
    operation: &'static str,
    now: Instant,
    timeout: Option<Duration>,
) -> Result<Option<Duration>, Error> {
    match timeout {
        Some(timeout) if now.checked_add(timeout).is_none() => {
            let error = io::Error::new(io::ErrorKind::InvalidInput, "the timeout is too long");
            Err(setting(operation, error))
        }
        timeout => Ok(timeout),
    }
}
