//! Disturbances of an operation: floods from other sockets, events, and a transport that loses requests.

use std::io;
use std::os::fd::AsRawFd;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use genl::mptcp_pm::MptcpPm;
use genl::transport::Datagram;
use genl::{Client, Netlink, Transport};
use genl_tests::mptcp;
use genl_tests::namespace::IPV4;
use netlink_sys::protocols::NETLINK_GENERIC;
use netlink_sys::{Socket, SocketAddr};
use nix::sys::socket::{NetlinkAddr, getsockname};

/// The greatest duration of a disturbance, so that a test that waits for its end fails.
const AT_MOST: Duration = Duration::from_secs(4);

/// A thread that repeats the same step until it is ended.
pub(crate) struct Disturbance<T> {
    is_over: Arc<AtomicBool>,
    thread: JoinHandle<T>,
}

impl<T: Default + Send + 'static> Disturbance<T> {
    /// Calls `step` with the results so far, again and again.
    pub(crate) fn start(mut step: impl FnMut(&mut T) + Send + 'static) -> Self {
        let is_over = Arc::new(AtomicBool::new(false));
        let told = Arc::clone(&is_over);
        let thread = thread::spawn(move || {
            let mut gathered = T::default();
            let start = Instant::now();
            while !told.load(Ordering::Relaxed) && start.elapsed() < AT_MOST {
                step(&mut gathered);
            }
            gathered
        });
        Self { is_over, thread }
    }

    /// Ends the thread and returns the results.
    pub(crate) fn end(self) -> T {
        self.is_over.store(true, Ordering::Relaxed);
        self.thread.join().expect("no panic in the disturbance")
    }
}

/// The fate of the datagrams of a flood.
#[derive(Debug, Default)]
pub(crate) struct Sent {
    pub(crate) taken: u64,
    /// The number of those that failed with `ECONNREFUSED`.
    pub(crate) refused: u64,
}

/// Sends a datagram to an address as fast as possible, from a socket of its own.
pub(crate) fn flood(to: SocketAddr, datagram: Vec<u8>) -> io::Result<Disturbance<Sent>> {
    let mut socket = Socket::new(NETLINK_GENERIC)?;
    socket.bind_auto()?;
    Ok(Disturbance::start(move |sent: &mut Sent| {
        match socket.send_to(&datagram, &to, libc::MSG_DONTWAIT) {
            Ok(_) => sent.taken += 1,
            Err(error) if error.raw_os_error() == Some(libc::ECONNREFUSED) => sent.refused += 1,
            // A socket that accepts the datagrams, and is full.
            Err(error) if error.kind() == io::ErrorKind::WouldBlock => sent.taken += 1,
            Err(error) => panic!("{error}"),
        }
    }))
}

/// Makes the kernel send an event to `mptcp_pm_events` every 100 ms. Returns their number.
pub(crate) fn events() -> Disturbance<usize> {
    Disturbance::start(|events: &mut usize| {
        let listening = mptcp::listen((IPV4[0], 0).into());
        drop(listening.expect("a listening socket"));
        *events += 2; // one when it listens, one when it is closed
        thread::sleep(Duration::from_millis(100));
    })
}

/// Returns the address of the multicast group with this id. Senders can use ids up to 32.
pub(crate) fn group_address(id: u32) -> SocketAddr {
    assert!((1..=32).contains(&id), "group {id} cannot be sent to");
    SocketAddr::new(0, 1 << (id - 1))
}

/// Returns the port id of a socket.
pub(crate) fn port(socket: &impl AsRawFd) -> nix::Result<u32> {
    Ok(getsockname::<NetlinkAddr>(socket.as_raw_fd())?.pid())
}

/// Returns the family id of `mptcp_pm` and the id of its event group.
pub(crate) fn path_manager<T: Transport>(
    client: &mut Client<T>,
) -> Result<(u16, u32), genl::Error> {
    let resolved = client.resolve(MptcpPm::FAMILY)?;
    let events = resolved.group("mptcp_pm_events").expect("the group");
    Ok((resolved.id, events))
}

/// Creates a forged generic netlink message: no flags, sequence number 0.
pub(crate) fn forged(family: u16, command: u8, attributes: &[u8]) -> Vec<u8> {
    let length = u32::try_from(20 + attributes.len()).expect("a short message");
    let mut message = length.to_ne_bytes().to_vec();
    message.extend(family.to_ne_bytes());
    message.extend([0; 10]);
    message.extend([command, 1, 0, 0]);
    message.extend(attributes);
    message
}

/// The kernel's socket, which can lose requests and counts its calls.
#[derive(Debug)]
pub(crate) struct Watched {
    pub(crate) inner: Netlink,
    /// Whether requests are lost from now on.
    pub(crate) loses: bool,
    pub(crate) calls: Calls,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Calls {
    pub(crate) sends: usize,
    pub(crate) receives: usize,
    pub(crate) waits: usize,
}

impl Watched {
    pub(crate) fn open() -> io::Result<Self> {
        Ok(Self {
            inner: Netlink::open()?,
            loses: false,
            calls: Calls::default(),
        })
    }
}

impl Transport for Watched {
    fn send(&mut self, datagram: &[u8]) -> io::Result<()> {
        self.calls.sends += 1;
        if self.loses {
            return Ok(());
        }
        self.inner.send(datagram)
    }

    fn receive(&mut self, buffer: &mut Vec<u8>) -> io::Result<Datagram> {
        self.calls.receives += 1;
        self.inner.receive(buffer)
    }

    fn wait(&mut self, deadline: Option<Instant>) -> io::Result<()> {
        self.calls.waits += 1;
        self.inner.wait(deadline)
    }

    fn join(&mut self, group: u32) -> io::Result<()> {
        self.inner.join(group)
    }

    fn leave(&mut self, group: u32) -> io::Result<()> {
        self.inner.leave(group)
    }
}
