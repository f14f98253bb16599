//! The client and listener for async programs: the same conversation, driven by polling.

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

/// The number of steps of about ten operations.
const TURN: u8 = 32;

/// Sends requests to the kernel and receives the answers, in an async program.
///
/// Every family opens its own client, with `connect_tokio` (feature `tokio`) or `connect_smol` (feature `smol`). The methods
/// of the family are the same as over a blocking [`Client`], but they return futures.
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
/// `AsyncClient::<Tokio>::open()` opens a client for several families, which share it as they share a [`Client`]. The runtime
/// is the type of the transport: [`Tokio`](crate::transport::Tokio), [`Smol`](crate::transport::Smol), or any other
/// [`AsyncTransport`], such as a [`Scripted`](crate::Scripted) peer in a test.
///
/// # Several tasks
///
/// A client has no background task, no thread and no lock. It carries out one operation at a time, through `&mut self`, and is
/// not `Clone`. Tasks that run side by side use one client each. [`another`](Self::another) opens a client that knows the same
/// families. This takes a few system calls.
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
/// # Operations that block the thread
///
/// The kernel carries out most requests inside of `send(2)`, so the thread is blocked until the operation is done, and no
/// timeout covers that time. Most operations take microseconds, but `del-addr` of `mptcp_pm` takes about 15 ms. Where that
/// matters, use a blocking [`Client`] on another thread: `spawn_blocking(move || pm.del_addr(&request))`. Large dumps and
/// events do not block the thread.
///
/// # Timeouts
///
/// An operation fails with [`ErrorKind::Timeout`] if it takes longer than [`RECEIVE_TIMEOUT`](super::RECEIVE_TIMEOUT), by the
/// clock of the runtime. [`set_receive_timeout`](Self::set_receive_timeout) changes that.
///
/// # Cancel safety
///
/// Every future of a client can be dropped at any time, for example by `select!`. The client remains usable, and later
/// operations never receive the answers of a dropped one. If the future was polled, the kernel may have carried out the
/// operation.
#[derive(Debug)]
pub struct AsyncClient<T> {
    client: Client<T>,
    turn: Turn,
}

impl<T> AsyncClient<T> {
    /// Creates an async client that polls `client`.
    const fn of(client: Client<T>) -> Self {
        let turn = Turn::new(TURN);
        Self { client, turn }
    }
}

impl<T: AsyncTransport> AsyncClient<T> {
    /// Creates a client over `transport`. It looks up a family when it is first used.
    ///
    /// # Errors
    ///
    /// Does not fail at present.
    pub fn over(transport: T) -> Result<Self, Error> {
        Client::over(transport).map(Self::of)
    }

    /// Sets the timeout of an operation, by the clock of the runtime. See [`Client::set_receive_timeout`].
    pub fn set_receive_timeout(&mut self, timeout: Option<Duration>) -> Result<(), Error> {
        self.client.set_receive_timeout(timeout)
    }

    /// Sets the size of the receive buffer, in bytes. See [`Client::set_receive_capacity`].
    pub fn set_receive_capacity(&mut self, bytes: usize) -> Result<(), Error> {
        self.client.set_receive_capacity(bytes)
    }

    /// Returns the warning that the kernel attached to the last successful operation, if any.
    pub fn warning(&self) -> Option<&ExtendedAck> {
        self.client.warning()
    }

    /// Returns the number in the acknowledgement of the last operation. See [`Client::ack_number`].
    pub fn ack_number(&self) -> u32 {
        self.client.ack_number()
    }

    /// Returns the transport.
    pub fn transport(&mut self) -> &mut T {
        self.client.transport()
    }

    /// Drains the rest of an abandoned dump and returns the transport.
    pub fn into_transport(self) -> T {
        self.client.into_transport()
    }

    /// Returns the id that the kernel assigned to `family`, and the ids of its multicast groups. See [`Client::resolve`].
    ///
    /// # Cancel safety
    ///
    /// Dropping the future has no effect on the kernel. The family is looked up again when it is next used.
    pub async fn resolve(&mut self, family: Family) -> Result<&Resolved, Error> {
        self.client.conversation.look_up(family)?;
        self.drive().await?;
        let resolved = self.client.conversation.resolved(family);
        resolved.ok_or_else(|| Error::new(family.name(), "connect", ErrorKind::FamilyNotFound))
    }

    /// Sends a request and waits for the reply or the acknowledgement. See [`Client::call`].
    ///
    /// # Cancel safety
    ///
    /// The future can be dropped at any time. If it was polled, the kernel may have carried out the operation. The next
    /// operation discards the answer.
    pub fn call<Q: AttributeSet, R: AttributeSet>(
        &mut self,
        operation: &Do<Q, R>,
        request: &Q,
    ) -> Call<'_, R, T> {
        let begun = self.client.conversation.call(operation, request);
        Call::new(self, begun)
    }

    /// Sends the request of a dump. The replies are received when they are read. See [`Client::dump`].
    ///
    /// # Cancel safety
    ///
    /// The future and the replies can be dropped at any time. The next operation drains the rest of the dump.
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

    /// Sends and receives until the conversation has found something.
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

    /// Sends and receives until the request was sent.
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
