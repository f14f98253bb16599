//! Generic netlink as a protocol, without a socket, a clock or a wait.
//!
//! A [`Conversation`] is told what to ask, gives the bytes to send, and is fed what was received. It owns the buffers, the
//! sequence numbers, what the kernel knows families by, and what an earlier operation left unread. The clients are loops around
//! it that differ in how they wait. Its methods are of four kinds:
//!
//! - [`call`](Conversation::call), [`dump`](Conversation::dump) and [`look_up`](Conversation::look_up) say what is wanted next.
//!   They give up whatever was under way.
//! - [`next`](Conversation::next) says what is to be done: send, receive, or read what was found.
//! - [`sent`](Conversation::sent) and [`received`](Conversation::received) tell how that went. The end of a deadline is told as
//!   an error of kind [`TimedOut`](std::io::ErrorKind::TimedOut).
//! - [`reply`](Conversation::reply) and [`part`](Conversation::part) read what was found.
//!
//! ```
//! use genl::conversation::{Conversation, Want};
//! use genl::mptcp_pm::MptcpPm;
//! use genl::nlctrl;
//! use genl::transport::Datagram;
//!
//! let mut conversation = Conversation::new(nlctrl::CONTROLLER);
//! conversation.call(&MptcpPm::GET_LIMITS, &())?;
//! // The id of the family is not known yet, so the controller (id 16) is asked first.
//! let Want::Send(question) = conversation.next()? else { panic!() };
//! assert_eq!(question[4], 16);
//! conversation.sent(Ok(()))?;
//! let Want::Receive { buffer, may_wait: true } = conversation.next()? else { panic!() };
//! assert!(buffer.is_empty());
//! # Ok::<(), genl::Error>(())
//! ```

mod asked;
mod batch;
mod events;
mod families;
mod inbox;
mod reading;
mod steps;

use core::ops::Range;
use std::io;

pub(crate) use asked::Success;
pub(crate) use batch::{Exchange, Requests};
pub(crate) use events::{Found, Incoming, Step};

pub(crate) use inbox::socket_error;

pub use asked::Asked;
pub use families::{Controller, Notice, Resolved};

use crate::codec::AttributeSet;
use crate::error::{EncodeError, Error, ErrorKind};
use crate::extended_ack::ExtendedAck;
use crate::family::{Do, Dump, Family};
use crate::trace::Span;
use crate::wire::{Attributes, MessageHeader};
use families::Families;
use inbox::Inbox;

/// The largest datagram that is received whole unless told otherwise. The kernel's dumps come in at most 32 KiB; an attribute
/// has less than 64 KiB.
pub const RECEIVE_CAPACITY: usize = 64 * 1024;

/// Requests to the kernel, one at a time, and their answers.
#[derive(Debug)]
pub struct Conversation {
    controller: Controller,
    families: Families,
    stage: Stage,
    asked: Asked,
    request: Vec<u8>,
    /// The question for the family of the request, and its bytes.
    question: Asked,
    question_bytes: Vec<u8>,
    inbox: Inbox,
    /// The end of the dump may have been in a datagram that could not be read: what is in the socket is all there is.
    may_have_ended: bool,
    /// The reply, while the acknowledgement behind it is read, and whether that is in another datagram.
    found: Option<(Range<usize>, bool)>,
    /// The refusal that may only mean that the family has another id by now.
    doubted: Option<Error>,
    /// Something answered the request, if only a refusal that is doubted.
    is_answered: bool,
    /// The sequence number of a request whose answers were not read to their end; 0 if nothing but an empty socket is an end.
    unsettled: Option<u32>,
    interrupted: bool,
    warning: Option<Box<ExtendedAck>>,
    number: u32,
    span: Span,
}

/// Where an operation has got to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stage {
    /// Nothing is under way.
    Idle,
    /// What an earlier operation left unread is taken out of the socket. Then `Ask` follows, or `Send`.
    Settle { ask: bool },
    /// The question for the family is to be sent.
    Ask,
    /// It was sent.
    Asked,
    /// The request is to be sent.
    Send,
    /// It was sent.
    Sent,
    /// The acknowledgement behind the reply did not arrive in time. The reply did.
    Replied,
    /// Messages were lost. The socket takes nothing in until it is empty (`NETLINK_S_CONGESTED`, `net/netlink/af_netlink.c`), so it
    /// is emptied before that is told.
    Lost,
}

/// What a conversation wants done.
#[derive(Debug)]
pub enum Want<'c> {
    /// Send this datagram, then say so by [`sent`](Conversation::sent).
    Send(&'c [u8]),
    /// Receive a datagram, then give it to [`received`](Conversation::received).
    Receive {
        /// Where to: an empty buffer, whose capacity is the most that is to be taken of the datagram.
        buffer: &'c mut Vec<u8>,
        /// Whether to wait for one. Otherwise an error of kind [`WouldBlock`](io::ErrorKind::WouldBlock) is expected.
        may_wait: bool,
    },
    /// Nothing: this was found.
    Found(Place),
}

/// What was found. It refers to the datagram received last, and is of no use after the next call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// A reply: where it lies in the datagram.
    Reply(Range<usize>),
    /// An acknowledgement without a reply, or the end of a dump.
    End,
}

impl Conversation {
    /// Creates a conversation that looks up families by `controller`.
    pub fn new(controller: Controller) -> Self {
        let nothing = Asked::plain(controller.family, "", 0);
        Self {
            families: Families::new(&controller),
            controller,
            stage: Stage::Idle,
            asked: nothing,
            request: Vec::new(),
            question: nothing,
            question_bytes: Vec::new(),
            inbox: Inbox::new(RECEIVE_CAPACITY),
            may_have_ended: false,
            found: None,
            doubted: None,
            is_answered: false,
            unsettled: None,
            interrupted: false,
            warning: None,
            number: 0,
            span: Span::default(),
        }
    }

    /// Asks for an operation with one reply or an acknowledgement.
    pub fn call<Q: AttributeSet, R: AttributeSet>(
        &mut self,
        operation: &Do<Q, R>,
        request: &Q,
    ) -> Result<(), Error> {
        let asked = Asked::call(operation);
        self.begin(asked, |header, buffer| {
            operation.write(header, request, buffer)
        })
    }

    /// Asks for a dump.
    pub fn dump<Q: AttributeSet, R: AttributeSet>(
        &mut self,
        operation: &Dump<Q, R>,
        request: &Q,
    ) -> Result<(), Error> {
        let asked = Asked::dump(operation);
        self.begin(asked, |header, buffer| {
            operation.write(header, request, buffer)
        })
    }

    /// Asks what the kernel knows a family by, unless that is known. [`resolved`](Self::resolved) tells it afterwards.
    pub fn look_up(&mut self, family: Family) -> Result<(), Error> {
        self.start(Asked::plain(family, "connect", 0));
        self.request.clear();
        if self.families.get(family).is_none() {
            self.trace();
            self.ask()?;
            self.span.sequence(self.question.sequence);
        }
        Ok(())
    }

    /// Forgets what the kernel knows a family by, so that it is looked up again.
    pub fn forget(&mut self, family: Family) {
        if family.name() != self.controller.family.name() {
            self.families.remove(family);
        }
    }

    /// Returns what the kernel knows a family by, if it was looked up.
    pub fn resolved(&self, family: Family) -> Option<&Resolved> {
        self.families.get(family)
    }

    /// Returns the warning or other detail that the kernel attached to the success of the last operation, if any.
    pub fn warning(&self) -> Option<&ExtendedAck> {
        self.warning.as_deref()
    }

    /// Returns the number that the acknowledgement of the last operation carried, 0 in most families. `mac80211_hwsim` tells the
    /// id of a new radio in this way (`NLMSG_ERROR` with a positive number).
    pub fn number(&self) -> u32 {
        self.number
    }

    /// Returns whether a reply of the dump said that it was interrupted (`NLM_F_DUMP_INTR`).
    pub fn is_interrupted(&self) -> bool {
        self.interrupted
    }

    /// Sets the size of the largest datagram that is received whole, in bytes. It holds from the next datagram on.
    ///
    /// # Errors
    ///
    /// If there is not so much memory.
    pub fn set_receive_capacity(&mut self, bytes: usize) -> io::Result<()> {
        self.inbox.set_capacity(bytes)
    }

    /// Reads the reply of a do.
    pub fn reply<R: AttributeSet>(&self, place: &Place) -> Result<R::View<'_>, Error> {
        let fault = |kind| self.asked.error(kind);
        match place {
            Place::Reply(range) => {
                R::decode(self.attributes(range)).map_err(|error| fault(ErrorKind::Decode(error)))
            }
            Place::End => R::absent().ok_or_else(|| fault(ErrorKind::NoReply)),
        }
    }

    /// Reads a reply of a dump; `None` at its end.
    pub fn part<R: AttributeSet>(&self, place: &Place) -> Option<Result<R::View<'_>, Error>> {
        match place {
            Place::Reply(_) => Some(self.reply::<R>(place)),
            Place::End => None,
        }
    }

    #[inline]
    pub(crate) fn attributes(&self, range: &Range<usize>) -> Attributes<'_> {
        Attributes::new(self.inbox.bytes(range), self.asked.offset())
    }

    /// A second conversation, which knows the families that this one has looked up.
    pub(crate) fn another(&self) -> Self {
        Self {
            families: self.families.clone(),
            ..Self::new(self.controller)
        }
    }

    pub(crate) const fn controller(&self) -> Controller {
        self.controller
    }

    /// Begins an operation, whose request `write` appends.
    pub(crate) fn begin(
        &mut self,
        asked: Asked,
        write: impl FnOnce(MessageHeader, &mut Vec<u8>) -> Result<(), EncodeError>,
    ) -> Result<(), Error> {
        self.start(asked);
        self.trace();
        self.request.clear();
        write(asked.header(), &mut self.request)
            .map_err(|error| asked.error(ErrorKind::Encode(error)))?;
        self.prepare()
    }

    #[inline]
    fn start(&mut self, asked: Asked) {
        self.stage = Stage::Idle;
        self.asked = asked;
        self.may_have_ended = false;
        self.found = None;
        self.doubted = None;
        self.is_answered = false;
        self.interrupted = false;
        self.warning = None;
        self.number = 0;
        self.span.close();
    }
}
