//! The buffers for received datagrams, and how far they were read.

use core::ops::Range;
use std::io;

use crate::error::{DecodeError, ErrorKind};
use crate::trace;
use crate::transport::{Datagram, Stopped};
use crate::wire::{Message, Messages};

/// The last received datagram, and the position of the next message in it.
#[derive(Debug)]
pub(crate) struct Inbox {
    received: Vec<u8>,
    position: usize,
    /// Replaces `received` when the next datagram is received, because `received` may still be in use.
    replacement: Option<Vec<u8>>,
    /// A datagram that is kept while others are received.
    kept: Vec<u8>,
}

/// The result of receiving a datagram.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Arrival {
    /// It is complete.
    Whole,
    /// It was sent by another process, and was dropped.
    Foreign,
    /// It is larger than the buffer, and was dropped.
    Cut {
        /// The length of the datagram, in bytes.
        length: usize,
        /// The size of the buffer, in bytes.
        capacity: usize,
    },
}

impl Inbox {
    pub(crate) fn new(capacity: usize) -> Self {
        Self {
            received: Vec::with_capacity(capacity),
            position: 0,
            replacement: None,
            kept: Vec::new(),
        }
    }

    /// Sets the size of the largest datagram that can be received. Takes effect with the next one.
    pub(crate) fn set_capacity(&mut self, bytes: usize) -> io::Result<()> {
        self.replacement = Some(with_capacity(bytes)?);
        Ok(())
    }

    /// Returns the buffer for the next datagram.
    #[inline]
    pub(crate) fn buffer(&mut self) -> &mut Vec<u8> {
        if let Some(replacement) = self.replacement.take() {
            self.received = replacement;
        }
        self.clear();
        &mut self.received
    }

    /// Handles what was received into [`buffer`](Self::buffer). The `sender` 0 is the kernel.
    #[inline]
    pub(crate) fn arrived(&mut self, datagram: Datagram) -> Arrival {
        let arrival = if datagram.sender != 0 {
            trace::foreign(datagram.sender, datagram.length);
            Arrival::Foreign
        } else if datagram.length > self.received.len() {
            let (length, capacity) = (datagram.length, self.received.capacity());
            Arrival::Cut { length, capacity }
        } else {
            return Arrival::Whole;
        };
        self.clear();
        arrival
    }

    #[inline]
    pub(crate) fn clear(&mut self) {
        self.received.clear();
        self.position = 0;
    }

    /// Returns the next message, and the position where it begins. After an error the rest of the datagram is skipped.
    #[inline]
    pub(crate) fn message(&mut self) -> Option<(usize, Result<Message<'_>, DecodeError>)> {
        let start = self.position;
        let mut messages = Messages::at(&self.received, start);
        let message = messages.next()?;
        self.position = messages.position();
        Some((start, message))
    }

    /// Returns the messages that were not read yet.
    pub(crate) fn rest(&self) -> Messages<'_> {
        Messages::at(&self.received, self.position)
    }

    #[inline]
    pub(crate) fn bytes(&self, place: &Range<usize>) -> &[u8] {
        self.received.get(place.clone()).unwrap_or_default()
    }

    /// Returns the whole datagram.
    pub(crate) fn datagram(&self) -> &[u8] {
        &self.received
    }

    /// Reads `datagram` as if it had been received.
    pub(crate) fn put(&mut self, datagram: &[u8]) {
        self.clear();
        self.received.extend_from_slice(datagram);
    }

    /// Keeps the datagram while others are received, until [`restore`](Self::restore).
    pub(crate) fn keep(&mut self) -> io::Result<()> {
        if self.kept.capacity() != self.received.capacity() {
            self.kept = with_capacity(self.received.capacity())?;
        }
        core::mem::swap(&mut self.kept, &mut self.received);
        Ok(())
    }

    /// Returns to the datagram that was kept.
    pub(crate) fn restore(&mut self) {
        core::mem::swap(&mut self.kept, &mut self.received);
    }
}

fn with_capacity(bytes: usize) -> io::Result<Vec<u8>> {
    let mut buffer = Vec::new();
    buffer
        .try_reserve_exact(bytes)
        .map_err(|_| io::Error::from(io::ErrorKind::OutOfMemory))?;
    Ok(buffer)
}

/// Returns why nothing was received. If the conversation waited for a datagram, an empty socket means a timeout.
pub(crate) fn socket_error(error: io::Error) -> ErrorKind {
    match error.kind() {
        io::ErrorKind::WouldBlock | io::ErrorKind::TimedOut => ErrorKind::Timeout,
        _ if Stopped::is(&error) => ErrorKind::Stopped,
        _ => ErrorKind::Io(error),
    }
}
