//! What is to be done next, and what came of it.

use core::sync::atomic::{AtomicU32, Ordering};
use std::io;

use super::inbox::Arrival;
use super::{Conversation, Place, Stage, Want};
use crate::error::{Error, ErrorKind};
use crate::trace::{self, Span};
use crate::transport::Datagram;
use crate::wire::MessageType;

/// The sequence number given last. All conversations of a process share it, so that no answer to one of them is taken for an
/// answer to another, whoever uses the socket next.
static SEQUENCE: AtomicU32 = AtomicU32::new(0);

impl Conversation {
    /// Says what is to be done next. Without an error or [`Want::Found`] it says the same until that was done.
    ///
    /// # Errors
    ///
    /// If the operation failed. That of a dump may concern one reply, and the next one follows.
    #[allow(clippy::should_implement_trait)] // it lends
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

    /// Tells that what was wanted was sent, or why not.
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

    /// Tells what was received, or why nothing was.
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

    /// Wants what an earlier operation left unread to be taken out of the socket.
    pub(crate) fn settle(&mut self) {
        self.request.clear();
        self.go(Stage::Send);
    }

    /// Asks the same again.
    pub(crate) fn again(&mut self) {
        self.start(self.asked);
        self.trace();
        self.go(Stage::Send);
    }

    /// Begins to tell of the operation.
    pub(super) fn trace(&mut self) {
        self.span = Span::new(self.asked.family, self.asked.name);
    }

    /// Decides what comes first: the question for the family, where it is needed.
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

    /// Writes the question for the family.
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

    /// Goes to a stage that sends, by way of the one that empties the socket if something was left in it.
    #[inline]
    fn go(&mut self, stage: Stage) {
        let ask = stage == Stage::Ask;
        if self.unsettled.is_some() {
            self.stage = Stage::Settle { ask };
        } else {
            self.settled(ask);
        }
    }

    /// What an earlier operation left unread is out of the socket.
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

    /// Whether the end of what was left unread has been received already.
    fn has_settled(&self) -> bool {
        self.inbox.rest().flatten().any(|message| {
            Some(message.header.sequence) == self.unsettled
                && matches!(message.header.kind, MessageType::Done | MessageType::Error)
        })
    }
}

/// Returns the first of `count` sequence numbers that nobody else of this process uses, and that follow each other.
#[inline]
pub(super) fn reserve(count: usize) -> u32 {
    next_numbers(&SEQUENCE, count)
}

/// Returns the number after `last`, and takes `count` from there on. None of them is 0, which is the sequence number of events.
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

/// Gives a request its id, flags and sequence number.
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
        // Those of a batch follow each other without a break.
        let last = AtomicU32::new(u32::MAX - 2);
        assert_eq!((next_numbers(&last, 3), next_numbers(&last, 3)), (1, 4));
    }
}
