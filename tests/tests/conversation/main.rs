//! The protocol without a socket: a conversation is fed datagrams, and says what it wants.
//!
//! Datagrams are written by hand. The sequence number of an answer is that of the request it answers, unless a test is about
//! sequence numbers.

#[path = "../common/mod.rs"]
mod common;

mod answers;

use std::io;

use common::hex;
use genl::conversation::{Conversation, Place, Want};
use genl::mptcp_pm::{AddAddr, Address, DumpAddrs, EndpointReply, Limits, MptcpPm};
use genl::transport::Datagram;
use genl::{Error, nlctrl};

/// The id of `mptcp_pm`.
const ID: u16 = 28;

/// A conversation, and the sequence number of what it sent last.
struct Talk {
    conversation: Conversation,
    sequence: u32,
}

impl Talk {
    /// Knows no family.
    fn new() -> Self {
        Self {
            conversation: Conversation::new(nlctrl::CONTROLLER),
            sequence: 0,
        }
    }

    /// Knows `mptcp_pm` as [`ID`].
    fn with_family() -> Self {
        let mut talk = Self::new();
        talk.conversation.look_up(MptcpPm::FAMILY).unwrap();
        talk.send();
        talk.answer(&family(ID));
        assert_eq!(talk.next().unwrap(), Some(Place::End));
        talk
    }

    fn get_limits(&mut self) -> Vec<u8> {
        self.conversation.call(&MptcpPm::GET_LIMITS, &()).unwrap();
        self.send()
    }

    fn add_addr(&mut self) -> Vec<u8> {
        let addr = Address::from(std::net::Ipv4Addr::new(10, 0, 0, 7));
        let request = AddAddr { addr };
        self.conversation
            .call(&MptcpPm::ADD_ADDR, &request)
            .unwrap();
        self.send()
    }

    fn dump_addrs(&mut self) -> Vec<u8> {
        let request = DumpAddrs::default();
        self.conversation
            .dump(&MptcpPm::DUMP_ADDRS, &request)
            .unwrap();
        self.send()
    }

    /// Sends what is wanted, and returns it.
    #[track_caller]
    fn send(&mut self) -> Vec<u8> {
        let Want::Send(bytes) = self.conversation.next().unwrap() else {
            panic!("nothing is to be sent");
        };
        let bytes = bytes.to_vec();
        self.conversation.sent(Ok(())).unwrap();
        self.sequence = u32::from_ne_bytes(bytes[8..12].try_into().unwrap());
        bytes
    }

    /// Receives a datagram as it is.
    #[track_caller]
    fn deliver(&mut self, datagram: &[u8], sender: u32) -> Result<(), Error> {
        let Want::Receive { buffer, .. } = self.conversation.next()? else {
            panic!("nothing is to be received");
        };
        let taken = datagram.len().min(buffer.capacity());
        buffer.extend_from_slice(&datagram[..taken]);
        let length = datagram.len();
        self.conversation.received(Ok(Datagram { length, sender }))
    }

    /// Receives a datagram whose messages without a sequence number answer what was sent last.
    #[track_caller]
    fn answer(&mut self, datagram: &[u8]) {
        let datagram = numbered(datagram, self.sequence);
        self.deliver(&datagram, 0).unwrap();
    }

    /// Receives nothing, for this reason.
    #[track_caller]
    fn fail(&mut self, error: impl Into<io::Error>) -> Result<(), Error> {
        let Want::Receive { .. } = self.conversation.next()? else {
            panic!("nothing is to be received");
        };
        self.conversation.received(Err(error.into()))
    }

    /// Whether it is to be waited for a datagram.
    #[track_caller]
    fn may_wait(&mut self) -> bool {
        match self.conversation.next().unwrap() {
            Want::Receive { may_wait, .. } => may_wait,
            want => panic!("{want:?}"),
        }
    }

    /// What was found, or `None` if more is needed.
    fn next(&mut self) -> Result<Option<Place>, Error> {
        match self.conversation.next()? {
            Want::Found(place) => Ok(Some(place)),
            Want::Receive { .. } => Ok(None),
            Want::Send(_) => panic!("something is to be sent"),
        }
    }

    /// The limits that were found.
    #[track_caller]
    fn limits(&mut self) -> u32 {
        let place = self.next().unwrap().expect("a reply");
        let limits = self.conversation.reply::<Limits>(&place).unwrap();
        limits.subflows
    }

    /// The id of the endpoint that was found; `None` at the end of the dump.
    #[track_caller]
    fn endpoint(&mut self) -> Option<u8> {
        let place = self.next().unwrap().expect("a reply or the end");
        let reply = self.conversation.part::<EndpointReply>(&place)?;
        reply.unwrap().addr.id
    }
}

fn no_buffer_space() -> io::Error {
    io::Error::from_raw_os_error(libc::ENOBUFS)
}

/// A message, padded to 4 bytes.
fn message(kind: u16, flags: u16, sequence: u32, payload: &str) -> Vec<u8> {
    let payload = hex(payload);
    let mut bytes = u32::try_from(16 + payload.len())
        .unwrap()
        .to_ne_bytes()
        .to_vec();
    bytes.extend(kind.to_ne_bytes());
    bytes.extend(flags.to_ne_bytes());
    bytes.extend(sequence.to_ne_bytes());
    // The port id of the socket; any will do.
    bytes.extend(4711u32.to_ne_bytes());
    bytes.extend(payload);
    bytes.resize(bytes.len().next_multiple_of(4), 0);
    bytes
}

/// The reply to `get-limits`.
fn limits(subflows: u8) -> Vec<u8> {
    message(
        ID,
        0,
        0,
        &format!("06 01 0000  0800 0200 08000000  0800 0300 {subflows:02x}000000"),
    )
}

/// A part of a dump of endpoints.
fn part(id: u8) -> Vec<u8> {
    message(
        ID,
        2,
        0,
        &format!("03 01 0000  0c00 0180  0500 0200 {id:02x} 000000"),
    )
}

/// The end of a dump.
fn done() -> Vec<u8> {
    message(3, 2, 0, "00000000")
}

/// `NLMSG_ERROR` with this number as it is on the wire, the header of a request, and what stands behind it.
fn ack(number: i32, detail: &str) -> Vec<u8> {
    let digits: String = number
        .to_le_bytes()
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    let flags = if detail.is_empty() { 0x100 } else { 0x300 };
    message(
        2,
        flags,
        0,
        &format!("{digits} 14000000 1c000500 00000000 00000000 {detail}"),
    )
}

/// What the controller tells of `mptcp_pm`, which it knows as `id`.
fn family(id: u16) -> Vec<u8> {
    let [low, high] = id.to_le_bytes();
    message(
        16,
        0,
        0,
        &format!(
            "01 02 0000  0d00 0200 6d707463705f706d00 000000  0600 0100 {low:02x}{high:02x} 0000"
        ),
    )
}

/// Gives this sequence number to the messages that have none.
fn numbered(datagram: &[u8], sequence: u32) -> Vec<u8> {
    let mut bytes = datagram.to_vec();
    let mut at = 0;
    while let Some(header) = bytes.get_mut(at..at + 16) {
        if header[8..12] == [0; 4] {
            header[8..12].copy_from_slice(&sequence.to_ne_bytes());
        }
        let length = u32::from_ne_bytes(header[..4].try_into().unwrap()) as usize;
        at += length.max(16).next_multiple_of(4);
    }
    bytes
}
