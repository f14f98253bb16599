//! The kernel's netlink socket.

use std::io;
use std::os::fd::{AsFd, AsRawFd, BorrowedFd, RawFd};
use std::time::{Duration, Instant};

use netlink_sys::protocols::NETLINK_GENERIC;
use netlink_sys::{Socket, SocketAddr};
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::Errno;

use super::{Datagram, Stopped, Stopper, Transport};

/// A `NETLINK_GENERIC` socket that is connected to the kernel, with extended and capped acknowledgements on.
///
/// The kernel refuses what other processes send to a connected socket (`ECONNREFUSED`, `netlink_getsockbyportid`,
/// `net/netlink/af_netlink.c`). A process with `CAP_NET_ADMIN` in the network namespace can still send to a multicast group: so
/// once a group was joined, each datagram is received with its sender.
///
/// On 64-bit big-endian machines `netlink-sys` 0.9.0 reads every sender as 0 (`Socket::recv_from` takes a `usize` for a
/// `socklen_t`). There a listener cannot tell such a process from the kernel; a client can, since it joins no group.
#[derive(Debug)]
pub struct Netlink {
    socket: Socket,
    /// Whether a multicast group was joined.
    is_member: bool,
    /// The handle that stops it.
    stopper: Option<Stopper>,
}

impl Netlink {
    /// Opens a socket in the network namespace of the calling thread.
    pub fn open() -> io::Result<Self> {
        Self::open_protocol(NETLINK_GENERIC)
    }

    /// Opens a socket of another netlink protocol.
    pub(crate) fn open_protocol(protocol: isize) -> io::Result<Self> {
        let socket = Socket::new(protocol)?;
        // This binds it as well.
        socket.connect(&SocketAddr::new(0, 0))?;
        // Without them only the detail of errors is missing. Old kernels and sandboxes answer `ENOPROTOOPT`.
        let _ = socket.set_ext_ack(true);
        let _ = socket.set_cap_ack(true);
        Ok(Self {
            socket,
            is_member: false,
            stopper: None,
        })
    }

    /// Sets how many bytes may wait to be received, and returns how many the kernel allows. What arrives when they are used up
    /// is lost, which the kernel tells.
    ///
    /// The kernel doubles the number, for its own needs. It limits it to `net.core.rmem_max`, except for a caller with
    /// `CAP_NET_ADMIN` in the initial user namespace (`SO_RCVBUFFORCE`, with the feature `net`, which is on by default).
    pub fn set_receive_buffer_size(&mut self, bytes: usize) -> io::Result<usize> {
        // The kernel limits what is larger than it allows, and doubles it.
        let bytes = bytes.min(libc::c_int::MAX as usize / 2);
        if !self.force_receive_buffer_size(bytes) {
            let bytes = libc::c_int::try_from(bytes).unwrap_or(libc::c_int::MAX);
            self.socket.set_rx_buf_sz(bytes)?;
        }
        self.socket.get_rx_buf_sz()
    }

    #[cfg(feature = "net")]
    fn force_receive_buffer_size(&self, bytes: usize) -> bool {
        rustix::net::sockopt::set_socket_recv_buffer_size_force(self, bytes).is_ok()
    }

    #[cfg(not(feature = "net"))]
    #[allow(clippy::unused_self)]
    fn force_receive_buffer_size(&self, _: usize) -> bool {
        false
    }

    /// Sets whether a loss is told (`NETLINK_NO_ENOBUFS`). It is unless this says otherwise.
    pub fn set_overruns(&mut self, told: bool) -> io::Result<()> {
        self.socket.set_no_enobufs(!told)
    }

    /// Creates a handle that stops what receives on this socket, now and later.
    pub fn stopper(&mut self) -> io::Result<Stopper> {
        if let Some(stopper) = &self.stopper {
            return Ok(stopper.clone());
        }
        let stopper = Stopper::new()?;
        self.stopper = Some(stopper.clone());
        Ok(stopper)
    }
}

impl Transport for Netlink {
    #[inline]
    fn send(&mut self, datagram: &[u8]) -> io::Result<()> {
        uninterrupted(|| self.socket.send(datagram, 0)).map(drop)
    }

    fn receive(&mut self, buffer: &mut Vec<u8>) -> io::Result<Datagram> {
        if self.is_stopped() {
            return Err(Stopped.into());
        }
        let flags = libc::MSG_TRUNC | libc::MSG_DONTWAIT;
        if !self.is_member {
            let length = uninterrupted(|| self.socket.recv(buffer, flags))?;
            return Ok(Datagram { length, sender: 0 });
        }
        let (length, sender) = uninterrupted(|| self.socket.recv_from(buffer, flags))?;
        let sender = sender.port_number();
        Ok(Datagram { length, sender })
    }

    fn wait(&mut self, deadline: Option<Instant>) -> io::Result<()> {
        // Without a stopper the second descriptor is not looked at.
        let stopped = self.stopper.as_ref().map(Stopper::stopped);
        let socket = PollFd::new(&self.socket, PollFlags::IN);
        let mut both = [
            socket.clone(),
            stopped.map_or(socket, |fd| PollFd::from_borrowed_fd(fd, PollFlags::IN)),
        ];
        let fds = &mut both[..if stopped.is_some() { 2 } else { 1 }];
        loop {
            let left = deadline.map(|deadline| deadline.saturating_duration_since(Instant::now()));
            if left == Some(Duration::ZERO) {
                return Err(io::ErrorKind::TimedOut.into());
            }
            // What does not fit a `Timespec` is as good as for ever.
            let left = left.and_then(|left| Timespec::try_from(left).ok());
            match poll(fds, left.as_ref()) {
                Ok(0) | Err(Errno::INTR) => {}
                Ok(_) if fds.get(1).is_some_and(|fd| !fd.revents().is_empty()) => {
                    return Err(Stopped.into());
                }
                Ok(_) => return Ok(()),
                Err(error) => return Err(error.into()),
            }
        }
    }

    #[inline]
    fn is_stopped(&self) -> bool {
        let stopper = self.stopper.as_ref();
        stopper.is_some_and(|stopper| is_readable(&stopper.stopped()).is_ok())
    }

    fn join(&mut self, group: u32) -> io::Result<()> {
        // First, so that nothing is received without its sender.
        self.is_member = true;
        self.socket.add_membership(group)
    }

    fn leave(&mut self, group: u32) -> io::Result<()> {
        self.socket.drop_membership(group)
    }

    fn receive_buffer_size(&self) -> usize {
        // What cannot be asked for is taken to be small.
        self.socket.get_rx_buf_sz().unwrap_or(0)
    }
}

impl AsMut<Self> for Netlink {
    fn as_mut(&mut self) -> &mut Self {
        self
    }
}

impl AsFd for Netlink {
    fn as_fd(&self) -> BorrowedFd<'_> {
        self.socket.as_fd()
    }
}

impl AsRawFd for Netlink {
    fn as_raw_fd(&self) -> RawFd {
        self.socket.as_raw_fd()
    }
}

/// Fails with `WouldBlock` unless something can be received. It takes nothing, not even an error.
pub(super) fn is_readable(socket: &impl AsFd) -> io::Result<()> {
    let mut fds = [PollFd::new(socket, PollFlags::IN)];
    match poll(&mut fds, Some(&Timespec::default())) {
        Ok(1..) => Ok(()),
        _ => Err(io::ErrorKind::WouldBlock.into()),
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
