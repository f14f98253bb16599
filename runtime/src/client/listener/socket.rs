//! A listener as an iterator, and the options of its socket.

use std::os::fd::{AsFd, AsRawFd, BorrowedFd, RawFd};

use super::{Listener, Received};
use crate::error::{Error, ErrorKind};
use crate::family::OwnedEvents;
use crate::transport::{Netlink, Stopper, Transport};

/// Receives events that own their fields. Never returns `None`.
impl<E: OwnedEvents, T: Transport> Iterator for Listener<E, T> {
    type Item = Result<Received<E>, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        Some(Listener::next(self))
    }
}

impl<E, T: AsMut<Netlink>> Listener<E, T> {
    /// Sets how many bytes of events may wait in the socket, and returns how many the kernel granted.
    ///
    /// The kernel drops events while the buffer is full, which is reported as [`Received::Overrun`].
    /// [`Netlink::set_receive_buffer_size`] describes the limits.
    pub fn set_receive_buffer_size(&mut self, bytes: usize) -> Result<usize, Error> {
        let result = self.transport.as_mut().set_receive_buffer_size(bytes);
        result.map_err(|error| self.error("set-receive-buffer-size", ErrorKind::Io(error)))
    }

    /// Sets whether lost events are reported as [`Received::Overrun`]. The default is `true`.
    ///
    /// This is the socket option `NETLINK_NO_ENOBUFS`, inverted.
    pub fn set_overruns(&mut self, reported: bool) -> Result<(), Error> {
        let result = self.transport.as_mut().set_overruns(reported);
        result.map_err(|error| self.error("set-overruns", ErrorKind::Io(error)))
    }

    /// Returns a handle that stops this listener from another thread or from a signal handler.
    ///
    /// After it was used, every call fails with [`ErrorKind::Stopped`]. [`Stopper`] has an example.
    pub fn stopper(&mut self) -> Result<Stopper, Error> {
        let result = self.transport.as_mut().stopper();
        result.map_err(|error| self.error("stopper", ErrorKind::Io(error)))
    }
}

/// Returns a descriptor that is readable when an event has arrived, for waiting on several sources.
///
/// One wakeup may be for several events: call [`try_next`](Listener::try_next) until it returns `None`.
impl<E, T: AsFd> AsFd for Listener<E, T> {
    fn as_fd(&self) -> BorrowedFd<'_> {
        self.transport.as_fd()
    }
}

impl<E, T: AsRawFd> AsRawFd for Listener<E, T> {
    fn as_raw_fd(&self) -> RawFd {
        self.transport.as_raw_fd()
    }
}
