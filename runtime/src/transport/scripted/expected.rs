//! A request that a script expects, and its answers.

use super::{Answer, Scripted, answers, encode_error, header};
use crate::codec::AttributeSet;
use crate::error::{EncodeError, Error};
use crate::extended_ack::{self, ExtendedAck};
use crate::family::{Do, Dump, Operation};
use crate::wire::{MessageType, flags};

/// An expected request that waits for its answers. Without an answer, the client runs into its timeout.
///
/// Every method fails with [`ErrorKind::Encode`](crate::ErrorKind::Encode) if a value of the answer is not allowed.
#[derive(Debug)]
pub struct Expected<'s, O> {
    pub(super) peer: &'s mut Scripted,
    pub(super) operation: O,
    pub(super) described: Operation,
    pub(super) id: u16,
}

/// An operation that a script can expect: [`Do`] and [`Dump`].
pub trait Scriptable<Q>: Copy {
    /// Returns the operation without its types.
    fn operation(&self) -> &Operation;
    /// Appends the request to `buffer`.
    fn write_request(&self, id: u16, request: &Q, buffer: &mut Vec<u8>) -> Result<(), EncodeError>;
}

impl<Q: AttributeSet, R: AttributeSet> Scriptable<Q> for Do<Q, R> {
    fn operation(&self) -> &Operation {
        self.operation()
    }

    fn write_request(&self, id: u16, request: &Q, buffer: &mut Vec<u8>) -> Result<(), EncodeError> {
        self.write(header(id, self.flags()), request, buffer)
    }
}

impl<Q: AttributeSet, R: AttributeSet> Scriptable<Q> for Dump<Q, R> {
    fn operation(&self) -> &Operation {
        self.operation()
    }

    fn write_request(&self, id: u16, request: &Q, buffer: &mut Vec<u8>) -> Result<(), EncodeError> {
        self.write(header(id, self.flags()), request, buffer)
    }
}

impl<Q: AttributeSet, R: AttributeSet> Expected<'_, Do<Q, R>> {
    /// Answers with a reply.
    ///
    /// A request that asks for an acknowledgement (that of an operation with `-> Option<Reply>`) gets it as well, in a
    /// datagram behind the reply, as from the kernel.
    pub fn reply(self, reply: &R) -> Result<(), Error> {
        let answers = answers(&self.operation, self.id, reply, &self.request());
        self.answer(answers)
    }
}

impl<Q: AttributeSet, R: AttributeSet> Expected<'_, Dump<Q, R>> {
    /// Answers with replies, all in one datagram, and with the end in another: of a dump `NLMSG_DONE`, of a do with several
    /// replies (`multi`) an acknowledgement.
    pub fn replies(self, replies: &[R]) -> Result<(), Error> {
        let answers = self.all(replies);
        self.answer(answers)
    }

    fn all(&self, replies: &[R]) -> Result<Vec<Answer>, EncodeError> {
        let mut datagram = Vec::new();
        for reply in replies {
            self.operation
                .write_reply(header(self.id, flags::MULTI), reply, &mut datagram)?;
        }
        let end = if self.described.multi {
            MessageType::Error
        } else {
            MessageType::Done
        };
        let end = extended_ack::write(end, 0, &ExtendedAck::default(), &self.request())?;
        let datagrams = [datagram, end].into_iter();
        let datagrams = datagrams.filter(|datagram| !datagram.is_empty());
        Ok(datagrams.map(Answer::Numbered).collect())
    }
}

impl<O> Expected<'_, O> {
    /// Answers with an acknowledgement.
    pub fn ack(self) -> Result<(), Error> {
        self.refuse(0, &ExtendedAck::default())
    }

    /// Answers with an error number (positive, as in `errno(3)`) and what the kernel would say about it. The error number 0
    /// is an acknowledgement with a warning.
    pub fn refuse(self, errno: i32, detail: &ExtendedAck) -> Result<(), Error> {
        let refusal = extended_ack::write(MessageType::Error, errno, detail, &self.request());
        self.answer(refusal.map(|refusal| vec![Answer::Numbered(refusal)]))
    }

    /// Answers with a datagram of any content. May be called several times.
    #[must_use]
    pub fn datagram(self, datagram: Vec<u8>) -> Self {
        self.peer.answer(Answer::Numbered(datagram));
        self
    }

    /// The request as the script expects it: the last one.
    fn request(&self) -> Vec<u8> {
        let exchange = self.peer.script.back();
        exchange
            .map(|exchange| exchange.request.clone())
            .unwrap_or_default()
    }

    fn answer(self, answers: Result<Vec<Answer>, EncodeError>) -> Result<(), Error> {
        let answers = answers.map_err(|error| encode_error(&self.described, error))?;
        for answer in answers {
            self.peer.answer(answer);
        }
        Ok(())
    }
}
