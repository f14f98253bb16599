//! Many requests in few datagrams, and the answer to each.
//!
//! The kernel carries out the requests of a datagram in order while it is sent, even if some of them fail
//! (`netlink_rcv_skb`, `net/netlink/af_netlink.c`), and answers in that order. So an answer to one request shows that the
//! earlier ones which are answered only if they fail have succeeded.

mod answers;
mod requests;
mod sent;

use std::io;

use super::{Conversation, Place, Want};
use crate::error::{Error, ErrorKind};
use crate::trace;
use answers::Loss;
pub(crate) use requests::Requests;
use requests::{Item, Outcome};
use sent::Sent;

/// The state of sending a batch.
#[derive(Debug)]
pub(crate) struct Exchange<'c> {
    conversation: &'c mut Conversation,
    requests: &'c mut Requests,
    /// The size of the receive buffer of the socket, in bytes.
    room: usize,
    stage: Stage,
    /// The error of the conversation in preparing the next datagram.
    failure: Option<Error>,
    /// The position of the first request that was not looked at yet.
    position: usize,
    sent: Sent,
    /// The number of requests in the datagram that have no result.
    open: usize,
    /// The requests of the datagram before this place have a result, or need no answer.
    passed: usize,
    /// Why answers are missing.
    loss: Option<Loss>,
    /// The malformed part came after the last valid answer.
    gap: bool,
    /// Answers may still arrive.
    is_late: bool,
    /// Doubted ids were looked up again.
    is_renewed: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stage {
    /// The conversation looks up families, or drains the socket.
    Prepare,
    Send,
    Receive,
}

impl<'c> Exchange<'c> {
    /// Creates the state. `room` is the size of the receive buffer of the socket, in bytes.
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
            failure: None,
            position: 0,
            sent: Sent::default(),
            open: 0,
            passed: 0,
            loss: None,
            gap: false,
            is_late: false,
            is_renewed: false,
        }
    }

    /// Returns the next step; [`Place::End`] if every request has its result.
    ///
    /// Fails if nothing was sent yet. Later, the requests have the error as their result.
    /// If nothing was sent. Later the requests have the error as their result.
    pub(crate) fn next(&mut self) -> Result<Want<'_>, Error> {
        loop {
            match self.stage {
                Stage::Prepare => match self.is_prepared() {
                    Ok(false) => return self.conversation.next(),
                    Ok(true) if self.fill() => self.stage = Stage::Send,
                    Ok(true) if self.renew() => {}
                    Err(error) if !self.sent.has_begun() => return Err(error),
                    prepared => {
                        self.give_up(prepared.err());
                        return Ok(Want::Found(Place::End));
                    }
                },
                Stage::Send => return Ok(Want::Send(&self.sent.datagram)),
                Stage::Receive => {
                    self.read();
                    if self.open > 0 || self.loss.is_some() {
                        let may_wait = self.loss.is_none();
                        let buffer = self.conversation.inbox.buffer();
                        return Ok(Want::Receive { buffer, may_wait });
                    }
                    if !self.is_late {
                        self.conversation.unsettled = None;
                    }
                    self.conversation.settle();
                    self.stage = Stage::Prepare;
                }
            }
        }
    }

    /// Returns whether the socket is empty and every family is known. If not, the conversation has to be driven.
    fn is_prepared(&mut self) -> Result<bool, Error> {
        loop {
            let next = self
                .failure
                .take()
                .map_or_else(|| self.conversation.next(), Err);
            match next {
                Ok(Want::Found(_)) => {}
                Ok(_) => return Ok(false),
                Err(error) if matches!(error.kind(), ErrorKind::FamilyNotFound) => {
                    self.requests.fail(error.family());
                }
                Err(error) => return Err(error),
            }
            let known = &self.conversation.families;
            let mut families = self.requests.families.iter().copied();
            match families.find(|family| known.get(*family).is_none()) {
                Some(family) => self.conversation.look_up(family)?,
                None => return Ok(true),
            }
        }
    }

    /// Puts the next requests into the datagram. Returns whether there are any.
    fn fill(&mut self) -> bool {
        self.sent.clear(self.room);
        let known = &self.conversation.families;
        while let Some(item) = self.requests.items.get(self.position) {
            if item.is_due(known) && !self.sent.put(self.position, item, self.requests) {
                break;
            }
            self.position += 1;
        }
        self.sent.stamp(self.requests, known);
        self.open = self.sent.items.len();
        (self.passed, self.loss, self.gap, self.is_late) = (0, None, false, false);
        self.open > 0
    }

    /// Looks up the families with doubted ids again, once. Returns whether there are any.
    fn renew(&mut self) -> bool {
        let is_first = !core::mem::replace(&mut self.is_renewed, true);
        let doubted = |item: &&Item| matches!(item.outcome, Outcome::Doubted(_));
        let mut any = false;
        for item in self.requests.items.iter().filter(doubted) {
            any = is_first;
            let family = item.asked.family;
            if is_first && self.conversation.families.get(family).is_some() {
                trace::doubted(family, item.asked.id);
                self.conversation.families.remove(family);
            }
        }
        self.position = 0;
        any
    }

    /// Takes the result of sending.
    pub(crate) fn sent(&mut self, result: io::Result<()>) {
        if self.stage == Stage::Prepare {
            self.failure = self.conversation.sent(result).err();
            return;
        }
        self.stage = Stage::Receive;
        self.conversation.inbox.clear();
        match result {
            Ok(()) => self.conversation.unsettled = Some(self.sent.last_sequence()),
            Err(error) => self.end(&ErrorKind::Io(error)),
        }
    }
}
