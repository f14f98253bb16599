//! Methods that add the answers to an expected request.

use super::socket::Delivery;
use super::{Exchange, Scripted, encode_error, header};
use crate::codec::AttributeSet;
use crate::error::{EncodeError, Error};
use crate::extended_ack::{self, ExtendedAck};
use crate::family::{Do, Dump, Operation};
use crate::wire::{MessageType, flags};

/// Adds the answers to an expected request, and changes them. Without an answer, the client times out.
///
/// Methods such as [`reply`](Self::reply) add an answer. Answers arrive in the order in which they are added. Methods such as
/// [`after`](Self::after) change the answer that was added last:
///
/// ```
/// # use std::time::Duration;
/// # use genl::mptcp_pm::{DumpAddrs, EndpointReply, MptcpPm};
/// # use genl::{Client, ErrorKind, ExtendedAck, Scripted};
/// # let mut peer = Scripted::new();
/// # peer.family(MptcpPm::DESCRIPTION, 28)?;
/// let (every, endpoint) = (DumpAddrs::default(), EndpointReply::default());
/// // Two endpoints arrive at once. A second later, a forged one arrives, and the dump fails.
/// peer.expect(&MptcpPm::DUMP_ADDRS, &every)?
///     .part(&[endpoint.clone(), endpoint.clone()])?
///     .part(&[endpoint])?
///     .sent_by(4711)
///     .after(Duration::from_secs(1))
///     .done(libc::EINVAL, &ExtendedAck::default())?
///     .after(Duration::from_secs(1));
///
/// let mut pm = MptcpPm::new(Client::over(peer)?);
/// let replies: Vec<_> = pm.dump_addrs(&every)?.take(3).collect();
/// assert!(matches!(&replies[..], [Ok(_), Ok(_), Err(error)] if error.errno() == Some(libc::EINVAL)));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// Datagrams that the peer sends without a request, such as an [event](Scripted::event), can be changed in the same way.
///
/// # Errors
///
/// Methods that add an answer fail with [`ErrorKind::Encode`](crate::ErrorKind::Encode) if one of its values is not allowed.
#[derive(Debug)]
pub struct Expected<'s, O> {
    pub(super) peer: &'s mut Scripted,
    pub(super) operation: O,
    pub(super) id: u16,
    /// The number of deliveries that the last method added.
    pub(super) added: usize,
    /// Whether they answer the last request of the script. Otherwise they are in the socket.
    pub(super) is_answer: bool,
}

/// An operation that a script can expect: a [`Do`] or a [`Dump`].
pub trait Scriptable: Copy {
    /// The attribute set of its request.
    type Request;

    /// Returns the operation without its type parameters.
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
    /// If the request asks for an acknowledgement, as operations with `-> Option<Reply>` do, a second datagram follows with
    /// it, as from the kernel (`netlink_rcv_skb`, `net/netlink/af_netlink.c`).
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
    /// Answers with replies in one datagram, and with the end in another.
    ///
    /// The end of a dump is `NLMSG_DONE`. The end of a do with several replies (`multi`) is an acknowledgement.
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

    /// Answers with replies in one datagram, without the end.
    ///
    /// [`replies`](Self::replies) adds the last part and the end. [`done`](Self::done) adds only the end of a dump.
    ///
    /// ```
    /// # use genl::mptcp_pm::{DumpAddrs, EndpointReply, MptcpPm};
    /// # use genl::{Client, Scripted};
    /// # let mut peer = Scripted::new();
    /// # peer.family(MptcpPm::DESCRIPTION, 28)?;
    /// let (every, endpoint) = (DumpAddrs::default(), [EndpointReply::default()]);
    /// peer.expect(&MptcpPm::DUMP_ADDRS, &every)?.part(&endpoint)?.replies(&endpoint)?;
    ///
    /// let mut pm = MptcpPm::new(Client::over(peer)?);
    /// assert_eq!(pm.dump_addrs(&every)?.count(), 2);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn part(self, replies: &[R]) -> Result<Self, Error> {
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

    /// Answers with an error number and the details of the error, in `NLMSG_ERROR`.
    ///
    /// The number is positive, as in `errno(3)`. With 0, the answer is an acknowledgement, and `detail` is a warning.
    ///
    /// ```
    /// # use genl::mptcp_pm::MptcpPm;
    /// # use genl::{Client, ExtendedAck, Scripted};
    /// # let mut peer = Scripted::new();
    /// # peer.family(MptcpPm::DESCRIPTION, 28)?;
    /// let warning = ExtendedAck { message: Some("nothing to flush".into()), ..ExtendedAck::default() };
    /// peer.expect(&MptcpPm::FLUSH_ADDRS, &())?.refuse(0, &warning)?;
    ///
    /// let mut pm = MptcpPm::new(Client::over(peer)?);
    /// pm.flush_addrs()?;
    /// assert_eq!(pm.channel().warning(), Some(&warning));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn refuse(self, errno: i32, detail: &ExtendedAck) -> Result<Self, Error> {
        self.status(MessageType::Error, errno, detail)
    }

    /// Ends a dump in `NLMSG_DONE`, with an error number as in [`refuse`](Self::refuse), or with 0.
    ///
    /// The kernel uses this for a dump that fails after it started. It refuses a dump that cannot start as `refuse` does.
    ///
    /// ```
    /// # use genl::mptcp_pm::{DumpAddrs, EndpointReply, MptcpPm};
    /// # use genl::{Client, ExtendedAck, Scripted};
    /// # let mut peer = Scripted::new();
    /// # peer.family(MptcpPm::DESCRIPTION, 28)?;
    /// let (every, endpoint) = (DumpAddrs::default(), [EndpointReply::default()]);
    /// let nothing = ExtendedAck::default();
    /// peer.expect(&MptcpPm::DUMP_ADDRS, &every)?.part(&endpoint)?.done(libc::ENOMEM, &nothing)?;
    ///
    /// let mut pm = MptcpPm::new(Client::over(peer)?);
    /// let mut endpoints = pm.dump_addrs(&every)?;
    /// assert!(endpoints.next().unwrap().is_ok());
    /// assert_eq!(endpoints.next().unwrap().unwrap_err().errno(), Some(libc::ENOMEM));
    /// assert!(endpoints.next().is_none());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn done(self, errno: i32, detail: &ExtendedAck) -> Result<Self, Error> {
        self.status(MessageType::Done, errno, detail)
    }

    /// Answers with an acknowledgement that contains a number: `NLMSG_ERROR` with a positive number.
    ///
    /// ```
    /// # use genl::mptcp_pm::MptcpPm;
    /// # use genl::{Client, Scripted};
    /// # let mut peer = Scripted::new();
    /// # peer.family(MptcpPm::DESCRIPTION, 28)?;
    /// peer.expect(&MptcpPm::FLUSH_ADDRS, &())?.ack_number(7)?;
    ///
    /// let mut pm = MptcpPm::new(Client::over(peer)?);
    /// pm.flush_addrs()?;
    /// assert_eq!(pm.channel().ack_number(), 7);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn ack_number(self, number: u32) -> Result<Self, Error> {
        // Error numbers are negative on the wire.
        let errno = 0i32.saturating_sub_unsigned(number);
        self.refuse(errno, &ExtendedAck::default())
    }

    /// Makes the socket report that messages were lost (`ENOBUFS`), in place of an answer.
    ///
    /// ```
    /// # use genl::mptcp_pm::{Limits, MptcpPm};
    /// # use genl::{Client, Scripted};
    /// # let mut peer = Scripted::new();
    /// # peer.family(MptcpPm::DESCRIPTION, 28)?;
    /// peer.expect(&MptcpPm::GET_LIMITS, &())?.overrun();
    ///
    /// let mut pm = MptcpPm::new(Client::over(peer)?);
    /// assert_eq!(pm.get_limits().unwrap_err().raw_os_error(), Some(libc::ENOBUFS));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[allow(clippy::return_self_not_must_use)] // the answer has been added
    pub fn overrun(self) -> Self {
        self.push(Delivery::overrun())
    }

    /// Answers with a datagram of any content.
    #[allow(clippy::return_self_not_must_use)] // the answer has been added
    pub fn datagram(self, datagram: Vec<u8>) -> Self {
        self.push(Delivery::answer(datagram))
    }

    fn push(mut self, delivery: Delivery) -> Self {
        self.list().push(delivery);
        self.added = 1;
        self
    }

    fn status(self, kind: MessageType, errno: i32, detail: &ExtendedAck) -> Result<Self, Error> {
        // The last request of the script is the one that is answered.
        let exchange = self.peer.script.back();
        let request = exchange.map_or(&[][..], Exchange::request);
        let datagram = extended_ack::write(kind, errno, detail, request);
        self.add(datagram)
    }

    /// Adds the end to the answer that was added last.
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
