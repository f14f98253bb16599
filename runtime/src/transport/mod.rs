//! What carries datagrams: the kernel's socket, or a scripted peer in memory.

#[cfg(feature = "namespaces")]
mod namespace;
mod netlink;
mod scripted;
mod stopper;

use std::io;
use std::time::Instant;

#[cfg(feature = "namespaces")]
pub use namespace::NetworkNamespace;
pub use netlink::Netlink;
pub use scripted::{Expected, Scriptable, Scripted, Step};
pub use stopper::{Stopped, Stopper};

/// Carries datagrams to and from the kernel, or something that stands for it.
///
/// It knows nothing of what is in them.
pub trait Transport {
    /// Sends one datagram.
    fn send(&mut self, datagram: &[u8]) -> io::Result<()>;

    /// Receives one datagram, without waiting, into `buffer`, which is empty and whose capacity is the most that is taken of it.
    ///
    /// # Errors
    ///
    /// [`WouldBlock`](io::ErrorKind::WouldBlock) if none is there.
    fn receive(&mut self, buffer: &mut Vec<u8>) -> io::Result<Datagram>;

    /// Waits until something can be received, or an error is to be told; at most until `deadline`, and without one for ever. It may
    /// come back too early. A signal does not end the wait.
    ///
    /// # Errors
    ///
    /// [`TimedOut`](io::ErrorKind::TimedOut) if the deadline has passed. An error made of [`Stopped`] if the wait was ended by a
    /// [`Stopper`].
    fn wait(&mut self, deadline: Option<Instant>) -> io::Result<()>;

    /// Joins a multicast group, by the id the kernel gave it.
    fn join(&mut self, group: u32) -> io::Result<()>;

    /// Leaves a multicast group.
    fn leave(&mut self, group: u32) -> io::Result<()>;

    /// Returns the time that deadlines are measured by.
    fn now(&self) -> Instant {
        Instant::now()
    }
}

/// What is known of a datagram beside its bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Datagram {
    /// Its length; more than the buffer holds when it was cut.
    pub length: usize,
    /// The port id of its sender; 0 is the kernel.
    pub sender: u32,
}
