//! What iterators give of the blocking client.

use genl::{AttributeSet, Error, Events, Listener, Received, Replies, Transport};

/// All replies.
pub(crate) async fn all<R, T: Transport>(replies: Replies<'_, R, T>) -> Vec<Result<R, Error>>
where
    R: for<'a> AttributeSet<View<'a> = R>,
{
    replies.collect()
}

/// The first events.
pub(crate) async fn first<E, T: Transport>(
    events: &mut Listener<E, T>,
    count: usize,
) -> Vec<Result<Received<E>, Error>>
where
    E: for<'a> Events<View<'a> = E>,
{
    events.take(count).collect()
}
