//! The peer at work: it compares requests with the script, and hands out the answers.

use std::io;
#[cfg(feature = "async")]
use std::task::{Context, Poll};
use std::time::Instant;

use super::{Exchange, Scripted};
use crate::description::show::{Hex, Requests};
#[cfg(feature = "async")]
use crate::transport::AsyncTransport;
use crate::transport::{Datagram, Transport};
use crate::wire::Messages;

impl Transport for Scripted {
    fn send(&mut self, datagram: &[u8]) -> io::Result<()> {
        let standing = self
            .standing
            .iter()
            .find(|exchange| same(&exchange.request, datagram))
            .cloned();
        let exchange = match standing {
            Some(exchange) => exchange,
            None => match self.script.pop_front() {
                Some(exchange) if same(&exchange.request, datagram) => exchange,
                other => return Err(self.unexpected(other.as_ref(), datagram)),
            },
        };
        let sequence = datagram.get(8..12).unwrap_or_default();
        for mut answer in exchange.answers {
            if let (true, Ok(datagram)) = (answer.numbered, &mut answer.content) {
                number(datagram, sequence);
            }
            self.socket.fresh.push(answer);
        }
        Ok(())
    }

    fn receive(&mut self, buffer: &mut Vec<u8>) -> io::Result<Datagram> {
        self.socket.receive(buffer)
    }

    /// Never sleeps: moves the clock to when the next datagram arrives, or to the deadline if none arrives before it. What is not on
    /// its way never comes, so without a deadline this fails with [`TimedOut`](io::ErrorKind::TimedOut) as well.
    fn wait(&mut self, deadline: Option<Instant>) -> io::Result<()> {
        self.socket.wait(deadline)
    }

    fn join(&mut self, _: u32) -> io::Result<()> {
        Ok(())
    }

    fn leave(&mut self, _: u32) -> io::Result<()> {
        Ok(())
    }

    /// Returns the time of the peer's own clock, which only [`wait`](Transport::wait) moves.
    fn now(&self) -> Instant {
        self.socket.now
    }
}

/// Waits as [`Transport::wait`] does: it is ready at once, unless [`Scripted::pend`] says otherwise.
#[cfg(feature = "async")]
impl AsyncTransport for Scripted {
    fn poll_wait(
        &mut self,
        context: &mut Context<'_>,
        deadline: Option<Instant>,
    ) -> Poll<io::Result<()>> {
        if self.socket.is_pending() {
            context.waker().wake_by_ref();
            return Poll::Pending;
        }
        Poll::Ready(self.socket.wait(deadline))
    }
}

impl Scripted {
    /// Returns the error that shows the request that was expected and the one that was sent, each on its own line.
    fn unexpected(&self, expected: Option<&Exchange>, sent: &[u8]) -> io::Error {
        // The sequence number and the port id are not compared, so they are not shown.
        let mut sent = sent.to_vec();
        if let Some(numbers) = sent.get_mut(8..16) {
            numbers.fill(0);
        }
        let sent = sent.as_slice();
        let command = |bytes: &[u8]| Some((bytes.get(4..6)?.to_vec(), *bytes.get(16)?));
        let mut standing = self.standing.iter();
        let expected = expected
            .or_else(|| standing.find(|exchange| command(&exchange.request) == command(sent)))
            .map(|exchange| exchange.request.as_slice());
        let families = &self.families;
        let show = |datagram| Requests { datagram, families }.to_string();
        let (mut wanted, mut found) = (expected.map(show), show(sent));
        // They differ in something that is not shown, such as a flag or padding.
        if wanted.as_ref() == Some(&found) {
            wanted = expected.map(|bytes| format!("{found}, as bytes {}", Hex(bytes)));
            found = format!("{found}, as bytes {}", Hex(sent));
        }
        let wanted = wanted.as_deref().unwrap_or("no further request");
        let help = if families.is_empty() {
            "\n  help: call `Scripted::family` to have requests answered and shown by name"
        } else {
            ""
        };
        io::Error::other(format!(
            "the script expects another request\n  expected: {wanted}\n      sent: {found}{help}"
        ))
    }
}

/// Returns whether two requests are the same, apart from sequence number and port id.
fn same(expected: &[u8], sent: &[u8]) -> bool {
    expected.len() == sent.len()
        && expected
            .iter()
            .zip(sent)
            .enumerate()
            .all(|(at, (one, other))| one == other || (8..16).contains(&at))
}

/// Gives every message of an answer the sequence number of its request.
fn number(answer: &mut [u8], sequence: &[u8]) {
    let mut starts = Vec::new();
    let mut messages = Messages::new(answer);
    let mut start = 0;
    while let Some(Ok(_)) = messages.next() {
        starts.push(start);
        start = messages.position();
    }
    for start in starts {
        if let (Some(place), 4) = (answer.get_mut(start + 8..start + 12), sequence.len()) {
            place.copy_from_slice(sequence);
        }
    }
}
