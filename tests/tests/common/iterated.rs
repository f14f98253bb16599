//! Collecting from the iterators of the blocking client.

use genl::{Error, Listener, OwnedEvents, OwnedSet, Received, Replies, Transport};

/// Returns all replies.
pub(crate) async fn all<R, T: Transport>(replies: Replies<'_, R, T>) -> Vec<Result<R, Error>>
where
    R: OwnedSet,
{
    replies.collect()
}

/// Returns the first events.
pub(crate) async fn first<E, T: Transport>(
    events: &mut Listener<E, T>,
    count: usize,
) -> Vec<Result<Received<E>, Error>>
where
    E: OwnedEvents,
{
    events.take(count).collect()
}
