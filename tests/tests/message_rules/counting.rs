//! A transport around another one, which keeps what is sent, and how something was to be received.

use std::io;
use std::time::Duration;

use genl::Transport;
use genl::transport::{Datagram, Wait};

#[derive(Debug)]
pub(crate) struct Counting<T> {
    pub(crate) inner: T,
    /// The datagrams sent.
    pub(crate) sent: Vec<Vec<u8>>,
    /// Whether to wait, of each time that something was to be received.
    pub(crate) waits: Vec<Wait>,
}

impl<T> Counting<T> {
    pub(crate) const fn over(inner: T) -> Self {
        Self {
            inner,
            sent: Vec::new(),
            waits: Vec::new(),
        }
    }
}

impl<T: Transport> Transport for Counting<T> {
    fn send(&mut self, datagram: &[u8]) -> io::Result<()> {
        self.sent.push(datagram.to_vec());
        self.inner.send(datagram)
    }

    fn receive(&mut self, buffer: &mut Vec<u8>, wait: Wait) -> io::Result<Datagram> {
        self.waits.push(wait);
        self.inner.receive(buffer, wait)
    }

    fn join(&mut self, group: u32) -> io::Result<()> {
        self.inner.join(group)
    }

    fn set_receive_timeout(&mut self, timeout: Option<Duration>) -> io::Result<()> {
        self.inner.set_receive_timeout(timeout)
    }
}
