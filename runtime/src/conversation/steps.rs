//! What is to be done next, and what came of it.

use core::sync::atomic::{AtomicU32, Ordering};
use std::io;

use super::inbox::Arrival;
use super::{Conversation, Place, Stage, Want};
use crate::error::{Error, ErrorKind};
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
        loop {
            let stage = self.stage;
            match stage {
                Stage::Idle => return Ok(Want::Found(Place::End)),
                Stage::Ask => return Ok(Want::Send(&self.question_bytes)),
                Stage::Send => return Ok(Want::Send(&self.request)),
                Stage::Replied => return Ok(Want::Found(self.take_reply())),
                Stage::Settle { ask } if self.has_settled() => self.settled(ask),
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
    pub fn received(&mut self, result: io::Result<Datagram>) -> Result<(), Error> {
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
        self.go(Stage::Send);
    }

    /// Decides what comes first: the question for the family, where it is needed.
    pub(super) fn prepare(&mut self) -> Result<(), Error> {
        if self.asked.is_generic() && self.families.get(self.asked.family).is_none() {
            return self.ask();
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
        self.question.sequence = stamp(&mut self.question_bytes, self.question.id);
        self.go(Stage::Ask);
        Ok(())
    }

    /// Goes to a stage that sends, by way of the one that empties the socket if something was left in it.
    fn go(&mut self, stage: Stage) {
        let ask = stage == Stage::Ask;
        if self.unsettled.is_some() {
            self.stage = Stage::Settle { ask };
        } else {
            self.settled(ask);
        }
    }

    pub(super) fn settled(&mut self, ask: bool) {
        self.unsettled = None;
        if ask || self.request.is_empty() {
            self.stage = if ask { Stage::Ask } else { Stage::Idle };
            return;
        }
        if let (true, Some(known)) = (
            self.asked.is_generic(),
            self.families.get(self.asked.family),
        ) {
            self.asked.id = known.id;
        }
        self.asked.sequence = stamp(&mut self.request, self.asked.id);
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

/// Gives a request its id and a sequence number, which is returned.
fn stamp(request: &mut [u8], id: u16) -> u32 {
    let sequence = next_number(&SEQUENCE);
    if let Some(header) = request.first_chunk_mut::<12>() {
        header[4..6].copy_from_slice(&id.to_ne_bytes());
        header[8..].copy_from_slice(&sequence.to_ne_bytes());
    }
    sequence
}

/// Returns the number after `last`. It is never 0, which is the sequence number of events.
fn next_number(last: &AtomicU32) -> u32 {
    loop {
        let number = last.fetch_add(1, Ordering::Relaxed).wrapping_add(1);
        if number != 0 {
            return number;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{AtomicU32, next_number};

    #[test]
    fn sequence_numbers_begin_again_at_1() {
        let last = AtomicU32::new(u32::MAX - 2);
        let numbers = [(); 4].map(|()| next_number(&last));
        assert_eq!(numbers, [u32::MAX - 1, u32::MAX, 1, 2]);
        assert_eq!(next_number(&AtomicU32::new(0)), 1);
    }
}
