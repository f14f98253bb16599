//! The requests of a batch, and their results.

use core::ops::Range;

use crate::codec::AttributeSet;
use crate::conversation::asked::{Answer, Success};
use crate::conversation::families::Families;
use crate::conversation::{Asked, steps};
use crate::error::{EncodeError, Error, ErrorKind};
use crate::family::Family;
use crate::wire::{Attributes, Message, MessageHeader};

/// The requests of a batch, in the order in which they are sent.
#[derive(Debug)]
pub(crate) struct Requests {
    /// Distinguishes this batch from others.
    pub(crate) number: u32,
    /// Every request asks for an acknowledgement, so that no warning is missed.
    pub(crate) acknowledge_all: bool,
    pub(super) items: Vec<Item>,
    /// The families of the requests, without those that the kernel does not have.
    pub(super) families: Vec<Family>,
    bytes: Vec<u8>,
    replies: Vec<u8>,
}

#[derive(Debug)]
pub(super) struct Item {
    pub(super) asked: Asked,
    /// It is answered only if it fails.
    pub(super) is_silent: bool,
    pub(super) outcome: Outcome,
    pub(super) request: Range<usize>,
    reply: Option<Range<usize>>,
}

#[derive(Debug)]
pub(super) enum Outcome {
    /// Unknown so far.
    Open,
    /// An error without an extended ack, as if the family had another id by now.
    Doubted(Error),
    /// Success.
    Done(Success),
    /// Failure.
    Failed(Error),
    /// Taken by the caller.
    Taken,
}

impl Requests {
    pub(crate) fn new() -> Self {
        Self {
            number: steps::reserve(1),
            acknowledge_all: false,
            items: Vec::new(),
            families: Vec::new(),
            bytes: Vec::new(),
            replies: Vec::new(),
        }
    }

    /// Adds a request, and returns its index.
    pub(crate) fn add(
        &mut self,
        asked: Asked,
        write: impl FnOnce(MessageHeader, &mut Vec<u8>) -> Result<(), EncodeError>,
    ) -> usize {
        let start = self.bytes.len().next_multiple_of(4);
        self.bytes.resize(start, 0);
        let outcome = match write(asked.header(), &mut self.bytes) {
            Ok(()) => Outcome::Open,
            Err(error) => {
                self.bytes.truncate(start);
                Outcome::Failed(asked.error(ErrorKind::Encode(error)))
            }
        };
        let known = |family: &Family| family.name() == asked.family.name();
        if matches!(outcome, Outcome::Open) && !self.families.iter().any(known) {
            self.families.push(asked.family);
        }
        self.items.push(Item {
            asked,
            is_silent: false,
            outcome,
            request: start..self.bytes.len(),
            reply: None,
        });
        self.items.len() - 1
    }

    pub(crate) fn len(&self) -> usize {
        self.items.len()
    }

    /// Decodes the result of a request.
    pub(crate) fn take<R: AttributeSet>(&mut self, index: usize) -> Result<R::View<'_>, Error> {
        let Some(item) = self.items.get_mut(index) else {
            return Err(Error::new("genl", "take", ErrorKind::NotInBatch));
        };
        let asked = item.asked;
        match core::mem::replace(&mut item.outcome, Outcome::Taken) {
            Outcome::Failed(error) | Outcome::Doubted(error) => return Err(error),
            Outcome::Open | Outcome::Taken => return Err(asked.error(ErrorKind::NoReply)),
            Outcome::Done(_) => {}
        }
        let reply = item.reply.clone();
        match reply.and_then(|place| self.replies.get(place)) {
            Some(reply) => R::decode(Attributes::new(reply, asked.offset()))
                .map_err(|error| asked.error(ErrorKind::Decode(error))),
            None => R::absent().ok_or_else(|| asked.error(ErrorKind::NoReply)),
        }
    }

    /// Returns what the kernel said about the success of a request.
    pub(crate) fn success(&self, index: usize) -> Option<&Success> {
        match &self.items.get(index)?.outcome {
            Outcome::Done(success) => Some(success),
            _ => None,
        }
    }

    /// Returns the bytes of a request.
    pub(super) fn request(&self, item: &Item) -> &[u8] {
        self.bytes.get(item.request.clone()).unwrap_or_default()
    }

    /// Fails the requests to a family that the kernel does not have.
    pub(super) fn fail(&mut self, family: &str) {
        self.families.retain(|known| known.name() != family);
        let of_it = |item: &&mut Item| item.is_open() && item.asked.family.name() == family;
        for item in self.items.iter_mut().filter(of_it) {
            item.outcome = Outcome::Failed(item.asked.error(ErrorKind::FamilyNotFound));
        }
    }

    /// Reads an answer to a request. It begins at `start` of its datagram. Returns whether the result is then known.
    pub(super) fn read(&mut self, index: usize, message: &Message<'_>, start: usize) -> bool {
        let Some(item) = self.items.get_mut(index) else {
            return false;
        };
        let request = self.bytes.get(item.request.clone()).unwrap_or_default();
        if !matches!(item.outcome, Outcome::Open) {
            return false;
        }
        item.outcome = match item.asked.answer(message, start, request) {
            Answer::Reply(place) if item.reply.is_none() => {
                let place = place.start - start..place.end - start;
                let reply = message.as_bytes().get(place).unwrap_or_default();
                let from = self.replies.len();
                self.replies.extend_from_slice(reply);
                item.reply = Some(from..self.replies.len());
                if item.asked.is_acknowledged() {
                    return false;
                }
                Outcome::Done(Success::default())
            }
            Answer::Ack(Ok(success)) => Outcome::Done(success),
            Answer::Done(Ok(success)) if !item.asked.is_acknowledged() => Outcome::Done(success),
            Answer::Ack(Err(error)) if item.asked.is_doubtful(&error) => Outcome::Doubted(error),
            Answer::Ack(Err(error)) | Answer::Done(Err(error)) | Answer::Unreadable(error) => {
                Outcome::Failed(error)
            }
            Answer::Done(Ok(_)) | Answer::Reply(_) | Answer::Overrun | Answer::Other => {
                return false;
            }
        };
        true
    }
}

impl Item {
    /// Returns whether the result is unknown.
    const fn is_open(&self) -> bool {
        matches!(self.outcome, Outcome::Open | Outcome::Doubted(_))
    }

    /// Returns whether the request is to be sent: for the first time, or because its family has another id.
    pub(super) fn is_due(&self, families: &Families) -> bool {
        match self.outcome {
            Outcome::Open => true,
            Outcome::Doubted(_) => families
                .get(self.asked.family)
                .is_some_and(|known| known.id != self.asked.id),
            _ => false,
        }
    }

    /// Sets the result, success or failure, if it is unknown. Returns whether it was.
    pub(super) fn settle(&mut self, failure: Option<ErrorKind>) -> bool {
        let is_open = matches!(self.outcome, Outcome::Open);
        if is_open {
            self.outcome = match failure {
                Some(kind) => Outcome::Failed(self.asked.error(kind)),
                None => Outcome::Done(Success::default()),
            };
        }
        is_open
    }
}
