//! What carries datagrams: the kernel's socket, or a scripted peer in memory.

mod netlink;
mod scripted;

use std::io;
use std::time::Duration;

pub use netlink::Netlink;
pub use scripted::{Expected, Scriptable, Scripted, Step};

/// Carries datagrams to and from the kernel, or something that stands for it.
///
/// It knows nothing of what is in them.
pub trait Transport {
    /// Sends one datagram.
    fn send(&mut self, datagram: &[u8]) -> io::Result<()>;

    /// Receives one datagram into `buffer`, whose capacity is the most that is taken of it.
    ///
    /// With [`Wait::No`], or when the receive timeout has passed, an error of kind [`io::ErrorKind::WouldBlock`].
    fn receive(&mut self, buffer: &mut Vec<u8>, wait: Wait) -> io::Result<Datagram>;

    /// Joins a multicast group, by the id the kernel gave it.
    fn join(&mut self, group: u32) -> io::Result<()>;

    /// How long [`receive`](Self::receive) waits; `None` is for ever.
    fn set_receive_timeout(&mut self, timeout: Option<Duration>) -> io::Result<()>;
}

/// What is known of a datagram beside its bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Datagram {
    /// Its length; more than the buffer holds when it was cut.
    pub length: usize,
    /// The port id of its sender; 0 is the kernel.
    pub sender: u32,
}

/// Whether to wait for a datagram.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wait {
    /// Until one comes or the receive timeout has passed.
    Yes,
    /// Not at all.
    No,
}
