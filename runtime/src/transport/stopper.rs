//! Ending a wait from elsewhere.

use core::fmt;
use std::io::{self, Write};
use std::os::fd::{AsFd, AsRawFd, BorrowedFd, RawFd};
use std::os::unix::net::UnixStream;
use std::sync::Arc;

/// Stops a listener from another thread, or from a signal handler. Made by [`Listener::stopper`](crate::Listener::stopper).
///
/// A stopped listener fails with [`ErrorKind::Stopped`](crate::ErrorKind::Stopped), now and at every later call.
///
/// ```no_run
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// use genl::mptcp_pm::MptcpPm;
///
/// let mut events = MptcpPm::listen(&[MptcpPm::EVENTS])?;
/// let stopper = events.stopper()?;
/// std::thread::spawn(move || {
///     std::thread::sleep(std::time::Duration::from_secs(60));
///     stopper.stop();
/// });
/// for event in events {
///     match event {
///         Ok(event) => println!("{event:?}"),
///         Err(error) if error.is_stopped() => break,
///         Err(error) => return Err(error.into()),
///     }
/// }
/// # Ok(())
/// # }
/// ```
///
/// It is a descriptor, and the listener stops when anything is written to it. So a crate that writes to a descriptor on a signal
/// can stop the listener: with `signal-hook`, `signal_hook::low_level::pipe::register(SIGTERM, stopper.to_owned_fd()?)`.
#[derive(Clone, Debug)]
pub struct Stopper(Arc<Ends>);

/// Both ends are open as long as there is a stopper: a handler that writes to one whose other end is closed raises `SIGPIPE`.
#[derive(Debug)]
struct Ends {
    /// What it is stopped by.
    near: UnixStream,
    /// What is readable once it was.
    far: UnixStream,
}

/// The reason why a wait ended that a [`Stopper`] stopped, inside of an [`io::Error`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stopped;

impl Stopper {
    pub(super) fn new() -> io::Result<Self> {
        let (near, far) = UnixStream::pair()?;
        near.set_nonblocking(true)?;
        Ok(Self(Arc::new(Ends { near, far })))
    }

    /// Returns the descriptor that is readable once the stopper was used.
    pub(super) fn stopped(&self) -> BorrowedFd<'_> {
        self.0.far.as_fd()
    }

    /// Stops the listener. Does nothing if it was stopped already, or is gone.
    ///
    /// It is one `send(2)` or `write(2)`, which a signal handler may call (`signal-safety(7)`).
    pub fn stop(&self) {
        // If the buffer is full the listener was stopped before.
        let _ = (&self.0.near).write(&[1]);
    }

    /// Returns another descriptor for the same stopper.
    ///
    /// Writing to it when the listener and every stopper are gone raises `SIGPIPE`, which Rust programs ignore by default.
    pub fn to_owned_fd(&self) -> io::Result<std::os::fd::OwnedFd> {
        self.as_fd().try_clone_to_owned()
    }
}

impl AsFd for Stopper {
    fn as_fd(&self) -> BorrowedFd<'_> {
        self.0.near.as_fd()
    }
}

impl AsRawFd for Stopper {
    fn as_raw_fd(&self) -> RawFd {
        self.0.near.as_raw_fd()
    }
}

impl Stopped {
    /// Returns whether an error is one of a stopped wait.
    pub fn is(error: &io::Error) -> bool {
        let inner = error.get_ref();
        inner.and_then(|inner| inner.downcast_ref()) == Some(&Self)
    }
}

impl fmt::Display for Stopped {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("stopped")
    }
}

impl core::error::Error for Stopped {}

impl From<Stopped> for io::Error {
    fn from(stopped: Stopped) -> Self {
        Self::other(stopped)
    }
}
