//! The events of a family.

mod groups;
mod socket;

use core::marker::PhantomData;
use std::time::Duration;

use super::deadline::{Deadline, checked};
use super::{Client, RECEIVE_TIMEOUT};
use crate::conversation::{Found, Incoming, Step};
use crate::error::{Error, ErrorKind};
use crate::family::event::{family, name};
use crate::family::{Events, Family, MulticastGroup};
use crate::transport::{Netlink, Stopped, Transport};

/// Receives the events of a family, in the order in which the kernel sent them.
///
/// Every family opens its own listener: `listen` opens a socket and joins multicast groups.
///
/// ```no_run
/// use genl::Received;
/// use genl::mptcp_pm::MptcpPm;
///
/// let mut events = MptcpPm::listen(&[MptcpPm::EVENTS])?;
/// loop {
///     match events.next()? {
///         Received::Event(event) => println!("{event:?}"),
///         Received::Overrun => println!("the kernel dropped events here"),
///     }
/// }
/// # #[allow(unreachable_code)]
/// # Ok::<(), genl::Error>(())
/// ```
///
/// [`Listener::join`] creates a listener over another [`Transport`], such as a [`Scripted`](crate::Scripted) peer in a test.
///
/// # Waiting and stopping
///
/// [`next`](Self::next) blocks until an event arrives, unless [a timeout is set](Self::set_receive_timeout). As an iterator,
/// the listener never returns `None`. A [`Stopper`](crate::Stopper) stops it from another thread or from a signal handler.
/// To wait for other sources too, wait until its descriptor is readable and call [`try_next`](Self::try_next) until it
/// returns `None`.
///
/// # Overruns
///
/// The kernel drops events if the receive buffer of the socket is full. [`Received::Overrun`] reports this. To make it rarer,
/// enlarge the buffer with [`set_receive_buffer_size`](Self::set_receive_buffer_size).
///
/// # Permissions
///
/// Anyone can join most groups. The kernel restricts some to callers with `CAP_NET_ADMIN` or `CAP_SYS_ADMIN` in the user
/// namespace that owns the network namespace. Others get `EPERM` (`genl_bind`, `net/netlink/genetlink.c`).
///
/// # Families that come and go
///
/// If the kernel unregisters the family, for example because its module is unloaded, the listener fails once with
/// [`ErrorKind::FamilyGone`]. When the family is registered again, the listener joins its groups again and events resume.
#[derive(Debug)]
pub struct Listener<E, T = Netlink> {
    pub(super) transport: T,
    pub(super) incoming: Incoming,
    timeout: Option<Duration>,
    marker: PhantomData<fn() -> E>,
}

/// An event, or the notice that events were lost.
///
/// A program that follows the state of the kernel reads it again after an overrun:
///
/// ```
/// use genl::mptcp_pm::{ClosedEvent, ConnectionTable, MptcpPm, MptcpPmEvent, Snapshot};
/// use genl::{Client, Listener, Received, Scripted};
///
/// # let mut peer = Scripted::new();
/// # peer.family(MptcpPm::DESCRIPTION, 28)?;
/// # let client = Client::over(peer)?;
/// # let mut events = Listener::<MptcpPmEvent, _>::join(client, &[MptcpPm::EVENTS])?;
/// # events.transport().event(&MptcpPm::CLOSED, &ClosedEvent::default())?;
/// # events.transport().overrun();
/// # let mut snapshots = 0;
/// # let mut snapshot = || { snapshots += 1; Snapshot::default() };
/// # let mut table = ConnectionTable::new();
/// # for _ in 0..2 {
/// match events.next()? {
///     Received::Event(event) => table.apply(&event),
///     Received::Overrun => table.resynchronise(&snapshot()),
/// }
/// # }
/// # assert_eq!(snapshots, 1);
/// # Ok::<(), genl::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Received<E> {
    /// An event.
    Event(E),
    /// The kernel dropped events, because the receive buffer of the socket was full.
    ///
    /// Every event from before the loss was returned before this notice. A few events from after the loss may have been
    /// returned before it as well: those that arrived while the buffer was drained.
    Overrun,
}

impl<E: Events, T: Transport> Listener<E, T> {
    /// Joins `groups` on the transport of `client`.
    ///
    /// Over the kernel's socket, `MptcpPm::listen(&[MptcpPm::EVENTS])` does the same. Over a [`Scripted`](crate::Scripted)
    /// peer:
    ///
    /// ```
    /// use genl::mptcp_pm::{ClosedEvent, MptcpPm, MptcpPmEvent};
    /// use genl::{Client, Listener, Received, Scripted};
    ///
    /// let mut peer = Scripted::new();
    /// peer.family(MptcpPm::DESCRIPTION, 28)?;
    /// let client = Client::over(peer)?;
    /// let mut events = Listener::<MptcpPmEvent, _>::join(client, &[MptcpPm::EVENTS])?;
    ///
    /// let closed = ClosedEvent { token: 7, ..ClosedEvent::default() };
    /// events.transport().event(&MptcpPm::CLOSED, &closed)?;
    /// assert_eq!(events.next()?, Received::Event(MptcpPmEvent::Closed(closed)));
    /// # Ok::<(), genl::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Fails if the kernel does not have the family or one of the groups, if the caller lacks the permission to join one of
    /// them, if a group belongs to another family, and if `groups` is empty although no event of the family is sent to a
    /// single socket.
    pub fn join(mut client: Client<T>, groups: &[MulticastGroup]) -> Result<Self, Error> {
        Self::prepare(&mut client, groups)?;
        let family = family::<E>();
        client.resolve(family)?;
        Self::finish(client, family, groups)
    }

    /// Checks the groups and prepares the client, before the family is looked up.
    pub(super) fn prepare(client: &mut Client<T>, groups: &[MulticastGroup]) -> Result<(), Error> {
        let family = family::<E>();
        if groups.is_empty() && !const { E::DESCRIPTION.has_unicast() } {
            return Err(Error::new(family.name(), "listen", ErrorKind::NoGroups));
        }
        Self::begin(client, family);
        Ok(())
    }
}

impl<E, T: Transport> Listener<E, T> {
    /// Joins the controller's group, so that changes of the family are reported from now on. Forgets what the client knew
    /// about the family, because it may have changed before.
    pub(super) fn begin(client: &mut Client<T>, family: Family) {
        client.conversation.forget(family);
        // If this fails, only the end of the family is not reported.
        let (_, notify) = client.conversation.controller().group;
        let _ = client.transport.join(notify);
    }

    /// Creates the listener and joins its groups, after the family was looked up.
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

    /// Sets the timeout of [`next`](Self::next). `None`, the default, waits forever.
    ///
    /// Each call has one deadline, after which it fails with [`ErrorKind::Timeout`]. Nothing extends it: neither messages that
    /// are not events of the family nor signals. The listener remains usable.
    ///
    /// # Errors
    ///
    /// Fails if the clock cannot express the end of the timeout.
    pub fn set_receive_timeout(&mut self, timeout: Option<Duration>) -> Result<(), Error> {
        self.timeout = checked("set-receive-timeout", self.transport.now(), timeout)?;
        Ok(())
    }

    /// Sets the size of the buffer for one datagram, in bytes. The default is [`RECEIVE_CAPACITY`](super::RECEIVE_CAPACITY).
    ///
    /// [`next`](Self::next) fails with [`ErrorKind::Truncated`] if a datagram is larger.
    /// [`set_receive_buffer_size`](Self::set_receive_buffer_size) is for the number of events that may wait.
    ///
    /// # Errors
    ///
    /// Fails if the memory cannot be allocated.
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
    /// Waits for the next event, or for the notice that events were lost.
    ///
    /// # Errors
    ///
    /// Fails with [`ErrorKind::DecodeEvent`] if the event does not match its description, with [`ErrorKind::Truncated`] if it
    /// is larger than the [buffer](Self::set_receive_capacity), with [`ErrorKind::FamilyGone`] if the kernel unregistered the
    /// family, with [`ErrorKind::Join`] if a group could not be joined again after that, and with [`ErrorKind::Timeout`] if no
    /// event arrived in time. After each of these, the next call returns the next event.
    ///
    /// Fails with [`ErrorKind::Stopped`] if a [`Stopper`](crate::Stopper) was used, and with [`ErrorKind::Io`] if the socket
    /// failed.
    #[allow(clippy::should_implement_trait)] // items borrow from the listener
    pub fn next(&mut self) -> Result<Received<E::View<'_>>, Error> {
        let found = self.wait()?;
        self.received(&found)
    }

    /// Returns the next event if it has already arrived. Does not wait.
    ///
    /// # Errors
    ///
    /// Fails as [`next`](Self::next) does, except for the timeout.
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
