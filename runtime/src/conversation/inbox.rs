//! The buffers that datagrams are received into, and how far they have been read.

use core::ops::Range;
use std::io;

use crate::error::{DecodeError, ErrorKind};
use crate::trace;
use crate::transport::{Datagram, Stopped};
use crate::wire::{Message, Messages};

/// The datagram received last, and the position of the next message in it.
#[derive(Debug)]
pub(crate) struct Inbox {
    received: Vec<u8>,
    position: usize,
    /// Takes the place of `received` when the next datagram is to be received: what was received already may still be needed.
    replacement: Option<Vec<u8>>,
    /// A datagram that is kept while another one is received.
    kept: Vec<u8>,
}

/// What became of a datagram.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Arrival {
    /// It can be read.
    Whole,
    /// It was sent by another process, and is gone.
    Foreign,
    /// It is larger than the buffer, and is gone.
    Cut {
        /// Bytes of the datagram.
        length: usize,
        /// Bytes of the buffer.
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

    /// Sets the size of the largest datagram that is received whole, from the next one on.
    pub(crate) fn set_capacity(&mut self, bytes: usize) -> io::Result<()> {
        self.replacement = Some(with_capacity(bytes)?);
        Ok(())
    }

    /// The buffer for the next datagram.
    #[inline]
    pub(crate) fn buffer(&mut self) -> &mut Vec<u8> {
        if let Some(replacement) = self.replacement.take() {
            self.received = replacement;
        }
        self.clear();
        &mut self.received
    }

    /// Notes what was received into [`buffer`](Self::buffer). `sender` 0 is the kernel.
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

    /// The next message, and the position where it begins. Behind an error nothing more can be read.
    #[inline]
    pub(crate) fn message(&mut self) -> Option<(usize, Result<Message<'_>, DecodeError>)> {
        let start = self.position;
        let mut messages = Messages::at(&self.received, start);
        let message = messages.next()?;
        self.position = messages.position();
        Some((start, message))
    }

    /// The messages that were not read yet.
    pub(crate) fn rest(&self) -> Messages<'_> {
        Messages::at(&self.received, self.position)
    }

    #[inline]
    pub(crate) fn bytes(&self, place: &Range<usize>) -> &[u8] {
        self.received.get(place.clone()).unwrap_or_default()
    }

    /// All of the datagram.
    pub(crate) fn datagram(&self) -> &[u8] {
        &self.received
    }

    /// Reads `datagram` as if it was received.
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

    /// Takes the datagram that was kept out again.
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

/// Why nothing was received. A socket that was to be waited for and has nothing is a timeout.
pub(crate) fn socket_error(error: io::Error) -> ErrorKind {
    match error.kind() {
        io::ErrorKind::WouldBlock | io::ErrorKind::TimedOut => ErrorKind::Timeout,
        _ if Stopped::is(&error) => ErrorKind::Stopped,
        _ => ErrorKind::Io(error),
    }
}
