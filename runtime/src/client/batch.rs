//! Many operations at once.

use core::marker::PhantomData;

use super::Client;
use super::deadline::Deadline;
use crate::codec::AttributeSet;
use crate::conversation::{Asked, Exchange, Requests, Success, Want};
use crate::error::{Error, ErrorKind};
use crate::extended_ack::ExtendedAck;
use crate::family::Do;
use crate::transport::{Netlink, Transport};

/// Many operations that are sent together, each with a result of its own.
///
/// ```no_run
/// use genl::mptcp_pm::{AddAddr, MptcpPm};
/// # let requests: Vec<AddAddr> = Vec::new();
///
/// let mut pm = MptcpPm::connect()?;
/// let mut batch = pm.channel().batch();
/// let limits = batch.call(&MptcpPm::GET_LIMITS, &());
/// let added: Vec<_> = requests.iter().map(|request| batch.call(&MptcpPm::ADD_ADDR, request)).collect();
/// let mut done = batch.send()?;
/// println!("{:?}", done.take(limits)?);
/// for added in added {
///     if let Err(error) = done.take(added) {
///         println!("{error}");
///     }
/// }
/// # Ok::<(), genl::Error>(())
/// ```
///
/// The kernel carries the requests out in their order. A request that fails does not stop those behind it: generic netlink has no such
/// thing, so there is no `stop_at_first_error`. Send the requests one by one where that matters.
///
/// Requests travel in few datagrams. A datagram holds only as many requests as the receive buffer has room for answers. Of the
/// requests that have no reply the kernel acknowledges only the last one of a datagram, and answers the others if they fail. So their
/// warnings are not received; [`acknowledge_all`](Self::acknowledge_all) has each acknowledged.
///
/// There is one deadline for each datagram, the timeout of the client.
#[derive(Debug)]
#[must_use = "nothing is sent before `send`"]
pub struct Batch<'c, C = Client<Netlink>> {
    pub(super) client: &'c mut C,
    pub(super) requests: Requests,
}

/// Stands for the result of an operation in a [`Batch`].
#[derive(Debug)]
#[must_use = "the operation may have failed: give it to `Done::take`"]
pub struct Handle<R> {
    index: usize,
    batch: u32,
    marker: PhantomData<fn() -> R>,
}

/// The results of a [`Batch`].
#[derive(Debug)]
pub struct Done {
    pub(super) requests: Requests,
}

impl<C> Batch<'_, C> {
    /// Adds an operation. A request that cannot be encoded is told as the result of the operation, and is not sent.
    pub fn call<Q: AttributeSet, R: AttributeSet>(
        &mut self,
        operation: &Do<Q, R>,
        request: &Q,
    ) -> Handle<R> {
        let asked = Asked::call(operation);
        let index = self.requests.add(asked, |header, buffer| {
            operation.write(header, request, buffer)
        });
        Handle {
            index,
            batch: self.requests.number,
            marker: PhantomData,
        }
    }

    /// Has every request acknowledged, so that [`Done::warning`] has the warnings of all. It takes one system call for each.
    pub const fn acknowledge_all(&mut self) {
        self.requests.acknowledge_all = true;
    }

    /// Returns how many operations there are.
    pub fn len(&self) -> usize {
        self.requests.len()
    }

    /// Returns whether there is no operation.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

impl<T: Transport> Client<T> {
    /// Begins a batch of operations.
    pub fn batch(&mut self) -> Batch<'_, Self> {
        Batch {
            client: self,
            requests: Requests::new(),
        }
    }
}

impl<T: Transport> Batch<'_, Client<T>> {
    /// Sends the requests, and receives what answers them.
    ///
    /// # Errors
    ///
    /// If a family cannot be looked up for another reason than that the kernel does not have it. What happens to a request is told by
    /// [`Done::take`], also that its answer was lost or did not arrive in time.
    pub fn send(mut self) -> Result<Done, Error> {
        let Client {
            transport,
            conversation,
            timeout,
        } = self.client;
        let room = transport.receive_buffer_size();
        let mut exchange = Exchange::new(conversation, &mut self.requests, room);
        let mut deadline = Deadline::new(*timeout);
        loop {
            match exchange.next()? {
                Want::Send(datagram) => {
                    let result = transport.send(datagram);
                    exchange.sent(result);
                    deadline = Deadline::new(*timeout);
                }
                Want::Receive { buffer, may_wait } => {
                    let result = deadline.receive(transport, buffer, may_wait);
                    exchange.received(result);
                }
                Want::Found(_) => break,
            }
        }
        let requests = self.requests;
        Ok(Done { requests })
    }
}

impl Done {
    /// Returns the result of an operation.
    ///
    /// # Errors
    ///
    /// What [`Client::call`] fails with. `ENOBUFS` if the answer was lost. [`ErrorKind::NotInBatch`] if the handle is of another batch.
    #[allow(clippy::needless_pass_by_value)] // a result is taken once
    pub fn take<R: AttributeSet>(&mut self, operation: Handle<R>) -> Result<R::View<'_>, Error> {
        if operation.batch != self.requests.number {
            return Err(Error::new("genl", "take", ErrorKind::NotInBatch));
        }
        self.requests.take::<R>(operation.index)
    }

    /// Returns the warning that the kernel attached to the success of an operation, if any. It must have been acknowledged: see
    /// [`Batch::acknowledge_all`].
    pub fn warning<R>(&self, operation: &Handle<R>) -> Option<&ExtendedAck> {
        self.success(operation)?.warning.as_deref()
    }

    /// Returns the number that the acknowledgement of an operation carried, as [`Client::ack_number`] does.
    pub fn ack_number<R>(&self, operation: &Handle<R>) -> u32 {
        self.success(operation).map_or(0, |success| success.number)
    }

    /// What the kernel said about the success of an operation of this batch.
    fn success<R>(&self, operation: &Handle<R>) -> Option<&Success> {
        let is_ours = operation.batch == self.requests.number;
        self.requests.success(operation.index).filter(|_| is_ours)
    }
}
