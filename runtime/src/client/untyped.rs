//! Operations and events of families that are known only at run time.

use super::{Client, Listener, Received};
use crate::conversation::{Asked, Found, Place};
use crate::description;
use crate::error::{Error, ErrorKind};
use crate::family::{Family, MulticastGroup};
use crate::transport::{Netlink, Transport};
use crate::wire::{AttributeWriter, GenericHeader, Message, Messages, write_message};

/// Receives the answers to an operation, as messages that are not decoded.
///
/// [`Client::ask`] creates it. Each answer has a deadline of its own, which is the timeout of the client.
#[derive(Debug)]
#[must_use = "answers are received when they are read"]
pub struct Answers<'c, T = Netlink> {
    client: &'c mut Client<T>,
    asked: Asked,
    /// Whether there is at most one reply.
    single: bool,
    /// Whether the only reply must not be missing.
    needs_reply: bool,
    ended: bool,
}

impl<T: Transport> Client<T> {
    /// Carries out an operation that is known only at run time, by its description.
    ///
    /// Programs that know the operation when they are compiled call the method that `genl_family!` generated.
    ///
    /// `write` appends the attributes, preceded by the fixed header if the family has one. The answers are read one at a time,
    /// even if the operation has only one reply. An operation without a reply has no answers.
    ///
    /// ```no_run
    /// use genl::mptcp_pm::{Limits, MptcpPm};
    /// use genl::{AttributeSet, Client};
    ///
    /// let family = MptcpPm::DESCRIPTION;
    /// let mut operations = family.operations.iter();
    /// let operation = operations.find(|it| it.name == "get-limits").unwrap();
    /// let mut client = Client::open()?;
    /// let mut answers = client.ask(family.family(), operation, |_| {})?;
    /// while let Some(answer) = answers.next() {
    ///     if let Ok((_, attributes)) = answer?.generic() {
    ///         println!("{:?}", Limits::decode(attributes));
    ///     }
    /// }
    /// # Ok::<(), genl::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Fails as [`dump`](Self::dump) does. A refusal by the kernel is returned in place of the first answer.
    pub fn ask(
        &mut self,
        family: Family,
        operation: &'static description::Operation,
        write: impl FnOnce(&mut AttributeWriter<'_>),
    ) -> Result<Answers<'_, T>, Error> {
        let asked = Asked::described(family, operation);
        let generic = GenericHeader {
            command: operation.command,
            version: family.version(),
        };
        self.conversation.begin(asked, |header, buffer| {
            write_message(buffer, header, generic, 0, write)
        })?;
        self.send()?;
        Ok(Answers {
            client: self,
            asked,
            single: !asked.has_several(),
            needs_reply: asked.has_reply() && !operation.reply_may_be_absent,
            ended: false,
        })
    }
}

impl<T: Transport> Answers<'_, T> {
    /// Waits for the next answer. Returns `None` at the end.
    ///
    /// In a dump, an answer that cannot be read is returned as an error; the next call returns the answer after it.
    #[allow(clippy::should_implement_trait)] // items borrow from the receive buffer
    pub fn next(&mut self) -> Option<Result<Message<'_>, Error>> {
        if self.ended {
            return None;
        }
        let found = self.client.drive();
        self.ended = self.single || matches!(found, Ok(Place::End));
        match found {
            Ok(Place::Reply(range)) => {
                let message = Messages::new(self.client.conversation.message(&range)).next()?;
                Some(message.map_err(|error| self.asked.error(ErrorKind::Decode(error))))
            }
            Ok(Place::End) if self.single && self.needs_reply => {
                Some(Err(self.asked.error(ErrorKind::NoReply)))
            }
            Ok(Place::End) => None,
            Err(error) => Some(Err(error)),
        }
    }
}

/// Receives the events of a family that is known only at run time, as messages.
impl<T: Transport> Listener<(), T> {
    /// Joins `groups` of `family` on the transport of `client`.
    ///
    /// If `groups` is empty, only events that are sent to this socket alone are received.
    ///
    /// ```no_run
    /// use genl::{Client, Family, Listener, Received};
    ///
    /// let ethtool = Family::new("ethtool", 1);
    /// let mut events = Listener::join_any(Client::open()?, ethtool, &[ethtool.group("monitor")])?;
    /// while let Received::Event(message) = events.next_message()? {
    ///     println!("{message:?}");
    /// }
    /// # Ok::<(), genl::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Fails if the kernel does not have the family or one of the groups, if the caller lacks the permission to join one of
    /// them, and if a group belongs to another family.
    pub fn join_any(
        mut client: Client<T>,
        family: Family,
        groups: &[MulticastGroup],
    ) -> Result<Self, Error> {
        Self::begin(&mut client, family);
        client.resolve(family)?;
        Self::finish(client, family, groups)
    }
}

impl<E, T: Transport> Listener<E, T> {
    /// Waits for the next event, or for the notice that events were lost, and returns the message without decoding it.
    ///
    /// # Errors
    ///
    /// Fails as [`next`](Self::next) does, except for errors of decoding.
    pub fn next_message(&mut self) -> Result<Received<Message<'_>>, Error> {
        let place = match self.wait()? {
            Found::Overrun => return Ok(Received::Overrun),
            Found::Event(_, place) => place,
        };
        match Messages::new(self.incoming.message(&place)).next() {
            Some(Ok(message)) => Ok(Received::Event(message)),
            Some(Err(error)) => Err(self.error("listen", ErrorKind::DecodeEvent(error))),
            // An event has headers.
            None => Ok(Received::Overrun),
        }
    }

    pub(super) fn wait(&mut self) -> Result<Found, Error> {
        let mut deadline = self.deadline();
        loop {
            if let Some(found) = self.step(&mut deadline, true)? {
                return Ok(found);
            }
        }
    }
}
