//! A peer in memory that follows a script, for tests without a kernel.

mod changes;
mod expected;
mod peer;
mod recording;
mod socket;

use std::collections::VecDeque;
use std::io;
use std::time::Duration;

pub use expected::{Expected, Scriptable};
pub use recording::{RecordingError, Step};

use crate::codec::AttributeSet;
use crate::description;
use crate::error::{EncodeError, Error, ErrorKind};
use crate::family::{Do, Event, Family, Operation};
use crate::wire::{MessageHeader, MessageType};
use peer::{Exchange, What};
use socket::{Delivery, Socket};

/// Replaces the kernel in tests: expects requests in the order of its script, and answers each as the script says.
///
/// ```
/// use genl::mptcp_pm::{Limits, MptcpPm};
/// use genl::{Client, Scripted};
///
/// let mut peer = Scripted::new();
/// peer.family(MptcpPm::DESCRIPTION, 28)?;
/// peer.expect(&MptcpPm::GET_LIMITS, &())?.reply(&Limits { rcv_add_addrs: 0, subflows: 2 })?;
///
/// let mut pm = MptcpPm::new(Client::over(peer)?);
/// assert_eq!(pm.get_limits()?.subflows, 2);
/// # Ok::<(), genl::Error>(())
/// ```
///
/// # Families
///
/// Call [`family`](Self::family) for every family before expecting requests to it. Otherwise [`expect`](Self::expect) fails
/// with [`ErrorKind::NotScripted`].
///
/// # Requests
///
/// A request that differs from the expected one makes the operation fail. The error shows both requests, with the names of
/// operations, attributes and values. Sequence numbers and port ids are not compared, and answers get the sequence number of
/// their request. Requests that share a datagram are compared and answered one at a time.
///
/// # Faults
///
/// [`Expected`] has methods for answers that are late, lost, cut, forged or repeated, and for dumps that fail.
/// [`unregister`](Self::unregister) removes a family. The peer has a [clock of its own](Self#method.wait), so no test sleeps.
///
/// # Recordings
///
/// [`from_recording`](Self::from_recording) plays back a run that a [`Recorder`](super::Recorder) has written.
#[derive(Debug, Default)]
pub struct Scripted {
    families: Vec<(&'static description::Family, u16)>,
    /// The ids of families that were unregistered.
    gone: Vec<u16>,
    /// The multicast groups that can be joined.
    groups: Vec<u32>,
    /// The multicast groups that are joined, in ascending order.
    joined: Vec<u32>,
    script: VecDeque<Exchange>,
    standing: Vec<Exchange>,
    socket: Socket,
}

impl Scripted {
    /// Creates a peer that expects no requests and knows no families.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets the id of a family, without answering the lookup of the family.
    ///
    /// Most tests need [`family`](Self::family), which does both.
    pub fn know(&mut self, family: &'static description::Family, id: u16) {
        self.families.retain(|(known, _)| known.name != family.name);
        self.families.push((family, id));
        self.gone.retain(|gone| *gone != id);
    }

    /// Removes the family with this id. Requests to it are answered as the kernel answers them if it has no such family.
    pub(crate) fn forget(&mut self, id: u16) {
        self.families.retain(|(_, known)| *known != id);
        self.gone.push(id);
    }

    pub(crate) fn add_groups(&mut self, ids: impl IntoIterator<Item = u32>) {
        self.groups.extend(ids);
    }

    pub(crate) fn remove_groups(&mut self, ids: impl IntoIterator<Item = u32>) {
        for id in ids {
            self.groups.retain(|known| *known != id);
            self.set_member(id, false);
        }
    }

    /// Returns the ids of the multicast groups that are joined, in ascending order.
    pub fn groups(&self) -> Vec<u32> {
        self.joined.clone()
    }

    /// Expects a request, once and in its turn. The methods of [`Expected`] add its answers.
    ///
    /// # Errors
    ///
    /// Fails with [`ErrorKind::NotScripted`] if [`family`](Self::family) was not called for the family, and with
    /// [`ErrorKind::Encode`] if a value of the request is not allowed.
    pub fn expect<O: Scriptable>(
        &mut self,
        operation: &O,
        request: &O::Request,
    ) -> Result<Expected<'_, O>, Error> {
        let it = operation.operation();
        let id = self.id(it.family, it.name)?;
        let mut bytes = Vec::new();
        operation
            .write_request(id, request, &mut bytes)
            .map_err(|error| encode_error(it, error))?;
        let exchange = Exchange::new(What::Request(bytes), Duration::ZERO);
        self.script.push_back(exchange);
        Ok(Expected {
            peer: self,
            operation: *operation,
            id,
            added: 0,
            is_answer: true,
        })
    }

    /// Answers a request with a reply, at any time and any number of times.
    ///
    /// This is short for [`expect`](Self::expect), [`reply`](Expected::reply) and [`always`](Expected::always), and fails as
    /// they do.
    pub fn always<Q: AttributeSet, R: AttributeSet>(
        &mut self,
        operation: &Do<Q, R>,
        request: &Q,
        reply: &R,
    ) -> Result<(), Error> {
        self.expect(operation, request)?.reply(reply)?.always();
        Ok(())
    }

    /// Returns the id of a family.
    pub(crate) fn id(&self, family: Family, operation: &'static str) -> Result<u16, Error> {
        let mut families = self.families.iter();
        families
            .find(|(known, _)| known.name == family.name())
            .map(|(_, id)| *id)
            .ok_or_else(|| Error::new(family.name(), operation, ErrorKind::NotScripted))
    }

    /// Sends an event. It arrives at once unless it is [delayed](Expected::after).
    ///
    /// A listener drops events that were sent before it joined its groups. Send events through
    /// [`Listener::transport`](crate::Listener::transport).
    ///
    /// # Errors
    ///
    /// Fails as [`expect`](Self::expect) does.
    pub fn event<E: AttributeSet>(
        &mut self,
        event: &Event<E>,
        carries: &E,
    ) -> Result<Expected<'_, ()>, Error> {
        let (family, name) = (event.family(), event.name());
        let header = header(self.id(family, name)?, 0);
        let mut datagram = Vec::new();
        event
            .write(header, carries, &mut datagram)
            .map_err(|error| Error::new(family.name(), name, ErrorKind::Encode(error)))?;
        Ok(self.deliver(datagram, 0))
    }

    /// Sends a datagram of any content. `sender` is the port id of the sender. The kernel has port id 0.
    pub fn deliver(&mut self, datagram: Vec<u8>, sender: u32) -> Expected<'_, ()> {
        self.put(Delivery {
            sender,
            ..Delivery::event(datagram)
        })
    }

    /// Makes the socket fail once, after everything sent before has been received.
    pub fn fail(&mut self, error: io::Error) -> Expected<'_, ()> {
        self.put(Delivery::from(Err(error)))
    }

    /// Makes the socket report that messages were lost here: [`fail`](Self::fail) with `ENOBUFS`.
    pub fn overrun(&mut self) -> Expected<'_, ()> {
        self.put(Delivery::overrun())
    }

    fn put(&mut self, delivery: Delivery) -> Expected<'_, ()> {
        self.socket.fresh.push(delivery);
        Expected {
            peer: self,
            operation: (),
            id: 0,
            added: 1,
            is_answer: false,
        }
    }

    /// Sets whether a client has to wait for each datagram. The default is `false`: answers are there at once.
    ///
    /// If set, an async client is pending once before each datagram, so a test can drop its futures there.
    ///
    /// ```
    /// # #[cfg(feature = "async")]
    /// # fn example() -> Result<(), Box<dyn std::error::Error>> {
    /// use std::pin::pin;
    /// use std::task::{Context, Waker};
    ///
    /// use genl::mptcp_pm::{Limits, MptcpPm};
    /// use genl::{AsyncClient, Scripted};
    ///
    /// let mut peer = Scripted::new();
    /// peer.family(MptcpPm::DESCRIPTION, 28)?;
    /// peer.expect(&MptcpPm::GET_LIMITS, &())?.reply(&Limits::default())?;
    /// peer.pend(true);
    ///
    /// let mut pm = MptcpPm::new(AsyncClient::over(peer)?);
    /// let mut limits = pin!(pm.get_limits());
    /// let mut context = Context::from_waker(Waker::noop());
    /// // It waits for the lookup of the family, and then for the limits.
    /// assert!(limits.as_mut().poll(&mut context).is_pending());
    /// assert!(limits.as_mut().poll(&mut context).is_pending());
    /// assert!(limits.as_mut().poll(&mut context).is_ready());
    /// # Ok(())
    /// # }
    /// # #[cfg(feature = "async")]
    /// # example().unwrap();
    /// ```
    pub fn pend(&mut self, each: bool) {
        self.socket.pend = each;
    }

    /// Returns how many steps the script still expects.
    ///
    /// It is 0 if the program did everything that the script expects. Steps are requests, and in a
    /// [recording](Self::from_recording) also joining and leaving groups.
    pub fn outstanding(&self) -> usize {
        self.script.len()
    }
}

fn encode_error(operation: &Operation, error: EncodeError) -> Error {
    Error::new(
        operation.family.name(),
        operation.name,
        ErrorKind::Encode(error),
    )
}

const fn header(id: u16, flags: u16) -> MessageHeader {
    MessageHeader {
        kind: MessageType::Family(id),
        flags,
        sequence: 0,
        port: 0,
    }
}
