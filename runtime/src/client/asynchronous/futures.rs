//! The futures that operations return.

use core::fmt;
use core::future::Future;
use core::marker::PhantomData;
use core::pin::Pin;
use core::task::{Context, Poll, ready};

use super::{AsyncClient, AsyncReplies};
use crate::client::deadline::Deadline;
use crate::codec::AttributeSet;
use crate::error::Error;
use crate::transport::AsyncTransport;

/// The future of an operation with one reply, or with an acknowledgement alone.
///
/// It sends nothing until it is polled. After it was ready, it is pending forever.
///
/// # Cancel safety
///
/// It can be dropped at any time. If it was polled, the kernel may have carried out the operation.
#[must_use = "futures do nothing unless they are awaited"]
pub struct Call<'c, R, T>(Asked<'c, T>, PhantomData<fn() -> R>);

/// The future of a dump, which is ready when the request was sent.
///
/// It sends nothing until it is polled. After it was ready, it is pending forever.
///
/// # Cancel safety
///
/// It can be dropped at any time. The next operation of the client drains the dump.
#[must_use = "futures do nothing unless they are awaited"]
pub struct Asking<'c, R, T>(Asked<'c, T>, PhantomData<fn() -> R>);

/// A function that drives a client until something is found, or until the request was sent.
type Step<T, P> =
    fn(&mut AsyncClient<T>, &mut Context<'_>, &mut Deadline) -> Poll<Result<P, Error>>;

/// An operation under way.
struct Asked<'c, T> {
    /// `None` after it was ready.
    client: Option<&'c mut AsyncClient<T>>,
    /// The error if the request could not be encoded.
    fault: Option<Error>,
    deadline: Deadline,
}

impl<'c, T: AsyncTransport> Asked<'c, T> {
    fn new(client: &'c mut AsyncClient<T>, begun: Result<(), Error>) -> Self {
        Self {
            deadline: client.deadline(),
            client: Some(client),
            fault: begun.err(),
        }
    }

    /// Calls `step`. Returns the client and what was found, once that is ready.
    fn poll<P>(
        &mut self,
        context: &mut Context<'_>,
        step: Step<T, P>,
    ) -> Poll<Result<(&'c mut AsyncClient<T>, P), Error>> {
        let Some(client) = self.client.take() else {
            return Poll::Pending;
        };
        if let Some(fault) = self.fault.take() {
            return Poll::Ready(Err(fault));
        }
        match step(client, context, &mut self.deadline) {
            Poll::Ready(found) => Poll::Ready(found.map(|found| (client, found))),
            Poll::Pending => {
                self.client = Some(client);
                Poll::Pending
            }
        }
    }
}

impl<'c, R, T: AsyncTransport> Call<'c, R, T> {
    pub(super) fn new(client: &'c mut AsyncClient<T>, begun: Result<(), Error>) -> Self {
        Self(Asked::new(client, begun), PhantomData)
    }
}

impl<'c, R, T: AsyncTransport> Asking<'c, R, T> {
    pub(super) fn new(client: &'c mut AsyncClient<T>, begun: Result<(), Error>) -> Self {
        Self(Asked::new(client, begun), PhantomData)
    }
}

impl<'c, R: AttributeSet + 'c, T: AsyncTransport> Future for Call<'c, R, T> {
    type Output = Result<R::View<'c>, Error>;

    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        let (client, place) = ready!(self.get_mut().0.poll(context, AsyncClient::poll_drive))?;
        Poll::Ready(client.client.conversation.reply::<R>(&place))
    }
}

impl<'c, R: AttributeSet + 'c, T: AsyncTransport> Future for Asking<'c, R, T> {
    type Output = Result<AsyncReplies<'c, R, T>, Error>;

    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        let (client, ()) = ready!(self.get_mut().0.poll(context, AsyncClient::poll_send))?;
        Poll::Ready(Ok(AsyncReplies::new(client)))
    }
}

impl<R, T> fmt::Debug for Call<'_, R, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Call").finish_non_exhaustive()
    }
}

impl<R, T> fmt::Debug for Asking<'_, R, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Asking").finish_non_exhaustive()
    }
}
