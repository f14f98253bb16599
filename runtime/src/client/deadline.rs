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
    emptied_by: Option<Instant>,
    has_received: bool,
}

impl Deadline {
    pub(crate) const fn new(timeout: Option<Duration>) -> Self {
        Self {
            timeout,
            at: None,
            emptied_by: None,
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
        if self.has_received && self.has_passed(transport, may_wait) {
            return Err(io::ErrorKind::TimedOut.into());
        }
        self.has_received = true;
        loop {
            match transport.receive(buffer) {
                Err(error) if may_wait && error.kind() == io::ErrorKind::WouldBlock => {
                    let at = self.at(transport);
                    transport.wait(at)?;
                }
                result => return result,
            }
        }
    }

    /// The same for an async client: pending while it waits.
    #[cfg(feature = "async")]
    pub(crate) fn poll_receive<T: AsyncTransport>(
        &mut self,
        transport: &mut T,
        context: &mut Context<'_>,
        buffer: &mut Vec<u8>,
        may_wait: bool,
    ) -> Poll<io::Result<Datagram>> {
        if self.has_received && self.has_passed(transport, may_wait) {
            return Poll::Ready(Err(io::ErrorKind::TimedOut.into()));
        }
        self.has_received = true;
        loop {
            match transport.receive(buffer) {
                Err(error) if may_wait && error.kind() == io::ErrorKind::WouldBlock => {
                    let at = self.at(transport);
                    ready!(transport.poll_wait(context, at))?;
                }
                result => return Poll::Ready(result),
            }
        }
    }

    /// When it ends; `None` if there is no timeout.
    fn at<T: Transport>(&mut self, transport: &T) -> Option<Instant> {
        if self.at.is_none() {
            self.at = self
                .timeout
                .and_then(|timeout| transport.now().checked_add(timeout));
        }
        self.at
    }

    fn has_passed<T: Transport>(&mut self, transport: &T, may_wait: bool) -> bool {
        let now = transport.now();
        let at = match self.timeout {
            // Emptying a socket has an end even where an answer may be waited for without one.
            None if !may_wait => Some(*self.emptied_by.get_or_insert(now + RECEIVE_TIMEOUT)),
            _ => self.at(transport),
        };
        at.is_some_and(|at| at <= now)
    }
}
