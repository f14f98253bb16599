//! How long an operation may take.

use std::io;
#[cfg(feature = "async")]
use std::task::{Context, Poll, ready};
use std::time::{Duration, Instant};

use super::RECEIVE_TIMEOUT;
#[cfg(feature = "async")]
use crate::transport::AsyncTransport;
use crate::transport::{Datagram, Transport};

/// The deadline of one operation. Nothing that is received renews it.
///
/// The clock is read when something was received that did not end the operation, or when it is to be waited: an answer that is
/// there at once, as most are, costs no more than the two system calls.
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

    /// Receives a datagram, and waits for one if it may.
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

    /// The same for an async client: pending while it waits.
    ///
    /// What has arrived is received even where the task was not polled before the deadline had passed.
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

    /// Fails if it has passed while other things were received.
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

    /// When it ends; `None` if there is no timeout. Emptying a socket has an end all the same.
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
