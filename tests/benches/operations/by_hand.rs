//! The two operations as a program that needs nothing else would do them: one connected socket, reused buffers, and every check
//! that distinguishes the answer from other messages.

use std::io;

use netlink_sys::protocols::NETLINK_GENERIC;
use netlink_sys::{Socket, SocketAddr};

const NLM_F_REQUEST: u16 = 1;
const NLM_F_ACK: u16 = 4;
const NLMSG_ERROR: u16 = 2;
const GENL_ID_CTRL: u16 = 16;
const CTRL_CMD_NEWFAMILY: u8 = 1;
const CTRL_ATTR_FAMILY_ID: u16 = 1;
const CTRL_ATTR_FAMILY_NAME: u16 = 2;
const SET_LIMITS: u8 = 5;
const GET_LIMITS: u8 = 6;
const RCV_ADD_ADDRS: u16 = 2;
const SUBFLOWS: u16 = 3;

pub(crate) struct ByHand {
    socket: Socket,
    family: u16,
    sequence: u32,
    request: Vec<u8>,
    reply: Vec<u8>,
}

impl ByHand {
    pub(crate) fn open() -> io::Result<Self> {
        let socket = Socket::new(NETLINK_GENERIC)?;
        socket.connect(&SocketAddr::new(0, 0))?;
        let mut client = Self {
            socket,
            family: GENL_ID_CTRL,
            sequence: 0,
            request: Vec::with_capacity(64),
            reply: Vec::with_capacity(8192),
        };
        client.begin(NLM_F_REQUEST, 3);
        client.put(CTRL_ATTR_FAMILY_NAME, b"mptcp_pm\0");
        client.exchange()?;
        let mut family = 0;
        for (number, payload) in client.attributes(CTRL_CMD_NEWFAMILY)? {
            if let (CTRL_ATTR_FAMILY_ID, Ok(id)) = (number, payload.try_into()) {
                family = u16::from_ne_bytes(id);
            }
        }
        client.family = family;
        Ok(client)
    }

    pub(crate) fn get_limits(&mut self) -> io::Result<(u32, u32)> {
        self.begin(NLM_F_REQUEST, GET_LIMITS);
        self.exchange()?;
        let (mut addresses, mut subflows) = (None, None);
        for (number, payload) in self.attributes(GET_LIMITS)? {
            let value = payload.try_into().map(u32::from_ne_bytes);
            match number {
                RCV_ADD_ADDRS => addresses = Some(value.map_err(|_| unexpected())?),
                SUBFLOWS => subflows = Some(value.map_err(|_| unexpected())?),
                _ => {}
            }
        }
        addresses.zip(subflows).ok_or_else(unexpected)
    }

    pub(crate) fn set_limits(&mut self, addresses: u32, subflows: u32) -> io::Result<()> {
        self.begin(NLM_F_REQUEST | NLM_F_ACK, SET_LIMITS);
        self.put(RCV_ADD_ADDRS, &addresses.to_ne_bytes());
        self.put(SUBFLOWS, &subflows.to_ne_bytes());
        self.exchange()?;
        if self.reply_type() != Some(NLMSG_ERROR) {
            return Err(unexpected());
        }
        let errno = self.reply.get(16..20).ok_or_else(unexpected)?;
        match i32::from_ne_bytes(errno.try_into().map_err(|_| unexpected())?) {
            0 => Ok(()),
            errno => Err(io::Error::from_raw_os_error(-errno)),
        }
    }

    fn begin(&mut self, flags: u16, command: u8) {
        self.sequence = self.sequence.wrapping_add(1);
        self.request.clear();
        self.request.extend(0_u32.to_ne_bytes());
        self.request.extend(self.family.to_ne_bytes());
        self.request.extend(flags.to_ne_bytes());
        self.request.extend(self.sequence.to_ne_bytes());
        self.request.extend(0_u32.to_ne_bytes());
        self.request.extend([command, 1, 0, 0]);
    }

    fn put(&mut self, number: u16, payload: &[u8]) {
        let length = u16::try_from(4 + payload.len()).unwrap_or(u16::MAX);
        self.request.extend(length.to_ne_bytes());
        self.request.extend(number.to_ne_bytes());
        self.request.extend(payload);
        let padded = self.request.len().next_multiple_of(4);
        self.request.resize(padded, 0);
    }

    /// Sends the request, and receives until the message with its sequence number arrives.
    fn exchange(&mut self) -> io::Result<()> {
        let length = u32::try_from(self.request.len()).unwrap_or(u32::MAX);
        self.request[..4].copy_from_slice(&length.to_ne_bytes());
        self.socket.send(&self.request, 0)?;
        loop {
            self.reply.clear();
            let length = self.socket.recv(&mut self.reply, libc::MSG_TRUNC)?;
            if length > self.reply.len() || length < 16 {
                return Err(unexpected());
            }
            if self.reply[8..12] == self.sequence.to_ne_bytes() {
                return Ok(());
            }
        }
    }

    fn reply_type(&self) -> Option<u16> {
        let kind = self.reply.get(4..6)?.try_into().ok()?;
        Some(u16::from_ne_bytes(kind))
    }

    /// Returns the attributes of the reply, if it has this command.
    fn attributes(&self, command: u8) -> io::Result<impl Iterator<Item = (u16, &[u8])>> {
        let length = self.reply.first_chunk().map(|it| u32::from_ne_bytes(*it));
        let is_whole = length.is_some_and(|length| length as usize == self.reply.len());
        let is_reply = self.reply_type() == Some(self.family);
        if !is_whole || !is_reply || self.reply.get(16) != Some(&command) {
            return Err(unexpected());
        }
        let mut rest = self.reply.get(20..).unwrap_or_default();
        Ok(core::iter::from_fn(move || {
            let length = usize::from(u16::from_ne_bytes(*rest.first_chunk()?));
            let number = u16::from_ne_bytes(rest.get(2..4)?.try_into().ok()?);
            let payload = rest.get(4..length)?;
            rest = rest.get(length.next_multiple_of(4)..).unwrap_or_default();
            Some((number, payload))
        }))
    }
}

fn unexpected() -> io::Error {
    io::ErrorKind::InvalidData.into()
}
