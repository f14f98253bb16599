//! The blocking client and listener: loops around a [conversation](crate::conversation), which knows the protocol.

#[cfg(feature = "async")]
mod asynchronous;
mod batch;
mod channel;
mod connect;
mod deadline;
mod listener;
mod merged;
mod replies;
mod untyped;

use std::io;
use std::os::fd::{AsFd, AsRawFd, BorrowedFd, RawFd};
use std::time::{Duration, Instant};

#[cfg(feature = "async")]
pub use asynchronous::{
    Asking, AsyncClient, AsyncListener, AsyncReplies, Call, NextEvent, NextReply,
};
pub use batch::{Batch, Done, Handle};
pub use channel::Channel;
pub use listener::{Listener, Received};
pub use merged::Merged;
pub use replies::Replies;
pub use untyped::Answers;

use crate::codec::AttributeSet;
use crate::conversation::{Conversation, Place, Want};
use crate::error::{Error, ErrorKind};
use crate::extended_ack::ExtendedAck;
use crate::family::{Do, Dump, Family};
use crate::transport::{Netlink, Transport};
use deadline::Deadline;

pub use crate::conversation::{RECEIVE_CAPACITY, Resolved};

/// The timeout of an operation unless told otherwise: five seconds. The kernel answers at once, except for operations that talk to
/// hardware.
pub const RECEIVE_TIMEOUT: Duration = Duration::from_secs(5);

/// Sends requests and receives their answers, for any number of families over one transport.
///
/// A client is one conversation with the kernel, and its operations follow each other: a [dump](Replies) borrows the client until
/// it is read or dropped. To change objects while they are dumped, collect the dump first, or open a second client. A client cannot
/// be used by two threads at once. Opening another one is cheap. After `fork(2)` the child must open its own.
///
/// # Errors of the socket
///
/// `ENOBUFS` from an operation means that more was sent to the socket than it holds, and that the answer was lost. The operation
/// may have been carried out.
#[derive(Debug)]
pub struct Client<T = Netlink> {
    transport: T,
    conversation: Conversation,
    timeout: Option<Duration>,
}

impl<T: Transport> Client<T> {
    /// Creates a client that holds `conversation` over `transport`.
    pub fn with_conversation(transport: T, conversation: Conversation) -> Self {
        Self {
            transport,
            conversation,
            timeout: Some(RECEIVE_TIMEOUT),
        }
    }

    /// Sets the timeout of an operation, [`RECEIVE_TIMEOUT`] at first; `None` waits for ever.
    ///
    /// An operation has one deadline, which nothing that arrives renews: neither messages for others, nor events, nor signals. It
    /// includes looking up the family and reading away what an earlier operation left. A dump has one deadline for each reply.
    ///
    /// # Errors
    ///
    /// If the timeout is longer than the clock can express.
    pub fn set_receive_timeout(&mut self, timeout: Option<Duration>) -> Result<(), Error> {
        self.timeout = checked("set-receive-timeout", self.transport.now(), timeout)?;
        Ok(())
    }

    /// Sets the size of the largest datagram that is received whole, in bytes. It is [`RECEIVE_CAPACITY`] at first.
    ///
    /// # Errors
    ///
    /// If there is not so much memory.
    pub fn set_receive_capacity(&mut self, bytes: usize) -> Result<(), Error> {
        let result = self.conversation.set_receive_capacity(bytes);
        result.map_err(|error| setting("set-receive-capacity", error))
    }

    /// Returns the warning that the kernel attached to the success of the last operation, if any.
    pub fn warning(&self) -> Option<&ExtendedAck> {
        self.conversation.warning()
    }

    /// Returns the number that the acknowledgement of the last operation carried; 0 in most families.
    ///
    /// `mac80211_hwsim` tells the id of a new radio in this way: `NLMSG_ERROR` with a positive number.
    pub fn ack_number(&self) -> u32 {
        self.conversation.number()
    }

    /// Returns the transport.
    pub fn transport(&mut self) -> &mut T {
        &mut self.transport
    }

    /// Returns the transport, from which everything has been received that an operation left unread.
    pub fn into_transport(mut self) -> T {
        self.conversation.settle();
        // Should it fail, whoever uses the transport next is told the same.
        let _ = self.drive();
        self.transport
    }

    /// Returns the id that the kernel assigned to `family`, and those of its multicast groups. They are looked up once.
    pub fn resolve(&mut self, family: Family) -> Result<&Resolved, Error> {
        self.conversation.look_up(family)?;
        self.drive()?;
        let resolved = self.conversation.resolved(family);
        resolved.ok_or_else(|| Error::new(family.name(), "connect", ErrorKind::FamilyNotFound))
    }

    /// Carries out an operation: sends its request and waits for the reply or the acknowledgement.
    #[inline]
    pub fn call<Q: AttributeSet, R: AttributeSet>(
        &mut self,
        operation: &Do<Q, R>,
        request: &Q,
    ) -> Result<R::View<'_>, Error> {
        self.conversation.call(operation, request)?;
        let place = self.drive()?;
        self.conversation.reply::<R>(&place)
    }

    /// Asks for a dump. Its replies are read one by one.
    pub fn dump<Q: AttributeSet, R: AttributeSet>(
        &mut self,
        operation: &Dump<Q, R>,
        request: &Q,
    ) -> Result<Replies<'_, R, T>, Error> {
        self.conversation.dump(operation, request)?;
        self.send()?;
        Ok(Replies::new(self))
    }

    /// A second client, with what this one has looked up.
    pub(crate) fn another_as<U: Transport>(
        &self,
        open: impl FnOnce() -> io::Result<U>,
    ) -> Result<Client<U>, Error> {
        let transport = open().map_err(|error| setting("open", error))?;
        let conversation = self.conversation.another();
        Ok(Client {
            timeout: self.timeout,
            ..Client::with_conversation(transport, conversation)
        })
    }

    /// Does what the conversation wants, until something is found.
    pub(crate) fn drive(&mut self) -> Result<Place, Error> {
        let mut deadline = Deadline::new(self.timeout);
        loop {
            if let Some(place) = self.step(&mut deadline)? {
                return Ok(place);
            }
        }
    }

    /// Does what the conversation wants, until the request was sent.
    pub(crate) fn send(&mut self) -> Result<(), Error> {
        let mut deadline = Deadline::new(self.timeout);
        while !self.conversation.is_sent() {
            self.step(&mut deadline)?;
        }
        Ok(())
    }

    #[inline]
    fn step(&mut self, deadline: &mut Deadline) -> Result<Option<Place>, Error> {
        match self.conversation.next()? {
            Want::Send(datagram) => {
                let result = self.transport.send(datagram);
                self.conversation.sent(result)?;
            }
            Want::Receive { buffer, may_wait } => {
                let result = deadline.receive(&mut self.transport, buffer, may_wait);
                self.conversation.received(result)?;
            }
            Want::Found(place) => return Ok(Some(place)),
        }
        Ok(None)
    }

    pub(crate) const fn conversation(&mut self) -> &mut Conversation {
        &mut self.conversation
    }
}

impl<T: AsFd> AsFd for Client<T> {
    fn as_fd(&self) -> BorrowedFd<'_> {
        self.transport.as_fd()
    }
}

impl<T: AsRawFd> AsRawFd for Client<T> {
    fn as_raw_fd(&self) -> RawFd {
        self.transport.as_raw_fd()
    }
}

/// A timeout that ends at a time which the clock can express.
fn checked(
    operation: &'static str,
    now: Instant,
    timeout: Option<Duration>,
) -> Result<Option<Duration>, Error> {
    match timeout {
        Some(timeout) if now.checked_add(timeout).is_none() => {
            let error = io::Error::new(io::ErrorKind::InvalidInput, "the timeout is too long");
            Err(setting(operation, error))
        }
        timeout => Ok(timeout),
    }
}

/// An error of something that belongs to no family.
fn setting(operation: &'static str, error: io::Error) -> Error {
    Error::new("genl", operation, ErrorKind::Io(error))
}
