//! The peer at work: it compares requests with the script, and hands out the answers.

use std::io;
#[cfg(feature = "async")]
use std::task::{Context, Poll};
use std::time::Instant;

use super::{Answer, Delivery, Exchange, Scripted};
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
        for answer in exchange.answers {
            let datagram = match answer {
                Answer::Numbered(mut datagram) => {
                    number(&mut datagram, sequence);
                    datagram
                }
                Answer::Event(datagram) => datagram,
            };
            self.deliver(datagram, 0);
        }
        Ok(())
    }

    fn receive(&mut self, buffer: &mut Vec<u8>) -> io::Result<Datagram> {
        buffer.clear();
        let Delivery { datagram, sender } = self
            .inbox
            .pop_front()
            .unwrap_or_else(|| Err(io::ErrorKind::WouldBlock.into()))?;
        let taken = datagram.len().min(buffer.capacity());
        buffer.extend(datagram.iter().take(taken));
        Ok(Datagram {
            length: datagram.len(),
            sender,
        })
    }

    fn join(&mut self, _: u32) -> io::Result<()> {
        Ok(())
    }

    fn leave(&mut self, _: u32) -> io::Result<()> {
        Ok(())
    }

    /// What is not in the inbox never comes: the deadline passes at once.
    fn wait(&mut self, _: Option<Instant>) -> io::Result<()> {
        if self.inbox.is_empty() {
            return Err(io::ErrorKind::TimedOut.into());
        }
        Ok(())
    }
}

/// For async programs. It never waits: see [`Transport::wait`].
#[cfg(feature = "async")]
impl AsyncTransport for Scripted {
    fn poll_wait(
        &mut self,
        _: &mut Context<'_>,
        deadline: Option<Instant>,
    ) -> Poll<io::Result<()>> {
        Poll::Ready(self.wait(deadline))
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
