//! The kernel's socket in a tokio program.

use std::future::Future;
use std::io;
use std::net;
use std::os::fd::{AsFd, AsRawFd, BorrowedFd, RawFd};
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Instant;

use ::tokio::io::Interest;
use ::tokio::net::UdpSocket;
use ::tokio::time::{self, Sleep};

use super::{AsyncTransport, Datagram, Netlink, Transport};

/// A [`Netlink`] socket that waits by tokio's reactor and clock.
///
/// It is registered with the runtime when it waits for the first time. The kernel answers most requests before `send` returns, so
/// many clients never do.
///
/// # Panics
///
/// When it waits for the first time outside of a tokio runtime, or in one without I/O (`enable_io`); with a deadline, which clients
/// have unless their timeout is `None`, in one without time (`enable_time`).
#[derive(Debug)]
pub struct Tokio {
    netlink: Netlink,
    /// A second descriptor of the socket, in the only type of tokio's that safe code can make of it.
    registered: Option<UdpSocket>,
    sleep: Option<Pin<Box<Sleep>>>,
}

impl Tokio {
    fn registered(&mut self) -> io::Result<&UdpSocket> {
        if self.registered.is_none() {
            let socket = net::UdpSocket::from(self.netlink.as_fd().try_clone_to_owned()?);
            socket.set_nonblocking(true)?;
            self.registered = Some(UdpSocket::from_std(socket)?);
        }
        self.registered
            .as_ref()
            .ok_or_else(|| io::ErrorKind::NotConnected.into())
    }

    /// Is ready when something can be received.
    fn poll_readable(&mut self, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        let socket = self.registered()?;
        loop {
            ready!(socket.poll_recv_ready(context))?;
            // What tokio remembers may be of before the last datagram was received. The socket is asked inside of `try_io`, so that
            // tokio forgets no more than that.
            let fresh = socket.try_io(Interest::READABLE, || super::netlink::is_readable(socket));
            match fresh {
                Err(error) if error.kind() == io::ErrorKind::WouldBlock => {}
                result => return Poll::Ready(result),
            }
        }
    }
}

impl From<Netlink> for Tokio {
    fn from(netlink: Netlink) -> Self {
        Self {
            netlink,
            registered: None,
            sleep: None,
        }
    }
}

impl Transport for Tokio {
    fn send(&mut self, datagram: &[u8]) -> io::Result<()> {
        self.netlink.send(datagram)
    }

    fn receive(&mut self, buffer: &mut Vec<u8>) -> io::Result<Datagram> {
        self.netlink.receive(buffer)
    }

    /// Blocks the thread.
    fn wait(&mut self, deadline: Option<Instant>) -> io::Result<()> {
        self.netlink.wait(deadline)
    }

    fn is_stopped(&self) -> bool {
        self.netlink.is_stopped()
    }

    fn join(&mut self, group: u32) -> io::Result<()> {
        self.netlink.join(group)
    }

    fn leave(&mut self, group: u32) -> io::Result<()> {
        self.netlink.leave(group)
    }

    fn receive_buffer_size(&self) -> usize {
        self.netlink.receive_buffer_size()
    }

    fn now(&self) -> Instant {
        time::Instant::now().into_std()
    }
}

impl AsyncTransport for Tokio {
    fn poll_wait(
        &mut self,
        context: &mut Context<'_>,
        deadline: Option<Instant>,
    ) -> Poll<io::Result<()>> {
        if let Poll::Ready(result) = self.poll_readable(context) {
            return Poll::Ready(result);
        }
        let Some(deadline) = deadline else {
            return Poll::Pending;
        };
        let deadline = time::Instant::from_std(deadline);
        let sleep = self
            .sleep
            .get_or_insert_with(|| Box::pin(time::sleep_until(deadline)));
        if sleep.deadline() != deadline {
            sleep.as_mut().reset(deadline);
        }
        ready!(sleep.as_mut().poll(context));
        Poll::Ready(Err(io::ErrorKind::TimedOut.into()))
    }
}

/// For the options of the socket.
impl AsMut<Netlink> for Tokio {
    fn as_mut(&mut self) -> &mut Netlink {
        &mut self.netlink
    }
}

impl AsFd for Tokio {
    fn as_fd(&self) -> BorrowedFd<'_> {
        self.netlink.as_fd()
    }
}

impl AsRawFd for Tokio {
    fn as_raw_fd(&self) -> RawFd {
        self.netlink.as_raw_fd()
    }
}
