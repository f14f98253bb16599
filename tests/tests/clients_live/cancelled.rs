//! Operations and waits that are dropped at pseudo-random points, on the running kernel.

#[path = "../common/cancelled.rs"]
mod common;

use std::fs;
use std::net::TcpListener;
use std::time::Duration;

use genl::mptcp_pm::{MptcpPm, MptcpPmEvent};
use genl::nlctrl::{GetPolicy, Nlctrl, PolicyReply};
use genl::transport::{AsyncTransport, Smol, Tokio};
use genl::{AsyncClient, AsyncListener, Netlink, Received};
use genl_tests::mptcp;
use genl_tests::namespace::IPV4;
use smol::stream::StreamExt;

use crate::erratic::{Chance, Erratic};
use crate::runtimes::{self, Outcome};
use common::{Known, cancel, polled};

type Fallible<T> = Result<T, Box<dyn std::error::Error + Send + Sync>>;

fn descriptors() -> Fallible<usize> {
    Ok(fs::read_dir("/proc/self/fd")?.count())
}

/// Returns the resident memory of this process, in kilobytes.
fn memory() -> Fallible<usize> {
    let status = fs::read_to_string("/proc/self/status")?;
    let mut lines = status.lines();
    let line = lines.find_map(|line| line.strip_prefix("VmRSS:"));
    let number = line.and_then(|line| line.split_whitespace().next());
    Ok(number.ok_or("no VmRSS")?.parse()?)
}

fn erratic<T: AsyncTransport + From<Netlink>>() -> Fallible<AsyncClient<Erratic<T>>> {
    let socket = Erratic::over(T::from(Netlink::open()?));
    Ok(AsyncClient::over(socket)?)
}

/// Drops operations, among them a dump with hundreds of parts in several datagrams.
async fn operations<T: AsyncTransport + From<Netlink>>() -> Outcome {
    let mut client = erratic::<T>()?;
    let mut known: Known<GetPolicy, PolicyReply> = Known {
        dump: Nlctrl::GET_POLICY,
        request: GetPolicy {
            family_name: Some("ethtool".to_owned()),
            ..GetPolicy::default()
        },
        replies: Vec::new(),
    };
    let replies = client.dump(&known.dump, &known.request).await?;
    known.replies = replies.consistent(1).await?;
    assert!(known.replies.len() > 200);
    cancel(&mut client, &known, 500).await?;
    let (before, open) = (memory()?, descriptors()?);
    cancel(&mut client, &known, 5_000).await?;
    assert_eq!(descriptors()?, open);
    let grown = memory()?.saturating_sub(before);
    assert!(grown < 1_000, "{grown} KiB");
    Ok(())
}

fn port(received: Received<MptcpPmEvent>) -> Option<u16> {
    match received {
        Received::Event(event) => event.local().map(|local| local.port()),
        Received::Overrun => None,
    }
}

/// Drops waits of a listener, both futures and streams. No event is lost.
async fn events<T: AsyncTransport + From<Netlink>>() -> Outcome {
    let groups = [MptcpPm::EVENTS];
    // The runtime opens descriptors of its own for the first wait of the process.
    let first = AsyncListener::<MptcpPmEvent, _>::join(AsyncClient::<T>::open()?, &groups);
    let mut first = first.await?;
    first.set_receive_timeout(Some(Duration::from_millis(1)))?;
    assert!(first.next().await.is_err_and(|error| error.is_timeout()));
    drop(first);
    let open = descriptors()?;
    for _ in 0..100 {
        drop(
            polled(
                AsyncListener::<MptcpPmEvent, _>::join(erratic::<T>()?, &groups),
                1,
            )
            .await,
        );
    }
    assert_eq!(descriptors()?, open);
    let joined = AsyncListener::<MptcpPmEvent, _>::join(erratic::<T>()?, &groups);
    let (mut events, mut chance) = (joined.await?, Chance::new());
    for _ in 0..2_000 {
        let sockets = (0..chance.below(4)).map(|_| mptcp::listen((IPV4[0], 0).into()));
        let sockets: Vec<TcpListener> = sockets.collect::<Result<_, _>>()?;
        for socket in &sockets {
            let expected = Some(socket.local_addr()?.port());
            let seen = loop {
                let polls = chance.below(3);
                let event = if chance.coin() {
                    polled(events.next(), polls).await
                } else {
                    polled(StreamExt::next(&mut events), polls).await.flatten()
                };
                if let Some(event) = event {
                    break port(event?);
                }
            };
            assert_eq!(seen, expected);
        }
        let closed = sockets.len();
        drop(sockets);
        for _ in 0..closed {
            assert!(port(events.next().await?).is_some());
        }
        assert!(polled(events.next(), 2).await.is_none());
    }
    drop(events);
    assert_eq!(descriptors()?, open);
    Ok(())
}

pub(crate) fn operations_after_dropped_ones_are_right_on_tokio() -> Outcome {
    runtimes::tokio_current_thread(operations::<Tokio>())?;
    runtimes::tokio_multi_thread(operations::<Tokio>())
}

pub(crate) fn operations_after_dropped_ones_are_right_on_smol() -> Outcome {
    runtimes::smol(operations::<Smol>())
}

pub(crate) fn dropped_waits_lose_no_event_on_tokio() -> Outcome {
    runtimes::tokio_current_thread(events::<Tokio>())?;
    runtimes::tokio_multi_thread(events::<Tokio>())
}

pub(crate) fn dropped_waits_lose_no_event_on_smol() -> Outcome {
    runtimes::smol(events::<Smol>())
}
