//! Batches: many operations in few datagrams.

use core::marker::PhantomData;

use super::Client;
use super::deadline::Deadline;
use crate::codec::AttributeSet;
use crate::conversation::{Asked, Exchange, Requests, Success, Want};
use crate::error::{Error, ErrorKind};
use crate::extended_ack::ExtendedAck;
use crate::family::Do;
use crate::transport::{Netlink, Transport};

/// Sends many operations together, each with a result of its own.
///
/// ```no_run
/// use genl::mptcp_pm::{AddAddr, MptcpPm};
/// # let requests: Vec<AddAddr> = Vec::new();
///
/// let mut pm = MptcpPm::connect()?;
/// let mut batch = pm.channel().batch();
/// let limits = batch.call(&MptcpPm::GET_LIMITS, &());
/// let mut added = Vec::new();
/// for request in &requests {
///     added.push(batch.call(&MptcpPm::ADD_ADDR, request));
/// }
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
/// # Order and failures
///
/// The kernel carries out the requests in their order. A request that fails does not stop the following ones, and generic
/// netlink cannot change that. Send the requests one at a time if the first failure has to stop the rest.
///
/// # Datagrams and acknowledgements
///
/// Many requests share a datagram, as long as the receive buffer has room for their answers. Among the requests without a
/// reply, the kernel acknowledges only the last one of a datagram, and answers the others only if they fail. A warning of
/// the others is therefore lost. [`acknowledge_all`](Self::acknowledge_all) asks for an acknowledgement of each.
///
/// # Timeouts
///
/// Each datagram has one deadline, which is the timeout of the client.
#[derive(Debug)]
#[must_use = "a batch does nothing until `send` is called"]
pub struct Batch<'c, C = Client<Netlink>> {
    pub(super) client: &'c mut C,
    pub(super) requests: Requests,
}

/// Identifies an operation of a [`Batch`], so that [`Done::take`] can return its result.
#[derive(Debug)]
#[must_use = "the operation may have failed: pass the handle to `Done::take`"]
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
    /// Adds an operation.
    ///
    /// A request that cannot be encoded is not sent. [`Done::take`] returns its error.
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

    /// Asks the kernel to acknowledge every request, so that [`Done::warning`] returns the warnings of all of them.
    ///
    /// This costs one system call per request.
    pub const fn acknowledge_all(&mut self) {
        self.requests.acknowledge_all = true;
    }

    /// Returns the number of operations.
    pub fn len(&self) -> usize {
        self.requests.len()
    }

    /// Returns whether the batch has no operations.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

impl<T: Transport> Client<T> {
    /// Starts a batch of operations. [`Batch`] has an example.
    pub fn batch(&mut self) -> Batch<'_, Self> {
        Batch {
            client: self,
            requests: Requests::new(),
        }
    }
}

impl<T: Transport> Batch<'_, Client<T>> {
    /// Sends the requests and receives their answers.
    ///
    /// # Errors
    ///
    /// Fails if the lookup of a family fails. All other errors belong to one request, and [`Done::take`] returns them: a
    /// family that the kernel does not have, a refusal, a lost answer, a timeout.
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
    /// Fails as [`Client::call`] does, with `ENOBUFS` if the answer was lost, and with [`ErrorKind::NotInBatch`] if the handle
    /// belongs to another batch.
    #[allow(clippy::needless_pass_by_value)] // a result is taken once
    pub fn take<R: AttributeSet>(&mut self, operation: Handle<R>) -> Result<R::View<'_>, Error> {
        if operation.batch != self.requests.number {
            return Err(Error::new("genl", "take", ErrorKind::NotInBatch));
        }
        self.requests.take::<R>(operation.index)
    }

    /// Returns the warning that the kernel attached to a successful operation, if any.
    ///
    /// Warnings come with acknowledgements: see [`Batch::acknowledge_all`].
    pub fn warning<R>(&self, operation: &Handle<R>) -> Option<&ExtendedAck> {
        self.success(operation)?.warning.as_deref()
    }

    /// Returns the number in the acknowledgement of an operation, as [`Client::ack_number`] does.
    pub fn ack_number<R>(&self, operation: &Handle<R>) -> u32 {
        self.success(operation).map_or(0, |success| success.number)
    }

    /// Returns the acknowledgement of a successful operation of this batch.
    fn success<R>(&self, operation: &Handle<R>) -> Option<&Success> {
        let is_ours = operation.batch == self.requests.number;
        self.requests.success(operation.index).filter(|_| is_ours)
    }
}
