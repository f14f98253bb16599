//! The netlink socket in smol programs.

use std::future::Future;
use std::io;
use std::os::fd::{AsFd, AsRawFd, BorrowedFd, OwnedFd, RawFd};
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Instant;

use async_io::{Async, Timer};

use super::{AsyncTransport, Datagram, Netlink, Transport};

/// A [`Netlink`] socket for programs that use smol, or another runtime over `async-io`.
///
/// ```no_run
/// # #[cfg(feature = "smol")]
/// # async fn example() -> Result<(), genl::Error> {
/// use genl::AsyncClient;
/// use genl::mptcp_pm::MptcpPm;
/// use genl::transport::Smol;
///
/// // `MptcpPm::connect_smol()` does the same for a single family.
/// let mut client = AsyncClient::<Smol>::open()?;
/// println!("{:?}", MptcpPm::new(&mut client).get_limits().await?);
/// # Ok(())
/// # }
/// ```
///
/// The socket is registered with the reactor of `async-io` when it first has to wait. Many clients never wait, because the
/// kernel answers most requests before `send` returns.
///
/// Requires the feature `smol`.
#[derive(Debug)]
pub struct Smol {
    netlink: Netlink,
    /// A second descriptor of the socket, which the reactor knows.
    registered: Option<Async<OwnedFd>>,
    /// The timer of the current wait, and when it ends.
    timer: Option<(Instant, Timer)>,
}

impl Smol {
    fn registered(&mut self) -> io::Result<&Async<OwnedFd>> {
        let socket = match self.registered.take() {
            Some(socket) => socket,
            // The descriptor may be a blocking one: every read uses `MSG_DONTWAIT`.
            None => Async::new_nonblocking(self.netlink.as_fd().try_clone_to_owned()?)?,
        };
        Ok(self.registered.insert(socket))
    }

    /// Is ready at the deadline.
    fn poll_deadline(&mut self, context: &mut Context<'_>, deadline: Instant) -> Poll<()> {
        let (at, timer) = self
            .timer
            .get_or_insert_with(|| (deadline, Timer::at(deadline)));
        if *at != deadline {
            *at = deadline;
            timer.set_at(deadline);
        }
        Pin::new(timer).poll(context).map(drop)
    }
}

impl From<Netlink> for Smol {
    fn from(netlink: Netlink) -> Self {
        Self {
            netlink,
            registered: None,
            timer: None,
        }
    }
}

impl Transport for Smol {
    fn send(&mut self, datagram: &[u8]) -> io::Result<()> {
        self.netlink.send(datagram)
    }

    fn receive(&mut self, buffer: &mut Vec<u8>) -> io::Result<Datagram> {
        let datagram = self.netlink.receive(buffer)?;
        // A timer that is not dropped wakes the task once more.
        self.timer = None;
        Ok(datagram)
    }

    /// Blocks the thread. Async clients use [`poll_wait`](AsyncTransport::poll_wait).
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
}

impl AsyncTransport for Smol {
    fn poll_wait(
        &mut self,
        context: &mut Context<'_>,
        deadline: Option<Instant>,
    ) -> Poll<io::Result<()>> {
        match (self.registered()?.poll_readable(context), deadline) {
            (Poll::Pending, Some(deadline)) => {
                ready!(self.poll_deadline(context, deadline));
                self.timer = None;
                Poll::Ready(Err(io::ErrorKind::TimedOut.into()))
            }
            (polled, _) => polled,
        }
    }
}

/// Gives access to the options of the socket.
impl AsMut<Netlink> for Smol {
    fn as_mut(&mut self) -> &mut Netlink {
        &mut self.netlink
    }
}

impl AsFd for Smol {
    fn as_fd(&self) -> BorrowedFd<'_> {
        self.netlink.as_fd()
    }
}

impl AsRawFd for Smol {
    fn as_raw_fd(&self) -> RawFd {
        self.netlink.as_raw_fd()
    }
}
