//! The current connections and subflows, from `INET_DIAG` (`net/mptcp/diag.c`, `include/uapi/linux/inet_diag.h`).
//!
//! The family `mptcp_pm` reports changes, but not which connections exist. At the start and after events were lost, [`Diag`]
//! asks the kernel for them. `INET_DIAG` is another netlink protocol, and only its part for MPTCP is implemented.

#[cfg(feature = "async")]
mod asynchronous;
mod socket;

use core::net::SocketAddr;

use netlink_sys::protocols::NETLINK_SOCK_DIAG;

#[cfg(feature = "async")]
pub use asynchronous::AsyncDiag;

use super::SubflowAttribute;
use crate::client::Client;
use crate::conversation::{Asked, Conversation, Place};
use crate::error::{Error, ErrorKind};
use crate::family::Family;
use crate::transport::{Netlink, Transport};
use crate::wire::{AttributeWriter, MessageHeader};
use socket::{DiagSocket, Listed};

/// The name in errors. It is not a generic netlink family.
const INET_DIAG: Family = Family::new("inet_diag", 0);
/// `SOCK_DIAG_BY_FAMILY`.
const BY_FAMILY: u16 = 20;
/// The value of `sdiag_protocol` if the protocol is in the attribute `INET_DIAG_REQ_PROTOCOL`.
const IPPROTO_RAW: u8 = 255;
const REQ_PROTOCOL: u16 = 3;
/// The length of `struct inet_diag_req_v2`.
const REQUEST: usize = 56;
/// The bit of `INET_DIAG_INFO` in `idiag_ext`.
const EXT_INFO: u8 = 1 << 1;
/// `TCP_ESTABLISHED`, `include/net/tcp_states.h`.
pub(super) const ESTABLISHED: u8 = 1;
const AF_INET: u8 = 2;
const AF_INET6: u8 = 10;

/// A subflow of a connection.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DiagSubflow {
    /// The address and port of this host.
    pub local: SocketAddr,
    /// The address and port of the peer.
    pub remote: SocketAddr,
    /// The state of the TCP socket (`include/net/tcp_states.h`): 1 is established.
    pub state: u8,
    /// The MPTCP attributes. [`token_loc`](SubflowAttribute::token_loc) is the token of the connection.
    pub info: SubflowAttribute,
}

/// A connection.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DiagConnection {
    /// The token of the connection, which identifies it in operations.
    pub token: u32,
    /// The local address and port of the first subflow.
    pub local: SocketAddr,
    /// The remote address and port of the first subflow.
    pub remote: SocketAddr,
    /// The state of the MPTCP socket (`include/net/tcp_states.h`): 1 is established.
    pub state: u8,
    /// The inode of the MPTCP socket. It is 0 if no process has the socket, because it was not yet accepted, or is closed.
    pub inode: u32,
    /// Whether the connection fell back to TCP.
    pub fallback: bool,
}

impl DiagConnection {
    /// Returns whether the event `closed` has reported its end, or `created` will never report it.
    pub(super) fn is_gone(&self) -> bool {
        self.fallback || (self.inode == 0 && self.state != ESTABLISHED)
    }
}

/// All connections and subflows of a network namespace.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Snapshot {
    /// The connections, including those without a subflow.
    pub connections: Vec<DiagConnection>,
    /// Their subflows.
    pub subflows: Vec<DiagSubflow>,
}

/// Asks the kernel for all connections and subflows of a network namespace.
///
/// ```no_run
/// use genl::mptcp_pm::Diag;
///
/// let mut diag = Diag::open()?;
/// for connection in diag.connections()? {
///     println!("{:#x} {} {}", connection.token, connection.local, connection.remote);
/// }
/// # Ok::<(), genl::Error>(())
/// ```
///
/// [`ConnectionTable`](super::ConnectionTable) combines it with events.
///
/// The kernel needs `CONFIG_INET_MPTCP_DIAG`. Anyone can ask. For callers without `CAP_NET_ADMIN`, the kernel leaves out the
/// sequence numbers in [`DiagSubflow::info`].
#[derive(Debug)]
pub struct Diag<T = Netlink> {
    client: Client<T>,
}

impl Diag {
    /// Opens a socket in the network namespace of the calling thread.
    ///
    /// # Errors
    ///
    /// Fails if the socket cannot be opened.
    pub fn open() -> Result<Self, Error> {
        Self::over(socket()?)
    }
}

fn socket() -> Result<Netlink, Error> {
    let socket = Netlink::open_protocol(NETLINK_SOCK_DIAG);
    socket.map_err(|error| Error::new(INET_DIAG.name(), "connect", ErrorKind::Io(error)))
}

impl<T: Transport> Diag<T> {
    /// Creates a `Diag` over `transport`, such as a [`Scripted`](crate::Scripted) peer in a test.
    pub fn over(transport: T) -> Result<Self, Error> {
        let client = Client::over(transport)?;
        Ok(Self { client })
    }

    /// Returns all connections and all subflows.
    ///
    /// The two lists are received one after the other, so a connection can appear in only one of them.
    ///
    /// # Errors
    ///
    /// Fails if the kernel refuses the request, or if a reply does not match its description.
    pub fn snapshot(&mut self) -> Result<Snapshot, Error> {
        Ok(Snapshot {
            connections: self.connections()?,
            subflows: self.subflows()?,
        })
    }

    /// Returns all connections, IPv4 first. A connection may have no subflow.
    ///
    /// # Errors
    ///
    /// Fails as [`snapshot`](Self::snapshot) does.
    pub fn connections(&mut self) -> Result<Vec<DiagConnection>, Error> {
        self.dump()
    }

    /// Returns all subflows of all connections, IPv4 first.
    ///
    /// # Errors
    ///
    /// Fails as [`snapshot`](Self::snapshot) does.
    pub fn subflows(&mut self) -> Result<Vec<DiagSubflow>, Error> {
        self.dump()
    }

    fn dump<L: Listed>(&mut self) -> Result<Vec<L>, Error> {
        let mut sockets = Vec::new();
        for family in [AF_INET, AF_INET6] {
            let mut list = Listing::begin(self.client.conversation(), family, &mut sockets)?;
            loop {
                let found = self.client.drive();
                if list.take(self.client.conversation(), found)? {
                    break;
                }
            }
        }
        Ok(sockets)
    }
}

/// Collects the sockets of one address family.
struct Listing<'l, L> {
    asked: Asked,
    sockets: &'l mut Vec<L>,
    /// The error of a socket that cannot be decoded. It is returned at the end of the dump, because the rest has to be received
    /// before the next dump.
    outcome: Result<(), Error>,
}

impl<'l, L: Listed> Listing<'l, L> {
    fn begin(
        conversation: &mut Conversation,
        family: u8,
        sockets: &'l mut Vec<L>,
    ) -> Result<Self, Error> {
        let asked = Asked::plain(INET_DIAG, "dump", BY_FAMILY);
        conversation.begin(asked, |header, buffer| {
            write(header, family, L::PROTOCOL, buffer);
            Ok(())
        })?;
        Ok(Self {
            asked,
            sockets,
            outcome: Ok(()),
        })
    }

    /// Adds what was found. Returns whether it was the end.
    fn take(
        &mut self,
        conversation: &Conversation,
        found: Result<Place, Error>,
    ) -> Result<bool, Error> {
        match found {
            Ok(Place::End) => {
                core::mem::replace(&mut self.outcome, Ok(()))?;
                return Ok(true);
            }
            Ok(Place::Reply(place)) => match DiagSocket::read(&conversation.attributes(&place)) {
                Ok(socket) => self.sockets.extend(L::of(socket)),
                Err(error) => self.outcome = Err(self.asked.error(ErrorKind::Decode(error))),
            },
            Err(error) if is_of_one_part(&error) => self.outcome = Err(error),
            Err(error) => return Err(error),
        }
        Ok(false)
    }
}

/// Appends the request for all sockets of an address family and protocol: `struct inet_diag_req_v2` with all states.
fn write(header: MessageHeader, family: u8, protocol: u32, buffer: &mut Vec<u8>) {
    let small = u8::try_from(protocol).ok();
    buffer.resize(MessageHeader::LENGTH, 0);
    buffer.extend([family, small.unwrap_or(IPPROTO_RAW), EXT_INFO, 0]);
    buffer.extend([0xff; 4]);
    buffer.resize(MessageHeader::LENGTH + REQUEST, 0);
    if small.is_none() {
        AttributeWriter::new(buffer).fixed(REQ_PROTOCOL, protocol.to_ne_bytes());
    }
    header.write(buffer);
}

/// Returns whether the dump continues after this error.
fn is_of_one_part(error: &Error) -> bool {
    matches!(
        error.kind(),
        ErrorKind::Decode(_) | ErrorKind::Truncated { .. }
    )
}
