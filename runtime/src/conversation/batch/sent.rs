//! The current datagram of a batch.

use super::requests::{Item, Outcome, Requests};
use crate::conversation::families::Families;
use crate::conversation::steps;
use crate::trace::Span;
use crate::wire::flags;

/// The greatest length of the requests in a datagram, unless a single one is larger. The kernel accepts about 200 KiB.
const DATAGRAM: usize = 32 * 1024;

/// The most that an acknowledgement or error takes of the receive buffer, as the kernel counts it (`skb->truesize`).
const ACK: usize = 1280;

/// What a reply takes of the receive buffer. Most families allocate a page for it (`NLMSG_GOODSIZE`).
const REPLY: usize = 9 * 1024;

/// The requests of one datagram.
#[derive(Debug, Default)]
pub(super) struct Sent {
    pub(super) datagram: Vec<u8>,
    /// The indices of the requests. Their sequence numbers are consecutive.
    pub(super) items: Vec<usize>,
    first_sequence: u32,
    /// How much of the receive buffer the answers leave, in bytes.
    room: usize,
    spans: Vec<Span>,
}

impl Sent {
    /// Begins a datagram whose answers have this much room.
    pub(super) fn clear(&mut self, room: usize) {
        self.datagram.clear();
        self.items.clear();
        self.spans.clear();
        self.room = room;
    }

    /// Adds a request. Returns whether it fits; the first one always does.
    pub(super) fn put(&mut self, index: usize, item: &Item, requests: &Requests) -> bool {
        let request = requests.request(item);
        let answer = if item.asked.has_reply() { REPLY } else { ACK };
        let start = self.datagram.len().next_multiple_of(4);
        let fits = start + request.len() <= DATAGRAM && answer <= self.room;
        if !fits && !self.items.is_empty() {
            return false;
        }
        self.room = self.room.saturating_sub(answer);
        self.datagram.resize(start, 0);
        self.datagram.extend_from_slice(request);
        self.items.push(index);
        true
    }

    /// Writes ids, flags and sequence numbers into the requests.
    pub(super) fn stamp(&mut self, requests: &mut Requests, known: &Families) {
        let Some(&last) = self.items.last() else {
            return;
        };
        self.first_sequence = steps::reserve(self.items.len());
        let mut start = 0;
        for (&index, sequence) in self.items.iter().zip(self.first_sequence..=u32::MAX) {
            let Some(item) = requests.items.get_mut(index) else {
                continue;
            };
            if let Some(known) = known.get(item.asked.family) {
                item.asked.id = known.id;
            }
            item.asked.sequence = sequence;
            let span = Span::new(item.asked.family, item.asked.name);
            span.sequence(sequence);
            self.spans.push(span);
            item.outcome = Outcome::Open;
            // A request that is answered only if it fails is cheap: a success is not received.
            item.is_silent = !item.asked.has_reply() && index != last && !requests.acknowledge_all;
            let flags = item.asked.flags & !if item.is_silent { flags::ACK } else { 0 };
            let request = self.datagram.get_mut(start..).unwrap_or_default();
            steps::stamp(request, item.asked.id, flags, sequence);
            start += item.request.len().next_multiple_of(4);
        }
    }

    /// Returns the request with this sequence number: its place in the datagram, and its index.
    pub(super) fn find(&self, sequence: u32) -> Option<(usize, usize)> {
        let place = usize::try_from(sequence.checked_sub(self.first_sequence)?).ok()?;
        self.items.get(place).map(|index| (place, *index))
    }

    /// Returns whether there was an earlier datagram.
    pub(super) const fn has_begun(&self) -> bool {
        self.first_sequence != 0
    }

    /// Returns the sequence number of the last request.
    pub(super) fn last_sequence(&self) -> u32 {
        let count = u32::try_from(self.items.len()).unwrap_or(u32::MAX);
        self.first_sequence.saturating_add(count).saturating_sub(1)
    }
}
