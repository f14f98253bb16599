//! The connections and subflows there are, as `INET_DIAG` tells (`net/mptcp/diag.c`, `include/uapi/linux/inet_diag.h`).
//!
//! The path manager's own family tells what happens, not what is. To learn that, at the start or after events were lost, the
//! kernel is asked over another netlink protocol, which [`Diag`] speaks as far as MPTCP needs it.

mod socket;

use core::net::SocketAddr;

use netlink_sys::protocols::NETLINK_SOCK_DIAG;

use super::SubflowAttribute;
use crate::client::{RECEIVE_CAPACITY, RECEIVE_TIMEOUT};
use crate::error::{DecodeError, Error, ErrorKind, KernelError};
use crate::transport::{Netlink, Transport, Wait};
use crate::wire::{AttributeWriter, Message, MessageHeader, MessageType, Messages, flags};
use crate::{AttributeSet, extended_ack};
use socket::{DiagSocket, Listed};

/// `SOCK_DIAG_BY_FAMILY`.
const BY_FAMILY: MessageType = MessageType::Family(20);
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
    transport: T,
    sequence: u32,
    received: Vec<u8>,
}

impl Diag {
    /// Opens a socket in the network namespace of the calling thread.
    pub fn open() -> Result<Self, Error> {
        Self::over(Netlink::open_protocol(NETLINK_SOCK_DIAG).map_err(io_error)?)
    }
}

impl<T: Transport> Diag<T> {
    /// Asks over `transport`: a scripted peer in tests.
    pub fn over(mut transport: T) -> Result<Self, Error> {
        transport
            .set_receive_timeout(Some(RECEIVE_TIMEOUT))
            .map_err(io_error)?;
        Ok(Self {
            transport,
            sequence: 0,
            received: Vec::with_capacity(RECEIVE_CAPACITY),
        })
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
        let mut taken = Vec::new();
        for family in [AF_INET, AF_INET6] {
            self.sequence = self.sequence.wrapping_add(1).max(1);
            let request = request(family, L::PROTOCOL, self.sequence);
            self.transport.send(&request).map_err(io_error)?;
            let mut outcome = Ok(());
            // What cannot be read is told at the end: while a dump runs the kernel refuses another (`EBUSY`).
            loop {
                match self.part(&request, &mut taken) {
                    Ok(true) => break,
                    Ok(false) => {}
                    Err(error) if is_of_one_part(&error) => outcome = Err(error),
                    Err(error) => return Err(error),
                }
            }
            outcome?;
        }
        Ok(taken)
    }

    /// Takes what a datagram tells, and whether it was the last.
    fn part<L: Listed>(&mut self, request: &[u8], taken: &mut Vec<L>) -> Result<bool, Error> {
        let datagram = self
            .transport
            .receive(&mut self.received, Wait::Yes)
            .map_err(io_error)?;
        if datagram.sender != 0 {
            return Ok(false);
        }
        if datagram.length > self.received.len() {
            let (length, capacity) = (datagram.length, self.received.capacity());
            return Err(error(ErrorKind::Truncated { length, capacity }));
        }
        for message in Messages::new(&self.received) {
            let message = message.map_err(decode_error)?;
            if message.header.sequence != self.sequence {
                continue;
            }
            match message.header.kind {
                MessageType::Done | MessageType::Error => return ended(&message, request),
                BY_FAMILY => taken.extend(L::of(DiagSocket::read(&message).map_err(decode_error)?)),
                _ => {}
            }
        }
        Ok(false)
    }
}

/// A dump of all sockets of an address family and protocol: `struct inet_diag_req_v2` with every state.
fn request(family: u8, protocol: u32, sequence: u32) -> Vec<u8> {
    let small = u8::try_from(protocol).ok();
    let head = [
        family,
        small.unwrap_or(IPPROTO_RAW),
        EXT_INFO,
        0,
        0xff,
        0xff,
        0xff,
        0xff,
    ];
    let mut bytes = vec![0; MessageHeader::LENGTH];
    bytes.extend_from_slice(&head);
    bytes.resize(MessageHeader::LENGTH + REQUEST, 0);
    if small.is_none() {
        AttributeWriter::new(&mut bytes).fixed(REQ_PROTOCOL, protocol.to_ne_bytes());
    }
    let flags = flags::REQUEST | flags::DUMP;
    MessageHeader {
        kind: BY_FAMILY,
        flags,
        sequence,
        port: 0,
    }
    .write(&mut bytes);
    bytes
}

fn ended(message: &Message<'_>, request: &[u8]) -> Result<bool, Error> {
    let set = const { &<()>::DESCRIPTION };
    let status = extended_ack::parse(message, request, set).map_err(decode_error)?;
    match status.result {
        Ok(_) => Ok(true),
        Err(errno) => Err(error(ErrorKind::Kernel(KernelError {
            errno,
            extended_ack: status.detail,
        }))),
    }
}

/// Whether the dump goes on behind it.
fn is_of_one_part(error: &Error) -> bool {
    matches!(
        error.kind(),
        ErrorKind::Decode(_) | ErrorKind::Truncated { .. }
    )
}

fn error(kind: ErrorKind) -> Error {
    Error::new("inet_diag", "dump", kind)
}

fn io_error(error: std::io::Error) -> Error {
    self::error(crate::client::socket_error(error))
}

fn decode_error(error: DecodeError) -> Error {
    self::error(ErrorKind::Decode(error))
}
