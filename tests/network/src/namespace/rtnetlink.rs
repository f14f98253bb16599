//! The two rtnetlink requests that set up a new network namespace.

use std::io;
use std::net::IpAddr;

use netlink_sys::{Socket, SocketAddr, protocols::NETLINK_ROUTE};

const RTM_NEWLINK: u16 = 16;
const RTM_NEWADDR: u16 = 20;
const NLM_F_REQUEST: u16 = 0x1;
const NLM_F_ACK: u16 = 0x4;
const NLM_F_EXCL: u16 = 0x200;
const NLM_F_CREATE: u16 = 0x400;
const NLMSG_ERROR: u16 = 2;
const HEADER: usize = 16;

const AF_UNSPEC: u8 = 0;
const AF_INET: u8 = 2;
const AF_INET6: u8 = 10;
const IFF_UP: u32 = 1;
const IFA_F_NODAD: u8 = 0x2;
const IFA_ADDRESS: u16 = 1;
const IFA_LOCAL: u16 = 2;

/// The interface index of `lo`, which is the same in every network namespace.
pub(super) const LOOPBACK: u32 = 1;

/// An rtnetlink socket. It belongs to the network namespace in which it was opened.
pub(super) struct Rtnetlink {
    socket: Socket,
    sequence: u32,
}

impl Rtnetlink {
    pub(super) fn open() -> io::Result<Self> {
        let mut socket = Socket::new(NETLINK_ROUTE)?;
        socket.bind_auto()?;
        socket.connect(&SocketAddr::new(0, 0))?;
        Ok(Self {
            socket,
            sequence: 0,
        })
    }

    /// Sets an interface up, as `ip link set dev INDEX up` does.
    pub(super) fn set_up(&mut self, index: u32) -> io::Result<()> {
        // struct ifinfomsg: family, padding, device type, index, flags, mask of the flags to change.
        let mut body = vec![AF_UNSPEC, 0, 0, 0];
        body.extend(index.to_ne_bytes());
        body.extend(IFF_UP.to_ne_bytes());
        body.extend(IFF_UP.to_ne_bytes());
        self.request(RTM_NEWLINK, 0, &body)
    }

    /// Adds an address with the longest prefix, as `ip address add ADDRESS dev INDEX nodad` does.
    pub(super) fn add_address(&mut self, index: u32, address: IpAddr) -> io::Result<()> {
        let (family, octets) = match address {
            IpAddr::V4(address) => (AF_INET, address.octets().to_vec()),
            IpAddr::V6(address) => (AF_INET6, address.octets().to_vec()),
        };
        let bits = if address.is_ipv4() { 32 } else { 128 };
        // struct ifaddrmsg: family, prefix length, flags, scope, index.
        let mut body = vec![family, bits, IFA_F_NODAD, 0];
        body.extend(index.to_ne_bytes());
        for attribute in [IFA_LOCAL, IFA_ADDRESS] {
            let length: u16 = if address.is_ipv4() { 8 } else { 20 };
            body.extend(length.to_ne_bytes());
            body.extend(attribute.to_ne_bytes());
            body.extend(&octets);
        }
        self.request(RTM_NEWADDR, NLM_F_CREATE | NLM_F_EXCL, &body)
    }

    /// Sends one request and waits for its acknowledgement.
    fn request(&mut self, kind: u16, flags: u16, body: &[u8]) -> io::Result<()> {
        self.sequence += 1;
        let length = u32::try_from(HEADER + body.len()).map_err(io::Error::other)?;
        let mut message = Vec::with_capacity(HEADER + body.len());
        message.extend(length.to_ne_bytes());
        message.extend(kind.to_ne_bytes());
        message.extend((NLM_F_REQUEST | NLM_F_ACK | flags).to_ne_bytes());
        message.extend(self.sequence.to_ne_bytes());
        message.extend(0_u32.to_ne_bytes());
        message.extend(body);
        self.socket.send(&message, 0)?;

        let (reply, _) = self.socket.recv_from_full()?;
        let kind = reply
            .get(4..6)
            .map(|bytes| u16::from_ne_bytes([bytes[0], bytes[1]]));
        let errno = reply
            .get(HEADER..)
            .and_then(|payload| payload.first_chunk())
            .map(|bytes| i32::from_ne_bytes(*bytes));
        match (kind, errno) {
            (Some(NLMSG_ERROR), Some(0)) => Ok(()),
            (Some(NLMSG_ERROR), Some(errno)) => Err(io::Error::from_raw_os_error(-errno)),
            _ => Err(io::Error::new(
                io::ErrorKind::InvalidData,
                "the kernel answered without an acknowledgement",
            )),
        }
    }
}
