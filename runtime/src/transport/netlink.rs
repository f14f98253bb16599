//! The netlink socket of the kernel.

use std::io;
use std::os::fd::{AsFd, AsRawFd, BorrowedFd, RawFd};
use std::time::{Duration, Instant};

use netlink_sys::protocols::NETLINK_GENERIC;
use netlink_sys::{Socket, SocketAddr};
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::Errno;

use super::{Datagram, Stopped, Stopper, Transport};

/// A netlink socket that is connected to the kernel (`NETLINK_GENERIC`).
///
/// Clients and listeners open it themselves. Open one to set its options, or to put it into a
/// [`Recorder`](super::Recorder):
///
/// ```no_run
/// use genl::mptcp_pm::MptcpPm;
/// use genl::{Client, Netlink};
///
/// let mut socket = Netlink::open()?;
/// println!("{} bytes", socket.set_receive_buffer_size(1 << 20)?);
/// let mut pm = MptcpPm::new(Client::over(socket)?);
/// println!("{:?}", pm.get_limits()?);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// Anyone can open a socket. Extended acknowledgements (`NETLINK_EXT_ACK`) and capped ones (`NETLINK_CAP_ACK`) are enabled
/// where the kernel has them.
///
/// # Datagrams of other processes
///
/// The kernel refuses datagrams that other processes send to a connected socket (`ECONNREFUSED`, `netlink_getsockbyportid`,
/// `net/netlink/af_netlink.c`). A process with `CAP_NET_ADMIN` in the network namespace can still send to a multicast group.
/// So a socket that has joined a group receives the sender of each datagram, and listeners ignore those that are not from the
/// kernel.
///
/// On 64-bit big-endian machines, `netlink-sys` 0.9.0 reads every sender as 0 (`Socket::recv_from` uses a `usize` as a
/// `socklen_t`). Listeners cannot recognize such a process there. Clients are not affected, because they join no group.
#[derive(Debug)]
pub struct Netlink {
    socket: Socket,
    /// Whether a multicast group was joined.
    is_member: bool,
    /// The handle that stops the socket, once one was created.
    stopper: Option<Stopper>,
}

impl Netlink {
    /// Opens a socket in the network namespace of the calling thread.
    ///
    /// # Errors
    ///
    /// Fails if the kernel or a sandbox does not allow netlink sockets, or if the process has too many open files.
    pub fn open() -> io::Result<Self> {
        Self::open_protocol(NETLINK_GENERIC)
    }

    /// Opens a socket of another netlink protocol.
    pub(crate) fn open_protocol(protocol: isize) -> io::Result<Self> {
        let socket = Socket::new(protocol)?;
        // Connecting binds the socket as well.
        socket.connect(&SocketAddr::new(0, 0))?;
        // Without these options, only the details of errors are missing. Old kernels and sandboxes return `ENOPROTOOPT`.
        let _ = socket.set_ext_ack(true);
        let _ = socket.set_cap_ack(true);
        Ok(Self {
            socket,
            is_member: false,
            stopper: None,
        })
    }

    /// Sets how many bytes may wait in the socket, and returns how many the kernel granted.
    ///
    /// The kernel drops datagrams while the buffer is full, and reports the loss.
    ///
    /// The kernel limits `bytes` to `net.core.rmem_max`, and then doubles it because it counts its own overhead too. With
    /// the feature `net`, which is enabled by default, a caller with `CAP_NET_ADMIN` in the initial user namespace can exceed
    /// the limit (`SO_RCVBUFFORCE`, `socket(7)`).
    ///
    /// # Errors
    ///
    /// Fails if the socket does not accept the option.
    pub fn set_receive_buffer_size(&mut self, bytes: usize) -> io::Result<usize> {
        // The doubled number must fit an `int`.
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

    /// Sets whether the kernel reports lost datagrams. The default is `true`.
    ///
    /// This is the socket option `NETLINK_NO_ENOBUFS`, inverted.
    ///
    /// # Errors
    ///
    /// Fails if the socket does not accept the option.
    pub fn set_overruns(&mut self, reported: bool) -> io::Result<()> {
        self.socket.set_no_enobufs(!reported)
    }

    /// Returns a handle that stops every wait on this socket, now and later.
    ///
    /// # Errors
    ///
    /// Fails if the process has too many open files. The first call opens two.
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
        // Without a stopper, the second descriptor is not polled.
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
            // A time that does not fit a `Timespec` is as long as forever.
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
        // This comes first, so that no datagram is received without its sender.
        self.is_member = true;
        self.socket.add_membership(group)
    }

    fn leave(&mut self, group: u32) -> io::Result<()> {
        self.socket.drop_membership(group)
    }

    fn receive_buffer_size(&self) -> usize {
        // If the size is unknown, batches assume a small buffer.
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

/// Fails with `WouldBlock` unless a datagram or an error can be received. It receives neither.
pub(super) fn is_readable(socket: &impl AsFd) -> io::Result<()> {
    let mut fds = [PollFd::new(socket, PollFlags::IN)];
    match poll(&mut fds, Some(&Timespec::default())) {
        Ok(1..) => Ok(()),
        _ => Err(io::ErrorKind::WouldBlock.into()),
    }
}

/// Repeats a system call that a signal interrupted.
fn uninterrupted<T>(mut call: impl FnMut() -> io::Result<T>) -> io::Result<T> {
    loop {
        match call() {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            result => return result,
        }
    }
}
