//! A request that a script expects, and its answers.

use super::{Answer, Scripted, header};
use crate::codec::AttributeSet;
use crate::error::EncodeError;
use crate::extended_ack::{self, ExtendedAck};
use crate::family::{Do, Dump, Family};
use crate::wire::{MessageType, flags};

/// A request that is expected, to be given its answers.
#[derive(Debug)]
pub struct Expected<'s, O> {
    pub(super) peer: &'s mut Scripted,
    pub(super) operation: O,
    pub(super) id: u16,
}

/// An operation as a script needs it; [`Do`] and [`Dump`] are.
pub trait Scriptable<Q>: Copy {
    /// The family.
    fn family(&self) -> Family;
    /// Appends the request.
    fn write_request(&self, id: u16, request: &Q, buffer: &mut Vec<u8>) -> Result<(), EncodeError>;
}

impl<Q: AttributeSet, R: AttributeSet> Scriptable<Q> for Do<Q, R> {
    fn family(&self) -> Family {
        self.operation().family
    }

    fn write_request(&self, id: u16, request: &Q, buffer: &mut Vec<u8>) -> Result<(), EncodeError> {
        self.write(header(id, self.flags()), request, buffer)
    }
}

impl<Q: AttributeSet, R: AttributeSet> Scriptable<Q> for Dump<Q, R> {
    fn family(&self) -> Family {
        self.operation().family
    }

    fn write_request(&self, id: u16, request: &Q, buffer: &mut Vec<u8>) -> Result<(), EncodeError> {
        self.write(header(id, self.flags()), request, buffer)
    }
}

impl<Q: AttributeSet, R: AttributeSet> Expected<'_, Do<Q, R>> {
    /// Answers with a reply.
    pub fn reply(self, reply: &R) -> Result<(), EncodeError> {
        let mut datagram = Vec::new();
        self.operation
            .write_reply(header(self.id, 0), reply, &mut datagram)?;
        self.peer.answer(Answer::Numbered(datagram));
        Ok(())
    }
}

impl<Q: AttributeSet, R: AttributeSet> Expected<'_, Dump<Q, R>> {
    /// Answers with replies, all in one datagram, and the end of the dump (of a do: an acknowledgement) in another.
    pub fn replies(self, replies: &[R]) -> Result<(), EncodeError> {
        let mut datagram = Vec::new();
        for reply in replies {
            self.operation
                .write_reply(header(self.id, flags::MULTI), reply, &mut datagram)?;
        }
        if !datagram.is_empty() {
            self.peer.answer(Answer::Numbered(datagram));
        }
        let end = if self.operation.operation().multi {
            MessageType::Error
        } else {
            MessageType::Done
        };
        self.error_number(end, 0, &ExtendedAck::default())
    }
}

impl<O> Expected<'_, O> {
    /// Acknowledges.
    pub fn ack(self) -> Result<(), EncodeError> {
        self.refuse(0, &ExtendedAck::default())
    }

    /// Refuses with an error number (positive, as in `errno(3)`) and what there is to say about it. With 0 it is an
    /// acknowledgement with a warning.
    pub fn refuse(self, errno: i32, detail: &ExtendedAck) -> Result<(), EncodeError> {
        self.error_number(MessageType::Error, errno, detail)
    }

    /// Answers with a datagram of any content. May be said several times.
    #[must_use]
    pub fn datagram(self, datagram: Vec<u8>) -> Self {
        self.peer.answer(Answer::Numbered(datagram));
        self
    }

    fn error_number(
        self,
        kind: MessageType,
        errno: i32,
        detail: &ExtendedAck,
    ) -> Result<(), EncodeError> {
        let request = self
            .peer
            .script
            .back()
            .map(|exchange| exchange.request.clone())
            .unwrap_or_default();
        self.peer.answer(Answer::Numbered(extended_ack::write(
            kind, errno, detail, &request,
        )?));
        Ok(())
    }
}
