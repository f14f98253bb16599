//! What a script answers.

use std::time::Duration;

use super::socket::Delivery;
use super::{Scripted, encode_error, header};
use crate::codec::AttributeSet;
use crate::error::{EncodeError, Error};
use crate::extended_ack::{self, ExtendedAck};
use crate::family::{Do, Dump, Operation};
use crate::wire::{MessageType, flags};

/// An expected request that waits for its answers. Without an answer, the client runs into its timeout.
///
/// Answers arrive in the order of the words that add them. A word such as [`after`](Self::after) changes the answer in front of it.
///
/// What the peer sends without a request, such as an [event](Scripted::event), can be changed in the same way.
///
/// A word that adds an answer fails with [`ErrorKind::Encode`](crate::ErrorKind::Encode) if a value of it is not allowed.
#[derive(Debug)]
pub struct Expected<'s, O> {
    pub(super) peer: &'s mut Scripted,
    pub(super) operation: O,
    pub(super) id: u16,
    /// How many deliveries the last word added.
    pub(super) added: usize,
    /// They answer the last request of the script. Otherwise they are in the socket.
    pub(super) is_answer: bool,
}

/// An operation that a script can expect: [`Do`] and [`Dump`].
pub trait Scriptable: Copy {
    /// What its request carries.
    type Request;

    /// Returns the operation without its types.
    fn operation(&self) -> &Operation;

    /// Appends the request to `buffer`.
    fn write_request(
        &self,
        id: u16,
        request: &Self::Request,
        buffer: &mut Vec<u8>,
    ) -> Result<(), EncodeError>;
}

macro_rules! scriptable {
    ($($operation:ident)*) => {$(
        impl<Q: AttributeSet, R: AttributeSet> Scriptable for $operation<Q, R> {
            type Request = Q;

            fn operation(&self) -> &Operation {
                self.operation()
            }

            fn write_request(&self, id: u16, request: &Q, buffer: &mut Vec<u8>) -> Result<(), EncodeError> {
                self.write(header(id, self.flags()), request, buffer)
            }
        }
    )*};
}

scriptable!(Do Dump);

impl<Q: AttributeSet, R: AttributeSet> Expected<'_, Do<Q, R>> {
    /// Answers with a reply.
    ///
    /// A request that asks for an acknowledgement (that of an operation with `-> Option<Reply>`) gets it as well, in a
    /// datagram behind the reply, as from the kernel (`netlink_rcv_skb`, `net/netlink/af_netlink.c`).
    pub fn reply(self, reply: &R) -> Result<Self, Error> {
        let mut datagram = Vec::new();
        let header = header(self.id, 0);
        let written = self.operation.write_reply(header, reply, &mut datagram);
        let is_acknowledged = self.operation.flags() & flags::ACK != 0;
        let expected = self.add(written.map(|()| datagram))?;
        if is_acknowledged {
            return expected.with_end(MessageType::Error);
        }
        Ok(expected)
    }
}

impl<Q: AttributeSet, R: AttributeSet> Expected<'_, Dump<Q, R>> {
    /// Answers with replies, all in one datagram, and with the end in another: of a dump `NLMSG_DONE`, of a do with several
    /// replies (`multi`) an acknowledgement.
    pub fn replies(mut self, replies: &[R]) -> Result<Self, Error> {
        self.added = 0;
        if !replies.is_empty() {
            self = self.part(replies)?;
        }
        if self.operation.operation().multi {
            self.with_end(MessageType::Error)
        } else {
            self.with_end(MessageType::Done)
        }
    }

    fn part(self, replies: &[R]) -> Result<Self, Error> {
        let mut datagram = Vec::new();
        let header = header(self.id, flags::MULTI);
        let written = replies
            .iter()
            .try_for_each(|reply| self.operation.write_reply(header, reply, &mut datagram));
        self.add(written.map(|()| datagram))
    }
}

impl<O: Scriptable> Expected<'_, O> {
    /// Answers with an acknowledgement.
    pub fn ack(self) -> Result<Self, Error> {
        self.refuse(0, &ExtendedAck::default())
    }

    /// Answers with an error number (positive, as in `errno(3)`) and what the kernel would say about it. The error number 0
    /// is an acknowledgement with a warning.
    pub fn refuse(self, errno: i32, detail: &ExtendedAck) -> Result<Self, Error> {
        self.status(MessageType::Error, errno, detail)
    }

    /// Answers with a datagram of any content. May be called several times.
    #[allow(clippy::return_self_not_must_use)] // it has been added
    pub fn datagram(mut self, datagram: Vec<u8>) -> Self {
        self.list().push(Delivery::answer(datagram));
        self.added = 1;
        self
    }

    fn status(self, kind: MessageType, number: i32, detail: &ExtendedAck) -> Result<Self, Error> {
        // The request as the script expects it: the last one.
        let exchange = self.peer.script.back();
        let request = exchange.map_or(&[][..], |exchange| &exchange.request);
        let datagram = extended_ack::write(kind, number, detail, request);
        self.add(datagram)
    }

    /// The end behind what was added last, as a part of it.
    fn with_end(self, kind: MessageType) -> Result<Self, Error> {
        let before = self.added;
        let mut expected = self.status(kind, 0, &ExtendedAck::default())?;
        expected.added += before;
        Ok(expected)
    }

    fn add(self, datagram: Result<Vec<u8>, EncodeError>) -> Result<Self, Error> {
        match datagram {
            Ok(datagram) => Ok(self.datagram(datagram)),
            Err(error) => Err(encode_error(self.operation.operation(), error)),
        }
    }
}

impl<O> Expected<'_, O> {
    /// Makes the answer late: it arrives so long after its request was sent. It is not seen before, and a client with a shorter timeout
    /// does not see it at all.
    ///
    /// ```
    /// # use std::time::Duration;
    /// # use genl::mptcp_pm::{Limits, MptcpPm};
    /// # use genl::{Client, ErrorKind, Scripted};
    /// # let mut peer = Scripted::new();
    /// # peer.family(MptcpPm::DESCRIPTION, 28)?;
    /// let late = Duration::from_secs(10);
    /// peer.expect(&MptcpPm::GET_LIMITS, &())?.reply(&Limits::default())?.after(late);
    ///
    /// let mut pm = MptcpPm::new(Client::over(peer)?);
    /// // The timeout is five seconds at first. Nothing sleeps: the peer has a clock of its own.
    /// let error = pm.get_limits().unwrap_err();
    /// assert!(matches!(error.kind(), ErrorKind::Timeout));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[allow(clippy::return_self_not_must_use)] // it has been changed
    pub fn after(mut self, delay: Duration) -> Self {
        for delivery in self.changed() {
            delivery.delay = delay;
        }
        self
    }

    /// What the last word added.
    fn changed(&mut self) -> &mut [Delivery] {
        let added = self.added;
        let list = self.list();
        let from = list.len().saturating_sub(added);
        list.get_mut(from..).unwrap_or_default()
    }

    fn list(&mut self) -> &mut Vec<Delivery> {
        match self.peer.script.back_mut() {
            Some(exchange) if self.is_answer => &mut exchange.answers,
            _ => &mut self.peer.socket.fresh,
        }
    }
}
