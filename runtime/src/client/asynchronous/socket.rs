//! Async clients and listeners over the socket of a runtime.

use std::os::fd::{AsFd, AsRawFd, BorrowedFd, RawFd};

use super::{AsyncClient, AsyncListener};
use crate::client::Client;
use crate::error::Error;
use crate::family::{Events, Family, MulticastGroup};
use crate::transport::{AsyncTransport, Netlink};

/// Clients over the socket of a runtime: [`Tokio`](crate::transport::Tokio) or [`Smol`](crate::transport::Smol).
impl<T: AsyncTransport + From<Netlink>> AsyncClient<T> {
    /// Opens a netlink socket in the network namespace of the calling thread.
    ///
    /// # Errors
    ///
    /// Fails if the socket cannot be opened.
    pub fn open() -> Result<Self, Error> {
        Client::open_as(|| Netlink::open().map(T::from)).map(Self::of)
    }

    /// Opens a netlink socket and looks up `family`.
    ///
    /// # Errors
    ///
    /// Fails if the socket cannot be opened, and if the kernel does not have the family.
    ///
    /// # Cancel safety
    ///
    /// Dropping the future closes the socket. Nothing else happens.
    pub async fn connect(family: Family) -> Result<Self, Error> {
        let mut client = Self::open()?;
        client.resolve(family).await?;
        Ok(client)
    }

    /// Opens a second client in the network namespace of the calling thread.
    ///
    /// It has the timeout of this one, and knows the families that this one has looked up.
    ///
    /// # Errors
    ///
    /// Fails if the socket cannot be opened.
    pub fn another(&self) -> Result<Self, Error> {
        self.client
            .another_as(|| Netlink::open().map(T::from))
            .map(Self::of)
    }
}

impl<T: AsFd> AsFd for AsyncClient<T> {
    fn as_fd(&self) -> BorrowedFd<'_> {
        self.client.as_fd()
    }
}

impl<T: AsRawFd> AsRawFd for AsyncClient<T> {
    fn as_raw_fd(&self) -> RawFd {
        self.client.as_raw_fd()
    }
}

/// Listeners over the socket of a runtime: [`Tokio`](crate::transport::Tokio) or [`Smol`](crate::transport::Smol).
impl<E: Events, T: AsyncTransport + From<Netlink> + AsMut<Netlink>> AsyncListener<E, T> {
    /// Opens a netlink socket and joins `groups` on it. See [`Listener::join`](crate::Listener::join) for the errors.
    ///
    /// # Cancel safety
    ///
    /// Dropping the future closes the socket. Nothing else happens.
    pub async fn connect(groups: &[MulticastGroup]) -> Result<Self, Error> {
        Self::join(AsyncClient::open()?, groups).await
    }

    /// Sets how many bytes of events may wait in the socket, and returns how many the kernel granted.
    ///
    /// See [`Listener::set_receive_buffer_size`](crate::Listener::set_receive_buffer_size).
    pub fn set_receive_buffer_size(&mut self, bytes: usize) -> Result<usize, Error> {
        self.listener.set_receive_buffer_size(bytes)
    }

    /// Sets whether lost events are reported. See [`Listener::set_overruns`](crate::Listener::set_overruns).
    pub fn set_overruns(&mut self, reported: bool) -> Result<(), Error> {
        self.listener.set_overruns(reported)
    }
}

impl<E, T: AsFd> AsFd for AsyncListener<E, T> {
    fn as_fd(&self) -> BorrowedFd<'_> {
        self.listener.as_fd()
    }
}

impl<E, T: AsRawFd> AsRawFd for AsyncListener<E, T> {
    fn as_raw_fd(&self) -> RawFd {
        self.listener.as_raw_fd()
    }
}
