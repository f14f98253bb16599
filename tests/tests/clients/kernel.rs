//! A kernel in memory that carries out requests of one datagram in their order, and answers as `netlink_rcv_skb` does.

use std::collections::VecDeque;
use std::io;
use std::task::{Context, Poll};
use std::time::Instant;

use genl::Transport;
use genl::transport::{AsyncTransport, Datagram};
use genl::wire::{Message, MessageHeader, MessageType, Messages};

use crate::messages::message;
use crate::radios::digits;

/// `NLM_F_ACK`.
const ACK: u16 = 4;

/// A request as it was received.
pub(crate) struct Request<'a> {
    /// The id of the family.
    pub(crate) id: u16,
    pub(crate) flags: u16,
    pub(crate) command: u8,
    /// The bytes after the headers.
    pub(crate) attributes: &'a [u8],
    /// The number of requests before it.
    pub(crate) number: usize,
}

/// An answer of the kernel.
#[derive(Clone)]
pub(crate) enum Answer {
    /// Success: an acknowledgement, if the request asks for one.
    Done,
    /// A reply, with these hexadecimal digits after the headers.
    Reply(String),
    /// The parts of a dump, each in a datagram of its own.
    Parts(Vec<String>),
    /// Several replies, and then a refusal with this error number unless it is 0.
    Replies(Vec<String>, i32),
    /// A refusal with this error number, or a success with 0; and the attributes of the extended ack in hexadecimal.
    Status(i32, &'static str),
    /// Nothing, as if the answer was lost without a notice.
    Nothing,
}

/// Whether something was lost since the socket was empty.
#[derive(PartialEq)]
enum Overrun {
    None,
    Untold,
    Told,
}

pub(crate) struct Kernel {
    /// The families by name and id.
    pub(crate) families: Vec<(&'static str, u16)>,
    carry_out: Box<dyn FnMut(Request<'_>) -> Answer + Send>,
    /// The size of the receive buffer, as the kernel counts it. When it is full, everything is lost until all was received.
    pub(crate) room: usize,
    /// The size of the buffer that the client is told.
    pub(crate) told_room: usize,
    inbox: VecDeque<Vec<u8>>,
    /// Whether the end of a dump was not received yet. Until then, the kernel refuses another dump.
    is_dumping: bool,
    used: usize,
    overrun: Overrun,
    /// The number of requests in each datagram, without those to the controller. Only counted if `counts` is set.
    pub(crate) datagrams: Vec<usize>,
    pub(crate) counts: bool,
    /// The greatest length of a datagram, and the error of longer ones.
    pub(crate) longest: usize,
    /// Whether messages that wait to be received are in one datagram.
    pub(crate) joins: bool,
    /// The number of datagrams from others that arrive after the answers to each datagram.
    pub(crate) noise: usize,
    /// The error of receiving once the inbox is empty.
    pub(crate) broken: Option<i32>,
    requests: usize,
}

impl Kernel {
    pub(crate) fn new(carry_out: impl FnMut(Request<'_>) -> Answer + Send + 'static) -> Self {
        Self {
            families: vec![("mptcp_pm", 28), ("radios", 30)],
            carry_out: Box::new(carry_out),
            room: 212_992,
            told_room: 212_992,
            inbox: VecDeque::new(),
            is_dumping: false,
            used: 0,
            overrun: Overrun::None,
            datagrams: Vec::new(),
            counts: true,
            longest: 212_960,
            joins: false,
            noise: 0,
            broken: None,
            requests: 0,
        }
    }

    /// Replaces the function that carries out requests.
    pub(crate) fn serve(&mut self, carry_out: impl FnMut(Request<'_>) -> Answer + Send + 'static) {
        self.carry_out = Box::new(carry_out);
    }

    /// Returns the number of datagrams that wait to be received.
    pub(crate) fn waiting(&self) -> usize {
        self.inbox.len()
    }

    /// Puts a datagram into the socket.
    pub(crate) fn deliver(&mut self, datagram: Vec<u8>) {
        // The memory that the kernel counts: this much for an acknowledgement, a page for a reply.
        let size = if datagram.len() > 100 { 4352 } else { 832 };
        if self.overrun == Overrun::None && self.used + size > self.room && self.used > 0 {
            self.overrun = Overrun::Untold;
        }
        if self.overrun != Overrun::None {
            return;
        }
        self.used += size;
        match self.inbox.back_mut().filter(|_| self.joins) {
            Some(last) => last.extend(datagram),
            None => self.inbox.push_back(datagram),
        }
    }

    fn carry_out(&mut self, request: &Message<'_>) {
        let header = request.header;
        let bytes = request.as_bytes();
        let id = u16::from_le_bytes([bytes[4], bytes[5]]);
        let (command, attributes) = (bytes[16], &bytes[20..]);
        let answer = if id == 16 {
            self.family(attributes)
        } else if self.families.iter().any(|(_, known)| *known == id) {
            let number = self.requests;
            self.requests += 1;
            (self.carry_out)(Request {
                id,
                flags: header.flags,
                command,
                attributes,
                number,
            })
        } else {
            Answer::Status(libc::ENOENT, "")
        };
        let (errno, detail) = match answer {
            Answer::Nothing => return,
            Answer::Done => (0, ""),
            Answer::Status(errno, detail) => (errno, detail),
            Answer::Reply(attributes) => {
                self.reply(&header, command, &attributes);
                (0, "")
            }
            Answer::Parts(_) if self.is_dumping => (libc::EBUSY, ""),
            Answer::Parts(parts) => {
                self.is_dumping = true;
                for attributes in parts {
                    self.reply(&header, command, &attributes);
                }
                return self.deliver(message(3, 2, header.sequence, "00000000"));
            }
            Answer::Replies(replies, errno) => {
                for attributes in replies {
                    self.reply(&header, command, &attributes);
                }
                (errno, "")
            }
        };
        if errno != 0 || header.flags & ACK != 0 {
            let number = digits_of(&(-errno).to_le_bytes());
            let flags = if detail.is_empty() { 0x100 } else { 0x300 };
            let payload = format!("{number} {} {detail}", digits_of(&bytes[..16]));
            self.deliver(message(2, flags, header.sequence, &payload));
        }
    }

    fn reply(&mut self, header: &MessageHeader, command: u8, attributes: &str) {
        let MessageType::Family(id) = header.kind else {
            return;
        };
        // The command of the reply: `nlctrl` answers 3 with 1, `radios` answers 4 with 5.
        let command = match (id, command) {
            (16, _) => 1,
            (30, 4) => 5,
            _ => command,
        };
        let payload = format!("{command:02x} 01 0000 {attributes}");
        self.deliver(message(id, 0, header.sequence, &payload));
    }

    /// Returns the controller's answer about a family.
    fn family(&self, attributes: &[u8]) -> Answer {
        let asked = String::from_utf8_lossy(&attributes[4..]);
        let asked = asked.trim_end_matches('\0');
        match self.families.iter().find(|(name, _)| *name == asked) {
            Some((_, id)) => Answer::Reply(format!(
                "{}  0600 0100 {} 0000",
                name(asked),
                digits_of(&id.to_le_bytes())
            )),
            None => Answer::Status(libc::ENOENT, ""),
        }
    }
}

/// The attribute with the name of a family.
fn name(name: &str) -> String {
    let length = 5 + name.len();
    let padding = "00".repeat(length.next_multiple_of(4) - length);
    format!("{length:02x}00 0200 {}00 {padding}", digits(name))
}

fn digits_of(bytes: &[u8]) -> String {
    let bytes: Vec<_> = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    bytes.concat()
}

impl Transport for Kernel {
    fn send(&mut self, datagram: &[u8]) -> io::Result<()> {
        if datagram.len() > self.longest {
            return Err(io::Error::from_raw_os_error(libc::EMSGSIZE));
        }
        let messages: Vec<_> = Messages::new(datagram).collect();
        if self.counts && datagram[4] != 16 {
            self.datagrams.push(messages.len());
        }
        for message in messages {
            self.carry_out(&message.expect("a client writes whole messages"));
        }
        for _ in 0..self.noise {
            self.deliver(message(28, 0, 7, "01 01 0000"));
        }
        Ok(())
    }

    fn receive(&mut self, buffer: &mut Vec<u8>) -> io::Result<Datagram> {
        if self.overrun == Overrun::Untold {
            self.overrun = Overrun::Told;
            return Err(io::Error::from_raw_os_error(libc::ENOBUFS));
        }
        let Some(datagram) = self.inbox.pop_front() else {
            let broken = self.broken.map(io::Error::from_raw_os_error);
            return Err(broken.unwrap_or_else(|| io::ErrorKind::WouldBlock.into()));
        };
        // `NLMSG_DONE`.
        self.is_dumping &= datagram[4] != 3;
        if self.inbox.is_empty() {
            (self.used, self.overrun) = (0, Overrun::None);
        }
        let taken = datagram.len().min(buffer.capacity());
        buffer.extend_from_slice(&datagram[..taken]);
        Ok(Datagram {
            length: datagram.len(),
            sender: 0,
        })
    }

    /// A datagram that is not there never arrives.
    fn wait(&mut self, _: Option<Instant>) -> io::Result<()> {
        if self.inbox.is_empty() && self.overrun != Overrun::Untold && self.broken.is_none() {
            return Err(io::ErrorKind::TimedOut.into());
        }
        Ok(())
    }

    fn join(&mut self, _: u32) -> io::Result<()> {
        Ok(())
    }

    fn leave(&mut self, _: u32) -> io::Result<()> {
        Ok(())
    }

    fn receive_buffer_size(&self) -> usize {
        self.told_room
    }
}

impl AsyncTransport for Kernel {
    fn poll_wait(
        &mut self,
        _: &mut Context<'_>,
        deadline: Option<Instant>,
    ) -> Poll<io::Result<()>> {
        Poll::Ready(self.wait(deadline))
    }
}
