//! A peer in memory that follows a script, for the tests of those who describe families.

mod expected;
mod peer;

use std::collections::VecDeque;
use std::io;

pub use expected::{Expected, Scriptable};

use crate::codec::AttributeSet;
use crate::description;
use crate::error::{EncodeError, Error, ErrorKind};
use crate::extended_ack::{self, ExtendedAck};
use crate::family::{Do, Event, Family, Operation};
use crate::wire::{MessageHeader, MessageType, flags};

/// Stands in for the kernel: expects requests in the order of its script, and answers each as the script says.
///
/// A request that the script does not expect is an error of the transport. The error shows the expected request and the sent
/// one, with the names of operations, attributes and values. Sequence numbers and port ids are not compared; answers get the
/// sequence number of their request.
///
/// Give the peer every family with [`family`](Self::family) before expecting requests to it. Otherwise the request fails with
/// [`ErrorKind::NotScripted`].
///
/// ```
/// use genl::mptcp_pm::{Limits, MptcpPm};
/// use genl::{Client, Scripted};
///
/// let mut peer = Scripted::new();
/// peer.family(MptcpPm::DESCRIPTION, 28)?;
/// peer.expect(&MptcpPm::GET_LIMITS, &())?.reply(&Limits { rcv_add_addrs: 0, subflows: 2 })?;
///
/// let mut pm = MptcpPm::new(Client::over(peer)?);
/// assert_eq!(pm.get_limits()?.subflows, 2);
/// # Ok::<(), genl::Error>(())
/// ```
#[derive(Debug, Default)]
pub struct Scripted {
    families: Vec<(&'static description::Family, u16)>,
    script: VecDeque<Exchange>,
    standing: Vec<Exchange>,
    inbox: VecDeque<io::Result<Delivery>>,
}

/// A request, and the datagrams that answer it.
#[derive(Clone, Debug)]
struct Exchange {
    request: Vec<u8>,
    answers: Vec<Answer>,
}

#[derive(Clone, Debug)]
enum Answer {
    /// Gets the sequence number of the request.
    Numbered(Vec<u8>),
    /// Is sent unchanged.
    Event(Vec<u8>),
}

#[derive(Debug)]
struct Delivery {
    datagram: Vec<u8>,
    sender: u32,
}

/// One step of a recorded run, for [`Scripted::replay`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step<'a> {
    /// A datagram that the program sent.
    Request(&'a [u8]),
    /// A datagram that the kernel sent as an answer.
    Answer(&'a [u8]),
    /// A datagram that the kernel sent to a multicast group.
    Event(&'a [u8]),
}

impl Scripted {
    /// Creates a peer that expects no requests and knows no families.
    pub fn new() -> Self {
        Self::default()
    }

    /// Gives the family an id, without answering the controller's request for it. Most tests want
    /// [`family`](Self::family), which does both.
    pub fn know(&mut self, family: &'static description::Family, id: u16) {
        self.families.push((family, id));
    }

    /// Expects a request, once and in its turn. Say how it is answered with the methods of [`Expected`].
    ///
    /// Fails with [`ErrorKind::NotScripted`] if the peer was not given the family, and with [`ErrorKind::Encode`] if a value
    /// of the request is not allowed.
    pub fn expect<'s, Q: AttributeSet, O: Scriptable<Q>>(
        &'s mut self,
        operation: &O,
        request: &Q,
    ) -> Result<Expected<'s, O>, Error> {
        let (id, exchange) = self.exchange(operation, request)?;
        self.script.push_back(exchange);
        Ok(Expected {
            id,
            operation: *operation,
            described: *operation.operation(),
            peer: self,
        })
    }

    /// Answers a request with a reply, whenever and however often it comes.
    ///
    /// Fails as [`expect`](Self::expect) does.
    pub fn always<Q: AttributeSet, R: AttributeSet>(
        &mut self,
        operation: &Do<Q, R>,
        request: &Q,
        reply: &R,
    ) -> Result<(), Error> {
        let (id, mut exchange) = self.exchange(operation, request)?;
        let answers = answers(operation, id, reply, &exchange.request);
        exchange.answers = answers.map_err(|error| encode_error(operation.operation(), error))?;
        self.standing.push(exchange);
        Ok(())
    }

    fn exchange<Q: AttributeSet, O: Scriptable<Q>>(
        &self,
        operation: &O,
        request: &Q,
    ) -> Result<(u16, Exchange), Error> {
        let it = operation.operation();
        let id = self.id(it.family, it.name)?;
        let mut bytes = Vec::new();
        operation
            .write_request(id, request, &mut bytes)
            .map_err(|error| encode_error(it, error))?;
        let answers = Vec::new();
        let exchange = Exchange {
            request: bytes,
            answers,
        };
        Ok((id, exchange))
    }

    /// Returns the id that was given to a family.
    fn id(&self, family: Family, operation: &'static str) -> Result<u16, Error> {
        let mut families = self.families.iter();
        families
            .find(|(known, _)| known.name == family.name())
            .map(|(_, id)| *id)
            .ok_or_else(|| Error::new(family.name(), operation, ErrorKind::NotScripted))
    }

    /// Sends an event: it is the next thing that is received.
    ///
    /// A listener resolves its family before it listens, and drops what was sent before. Send events through
    /// [`Listener::transport`](crate::Listener::transport).
    ///
    /// Fails as [`expect`](Self::expect) does.
    pub fn event<E: AttributeSet>(&mut self, event: &Event<E>, carries: &E) -> Result<(), Error> {
        let (family, name) = (event.family(), event.name());
        let header = header(self.id(family, name)?, 0);
        let mut datagram = Vec::new();
        event
            .write(header, carries, &mut datagram)
            .map_err(|error| Error::new(family.name(), name, ErrorKind::Encode(error)))?;
        self.deliver(datagram, 0);
        Ok(())
    }

    /// Puts a datagram of any content into the socket. `sender` is the port id of the sender; that of the kernel is 0.
    pub fn deliver(&mut self, datagram: Vec<u8>, sender: u32) {
        self.inbox.push_back(Ok(Delivery { datagram, sender }));
    }

    /// Makes the socket fail once, after everything that was put into it before has been received.
    pub fn fail(&mut self, error: io::Error) {
        self.inbox.push_back(Err(error));
    }

    /// Adds a recorded run to the script: answers and events follow the request before them.
    pub fn replay<'a>(&mut self, steps: impl IntoIterator<Item = Step<'a>>) {
        for step in steps {
            match step {
                Step::Request(bytes) => {
                    self.script.push_back(Exchange {
                        request: bytes.to_vec(),
                        answers: Vec::new(),
                    });
                }
                Step::Answer(bytes) => self.answer(Answer::Numbered(bytes.to_vec())),
                Step::Event(bytes) => self.answer(Answer::Event(bytes.to_vec())),
            }
        }
    }

    /// Returns how many requests the script still expects. After a test that went as written there are none.
    pub fn outstanding(&self) -> usize {
        self.script.len()
    }

    /// Adds an answer to the last request of the script. It is received at once if no request is outstanding.
    fn answer(&mut self, answer: Answer) {
        match (self.script.back_mut(), answer) {
            (Some(exchange), answer) => exchange.answers.push(answer),
            (None, Answer::Numbered(datagram) | Answer::Event(datagram)) => {
                self.deliver(datagram, 0);
            }
        }
    }
}

/// Returns the answers to a do: the reply, and in a datagram of its own the acknowledgement, if the request asks for one
/// (`netlink_rcv_skb`, `net/netlink/af_netlink.c`).
fn answers<Q: AttributeSet, R: AttributeSet>(
    operation: &Do<Q, R>,
    id: u16,
    reply: &R,
    request: &[u8],
) -> Result<Vec<Answer>, EncodeError> {
    let mut datagram = Vec::new();
    operation.write_reply(header(id, 0), reply, &mut datagram)?;
    let mut answers = vec![Answer::Numbered(datagram)];
    if operation.flags() & flags::ACK != 0 {
        let success = ExtendedAck::default();
        let ack = extended_ack::write(MessageType::Error, 0, &success, request)?;
        answers.push(Answer::Numbered(ack));
    }
    Ok(answers)
}

fn encode_error(operation: &Operation, error: EncodeError) -> Error {
    Error::new(
        operation.family.name(),
        operation.name,
        ErrorKind::Encode(error),
    )
}

const fn header(id: u16, flags: u16) -> MessageHeader {
    MessageHeader {
        kind: MessageType::Family(id),
        flags,
        sequence: 0,
        port: 0,
    }
}
