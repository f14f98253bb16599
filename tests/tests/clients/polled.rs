//! The cases, for the client of async programs.

macro_rules! wait {
    ($call:expr) => {
        $call.await
    };
}

#[path = "cases/mod.rs"]
pub(crate) mod cases;

pub(crate) use genl::{AsyncClient as Client, AsyncListener as Listener, AsyncReplies as Replies};
use genl::{AttributeSet, Error, Events, Received};
use smol::stream::StreamExt;

use crate::hesitant::Peer;

/// All replies, as the stream gives them.
pub(crate) async fn all<R>(replies: Replies<'_, R, Peer>) -> Vec<Result<R, Error>>
where
    R: for<'a> AttributeSet<View<'a> = R>,
{
    replies.collect().await
}

/// The first events, as the stream gives them.
pub(crate) async fn first<E>(
    events: Listener<E, Peer>,
    count: usize,
) -> Vec<Result<Received<E>, Error>>
where
    E: for<'a> Events<View<'a> = E>,
{
    events.take(count).collect().await
}
