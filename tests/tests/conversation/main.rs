//! Conversations without a socket: a test feeds datagrams, and checks the next step.
//!
//! Datagrams are written by hand. The sequence number of an answer is that of the request it answers, unless a test is about
//! sequence numbers.

#[path = "../common/mod.rs"]
mod common;

mod abandoned;
mod acknowledgements;
mod answers;
mod capacity;
mod ends;
mod losses;
mod messages;
mod random;
mod renewed;

use std::io;

use genl::conversation::{Conversation, Place, Want};
use genl::mptcp_pm::{AddAddr, Address, DumpAddrs, EndpointReply, Limits, MptcpPm};
use genl::transport::Datagram;
use genl::wire::flags;
use genl::{AttributeSet, Do, Dump, Error, nlctrl};
use messages::{family, numbered};

/// The id of `mptcp_pm`.
const ID: u16 = 28;

/// A do with limits, and an acknowledgement after them.
const GET_LIMITS: Do<(), Limits> = MptcpPm::GET_LIMITS.with_flags(flags::ACK);

/// The same, if the kernel may leave out the limits.
const MAYBE_LIMITS: Do<(), Option<Limits>> = MptcpPm::FAMILY.op("maybe-limits", 6);

/// A do with any number of limits.
const SCAN: Dump<(), Limits> = MptcpPm::FAMILY.dump("scan", 6).multi();

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

    /// Asks for an operation, and sends what comes first.
    #[track_caller]
    fn call<Q: AttributeSet, R: AttributeSet>(
        &mut self,
        operation: &Do<Q, R>,
        request: &Q,
    ) -> Vec<u8> {
        self.conversation.call(operation, request).unwrap();
        self.send()
    }

    #[track_caller]
    fn get_limits(&mut self) -> Vec<u8> {
        self.call(&MptcpPm::GET_LIMITS, &())
    }

    #[track_caller]
    fn add_addr(&mut self) -> Vec<u8> {
        let addr = Address::from(std::net::Ipv4Addr::new(10, 0, 0, 7));
        self.call(&MptcpPm::ADD_ADDR, &AddAddr { addr })
    }

    #[track_caller]
    fn dump_addrs(&mut self) -> Vec<u8> {
        let request = DumpAddrs::default();
        let dump = self.conversation.dump(&MptcpPm::DUMP_ADDRS, &request);
        dump.unwrap();
        self.send()
    }

    /// Asks for limits with [`SCAN`].
    #[track_caller]
    fn scan(&mut self) -> Vec<u8> {
        self.conversation.dump(&SCAN, &()).unwrap();
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
        let Want::Receive { buffer, .. } = self.conversation.next()? else {
            panic!("nothing is to be received");
        };
        // What is there is not looked at.
        buffer.extend([9; 19]);
        self.conversation.received(Err(error.into()))
    }

    /// Returns whether the conversation waits for a datagram.
    #[track_caller]
    fn may_wait(&mut self) -> bool {
        match self.conversation.next().unwrap() {
            Want::Receive { may_wait, .. } => may_wait,
            want => panic!("{want:?}"),
        }
    }

    /// Reports an empty socket, if the rest of an earlier operation is drained.
    #[track_caller]
    fn settle(&mut self) {
        match self.conversation.next().unwrap() {
            Want::Send(_) => return,
            Want::Receive { may_wait, .. } => assert!(!may_wait),
            want @ Want::Found(_) => panic!("{want:?}"),
        }
        self.fail(io::ErrorKind::WouldBlock).unwrap();
    }

    /// What was found, or `None` if more is needed.
    fn next(&mut self) -> Result<Option<Place>, Error> {
        match self.conversation.next()? {
            Want::Found(place) => Ok(Some(place)),
            Want::Receive { .. } => Ok(None),
            Want::Send(_) => panic!("something is to be sent"),
        }
    }

    fn reply<R: AttributeSet>(&self, place: &Place) -> Result<R::View<'_>, Error> {
        self.conversation.reply::<R>(place)
    }

    /// The limits that were found.
    #[track_caller]
    fn limits(&mut self) -> u32 {
        let place = self.next().unwrap().expect("a reply");
        self.reply::<Limits>(&place).unwrap().subflows
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
