//! A transport that records another transport.

mod pcap;
mod text;

use std::io;
use std::os::fd::{AsFd, AsRawFd, BorrowedFd, RawFd};
#[cfg(feature = "async")]
use std::task::{Context, Poll};
use std::time::{Duration, Instant, SystemTime};

#[cfg(feature = "async")]
use super::AsyncTransport;
use super::{Datagram, Netlink, Transport};

/// Records the datagrams of a transport, in order and with the time.
///
/// Record a run over the kernel's socket once, as [text](Self::to_text):
///
/// ```no_run
/// use genl::mptcp_pm::MptcpPm;
/// use genl::{Client, Netlink, Recorder};
///
/// let mut pm = MptcpPm::new(Client::over(Recorder::new(Netlink::open()?))?);
/// println!("{:?}", pm.get_limits()?);
/// let file = std::fs::File::create("tests/limits.txt")?;
/// pm.channel().transport().to_text(file)?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// A test [plays it back](crate::Scripted::from_recording) on any machine of the same byte order, and fails if the program
/// sends anything else:
///
/// ```
/// use genl::mptcp_pm::MptcpPm;
/// use genl::{Client, Scripted};
///
/// let peer = Scripted::from_recording(include_str!("limits.txt"))?;
/// let mut pm = MptcpPm::new(Client::over(peer)?);
/// assert_eq!(pm.get_limits()?.subflows, 2);
/// assert_eq!(pm.channel().transport().outstanding(), 0);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// [`to_pcap`](Self::to_pcap) writes the recording as a capture for Wireshark.
///
/// The recording is kept in memory. It contains the datagrams that were sent and received, the errors of receiving that have
/// an error number, such as `ENOBUFS`, and the multicast groups that were joined and left.
#[derive(Debug)]
pub struct Recorder<T> {
    inner: T,
    /// When the recording started, by the clock of the transport and by that of the system.
    began: (Instant, SystemTime),
    entries: Vec<(Duration, Entry)>,
}

#[derive(Debug)]
enum Entry {
    Sent(Vec<u8>),
    /// The received bytes of a datagram, its length and its sender.
    Received(Vec<u8>, Datagram),
    /// The error number of a failed receive, as in `errno(3)`.
    Failed(i32),
    Joined(u32),
    Left(u32),
}

impl<T: Transport> Recorder<T> {
    /// Creates a recorder over `transport`. The recording starts now.
    pub fn new(transport: T) -> Self {
        Self {
            began: (transport.now(), SystemTime::now()),
            inner: transport,
            entries: Vec::new(),
        }
    }

    fn now(&self) -> Duration {
        self.inner.now().saturating_duration_since(self.began.0)
    }

    fn record(&mut self, at: Duration, entry: Entry) {
        self.entries.push((at, entry));
    }
}

impl<T> Recorder<T> {
    /// Returns the recorded transport.
    pub const fn inner(&mut self) -> &mut T {
        &mut self.inner
    }
}

impl<T: Transport> Transport for Recorder<T> {
    fn send(&mut self, datagram: &[u8]) -> io::Result<()> {
        // The time is taken first, because the kernel answers before `send` returns.
        let at = self.now();
        self.inner.send(datagram)?;
        self.record(at, Entry::Sent(datagram.to_vec()));
        Ok(())
    }

    fn receive(&mut self, buffer: &mut Vec<u8>) -> io::Result<Datagram> {
        let result = self.inner.receive(buffer);
        let entry = match &result {
            Ok(datagram) => Some(Entry::Received(buffer.clone(), *datagram)),
            Err(error) if error.kind() == io::ErrorKind::WouldBlock => None,
            Err(error) => error.raw_os_error().map(Entry::Failed),
        };
        if let Some(entry) = entry {
            self.record(self.now(), entry);
        }
        result
    }

    fn wait(&mut self, deadline: Option<Instant>) -> io::Result<()> {
        self.inner.wait(deadline)
    }

    fn join(&mut self, group: u32) -> io::Result<()> {
        self.inner.join(group)?;
        self.record(self.now(), Entry::Joined(group));
        Ok(())
    }

    fn leave(&mut self, group: u32) -> io::Result<()> {
        self.inner.leave(group)?;
        self.record(self.now(), Entry::Left(group));
        Ok(())
    }

    fn receive_buffer_size(&self) -> usize {
        self.inner.receive_buffer_size()
    }

    fn now(&self) -> Instant {
        self.inner.now()
    }
}

#[cfg(feature = "async")]
impl<T: AsyncTransport> AsyncTransport for Recorder<T> {
    fn poll_wait(
        &mut self,
        context: &mut Context<'_>,
        deadline: Option<Instant>,
    ) -> Poll<io::Result<()>> {
        self.inner.poll_wait(context, deadline)
    }
}

/// Lets a client open the socket that is recorded.
///
/// ```no_run
/// # #[cfg(feature = "tokio")]
/// # async fn example() -> Result<(), genl::Error> {
/// use genl::mptcp_pm::MptcpPm;
/// use genl::transport::Tokio;
/// use genl::{AsyncClient, Recorder};
///
/// let client = AsyncClient::<Recorder<Tokio>>::connect(MptcpPm::FAMILY).await?;
/// # Ok(())
/// # }
/// ```
impl<T: Transport + From<Netlink>> From<Netlink> for Recorder<T> {
    fn from(socket: Netlink) -> Self {
        Self::new(T::from(socket))
    }
}

/// Gives access to the options of the socket.
impl<T: AsMut<Netlink>> AsMut<Netlink> for Recorder<T> {
    fn as_mut(&mut self) -> &mut Netlink {
        self.inner.as_mut()
    }
}

impl<T: AsFd> AsFd for Recorder<T> {
    fn as_fd(&self) -> BorrowedFd<'_> {
        self.inner.as_fd()
    }
}

impl<T: AsRawFd> AsRawFd for Recorder<T> {
    fn as_raw_fd(&self) -> RawFd {
        self.inner.as_raw_fd()
    }
}
