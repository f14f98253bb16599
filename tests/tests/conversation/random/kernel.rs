//! A kernel in memory, with a clock of its own. It answers a small family correctly, or with the faults of a plan.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::io;
use std::rc::Rc;
use std::time::{Duration, Instant};

use genl::Transport;
use genl::transport::Datagram;

use super::family::{BARE, FLUSH, GET, LIST, MAYBE, Tag, family, tagged};
use super::plan::{End, Fault, Plan};
use crate::messages::{ack, message, numbered, of};

enum Arrives {
    /// A datagram of this sender.
    Datagram(Vec<u8>, u32),
    Error(i32),
}

struct Delivery {
    at: Duration,
    what: Arrives,
    of_dump: bool,
}

pub(crate) struct Kernel {
    pub(crate) plan: Plan,
    /// The id of the family, if it has it.
    pub(crate) id: Option<u16>,
    /// The sequence number of the last request to the family.
    pub(crate) last: u32,
    pub(crate) passed: Duration,
    begun: Instant,
    /// By the time of its arrival.
    queue: VecDeque<Delivery>,
    is_congested: bool,
    receives: usize,
}

/// The same socket, whoever has it.
#[derive(Clone)]
pub(crate) struct Socket(pub(crate) Rc<RefCell<Kernel>>);

impl Socket {
    pub(crate) fn new() -> Self {
        Self(Rc::new(RefCell::new(Kernel {
            plan: Plan::default(),
            id: Some(30),
            last: 0,
            passed: Duration::ZERO,
            begun: Instant::now(),
            queue: VecDeque::new(),
            is_congested: false,
            receives: 0,
        })))
    }
}

impl Kernel {
    /// Whether nothing has arrived.
    fn is_empty(&self) -> bool {
        let next = self.queue.front();
        next.is_none_or(|next| next.at > self.passed)
    }

    /// What still is to come, now or later.
    pub(crate) fn is_quiet(&self) -> bool {
        self.queue.is_empty()
    }

    /// Whether the socket fails once more, whoever uses it.
    pub(crate) fn is_failing(&self) -> bool {
        let failure =
            |delivery: &Delivery| matches!(delivery.what, Arrives::Error(libc::ECONNRESET));
        self.queue.iter().any(failure)
    }

    /// An event of the family, at once.
    pub(crate) fn send_event(&mut self, tag: Tag) {
        let event = of(self.id.unwrap_or(30), tagged(GET, 0, tag));
        self.deliver(Duration::ZERO, Arrives::Datagram(event, 0), false);
    }

    fn deliver(&mut self, later: Duration, what: Arrives, of_dump: bool) {
        let at = self.passed + later;
        let place = self.queue.partition_point(|other| other.at <= at);
        let delivery = Delivery { at, what, of_dump };
        self.queue.insert(place, delivery);
    }

    fn receive_request(&mut self, request: &[u8]) {
        let half = |at: usize| u16::from_ne_bytes([request[at], request[at + 1]]);
        let number = u32::from_ne_bytes(request[8..12].try_into().unwrap());
        if self.is_congested {
            return;
        }
        let plan = self.plan.clone();
        if half(4) == 16 {
            let answer = self.id.map_or_else(|| ack(-2, ""), family);
            let faults: Vec<_> = plan.question.iter().map(|fault| (0, *fault)).collect();
            self.answer(&[numbered(&answer, number)], &faults, 0, false);
        } else if Some(half(4)) == self.id {
            self.last = number;
            let command = request[16];
            let is_dump = [LIST, BARE].contains(&command);
            if is_dump && self.queue.iter().any(|delivery| delivery.of_dump) {
                return self.answer(&[numbered(&ack(-16, ""), number)], &[], 0, false);
            }
            let messages = self.replies(command, number);
            self.answer(&messages, &plan.faults, plan.split, is_dump);
        } else {
            self.answer(&[numbered(&ack(-2, ""), number)], &[], 0, false);
        }
    }

    /// The messages that answer a request, numbered.
    fn replies(&self, command: u8, number: u32) -> Vec<Vec<u8>> {
        let plan = &self.plan;
        let is_dump = [LIST, BARE].contains(&command);
        let parts = match (command, plan.end) {
            (GET, End::Right) => 1,
            (GET | FLUSH, _) => 0,
            (MAYBE, _) => plan.parts.min(1),
            _ => plan.parts,
        };
        let mut messages: Vec<_> = (0..parts)
            .map(|place| {
                let is_interrupted = plan.interrupted && place == 0 && command != MAYBE;
                let flags = if is_interrupted { 0x12 } else { 2 };
                let tag = Tag {
                    request: number,
                    place,
                };
                let part = of(self.id.unwrap_or(0), tagged(command, flags, tag));
                if command == BARE {
                    part
                } else {
                    numbered(&part, number)
                }
            })
            .collect();
        let kind = if is_dump { 3 } else { 2 };
        let end = match plan.end {
            End::Right if command == GET => return messages,
            End::Right if is_dump => message(3, 2, 0, "00000000"),
            End::Right => ack(0, ""),
            End::Missing => return messages,
            End::Short => message(kind, 0, 0, "0000"),
            End::Refused(errno) if is_dump && parts > 0 => {
                let [a, b, c, d] = (-errno).to_le_bytes();
                message(3, 2, 0, &format!("{a:02x}{b:02x}{c:02x}{d:02x}"))
            }
            End::Refused(errno) => ack(-errno, ""),
        };
        messages.push(numbered(&end, number));
        messages
    }

    /// Delivers messages, with faults before some of them.
    fn answer(
        &mut self,
        messages: &[Vec<u8>],
        faults: &[(usize, Fault)],
        split: u32,
        is_dump: bool,
    ) {
        let mut later = Duration::ZERO;
        let mut datagram = Vec::new();
        for (place, message) in messages.iter().enumerate() {
            let here = faults.iter().filter(|(at, _)| at % messages.len() == place);
            for (_, fault) in here {
                // What comes late is no other operation's fault.
                if !fault.is_harmless() && later > Duration::ZERO {
                    continue;
                }
                let whole = core::mem::take(&mut datagram);
                if !whole.is_empty() {
                    self.deliver(later, Arrives::Datagram(whole, 0), is_dump);
                }
                match self.spoil(*fault, message) {
                    Ok(what) => self.deliver(later, what, is_dump),
                    // The parts of a dump are made while they are received.
                    Err(_) if is_dump => {}
                    Err(delay) => later += delay,
                }
            }
            datagram.extend_from_slice(message);
            if split >> (place % 32) & 1 == 1 {
                let whole = core::mem::take(&mut datagram);
                self.deliver(later, Arrives::Datagram(whole, 0), is_dump);
            }
        }
        if !datagram.is_empty() {
            self.deliver(later, Arrives::Datagram(datagram, 0), is_dump);
        }
    }

    /// What comes before `message`, or how much later it comes.
    fn spoil(&self, fault: Fault, right: &[u8]) -> Result<Arrives, Duration> {
        let id = self.id.unwrap_or(30);
        let wrong = Tag {
            request: u32::MAX,
            place: 0,
        };
        let of_family = |id| of(id, tagged(GET, 2, wrong));
        let datagram = match fault {
            Fault::Event => (1..5)
                .flat_map(|command| of(id, tagged(command, 0, wrong)))
                .collect(),
            Fault::OtherNumber => {
                let other = [
                    of_family(id),
                    ack(0, ""),
                    ack(-5, ""),
                    message(3, 2, 0, "00000000"),
                ];
                numbered(&other.concat(), u32::MAX)
            }
            Fault::OtherFamily => {
                let number = u32::from_ne_bytes(right[8..12].try_into().unwrap());
                numbered(&of_family(id + 1), number)
            }
            Fault::OtherSender => return Ok(Arrives::Datagram(right.to_vec(), 7)),
            Fault::Noop => message(1, 0, 0, ""),
            Fault::Overrun => message(4, 0, 0, ""),
            Fault::Cut => vec![0; 70_000],
            Fault::Broken => vec![9; 19],
            Fault::Lost => return Ok(Arrives::Error(libc::ENOBUFS)),
            Fault::Reset => return Ok(Arrives::Error(libc::ECONNRESET)),
            Fault::Delay(delay) => return Err(Duration::from_millis(delay)),
        };
        Ok(Arrives::Datagram(datagram, 0))
    }
}

impl Transport for Socket {
    fn send(&mut self, datagram: &[u8]) -> io::Result<()> {
        self.0.borrow_mut().receive_request(datagram);
        Ok(())
    }

    fn receive(&mut self, buffer: &mut Vec<u8>) -> io::Result<Datagram> {
        let mut kernel = self.0.borrow_mut();
        kernel.passed += Duration::from_millis(1);
        kernel.receives += 1;
        assert!(kernel.receives < 10_000, "it never ends");
        if kernel.is_empty() {
            return Err(io::ErrorKind::WouldBlock.into());
        }
        let what = kernel.queue.pop_front().expect("it has arrived").what;
        // It takes messages in again once it is empty (`netlink_rcv_wake`, `net/netlink/af_netlink.c`).
        let is_lost = matches!(what, Arrives::Error(libc::ENOBUFS));
        kernel.is_congested = (kernel.is_congested || is_lost) && !kernel.is_empty();
        match what {
            Arrives::Error(errno) => Err(io::Error::from_raw_os_error(errno)),
            Arrives::Datagram(datagram, sender) => {
                let taken = datagram.len().min(buffer.capacity());
                buffer.extend_from_slice(&datagram[..taken]);
                let length = datagram.len();
                Ok(Datagram { length, sender })
            }
        }
    }

    fn wait(&mut self, deadline: Option<Instant>) -> io::Result<()> {
        let mut kernel = self.0.borrow_mut();
        let deadline = deadline.expect("every operation has a deadline") - kernel.begun;
        match kernel.queue.front() {
            Some(next) if next.at <= deadline => {
                kernel.passed = kernel.passed.max(next.at);
                Ok(())
            }
            _ => {
                kernel.passed = kernel.passed.max(deadline);
                Err(io::ErrorKind::TimedOut.into())
            }
        }
    }

    fn join(&mut self, _: u32) -> io::Result<()> {
        Ok(())
    }

    fn leave(&mut self, _: u32) -> io::Result<()> {
        Ok(())
    }

    fn now(&self) -> Instant {
        let kernel = self.0.borrow();
        kernel.begun + kernel.passed
    }
}
