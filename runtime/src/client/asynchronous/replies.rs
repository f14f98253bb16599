//! The replies of a dump.

use core::fmt;
use core::future::Future;
use core::marker::PhantomData;
use core::pin::Pin;
use core::task::{Context, Poll, ready};

use futures_core::Stream;

use super::AsyncClient;
use crate::client::deadline::Deadline;
use crate::codec::{AttributeSet, OwnedSet};
use crate::conversation::Place;
use crate::error::{Error, ErrorKind};
use crate::transport::AsyncTransport;

/// Receives the replies of a dump, one at a time, in an async program.
///
/// ```no_run
/// # #[cfg(feature = "tokio")]
/// # async fn example() -> Result<(), genl::Error> {
/// use genl::mptcp_pm::{DumpAddrs, MptcpPm};
///
/// let mut pm = MptcpPm::connect_tokio().await?;
/// let mut endpoints = pm.dump_addrs(&DumpAddrs::default()).await?;
/// while let Some(endpoint) = endpoints.next().await {
///     println!("{:?}", endpoint?.addr);
/// }
/// # Ok(())
/// # }
/// ```
///
/// Errors and deadlines are described at [`Replies`](crate::Replies). Replies that own their fields are also a [`Stream`].
///
/// # Cancel safety
///
/// Dropping a future of [`next`](Self::next) loses no reply. The replies can be dropped before their end.
#[must_use = "replies are received when they are read"]
pub struct AsyncReplies<'c, R, T> {
    client: &'c mut AsyncClient<T>,
    /// The deadline of the reply that is waited for.
    deadline: Option<Deadline>,
    has_read: bool,
    marker: PhantomData<fn() -> R>,
}

impl<'c, R: AttributeSet, T: AsyncTransport> AsyncReplies<'c, R, T> {
    pub(super) const fn new(client: &'c mut AsyncClient<T>) -> Self {
        Self {
            client,
            deadline: None,
            has_read: false,
            marker: PhantomData,
        }
    }

    /// Returns whether the kernel has reported a change of the objects so far (`NLM_F_DUMP_INTR`).
    pub fn is_interrupted(&self) -> bool {
        self.client.client.conversation.is_interrupted()
    }

    /// Waits for the next reply, which may borrow from the receive buffer. The result is `None` at the end of the dump.
    ///
    /// # Cancel safety
    ///
    /// Dropping the future loses no reply. The next call waits for the same reply, with the same deadline.
    #[allow(clippy::should_implement_trait)] // items borrow from the receive buffer
    pub fn next(&mut self) -> NextReply<'_, 'c, R, T> {
        NextReply(Some(self))
    }

    fn poll_place(&mut self, context: &mut Context<'_>) -> Poll<Result<Place, Error>> {
        self.has_read = true;
        let mut deadline = self.deadline.take().unwrap_or(self.client.deadline());
        let polled = self.client.poll_drive(context, &mut deadline);
        if polled.is_pending() {
            self.deadline = Some(deadline);
        }
        polled
    }

    /// Returns all replies of a dump during which no object changed. See [`Replies::consistent`](crate::Replies::consistent).
    ///
    /// # Cancel safety
    ///
    /// Dropping the future loses the replies received so far. The client remains usable.
    pub async fn consistent(mut self, attempts: usize) -> Result<Vec<R>, Error>
    where
        R: OwnedSet,
    {
        for _ in 1..attempts {
            match self.all().await {
                Err(error) if matches!(error.kind(), ErrorKind::DumpInterrupted) => {}
                result => return result,
            }
        }
        self.all().await
    }

    /// Returns all replies, starting with the first one.
    async fn all(&mut self) -> Result<Vec<R>, Error>
    where
        R: OwnedSet,
    {
        if self.has_read {
            self.client.client.conversation.again();
            let mut deadline = self.client.deadline();
            let client = &mut *self.client;
            core::future::poll_fn(|context| client.poll_send(context, &mut deadline)).await?;
        }
        let mut replies = Vec::new();
        while let Some(reply) = self.next().await {
            replies.push(reply?);
        }
        Ok(replies)
    }
}

impl<R: OwnedSet, T: AsyncTransport> Stream for AsyncReplies<'_, R, T> {
    type Item = Result<R, Error>;

    fn poll_next(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<R, Error>>> {
        let this = self.get_mut();
        Poll::Ready(match ready!(this.poll_place(context)) {
            Ok(place) => this.client.client.conversation.part::<R>(&place),
            Err(error) => Some(Err(error)),
        })
    }
}

impl<R, T> fmt::Debug for AsyncReplies<'_, R, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("AsyncReplies").finish_non_exhaustive()
    }
}

/// The future of [`AsyncReplies::next`].
///
/// After it was ready, it is pending forever.
///
/// # Cancel safety
///
/// Dropping it loses no reply.
#[must_use = "futures do nothing unless they are awaited"]
pub struct NextReply<'n, 'c, R, T>(Option<&'n mut AsyncReplies<'c, R, T>>);

impl<'n, R: AttributeSet + 'n, T: AsyncTransport> Future for NextReply<'n, '_, R, T> {
    type Output = Option<Result<R::View<'n>, Error>>;

    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        let this = self.get_mut();
        let Some(replies) = this.0.as_deref_mut() else {
            return Poll::Pending;
        };
        let found = ready!(replies.poll_place(context));
        let Some(replies) = this.0.take() else {
            return Poll::Pending;
        };
        Poll::Ready(match found {
            Ok(place) => replies.client.client.conversation.part::<R>(&place),
            Err(error) => Some(Err(error)),
        })
    }
}

impl<R, T> fmt::Debug for NextReply<'_, '_, R, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("NextReply").finish_non_exhaustive()
    }
}
