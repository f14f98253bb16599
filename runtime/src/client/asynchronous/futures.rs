//! What operations return.

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

macro_rules! operations {
    ($($(#[$doc:meta])* $future:ident;)*) => {$(
        $(#[$doc])*
        ///
        /// It does nothing until it is polled, and is pending for ever after it was ready. It can be dropped at any time.
        #[must_use = "futures do nothing unless they are awaited"]
        pub struct $future<'c, R, T> {
            client: Option<&'c mut AsyncClient<T>>,
            begun: Result<(), Option<Error>>,
            deadline: Deadline,
            marker: PhantomData<fn() -> R>,
        }

        impl<'c, R, T: AsyncTransport> $future<'c, R, T> {
            pub(super) fn new(client: &'c mut AsyncClient<T>, begun: Result<(), Error>) -> Self {
                Self {
                    deadline: client.deadline(),
                    client: Some(client),
                    begun: begun.map_err(Some),
                    marker: PhantomData,
                }
            }

            /// Why the request could not be written.
            fn fault(&mut self) -> Option<Error> {
                let error = self.begun.as_mut().err()?.take();
                self.client = None;
                error
            }
        }

        impl<R, T> fmt::Debug for $future<'_, R, T> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.debug_struct(stringify!($future)).field("deadline", &self.deadline).finish_non_exhaustive()
            }
        }
    )*};
}

operations! {
    /// The future of an operation with one reply, or an acknowledgement.
    Call;
    /// The future of a dump: ready when the request was sent.
    Asking;
}

impl<'c, R: AttributeSet + 'c, T: AsyncTransport> Future for Call<'c, R, T> {
    type Output = Result<R::View<'c>, Error>;

    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        let this = self.get_mut();
        if let Some(error) = this.fault() {
            return Poll::Ready(Err(error));
        }
        let Some(client) = this.client.as_deref_mut() else {
            return Poll::Pending;
        };
        let found = ready!(client.poll_drive(context, &mut this.deadline));
        let Some(client) = this.client.take() else {
            return Poll::Pending;
        };
        Poll::Ready(found.and_then(|place| client.0.conversation.reply::<R>(&place)))
    }
}

impl<'c, R: AttributeSet + 'c, T: AsyncTransport> Future for Asking<'c, R, T> {
    type Output = Result<AsyncReplies<'c, R, T>, Error>;

    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        let this = self.get_mut();
        if let Some(error) = this.fault() {
            return Poll::Ready(Err(error));
        }
        let Some(client) = this.client.as_deref_mut() else {
            return Poll::Pending;
        };
        let sent = ready!(client.poll_send(context, &mut this.deadline));
        let Some(client) = this.client.take() else {
            return Poll::Pending;
        };
        Poll::Ready(sent.map(|()| AsyncReplies::new(client)))
    }
}
