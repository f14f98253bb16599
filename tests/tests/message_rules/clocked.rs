//! A peer with a clock of its own, which advances with every receive and wait.

use std::io;
use std::time::{Duration, Instant};

use genl::transport::Datagram;
use genl::{Client, Error, ErrorKind, Scripted, Transport};

use super::{ID, message};

/// A test that takes longer than this by the peer's clock never ends.
const NEVER: Duration = Duration::from_secs(3600);

/// A datagram and its sender that arrive without end once the script is empty.
pub(crate) type Flood = fn() -> io::Result<(Vec<u8>, u32)>;

/// Datagrams that a client or listener ignores. Each arrives 100 ms after the one before.
pub(crate) const FLOODS: [Flood; 5] = [
    // A datagram with another sequence number.
    || Ok((message(ID, 0, 0x7777, "06 01 0000"), 0)),
    // An event of another family.
    || Ok((message(29, 0, 0, "03 01 0000"), 0)),
    // Datagrams of another process: one that fits into the buffer, and a larger one.
    || Ok((message(ID, 0, 0, "03 01 0000  0800 0100 07000000"), 7)),
    || Ok((vec![0; 70_000], 7)),
    // Nothing at all.
    || Ok((Vec::new(), 0)),
];

#[derive(Debug)]
pub(crate) struct Clocked {
    pub(crate) peer: Scripted,
    pub(crate) flood: Option<Flood>,
    /// The time between two datagrams.
    pub(crate) step: Duration,
    begun: Instant,
    passed: Duration,
    /// The groups that were joined, and as negative numbers those that were left. 0 stands for a datagram that was sent.
    pub(crate) groups: Vec<i64>,
    /// The groups that cannot be joined.
    pub(crate) forbidden: Vec<u32>,
    /// The duration of each wait, or `None` for a wait without a deadline.
    pub(crate) waits: Vec<Option<Duration>>,
}

impl Clocked {
    pub(crate) fn over(peer: Scripted) -> Self {
        Self {
            peer,
            flood: None,
            step: Duration::from_millis(100),
            begun: Instant::now(),
            passed: Duration::ZERO,
            groups: Vec::new(),
            forbidden: Vec::new(),
            waits: Vec::new(),
        }
    }

    /// Creates a client with this timeout.
    pub(crate) fn client(peer: Scripted, timeout: Option<Duration>) -> Client<Self> {
        let mut client = Client::over(Self::over(peer)).expect("no socket");
        client.set_receive_timeout(timeout).expect("short");
        client
    }

    /// Returns the milliseconds since the last call.
    pub(crate) fn lap(&mut self) -> u128 {
        self.begun += self.passed;
        core::mem::take(&mut self.passed).as_millis()
    }
}

impl Transport for Clocked {
    fn send(&mut self, datagram: &[u8]) -> io::Result<()> {
        self.groups.push(0);
        self.peer.send(datagram)
    }

    fn receive(&mut self, buffer: &mut Vec<u8>) -> io::Result<Datagram> {
        assert!(self.passed < NEVER, "it never ends");
        let mut result = self.peer.receive(buffer);
        let nothing = |error: &io::Error| error.kind() == io::ErrorKind::WouldBlock;
        if let (Err(error), Some(flood)) = (&result, self.flood) {
            if nothing(error) {
                result = flood().and_then(|(datagram, sender)| {
                    self.peer.deliver(datagram, sender);
                    self.peer.receive(buffer)
                });
            }
        }
        match &result {
            Err(error) if nothing(error) => return result,
            // A datagram that has arrived is left where it is.
            Err(_) => buffer.extend([9; 19]),
            Ok(_) => {}
        }
        self.passed += self.step;
        result
    }

    fn wait(&mut self, deadline: Option<Instant>) -> io::Result<()> {
        let now = self.now();
        let left = deadline.map(|deadline| deadline.saturating_duration_since(now));
        self.waits.push(left);
        self.passed += left.unwrap_or_default();
        Err(io::ErrorKind::TimedOut.into())
    }

    fn join(&mut self, group: u32) -> io::Result<()> {
        if self.forbidden.contains(&group) {
            return Err(io::Error::from_raw_os_error(libc::EPERM));
        }
        self.groups.push(group.into());
        Ok(())
    }

    fn leave(&mut self, group: u32) -> io::Result<()> {
        self.groups.push(-i64::from(group));
        Ok(())
    }

    fn now(&self) -> Instant {
        self.begun + self.passed
    }
}

#[track_caller]
pub(crate) fn is_timeout(error: &Error) {
    assert!(matches!(error.kind(), ErrorKind::Timeout), "{error}");
}

/// The timeout, and at most one datagram that started before it and one after it.
#[track_caller]
pub(crate) fn took(transport: &mut Clocked, timeout: Duration) {
    let took = transport.lap();
    let timeout = timeout.as_millis();
    assert!((timeout..=timeout + 200).contains(&took), "{took} ms");
}
