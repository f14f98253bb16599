//! The datagrams on their way to the client, and the clock that determines when they arrive.

use std::collections::VecDeque;
use std::io;
use std::time::{Duration, Instant};

use crate::transport::Datagram;
use crate::wire::{MessageHeader, Messages};

/// The receiving side of the peer's socket, with a clock of its own.
#[derive(Debug)]
pub(super) struct Socket {
    pub(super) now: Instant,
    /// The deliveries added last, which may still be changed.
    pub(super) fresh: Vec<Delivery>,
    /// The other deliveries, in the order of arrival.
    queue: VecDeque<(Instant, Delivery)>,
    /// Whether the client has to wait for each delivery.
    pub(super) pend: bool,
    /// Whether the client has waited for the next delivery.
    is_awaited: bool,
    /// Whether the last poll was pending. The next one is ready then.
    #[cfg(feature = "async")]
    was_pending: bool,
}

/// A datagram on its way to the client, or an error in its place.
#[derive(Debug)]
pub(super) struct Delivery {
    pub(super) content: io::Result<Vec<u8>>,
    /// The port id of the sender.
    pub(super) sender: u32,
    /// The greatest number of its bytes that is received.
    pub(super) fits: usize,
    /// The reported length, if it differs from the number of bytes.
    pub(super) length: Option<usize>,
    /// Whether it gets the sequence number of the request that it answers.
    pub(super) numbered: bool,
    /// The time between the request and the arrival.
    pub(super) delay: Duration,
}

impl Delivery {
    pub(super) fn event(datagram: Vec<u8>) -> Self {
        Self::from(Ok(datagram))
    }

    pub(super) fn answer(datagram: Vec<u8>) -> Self {
        Self {
            numbered: true,
            ..Self::event(datagram)
        }
    }

    pub(super) fn overrun() -> Self {
        Self::from(Err(io::Error::from_raw_os_error(libc::ENOBUFS)))
    }

    /// Copies the sequence number of a request into it.
    pub(super) fn number(&mut self, request: &[u8]) {
        let sequence = request.get(8..12).unwrap_or(&[0; 4]);
        self.change(|header| header[8..12].copy_from_slice(sequence));
    }

    /// Changes the header of each of its messages.
    pub(super) fn change(&mut self, change: impl Fn(&mut [u8; MessageHeader::LENGTH])) {
        let Ok(datagram) = &mut self.content else {
            return;
        };
        let mut start = 0;
        for length in messages(datagram).map(<[u8]>::len).collect::<Vec<_>>() {
            let rest = datagram.get_mut(start..).unwrap_or_default();
            if let Some(header) = rest.first_chunk_mut() {
                change(header);
            }
            start += length;
        }
    }
}

impl From<io::Result<Vec<u8>>> for Delivery {
    fn from(content: io::Result<Vec<u8>>) -> Self {
        Self {
            content,
            sender: 0,
            fits: usize::MAX,
            length: None,
            numbered: false,
            delay: Duration::ZERO,
        }
    }
}

impl Clone for Delivery {
    fn clone(&self) -> Self {
        let again = |error: &io::Error| {
            let number = error.raw_os_error();
            number.map_or_else(|| error.kind().into(), io::Error::from_raw_os_error)
        };
        let content = self.content.as_ref();
        Self {
            content: content.cloned().map_err(again),
            ..*self
        }
    }
}

impl Default for Socket {
    fn default() -> Self {
        Self {
            now: Instant::now(),
            fresh: Vec::new(),
            queue: VecDeque::new(),
            pend: false,
            is_awaited: false,
            #[cfg(feature = "async")]
            was_pending: false,
        }
    }
}

impl Socket {
    pub(super) fn receive(&mut self, buffer: &mut Vec<u8>) -> io::Result<Datagram> {
        buffer.clear();
        self.settle();
        let is_seen = self.is_awaited || !self.pend;
        let arrived = self.queue.front().is_some_and(|(at, _)| *at <= self.now);
        let next = if is_seen && arrived {
            self.queue.pop_front()
        } else {
            None
        };
        let Some((_, delivery)) = next else {
            return Err(io::ErrorKind::WouldBlock.into());
        };
        self.is_awaited = false;
        let datagram = delivery.content?;
        let taken = datagram.len().min(buffer.capacity()).min(delivery.fits);
        buffer.extend(datagram.iter().take(taken));
        Ok(Datagram {
            length: delivery.length.unwrap_or(datagram.len()),
            sender: delivery.sender,
        })
    }

    /// Moves the clock to the next arrival, or to the deadline if it is earlier.
    pub(super) fn wait(&mut self, deadline: Option<Instant>) -> io::Result<()> {
        self.settle();
        let next = self.queue.front().map(|(at, _)| *at);
        let is_in_time =
            |at: &Instant| *at <= self.now || deadline.is_none_or(|deadline| *at < deadline);
        if let Some(at) = next.filter(is_in_time) {
            self.now = at;
            self.is_awaited = true;
            return Ok(());
        }
        self.now = self.now.max(deadline.unwrap_or(self.now));
        Err(io::ErrorKind::TimedOut.into())
    }

    /// Returns whether a future must be pending first.
    #[cfg(feature = "async")]
    pub(super) fn is_pending(&mut self) -> bool {
        self.was_pending = self.pend && !self.was_pending;
        self.was_pending
    }

    /// Moves the fresh deliveries into the queue. A delivery never arrives if the clock cannot express its time.
    fn settle(&mut self) {
        for delivery in self.fresh.drain(..) {
            if let Some(at) = self.now.checked_add(delivery.delay) {
                let place = self.queue.partition_point(|(other, _)| *other <= at);
                self.queue.insert(place, (at, delivery));
            }
        }
    }
}

/// Returns the messages of a datagram, each with its padding.
///
/// A rest that is not a message counts as one more message, as does a datagram without any message.
pub(super) fn messages(datagram: &[u8]) -> impl Iterator<Item = &[u8]> {
    let mut messages = Messages::new(datagram);
    let mut is_first = true;
    std::iter::from_fn(move || {
        let start = messages.position();
        let is_empty = messages.next().is_none();
        if is_empty && !is_first {
            return None;
        }
        is_first = false;
        datagram.get(start..messages.position().min(datagram.len()))
    })
}
