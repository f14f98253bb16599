//! The events of a family.

use core::marker::PhantomData;
use std::collections::VecDeque;
use std::io;
use std::os::fd::{AsFd, BorrowedFd};
use std::time::Duration;

use super::{Client, socket_error};
use crate::error::{Error, ErrorKind};
use crate::family::{Events, MulticastGroup};
use crate::transport::{Netlink, Transport, Wait};
use crate::wire::{Attributes, MessageType, Messages};

/// Keeps a sender that is never outrun from holding the news of a loss back for ever.
const RESCUED_AT_MOST: usize = 1 << 16;

/// Receives the events of the groups it joined, in the order in which the kernel sent them.
///
/// It waits for ever unless it is told otherwise. As an iterator it never ends.
#[derive(Debug)]
pub struct Listener<E, T = Netlink> {
    transport: T,
    id: u16,
    received: Vec<u8>,
    /// Where in `received` the next message begins.
    position: usize,
    /// Datagrams taken out of the socket when events were lost.
    rescued: VecDeque<Vec<u8>>,
    /// Events were lost behind those in `rescued`.
    overrun: bool,
    marker: PhantomData<fn() -> E>,
}

/// What a listener receives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Received<E> {
    /// An event.
    Event(E),
    /// Here the kernel dropped events, since too many waited to be received. What was built from events has to be put right:
    /// dump again, and compare.
    Overrun,
}

impl<E: Events, T: Transport> Listener<E, T> {
    /// Joins `groups` on the transport of `client`, as `Listener::<PmEvent, _>::join(Client::over(peer)?, &[Pm::EVENTS])` does over
    /// a [`Scripted`](crate::Scripted) peer. Over the kernel's socket write `Pm::listen(&[Pm::EVENTS])`, with the family's name.
    pub fn join(mut client: Client<T>, groups: &[MulticastGroup]) -> Result<Self, Error> {
        let fault = |kind| Error::new(E::DESCRIPTION.name, "listen", kind);
        let resolved = client.resolve(E::DESCRIPTION.family())?.clone();
        let mut transport = client.into_transport();
        for group in groups {
            let (name, family) = (group.name(), group.family().name());
            if family != E::DESCRIPTION.name {
                return Err(fault(ErrorKind::ForeignGroup {
                    group: name,
                    family,
                }));
            }
            let Some((_, id)) = resolved.groups.iter().find(|(known, _)| known == name) else {
                return Err(fault(ErrorKind::GroupNotFound { group: name }));
            };
            transport
                .join(*id)
                .map_err(|error| fault(ErrorKind::Join { group: name, error }))?;
        }
        transport
            .set_receive_timeout(None)
            .map_err(|error| fault(ErrorKind::Io(error)))?;
        let received = Vec::with_capacity(super::RECEIVE_CAPACITY);
        Ok(Self {
            transport,
            id: resolved.id,
            received,
            position: 0,
            rescued: VecDeque::new(),
            overrun: false,
            marker: PhantomData,
        })
    }

    /// Sets how long [`next`](Self::next) waits before it fails with [`ErrorKind::Timeout`]; `None`, as at first, is for
    /// ever.
    pub fn set_receive_timeout(&mut self, timeout: Option<Duration>) -> io::Result<()> {
        self.transport.set_receive_timeout(timeout)
    }

    /// The transport.
    pub fn transport(&mut self) -> &mut T {
        &mut self.transport
    }

    /// Waits for the next event, or for the news that events were lost.
    ///
    /// An event that cannot be read is an error, and the next one follows.
    #[allow(clippy::should_implement_trait)] // it lends, and has no end
    pub fn next(&mut self) -> Result<Received<E::View<'_>>, Error> {
        match self.advance(Wait::Yes)? {
            Found::Event(start) => self.decode(start).map(Received::Event),
            Found::Overrun => Ok(Received::Overrun),
            Found::Nothing => Err(Self::error("listen", ErrorKind::Timeout)),
        }
    }

    /// The next event if one is there already.
    pub fn try_next(&mut self) -> Result<Option<Received<E::View<'_>>>, Error> {
        match self.advance(Wait::No)? {
            Found::Event(start) => self.decode(start).map(|event| Some(Received::Event(event))),
            Found::Overrun => Ok(Some(Received::Overrun)),
            Found::Nothing => Ok(None),
        }
    }

    fn error(event: &'static str, kind: ErrorKind) -> Error {
        Error::new(E::DESCRIPTION.name, event, kind)
    }

    /// Goes to the next event, over messages that are none of the family's.
    fn advance(&mut self, wait: Wait) -> Result<Found, Error> {
        loop {
            let start = self.position;
            let mut messages = Messages::at(&self.received, start);
            match messages.next() {
                Some(Ok(message)) => {
                    self.position = messages.position();
                    if message.header.kind == MessageType::Family(self.id) {
                        return Ok(Found::Event(start));
                    }
                }
                Some(Err(error)) => {
                    self.position = self.received.len();
                    return Err(Self::error("listen", ErrorKind::DecodeEvent(error)));
                }
                None => {
                    if let Some(found) = self.fill(wait)? {
                        return Ok(found);
                    }
                }
            }
        }
    }

    /// Goes to the next datagram, unless there is something to tell first.
    fn fill(&mut self, wait: Wait) -> Result<Option<Found>, Error> {
        self.position = 0;
        self.received.clear();
        if let Some(datagram) = self.rescued.pop_front() {
            self.received.extend_from_slice(&datagram);
            return Ok(None);
        }
        if core::mem::take(&mut self.overrun) {
            return Ok(Some(Found::Overrun));
        }
        let received = self.transport.receive(&mut self.received, wait);
        let kind = match received {
            Ok(datagram) if datagram.sender != 0 => {
                self.received.clear();
                return Ok(None);
            }
            Ok(datagram) if datagram.length > self.received.len() => {
                let (length, capacity) = (datagram.length, self.received.capacity());
                ErrorKind::Truncated { length, capacity }
            }
            Ok(_) => return Ok(None),
            Err(error) if error.raw_os_error() == Some(libc::ENOBUFS) => {
                self.rescue();
                return Ok(None);
            }
            Err(error) => socket_error(error),
        };
        self.received.clear();
        match kind {
            ErrorKind::Timeout => Ok(Some(Found::Nothing)),
            kind => Err(Self::error("listen", kind)),
        }
    }

    /// Takes out what waits in the socket after a loss.
    ///
    /// The kernel tells of a loss (`ENOBUFS`) before it hands out the events that came earlier, and takes no new one in until
    /// the socket is empty (`NETLINK_S_CONGESTED`, `net/netlink/af_netlink.c`). So the loss lies where the socket is empty,
    /// and it is emptied at once: what comes while its events are handled comes behind the loss.
    fn rescue(&mut self) {
        self.overrun = true;
        for _ in 0..RESCUED_AT_MOST {
            match self.transport.receive(&mut self.received, Wait::No) {
                Ok(datagram) if datagram.sender == 0 && datagram.length <= self.received.len() => {
                    self.rescued.push_back(self.received.clone());
                }
                // Not the kernel's; or one that is cut, which is one more that is lost.
                Ok(_) => {}
                Err(error) if error.raw_os_error() == Some(libc::ENOBUFS) => {}
                Err(_) => break,
            }
        }
        self.received.clear();
    }

    fn decode(&self, start: usize) -> Result<E::View<'_>, Error> {
        let fault = |name, error| Self::error(name, ErrorKind::DecodeEvent(error));
        match Messages::at(&self.received, start).next() {
            Some(Ok(message)) => {
                let (generic, attributes) =
                    message.generic().map_err(|error| fault("listen", error))?;
                E::decode(generic.command, attributes)
                    .map_err(|error| fault(E::DESCRIPTION.event_name(generic.command), error))
            }
            Some(Err(error)) => Err(fault("listen", error)),
            None => E::decode(0, Attributes::new(&[], 0)).map_err(|error| fault("listen", error)),
        }
    }
}

/// Where the next event begins, or what there is instead.
enum Found {
    Event(usize),
    Overrun,
    Nothing,
}

impl<E: for<'a> Events<View<'a> = E>, T: Transport> Iterator for Listener<E, T> {
    type Item = Result<Received<E>, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        Some(Listener::next(self))
    }
}

impl<E> Listener<E> {
    /// Sets how much may wait to be received (`SO_RCVBUF`), in bytes; the kernel doubles it and keeps it within
    /// `net.core.rmem_max`. What comes when it is full is lost, and told as [`Received::Overrun`].
    pub fn set_receive_buffer_size(&mut self, bytes: usize) -> io::Result<()> {
        self.transport.set_receive_buffer_size(bytes)
    }
}

/// For waiting on several sources: readable when an event has come. One wakeup may stand for several: call
/// [`try_next`](Listener::try_next) until it gives `None`.
impl<E, T: AsFd> AsFd for Listener<E, T> {
    fn as_fd(&self) -> BorrowedFd<'_> {
        self.transport.as_fd()
    }
}
