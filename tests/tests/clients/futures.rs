//! Properties of the futures of async clients.

use std::pin::Pin;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::task::{Context, Poll, Waker};

use genl::client::{Asking, Call, NextEvent, NextReply};
use genl::mptcp_pm::{DumpAddrs, EndpointReply, Limits, MptcpPm, MptcpPmEvent};
use genl::nlctrl::{GetFamily, Nlctrl};
use genl::transport::{Smol, Step, Tokio};
use genl::{AsyncClient, AsyncListener, AsyncReplies, Scripted};

use crate::common::hex;
use crate::hesitant::{Hesitant, Peer};
use crate::messages::{DUMP, GET_LIMITS, ID, done, limits, message};
use crate::radios::{self, Name, Radio, Radios};
use crate::runtimes::{self, Outcome};

fn peer() -> Scripted {
    let mut peer = Scripted::new();
    peer.family(MptcpPm::DESCRIPTION, ID)
        .expect("the description is right");
    peer
}

/// A peer that answers this many requests for the limits, each with its number.
fn counting(requests: u8) -> Scripted {
    let mut peer = peer();
    let request = hex(GET_LIMITS);
    for number in 1..=requests {
        let answer = limits(0, number);
        peer.replay([Step::Request(&request), Step::Answer(&answer)]);
    }
    peer
}

fn hesitant(peer: Scripted) -> MptcpPm<AsyncClient<Peer>> {
    MptcpPm::new(AsyncClient::over(Hesitant::over(peer)).expect("a peer in memory"))
}

/// Polls once.
fn poll<F: Future + Unpin>(future: &mut F) -> Poll<F::Output> {
    Pin::new(future).poll(&mut Context::from_waker(Waker::noop()))
}

const fn is_plain<F: Send + Unpin>() {}

fn is_send<F: Send>(future: F) -> F {
    future
}

/// They can be named, moved between threads, and moved after they were polled.
#[test]
fn futures_are_plain_values() {
    is_plain::<AsyncClient<Tokio>>();
    is_plain::<AsyncClient<Smol>>();
    is_plain::<Call<'_, Limits, Tokio>>();
    is_plain::<Call<'_, Name<'static>, Smol>>();
    is_plain::<Asking<'_, EndpointReply, Tokio>>();
    is_plain::<AsyncReplies<'_, Name<'static>, Smol>>();
    is_plain::<NextReply<'_, '_, EndpointReply, Tokio>>();
    is_plain::<AsyncListener<MptcpPmEvent, Tokio>>();
    is_plain::<NextEvent<'_, MptcpPmEvent, Smol>>();
}

/// Futures without a name can be moved between threads.
#[test]
fn other_futures_are_sendable() {
    drop(is_send(MptcpPm::connect_tokio()));
    drop(is_send(MptcpPm::listen_smol(&[MptcpPm::EVENTS])));
    let mut pm = hesitant(peer());
    drop(is_send(pm.channel().resolve(MptcpPm::FAMILY)));
    drop(is_send(pm.channel().batch().send()));
    drop(is_send(async move {
        let addrs = pm.dump_addrs(&DumpAddrs::default()).await?;
        addrs.consistent(2).await
    }));
}

/// A task that keeps many of them must not become large.
#[test]
fn futures_are_small() {
    assert!(size_of::<Call<'_, Limits, Tokio>>() <= 64);
    assert!(size_of::<Asking<'_, Limits, Tokio>>() <= 64);
    assert!(size_of::<NextEvent<'_, MptcpPmEvent, Tokio>>() <= 64);
    assert_eq!(
        size_of::<NextReply<'_, '_, Limits, Tokio>>(),
        size_of::<usize>()
    );
}

/// A struct of a program that drives its futures by itself.
struct Asked<'c> {
    call: Call<'c, Limits, Peer>,
    polls: usize,
}

impl Future for Asked<'_> {
    type Output = Result<Limits, genl::Error>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        self.polls += 1;
        Pin::new(&mut self.call).poll(context)
    }
}

#[test]
fn futures_are_kept_in_structs() -> Outcome {
    let mut pm = hesitant(counting(1));
    let mut asked = Asked {
        call: pm.get_limits(),
        polls: 0,
    };
    // It waits for the lookup of the family and for the answer of the path manager.
    assert!(poll(&mut asked).is_pending());
    assert!(poll(&mut asked).is_pending());
    let Poll::Ready(limits) = poll(&mut asked) else {
        return Err("pending".into());
    };
    assert_eq!((limits?.subflows, asked.polls), (1, 3));
    // It was already ready.
    assert!(poll(&mut asked).is_pending());
    Ok(())
}

#[test]
fn futures_that_are_not_polled_send_nothing() -> Outcome {
    let mut pm = hesitant(counting(1));
    drop(pm.get_limits());
    drop(pm.dump_addrs(&DumpAddrs::default()));
    drop(pm.flush_addrs());
    let limits = smol::block_on(pm.get_limits())?;
    assert_eq!(limits.subflows, 1);
    // The lookup of the family, and the request to the path manager.
    assert_eq!(pm.channel().transport().sent.len(), 2);
    Ok(())
}

#[test]
fn an_error_of_encoding_is_returned_once() -> Outcome {
    let client = AsyncClient::over(Scripted::new())?;
    let mut nlctrl = Nlctrl::new(client);
    let request = GetFamily {
        family_name: Some("sixteen_letters_".to_owned()),
        ..GetFamily::default()
    };
    let mut call = nlctrl.get_family(&request);
    assert!(matches!(poll(&mut call), Poll::Ready(Err(_))));
    assert!(poll(&mut call).is_pending());
    let mut batch = nlctrl.channel().batch();
    let handle = batch.call(&Nlctrl::GET_FAMILY, &request);
    let mut done = smol::block_on(batch.send())?;
    assert!(done.take(handle).is_err());
    Ok(())
}

#[test]
fn the_next_reply_is_returned_once() -> Outcome {
    let mut peer = peer();
    let end = done(2, 0, "");
    let request = hex(DUMP);
    peer.replay([Step::Request(&request), Step::Answer(&end)]);
    let mut pm = MptcpPm::new(AsyncClient::over(peer)?);
    let mut asking = pm.dump_addrs(&DumpAddrs::default());
    let Poll::Ready(replies) = poll(&mut asking) else {
        return Err("pending".into());
    };
    assert!(poll(&mut asking).is_pending());
    let mut replies = replies?;
    let mut next = replies.next();
    assert!(matches!(poll(&mut next), Poll::Ready(None)));
    assert!(poll(&mut next).is_pending());
    assert!(matches!(poll(&mut replies.next()), Poll::Ready(None)));
    Ok(())
}

/// The reply borrows from the client, and is kept while something else is awaited on tokio's workers.
async fn borrowed_while_others_are_awaited() -> Outcome {
    let request = "1c000000 1e00 0100 00000000 00000000 03 01 0000  0800 0100 04000000";
    let mut peer = Scripted::new();
    peer.family(Radios::DESCRIPTION, radios::ID)?;
    let (request, answer) = (hex(request), radios::name(3, "four"));
    peer.replay([Step::Request(&request), Step::Answer(&answer)]);
    let client = AsyncClient::over(Hesitant::over(peer))?;
    let mut radios = Radios::new(client);
    let reply = radios.name(&Radio::of(4)).await?;
    tokio::task::yield_now().await;
    smol::future::yield_now().await;
    assert_eq!(reply.name, "four");
    Ok(())
}

#[test]
fn borrowed_replies_are_kept_over_an_await() -> Outcome {
    runtimes::tokio_multi_thread(borrowed_while_others_are_awaited())?;
    runtimes::smol(borrowed_while_others_are_awaited())
}

/// Two tasks of one thread. Each makes many requests that are answered at once, and handles many events that have already
/// arrived.
async fn two_busy_tasks() -> Outcome {
    let started = AtomicUsize::new(0);
    let busy = async || {
        started.fetch_add(1, Ordering::Relaxed);
        let mut pm = MptcpPm::new(AsyncClient::over(counting(200))?);
        for number in 1..=200 {
            assert_eq!(pm.get_limits().await?.subflows, number);
        }
        // The other task has started although this one never waited.
        assert_eq!(started.load(Ordering::Relaxed), 2);
        Outcome::Ok(())
    };
    let (one, other) = tokio::join!(busy(), busy());
    one.and(other)?;

    let begun = AtomicBool::new(false);
    let mut events =
        AsyncListener::<MptcpPmEvent, _>::join(AsyncClient::over(peer())?, &[MptcpPm::EVENTS])
            .await?;
    let listening = async {
        let event = message(ID, 0, 0, "03 01 0000  0800 0100 07000000");
        events.transport().deliver(event.repeat(200), 0);
        for _ in 0..200 {
            events.next().await?;
        }
        assert!(begun.load(Ordering::Relaxed));
        Outcome::Ok(())
    };
    let other = async { begun.store(true, Ordering::Relaxed) };
    tokio::join!(listening, other).0
}

#[test]
fn busy_tasks_yield_to_others() -> Outcome {
    runtimes::tokio_current_thread(two_busy_tasks())?;
    runtimes::smol(two_busy_tasks())
}
