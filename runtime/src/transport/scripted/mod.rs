//! A peer in memory that follows a script, for the tests of those who describe families.

mod expected;

use std::collections::VecDeque;
use std::io;
use std::time::Instant;

pub use expected::{Expected, Scriptable};

use super::{Datagram, Transport};
use crate::codec::AttributeSet;
use crate::error::EncodeError;
use crate::family::{Do, Event, Family};
use crate::wire::{MessageHeader, MessageType, Messages};

/// Stands for the kernel: expects requests in their order, and answers each as its script says.
///
/// A request that the script does not expect is an error of the transport that shows both. Sequence numbers and port ids are
/// not compared, and answers get those of their request.
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
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Default)]
pub struct Scripted {
    families: Vec<(&'static str, u16)>,
    script: VecDeque<Exchange>,
    standing: Vec<Exchange>,
    inbox: VecDeque<io::Result<Delivery>>,
}

/// A request, and how it is answered: datagram by datagram.
#[derive(Clone, Debug)]
struct Exchange {
    request: Vec<u8>,
    answers: Vec<Answer>,
}

#[derive(Clone, Debug)]
enum Answer {
    /// Gets the sequence number of the request.
    Numbered(Vec<u8>),
    /// Stays as it is.
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
    /// What the program sent.
    Request(&'a [u8]),
    /// A datagram that the kernel sent as an answer.
    Answer(&'a [u8]),
    /// A datagram that the kernel sent to a multicast group.
    Event(&'a [u8]),
}

impl Scripted {
    /// A peer that expects nothing and knows no family.
    pub fn new() -> Self {
        Self::default()
    }

    /// Gives a family an id, without answering the question for it.
    pub fn know(&mut self, family: Family, id: u16) {
        self.families.push((family.name(), id));
    }

    /// Expects a request, once and in its turn.
    pub fn expect<'s, Q: AttributeSet, O: Scriptable<Q>>(
        &'s mut self,
        operation: &O,
        request: &Q,
    ) -> Result<Expected<'s, O>, EncodeError> {
        let (id, exchange) = self.exchange(operation, request)?;
        self.script.push_back(exchange);
        Ok(Expected {
            peer: self,
            operation: *operation,
            id,
        })
    }

    /// Answers a request whenever it comes, with a reply.
    pub fn always<Q: AttributeSet, R: AttributeSet>(
        &mut self,
        operation: &Do<Q, R>,
        request: &Q,
        reply: &R,
    ) -> Result<(), EncodeError> {
        let (id, mut exchange) = self.exchange(operation, request)?;
        let mut datagram = Vec::new();
        operation.write_reply(header(id, 0), reply, &mut datagram)?;
        exchange.answers.push(Answer::Numbered(datagram));
        self.standing.push(exchange);
        Ok(())
    }

    fn exchange<Q: AttributeSet, O: Scriptable<Q>>(
        &self,
        operation: &O,
        request: &Q,
    ) -> Result<(u16, Exchange), EncodeError> {
        let id = self.id(operation.family());
        let mut bytes = Vec::new();
        operation.write_request(id, request, &mut bytes)?;
        Ok((
            id,
            Exchange {
                request: bytes,
                answers: Vec::new(),
            },
        ))
    }

    /// The id given to a family; 0, which no family has, if none was.
    fn id(&self, family: Family) -> u16 {
        self.families
            .iter()
            .find(|(name, _)| *name == family.name())
            .map_or(0, |(_, id)| *id)
    }

    /// Sends an event: the next thing that is received.
    ///
    /// A listener looks for its family before it listens, and what came before is gone: send events through
    /// [`Listener::transport`](crate::Listener::transport).
    pub fn event<E: AttributeSet>(
        &mut self,
        event: &Event<E>,
        carries: &E,
    ) -> Result<(), EncodeError> {
        let mut datagram = Vec::new();
        event.write(header(self.id(event.family()), 0), carries, &mut datagram)?;
        self.deliver(datagram, 0);
        Ok(())
    }

    /// Puts a datagram of any content into the socket, as sent by the port id `sender`; the kernel's is 0.
    pub fn deliver(&mut self, datagram: Vec<u8>, sender: u32) {
        self.inbox.push_back(Ok(Delivery { datagram, sender }));
    }

    /// Makes the socket fail once, where what was put into it before has been received.
    pub fn fail(&mut self, error: io::Error) {
        self.inbox.push_back(Err(error));
    }

    /// Follows a recorded run: answers and events follow the request before them.
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

    /// The requests that the script still expects. A test that went as written ends with none.
    pub fn outstanding(&self) -> usize {
        self.script.len()
    }

    /// After what answers the last request so far; at once, if none is outstanding.
    fn answer(&mut self, answer: Answer) {
        match (self.script.back_mut(), answer) {
            (Some(exchange), answer) => exchange.answers.push(answer),
            (None, Answer::Numbered(datagram) | Answer::Event(datagram)) => {
                self.deliver(datagram, 0);
            }
        }
    }
}

impl Transport for Scripted {
    fn send(&mut self, datagram: &[u8]) -> io::Result<()> {
        let standing = self
            .standing
            .iter()
            .find(|exchange| same(&exchange.request, datagram))
            .cloned();
        let exchange = match standing {
            Some(exchange) => exchange,
            None => match self.script.pop_front() {
                Some(exchange) if same(&exchange.request, datagram) => exchange,
                Some(exchange) => return Err(unexpected(&hex(&exchange.request), datagram)),
                None => return Err(unexpected("nothing more", datagram)),
            },
        };
        let sequence = datagram.get(8..12).unwrap_or_default();
        for answer in exchange.answers {
            let datagram = match answer {
                Answer::Numbered(mut datagram) => {
                    number(&mut datagram, sequence);
                    datagram
                }
                Answer::Event(datagram) => datagram,
            };
            self.deliver(datagram, 0);
        }
        Ok(())
    }

    fn receive(&mut self, buffer: &mut Vec<u8>) -> io::Result<Datagram> {
        buffer.clear();
        let Delivery { datagram, sender } = self
            .inbox
            .pop_front()
            .unwrap_or_else(|| Err(io::ErrorKind::WouldBlock.into()))?;
        let taken = datagram.len().min(buffer.capacity());
        buffer.extend(datagram.iter().take(taken));
        Ok(Datagram {
            length: datagram.len(),
            sender,
        })
    }

    fn join(&mut self, _: u32) -> io::Result<()> {
        Ok(())
    }

    fn leave(&mut self, _: u32) -> io::Result<()> {
        Ok(())
    }

    /// What is not in the inbox never comes.
    fn wait(&mut self, _: Option<Instant>) -> io::Result<()> {
        if self.inbox.is_empty() {
            return Err(io::ErrorKind::TimedOut.into());
        }
        Ok(())
    }
}

const fn header(id: u16, flags: u16) -> MessageHeader {
    MessageHeader {
        kind: MessageType::Family(id),
        flags,
        sequence: 0,
        port: 0,
    }
}

/// Whether two requests are the same but for sequence number and port id.
fn same(expected: &[u8], sent: &[u8]) -> bool {
    expected.len() == sent.len()
        && expected
            .iter()
            .zip(sent)
            .enumerate()
            .all(|(at, (one, other))| one == other || (8..16).contains(&at))
}

/// Gives every message of an answer the sequence number of its request.
fn number(answer: &mut [u8], sequence: &[u8]) {
    let mut starts = Vec::new();
    let mut messages = Messages::new(answer);
    let mut start = 0;
    while let Some(Ok(_)) = messages.next() {
        starts.push(start);
        start = messages.position();
    }
    for start in starts {
        if let (Some(place), 4) = (answer.get_mut(start + 8..start + 12), sequence.len()) {
            place.copy_from_slice(sequence);
        }
    }
}

fn unexpected(expected: &str, sent: &[u8]) -> io::Error {
    io::Error::other(format!(
        "the script expects {expected}, but {} was sent",
        hex(sent)
    ))
}

fn hex(bytes: &[u8]) -> String {
    bytes
        .iter()
        .fold(String::new(), |hex, byte| hex + &format!("{byte:02x}"))
}
