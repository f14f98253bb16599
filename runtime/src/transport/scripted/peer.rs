//! The peer at work: it compares requests with the script, and hands out the answers.

use std::io;
#[cfg(feature = "async")]
use std::task::{Context, Poll};
use std::time::Instant;

use super::socket::{Delivery, messages};
use super::{Exchange, Scripted, What};
use crate::extended_ack::{self, ExtendedAck};
use crate::inspect::{Direction, Hex, Inspector};
#[cfg(feature = "async")]
use crate::transport::AsyncTransport;
use crate::transport::{Datagram, Transport};
use crate::wire::{MessageType, Messages, flags as flag};

impl Transport for Scripted {
    /// Answers each message of the datagram, in their order. All are answered before the first one that the script does not expect.
    fn send(&mut self, datagram: &[u8]) -> io::Result<()> {
        let mut requests = messages(datagram).peekable();
        while let Some(request) = requests.next() {
            let is_last = requests.peek().is_none();
            let answers = self.answers(request, is_last)?;
            self.socket.fresh.extend(answers);
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

    /// Fails with `EINVAL` if the peer does not have the group.
    fn join(&mut self, group: u32) -> io::Result<()> {
        self.member(group, true)
    }

    fn leave(&mut self, group: u32) -> io::Result<()> {
        self.member(group, false)
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
    /// What answers a request.
    fn answers(&mut self, request: &[u8], is_last: bool) -> io::Result<Vec<Delivery>> {
        let is_it = |exchange: &Exchange| matches!(&exchange.expected, What::Request(expected) if is_same(expected, request, is_last));
        let exchange = if let Some(standing) = self.standing.iter().find(|it| is_it(it)) {
            standing.clone()
        } else if self.is_gone(request) {
            return Ok(not_found(request).into_iter().collect());
        } else {
            match self.script.pop_front() {
                Some(exchange) if is_it(&exchange) => exchange,
                other => return Err(self.unexpected(other.as_ref(), request)),
            }
        };
        let is_silent = flags(request) != flags(exchange.request());
        let mut answers = exchange.answers;
        answers.retain(|answer| !(is_silent && is_success(answer)));
        for answer in answers.iter_mut().filter(|it| it.numbered) {
            answer.number(request);
        }
        Ok(answers)
    }

    /// Whether a request goes to a family that was unregistered.
    fn is_gone(&self, request: &[u8]) -> bool {
        let mut gone = self.gone.iter();
        gone.any(|id| request.get(4..6) == Some(&id.to_ne_bytes()))
    }

    fn member(&mut self, group: u32, is_member: bool) -> io::Result<()> {
        let it = if is_member {
            What::Join(group)
        } else {
            What::Leave(group)
        };
        let before_a_request =
            |exchange: &&Exchange| !matches!(exchange.expected, What::Request(_));
        let mut steps = self.script.iter().take_while(before_a_request);
        if let Some(exchange) = steps
            .position(|exchange| exchange.expected == it)
            .and_then(|at| self.script.remove(at))
        {
            self.groups.push(group);
            self.socket.fresh.extend(exchange.answers);
        } else if !self.groups.contains(&group) {
            return Err(io::Error::from_raw_os_error(libc::EINVAL));
        }
        self.set_member(group, is_member);
        Ok(())
    }

    pub(super) fn set_member(&mut self, group: u32, is_member: bool) {
        self.joined.retain(|joined| *joined != group);
        if is_member {
            let at = self.joined.partition_point(|joined| *joined < group);
            self.joined.insert(at, group);
        }
    }

    /// Shows requests by the descriptions of the families that the peer was given.
    fn inspector(&self) -> Inspector {
        let families = self.families.iter();
        families.fold(Inspector::default(), |inspector, (family, id)| {
            inspector.with_id(family, *id)
        })
    }

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
            .or_else(|| standing.find(|exchange| command(exchange.request()) == command(sent)));
        let inspector = self.inspector();
        let show = |bytes: &[u8]| {
            let tree = inspector.inspect(bytes, Direction::ToKernel);
            tree.line().to_string()
        };
        let show_step = |exchange: &Exchange| match &exchange.expected {
            What::Request(bytes) => show(bytes),
            What::Join(group) => format!("to join the group {group}"),
            What::Leave(group) => format!("to leave the group {group}"),
        };
        let (mut wanted, mut found) = (expected.map(show_step), show(sent));
        // They differ in something that is not shown, such as a flag or padding.
        if wanted.as_ref() == Some(&found) {
            wanted = expected.map(|it| format!("{found}, as bytes {}", Hex(it.request())));
            found = format!("{found}, as bytes {}", Hex(sent));
        }
        let wanted = wanted.as_deref().unwrap_or("no further request");
        let help = if self.families.is_empty() {
            "\n  help: call `Scripted::family` to have requests answered and shown by name"
        } else {
            ""
        };
        io::Error::other(format!(
            "the script expects another request\n  expected: {wanted}\n      sent: {found}{help}"
        ))
    }
}

/// Whether two requests are the same, apart from sequence number and port id. Of those that share a datagram only the last one has to
/// ask for an acknowledgement.
fn is_same(expected: &[u8], sent: &[u8], is_last: bool) -> bool {
    let (wanted, found) = (flags(expected), flags(sent));
    let is_silent = !is_last && wanted == found | flag::ACK;
    expected.len() == sent.len()
        && (wanted == found || is_silent)
        && expected
            .iter()
            .zip(sent)
            .enumerate()
            .all(|(at, (one, other))| one == other || (6..16).contains(&at))
}

/// `nlmsg_flags`.
fn flags(request: &[u8]) -> u16 {
    let bytes = request.get(6..).and_then(<[u8]>::first_chunk);
    bytes.map_or(0, |bytes| u16::from_ne_bytes(*bytes))
}

/// Whether this is what the kernel sends only to those who ask for it: an acknowledgement of a success.
fn is_success(answer: &Delivery) -> bool {
    let mut messages = Messages::new(answer.content.as_deref().unwrap_or_default()).flatten();
    messages.next().is_some_and(|message| {
        message.header.kind == MessageType::Error && message.payload().starts_with(&[0; 4])
    })
}

/// How the kernel answers a request to a family that it does not have.
fn not_found(request: &[u8]) -> Option<Delivery> {
    let nothing = ExtendedAck::default();
    let refusal = extended_ack::write(MessageType::Error, libc::ENOENT, &nothing, request);
    let mut refusal = Delivery::answer(refusal.ok()?);
    refusal.number(request);
    Some(refusal)
}
