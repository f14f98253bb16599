//! The replies of a dump.

use core::marker::PhantomData;

use super::Client;
use super::pending::{Answer, Pending};
use crate::codec::AttributeSet;
use crate::error::{Error, ErrorKind};
use crate::transport::{Netlink, Transport};
use crate::wire::{Messages, flags};

/// The replies of a dump, one by one as they are read.
///
/// A reply that cannot be read is an `Err`, and the next one follows. A dump that saw a change while it ran ends with an
/// error of kind [`ErrorKind::DumpInterrupted`]. It may be dropped before its end.
#[derive(Debug)]
#[must_use = "replies are read by whoever asked for them"]
pub struct Replies<'c, R, T = Netlink> {
    client: &'c mut Client<T>,
    pending: Pending,
    /// Where in the datagram received last the next message begins.
    position: usize,
    interrupted: bool,
    ended: bool,
    marker: PhantomData<fn() -> R>,
}

impl<'c, R: AttributeSet, T: Transport> Replies<'c, R, T> {
    pub(super) fn new(client: &'c mut Client<T>, pending: Pending) -> Self {
        client.received.clear();
        Self {
            client,
            pending,
            position: 0,
            interrupted: false,
            ended: false,
            marker: PhantomData,
        }
    }

    /// Whether the kernel has told of a change so far (`NLM_F_DUMP_INTR`).
    pub fn is_interrupted(&self) -> bool {
        self.interrupted
    }

    /// The next reply, borrowing from the receive buffer.
    ///
    /// The iterator does the same for replies that own their fields.
    #[allow(clippy::should_implement_trait)] // it lends
    pub fn next(&mut self) -> Option<Result<R::View<'_>, Error>> {
        match self.advance() {
            Ok(None) => None,
            Ok(Some(start)) => {
                let decoded = R::decode(self.client.attributes(start));
                Some(decoded.map_err(|error| self.pending.error(ErrorKind::Decode(error))))
            }
            Err(error) => Some(Err(error)),
        }
    }

    /// Goes to the next reply: the place where its message begins.
    fn advance(&mut self) -> Result<Option<usize>, Error> {
        while !self.ended {
            let mut messages = Messages::at(&self.client.received, self.position);
            let start = self.position;
            let Some(message) = messages.next() else {
                self.fill()?;
                continue;
            };
            self.position = messages.position();
            let message = message.map_err(|error| self.pending.error(ErrorKind::Decode(error)))?;
            if message.header.sequence == self.pending.sequence {
                self.interrupted |= message.header.flags & flags::DUMP_INTERRUPTED != 0;
            }
            let answer = self.pending.answer(&message, &self.client.request);
            match answer {
                Ok(Answer::Reply) => return Ok(Some(start)),
                Ok(Answer::Other) => {}
                Ok(Answer::Ack(detail) | Answer::Done(detail)) => {
                    self.client.warning = Some(detail).filter(|detail| !detail.is_empty());
                    self.end();
                    if self.interrupted {
                        return Err(self.pending.error(ErrorKind::DumpInterrupted));
                    }
                }
                Err(error) => {
                    if matches!(error.kind(), ErrorKind::Kernel(_)) {
                        self.end();
                    }
                    return Err(error);
                }
            }
        }
        Ok(None)
    }

    /// Receives the next datagram. When none can be had, the dump has ended for its reader.
    fn fill(&mut self) -> Result<(), Error> {
        self.position = 0;
        let received = self.client.receive(self.pending);
        if let Err(error) = &received {
            self.client.received.clear();
            self.ended = !matches!(error.kind(), ErrorKind::Truncated { .. });
        }
        received
    }

    fn end(&mut self) {
        self.ended = true;
        self.client.unfinished = None;
    }
}

impl<R: for<'a> AttributeSet<View<'a> = R>, T: Transport> Iterator for Replies<'_, R, T> {
    type Item = Result<R, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        Replies::next(self)
    }
}
