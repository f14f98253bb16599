//! The answers in a datagram, and what they mean for the requests of a batch.

use std::io;

use super::{Exchange, Stage};
use crate::conversation::inbox::Arrival;
use crate::conversation::socket_error;
use crate::error::{DecodeError, Error, ErrorKind};
use crate::trace;
use crate::transport::Datagram;
use crate::wire::MessageType;

/// Why answers are missing.
#[derive(Debug)]
pub(super) enum Loss {
    /// The socket dropped them.
    Overrun,
    /// They were in a datagram that is larger than the buffer.
    Cut { length: usize, capacity: usize },
    /// They were in a malformed datagram.
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

impl Exchange<'_> {
    /// Reads the answers of the datagram.
    pub(super) fn read(&mut self) {
        while let Some((start, message)) = self.conversation.inbox.message() {
            let message = match message {
                Ok(message) => message,
                Err(error) => return self.lose(Loss::Unreadable(error)),
            };
            let sequence = message.header.sequence;
            let found = self.sent.find(sequence);
            if message.header.kind == MessageType::Overrun && (sequence == 0 || found.is_some()) {
                trace::overrun(None);
                self.lose(Loss::Overrun);
                continue;
            }
            let Some((place, index)) = found else {
                continue;
            };
            if self.requests.read(index, &message, start) {
                self.open -= 1;
                self.pass(place);
            }
        }
    }

    /// Records that the request at this place has its result. Earlier requests that are answered only if they fail have
    /// succeeded, unless their answer may be in the malformed part.
    fn pass(&mut self, place: usize) {
        let gap = core::mem::take(&mut self.gap);
        let loss = self.loss.as_ref().filter(|_| gap);
        for index in self.sent.items.iter().take(place).skip(self.passed) {
            let Some(item) = self.requests.items.get_mut(*index) else {
                continue;
            };
            if item.is_silent && item.settle(loss.map(Loss::kind)) {
                self.open -= 1;
            }
        }
        self.passed = self.passed.max(place + 1);
    }

    /// Handles that answers are missing: the socket is drained before that is reported.
    fn lose(&mut self, loss: Loss) {
        self.gap = true;
        self.loss.get_or_insert(loss);
    }

    /// Fails the requests without an answer, since none will come.
    pub(super) fn end(&mut self, kind: &ErrorKind) {
        for index in &self.sent.items {
            if let Some(item) = self.requests.items.get_mut(*index) {
                item.settle(Some(same(kind)));
            }
        }
        self.open = 0;
    }

    /// Fails the requests that were not sent, if no more can be sent.
    pub(super) fn give_up(&mut self, error: Option<Error>) {
        let Some(kind) = error.map(Error::into_kind) else {
            return;
        };
        for item in &mut self.requests.items {
            item.settle(Some(same(&kind)));
        }
    }

    /// Takes the result of receiving.
    pub(crate) fn received(&mut self, result: io::Result<Datagram>) {
        if self.stage == Stage::Prepare {
            self.failure = self.conversation.received(result).err();
            return;
        }
        match result {
            Ok(datagram) => {
                let arrival = self.conversation.inbox.arrived(datagram);
                if let Arrival::Cut { length, capacity } = arrival {
                    self.lose(Loss::Cut { length, capacity });
                }
            }
            Err(error) => {
                self.conversation.inbox.clear();
                self.nothing(error);
            }
        }
    }

    /// Handles that nothing was received.
    fn nothing(&mut self, error: io::Error) {
        if error.raw_os_error() == Some(libc::ENOBUFS) {
            // Traced before the earlier answers, which can still be received.
            trace::overrun(None);
            self.loss.get_or_insert(Loss::Overrun);
            return;
        }
        // Late answers are not for the next operation.
        self.is_late = error.kind() != io::ErrorKind::WouldBlock;
        let kind = match self.loss.take() {
            Some(loss) => loss.kind(),
            None => socket_error(error),
        };
        self.end(&kind);
    }
}

/// Returns the same reason again: for a socket that failed, or for missing answers.
fn same(kind: &ErrorKind) -> ErrorKind {
    match kind {
        ErrorKind::Timeout => ErrorKind::Timeout,
        ErrorKind::Stopped => ErrorKind::Stopped,
        ErrorKind::Decode(error) => ErrorKind::Decode(error.clone()),
        ErrorKind::Truncated { length, capacity } => ErrorKind::Truncated {
            length: *length,
            capacity: *capacity,
        },
        ErrorKind::Io(error) => ErrorKind::Io(match error.raw_os_error() {
            Some(number) => io::Error::from_raw_os_error(number),
            None => io::Error::new(error.kind(), error.to_string()),
        }),
        _ => ErrorKind::Io(io::ErrorKind::Other.into()),
    }
}
