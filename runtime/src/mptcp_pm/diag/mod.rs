//! The connections and subflows there are, as `INET_DIAG` tells (`net/mptcp/diag.c`, `include/uapi/linux/inet_diag.h`).
//!
//! The path manager's own family tells what happens, not what is. To learn that, at the start or after events were lost, the
//! kernel is asked over another netlink protocol, which [`Diag`] speaks as far as MPTCP needs it.

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

/// How errors name it. It is no generic netlink family.
const INET_DIAG: Family = Family::new("inet_diag", 0);
/// `SOCK_DIAG_BY_FAMILY`.
const BY_FAMILY: u16 = 20;
/// Stands in the byte for the protocol where `INET_DIAG_REQ_PROTOCOL` tells it.
const IPPROTO_RAW: u8 = 255;
const REQ_PROTOCOL: u16 = 3;
/// The length of `struct inet_diag_req_v2`.
const REQUEST: usize = 56;
/// Bit of `INET_DIAG_INFO` in `idiag_ext`.
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
    /// The state of the TCP socket, as in `include/net/tcp_states.h`: 1 is established.
    pub state: u8,
    /// What MPTCP knows of it. Its [`token_loc`](SubflowAttribute::token_loc) is the token of the connection.
    pub info: SubflowAttribute,
}

/// A connection.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DiagConnection {
    /// Its token: what operations call it by.
    pub token: u32,
    /// The address and port of this host, of its first subflow.
    pub local: SocketAddr,
    /// The address and port of the peer, of its first subflow.
    pub remote: SocketAddr,
    /// The state of the MPTCP socket, as in `include/net/tcp_states.h`: 1 is established.
    pub state: u8,
    /// The inode of the MPTCP socket; 0 if no process has it: it was not accepted yet, or is closed and lingers.
    pub inode: u32,
    /// Whether it fell back to TCP.
    pub fallback: bool,
}

impl DiagConnection {
    /// Whether the path manager's events have told its end, or will never tell its beginning.
    pub(super) fn is_gone(&self) -> bool {
        self.fallback || (self.inode == 0 && self.state != ESTABLISHED)
    }
}

/// What connections and subflows there are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Snapshot {
    /// The connections, those without a subflow included.
    pub connections: Vec<DiagConnection>,
    /// Their subflows.
    pub subflows: Vec<DiagSubflow>,
}

/// Asks the kernel for the connections and subflows in the network namespace it was opened in.
///
/// Without `CAP_NET_ADMIN` the kernel leaves sequence numbers out of [`DiagSubflow::info`].
#[derive(Debug)]
pub struct Diag<T = Netlink> {
    client: Client<T>,
}

impl Diag {
    /// Opens a socket in the network namespace of the calling thread.
    pub fn open() -> Result<Self, Error> {
        Self::over(socket()?)
    }
}

fn socket() -> Result<Netlink, Error> {
    let socket = Netlink::open_protocol(NETLINK_SOCK_DIAG);
    socket.map_err(|error| Error::new(INET_DIAG.name(), "connect", ErrorKind::Io(error)))
}

impl<T: Transport> Diag<T> {
    /// Asks over `transport`: a scripted peer in tests.
    pub fn over(transport: T) -> Result<Self, Error> {
        let client = Client::over(transport)?;
        Ok(Self { client })
    }

    /// Every connection and every subflow.
    pub fn snapshot(&mut self) -> Result<Snapshot, Error> {
        Ok(Snapshot {
            connections: self.connections()?,
            subflows: self.subflows()?,
        })
    }

    /// Every connection, IPv4 first. One may have no subflow.
    pub fn connections(&mut self) -> Result<Vec<DiagConnection>, Error> {
        self.dump()
    }

    /// Every subflow of every connection, IPv4 first.
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

/// The sockets of one address family, as they are received.
struct Listing<'l, L> {
    asked: Asked,
    sockets: &'l mut Vec<L>,
    /// A socket that cannot be read fails the whole, behind the others: the next dump needs the end of this one.
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

    /// Takes what was found. Returns whether it was the end.
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

/// Appends a dump of all sockets of an address family and protocol: `struct inet_diag_req_v2` with every state.
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

/// Whether the dump goes on behind it.
fn is_of_one_part(error: &Error) -> bool {
    matches!(
        error.kind(),
        ErrorKind::Decode(_) | ErrorKind::Truncated { .. }
    )
}
