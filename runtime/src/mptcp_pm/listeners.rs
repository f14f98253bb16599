//! Sockets that accept joins to announced ports (feature `listeners`).

use core::net::SocketAddr;
use std::collections::BTreeMap;
use std::io;
use std::net::TcpListener;

use socket2::{Domain, Protocol, Socket, Type};

/// The number of connections that may wait to be accepted. Joins do not wait.
const BACKLOG: i32 = 128;

/// Keeps MPTCP sockets listening on the addresses and ports that are announced to peers.
///
/// Under the userspace path manager, the kernel refuses joins to an announced port unless a socket listens there. Open the
/// address before it is announced, and close it after it is removed:
///
/// ```no_run
/// use genl::mptcp_pm::{Announce, Listeners, MptcpPm, Remove};
///
/// let (token, id) = (0x1234, 1);
/// let (mut pm, mut listeners) = (MptcpPm::connect()?, Listeners::new());
/// let at = listeners.open("10.0.0.2:7000".parse()?)?;
/// pm.announce(&Announce::new(token, id, at))?;
///
/// pm.remove(&Remove { token, loc_id: id })?;
/// listeners.close(at);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// Several connections can share an address. Its socket is closed when [`close`](Self::close) was called as often as
/// [`open`](Self::open).
///
/// The kernel adds joins to their connection by itself. But anyone can open other connections to the port, and while 128 of
/// them wait, the kernel drops joins too. Call [`reject_connections`](Self::reject_connections) from time to time.
///
/// Requires the feature `listeners`.
#[derive(Debug, Default)]
pub struct Listeners {
    open: BTreeMap<SocketAddr, Listening>,
}

#[derive(Debug)]
struct Listening {
    socket: TcpListener,
    users: usize,
}

impl Listeners {
    /// Creates an empty set.
    pub fn new() -> Self {
        Self::default()
    }

    /// Listens on an address and port, and returns both.
    ///
    /// The socket is opened in the network namespace of the calling thread, unless one is already open. With port 0, the kernel
    /// chooses a free port.
    ///
    /// # Errors
    ///
    /// Fails if the kernel has no MPTCP, if the address does not belong to this host, and if the port is in use.
    pub fn open(&mut self, at: SocketAddr) -> io::Result<SocketAddr> {
        if let Some(listening) = self.open.get_mut(&at) {
            listening.users += 1;
            return Ok(at);
        }
        let socket = listen(at)?;
        let at = socket.local_addr()?;
        self.open.insert(at, Listening { socket, users: 1 });
        Ok(at)
    }

    /// Undoes one [`open`](Self::open). Returns whether the socket was closed.
    pub fn close(&mut self, at: SocketAddr) -> bool {
        let Some(listening) = self.open.get_mut(&at) else {
            return false;
        };
        listening.users -= 1;
        listening.users == 0 && self.open.remove(&at).is_some()
    }

    /// Closes the connections that wait on the ports, so that there is room for joins. Does not wait.
    pub fn reject_connections(&self) {
        for listening in self.open.values() {
            // The limit keeps this from running as long as others connect.
            let mut waiting = (0..=BACKLOG).map(|_| listening.socket.accept());
            let _ = waiting.find(Result::is_err);
        }
    }
}

fn listen(at: SocketAddr) -> io::Result<TcpListener> {
    let socket = Socket::new(Domain::for_address(at), Type::STREAM, Some(Protocol::MPTCP))?;
    socket.set_nonblocking(true)?;
    socket.set_reuse_address(true)?;
    socket.bind(&at.into())?;
    socket.listen(BACKLOG)?;
    Ok(socket.into())
}
