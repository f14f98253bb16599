//! A transport around another one, whose answers are late: the client has to wait although they are there.

use std::io;
use std::task::{Context, Poll, ready};
use std::time::Instant;

use genl::transport::{AsyncTransport, Datagram};
use genl::{Scripted, Transport};

/// The peer of every case.
pub(crate) type Peer = Hesitant<Scripted>;

#[derive(Debug)]
pub(crate) struct Hesitant<T> {
    pub(crate) inner: T,
    /// The datagrams sent.
    pub(crate) sent: Vec<Vec<u8>>,
    /// How often something was received, or was told to be missing.
    pub(crate) received: usize,
    /// How often it was waited.
    pub(crate) waits: usize,
    /// Whether what was sent last is not answered yet.
    is_late: bool,
    /// Whether a waker was registered.
    is_awaited: bool,
}

impl<T> Hesitant<T> {
    pub(crate) const fn over(inner: T) -> Self {
        Self {
            inner,
            sent: Vec::new(),
            received: 0,
            waits: 0,
            is_late: false,
            is_awaited: false,
        }
    }
}

impl<T: Transport> Transport for Hesitant<T> {
    fn send(&mut self, datagram: &[u8]) -> io::Result<()> {
        self.sent.push(datagram.to_vec());
        self.is_late = true;
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
        self.waits += 1;
        if std::mem::take(&mut self.is_late) {
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
}

impl<T: AsyncTransport> AsyncTransport for Hesitant<T> {
    fn poll_wait(
        &mut self,
        context: &mut Context<'_>,
        deadline: Option<Instant>,
    ) -> Poll<io::Result<()>> {
        if self.is_late && !self.is_awaited {
            self.is_awaited = true;
            context.waker().wake_by_ref();
            return Poll::Pending;
        }
        self.is_awaited = false;
        if std::mem::take(&mut self.is_late) {
            self.waits += 1;
            return Poll::Ready(Ok(()));
        }
        let waited = ready!(self.inner.poll_wait(context, deadline));
        self.waits += 1;
        Poll::Ready(waited)
    }
}
