//! A peer in memory that follows a script, for the tests of those who describe families.

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
use socket::{Delivery, Socket};

/// Stands in for the kernel: expects requests in the order of its script, and answers each as the script says.
///
/// A request that the script does not expect is an error of the transport. The error shows the expected request and the sent
/// one, with the names of operations, attributes and values. Sequence numbers and port ids are not compared; answers get the
/// sequence number of their request.
///
/// Requests that share a datagram are compared and answered one by one.
///
/// Give the peer every family with [`family`](Self::family) before expecting requests to it. Otherwise the request fails with
/// [`ErrorKind::NotScripted`].
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
/// # What goes wrong
///
/// [`Expected`] has the words for answers that are late, lost, cut, forged or doubled, and for dumps that fail half-way;
/// [`unregister`](Self::unregister) takes a family away. The peer has a [clock of its own](Self#method.wait): nothing sleeps.
///
/// # What a kernel did once
///
/// [`from_recording`](Self::from_recording) plays a run back that a [`Recorder`](super::Recorder) has written.
#[derive(Debug, Default)]
pub struct Scripted {
    families: Vec<(&'static description::Family, u16)>,
    /// The ids of families that were unregistered.
    gone: Vec<u16>,
    /// The multicast groups that can be joined.
    groups: Vec<u32>,
    /// Those that are, in ascending order.
    joined: Vec<u32>,
    script: VecDeque<Exchange>,
    standing: Vec<Exchange>,
    socket: Socket,
}

/// A step of the script, and the datagrams that follow it.
#[derive(Clone, Debug)]
struct Exchange {
    expected: What,
    /// When it was, in a recorded run.
    at: Duration,
    answers: Vec<Delivery>,
}

/// What the script expects of the program.
#[derive(Clone, Debug, PartialEq, Eq)]
enum What {
    Request(Vec<u8>),
    Join(u32),
    Leave(u32),
}

impl Exchange {
    const fn new(expected: What, at: Duration) -> Self {
        Self {
            expected,
            at,
            answers: Vec::new(),
        }
    }

    /// The bytes of the request that it is; none if it is another step.
    fn request(&self) -> &[u8] {
        match &self.expected {
            What::Request(bytes) => bytes,
            What::Join(_) | What::Leave(_) => &[],
        }
    }
}

impl Scripted {
    /// Creates a peer that expects no requests and knows no families.
    pub fn new() -> Self {
        Self::default()
    }

    /// Gives the family an id, without answering the controller's request for it. Most tests want
    /// [`family`](Self::family), which does both.
    pub fn know(&mut self, family: &'static description::Family, id: u16) {
        self.families.retain(|(known, _)| known.name != family.name);
        self.families.push((family, id));
        self.gone.retain(|gone| *gone != id);
    }

    /// Takes an id away from its family. Requests to it are answered as the kernel answers them where it has no such family.
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

    /// Returns the ids of the multicast groups that were joined, in ascending order.
    pub fn groups(&self) -> Vec<u32> {
        self.joined.clone()
    }

    /// Expects a request, once and in its turn. Say how it is answered with the methods of [`Expected`].
    ///
    /// Fails with [`ErrorKind::NotScripted`] if the peer was not given the family, and with [`ErrorKind::Encode`] if a value
    /// of the request is not allowed.
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

    /// Answers a request with a reply, whenever and however often it comes. Short for [`expect`](Self::expect),
    /// [`reply`](Expected::reply) and [`always`](Expected::always).
    ///
    /// Fails as these do.
    pub fn always<Q: AttributeSet, R: AttributeSet>(
        &mut self,
        operation: &Do<Q, R>,
        request: &Q,
        reply: &R,
    ) -> Result<(), Error> {
        self.expect(operation, request)?.reply(reply)?.always();
        Ok(())
    }

    /// Returns the id that was given to a family.
    pub(crate) fn id(&self, family: Family, operation: &'static str) -> Result<u16, Error> {
        let mut families = self.families.iter();
        families
            .find(|(known, _)| known.name == family.name())
            .map(|(_, id)| *id)
            .ok_or_else(|| Error::new(family.name(), operation, ErrorKind::NotScripted))
    }

    /// Sends an event, which arrives at once unless it is [late](Expected::after).
    ///
    /// A listener resolves its family before it listens, and drops what was sent before. Send events through
    /// [`Listener::transport`](crate::Listener::transport).
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

    /// Puts a datagram of any content into the socket. `sender` is the port id of the sender; that of the kernel is 0.
    pub fn deliver(&mut self, datagram: Vec<u8>, sender: u32) -> Expected<'_, ()> {
        self.put(Delivery {
            sender,
            ..Delivery::event(datagram)
        })
    }

    /// Makes the socket fail once, after everything that was put into it before has been received.
    pub fn fail(&mut self, error: io::Error) -> Expected<'_, ()> {
        self.put(Delivery::from(Err(error)))
    }

    /// Lets the socket tell that messages were lost here (`ENOBUFS`). It is what [`fail`](Self::fail) does with that error.
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

    /// Sets whether everything that arrives has to be waited for first. Then an async client is pending once before each datagram, and
    /// a test can drop its futures there. At first the answer is there as soon as the request was sent.
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
    /// // It waits for what the controller says, and then for the limits.
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

    /// Returns how many requests the script still expects, and of a [recording](Self::from_recording) also groups that are joined or
    /// left. After a test that went as written there are none.
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
