//! The replies of a dump.

use core::marker::PhantomData;

use super::Client;
use crate::codec::{AttributeSet, OwnedSet};
use crate::error::{Error, ErrorKind};
use crate::transport::{Netlink, Transport};

/// Receives the replies of a dump, one at a time.
///
/// Replies that own their fields are items of an iterator:
///
/// ```
/// use genl::mptcp_pm::{DumpAddrs, EndpointReply, MptcpPm};
/// use genl::{Client, Scripted};
///
/// # let mut peer = Scripted::new();
/// # peer.family(MptcpPm::DESCRIPTION, 28)?;
/// # let every = DumpAddrs::default();
/// # let endpoint = EndpointReply { addr: std::net::Ipv4Addr::new(10, 0, 0, 2).into() };
/// # peer.expect(&MptcpPm::DUMP_ADDRS, &every)?.replies(&[endpoint.clone(), endpoint])?;
/// # let mut pm = MptcpPm::new(Client::over(peer)?);
/// # let mut count = 0;
/// for endpoint in pm.dump_addrs(&DumpAddrs::default())? {
///     println!("{:?}", endpoint?.addr);
/// #   count += 1;
/// }
/// # assert_eq!(count, 2);
/// # Ok::<(), genl::Error>(())
/// ```
///
/// Replies that borrow from the receive buffer are read with [`next`](Self::next), in a `while let` loop.
///
/// # Errors
///
/// A reply that cannot be decoded is returned as an error; the next call returns the reply after it. If objects changed
/// during the dump, its last item is an error of kind [`ErrorKind::DumpInterrupted`]. [`consistent`](Self::consistent)
/// repeats such a dump.
///
/// Each reply has a deadline of its own, which is the timeout of the client. The replies can be dropped before their end.
#[derive(Debug)]
#[must_use = "replies are received when they are read"]
pub struct Replies<'c, R, T = Netlink> {
    client: &'c mut Client<T>,
    has_read: bool,
    marker: PhantomData<fn() -> R>,
}

impl<'c, R: AttributeSet, T: Transport> Replies<'c, R, T> {
    pub(super) const fn new(client: &'c mut Client<T>) -> Self {
        Self {
            client,
            has_read: false,
            marker: PhantomData,
        }
    }

    /// Returns whether the kernel has reported a change of the objects so far (`NLM_F_DUMP_INTR`).
    pub fn is_interrupted(&self) -> bool {
        self.client.conversation.is_interrupted()
    }

    /// Waits for the next reply. Returns `None` at the end of the dump.
    ///
    /// The reply may borrow from the receive buffer. For replies that own their fields, the iterator does the same.
    #[allow(clippy::should_implement_trait)] // items borrow from the receive buffer
    pub fn next(&mut self) -> Option<Result<R::View<'_>, Error>> {
        self.has_read = true;
        match self.client.drive() {
            Ok(place) => self.client.conversation.part::<R>(&place),
            Err(error) => Some(Err(error)),
        }
    }

    /// Returns all replies of a dump during which no object changed.
    ///
    /// Repeats a dump that was interrupted, up to `attempts` times in all. An `attempts` of 0 counts as 1.
    ///
    /// ```no_run
    /// use genl::mptcp_pm::{DumpAddrs, MptcpPm};
    ///
    /// let mut pm = MptcpPm::connect()?;
    /// let endpoints = pm.dump_addrs(&DumpAddrs::default())?.consistent(5)?;
    /// # Ok::<(), genl::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Fails with [`ErrorKind::DumpInterrupted`] if every attempt was interrupted, and with the first error of any reply.
    pub fn consistent(mut self, attempts: usize) -> Result<Vec<R>, Error>
    where
        R: OwnedSet,
    {
        for _ in 1..attempts {
            match self.all() {
                Err(error) if matches!(error.kind(), ErrorKind::DumpInterrupted) => {}
                result => return result,
            }
        }
        self.all()
    }

    /// Returns all replies, starting with the first one.
    fn all(&mut self) -> Result<Vec<R>, Error>
    where
        R: OwnedSet,
    {
        if self.has_read {
            self.client.conversation.again();
        }
        self.collect()
    }
}

/// Receives replies that own their fields.
impl<R: OwnedSet, T: Transport> Iterator for Replies<'_, R, T> {
    type Item = Result<R, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        Replies::next(self)
    }
}
