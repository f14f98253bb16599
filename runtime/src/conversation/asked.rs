//! The current operation: what is needed to recognise its answers, and to name it in errors.

use core::ops::Range;

use crate::codec::AttributeSet;
use crate::description::{self, Mode, Permission};
use crate::error::{Error, ErrorKind, Hint, KernelError};
use crate::extended_ack::{self, ExtendedAck, Status};
use crate::family::{Do, Dump, Family, Operation};
use crate::wire::{GenericHeader, Message, MessageHeader, MessageType, flags};

/// An operation that a conversation carries out.
#[derive(Clone, Copy, Debug)]
pub struct Asked {
    pub(super) family: Family,
    pub(super) name: &'static str,
    /// `nlmsg_type` of the request and of its replies.
    pub(super) id: u16,
    pub(super) sequence: u32,
    pub(super) flags: u16,
    /// The command of a reply; `None` in a protocol without `genlmsghdr`.
    command: Option<u8>,
    /// Replies are ignored: the acknowledgement is the answer.
    ack_only: bool,
    /// There may be any number of replies.
    pub(super) several: bool,
    permission: Permission,
    /// The attributes of the request, to name those that an extended ack is about.
    set: &'static description::AttributeSet,
}

/// What a message means for the current operation.
#[derive(Debug)]
pub(super) enum Answer {
    /// Nothing: it belongs to another operation, or is an event.
    Other,
    /// A reply, with the position of the bytes after its headers.
    Reply(Range<usize>),
    /// A message that should be a reply, but is malformed.
    Unreadable(Error),
    /// `NLMSG_ERROR`: an acknowledgement or an error.
    Ack(Result<Success, Error>),
    /// `NLMSG_DONE`: the end of a dump.
    Done(Result<Success, Error>),
    /// `NLMSG_OVERRUN`: messages were lost at this point.
    Overrun,
}

/// The kernel carried out the operation.
#[derive(Debug, Default)]
pub(crate) struct Success {
    /// The number that the acknowledgement carries.
    pub(crate) number: u32,
    /// What the kernel says in addition.
    pub(crate) warning: Option<Box<ExtendedAck>>,
}

impl Asked {
    /// Creates the value for a do.
    pub(crate) fn call<Q: AttributeSet, R: AttributeSet>(operation: &Do<Q, R>) -> Self {
        Self {
            ack_only: Do::<Q, R>::IS_ACK_ONLY,
            ..Self::new::<Q>(operation.operation(), operation.flags())
        }
    }

    /// Creates the value for a dump, or a do with several replies.
    pub(crate) fn dump<Q: AttributeSet, R: AttributeSet>(operation: &Dump<Q, R>) -> Self {
        Self {
            several: true,
            ..Self::new::<Q>(operation.operation(), operation.flags())
        }
    }

    /// Creates the value for an operation that is known only by its description.
    pub(crate) const fn described(
        family: Family,
        operation: &'static description::Operation,
    ) -> Self {
        let is_dump = matches!(operation.mode, Mode::Dump);
        let ack_only = operation.reply.is_nothing() && !operation.multi && !is_dump;
        let end = if is_dump {
            flags::DUMP
        } else if operation.multi || ack_only || operation.reply_may_be_absent {
            flags::ACK
        } else {
            0
        };
        Self {
            family,
            name: operation.name,
            id: 0,
            sequence: 0,
            flags: flags::REQUEST | end,
            command: Some(operation.reply_command),
            ack_only,
            several: is_dump || operation.multi,
            permission: operation.permission,
            set: operation.request,
        }
    }

    /// Creates the value for a dump of a protocol whose messages have no `genlmsghdr`. `kind` is the type of requests and
    /// replies.
    pub(crate) const fn plain(family: Family, name: &'static str, kind: u16) -> Self {
        Self {
            family,
            name,
            id: kind,
            sequence: 0,
            flags: flags::REQUEST | flags::DUMP,
            command: None,
            ack_only: false,
            several: true,
            permission: Permission::None,
            set: const { &<()>::DESCRIPTION },
        }
    }

    fn new<Q: AttributeSet>(operation: &Operation, flags: u16) -> Self {
        Self {
            family: operation.family,
            name: operation.name,
            id: 0,
            sequence: 0,
            flags,
            command: Some(operation.reply_command),
            ack_only: false,
            several: false,
            permission: operation.permission,
            set: const { &Q::DESCRIPTION },
        }
    }

    /// Returns the header of the request. Id and sequence number are filled in before it is sent.
    pub(crate) const fn header(&self) -> MessageHeader {
        MessageHeader {
            kind: MessageType::Family(self.id),
            flags: self.flags,
            sequence: 0,
            port: 0,
        }
    }

    /// Returns whether there may be any number of replies.
    pub(crate) const fn has_several(&self) -> bool {
        self.several
    }

    /// Returns whether a reply is decoded.
    pub(crate) const fn has_reply(&self) -> bool {
        !self.ack_only
    }

    /// Returns whether an error may come from generic netlink itself, because the family has another id by now. Such an
    /// error has no extended ack (`genl_rcv_msg`, `net/netlink/genetlink.c`).
    pub(super) fn is_doubtful(&self, refusal: &Error) -> bool {
        refusal.errno() == Some(libc::ENOENT)
            && refusal.extended_ack().is_some_and(ExtendedAck::is_empty)
            && self.is_generic()
    }

    /// Returns whether an acknowledgement follows the replies. None follows those of a dump, even if the request asks for
    /// it (`__netlink_dump_start`, `net/netlink/af_netlink.c`).
    pub(super) const fn is_acknowledged(&self) -> bool {
        self.flags & flags::ACK != 0 && !self.is_dump()
    }

    /// Returns whether the kernel assigned an id to the family.
    pub(super) const fn is_generic(&self) -> bool {
        self.command.is_some()
    }

    /// Returns the offset of the attributes in a reply.
    pub(crate) const fn offset(&self) -> usize {
        match self.command {
            Some(_) => MessageHeader::LENGTH + GenericHeader::LENGTH,
            None => MessageHeader::LENGTH,
        }
    }

    const fn is_dump(&self) -> bool {
        self.flags & flags::DUMP == flags::DUMP && self.several
    }

    #[cold]
    pub(crate) fn error(&self, kind: ErrorKind) -> Error {
        let needs_reply = self.is_generic() && !self.several && !self.is_acknowledged();
        let hint = match kind {
            ErrorKind::Timeout if needs_reply => Hint::AckOnly,
            _ => Hint::Permission(self.permission),
        };
        Error::new(self.family.name(), self.name, kind).with_hint(hint)
    }

    /// Returns what `message` means for this operation. It begins at `start` of its datagram.
    #[inline]
    pub(super) fn answer(&self, message: &Message<'_>, start: usize, request: &[u8]) -> Answer {
        let header = message.header;
        match header.kind {
            MessageType::Overrun if [0, self.sequence].contains(&header.sequence) => {
                Answer::Overrun
            }
            _ if header.sequence != self.sequence => self.unnumbered(message, start),
            MessageType::Family(id) if id == self.id => self.reply(message, start),
            MessageType::Error => Answer::Ack(self.status(message, request)),
            MessageType::Done => Answer::Done(self.status(message, request)),
            MessageType::Family(_) | MessageType::Noop | MessageType::Overrun => Answer::Other,
        }
    }

    #[inline]
    fn reply(&self, message: &Message<'_>, start: usize) -> Answer {
        if self.ack_only {
            return Answer::Other;
        }
        let end = start + message.as_bytes().len();
        let Some(expected) = self.command else {
            return Answer::Reply(start + MessageHeader::LENGTH..end);
        };
        match message.generic() {
            Err(error) => Answer::Unreadable(self.error(ErrorKind::Decode(error))),
            Ok((GenericHeader { command: found, .. }, _)) if found != expected => {
                Answer::Unreadable(self.error(ErrorKind::Command { found, expected }))
            }
            Ok((_, attributes)) => Answer::Reply(end - attributes.as_bytes().len()..end),
        }
    }

    /// Decodes an error, acknowledgement or end-of-dump message.
    fn status(&self, message: &Message<'_>, request: &[u8]) -> Result<Success, Error> {
        let Status { result, detail } = extended_ack::parse(message, request, self.set)
            .map_err(|error| self.error(ErrorKind::Decode(error)))?;
        match result {
            Ok(number) => Ok(Success {
                number,
                warning: detail,
            }),
            Err(errno) => Err(self.error(ErrorKind::Kernel(KernelError {
                errno,
                extended_ack: detail.map(|detail| *detail).unwrap_or_default(),
            }))),
        }
    }

    /// Returns what a message with another sequence number means. `thermal` numbers the end of its dumps, but not their
    /// parts (`thermal_genl_cmd_dumpit`, `drivers/thermal/thermal_netlink.c`).
    fn unnumbered(&self, message: &Message<'_>, start: usize) -> Answer {
        let header = message.header;
        if !self.is_dump() || header.sequence != 0 || header.kind != MessageType::Family(self.id) {
            return Answer::Other;
        }
        match self.reply(message, start) {
            // A malformed message without a sequence number is an event.
            Answer::Unreadable(_) => Answer::Other,
            answer => answer,
        }
    }
}
