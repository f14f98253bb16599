//! The events of a family, from the datagrams of a socket that joined its multicast groups.

use core::ops::Range;
use std::collections::VecDeque;
use std::io;

use super::inbox::{Arrival, Inbox};
use super::{Controller, Notice, RECEIVE_CAPACITY, Resolved, socket_error};
use crate::error::{Error, ErrorKind};
use crate::family::Family;
use crate::trace;
use crate::transport::{Datagram, Stopped};
use crate::wire::{Attributes, GenericHeader, MessageHeader, MessageType};

/// Bounds how many datagrams are drained before an overrun is reported, even if a sender is faster than the listener.
const RESCUED_AT_MOST: usize = 1 << 16;

/// The length of the headers before the attributes of an event.
const HEADERS: usize = MessageHeader::LENGTH + GenericHeader::LENGTH;

/// The events of one family, in the order in which the kernel sent them.
#[derive(Debug)]
pub(crate) struct Incoming {
    controller: Controller,
    family: Family,
    /// The id of the family and of its groups; `None` while the kernel does not have it.
    known: Option<Resolved>,
    /// The names of the joined groups.
    joined: Vec<&'static str>,
    /// The groups to join after the family was registered again.
    to_join: Vec<&'static str>,
    inbox: Inbox,
    /// The datagrams that were drained from the socket when events were lost.
    rescued: VecDeque<Vec<u8>>,
    /// How many more datagrams may be drained before the overrun is reported.
    rescuing: usize,
    overrun: bool,
}

/// The next step of a listener.
#[derive(Debug)]
pub(crate) enum Step<'c> {
    /// Receive a datagram.
    Receive {
        buffer: &'c mut Vec<u8>,
        may_wait: bool,
    },
    /// Continue with the drained datagrams, by [`resume`](Incoming::resume), unless the listener was stopped.
    Resume,
    /// Join a group.
    Join(&'static str, u32),
    /// Return this to the caller.
    Found(Found),
}

/// What a listener found.
#[derive(Debug)]
pub(crate) enum Found {
    /// An event: its command, and the position of its attributes.
    Event(u8, Range<usize>),
    /// Events were lost at this point.
    Overrun,
}

impl Incoming {
    /// Creates the state of a listener that has received nothing. `known` are the ids of `family`, if it is registered.
    pub(crate) fn new(controller: Controller, family: Family, known: Option<Resolved>) -> Self {
        Self {
            controller,
            family,
            known,
            joined: Vec::new(),
            to_join: Vec::new(),
            inbox: Inbox::new(RECEIVE_CAPACITY),
            rescued: VecDeque::new(),
            rescuing: 0,
            overrun: false,
        }
    }

    pub(crate) const fn family(&self) -> Family {
        self.family
    }

    /// Records that a group was joined or left.
    pub(crate) fn set_joined(&mut self, group: &'static str, joined: bool) {
        self.joined.retain(|known| *known != group);
        if joined {
            self.joined.push(group);
        }
    }

    /// Returns the id of a group.
    pub(crate) fn group(&self, name: &str) -> Option<u32> {
        self.known.as_ref()?.group(name)
    }

    pub(crate) fn set_capacity(&mut self, bytes: usize) -> io::Result<()> {
        self.inbox.set_capacity(bytes)
    }

    /// Advances to the next event, skipping messages of other families.
    pub(crate) fn next(&mut self) -> Result<Step<'_>, Error> {
        if self.rescuing > 0 {
            return Ok(self.receive(false));
        }
        if let Some(found) = self.read()? {
            return Ok(Step::Found(found));
        }
        while let Some(group) = self.to_join.pop() {
            if let Some(id) = self.group(group) {
                return Ok(Step::Join(group, id));
            }
        }
        if !self.rescued.is_empty() {
            return Ok(Step::Resume);
        }
        if core::mem::take(&mut self.overrun) {
            return Ok(Step::Found(Found::Overrun));
        }
        Ok(self.receive(true))
    }

    /// Reads the next drained datagram.
    pub(crate) fn resume(&mut self) {
        if let Some(datagram) = self.rescued.pop_front() {
            self.inbox.put(&datagram);
        }
    }

    fn receive(&mut self, may_wait: bool) -> Step<'_> {
        let buffer = self.inbox.buffer();
        Step::Receive { buffer, may_wait }
    }

    /// Reads the datagram up to the next event.
    fn read(&mut self) -> Result<Option<Found>, Error> {
        while let Some((start, message)) = self.inbox.message() {
            let message = message
                .map_err(|error| listen_error(self.family, ErrorKind::DecodeEvent(error)))?;
            let of = match message.header.kind {
                MessageType::Overrun => {
                    trace::overrun(Some(self.family));
                    return Ok(Some(Found::Overrun));
                }
                MessageType::Family(id) => id,
                _ => continue,
            };
            let is_event = self.known.as_ref().is_some_and(|known| known.id == of);
            if !is_event && of != self.controller.id {
                continue;
            }
            let end = start + message.as_bytes().len();
            let (generic, attributes) = match message.generic() {
                Ok(read) => read,
                Err(error) if is_event => {
                    return Err(listen_error(self.family, ErrorKind::DecodeEvent(error)));
                }
                Err(_) => continue,
            };
            let command = generic.command;
            if is_event {
                let start = end - attributes.as_bytes().len();
                return Ok(Some(Found::Event(command, start..end)));
            }
            // A malformed notice of the controller is ignored: it may be about another family.
            if let Ok(Some(notice)) = (self.controller.notice)(command, attributes) {
                self.take(notice)?;
            }
        }
        Ok(None)
    }

    /// Handles the registration or unregistration of a family.
    fn take(&mut self, notice: Notice) -> Result<(), Error> {
        match notice {
            Notice::Registered(name, resolved) if name == self.family.name() => {
                trace::back(self.family, resolved.id);
                self.known = Some(resolved);
                self.to_join.clone_from(&self.joined);
                Ok(())
            }
            Notice::Unregistered(name) if name == self.family.name() => {
                trace::gone(self.family);
                self.known = None;
                Err(listen_error(self.family, ErrorKind::FamilyGone))
            }
            _ => Ok(()),
        }
    }

    /// Handles a received datagram, or the error of the socket.
    pub(crate) fn received(&mut self, result: io::Result<Datagram>) -> Result<(), Error> {
        match result {
            Ok(datagram) => self.arrived(datagram),
            Err(error) => {
                self.inbox.clear();
                self.nothing(error)
            }
        }
    }

    fn arrived(&mut self, datagram: Datagram) -> Result<(), Error> {
        let arrival = self.inbox.arrived(datagram);
        if self.rescuing > 0 {
            self.rescuing -= 1;
            if arrival == Arrival::Whole {
                self.rescued.push_back(self.inbox.datagram().to_vec());
            }
            // A cut datagram is one more lost event. The overrun is about to be reported.
            self.inbox.clear();
            return Ok(());
        }
        match arrival {
            Arrival::Whole | Arrival::Foreign => Ok(()),
            Arrival::Cut { length, capacity } => {
                let kind = ErrorKind::Truncated { length, capacity };
                Err(listen_error(self.family, kind))
            }
        }
    }

    /// Handles that the socket returned no datagram.
    ///
    /// The kernel reports an overrun (`ENOBUFS`) before it returns the events that came earlier, and accepts no new ones
    /// until the socket is empty (`NETLINK_S_CONGESTED`, `net/netlink/af_netlink.c`). So the loss is where the socket
    /// becomes empty. The socket is drained at once: events that arrive while the earlier ones are handled come after the
    /// loss.
    fn nothing(&mut self, error: io::Error) -> Result<(), Error> {
        if error.raw_os_error() == Some(libc::ENOBUFS) {
            if self.rescuing == 0 {
                trace::overrun(Some(self.family));
                self.rescuing = RESCUED_AT_MOST;
            }
            self.overrun = true;
            return Ok(());
        }
        if self.rescuing > 0 && !Stopped::is(&error) {
            self.rescuing = 0;
            return Ok(());
        }
        Err(listen_error(self.family, socket_error(error)))
    }

    /// Returns the attributes of an event.
    pub(crate) fn attributes(&self, place: &Range<usize>) -> Attributes<'_> {
        Attributes::new(self.inbox.bytes(place), HEADERS)
    }

    /// Returns the whole message of an event.
    pub(crate) fn message(&self, place: &Range<usize>) -> &[u8] {
        let start = place.start.saturating_sub(HEADERS);
        self.inbox.bytes(&(start..place.end))
    }
}

fn listen_error(family: Family, kind: ErrorKind) -> Error {
    Error::new(family.name(), "listen", kind)
}
