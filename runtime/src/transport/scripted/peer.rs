//! The peer as a transport: it compares requests with the script and delivers the answers.

use std::io;
#[cfg(feature = "async")]
use std::task::{Context, Poll};
use std::time::{Duration, Instant};

use super::Scripted;
use super::socket::{Delivery, messages};
use crate::extended_ack::{self, ExtendedAck};
use crate::inspect::{Direction, Hex, Inspector};
#[cfg(feature = "async")]
use crate::transport::AsyncTransport;
use crate::transport::{Datagram, Transport};
use crate::wire::{MessageType, Messages, flags as flag};

/// A step of the script, and the datagrams that follow it.
#[derive(Clone, Debug)]
pub(super) struct Exchange {
    pub(super) expected: What,
    /// When it happened in a recorded run.
    pub(super) at: Duration,
    pub(super) answers: Vec<Delivery>,
}

/// A step that the script expects of the program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum What {
    Request(Vec<u8>),
    Join(u32),
    Leave(u32),
}

impl Exchange {
    pub(super) const fn new(expected: What, at: Duration) -> Self {
        Self {
            expected,
            at,
            answers: Vec::new(),
        }
    }

    /// Returns the bytes of the expected request, or none if another step is expected.
    pub(super) fn request(&self) -> &[u8] {
        match &self.expected {
            What::Request(bytes) => bytes,
            What::Join(_) | What::Leave(_) => &[],
        }
    }
}

impl Transport for Scripted {
    /// Answers the messages of the datagram in their order. Fails at the first one that the script does not expect.
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

    /// Moves the clock of the peer to the arrival of the next datagram, or to the deadline if none arrives before it. Never
    /// sleeps.
    ///
    /// Without a deadline and without a datagram that will arrive, it fails with [`TimedOut`](io::ErrorKind::TimedOut) too.
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

    /// Returns the time of the peer's own clock. Only [`wait`](Transport::wait) changes it.
    fn now(&self) -> Instant {
        self.socket.now
    }
}

/// Waits as [`Transport::wait`] does. It is ready at once, unless [`Scripted::pend`] was called.
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
    /// Returns the answers to a request.
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

    /// Returns whether a request is for a family that was unregistered.
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

    /// Returns an inspector that shows requests to the families of the peer.
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
        // The difference is not visible, because it is in a flag or in padding.
        if wanted.as_ref() == Some(&found) {
            wanted = expected.map(|it| format!("{found}, as bytes {}", Hex(it.request())));
            found = format!("{found}, as bytes {}", Hex(sent));
        }
        let wanted = wanted.as_deref().unwrap_or("no further request");
        let help = if self.families.is_empty() {
            "\n  help: call `Scripted::family` for each family of the test"
        } else {
            ""
        };
        io::Error::other(format!(
            "unexpected request\n  expected: {wanted}\n      sent: {found}{help}"
        ))
    }
}

/// Returns whether two requests are equal, apart from sequence number and port id.
///
/// If requests share a datagram, only the last one has to ask for an acknowledgement.
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

/// Returns `nlmsg_flags`.
fn flags(request: &[u8]) -> u16 {
    let bytes = request.get(6..).and_then(<[u8]>::first_chunk);
    bytes.map_or(0, |bytes| u16::from_ne_bytes(*bytes))
}

/// Returns whether this is the acknowledgement of a success, which the kernel sends only if the request asks for it.
fn is_success(answer: &Delivery) -> bool {
    let mut messages = Messages::new(answer.content.as_deref().unwrap_or_default()).flatten();
    messages.next().is_some_and(|message| {
        message.header.kind == MessageType::Error && message.payload().starts_with(&[0; 4])
    })
}

/// Returns the kernel's answer to a request for a family that it does not have.
fn not_found(request: &[u8]) -> Option<Delivery> {
    let nothing = ExtendedAck::default();
    let refusal = extended_ack::write(MessageType::Error, libc::ENOENT, &nothing, request);
    let mut refusal = Delivery::answer(refusal.ok()?);
    refusal.number(request);
    Some(refusal)
}
