//! The cases, for the blocking client.

#![allow(clippy::unused_async)] // nothing is awaited here

macro_rules! wait {
    ($call:expr) => {
        $call
    };
}

#[path = "cases/mod.rs"]
pub(crate) mod cases;

use genl::{AttributeSet, Error, Events, Received};
pub(crate) use genl::{Client, Listener, Replies};

use crate::hesitant::Peer;

/// All replies, as the iterator gives them.
pub(crate) async fn all<R>(replies: Replies<'_, R, Peer>) -> Vec<Result<R, Error>>
where
    R: for<'a> AttributeSet<View<'a> = R>,
{
    replies.collect()
}

/// The first events, as the iterator gives them.
pub(crate) async fn first<E>(
    events: Listener<E, Peer>,
    count: usize,
) -> Vec<Result<Received<E>, Error>>
where
    E: for<'a> Events<View<'a> = E>,
{
    events.take(count).collect()
}
