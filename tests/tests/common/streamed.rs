//! Collecting from the streams of the async clients.

use genl::transport::AsyncTransport;
use genl::{AsyncListener, AsyncReplies, Error, OwnedEvents, OwnedSet, Received};
use smol::stream::StreamExt;

/// Returns all replies.
pub(crate) async fn all<R, T: AsyncTransport>(
    replies: AsyncReplies<'_, R, T>,
) -> Vec<Result<R, Error>>
where
    R: OwnedSet,
{
    replies.collect().await
}

/// Returns the first events.
pub(crate) async fn first<E, T: AsyncTransport>(
    events: &mut AsyncListener<E, T>,
    count: usize,
) -> Vec<Result<Received<E>, Error>>
where
    E: OwnedEvents,
{
    events.take(count).collect().await
}
