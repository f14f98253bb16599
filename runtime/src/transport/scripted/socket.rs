//! What is on its way to the client, and the clock that tells when it arrives.

use std::collections::VecDeque;
use std::io;
use std::time::{Duration, Instant};

use crate::transport::Datagram;
use crate::wire::{MessageHeader, Messages};

/// The receiving side of the peer's socket, with a clock of its own.
#[derive(Debug)]
pub(super) struct Socket {
    pub(super) now: Instant,
    /// What was put in last. It may still be changed.
    pub(super) fresh: Vec<Delivery>,
    /// The rest, in the order of arrival.
    queue: VecDeque<(Instant, Delivery)>,
    /// Whether each delivery is to be waited for.
    pub(super) pend: bool,
    /// The next delivery was waited for.
    is_awaited: bool,
    /// A future was pending, and is to be ready when it is polled again.
    #[cfg(feature = "async")]
    was_pending: bool,
}

/// A datagram that is on its way, or an error in the place of one.
#[derive(Debug)]
pub(super) struct Delivery {
    pub(super) content: io::Result<Vec<u8>>,
    /// The port id of its sender.
    pub(super) sender: u32,
    /// How many bytes of it fit into any buffer.
    pub(super) fits: usize,
    /// The length that is told, if it is not the number of bytes.
    pub(super) length: Option<usize>,
    /// Whether it gets the sequence number of the request that it answers.
    pub(super) numbered: bool,
    /// The time it takes, from when its request is sent.
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

    /// Gives it the sequence number of a request.
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

    /// Moves the clock to the next arrival, or to the deadline.
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

    /// Whether a future is to be pending first.
    #[cfg(feature = "async")]
    pub(super) fn is_pending(&mut self) -> bool {
        self.was_pending = self.pend && !self.was_pending;
        self.was_pending
    }

    /// Puts what is fresh in its place. What takes longer than the clock can tell never arrives.
    fn settle(&mut self) {
        for delivery in self.fresh.drain(..) {
            if let Some(at) = self.now.checked_add(delivery.delay) {
                let place = self.queue.partition_point(|(other, _)| *other <= at);
                self.queue.insert(place, (at, delivery));
            }
        }
    }
}

/// The messages of a datagram, each with its padding. What cannot be read is one more; so is all of a datagram without any.
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
