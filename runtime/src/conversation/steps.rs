//! The steps of a conversation, and their results.

use core::ops::Range;
use core::sync::atomic::{AtomicU32, Ordering};
use std::io;

use super::inbox::Arrival;
use super::{Conversation, Stage};
use crate::error::{Error, ErrorKind};
use crate::trace::{self, Span};
use crate::transport::Datagram;
use crate::wire::MessageType;

/// The next step of a conversation.
#[derive(Debug)]
pub enum Want<'c> {
    /// Send this datagram, then call [`sent`](Conversation::sent).
    Send(&'c [u8]),
    /// Receive a datagram, then call [`received`](Conversation::received).
    Receive {
        /// Where to put it: an empty buffer, whose capacity bounds how much of the datagram is received.
        buffer: &'c mut Vec<u8>,
        /// Whether to wait for a datagram. If not, and there is none, the result is an error of kind
        /// [`WouldBlock`](io::ErrorKind::WouldBlock).
        may_wait: bool,
    },
    /// This was found.
    Found(Place),
}

/// The result of an operation. It refers to the last received datagram, and is invalid after the next call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// A reply, and its position in the datagram.
    Reply(Range<usize>),
    /// An acknowledgement without a reply, or the end of a dump.
    End,
}

/// The last sequence number. All conversations of a process share it, so an answer to one of them is never an answer to
/// another one that uses the same socket later.
static SEQUENCE: AtomicU32 = AtomicU32::new(0);

impl Conversation {
    /// Returns the next step. It stays the same until its result is known, unless it is an error or [`Want::Found`].
    ///
    /// Fails if the operation failed. An error in a dump may concern a single reply; the next one follows.
    #[allow(clippy::should_implement_trait)] // the returned value borrows from the conversation
    pub fn next(&mut self) -> Result<Want<'_>, Error> {
        let _entered = self.span.enter();
        loop {
            let stage = self.stage;
            match stage {
                Stage::Idle => return Ok(Want::Found(Place::End)),
                Stage::Ask => return Ok(Want::Send(&self.question_bytes)),
                Stage::Send => return Ok(Want::Send(&self.request)),
                Stage::Replied => return Ok(Want::Found(self.take_reply())),
                Stage::Settle { ask } if self.has_settled() => self.read_away(ask),
                Stage::Settle { .. } | Stage::Lost => {}
                Stage::Asked => self.read_resolved()?,
                Stage::Sent => {
                    if let Some(place) = self.read_answer()? {
                        return Ok(Want::Found(place));
                    }
                }
            }
            if self.stage == stage {
                return Ok(self.receive());
            }
        }
    }

    #[inline]
    fn receive(&mut self) -> Want<'_> {
        let may_wait = matches!(self.stage, Stage::Asked | Stage::Sent) && !self.may_have_ended;
        let buffer = self.inbox.buffer();
        Want::Receive { buffer, may_wait }
    }

    /// Returns whether the request was sent.
    pub fn is_sent(&self) -> bool {
        matches!(
            self.stage,
            Stage::Sent | Stage::Replied | Stage::Lost | Stage::Idle
        )
    }

    /// Takes the result of sending.
    ///
    /// Fails with [`ErrorKind::Io`] if that failed. The operation has then ended.
    #[inline]
    pub fn sent(&mut self, result: io::Result<()>) -> Result<(), Error> {
        let (stage, sequence) = match self.stage {
            Stage::Ask => (Stage::Asked, self.question.sequence),
            Stage::Send => (Stage::Sent, self.asked.sequence),
            _ => return Ok(()),
        };
        result.map_err(|error| self.give_up(ErrorKind::Io(error)))?;
        self.inbox.clear();
        self.stage = stage;
        self.unsettled = Some(sequence);
        Ok(())
    }

    /// Takes the result of receiving.
    ///
    /// Fails if the operation fails with this result: it timed out, the socket failed, or the datagram was cut.
    #[inline]
    pub fn received(&mut self, result: io::Result<Datagram>) -> Result<(), Error> {
        let _entered = self.span.enter();
        match result {
            Ok(datagram) => match self.inbox.arrived(datagram) {
                Arrival::Whole | Arrival::Foreign => Ok(()),
                Arrival::Cut { length, capacity } => self.cut(length, capacity),
            },
            Err(error) => self.nothing(error),
        }
    }

    /// Makes the next steps drain the rest of an abandoned operation.
    pub(crate) fn settle(&mut self) {
        self.request.clear();
        self.go(Stage::Send);
    }

    /// Repeats the operation.
    pub(crate) fn again(&mut self) {
        self.start(self.asked);
        self.trace();
        self.go(Stage::Send);
    }

    /// Opens the trace span of the operation.
    pub(super) fn trace(&mut self) {
        self.span = Span::new(self.asked.family, self.asked.name);
    }

    /// Decides what is sent first: the request itself, or one for the ids of its family.
    #[inline]
    pub(super) fn prepare(&mut self) -> Result<(), Error> {
        if self.asked.is_generic() {
            let Some(known) = self.families.get(self.asked.family) else {
                return self.ask();
            };
            self.asked.id = known.id;
        }
        self.go(Stage::Send);
        Ok(())
    }

    /// Writes the request for the ids of the family.
    pub(super) fn ask(&mut self) -> Result<(), Error> {
        self.question_bytes.clear();
        let asked = &self.asked;
        self.question = (self.controller.ask)(asked.family, &mut self.question_bytes)
            .map_err(|error| asked.error(ErrorKind::Encode(error)))?;
        self.question.id = self.controller.id;
        let question = &mut self.question;
        question.sequence = reserve(1);
        stamp(
            &mut self.question_bytes,
            question.id,
            question.flags,
            question.sequence,
        );
        self.go(Stage::Ask);
        Ok(())
    }

    /// Enters a stage that sends, after draining the socket if it may hold old answers.
    #[inline]
    fn go(&mut self, stage: Stage) {
        let ask = stage == Stage::Ask;
        if self.unsettled.is_some() {
            self.stage = Stage::Settle { ask };
        } else {
            self.settled(ask);
        }
    }

    /// Handles that the rest of an abandoned operation was drained.
    pub(super) fn read_away(&mut self, ask: bool) {
        if let Some(left) = self.unsettled {
            trace::read_away(left);
        }
        self.settled(ask);
    }

    #[inline]
    pub(super) fn settled(&mut self, ask: bool) {
        self.unsettled = None;
        if ask {
            self.stage = Stage::Ask;
            return;
        }
        if self.request.is_empty() {
            self.rest();
            return;
        }
        let asked = &mut self.asked;
        asked.sequence = reserve(1);
        stamp(&mut self.request, asked.id, asked.flags, asked.sequence);
        self.span.sequence(asked.sequence);
        self.stage = Stage::Send;
    }

    /// Returns whether the end of the abandoned operation was received.
    fn has_settled(&self) -> bool {
        self.inbox.rest().flatten().any(|message| {
            Some(message.header.sequence) == self.unsettled
                && matches!(message.header.kind, MessageType::Done | MessageType::Error)
        })
    }
}

/// Returns the first of `count` consecutive sequence numbers that nothing else in this process uses.
#[inline]
pub(super) fn reserve(count: usize) -> u32 {
    next_numbers(&SEQUENCE, count)
}

/// Returns the number after `last`, and reserves `count` from there. None of them is 0, the sequence number of events.
#[inline]
fn next_numbers(last: &AtomicU32, count: usize) -> u32 {
    let count = u32::try_from(count).unwrap_or(u32::MAX);
    loop {
        let first = last.fetch_add(count, Ordering::Relaxed).wrapping_add(1);
        if first != 0 && first.checked_add(count - 1).is_some() {
            return first;
        }
    }
}

/// Writes id, flags and sequence number into a request.
#[inline]
pub(super) fn stamp(request: &mut [u8], id: u16, flags: u16, sequence: u32) {
    if let Some(header) = request.first_chunk_mut::<12>() {
        header[4..6].copy_from_slice(&id.to_ne_bytes());
        header[6..8].copy_from_slice(&flags.to_ne_bytes());
        header[8..].copy_from_slice(&sequence.to_ne_bytes());
    }
}

#[cfg(test)]
mod tests {
    use super::{AtomicU32, next_numbers};

    #[test]
    fn sequence_numbers_begin_again_at_1() {
        let last = AtomicU32::new(u32::MAX - 2);
        let numbers = [(); 4].map(|()| next_numbers(&last, 1));
        assert_eq!(numbers, [u32::MAX - 1, u32::MAX, 1, 2]);
        assert_eq!(next_numbers(&AtomicU32::new(0), 1), 1);
        // The numbers of a batch are consecutive.
        let last = AtomicU32::new(u32::MAX - 2);
        assert_eq!((next_numbers(&last, 3), next_numbers(&last, 3)), (1, 4));
    }
}
