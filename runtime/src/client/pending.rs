//! An operation under way: what it takes to match answers and to tell errors.

use crate::description;
use crate::error::{DecodeError, Error, ErrorKind, Hint, KernelError};
use crate::extended_ack::{self, ExtendedAck};
use crate::family::Operation;
use crate::wire::{Message, MessageType};

/// An operation under way: what it takes to match answers and to tell errors.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pending {
    pub(super) operation: Operation,
    pub(super) id: u16,
    pub(super) sequence: u32,
    pub(super) set: &'static description::AttributeSet,
    /// Whether it is a dump.
    pub(super) dump: bool,
}

/// What a message is to the operation under way.
pub(super) enum Answer {
    /// Not for it: of an earlier operation, or not an answer.
    Other,
    /// A reply.
    Reply,
    /// An acknowledgement.
    Ack(ExtendedAck),
    /// The end of a dump.
    Done(ExtendedAck),
}

impl Pending {
    pub(super) fn error(&self, kind: ErrorKind) -> Error {
        Error::new(self.operation.family.name(), self.operation.name, kind)
            .with_hint(Hint::Permission(self.operation.permission))
    }

    pub(super) fn decode_error(&self, error: DecodeError) -> Error {
        self.error(ErrorKind::Decode(error))
    }

    /// What `message` is to this operation.
    pub(super) fn answer(&self, message: &Message<'_>, request: &[u8]) -> Result<Answer, Error> {
        if message.header.sequence != self.sequence {
            return Ok(self.unnumbered(message));
        }
        match message.header.kind {
            MessageType::Error | MessageType::Done => {
                let (errno, detail) = extended_ack::parse(message, request, self.set)
                    .map_err(|error| self.decode_error(error))?;
                match (errno, message.header.kind) {
                    (0, MessageType::Done) => Ok(Answer::Done(detail)),
                    (0, _) => Ok(Answer::Ack(detail)),
                    _ => Err(self.error(ErrorKind::Kernel(KernelError {
                        errno,
                        extended_ack: detail,
                    }))),
                }
            }
            MessageType::Family(id) if id == self.id => {
                let (generic, _) = message
                    .generic()
                    .map_err(|error| self.decode_error(error))?;
                let expected = self.operation.reply_command;
                if generic.command == expected {
                    return Ok(Answer::Reply);
                }
                Err(self.error(ErrorKind::Command {
                    found: generic.command,
                    expected,
                }))
            }
            _ => Ok(Answer::Other),
        }
    }

    /// What a message with another sequence number is. `thermal` numbers the end of its dumps but none of the parts
    /// (`thermal_genl_cmd_dumpit`, `drivers/thermal/thermal_netlink.c`).
    fn unnumbered(&self, message: &Message<'_>) -> Answer {
        let part = self.dump
            && message.header.sequence == 0
            && message.header.kind == MessageType::Family(self.id)
            && message
                .generic()
                .is_ok_and(|(generic, _)| generic.command == self.operation.reply_command);
        if part { Answer::Reply } else { Answer::Other }
    }
}
