//! Methods that change the answer added before them: late, forged, cut, repeated.

use std::time::Duration;

use super::socket::Delivery;
use super::{Expected, Scriptable};
use crate::wire::flags;

/// Methods that change the answer added last, or the datagram that [`event`](super::Scripted::event) or a similar method sent.
///
/// If the answer has several datagrams, such as a reply and its acknowledgement, all of them are changed.
#[allow(clippy::return_self_not_must_use)] // the change has been made
impl<O> Expected<'_, O> {
    /// Delays the answer: it arrives this long after its request was sent.
    ///
    /// A client with a shorter timeout does not receive it.
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
    /// // The default timeout is five seconds. Nothing sleeps: the peer has a clock of its own.
    /// let error = pm.get_limits().unwrap_err();
    /// assert!(matches!(error.kind(), ErrorKind::Timeout));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn after(mut self, delay: Duration) -> Self {
        for delivery in self.changed() {
            delivery.delay = delay;
        }
        self
    }

    /// Forges the answer: the sender is the socket with this port id, not the kernel, which has port id 0.
    ///
    /// The content of the answer remains the same.
    ///
    /// ```
    /// # use genl::mptcp_pm::{Limits, MptcpPm};
    /// # use genl::{Client, Scripted};
    /// # let mut peer = Scripted::new();
    /// # peer.family(MptcpPm::DESCRIPTION, 28)?;
    /// let [forged, right] = [8, 2].map(|subflows| Limits { rcv_add_addrs: 0, subflows });
    /// peer.expect(&MptcpPm::GET_LIMITS, &())?.reply(&forged)?.sent_by(4711).reply(&right)?;
    ///
    /// let mut pm = MptcpPm::new(Client::over(peer)?);
    /// assert_eq!(pm.get_limits()?.subflows, 2);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn sent_by(mut self, port: u32) -> Self {
        for delivery in self.changed() {
            delivery.sender = port;
        }
        self
    }

    /// Cuts each datagram of the answer to this many bytes, as if it were larger than the buffer (`MSG_TRUNC`).
    ///
    /// [`Datagram::length`](crate::transport::Datagram::length) is still the whole length.
    ///
    /// ```
    /// # use genl::mptcp_pm::{Limits, MptcpPm};
    /// # use genl::{Client, ErrorKind, Scripted};
    /// # let mut peer = Scripted::new();
    /// # peer.family(MptcpPm::DESCRIPTION, 28)?;
    /// peer.expect(&MptcpPm::GET_LIMITS, &())?.reply(&Limits::default())?.cut(20);
    ///
    /// let mut pm = MptcpPm::new(Client::over(peer)?);
    /// let error = pm.get_limits().unwrap_err();
    /// assert!(matches!(error.kind(), ErrorKind::Truncated { length: 36, .. }));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn cut(mut self, bytes: usize) -> Self {
        for delivery in self.changed() {
            delivery.fits = bytes;
        }
        self
    }

    /// Sends the answer twice: all of its datagrams, and then all of them again.
    ///
    /// ```
    /// # use genl::mptcp_pm::{Limits, MptcpPm};
    /// # use genl::{Client, Scripted};
    /// # let mut peer = Scripted::new();
    /// # peer.family(MptcpPm::DESCRIPTION, 28)?;
    /// let [first, second] = [2, 3].map(|subflows| Limits { rcv_add_addrs: 0, subflows });
    /// peer.expect(&MptcpPm::GET_LIMITS, &())?.reply(&first)?.twice();
    /// peer.expect(&MptcpPm::GET_LIMITS, &())?.reply(&second)?;
    ///
    /// let mut pm = MptcpPm::new(Client::over(peer)?);
    /// assert_eq!(pm.get_limits()?.subflows, 2);
    /// // The repeated answer to the first request is not taken for an answer to the second one.
    /// assert_eq!(pm.get_limits()?.subflows, 3);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn twice(mut self) -> Self {
        let again = self.changed().to_vec();
        self.list().extend(again);
        self.added *= 2;
        self
    }

    /// Reverses the order of the answer's datagrams.
    ///
    /// The acknowledgement then comes before its reply, and the end of a dump before its parts.
    ///
    /// ```
    /// # use genl::mptcp_pm::{DumpAddrs, EndpointReply, MptcpPm};
    /// # use genl::{Client, Scripted};
    /// # let mut peer = Scripted::new();
    /// # peer.family(MptcpPm::DESCRIPTION, 28)?;
    /// let every = DumpAddrs::default();
    /// peer.expect(&MptcpPm::DUMP_ADDRS, &every)?.replies(&[EndpointReply::default()])?.reversed();
    ///
    /// let mut pm = MptcpPm::new(Client::over(peer)?);
    /// assert_eq!(pm.dump_addrs(&every)?.count(), 0);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn reversed(mut self) -> Self {
        self.changed().reverse();
        self
    }

    /// Sets `NLM_F_DUMP_INTR` in each message of the answer: objects changed while they were dumped.
    ///
    /// ```
    /// # use genl::mptcp_pm::{DumpAddrs, EndpointReply, MptcpPm};
    /// # use genl::{Client, ErrorKind, Scripted};
    /// # let mut peer = Scripted::new();
    /// # peer.family(MptcpPm::DESCRIPTION, 28)?;
    /// let (every, endpoint) = (DumpAddrs::default(), [EndpointReply::default()]);
    /// let dump = peer.expect(&MptcpPm::DUMP_ADDRS, &every)?;
    /// dump.part(&endpoint)?.part(&endpoint)?.interrupted().replies(&endpoint)?;
    /// peer.expect(&MptcpPm::DUMP_ADDRS, &every)?.replies(&endpoint)?;
    ///
    /// let mut pm = MptcpPm::new(Client::over(peer)?);
    /// // The second attempt is not interrupted.
    /// assert_eq!(pm.dump_addrs(&every)?.consistent(2)?.len(), 1);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn interrupted(mut self) -> Self {
        for delivery in self.changed() {
            delivery.change(|header| {
                let [low, high] = flags::DUMP_INTERRUPTED.to_ne_bytes();
                header[6] |= low;
                header[7] |= high;
            });
        }
        self
    }

    /// Removes the last datagram of the answer: the acknowledgement that follows a reply, or the end of a dump.
    ///
    /// ```
    /// # use genl::mptcp_pm::{DumpAddrs, EndpointReply, MptcpPm};
    /// # use genl::{Client, ErrorKind, Scripted};
    /// # let mut peer = Scripted::new();
    /// # peer.family(MptcpPm::DESCRIPTION, 28)?;
    /// let every = DumpAddrs::default();
    /// peer.expect(&MptcpPm::DUMP_ADDRS, &every)?.replies(&[EndpointReply::default()])?.without_end();
    ///
    /// let mut pm = MptcpPm::new(Client::over(peer)?);
    /// let mut endpoints = pm.dump_addrs(&every)?;
    /// assert!(endpoints.next().unwrap().is_ok());
    /// let error = endpoints.next().unwrap().unwrap_err();
    /// assert!(matches!(error.kind(), ErrorKind::Timeout));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn without_end(mut self) -> Self {
        if self.added > 0 {
            self.list().pop();
            self.added -= 1;
        }
        self
    }

    /// Returns the deliveries that were added last.
    fn changed(&mut self) -> &mut [Delivery] {
        let added = self.added;
        let list = self.list();
        let from = list.len().saturating_sub(added);
        list.get_mut(from..).unwrap_or_default()
    }

    pub(super) fn list(&mut self) -> &mut Vec<Delivery> {
        match self.peer.script.back_mut() {
            Some(exchange) if self.is_answer => &mut exchange.answers,
            _ => &mut self.peer.socket.fresh,
        }
    }
}

impl<O: Scriptable> Expected<'_, O> {
    /// Answers the request in this way at any time and any number of times.
    ///
    /// The script no longer expects it in its turn. An earlier answer to the same request is replaced.
    ///
    /// ```
    /// # use genl::mptcp_pm::MptcpPm;
    /// # use genl::{Client, ExtendedAck, Scripted};
    /// # let mut peer = Scripted::new();
    /// # peer.family(MptcpPm::DESCRIPTION, 28)?;
    /// peer.expect(&MptcpPm::GET_LIMITS, &())?.refuse(libc::EPERM, &ExtendedAck::default())?.always();
    ///
    /// let mut pm = MptcpPm::new(Client::over(peer)?);
    /// for _ in 0..2 {
    ///     assert_eq!(pm.get_limits().unwrap_err().errno(), Some(libc::EPERM));
    /// }
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn always(self) {
        let standing = &mut self.peer.standing;
        if let Some(exchange) = self.peer.script.pop_back() {
            standing.retain(|other| other.expected != exchange.expected);
            standing.push(exchange);
        }
    }
}
