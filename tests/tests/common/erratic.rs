//! A transport that delays another one and wakes tasks without need, in a pseudo-random way.

use std::io;
use std::task::{Context, Poll};
use std::time::Instant;

use genl::Transport;
use genl::transport::{AsyncTransport, Datagram};

/// Pseudo-random numbers that are the same in every run: `xorshift64`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Chance(u64);

impl Chance {
    pub(crate) const fn new() -> Self {
        Self(0x9e37_79b9_7f4a_7c15)
    }

    /// Returns a number less than `end`.
    pub(crate) fn below(&mut self, end: u32) -> u32 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        u32::try_from(self.0 >> 33).expect("31 bits") % end
    }

    pub(crate) fn coin(&mut self) -> bool {
        self.below(2) == 0
    }
}

#[derive(Debug)]
pub(crate) struct Erratic<T> {
    pub(crate) inner: T,
    chance: Chance,
    is_late: bool,
    /// Nothing is late until something is sent.
    is_calm: bool,
}

impl<T> Erratic<T> {
    pub(crate) const fn over(inner: T) -> Self {
        Self {
            inner,
            chance: Chance::new(),
            is_late: false,
            is_calm: false,
        }
    }

    /// All that was sent is answered: the kernel never delays the rest of a dump.
    pub(crate) const fn arrive(&mut self) {
        (self.is_late, self.is_calm) = (false, true);
    }
}

impl<T: Transport> Transport for Erratic<T> {
    fn send(&mut self, datagram: &[u8]) -> io::Result<()> {
        (self.is_late, self.is_calm) = (self.chance.coin(), false);
        self.inner.send(datagram)
    }

    fn receive(&mut self, buffer: &mut Vec<u8>) -> io::Result<Datagram> {
        if self.is_late {
            return Err(io::ErrorKind::WouldBlock.into());
        }
        let datagram = self.inner.receive(buffer)?;
        self.is_late = !self.is_calm && self.chance.coin();
        Ok(datagram)
    }

    fn wait(&mut self, deadline: Option<Instant>) -> io::Result<()> {
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

    fn now(&self) -> Instant {
        self.inner.now()
    }
}

impl<T: AsyncTransport> AsyncTransport for Erratic<T> {
    fn poll_wait(
        &mut self,
        context: &mut Context<'_>,
        deadline: Option<Instant>,
    ) -> Poll<io::Result<()>> {
        if !self.is_late {
            return self.inner.poll_wait(context, deadline);
        }
        self.is_late = self.chance.coin();
        if self.is_late {
            context.waker().wake_by_ref();
            return Poll::Pending;
        }
        Poll::Ready(Ok(()))
    }
}
