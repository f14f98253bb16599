//! A transport that delays the answers of another one, so that the client has to wait.

use std::io;
use std::task::{Context, Poll};
use std::time::{Duration, Instant};

use genl::transport::{AsyncTransport, Datagram};
use genl::{Scripted, Transport};

/// The peer of every case.
pub(crate) type Peer = Hesitant<Scripted>;

#[derive(Debug)]
pub(crate) struct Hesitant<T> {
    pub(crate) inner: T,
    /// The number of datagrams sent.
    pub(crate) sent: Vec<Vec<u8>>,
    /// The number of receives, including those that found nothing.
    pub(crate) received: usize,
    /// The number of waits.
    pub(crate) waits: usize,
    /// The duration of each wait, by the clock of the transport.
    pub(crate) delay: Duration,
    clock: Instant,
    /// Whether the last request is not answered yet.
    is_late: bool,
    /// Whether a waker was registered.
    is_awaited: bool,
}

impl<T> Hesitant<T> {
    pub(crate) fn over(inner: T) -> Self {
        Self {
            inner,
            sent: Vec::new(),
            received: 0,
            waits: 0,
            delay: Duration::ZERO,
            clock: Instant::now(),
            is_late: false,
            is_awaited: false,
        }
    }
}

impl<T> Hesitant<T> {
    /// Marks everything that was sent as answered.
    pub(crate) const fn arrive(&mut self) {
        self.is_late = false;
    }

    /// Ends a wait. Returns whether it was for a late answer.
    fn end_wait(&mut self) -> bool {
        self.waits += 1;
        self.clock += self.delay;
        std::mem::take(&mut self.is_late)
    }
}

impl<T: Transport> Transport for Hesitant<T> {
    fn send(&mut self, datagram: &[u8]) -> io::Result<()> {
        self.sent.push(datagram.to_vec());
        (self.is_late, self.is_awaited) = (true, false);
        self.inner.send(datagram)
    }

    fn receive(&mut self, buffer: &mut Vec<u8>) -> io::Result<Datagram> {
        self.received += 1;
        if self.is_late {
            return Err(io::ErrorKind::WouldBlock.into());
        }
        self.inner.receive(buffer)
    }

    fn wait(&mut self, deadline: Option<Instant>) -> io::Result<()> {
        if self.end_wait() {
            return Ok(());
        }
        self.inner.wait(deadline)
    }

    fn join(&mut self, group: u32) -> io::Result<()> {
        self.inner.join(group)
    }

    fn leave(&mut self, group: u32) -> io::Result<()> {
        self.inner.leave(group)
    }

    fn receive_buffer_size(&self) -> usize {
        self.inner.receive_buffer_size()
    }

    fn now(&self) -> Instant {
        self.clock
    }
}

impl<T: AsyncTransport> AsyncTransport for Hesitant<T> {
    fn poll_wait(
        &mut self,
        context: &mut Context<'_>,
        deadline: Option<Instant>,
    ) -> Poll<io::Result<()>> {
        if self.is_late && !self.is_awaited {
            self.is_awaited = true;
            self.clock += self.delay;
            context.waker().wake_by_ref();
            return Poll::Pending;
        }
        self.is_awaited = false;
        if self.end_wait() {
            return Poll::Ready(Ok(()));
        }
        self.inner.poll_wait(context, deadline)
    }
}
