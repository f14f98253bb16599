//! The replies of a dump.

use core::marker::PhantomData;

use super::Client;
use crate::codec::{AttributeSet, OwnedSet};
use crate::error::{Error, ErrorKind};
use crate::transport::{Netlink, Transport};

/// The replies of a dump, one by one as they are read.
///
/// A reply that cannot be decoded is an `Err`, and the next one follows. A dump during which an object changed ends with an error of
/// kind [`ErrorKind::DumpInterrupted`]; [`consistent`](Self::consistent) repeats it. It may be dropped before its end.
///
/// The client's timeout holds for each reply.
#[derive(Debug)]
#[must_use = "the replies are received when they are asked for"]
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

    /// Returns whether the kernel has told of a change so far (`NLM_F_DUMP_INTR`).
    pub fn is_interrupted(&self) -> bool {
        self.client.conversation.is_interrupted()
    }

    /// Returns the next reply, which may borrow from the receive buffer; `None` at the end.
    ///
    /// The iterator does the same for replies that own their fields.
    #[allow(clippy::should_implement_trait)] // it lends
    pub fn next(&mut self) -> Option<Result<R::View<'_>, Error>> {
        self.has_read = true;
        match self.client.drive() {
            Ok(place) => self.client.conversation.part::<R>(&place),
            Err(error) => Some(Err(error)),
        }
    }

    /// Returns all replies of a dump during which nothing changed. A dump that was interrupted is asked for again, `attempts` times
    /// in all.
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
    /// [`ErrorKind::DumpInterrupted`] if every attempt was interrupted, and otherwise the first error of any reply.
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

    /// All replies, from the first one.
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

impl<R: OwnedSet, T: Transport> Iterator for Replies<'_, R, T> {
    type Item = Result<R, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        Replies::next(self)
    }
}
