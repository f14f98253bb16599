//! Transports, which carry datagrams: the kernel's socket, or a scripted peer in memory.
//!
//! - [`Netlink`] is the socket of blocking clients. `Tokio` and `Smol` are its async forms.
//! - [`Scripted`] replaces the kernel in tests. [`Recorder`] records what another transport sends and receives.
//! - `NetworkNamespace` (feature `namespaces`) opens sockets in another network namespace.
//! - [`Stopper`] stops a listener.
//!
//! [`Client::over`](crate::Client::over) and [`Listener::join`](crate::Listener::join) use any [`Transport`].

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

/// Carries datagrams between a client or listener and the kernel, without reading them.
///
/// genl comes with [`Netlink`], the kernel's socket; its async forms `Tokio` and `Smol`; [`Scripted`], a peer in memory for
/// tests; and [`Recorder`], which records another transport. A program can add its own:
///
/// ```
/// use std::io;
/// use std::time::Instant;
///
/// use genl::mptcp_pm::{Limits, MptcpPm};
/// use genl::transport::Datagram;
/// use genl::{Client, Scripted, Transport};
///
/// /// Counts the bytes that are sent over another transport.
/// struct Counted<T> {
///     inner: T,
///     bytes: usize,
/// }
///
/// impl<T: Transport> Transport for Counted<T> {
///     fn send(&mut self, datagram: &[u8]) -> io::Result<()> {
///         self.bytes += datagram.len();
///         self.inner.send(datagram)
///     }
///
///     fn receive(&mut self, buffer: &mut Vec<u8>) -> io::Result<Datagram> {
///         self.inner.receive(buffer)
///     }
///
///     fn wait(&mut self, deadline: Option<Instant>) -> io::Result<()> {
///         self.inner.wait(deadline)
///     }
///
///     fn join(&mut self, group: u32) -> io::Result<()> {
///         self.inner.join(group)
///     }
///
///     fn leave(&mut self, group: u32) -> io::Result<()> {
///         self.inner.leave(group)
///     }
///
///     fn now(&self) -> Instant {
///         self.inner.now()
///     }
/// }
///
/// # let mut peer = Scripted::new();
/// # peer.family(MptcpPm::DESCRIPTION, 28)?;
/// # peer.expect(&MptcpPm::GET_LIMITS, &())?.reply(&Limits::default())?;
/// let transport = Counted { inner: peer, bytes: 0 };
/// let mut pm = MptcpPm::new(Client::over(transport)?);
/// pm.get_limits()?;
/// // 36 bytes look up the family, and 20 are the request.
/// assert_eq!(pm.channel().transport().bytes, 36 + 20);
/// # Ok::<(), genl::Error>(())
/// ```
pub trait Transport {
    /// Sends one datagram.
    fn send(&mut self, datagram: &[u8]) -> io::Result<()>;

    /// Receives one datagram into `buffer`, without waiting.
    ///
    /// The buffer is empty. If the datagram is larger than its capacity, the rest of the datagram is discarded, and
    /// [`Datagram::length`] is still the whole length.
    ///
    /// # Errors
    ///
    /// Fails with [`WouldBlock`](io::ErrorKind::WouldBlock) if no datagram has arrived.
    fn receive(&mut self, buffer: &mut Vec<u8>) -> io::Result<Datagram>;

    /// Waits until [`receive`](Self::receive) has a datagram or an error to return, or until `deadline`.
    ///
    /// Without a deadline it waits forever. It may return too early. A signal does not end the wait.
    ///
    /// # Errors
    ///
    /// Fails with [`TimedOut`](io::ErrorKind::TimedOut) if the deadline has passed, and with an error that contains
    /// [`Stopped`] if a [`Stopper`] was used.
    fn wait(&mut self, deadline: Option<Instant>) -> io::Result<()>;

    /// Returns whether a [`Stopper`] was used.
    ///
    /// If so, [`receive`](Self::receive) and [`wait`](Self::wait) fail, and a listener returns no further event, even if one
    /// has already been received.
    fn is_stopped(&self) -> bool {
        false
    }

    /// Joins a multicast group, by the id that the kernel assigned to it.
    fn join(&mut self, group: u32) -> io::Result<()>;

    /// Leaves a multicast group.
    fn leave(&mut self, group: u32) -> io::Result<()>;

    /// Returns the size of the receive buffer in bytes, as the kernel counts them.
    ///
    /// A [`Batch`](crate::Batch) sends only as many requests at once as the buffer has room for answers. The default is that
    /// of `net.core.rmem_default`.
    fn receive_buffer_size(&self) -> usize {
        212_992
    }

    /// Returns the current time of the clock that measures deadlines.
    fn now(&self) -> Instant {
        Instant::now()
    }
}

/// A transport that can wait without blocking its thread.
///
/// Requires the feature `async`, which `tokio` and `smol` include.
#[cfg(feature = "async")]
pub trait AsyncTransport: Transport + Unpin {
    /// Polls for what [`wait`](Transport::wait) waits for.
    ///
    /// It is called after [`receive`](Transport::receive) returned [`WouldBlock`](io::ErrorKind::WouldBlock). It registers the
    /// waker of `context` and is pending until a datagram arrives or the deadline passes.
    fn poll_wait(
        &mut self,
        context: &mut Context<'_>,
        deadline: Option<Instant>,
    ) -> Poll<io::Result<()>>;
}

/// The length and the sender of a datagram.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Datagram {
    /// The length of the datagram in bytes. If it is greater than the number of bytes received, the datagram was cut.
    pub length: usize,
    /// The port id of the sender. The kernel has 0.
    pub sender: u32,
}
