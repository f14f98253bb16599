//! The connections and subflows there are, as `INET_DIAG` tells (`net/mptcp/diag.c`, `include/uapi/linux/inet_diag.h`).
//!
//! The path manager's own family tells what happens, not what is. To learn that, at the start or after events were lost, the
//! kernel is asked over another netlink protocol, which [`Diag`] speaks as far as MPTCP needs it.

use core::net::{IpAddr, SocketAddr};

use netlink_sys::protocols::NETLINK_SOCK_DIAG;

use super::SubflowAttribute;
use crate::client::{RECEIVE_CAPACITY, RECEIVE_TIMEOUT};
use crate::error::{DecodeError, DecodeErrorKind, Error, ErrorKind, KernelError};
use crate::transport::{Netlink, Transport, Wait};
use crate::wire::{Attributes, Message, MessageHeader, MessageType, Messages, flags};
use crate::{AttributeSet, extended_ack};

/// `SOCK_DIAG_BY_FAMILY`.
const BY_FAMILY: MessageType = MessageType::Family(20);
const IPPROTO_TCP: u8 = 6;
/// The length of `struct inet_diag_req_v2`.
const REQUEST: usize = 56;
/// The length of `struct inet_diag_msg`.
const SOCKET: usize = 72;
/// Bit of `INET_DIAG_INFO` in `idiag_ext`.
const EXT_INFO: u8 = 1 << 1;
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

/// Asks the kernel for the subflows in the network namespace it was opened in.
///
/// Without `CAP_NET_ADMIN` the kernel leaves sequence numbers out of [`DiagSubflow::info`].
#[derive(Debug)]
pub struct Diag<T = Netlink> {
    transport: T,
    sequence: u32,
    received: Vec<u8>,
}

/// The attributes of a socket that tell of MPTCP (`INET_DIAG_*`).
#[derive(AttributeSet)]
struct SocketAttributes {
    #[attr(19, nest)]
    ulp_info: Option<UlpInfo>,
}

/// What a protocol on top of TCP says of a socket (`INET_ULP_INFO_*`).
#[derive(AttributeSet)]
struct UlpInfo {
    #[attr(3, nest)]
    mptcp: Option<SubflowAttribute>,
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

    /// Every subflow of every connection, IPv4 first.
    ///
    /// A connection that has lost all its subflows has none here either.
    pub fn subflows(&mut self) -> Result<Vec<DiagSubflow>, Error> {
        let mut subflows = Vec::new();
        for family in [AF_INET, AF_INET6] {
            self.dump(family, &mut subflows)?;
        }
        Ok(subflows)
    }

    fn dump(&mut self, family: u8, subflows: &mut Vec<DiagSubflow>) -> Result<(), Error> {
        self.sequence = self.sequence.wrapping_add(1).max(1);
        let request = request(family, self.sequence);
        self.transport.send(&request).map_err(io_error)?;
        loop {
            let datagram = self
                .transport
                .receive(&mut self.received, Wait::Yes)
                .map_err(io_error)?;
            if datagram.sender != 0 {
                continue;
            }
            if datagram.length > self.received.len() {
                let capacity = self.received.capacity();
                return Err(error(ErrorKind::Truncated {
                    length: datagram.length,
                    capacity,
                }));
            }
            for message in Messages::new(&self.received) {
                let message = message.map_err(decode_error)?;
                if message.header.sequence != self.sequence {
                    continue;
                }
                match message.header.kind {
                    MessageType::Done | MessageType::Error => return ended(&message, &request),
                    BY_FAMILY => subflows.extend(subflow(&message).map_err(decode_error)?),
                    _ => {}
                }
            }
        }
    }
}

/// A dump of all TCP sockets of an address family: `struct inet_diag_req_v2` with every state.
fn request(family: u8, sequence: u32) -> Vec<u8> {
    let mut bytes = vec![0; MessageHeader::LENGTH + REQUEST];
    let flags = flags::REQUEST | flags::DUMP;
    MessageHeader {
        kind: BY_FAMILY,
        flags,
        sequence,
        port: 0,
    }
    .write(&mut bytes);
    let head = [family, IPPROTO_TCP, EXT_INFO, 0, 0xff, 0xff, 0xff, 0xff];
    bytes.splice(
        MessageHeader::LENGTH..MessageHeader::LENGTH + head.len(),
        head,
    );
    bytes
}

fn ended(message: &Message<'_>, request: &[u8]) -> Result<(), Error> {
    match extended_ack::parse(message, request, const { &<()>::DESCRIPTION })
        .map_err(decode_error)?
    {
        (0, _) => Ok(()),
        (errno, extended_ack) => Err(error(ErrorKind::Kernel(KernelError {
            errno,
            extended_ack,
        }))),
    }
}

/// The subflow that a message tells of; `None` of a socket that is none.
fn subflow(message: &Message<'_>) -> Result<Option<DiagSubflow>, DecodeError> {
    let payload = message.payload();
    let Some((socket, attributes)) = payload.split_first_chunk::<SOCKET>() else {
        let kind = DecodeErrorKind::Length {
            length: payload.len(),
            expected: SOCKET,
        };
        return Err(DecodeError::new(kind));
    };
    let attributes = Attributes::new(attributes, MessageHeader::LENGTH + SOCKET);
    let info = SocketAttributes::decode(attributes)?
        .ulp_info
        .and_then(|ulp| ulp.mptcp);
    let &[family, state, _, _, s0, s1, d0, d1, ref addresses @ ..] = socket;
    let (Some(info), Some((local, rest))) = (info, addresses.split_first_chunk::<16>()) else {
        return Ok(None);
    };
    let Some((remote, _)) = rest.split_first_chunk::<16>() else {
        return Ok(None);
    };
    Ok(Some(DiagSubflow {
        local: SocketAddr::new(ip(family, *local), u16::from_be_bytes([s0, s1])),
        remote: SocketAddr::new(ip(family, *remote), u16::from_be_bytes([d0, d1])),
        state,
        info,
    }))
}

fn ip(family: u8, bytes: [u8; 16]) -> IpAddr {
    let [a, b, c, d, ..] = bytes;
    if family == AF_INET {
        IpAddr::from([a, b, c, d])
    } else {
        IpAddr::from(bytes)
    }
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
