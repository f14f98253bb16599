//! What the messages of a datagram mean for the current operation, and what it means if none arrives.

use core::ops::Range;
use std::io;

use super::asked::{Answer, Success};
use super::{Conversation, Place, Resolved, Stage, socket_error};
use crate::error::{Error, ErrorKind};
use crate::trace;
use crate::wire::{Attributes, flags};

impl Conversation {
    /// Returns the message of a reply.
    pub(crate) fn message(&self, range: &Range<usize>) -> &[u8] {
        let start = range.start.saturating_sub(self.asked.offset());
        self.inbox.bytes(&(start..range.end))
    }

    /// Reads the ids of the family from the answer of the controller, and continues with the operation.
    pub(super) fn read_resolved(&mut self) -> Result<(), Error> {
        while let Some(answer) = self.read()? {
            match answer {
                Answer::Reply(range) => {
                    let bytes = self.inbox.bytes(&range);
                    let attributes = Attributes::new(bytes, self.question.offset());
                    let read = (self.controller.answer)(attributes);
                    let resolved = read.map_err(|error| self.give_up(ErrorKind::Decode(error)))?;
                    return self.resolve(resolved);
                }
                Answer::Ack(Err(refusal)) if refusal.raw_os_error() == Some(libc::ENOENT) => {
                    self.families.remove(self.asked.family);
                    self.end();
                    return Err(self.asked.error(ErrorKind::FamilyNotFound));
                }
                Answer::Unreadable(error) | Answer::Ack(Err(error)) => {
                    self.rest();
                    return Err(error);
                }
                Answer::Overrun => {
                    self.lose();
                    return Ok(());
                }
                Answer::Ack(Ok(_)) | Answer::Done(_) | Answer::Other => {}
            }
        }
        Ok(())
    }

    /// Continues with the operation that needed the ids of the family.
    fn resolve(&mut self, resolved: Resolved) -> Result<(), Error> {
        let id = resolved.id;
        trace::looked_up(self.asked.family, id);
        self.families.insert(self.asked.family, resolved);
        match self.doubted.take() {
            // The id is the same, so the error came from the operation.
            Some(refusal) if id == self.asked.id => {
                self.end();
                Err(refusal)
            }
            _ => {
                self.asked.id = id;
                self.settled(false);
                Ok(())
            }
        }
    }

    /// Reads answers until one is for the caller.
    pub(super) fn read_answer(&mut self) -> Result<Option<Place>, Error> {
        while let Some(answer) = self.read()? {
            let place = self.take(answer)?;
            if place.is_some() || self.stage != Stage::Sent {
                return Ok(place);
            }
        }
        if let Some((_, kept @ false)) = &mut self.found {
            *kept = true;
            let result = self.inbox.keep();
            result.map_err(|error| self.give_up(ErrorKind::Io(error)))?;
        }
        Ok(None)
    }

    /// Reads messages until one is an answer. Returns `None` if the datagram holds none.
    fn read(&mut self) -> Result<Option<Answer>, Error> {
        let (asked, request) = match self.stage {
            Stage::Asked => (&self.question, &self.question_bytes),
            _ => (&self.asked, &self.request),
        };
        while let Some((start, message)) = self.inbox.message() {
            let message = match message {
                Ok(message) => message,
                Err(error) => return self.unreadable(ErrorKind::Decode(error)).map(Some),
            };
            if message.header.sequence == asked.sequence {
                self.interrupted |= message.header.flags & flags::DUMP_INTERRUPTED != 0;
            }
            match asked.answer(&message, start, request) {
                Answer::Other => {}
                answer => return Ok(Some(answer)),
            }
        }
        Ok(None)
    }

    /// Handles an answer. Returns `Some` if it is for the caller.
    fn take(&mut self, answer: Answer) -> Result<Option<Place>, Error> {
        let is_first = !core::mem::replace(&mut self.is_answered, true);
        match answer {
            Answer::Reply(range) if self.asked.several => return Ok(Some(Place::Reply(range))),
            Answer::Reply(range) if self.asked.is_acknowledged() => {
                self.found.get_or_insert((range, false));
            }
            Answer::Reply(range) => {
                self.end();
                return Ok(Some(Place::Reply(range)));
            }
            Answer::Ack(Err(refusal)) if is_first && self.is_doubtful(&refusal) => {
                trace::doubted(self.asked.family, self.asked.id);
                self.doubted = Some(refusal);
                self.unsettled = None;
                self.ask()?;
            }
            Answer::Ack(Err(error)) | Answer::Done(Err(error)) => {
                self.end();
                return Err(error);
            }
            Answer::Done(Ok(_)) if self.asked.is_acknowledged() => {}
            Answer::Ack(Ok(success)) | Answer::Done(Ok(success)) => {
                return self.succeed(success).map(Some);
            }
            Answer::Unreadable(error) => {
                if !self.asked.several {
                    self.rest();
                }
                return Err(error);
            }
            Answer::Overrun => self.lose(),
            Answer::Other => {}
        }
        Ok(None)
    }

    /// Returns whether the first answer may be an error of generic netlink itself.
    fn is_doubtful(&self, refusal: &Error) -> bool {
        self.asked.is_doubtful(refusal) && self.asked.id != self.controller.id
    }

    /// Handles that the kernel carried out the operation.
    fn succeed(&mut self, success: Success) -> Result<Place, Error> {
        self.number = success.number;
        self.warning = success.warning;
        self.end();
        if self.interrupted {
            return Err(self.asked.error(ErrorKind::DumpInterrupted));
        }
        Ok(self.take_reply())
    }

    /// Returns the reply whose acknowledgement was awaited, if there is one.
    pub(super) fn take_reply(&mut self) -> Place {
        self.rest();
        let Some((range, kept)) = self.found.take() else {
            return Place::End;
        };
        if kept {
            self.inbox.restore();
        }
        Place::Reply(range)
    }

    /// Marks that there is no operation.
    pub(super) fn rest(&mut self) {
        self.stage = Stage::Idle;
        self.span.close();
    }

    /// Ends the operation: no more answers will come.
    fn end(&mut self) {
        self.rest();
        self.unsettled = None;
    }

    /// Ends the operation, whose other answers may still come.
    pub(super) fn give_up(&mut self, kind: ErrorKind) -> Error {
        let asked = match self.stage {
            Stage::Ask | Stage::Asked => &self.question,
            _ => &self.asked,
        };
        let error = asked.error(kind);
        self.rest();
        error
    }

    /// Handles a loss of messages. The socket is drained by this operation, or by the next one.
    fn lose(&mut self) {
        trace::overrun(Some(self.asked.family));
        self.stage = Stage::Lost;
        self.unsettled = Some(0);
    }

    /// Handles a malformed datagram, which may have held the end of a dump.
    fn unreadable<T>(&mut self, kind: ErrorKind) -> Result<T, Error> {
        if self.stage == Stage::Sent && self.asked.several {
            self.may_have_ended = true;
            return Err(self.asked.error(kind));
        }
        Err(self.give_up(kind))
    }

    /// Handles a datagram that was larger than the buffer.
    pub(super) fn cut(&mut self, length: usize, capacity: usize) -> Result<(), Error> {
        match self.stage {
            Stage::Settle { .. } | Stage::Lost => Ok(()),
            _ => self.unreadable(ErrorKind::Truncated { length, capacity }),
        }
    }

    /// Handles that nothing was received.
    pub(super) fn nothing(&mut self, error: io::Error) -> Result<(), Error> {
        let lost = error.raw_os_error() == Some(libc::ENOBUFS);
        let empty = error.kind() == io::ErrorKind::WouldBlock;
        let late = error.kind() == io::ErrorKind::TimedOut;
        match self.stage {
            Stage::Lost if lost => {}
            Stage::Settle { .. } if lost => self.unsettled = Some(0),
            Stage::Settle { ask } if empty => self.read_away(ask),
            Stage::Lost => {
                if empty {
                    self.unsettled = None;
                }
                let lost = io::Error::from_raw_os_error(libc::ENOBUFS);
                return Err(self.give_up(ErrorKind::Io(lost)));
            }
            _ if lost => self.lose(),
            Stage::Sent if late && self.found.is_some() => self.stage = Stage::Replied,
            // The malformed datagram was already reported; here the dump ends.
            Stage::Sent if empty && self.may_have_ended => self.end(),
            _ => return Err(self.give_up(socket_error(error))),
        }
        Ok(())
    }
}
