//! The kernel's generic netlink socket.

use std::io;
use std::net::UdpSocket;
use std::os::fd::{AsFd, BorrowedFd};
use std::time::Duration;

use netlink_sys::protocols::NETLINK_GENERIC;
use netlink_sys::{Socket, SocketAddr};

use super::{Datagram, Transport, Wait};

/// A `NETLINK_GENERIC` socket, bound, with extended and capped acknowledgements on.
#[derive(Debug)]
pub struct Netlink {
    socket: Socket,
    kernel: SocketAddr,
}

impl Netlink {
    /// Opens a socket in the network namespace of the calling thread.
    pub fn open() -> io::Result<Self> {
        Self::open_protocol(NETLINK_GENERIC)
    }

    /// Opens a socket of another netlink protocol.
    pub(crate) fn open_protocol(protocol: isize) -> io::Result<Self> {
        let mut socket = Socket::new(protocol)?;
        socket.bind_auto()?;
        socket.set_ext_ack(true)?;
        socket.set_cap_ack(true)?;
        Ok(Self {
            socket,
            kernel: SocketAddr::new(0, 0),
        })
    }

    /// Sets how much may wait to be received (`SO_RCVBUF`), in bytes; the kernel doubles it and keeps it within
    /// `net.core.rmem_max`. What comes when it is full is lost, and told.
    pub fn set_receive_buffer_size(&mut self, bytes: usize) -> io::Result<()> {
        // The kernel cuts what is larger than it allows.
        let bytes = libc::c_int::try_from(bytes).unwrap_or(libc::c_int::MAX);
        self.socket.set_rx_buf_sz(bytes)
    }
}

impl Transport for Netlink {
    fn send(&mut self, datagram: &[u8]) -> io::Result<()> {
        uninterrupted(|| self.socket.send_to(datagram, &self.kernel, 0)).map(drop)
    }

    fn receive(&mut self, buffer: &mut Vec<u8>, wait: Wait) -> io::Result<Datagram> {
        let flags = match wait {
            Wait::Yes => libc::MSG_TRUNC,
            Wait::No => libc::MSG_TRUNC | libc::MSG_DONTWAIT,
        };
        buffer.clear();
        let (length, sender) = uninterrupted(|| self.socket.recv_from(buffer, flags))?;
        Ok(Datagram {
            length,
            sender: sender.port_number(),
        })
    }

    fn join(&mut self, group: u32) -> io::Result<()> {
        self.socket.add_membership(group)
    }

    fn set_receive_timeout(&mut self, timeout: Option<Duration>) -> io::Result<()> {
        // A timeout of zero would mean "for ever" to the socket.
        let timeout = timeout.map(|timeout| timeout.max(Duration::from_micros(1)));
        // `SO_RCVTIMEO` is for sockets of any kind; std sets it through a second handle to this one.
        UdpSocket::from(self.socket.as_fd().try_clone_to_owned()?).set_read_timeout(timeout)
    }
}

impl AsFd for Netlink {
    fn as_fd(&self) -> BorrowedFd<'_> {
        self.socket.as_fd()
    }
}

/// Calls again what a signal interrupted.
fn uninterrupted<T>(mut call: impl FnMut() -> io::Result<T>) -> io::Result<T> {
    loop {
        match call() {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            result => return result,
        }
    }
}
