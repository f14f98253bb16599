//! The handle that stops a listener.

use core::fmt;
use std::io::{self, Write};
use std::os::fd::{AsFd, AsRawFd, BorrowedFd, RawFd};
use std::os::unix::net::UnixStream;
use std::sync::Arc;

/// Stops a listener from another thread or from a signal handler.
///
/// [`Listener::stopper`](crate::Listener::stopper) creates it. Once it was used, the listener fails with
/// [`ErrorKind::Stopped`](crate::ErrorKind::Stopped), in the current call and in every later one.
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
/// # Signals
///
/// The listener stops when anything is written to the descriptor of the stopper. With `signal-hook`:
///
/// ```no_run
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// use genl::mptcp_pm::MptcpPm;
/// use signal_hook::consts::SIGTERM;
///
/// let mut events = MptcpPm::listen(&[MptcpPm::EVENTS])?;
/// signal_hook::low_level::pipe::register(SIGTERM, events.stopper()?.to_owned_fd()?)?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct Stopper(Arc<Ends>);

/// The two ends of a socket pair. Both remain open as long as there is a stopper: writing to an end whose other end is closed
/// raises `SIGPIPE`.
#[derive(Debug)]
struct Ends {
    /// The end that [`Stopper::stop`] writes to.
    near: UnixStream,
    /// The end that becomes readable then.
    far: UnixStream,
}

/// The error of a wait that a [`Stopper`] ended, inside of an [`io::Error`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stopped;

impl Stopper {
    pub(super) fn new() -> io::Result<Self> {
        let (near, far) = UnixStream::pair()?;
        near.set_nonblocking(true)?;
        Ok(Self(Arc::new(Ends { near, far })))
    }

    /// Returns the descriptor that becomes readable when the stopper is used.
    pub(super) fn stopped(&self) -> BorrowedFd<'_> {
        self.0.far.as_fd()
    }

    /// Stops the listener. Does nothing if it was already stopped or dropped.
    ///
    /// This is a single `send(2)` or `write(2)`, so a signal handler may call it (`signal-safety(7)`).
    pub fn stop(&self) {
        // If the buffer is full, the listener was stopped before.
        let _ = (&self.0.near).write(&[1]);
    }

    /// Returns a duplicate of the descriptor of this stopper.
    ///
    /// Writing to it after the listener and all its stoppers were dropped raises `SIGPIPE`, which Rust programs ignore by
    /// default.
    ///
    /// # Errors
    ///
    /// Fails if the process has too many open files.
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
    /// Returns whether `error` comes from a [`Stopper`].
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
