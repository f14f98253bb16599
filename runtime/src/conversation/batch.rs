//! Many requests in few datagrams, and the answer to each.
//!
//! The kernel carries out the requests of a datagram in their order while it is sent, whatever fails in the middle
//! (`netlink_rcv_skb`, `net/netlink/af_netlink.c`), and answers in that order. So an answer to one request tells that those before it
//! which are answered only if they fail did not.

use core::ops::Range;
use std::io;

use super::asked::{Answer, Success};
use super::families::Families;
use super::inbox::Arrival;
use super::{Asked, Conversation, Place, Want, socket_error, steps};
use crate::codec::AttributeSet;
use crate::error::{DecodeError, EncodeError, Error, ErrorKind};
use crate::trace::{self, Span};
use crate::transport::Datagram;
use crate::wire::{Attributes, MessageHeader, MessageType, flags};

/// A datagram holds so many bytes of requests at the most, unless a single one is larger. The kernel takes about 200 KiB.
const DATAGRAM: usize = 32 * 1024;

/// What an acknowledgement or refusal takes of the receive buffer at the most, in the kernel's own count (`skb->truesize`).
const ACK: usize = 1280;

/// What a reply takes. Most families allocate a page for it (`NLMSG_GOODSIZE`).
const REPLY: usize = 9 * 1024;

/// The requests of a batch.
#[derive(Debug)]
pub(crate) struct Requests {
    /// Tells this batch from others.
    pub(crate) number: u32,
    bytes: Vec<u8>,
    items: Vec<Item>,
    /// The replies.
    answers: Vec<u8>,
    /// Every request is to be acknowledged, so that no warning is missed.
    pub(crate) acknowledge_all: bool,
}

#[derive(Debug)]
struct Item {
    asked: Asked,
    request: Range<usize>,
    reply: Option<Range<usize>>,
    outcome: Outcome,
}

#[derive(Debug)]
enum Outcome {
    /// Not known yet.
    Open,
    /// Refused without detail, as if the kernel knew the family under another id by now.
    Doubted(Error),
    /// It succeeded.
    Done(Success),
    /// It failed.
    Failed(Error),
    /// It was handed out.
    Taken,
}

impl Requests {
    pub(crate) fn new() -> Self {
        Self {
            number: steps::reserve(1),
            bytes: Vec::new(),
            items: Vec::new(),
            answers: Vec::new(),
            acknowledge_all: false,
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
        self.items.push(Item {
            asked,
            request: start..self.bytes.len(),
            reply: None,
            outcome,
        });
        self.items.len() - 1
    }

    pub(crate) fn len(&self) -> usize {
        self.items.len()
    }

    /// Reads the result of a request.
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
        match reply.and_then(|place| self.answers.get(place)) {
            Some(reply) => R::decode(Attributes::new(reply, asked.offset()))
                .map_err(|error| asked.error(ErrorKind::Decode(error))),
            None => R::absent().ok_or_else(|| asked.error(ErrorKind::NoReply)),
        }
    }

    /// What the kernel said about the success of a request.
    pub(crate) fn success(&self, index: usize) -> Option<&Success> {
        match &self.items.get(index)?.outcome {
            Outcome::Done(success) => Some(success),
            _ => None,
        }
    }

    /// Fails the requests to a family that the kernel does not have.
    fn fail(&mut self, family: &str) {
        let of_it = |item: &&mut Item| item.is_open() && item.asked.family.name() == family;
        for item in self.items.iter_mut().filter(of_it) {
            item.outcome = Outcome::Failed(item.asked.error(ErrorKind::FamilyNotFound));
        }
    }
}

impl Item {
    /// Whether its result is not known.
    const fn is_open(&self) -> bool {
        matches!(self.outcome, Outcome::Open | Outcome::Doubted(_))
    }

    /// Whether it is to be sent: for the first time, or since its family has another id.
    fn is_due(&self, families: &Families) -> bool {
        match self.outcome {
            Outcome::Open => true,
            Outcome::Doubted(_) => families
                .get(self.asked.family)
                .is_some_and(|known| known.id != self.asked.id),
            _ => false,
        }
    }
}

/// A batch under way.
#[derive(Debug)]
pub(crate) struct Exchange<'c> {
    conversation: &'c mut Conversation,
    requests: &'c mut Requests,
    /// The bytes that the receive buffer holds.
    room: usize,
    stage: Stage,
    datagram: Vec<u8>,
    /// The items in the datagram. Their sequence numbers follow each other.
    sent: Vec<usize>,
    first_sequence: u32,
    spans: Vec<Span>,
    /// How many of them are settled.
    settled: usize,
    loss: Option<Loss>,
    /// Answers may still come.
    late: bool,
    /// Doubted ids were looked up again.
    renewed: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stage {
    /// The conversation looks up families, or empties the socket.
    Prepare,
    Send,
    Receive,
}

/// Why answers are missing.
#[derive(Debug)]
enum Loss {
    Overrun,
    Cut { length: usize, capacity: usize },
    Unreadable(DecodeError),
}

impl Loss {
    fn kind(&self) -> ErrorKind {
        match self {
            Self::Overrun => ErrorKind::Io(io::Error::from_raw_os_error(libc::ENOBUFS)),
            Self::Cut { length, capacity } => ErrorKind::Truncated {
                length: *length,
                capacity: *capacity,
            },
            Self::Unreadable(error) => ErrorKind::Decode(error.clone()),
        }
    }
}

impl<'c> Exchange<'c> {
    /// `room` is the size of the receive buffer, in bytes.
    pub(crate) fn new(
        conversation: &'c mut Conversation,
        requests: &'c mut Requests,
        room: usize,
    ) -> Self {
        conversation.settle();
        Self {
            conversation,
            requests,
            room,
            stage: Stage::Prepare,
            datagram: Vec::new(),
            sent: Vec::new(),
            first_sequence: 0,
            spans: Vec::new(),
            settled: 0,
            loss: None,
            late: false,
            renewed: false,
        }
    }

    /// Says what is to be done next; [`Place::End`] when every request has its result.
    pub(crate) fn next(&mut self) -> Result<Want<'_>, Error> {
        loop {
            match self.stage {
                Stage::Prepare => {
                    if !self.is_prepared()? {
                        return self.conversation.next();
                    }
                    if !self.fill() && !self.renew() {
                        return Ok(Want::Found(Place::End));
                    }
                }
                Stage::Send => return Ok(Want::Send(&self.datagram)),
                Stage::Receive => {
                    self.read();
                    if self.settled < self.sent.len() {
                        let may_wait = self.loss.is_none();
                        let buffer = self.conversation.inbox.buffer();
                        return Ok(Want::Receive { buffer, may_wait });
                    }
                    self.spans.clear();
                    if !self.late {
                        self.conversation.unsettled = None;
                    }
                    self.conversation.settle();
                    self.stage = Stage::Prepare;
                }
            }
        }
    }

    /// Whether the socket is empty and every family is known. Otherwise the conversation is to be followed.
    fn is_prepared(&mut self) -> Result<bool, Error> {
        loop {
            match self.conversation.next() {
                Ok(Want::Found(_)) => {}
                Ok(_) => return Ok(false),
                Err(error) if matches!(error.kind(), ErrorKind::FamilyNotFound) => {
                    self.requests.fail(error.family());
                }
                Err(error) => return Err(error),
            }
            let families = &self.conversation.families;
            let mut items = self.requests.items.iter();
            let unknown =
                items.find(|item| item.is_open() && families.get(item.asked.family).is_none());
            match unknown.map(|item| item.asked.family) {
                Some(family) => self.conversation.look_up(family)?,
                None => return Ok(true),
            }
        }
    }

    /// Puts the next requests into the datagram. Returns whether there are any.
    fn fill(&mut self) -> bool {
        self.datagram.clear();
        self.sent.clear();
        (self.settled, self.loss, self.late) = (0, None, false);
        let mut room = self.room;
        for (index, item) in self.requests.items.iter().enumerate() {
            if !item.is_due(&self.conversation.families) {
                continue;
            }
            let answer = if item.asked.has_reply() { REPLY } else { ACK };
            let fits = self.datagram.len() + item.request.len() <= DATAGRAM && answer <= room;
            if !fits && !self.sent.is_empty() {
                break;
            }
            room = room.saturating_sub(answer);
            self.datagram
                .resize(self.datagram.len().next_multiple_of(4), 0);
            let request = self.requests.bytes.get(item.request.clone());
            self.datagram.extend(request.unwrap_or_default());
            self.sent.push(index);
        }
        self.stage = Stage::Send;
        self.number();
        !self.sent.is_empty()
    }

    /// Gives the requests in the datagram their ids, flags and sequence numbers.
    fn number(&mut self) {
        let Some(&last) = self.sent.last() else {
            self.stage = Stage::Prepare;
            return;
        };
        self.first_sequence = steps::reserve(self.sent.len());
        let mut start = 0;
        for (sequence, &index) in (self.first_sequence..).zip(&self.sent) {
            let item = &mut self.requests.items[index];
            if let Some(known) = self.conversation.families.get(item.asked.family) {
                item.asked.id = known.id;
            }
            item.outcome = Outcome::Open;
            item.asked.sequence = sequence;
            let span = Span::new(item.asked.family, item.asked.name);
            span.sequence(sequence);
            self.spans.push(span);
            // What is answered only if it fails is cheap: nothing of a success is received.
            let silent = !item.asked.has_reply() && index != last && !self.requests.acknowledge_all;
            let sent = item.asked.flags & !if silent { flags::ACK } else { 0 };
            let message = self.datagram.get_mut(start..).unwrap_or_default();
            steps::stamp(message, item.asked.id, sent, sequence);
            start += item.request.len().next_multiple_of(4);
        }
    }

    /// Has the families looked up again whose ids are doubted, once. Returns whether there are any.
    fn renew(&mut self) -> bool {
        let doubted = |item: &&Item| matches!(item.outcome, Outcome::Doubted(_));
        let items = self.requests.items.iter().filter(doubted);
        let families: Vec<_> = items
            .map(|item| (item.asked.family, item.asked.id))
            .collect();
        if self.renewed || families.is_empty() {
            return false;
        }
        self.renewed = true;
        for (family, id) in families {
            if self.conversation.families.get(family).is_some() {
                trace::doubted(family, id);
            }
            self.conversation.families.remove(family);
        }
        true
    }

    /// Reads what was received.
    fn read(&mut self) {
        while let Some((start, message)) = self.conversation.inbox.message() {
            let message = match message {
                Ok(message) => message,
                Err(error) => {
                    self.loss.get_or_insert(Loss::Unreadable(error));
                    return;
                }
            };
            let sequence = message.header.sequence;
            if message.header.kind == MessageType::Overrun && sequence == 0 {
                self.loss.get_or_insert(Loss::Overrun);
            }
            let Some(at) = sequence.checked_sub(self.first_sequence) else {
                continue;
            };
            let at = usize::try_from(at).unwrap_or(usize::MAX);
            let Some(item) = self
                .sent
                .get(at)
                .and_then(|index| self.requests.items.get_mut(*index))
            else {
                continue;
            };
            let request = self
                .requests
                .bytes
                .get(item.request.clone())
                .unwrap_or_default();
            match item.asked.answer(&message, start, request) {
                Answer::Reply(place) if item.reply.is_none() => {
                    let answers = &mut self.requests.answers;
                    let from = answers.len();
                    answers.extend_from_slice(
                        message
                            .as_bytes()
                            .get(place.start - start..)
                            .unwrap_or_default(),
                    );
                    item.reply = Some(from..answers.len());
                    if item.asked.is_acknowledged() {
                        continue;
                    }
                    item.outcome = Outcome::Done(Success::default());
                }
                Answer::Ack(Ok(success)) => item.outcome = Outcome::Done(success),
                Answer::Ack(Err(error)) if item.asked.is_doubtful(&error) => {
                    item.outcome = Outcome::Doubted(error);
                }
                Answer::Ack(Err(error)) | Answer::Done(Err(error)) | Answer::Unreadable(error) => {
                    item.outcome = Outcome::Failed(error);
                }
                Answer::Done(Ok(success)) if !item.asked.is_acknowledged() => {
                    item.outcome = Outcome::Done(success);
                }
                _ => continue,
            }
            self.settle(at);
        }
    }

    /// The request at this place of the datagram has its result. Those before it that are answered only if they fail did not.
    fn settle(&mut self, at: usize) {
        for index in self.sent.iter().take(at) {
            let item = &mut self.requests.items[*index];
            if matches!(item.outcome, Outcome::Open) && !item.asked.has_reply() {
                item.outcome = Outcome::Done(Success::default());
            }
        }
        let open = |index: &&usize| matches!(self.requests.items[**index].outcome, Outcome::Open);
        self.settled = self.sent.len() - self.sent.iter().filter(open).count();
    }

    /// Fails what has no answer, since none is to come.
    fn end(&mut self, kind: impl Fn() -> ErrorKind) {
        for index in &self.sent {
            let item = &mut self.requests.items[*index];
            if matches!(item.outcome, Outcome::Open) {
                item.outcome = Outcome::Failed(item.asked.error(kind()));
            }
        }
        self.settled = self.sent.len();
    }

    /// Tells that what was wanted was sent, or why not.
    pub(crate) fn sent(&mut self, result: io::Result<()>) -> Result<(), Error> {
        if self.stage == Stage::Prepare {
            return self.conversation.sent(result);
        }
        self.stage = Stage::Receive;
        self.conversation.inbox.clear();
        match result {
            Ok(()) => self.conversation.unsettled = Some(self.first_sequence),
            Err(error) => {
                let (number, kind) = (error.raw_os_error(), error.kind());
                let text = error.to_string();
                let of_kind = || io::Error::new(kind, text.clone());
                let again = || number.map_or_else(of_kind, io::Error::from_raw_os_error);
                self.end(|| ErrorKind::Io(again()));
            }
        }
        Ok(())
    }

    /// Tells what was received, or why nothing was.
    pub(crate) fn received(&mut self, result: io::Result<Datagram>) -> Result<(), Error> {
        if self.stage == Stage::Prepare {
            return self.conversation.received(result);
        }
        match result {
            Ok(datagram) => {
                if let Arrival::Cut { length, capacity } = self.conversation.inbox.arrived(datagram)
                {
                    self.loss.get_or_insert(Loss::Cut { length, capacity });
                }
            }
            Err(error) => {
                self.conversation.inbox.clear();
                self.nothing(error);
            }
        }
        Ok(())
    }

    fn nothing(&mut self, error: io::Error) {
        if error.raw_os_error() == Some(libc::ENOBUFS) {
            self.loss.get_or_insert(Loss::Overrun);
            return;
        }
        if let Some(loss) = self.loss.take() {
            if matches!(loss, Loss::Overrun) {
                trace::overrun(None);
            }
            self.end(|| loss.kind());
            return;
        }
        let number = error.raw_os_error();
        let kind = socket_error(error);
        self.end(|| match (&kind, number) {
            (ErrorKind::Timeout, _) => ErrorKind::Timeout,
            (ErrorKind::Stopped, _) => ErrorKind::Stopped,
            (_, Some(number)) => ErrorKind::Io(io::Error::from_raw_os_error(number)),
            _ => ErrorKind::Io(io::ErrorKind::Other.into()),
        });
        // What comes late is not for the next operation.
        self.late = true;
    }
}
