//! The client and listener for async programs: the same conversation, polled.

mod batch;
mod futures;
mod listener;
mod replies;
mod socket;
mod turn;

use std::task::{Context, Poll, ready};
use std::time::Duration;

pub use futures::{Asking, Call};
pub use listener::{AsyncListener, NextEvent};
pub use replies::{AsyncReplies, NextReply};

use super::deadline::Deadline;
use super::{Channel, Client};
use crate::codec::AttributeSet;
use crate::conversation::{Conversation, Place, Resolved, Want};
use crate::error::{Error, ErrorKind};
use crate::extended_ack::ExtendedAck;
use crate::family::{Do, Dump, Family};
use crate::transport::AsyncTransport;
use turn::Turn;

/// About ten operations.
const TURN: u8 = 32;

/// Sends requests and receives their answers in an async program, for any number of families over one transport.
///
/// It is what [`Client`] is, and the methods of a family have the same names: they return futures. Open one with
/// `AsyncClient::<Tokio>::open()`, or by `MptcpPm::connect_tokio()` with the name of the family.
///
/// ```no_run
/// # #[cfg(feature = "tokio")]
/// # async fn example() -> Result<(), genl::Error> {
/// use genl::mptcp_pm::{DumpAddrs, MptcpPm};
///
/// let mut pm = MptcpPm::connect_tokio().await?;
/// println!("{:?}", pm.get_limits().await?);
/// let mut endpoints = pm.dump_addrs(&DumpAddrs::default()).await?;
/// while let Some(endpoint) = endpoints.next().await {
///     println!("{:?}", endpoint?.addr);
/// }
/// # Ok(())
/// # }
/// ```
///
/// # Several tasks
///
/// There is no background task, no thread and no lock: a client is one conversation with the kernel and is used by `&mut`, so it is
/// not `Clone`. Tasks that run side by side use a client each. [`another`](Self::another) opens one that knows the same families. It
/// takes a few system calls.
///
/// ```no_run
/// # #[cfg(feature = "tokio")]
/// # mod example {
/// use genl::AsyncClient;
/// use genl::mptcp_pm::{Limits, MptcpPm};
/// use genl::transport::Tokio;
///
/// /// The state that the handlers of a web server share.
/// struct State {
///     netlink: AsyncClient<Tokio>,
/// }
///
/// async fn limits(state: &State) -> Result<Limits, genl::Error> {
///     MptcpPm::new(state.netlink.another()?).get_limits().await
/// }
/// # }
/// ```
///
/// # What does not wait
///
/// The kernel carries out a request while it is sent: sending returns when it is done, and the answer is there. So an operation that
/// takes the kernel long, as `del-addr` of `mptcp_pm` takes it 15 ms, keeps the thread for that time, and no deadline covers it. Where
/// that matters, put a blocking [`Client`] on a thread for such work: `spawn_blocking(move || pm.del_addr(&request))`. Dumps of many
/// objects and events do wait.
///
/// # Cancel safety
///
/// A future of this client can be dropped at any time. The client stays usable, and what the kernel still sends for the dropped
/// operation reaches no other one. The operation may have been carried out if the future was polled.
#[derive(Debug)]
pub struct AsyncClient<T> {
    client: Client<T>,
    turn: Turn,
}

impl<T> AsyncClient<T> {
    /// The same client, polled.
    const fn of(client: Client<T>) -> Self {
        let turn = Turn::new(TURN);
        Self { client, turn }
    }
}

impl<T: AsyncTransport> AsyncClient<T> {
    /// Creates a client over `transport`, which looks up families when it first meets them.
    pub fn over(transport: T) -> Result<Self, Error> {
        Client::over(transport).map(Self::of)
    }

    /// Sets the timeout of an operation. See [`Client::set_receive_timeout`].
    ///
    /// It is measured by the clock of the runtime.
    pub fn set_receive_timeout(&mut self, timeout: Option<Duration>) -> Result<(), Error> {
        self.client.set_receive_timeout(timeout)
    }

    /// Sets the size of the largest datagram that is received whole, in bytes. See [`Client::set_receive_capacity`].
    pub fn set_receive_capacity(&mut self, bytes: usize) -> Result<(), Error> {
        self.client.set_receive_capacity(bytes)
    }

    /// Returns the warning that the kernel attached to the success of the last operation, if any.
    pub fn warning(&self) -> Option<&ExtendedAck> {
        self.client.warning()
    }

    /// Returns the number that the acknowledgement of the last operation carried; 0 in most families.
    pub fn ack_number(&self) -> u32 {
        self.client.ack_number()
    }

    /// Returns the transport.
    pub fn transport(&mut self) -> &mut T {
        self.client.transport()
    }

    /// Returns the transport, from which everything has been received that an operation left unread.
    pub fn into_transport(self) -> T {
        self.client.into_transport()
    }

    /// Looks up the id that the kernel assigned to `family`, and those of its multicast groups.
    pub async fn resolve(&mut self, family: Family) -> Result<&Resolved, Error> {
        self.client.conversation.look_up(family)?;
        self.drive().await?;
        let resolved = self.client.conversation.resolved(family);
        resolved.ok_or_else(|| Error::new(family.name(), "connect", ErrorKind::FamilyNotFound))
    }

    /// Carries out an operation: sends its request and waits for the reply or the acknowledgement.
    pub fn call<Q: AttributeSet, R: AttributeSet>(
        &mut self,
        operation: &Do<Q, R>,
        request: &Q,
    ) -> Call<'_, R, T> {
        let begun = self.client.conversation.call(operation, request);
        Call::new(self, begun)
    }

    /// Asks for a dump. Its replies are read one by one.
    pub fn dump<Q: AttributeSet, R: AttributeSet>(
        &mut self,
        operation: &Dump<Q, R>,
        request: &Q,
    ) -> Asking<'_, R, T> {
        let begun = self.client.conversation.dump(operation, request);
        Asking::new(self, begun)
    }

    pub(crate) const fn conversation(&mut self) -> &mut Conversation {
        &mut self.client.conversation
    }

    const fn deadline(&self) -> Deadline {
        Deadline::new(self.client.timeout)
    }

    /// Does what the conversation wants, until something is found.
    pub(crate) async fn drive(&mut self) -> Result<Place, Error> {
        let mut deadline = self.deadline();
        core::future::poll_fn(|context| self.poll_drive(context, &mut deadline)).await
    }

    fn poll_drive(
        &mut self,
        context: &mut Context<'_>,
        deadline: &mut Deadline,
    ) -> Poll<Result<Place, Error>> {
        loop {
            if let Some(place) = ready!(self.poll_step(context, deadline))? {
                return Poll::Ready(Ok(place));
            }
        }
    }

    /// Does what the conversation wants, until the request was sent.
    fn poll_send(
        &mut self,
        context: &mut Context<'_>,
        deadline: &mut Deadline,
    ) -> Poll<Result<(), Error>> {
        while !self.client.conversation.is_sent() {
            ready!(self.poll_step(context, deadline))?;
        }
        Poll::Ready(Ok(()))
    }

    #[inline]
    fn poll_step(
        &mut self,
        context: &mut Context<'_>,
        deadline: &mut Deadline,
    ) -> Poll<Result<Option<Place>, Error>> {
        ready!(self.turn.poll(context));
        let Client {
            transport,
            conversation,
            ..
        } = &mut self.client;
        match conversation.next()? {
            Want::Send(datagram) => {
                let result = transport.send(datagram);
                conversation.sent(result)?;
            }
            Want::Receive { buffer, may_wait } => {
                let result = ready!(deadline.poll_receive(transport, context, buffer, may_wait));
                conversation.received(result)?;
            }
            Want::Found(place) => return Poll::Ready(Ok(Some(place))),
        }
        Poll::Ready(Ok(None))
    }
}

impl<T: AsyncTransport> Channel for AsyncClient<T> {
    type Reply<'c, R: AttributeSet + 'c>
        = Call<'c, R, T>
    where
        Self: 'c;

    type Dump<'c, R: AttributeSet + 'c>
        = Asking<'c, R, T>
    where
        Self: 'c;

    fn call<'c, Q: AttributeSet, R: AttributeSet + 'c>(
        &'c mut self,
        operation: &Do<Q, R>,
        request: &Q,
    ) -> Self::Reply<'c, R> {
        AsyncClient::call(self, operation, request)
    }

    fn dump<'c, Q: AttributeSet, R: AttributeSet + 'c>(
        &'c mut self,
        operation: &Dump<Q, R>,
        request: &Q,
    ) -> Self::Dump<'c, R> {
        AsyncClient::dump(self, operation, request)
    }
}
