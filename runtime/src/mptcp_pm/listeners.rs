//! Sockets that take joins to announced ports (feature `listeners`).

use core::net::SocketAddr;
use std::collections::BTreeMap;
use std::io;
use std::net::TcpListener;

use socket2::{Domain, Protocol, Socket, Type};

/// How many connections may wait to be accepted. Joins do not wait.
const BACKLOG: i32 = 128;

/// Keeps an MPTCP socket listening on each address and port that is announced to a peer.
///
/// The in-kernel path manager listens by itself on the port of an endpoint. The userspace path manager does not: joins to an
/// announced port are refused unless a socket listens there. Open it before the announcement, and close it after the removal.
/// Connections can share an address: it is closed when it was closed as often as it was opened.
///
/// Joins need not be accepted: the kernel adds them to their connection. Anyone can open other connections to the port, and once
/// 128 of them wait, the kernel drops joins too: call [`reject_connections`](Self::reject_connections) from time to time.
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

    /// Listens on an address and port of the network namespace of the calling thread, unless it does so already.
    ///
    /// With port 0 the kernel chooses a free one. Returns the address with the port that is listened on.
    ///
    /// # Errors
    ///
    /// If the kernel has no MPTCP, or the address is not one of this host, or the port is in use.
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

    /// Undoes one [`open`](Self::open). Returns whether it was the last one, so that the socket is closed now.
    pub fn close(&mut self, at: SocketAddr) -> bool {
        let Some(listening) = self.open.get_mut(&at) else {
            return false;
        };
        listening.users -= 1;
        listening.users == 0 && self.open.remove(&at).is_some()
    }

    /// Closes the connections that others opened to the ports, and makes room for joins. Does not wait.
    pub fn reject_connections(&self) {
        for listening in self.open.values() {
            // Not for as long as others connect.
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
