//! Operations that are dropped at pseudo-random points, and the operations after them.

use std::fmt::Debug;
use std::future::poll_fn;
use std::pin::pin;
use std::task::Poll;

use genl::mptcp_pm::{Limits, MptcpPm, SetLimits};
use genl::transport::AsyncTransport;
use genl::{AsyncClient, AttributeSet, Dump, ErrorKind, Family, OwnedSet};

use crate::erratic::{Chance, Erratic};
use crate::runtimes::Outcome;

/// A dump that returns the same each time.
pub(crate) struct Known<Q, R> {
    pub(crate) dump: Dump<Q, R>,
    pub(crate) request: Q,
    pub(crate) replies: Vec<R>,
}

pub(crate) fn limits(subflows: u32) -> SetLimits {
    SetLimits {
        rcv_add_addrs: Some(1),
        subflows: Some(subflows),
    }
}

/// Polls a future up to this many times, and drops it.
pub(crate) async fn polled<F: Future>(future: F, times: u32) -> Option<F::Output> {
    let mut future = pin!(future);
    for _ in 0..times {
        let polled = poll_fn(|context| Poll::Ready(future.as_mut().poll(context)));
        if let Poll::Ready(output) = polled.await {
            return Some(output);
        }
    }
    None
}

/// Drops this many operations. The operations after each of them return the right results.
pub(crate) async fn cancel<Q, R, T>(
    client: &mut AsyncClient<Erratic<T>>,
    known: &Known<Q, R>,
    rounds: u32,
) -> Outcome
where
    Q: AttributeSet,
    R: OwnedSet + PartialEq + Debug,
    T: AsyncTransport,
{
    let mut chance = Chance::new();
    for _ in 0..rounds {
        match chance.below(5) {
            0 => {
                let call = client.call(&MptcpPm::SET_LIMITS, &limits(9));
                if let Some(result) = polled(call, chance.below(5)).await {
                    result.expect_err("more than 8");
                }
            }
            1 => {
                let call = client.call(&MptcpPm::GET_LIMITS, &());
                polled(call, chance.below(5)).await.transpose()?;
            }
            2 => cancel_dump(client, known, &mut chance).await?,
            3 => cancel_batch(client, &mut chance).await?,
            _ => {
                let look_up = client.resolve(Family::new("no_such_fam", 1));
                if let Some(result) = polled(look_up, chance.below(5)).await {
                    let error = result.expect_err("there is none");
                    assert!(matches!(error.kind(), ErrorKind::FamilyNotFound), "{error}");
                }
            }
        }
        if chance.below(8) == 0 {
            let whole = client.dump(&known.dump, &known.request).await?;
            assert_eq!(whole.consistent(1).await?, known.replies);
        }
        let subflows = chance.below(9);
        client.call(&MptcpPm::SET_LIMITS, &limits(subflows)).await?;
        let seen: Limits = client.call(&MptcpPm::GET_LIMITS, &()).await?;
        assert_eq!(seen.subflows, subflows);
    }
    Ok(())
}

/// Reads a part of a dump. Polls several times for each reply.
async fn cancel_dump<Q, R, T>(
    client: &mut AsyncClient<Erratic<T>>,
    known: &Known<Q, R>,
    chance: &mut Chance,
) -> Outcome
where
    Q: AttributeSet,
    R: OwnedSet + PartialEq + Debug,
    T: AsyncTransport,
{
    let asking = client.dump(&known.dump, &known.request);
    if let Some(replies) = polled(asking, chance.below(4)).await {
        let mut replies = replies?;
        let count = u32::try_from(known.replies.len())? + 2;
        let wanted = usize::try_from(chance.below(count))?;
        let mut read = 0;
        while read < wanted {
            match polled(replies.next(), chance.below(3)).await {
                Some(Some(reply)) => assert_eq!(reply?, known.replies[read]),
                Some(None) => break,
                None => continue,
            }
            read += 1;
        }
        assert_eq!(read, wanted.min(known.replies.len()));
    }
    client.transport().arrive();
    Ok(())
}

async fn cancel_batch<T: AsyncTransport>(
    client: &mut AsyncClient<Erratic<T>>,
    chance: &mut Chance,
) -> Outcome {
    let mut batch = client.batch();
    let mut handles = Vec::new();
    for _ in 0..chance.below(40) {
        let got = batch.call(&MptcpPm::GET_LIMITS, &());
        let subflows = chance.below(12);
        let set = batch.call(&MptcpPm::SET_LIMITS, &limits(subflows));
        handles.push((got, set, subflows));
    }
    let Some(done) = polled(batch.send(), chance.below(10)).await else {
        return Ok(());
    };
    let (mut done, mut before) = (done?, None);
    for (got, set, subflows) in handles {
        let seen = done.take(got)?.subflows;
        assert_eq!(seen, before.unwrap_or(seen));
        assert_eq!(done.take(set).is_ok(), subflows <= 8);
        before = Some(if subflows <= 8 { subflows } else { seen });
    }
    Ok(())
}
