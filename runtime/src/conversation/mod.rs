//! The protocol of generic netlink, without a socket, a clock or waiting.
//!
//! A [`Conversation`] takes an operation, returns the bytes to send, and takes the bytes that were received. It owns the
//! buffers, the sequence numbers, the ids of families, and the state of an abandoned operation. The clients are loops
//! around it that differ only in how they wait; write another loop to run genl where none of them fits. The methods are of
//! four kinds:
//!
//! - [`call`](Conversation::call), [`dump`](Conversation::dump) and [`look_up`](Conversation::look_up) begin an operation,
//!   and abandon the current one.
//! - [`next`](Conversation::next) returns the next step: send, receive, or decode what was found.
//! - [`sent`](Conversation::sent) and [`received`](Conversation::received) take the result of a step. The end of a deadline
//!   is an error of kind [`TimedOut`](std::io::ErrorKind::TimedOut).
//! - [`reply`](Conversation::reply) and [`part`](Conversation::part) decode what was found.
//!
//! ```
//! use genl::conversation::{Conversation, Want};
//! use genl::mptcp_pm::{Limits, MptcpPm};
//! use genl::nlctrl;
//! use genl::transport::Datagram;
//!
//! /// What a kernel answers: the id of `mptcp_pm` (28), then the limits. An answer repeats the sequence number of its request.
//! fn kernel(request: &[u8]) -> Vec<u8> {
//!     let (header, attributes): ([u8; 8], &[u8]) = match request[4] {
//!         16 => ([44, 0, 0, 0, 16, 0, 0, 0], b"\x01\x02\0\0\x0d\0\x02\0mptcp_pm\0\0\0\0\x06\0\x01\0\x1c\0\0\0"),
//!         _ => ([36, 0, 0, 0, 28, 0, 0, 0], b"\x06\x01\0\0\x08\0\x02\0\0\0\0\0\x08\0\x03\0\x02\0\0\0"),
//!     };
//!     [&header, &request[8..12], &[0; 4], attributes].concat()
//! }
//!
//! # if cfg!(target_endian = "little") {
//! let mut conversation = Conversation::new(nlctrl::CONTROLLER);
//! conversation.call(&MptcpPm::GET_LIMITS, &())?;
//! let mut answer = Vec::new();
//! let limits: Limits = loop {
//!     match conversation.next()? {
//!         Want::Send(request) => {
//!             answer = kernel(request);
//!             conversation.sent(Ok(()))?;
//!         }
//!         Want::Receive { buffer, .. } => {
//!             buffer.extend_from_slice(&answer);
//!             let length = buffer.len();
//!             conversation.received(Ok(Datagram { length, sender: 0 }))?;
//!         }
//!         Want::Found(place) => break conversation.reply::<Limits>(&place)?,
//!     }
//! };
//! assert_eq!((limits.rcv_add_addrs, limits.subflows), (0, 2));
//! # }
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
pub use steps::{Place, Want};

use crate::codec::AttributeSet;
use crate::error::{EncodeError, Error, ErrorKind};
use crate::extended_ack::ExtendedAck;
use crate::family::{Do, Dump, Family};
use crate::trace::Span;
use crate::wire::{Attributes, MessageHeader};
use families::Families;
use inbox::Inbox;

/// The default size of the receive buffer. The kernel's dumps come in datagrams of at most 32 KiB, and an attribute has
/// less than 64 KiB.
pub const RECEIVE_CAPACITY: usize = 64 * 1024;

/// One operation at a time, and its answers. The [module](self) shows how to use it.
#[derive(Debug)]
pub struct Conversation {
    controller: Controller,
    families: Families,
    stage: Stage,
    asked: Asked,
    request: Vec<u8>,
    /// The request for the ids of the family, and its bytes.
    question: Asked,
    question_bytes: Vec<u8>,
    inbox: Inbox,
    /// The end of the dump may have been in a malformed datagram. Only the datagrams in the socket are read then.
    may_have_ended: bool,
    /// The reply, while the acknowledgement after it is awaited, and whether that is in another datagram.
    found: Option<(Range<usize>, bool)>,
    /// An error that may only mean that the family has another id by now.
    doubted: Option<Error>,
    /// The request was answered, possibly with an error that is doubted.
    is_answered: bool,
    /// The sequence number of a request whose answers were not read to their end; 0 if only an empty socket shows the end.
    unsettled: Option<u32>,
    interrupted: bool,
    warning: Option<Box<ExtendedAck>>,
    number: u32,
    span: Span,
}

/// The stage of the current operation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stage {
    /// There is no operation.
    Idle,
    /// The rest of an abandoned operation is drained. `Ask` follows, or `Send`.
    Settle { ask: bool },
    /// The request for the ids of the family is to be sent.
    Ask,
    /// The request for the ids of the family was sent.
    Asked,
    /// The request is to be sent.
    Send,
    /// The request was sent.
    Sent,
    /// The reply arrived, but the acknowledgement after it did not arrive in time.
    Replied,
    /// Messages were lost. The socket accepts nothing until it is empty (`NETLINK_S_CONGESTED`,
    /// `net/netlink/af_netlink.c`), so it is drained before the loss is reported.
    Lost,
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

    /// Begins an operation with one reply, or with only an acknowledgement.
    ///
    /// Fails with [`ErrorKind::Encode`] if the request cannot be encoded. So does [`dump`](Self::dump).
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

    /// Begins a dump.
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

    /// Begins to look up the ids of a family, unless they are known. [`resolved`](Self::resolved) returns them afterwards.
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

    /// Forgets the ids of a family, so that they are looked up again.
    pub fn forget(&mut self, family: Family) {
        if family.name() != self.controller.family.name() {
            self.families.remove(family);
        }
    }

    /// Returns the ids of a family, if they were looked up.
    pub fn resolved(&self, family: Family) -> Option<&Resolved> {
        self.families.get(family)
    }

    /// Returns the warning that the kernel attached to the last successful operation, if any.
    pub fn warning(&self) -> Option<&ExtendedAck> {
        self.warning.as_deref()
    }

    /// Returns the number that the last acknowledgement carried: 0 in most families. `mac80211_hwsim` returns the id of a
    /// new radio in this way (`NLMSG_ERROR` with a positive number).
    pub fn number(&self) -> u32 {
        self.number
    }

    /// Returns whether a reply of the dump was marked as inconsistent (`NLM_F_DUMP_INTR`).
    pub fn is_interrupted(&self) -> bool {
        self.interrupted
    }

    /// Sets the size of the receive buffer, in bytes. Takes effect with the next datagram.
    ///
    /// Fails if there is not enough memory.
    pub fn set_receive_capacity(&mut self, bytes: usize) -> io::Result<()> {
        self.inbox.set_capacity(bytes)
    }

    /// Decodes the reply of a do.
    ///
    /// Fails with [`ErrorKind::Decode`], or with [`ErrorKind::NoReply`] if there is only an acknowledgement.
    pub fn reply<R: AttributeSet>(&self, place: &Place) -> Result<R::View<'_>, Error> {
        let fault = |kind| self.asked.error(kind);
        match place {
            Place::Reply(range) => {
                R::decode(self.attributes(range)).map_err(|error| fault(ErrorKind::Decode(error)))
            }
            Place::End => R::absent().ok_or_else(|| fault(ErrorKind::NoReply)),
        }
    }

    /// Decodes a reply of a dump. Returns `None` at the end of the dump.
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

    /// Returns a second conversation, which knows the ids that this one looked up.
    pub(crate) fn another(&self) -> Self {
        Self {
            families: self.families.clone(),
            ..Self::new(self.controller)
        }
    }

    pub(crate) const fn controller(&self) -> Controller {
        self.controller
    }

    /// Begins an operation with the request that `write` appends.
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
