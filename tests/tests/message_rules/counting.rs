//! A transport that keeps what is sent over another one, and counts its receives and waits.

use std::io;
use std::time::Instant;

use genl::Transport;
use genl::transport::Datagram;

#[derive(Debug)]
pub(crate) struct Counting<T> {
    pub(crate) inner: T,
    /// The datagrams sent.
    pub(crate) sent: Vec<Vec<u8>>,
    /// The number of receives that returned a datagram or `WouldBlock`.
    pub(crate) received: usize,
    /// The number of waits.
    pub(crate) waits: usize,
}

impl<T> Counting<T> {
    pub(crate) const fn over(inner: T) -> Self {
        Self {
            inner,
            sent: Vec::new(),
            received: 0,
            waits: 0,
        }
    }
}

impl<T: Transport> Transport for Counting<T> {
    fn send(&mut self, datagram: &[u8]) -> io::Result<()> {
        self.sent.push(datagram.to_vec());
        self.inner.send(datagram)
    }

    fn receive(&mut self, buffer: &mut Vec<u8>) -> io::Result<Datagram> {
        self.received += 1;
        self.inner.receive(buffer)
    }

    fn wait(&mut self, deadline: Option<Instant>) -> io::Result<()> {
        self.waits += 1;
        self.inner.wait(deadline)
    }

    fn join(&mut self, group: u32) -> io::Result<()> {
        self.inner.join(group)
    }

    fn leave(&mut self, group: u32) -> io::Result<()> {
        self.inner.leave(group)
    }
}
