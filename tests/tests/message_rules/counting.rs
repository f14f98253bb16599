//! A transport around another one, which keeps what is sent, and counts how often something was received and waited for.

use std::io;
use std::time::Instant;

use genl::Transport;
use genl::transport::Datagram;

#[derive(Debug)]
pub(crate) struct Counting<T> {
    pub(crate) inner: T,
    /// The datagrams sent.
    pub(crate) sent: Vec<Vec<u8>>,
    /// Datagrams, or the news that there is none, received without waiting.
    pub(crate) received: usize,
    /// How often it was waited.
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
