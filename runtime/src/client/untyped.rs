//! Operations and events of families that a program learns only while it runs: by their descriptions, as messages.

use super::{Client, Listener, Received};
use crate::conversation::{Asked, Found, Place};
use crate::description;
use crate::error::{Error, ErrorKind};
use crate::family::{Family, MulticastGroup};
use crate::transport::{Netlink, Transport};
use crate::wire::{AttributeWriter, GenericHeader, Message, Messages, write_message};

/// The answers to an operation that is known by its description alone. Made by [`Client::ask`].
///
/// The client's timeout holds for each answer.
#[derive(Debug)]
#[must_use = "the answers are received when they are asked for"]
pub struct Answers<'c, T = Netlink> {
    client: &'c mut Client<T>,
    asked: Asked,
    /// The one reply, and whether there has to be one.
    single: bool,
    needs_reply: bool,
    ended: bool,
}

impl<T: Transport> Client<T> {
    /// Asks for an operation by its description, for programs that learn only while they run which one that is. Everyone else
    /// calls the method that `genl_family!` wrote.
    ///
    /// `write` appends the fixed header of the family, if it has one, and the attributes. The answers are read one by one, also those
    /// of an operation with one reply. An operation that is acknowledged alone has none.
    ///
    /// ```no_run
    /// use genl::mptcp_pm::{Limits, MptcpPm};
    /// use genl::{AttributeSet, Client};
    ///
    /// let family = MptcpPm::DESCRIPTION;
    /// let mut operations = family.operations.iter();
    /// let operation = operations.find(|it| it.name == "get-limits").expect("it has one");
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
    /// As [`call`](Self::call) and [`dump`](Self::dump), before the request was sent.
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
    /// Returns the next answer, as it came; `None` at the end.
    ///
    /// An answer of several that cannot be read is an `Err`, and the next one follows.
    #[allow(clippy::should_implement_trait)] // it lends
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

/// A listener to a family that a program learns only while it runs. It hands out messages.
impl<T: Transport> Listener<(), T> {
    /// Joins `groups` of `family` on the transport of `client`. Without groups only what is sent to its socket alone is received.
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
    /// If the kernel does not have the family or one of the groups, or the caller may not join them; if a group belongs to another
    /// family.
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
    /// Waits for the next event, or for the news that events were lost, and returns the message as it came.
    ///
    /// # Errors
    ///
    /// As [`next`](Self::next), except that nothing is decoded.
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
