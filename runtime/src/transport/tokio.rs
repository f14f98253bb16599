//! The netlink socket in tokio programs.

use std::future::Future;
use std::io;
use std::net;
use std::os::fd::{AsFd, AsRawFd, BorrowedFd, RawFd};
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Instant;

use ::tokio::io::Interest;
use ::tokio::net::UdpSocket;
use ::tokio::runtime::{Handle, Id};
use ::tokio::time::{self, Sleep};

use super::{AsyncTransport, Datagram, Netlink, Transport};

/// A [`Netlink`] socket for programs that use tokio.
///
/// ```no_run
/// # #[cfg(feature = "tokio")]
/// # async fn example() -> Result<(), genl::Error> {
/// use genl::AsyncClient;
/// use genl::mptcp_pm::MptcpPm;
/// use genl::transport::Tokio;
///
/// // `MptcpPm::connect_tokio()` does the same for a single family.
/// let mut client = AsyncClient::<Tokio>::open()?;
/// println!("{:?}", MptcpPm::new(&mut client).get_limits().await?);
/// # Ok(())
/// # }
/// ```
///
/// The socket is registered with the runtime when it first has to wait, and again if it waits in another runtime. Many
/// clients never wait, because the kernel answers most requests before `send` returns.
///
/// Requires the feature `tokio`.
///
/// # Timeouts
///
/// Deadlines use the clock of tokio. If that clock is paused (`start_paused`), every wait with a deadline times out at once
/// unless a datagram has already arrived. Set the timeout of the client or listener to `None` in such tests.
///
/// # Panics
///
/// Panics if it waits outside of a tokio runtime, or in a runtime without I/O (`enable_io`). Panics if it waits with a
/// deadline in a runtime without time (`enable_time`). Clients have a deadline unless their timeout is `None`.
#[derive(Debug)]
pub struct Tokio {
    netlink: Netlink,
    registered: Option<Registered>,
    /// The timer of the current wait.
    sleep: Option<Pin<Box<Sleep>>>,
}

/// The registration of the socket with a runtime.
#[derive(Debug)]
struct Registered {
    runtime: Option<Id>,
    /// A second descriptor of the socket, in the only type of tokio that safe code can create from it.
    socket: UdpSocket,
}

impl Registered {
    fn new(netlink: &Netlink, runtime: Option<Id>) -> io::Result<Self> {
        let socket = net::UdpSocket::from(netlink.as_fd().try_clone_to_owned()?);
        socket.set_nonblocking(true)?;
        let socket = UdpSocket::from_std(socket)?;
        Ok(Self { runtime, socket })
    }

    /// Is ready when a datagram or an error can be received.
    fn poll_readable(&self, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        let socket = &self.socket;
        loop {
            ready!(socket.poll_recv_ready(context))?;
            // tokio may remember a readiness from before the last datagram was received. Asking the socket inside of `try_io`
            // clears exactly that.
            let fresh = socket.try_io(Interest::READABLE, || super::netlink::is_readable(socket));
            match fresh {
                Err(error) if error.kind() == io::ErrorKind::WouldBlock => {}
                result => return Poll::Ready(result),
            }
        }
    }
}

impl Tokio {
    fn poll_readable(&mut self, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        let runtime = Handle::try_current().ok().map(|handle| handle.id());
        let registered = match self.registered.take() {
            // The other runtime and its timers may no longer run.
            Some(registered) if runtime.is_none() || registered.runtime == runtime => registered,
            _ => {
                self.sleep = None;
                Registered::new(&self.netlink, runtime)?
            }
        };
        self.registered.insert(registered).poll_readable(context)
    }

    /// Is ready at the deadline.
    fn poll_deadline(&mut self, context: &mut Context<'_>, deadline: Instant) -> Poll<()> {
        let deadline = time::Instant::from_std(deadline);
        let sleep = self
            .sleep
            .get_or_insert_with(|| Box::pin(time::sleep_until(deadline)));
        if sleep.deadline() != deadline {
            sleep.as_mut().reset(deadline);
        }
        sleep.as_mut().poll(context)
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
        let datagram = self.netlink.receive(buffer)?;
        // A timer that is not dropped wakes the task once more.
        self.sleep = None;
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
        match (self.poll_readable(context), deadline) {
            (Poll::Pending, Some(deadline)) => {
                ready!(self.poll_deadline(context, deadline));
                self.sleep = None;
                Poll::Ready(Err(io::ErrorKind::TimedOut.into()))
            }
            (polled, _) => polled,
        }
    }
}

/// Gives access to the options of the socket.
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
