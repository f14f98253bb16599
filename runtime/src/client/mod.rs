//! Requests and their answers over a transport; and events.
//!
//! It knows operations, not families: which id the kernel gave a family is found out by the resolver it is handed.

mod channel;
mod listener;
mod merged;
mod pending;
mod replies;

use std::io;
use std::time::Duration;

pub use channel::Channel;
pub use listener::{Listener, Received};
pub use merged::Merged;
pub use replies::Replies;

use crate::codec::AttributeSet;
use crate::error::{Error, ErrorKind, Hint};
use crate::extended_ack::ExtendedAck;
use crate::family::{Do, Dump, Family, Operation};
use crate::transport::{Netlink, Transport, Wait};
use crate::wire::{Attributes, MessageHeader, MessageType, Messages, flags};
use pending::{Answer, Pending};

/// How long an answer is waited for unless told otherwise: five seconds. The kernel answers at once, save for operations that talk to hardware.
pub const RECEIVE_TIMEOUT: Duration = Duration::from_secs(5);

/// The largest datagram that is received whole. The kernel's dumps come in at most 32 KiB; an attribute has less than 64 KiB.
pub const RECEIVE_CAPACITY: usize = 64 * 1024;

/// What the kernel knows a family by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Resolved {
    /// The family's id: the `nlmsg_type` of its messages.
    pub id: u16,
    /// The names and ids of its multicast groups.
    pub groups: Vec<(String, u32)>,
}

/// Finds out what the kernel knows a family by.
pub type Resolve<T> = fn(&mut Client<T>, Family) -> Result<Resolved, Error>;

/// Sends requests and receives their answers, for any number of families over one transport.
///
/// Not for sharing between threads: open another one.
#[derive(Debug)]
pub struct Client<T = Netlink> {
    transport: T,
    resolve: Resolve<T>,
    families: Vec<(Family, Resolved)>,
    sequence: u32,
    request: Vec<u8>,
    received: Vec<u8>,
    /// What `received` is to hold from the next datagram on.
    capacity: Option<usize>,
    /// The sequence number of a dump that was not read to its end.
    unfinished: Option<u32>,
    warning: Option<ExtendedAck>,
}

impl<T: Transport> Client<T> {
    /// A client over `transport` that resolves families by `resolve`.
    pub fn with_resolver(mut transport: T, resolve: Resolve<T>) -> io::Result<Self> {
        transport.set_receive_timeout(Some(RECEIVE_TIMEOUT))?;
        Ok(Self {
            transport,
            resolve,
            families: Vec::new(),
            sequence: 0,
            request: Vec::new(),
            received: Vec::with_capacity(RECEIVE_CAPACITY),
            capacity: None,
            unfinished: None,
            warning: None,
        })
    }

    /// Sets how long an answer is waited for; `None` is for ever. It is [`RECEIVE_TIMEOUT`] at first.
    pub fn set_receive_timeout(&mut self, timeout: Option<Duration>) -> io::Result<()> {
        self.transport.set_receive_timeout(timeout)
    }

    /// Sets the largest datagram that is received whole, in bytes. It is [`RECEIVE_CAPACITY`] at first.
    pub fn set_receive_capacity(&mut self, bytes: usize) {
        // Not at once: what was received already may hold the end of a dump.
        self.capacity = Some(bytes);
    }

    /// What the kernel said about the last operation although it did as asked.
    pub fn warning(&self) -> Option<&ExtendedAck> {
        self.warning.as_ref()
    }

    /// The transport.
    pub fn transport(&mut self) -> &mut T {
        &mut self.transport
    }

    /// Gives the transport back.
    pub fn into_transport(self) -> T {
        self.transport
    }

    /// The number that the running kernel has given to `family`, and those of its groups; asked for once.
    pub fn resolve(&mut self, family: Family) -> Result<&Resolved, Error> {
        let known = |(known, _): &(Family, Resolved)| known.name() == family.name();
        if !self.families.iter().any(known) {
            let resolved = (self.resolve)(self, family)?;
            self.families.push((family, resolved));
        }
        let resolved = self.families.iter().find(|entry| known(entry));
        resolved
            .map(|(_, resolved)| resolved)
            .ok_or_else(|| Error::new(family.name(), "connect", ErrorKind::FamilyNotFound))
    }

    /// Makes the id of a family known without asking: the controller's own.
    pub(crate) fn know(&mut self, family: Family, resolved: Resolved) {
        self.families.push((family, resolved));
    }

    /// Asks for an operation, and waits for its reply or acknowledgement.
    pub fn call<Q: AttributeSet, R: AttributeSet>(
        &mut self,
        operation: &Do<Q, R>,
        request: &Q,
    ) -> Result<R::View<'_>, Error> {
        let pending = self.begin::<Q>(
            operation.operation(),
            operation.flags(),
            |header, buffer| operation.write(header, request, buffer),
        )?;
        let answer = self.wait(pending, Do::<Q, R>::IS_ACK_ONLY);
        match answer.map_err(|error| match error.kind() {
            ErrorKind::Timeout if !R::MAY_BE_ABSENT => error.with_hint(Hint::AckOnly),
            _ => error,
        })? {
            Some(start) => R::decode(self.attributes(start))
                .map_err(|error| pending.error(ErrorKind::Decode(error))),
            None => R::absent().ok_or_else(|| pending.error(ErrorKind::NoReply)),
        }
    }

    /// Asks for a dump. Its replies are read one by one.
    pub fn dump<Q: AttributeSet, R: AttributeSet>(
        &mut self,
        operation: &Dump<Q, R>,
        request: &Q,
    ) -> Result<Replies<'_, R, T>, Error> {
        let pending = self.begin::<Q>(
            operation.operation(),
            operation.flags(),
            |header, buffer| operation.write(header, request, buffer),
        )?;
        self.unfinished = Some(pending.sequence);
        Ok(Replies::new(self, pending))
    }

    /// Sends a request.
    fn begin<Q: AttributeSet>(
        &mut self,
        operation: &Operation,
        request_flags: u16,
        write: impl FnOnce(MessageHeader, &mut Vec<u8>) -> Result<(), crate::EncodeError>,
    ) -> Result<Pending, Error> {
        let id = self.resolve(operation.family)?.id;
        // 0 is the sequence number of events.
        self.sequence = self.sequence.wrapping_add(1).max(1);
        let set = const { &Q::DESCRIPTION };
        let pending = Pending {
            operation: *operation,
            id,
            sequence: self.sequence,
            set,
            dump: request_flags & flags::DUMP != 0,
        };
        self.settle(pending)?;
        self.warning = None;
        self.request.clear();
        let header = MessageHeader {
            kind: MessageType::Family(id),
            flags: request_flags,
            sequence: self.sequence,
            port: 0,
        };
        write(header, &mut self.request)
            .map_err(|error| pending.error(ErrorKind::Encode(error)))?;
        self.transport
            .send(&self.request)
            .map_err(|error| pending.error(ErrorKind::Io(error)))?;
        Ok(pending)
    }

    /// Reads away what is left of a dump that was dropped half-way: while it runs the kernel refuses another (`EBUSY`).
    fn settle(&mut self, pending: Pending) -> Result<(), Error> {
        while let Some(sequence) = self.unfinished {
            // The end may have come already, behind the replies that were read.
            let ended = Messages::new(&self.received).flatten().any(|message| {
                message.header.sequence == sequence
                    && matches!(message.header.kind, MessageType::Done | MessageType::Error)
            });
            if ended {
                self.unfinished = None;
                break;
            }
            match self.receive(pending) {
                Ok(()) => {}
                Err(error) => match error.kind() {
                    // Its end is lost, or never came: nothing more is to be waited for.
                    ErrorKind::Timeout => self.unfinished = None,
                    ErrorKind::Truncated { .. } => {}
                    _ => return Err(error),
                },
            }
        }
        Ok(())
    }

    /// Receives a datagram from the kernel. What comes from another process is dropped, whatever it says.
    fn receive(&mut self, pending: Pending) -> Result<(), Error> {
        if let Some(bytes) = self.capacity.take() {
            self.received = Vec::with_capacity(bytes);
        }
        let capacity = self.received.capacity();
        loop {
            let datagram = self
                .transport
                .receive(&mut self.received, Wait::Yes)
                .map_err(|error| pending.error(socket_error(error)))?;
            if datagram.sender != 0 {
                continue;
            }
            if datagram.length > self.received.len() {
                let length = datagram.length;
                self.received.clear();
                return Err(pending.error(ErrorKind::Truncated { length, capacity }));
            }
            return Ok(());
        }
    }

    /// Waits for the reply (its place in the buffer), or for the acknowledgement. One that follows a reply is passed over by
    /// the next operation.
    fn wait(&mut self, pending: Pending, ack_only: bool) -> Result<Option<usize>, Error> {
        loop {
            self.receive(pending)?;
            let mut messages = Messages::new(&self.received);
            let mut start = 0;
            while let Some(message) = messages.next() {
                let message = message.map_err(|error| pending.error(ErrorKind::Decode(error)))?;
                match pending.answer(&message, &self.request)? {
                    Answer::Reply if !ack_only => return Ok(Some(start)),
                    Answer::Ack(detail) => {
                        self.warning = Some(detail).filter(|detail| !detail.is_empty());
                        return Ok(None);
                    }
                    Answer::Done(_) if !ack_only => return Ok(None),
                    _ => {}
                }
                start = messages.position();
            }
        }
    }

    /// The attributes of the reply that begins at `start`, which [`Pending::answer`] has looked at.
    fn attributes(&self, start: usize) -> Attributes<'_> {
        let message = Messages::at(&self.received, start)
            .next()
            .and_then(Result::ok);
        let generic = message.and_then(|message| message.generic().ok());
        generic.map_or(Attributes::new(&[], 0), |(_, attributes)| attributes)
    }
}

/// A receive timeout looks like a socket that has nothing.
pub(crate) fn socket_error(error: io::Error) -> ErrorKind {
    match error.kind() {
        io::ErrorKind::WouldBlock | io::ErrorKind::TimedOut => ErrorKind::Timeout,
        _ => ErrorKind::Io(error),
    }
}
