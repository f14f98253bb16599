//! The events of a family.

mod socket;

use core::marker::PhantomData;
use std::io;
use std::time::Duration;

use super::deadline::Deadline;
use super::{Client, RECEIVE_TIMEOUT, checked};
use crate::conversation::{Found, Incoming, Step};
use crate::error::{Error, ErrorKind};
use crate::family::event::{family, name};
use crate::family::{Events, Family, MulticastGroup};
use crate::transport::{Netlink, Stopped, Transport};

/// Receives the events of the groups it joined, in the order in which the kernel sent them.
///
/// It waits without end unless [a timeout is set](Self::set_receive_timeout), or it [is stopped](Self::stopper). As an iterator it
/// never returns `None`.
///
/// Should the kernel unregister the family, as when its module is unloaded, the listener fails once with
/// [`ErrorKind::FamilyGone`]. It joins its groups again when the family is back, and events go on.
#[derive(Debug)]
pub struct Listener<E, T = Netlink> {
    pub(super) transport: T,
    pub(super) incoming: Incoming,
    timeout: Option<Duration>,
    marker: PhantomData<fn() -> E>,
}

/// What a listener receives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Received<E> {
    /// An event.
    Event(E),
    /// The kernel dropped events here, because too many waited to be received. A program that keeps a state from events must read
    /// the state again, by a dump.
    ///
    /// Every event from before the loss was handed out before. So were events that came in the moment between the last of those and the
    /// news of the loss, if any.
    Overrun,
}

impl<E: Events, T: Transport> Listener<E, T> {
    /// Joins `groups` on the transport of `client`, as `Listener::<PmEvent, _>::join(Client::over(peer)?, &[Pm::EVENTS])` does over
    /// a [`Scripted`](crate::Scripted) peer. Over the kernel's socket write `Pm::listen(&[Pm::EVENTS])`, with the family's name.
    ///
    /// No answer to an earlier request of the client is taken for an event.
    ///
    /// # Errors
    ///
    /// If the kernel does not have the family or one of the groups, or the caller may not join them; if a group belongs to another
    /// family; if there is no group, and every event of the family is sent to one.
    pub fn join(mut client: Client<T>, groups: &[MulticastGroup]) -> Result<Self, Error> {
        Self::prepare(&mut client, groups)?;
        let family = family::<E>();
        client.resolve(family)?;
        Self::finish(client, family, groups)
    }

    /// Does what comes before the family is looked up.
    pub(super) fn prepare(client: &mut Client<T>, groups: &[MulticastGroup]) -> Result<(), Error> {
        let family = family::<E>();
        if groups.is_empty() && !const { E::DESCRIPTION.has_unicast() } {
            return Err(Error::new(family.name(), "listen", ErrorKind::NoGroups));
        }
        Self::begin(client, family);
        Ok(())
    }
}

/// What does not read the events.
impl<E, T: Transport> Listener<E, T> {
    /// From here on the controller tells what becomes of the family. What the client knew may not be so any more.
    pub(super) fn begin(client: &mut Client<T>, family: Family) {
        client.conversation.forget(family);
        // Without the controller's notices only the end of the family is not told.
        let (_, notify) = client.conversation.controller().group;
        let _ = client.transport.join(notify);
    }

    /// Does what comes after the family was looked up.
    pub(super) fn finish(
        client: Client<T>,
        family: Family,
        groups: &[MulticastGroup],
    ) -> Result<Self, Error> {
        let controller = client.conversation.controller();
        let resolved = client.conversation.resolved(family).cloned();
        let mut listener = Self {
            transport: client.into_transport(),
            incoming: Incoming::new(controller, family, resolved),
            timeout: None,
            marker: PhantomData,
        };
        for group in groups {
            listener.join_group(*group)?;
        }
        Ok(listener)
    }

    /// Joins another group of the family.
    ///
    /// # Errors
    ///
    /// If the kernel does not have the group, or the caller may not join it; if the group belongs to another family.
    pub fn join_group(&mut self, group: MulticastGroup) -> Result<(), Error> {
        let id = self.group_id(group)?;
        self.membership(group, Transport::join, id)?;
        self.incoming.set_joined(group.name(), true);
        Ok(())
    }

    /// Leaves a group. Its events that have arrived already are still received.
    ///
    /// # Errors
    ///
    /// If the kernel does not have the group; if the group belongs to another family.
    pub fn leave_group(&mut self, group: MulticastGroup) -> Result<(), Error> {
        let id = self.group_id(group)?;
        self.membership(group, Transport::leave, id)?;
        self.incoming.set_joined(group.name(), false);
        Ok(())
    }

    fn group_id(&self, group: MulticastGroup) -> Result<u32, Error> {
        let (group, family) = (group.name(), group.family().name());
        if family != self.incoming.family().name() {
            return Err(self.error("listen", ErrorKind::ForeignGroup { group, family }));
        }
        let id = self.incoming.group(group);
        id.ok_or_else(|| self.error("listen", ErrorKind::GroupNotFound { group }))
    }

    fn membership(
        &mut self,
        group: MulticastGroup,
        change: fn(&mut T, u32) -> io::Result<()>,
        id: u32,
    ) -> Result<(), Error> {
        change(&mut self.transport, id).map_err(|error| {
            let group = group.name();
            self.error("listen", ErrorKind::Join { group, error })
        })
    }

    /// Sets the timeout of [`next`](Self::next), after which it fails with [`ErrorKind::Timeout`]; `None`, as at first, waits without
    /// end.
    ///
    /// It is one deadline for each call. Messages that are not events of the family do not renew it, nor do signals.
    ///
    /// # Errors
    ///
    /// If the timeout is longer than the clock can express.
    pub fn set_receive_timeout(&mut self, timeout: Option<Duration>) -> Result<(), Error> {
        self.timeout = checked("set-receive-timeout", self.transport.now(), timeout)?;
        Ok(())
    }

    /// Sets the size of the largest datagram that is received whole, in bytes. It is
    /// [`RECEIVE_CAPACITY`](super::RECEIVE_CAPACITY) at first.
    ///
    /// # Errors
    ///
    /// If there is not so much memory.
    pub fn set_receive_capacity(&mut self, bytes: usize) -> Result<(), Error> {
        let result = self.incoming.set_capacity(bytes);
        result.map_err(|error| self.error("set-receive-capacity", ErrorKind::Io(error)))
    }

    /// Returns the transport.
    pub const fn transport(&mut self) -> &mut T {
        &mut self.transport
    }

    pub(super) fn step(
        &mut self,
        deadline: &mut Deadline,
        wait: bool,
    ) -> Result<Option<Found>, Error> {
        match self.incoming.next()? {
            Step::Found(found) => return Ok(Some(found)),
            Step::Receive { buffer, may_wait } => {
                let result = deadline.receive(&mut self.transport, buffer, may_wait && wait);
                self.incoming.received(result)?;
            }
            Step::Resume if self.transport.is_stopped() => {
                self.incoming.received(Err(Stopped.into()))?;
            }
            Step::Resume => self.incoming.resume(),
            Step::Join(group, id) => {
                let result = self.transport.join(id);
                result.map_err(|error| self.error("listen", ErrorKind::Join { group, error }))?;
            }
        }
        Ok(None)
    }

    pub(super) const fn deadline(&self) -> Deadline {
        Deadline::new(self.timeout)
    }
}

impl<E: Events, T: Transport> Listener<E, T> {
    /// Waits for the next event, or for the news that events were lost.
    ///
    /// # Errors
    ///
    /// If the event cannot be decoded; the next call returns the event after it. Likewise a datagram that is larger than the
    /// [receive capacity](Self::set_receive_capacity), and a family that the kernel unregistered. If the timeout has passed, the
    /// listener was stopped, or the socket failed.
    #[allow(clippy::should_implement_trait)] // it lends, and has no end
    pub fn next(&mut self) -> Result<Received<E::View<'_>>, Error> {
        let found = self.wait()?;
        self.received(&found)
    }

    /// Returns the next event if it has arrived already.
    ///
    /// # Errors
    ///
    /// As [`next`](Self::next), without a timeout.
    pub fn try_next(&mut self) -> Result<Option<Received<E::View<'_>>>, Error> {
        let mut deadline = Deadline::new(Some(self.timeout.unwrap_or(RECEIVE_TIMEOUT)));
        let found = loop {
            match self.step(&mut deadline, false) {
                Ok(Some(found)) => break found,
                Ok(None) => {}
                Err(error) if matches!(error.kind(), ErrorKind::Timeout) => return Ok(None),
                Err(error) => return Err(error),
            }
        };
        self.received(&found).map(Some)
    }

    pub(super) fn received(&self, found: &Found) -> Result<Received<E::View<'_>>, Error> {
        let Found::Event(command, place) = found else {
            return Ok(Received::Overrun);
        };
        let decoded = E::decode(*command, self.incoming.attributes(place));
        decoded
            .map(Received::Event)
            .map_err(|error| self.error(name::<E>(*command), ErrorKind::DecodeEvent(error)))
    }
}

impl<E, T> Listener<E, T> {
    pub(super) fn error(&self, event: &'static str, kind: ErrorKind) -> Error {
        Error::new(self.incoming.family().name(), event, kind)
    }
}
