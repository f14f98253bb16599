//! Clients, which send requests and receive answers, and listeners, which receive events.
//!
//! [`Client`] and [`Listener`] block the thread while they wait. `AsyncClient` and `AsyncListener` (features `tokio` and
//! `smol`) do the same in async programs. All of them are loops around a [conversation](crate::conversation), which
//! implements the protocol.

#[cfg(feature = "async")]
mod asynchronous;
mod batch;
mod channel;
mod connect;
mod deadline;
mod listener;
mod merged;
mod replies;
mod untyped;

use std::io;
use std::os::fd::{AsFd, AsRawFd, BorrowedFd, RawFd};
use std::time::Duration;

#[cfg(feature = "async")]
pub use asynchronous::{
    Asking, AsyncClient, AsyncListener, AsyncReplies, Call, NextEvent, NextReply,
};
pub use batch::{Batch, Done, Handle};
pub use channel::Channel;
pub use listener::{Listener, Received};
pub use merged::Merged;
pub use replies::Replies;
pub use untyped::Answers;

use crate::codec::AttributeSet;
use crate::conversation::{Conversation, Place, Want};
use crate::error::{Error, ErrorKind};
use crate::extended_ack::ExtendedAck;
use crate::family::{Do, Dump, Family};
use crate::transport::{Netlink, Transport};
use deadline::{Deadline, checked};

pub use crate::conversation::{RECEIVE_CAPACITY, Resolved};

/// The timeout of an operation if none is set: five seconds.
///
/// The kernel answers most operations at once. Operations that talk to hardware can take longer.
pub const RECEIVE_TIMEOUT: Duration = Duration::from_secs(5);

/// Sends requests to the kernel and receives the answers.
///
/// Every family opens its own client: `connect` opens a socket and looks up the family, and each operation is a method.
///
/// ```no_run
/// use genl::mptcp_pm::MptcpPm;
///
/// let mut pm = MptcpPm::connect()?;
/// println!("{:?}", pm.get_limits()?);
/// # Ok::<(), genl::Error>(())
/// ```
///
/// Several families can share one socket. Each of them borrows the client:
///
/// ```no_run
/// use genl::Client;
/// use genl::mptcp_pm::MptcpPm;
/// use genl::nlctrl::Nlctrl;
///
/// let mut client = Client::open()?;
/// println!("{:?}", MptcpPm::new(&mut client).get_limits()?);
/// for family in Nlctrl::new(&mut client).dump_families()? {
///     println!("{}", family?.family_name);
/// }
/// # Ok::<(), genl::Error>(())
/// ```
///
/// [`Client::over`] creates a client over another [`Transport`], such as a [`Scripted`](crate::Scripted) peer in a test.
///
/// # One operation at a time
///
/// A [dump](Replies) borrows the client until its replies are read or dropped. To change objects while they are dumped,
/// collect the replies first, or open a second client. [`batch`](Self::batch) sends many requests at once.
///
/// # Threads, processes and namespaces
///
/// A client can move to another thread, but two threads cannot use it at once. [`another`](Self::another) opens a second
/// client, which is cheap. After `fork(2)` the child must open its own. A socket stays in the network namespace of the
/// thread that opened it.
///
/// # Timeouts
///
/// An operation fails with [`ErrorKind::Timeout`] if it takes longer than [`RECEIVE_TIMEOUT`].
/// [`set_receive_timeout`](Self::set_receive_timeout) changes that.
///
/// # Permissions
///
/// Anyone can open a client. The kernel refuses some operations with `EPERM` unless the caller has `CAP_NET_ADMIN`: for
/// operations that are declared `uns_admin_perm`, in the user namespace that owns the network namespace; for those
/// declared `admin_perm`, in the initial user namespace. [`Error::is_permission_denied`] recognizes the error.
///
/// # Lost answers
///
/// An operation fails with `ENOBUFS` if the receive buffer of the socket was full and the answer was lost. The kernel may
/// have carried out the operation.
#[derive(Debug)]
pub struct Client<T = Netlink> {
    transport: T,
    conversation: Conversation,
    timeout: Option<Duration>,
}

impl<T: Transport> Client<T> {
    /// Creates a client from its two parts.
    ///
    /// [`over`](Self::over) does the same with a new conversation.
    pub fn with_conversation(transport: T, conversation: Conversation) -> Self {
        Self {
            transport,
            conversation,
            timeout: Some(RECEIVE_TIMEOUT),
        }
    }

    /// Sets the timeout of an operation. `None` waits forever. The default is [`RECEIVE_TIMEOUT`].
    ///
    /// The deadline is set when the operation starts. Nothing extends it: neither unrelated messages nor signals. It covers
    /// looking up the family and draining the rest of an abandoned dump. In a dump, every reply has a deadline of its own.
    ///
    /// # Errors
    ///
    /// Fails if the clock cannot express the end of the timeout.
    pub fn set_receive_timeout(&mut self, timeout: Option<Duration>) -> Result<(), Error> {
        self.timeout = checked("set-receive-timeout", self.transport.now(), timeout)?;
        Ok(())
    }

    /// Sets the size of the receive buffer, in bytes. The default is [`RECEIVE_CAPACITY`].
    ///
    /// An operation fails with [`ErrorKind::Truncated`] if a datagram of its answer is larger.
    ///
    /// # Errors
    ///
    /// Fails if the memory cannot be allocated.
    pub fn set_receive_capacity(&mut self, bytes: usize) -> Result<(), Error> {
        let result = self.conversation.set_receive_capacity(bytes);
        result.map_err(|error| setting("set-receive-capacity", error))
    }

    /// Returns the warning that the kernel attached to the last successful operation, if any.
    pub fn warning(&self) -> Option<&ExtendedAck> {
        self.conversation.warning()
    }

    /// Returns the number in the acknowledgement of the last operation. It is 0 in most families.
    ///
    /// `mac80211_hwsim` returns the id of a new radio in this way, as a positive number in `NLMSG_ERROR`.
    pub fn ack_number(&self) -> u32 {
        self.conversation.number()
    }

    /// Returns the transport.
    pub fn transport(&mut self) -> &mut T {
        &mut self.transport
    }

    /// Drains the rest of an abandoned dump and returns the transport.
    pub fn into_transport(mut self) -> T {
        self.conversation.settle();
        // The next user of the transport gets the same error.
        let _ = self.drive();
        self.transport
    }

    /// Returns the id that the kernel assigned to `family`, and the ids of its multicast groups.
    ///
    /// The family is looked up once and cached.
    ///
    /// # Errors
    ///
    /// Fails with [`ErrorKind::FamilyNotFound`] if the kernel does not have the family, even after it tried to load a module
    /// for it; and if the lookup fails.
    pub fn resolve(&mut self, family: Family) -> Result<&Resolved, Error> {
        self.conversation.look_up(family)?;
        self.drive()?;
        let resolved = self.conversation.resolved(family);
        resolved.ok_or_else(|| Error::new(family.name(), "connect", ErrorKind::FamilyNotFound))
    }

    /// Sends a request and waits for the reply or the acknowledgement.
    ///
    /// The methods of a family call this: `pm.get_limits()` is short for `client.call(&MptcpPm::GET_LIMITS, &())`.
    ///
    /// # Errors
    ///
    /// Fails with [`ErrorKind::Encode`] if a value of the request is not allowed, with [`ErrorKind::Kernel`] if the kernel
    /// refuses the operation, with [`ErrorKind::Decode`] if the reply does not match its description, and with
    /// [`ErrorKind::Timeout`] if no answer arrives in time. [`ErrorKind`] lists the rarer reasons.
    #[inline]
    pub fn call<Q: AttributeSet, R: AttributeSet>(
        &mut self,
        operation: &Do<Q, R>,
        request: &Q,
    ) -> Result<R::View<'_>, Error> {
        self.conversation.call(operation, request)?;
        let place = self.drive()?;
        self.conversation.reply::<R>(&place)
    }

    /// Sends the request of a dump. The replies are received when they are read.
    ///
    /// # Errors
    ///
    /// Fails if the family cannot be looked up, and if the request cannot be encoded or sent. A refusal by the kernel is
    /// returned in place of the first reply.
    pub fn dump<Q: AttributeSet, R: AttributeSet>(
        &mut self,
        operation: &Dump<Q, R>,
        request: &Q,
    ) -> Result<Replies<'_, R, T>, Error> {
        self.conversation.dump(operation, request)?;
        self.send()?;
        Ok(Replies::new(self))
    }

    /// Opens a second client that knows the families of this one.
    pub(crate) fn another_as<U: Transport>(
        &self,
        open: impl FnOnce() -> io::Result<U>,
    ) -> Result<Client<U>, Error> {
        let transport = open().map_err(|error| setting("open", error))?;
        let conversation = self.conversation.another();
        Ok(Client {
            timeout: self.timeout,
            ..Client::with_conversation(transport, conversation)
        })
    }

    /// Sends and receives until the conversation has found something.
    pub(crate) fn drive(&mut self) -> Result<Place, Error> {
        let mut deadline = Deadline::new(self.timeout);
        loop {
            if let Some(place) = self.step(&mut deadline)? {
                return Ok(place);
            }
        }
    }

    /// Sends and receives until the request was sent.
    pub(crate) fn send(&mut self) -> Result<(), Error> {
        let mut deadline = Deadline::new(self.timeout);
        while !self.conversation.is_sent() {
            self.step(&mut deadline)?;
        }
        Ok(())
    }

    #[inline]
    fn step(&mut self, deadline: &mut Deadline) -> Result<Option<Place>, Error> {
        match self.conversation.next()? {
            Want::Send(datagram) => {
                let result = self.transport.send(datagram);
                self.conversation.sent(result)?;
            }
            Want::Receive { buffer, may_wait } => {
                let result = deadline.receive(&mut self.transport, buffer, may_wait);
                self.conversation.received(result)?;
            }
            Want::Found(place) => return Ok(Some(place)),
        }
        Ok(None)
    }

    pub(crate) const fn conversation(&mut self) -> &mut Conversation {
        &mut self.conversation
    }
}

impl<T: AsFd> AsFd for Client<T> {
    fn as_fd(&self) -> BorrowedFd<'_> {
        self.transport.as_fd()
    }
}

impl<T: AsRawFd> AsRawFd for Client<T> {
    fn as_raw_fd(&self) -> RawFd {
        self.transport.as_raw_fd()
    }
}

/// Creates an error that belongs to no family.
fn setting(operation: &'static str, error: io::Error) -> Error {
    Error::new("genl", operation, ErrorKind::Io(error))
}
