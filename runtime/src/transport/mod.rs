//! What carries datagrams: the kernel's socket, or a scripted peer in memory.

#[cfg(feature = "namespaces")]
mod namespace;
mod netlink;
mod recorder;
mod scripted;
#[cfg(feature = "smol")]
mod smol;
mod stopper;
#[cfg(feature = "tokio")]
mod tokio;

use std::io;
#[cfg(feature = "async")]
use std::task::{Context, Poll};
use std::time::Instant;

#[cfg(feature = "namespaces")]
pub use namespace::NetworkNamespace;
pub use netlink::Netlink;
pub use recorder::Recorder;
pub use scripted::{Expected, RecordingError, Scriptable, Scripted, Step};
#[cfg(feature = "smol")]
pub use smol::Smol;
pub use stopper::{Stopped, Stopper};
#[cfg(feature = "tokio")]
pub use tokio::Tokio;

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

    /// Returns whether a [`Stopper`] was used: then [`receive`](Self::receive) and [`wait`](Self::wait) fail, and what was received
    /// before is not handed out any more.
    fn is_stopped(&self) -> bool {
        false
    }

    /// Joins a multicast group, by the id the kernel gave it.
    fn join(&mut self, group: u32) -> io::Result<()>;

    /// Leaves a multicast group.
    fn leave(&mut self, group: u32) -> io::Result<()>;

    /// Returns how many bytes may wait to be received, as the kernel counts them. A batch sends no more at once than its answers fit.
    fn receive_buffer_size(&self) -> usize {
        // `net.core.rmem_default`.
        212_992
    }

    /// Returns the time that deadlines are measured by.
    fn now(&self) -> Instant {
        Instant::now()
    }
}

/// A transport that can wait without blocking its thread.
///
/// Needs the feature `async`, which `tokio` and `smol` include.
#[cfg(feature = "async")]
pub trait AsyncTransport: Transport + Unpin {
    /// Does what [`wait`](Transport::wait) does, for a future: registers its waker, and is pending until something can be received or
    /// the deadline has passed. It is called after [`receive`](Transport::receive) had nothing.
    fn poll_wait(
        &mut self,
        context: &mut Context<'_>,
        deadline: Option<Instant>,
    ) -> Poll<io::Result<()>>;
}

/// What is known of a datagram beside its bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Datagram {
    /// Its length; more than the buffer holds when it was cut.
    pub length: usize,
    /// The port id of its sender; 0 is the kernel.
    pub sender: u32,
}
