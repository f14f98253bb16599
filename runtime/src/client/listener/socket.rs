//! A listener as an iterator, and the options of its socket.

use std::os::fd::{AsFd, AsRawFd, BorrowedFd, RawFd};

use super::{Listener, Received};
use crate::error::{Error, ErrorKind};
use crate::family::OwnedEvents;
use crate::transport::{Netlink, Stopper, Transport};

impl<E: OwnedEvents, T: Transport> Iterator for Listener<E, T> {
    type Item = Result<Received<E>, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        Some(Listener::next(self))
    }
}

impl<E, T: AsMut<Netlink>> Listener<E, T> {
    /// Sets how many bytes may wait to be received, and returns how many the kernel allows. What arrives when they are used up is
    /// lost, which is told as [`Received::Overrun`]. See [`Netlink::set_receive_buffer_size`] for the limits.
    pub fn set_receive_buffer_size(&mut self, bytes: usize) -> Result<usize, Error> {
        let result = self.transport.as_mut().set_receive_buffer_size(bytes);
        result.map_err(|error| self.error("set-receive-buffer-size", ErrorKind::Io(error)))
    }

    /// Sets whether lost events are told as [`Received::Overrun`], which they are at first (`NETLINK_NO_ENOBUFS`).
    pub fn set_overruns(&mut self, told: bool) -> Result<(), Error> {
        let result = self.transport.as_mut().set_overruns(told);
        result.map_err(|error| self.error("set-overruns", ErrorKind::Io(error)))
    }

    /// Returns a handle that stops this listener from another thread or from a signal handler. Then every call fails with
    /// [`ErrorKind::Stopped`].
    pub fn stopper(&mut self) -> Result<Stopper, Error> {
        let result = self.transport.as_mut().stopper();
        result.map_err(|error| self.error("stopper", ErrorKind::Io(error)))
    }
}

/// For waiting on several sources: readable when an event has come. One wakeup may stand for several: call
/// [`try_next`](Listener::try_next) until it returns `None`.
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
