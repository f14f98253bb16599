//! A storm of events, while others make requests.

use std::net::Ipv4Addr;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::time::{Duration, Instant};
use std::{env, fs, thread};

use genl::Received;
use genl::mptcp_pm::{AddAddr, Address, GetAddr, MptcpPmEvent};
use genl_tests::mptcp;
use genl_tests::namespace::IPV4;

use super::{Outcome, connect, listen, spawn};

/// The environment variable with the number of sockets that listen, one after the other. Each causes two events.
const SOCKETS: &str = "GENL_STORM";
/// The number of sockets if the variable is not set.
const FEW: u16 = 5_000;
/// The port of the first socket.
const FIRST: u16 = 10_000;

/// Returns the position of an event: the sockets listen on consecutive ports, each only for a moment.
fn place(event: &MptcpPmEvent) -> Option<u32> {
    let (event, is_end) = match event {
        MptcpPmEvent::ListenerCreated(event) => (event, 0),
        MptcpPmEvent::ListenerClosed(event) => (event, 1),
        _ => return None,
    };
    Some(u32::from(event.local()?.port() - FIRST) * 2 + is_end)
}

/// Returns the resident memory of this process, in kilobytes.
fn memory() -> Option<u32> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    line?.split_whitespace().next()?.parse().ok()
}

/// Asks for one of the endpoints again and again.
async fn requests(id: u8, is_over: Arc<AtomicBool>, count: Arc<AtomicU32>) -> Outcome {
    let mut pm = connect().await?;
    let address = Ipv4Addr::new(10, 9, 9, id);
    let addr = Address::from(address).id(id);
    wait!(pm.add_addr(&AddAddr { addr }))?;
    while !is_over.load(Ordering::Relaxed) {
        let reply = wait!(pm.get_addr(&GetAddr::by_id(id)))?;
        assert_eq!((reply.addr.id, reply.addr.addr4), (Some(id), Some(address)));
        count.fetch_add(1, Ordering::Relaxed);
    }
    Ok(())
}

pub(crate) async fn every_event_is_received_or_covered_by_an_overrun() -> Outcome {
    let sockets = env::var(SOCKETS).ok().and_then(|count| count.parse().ok());
    let sockets: u16 = sockets.unwrap_or(FEW);
    let mut events = listen().await?;
    events.set_receive_timeout(Some(Duration::from_secs(2)))?;
    let (is_over, count) = (
        Arc::new(AtomicBool::new(false)),
        Arc::new(AtomicU32::new(0)),
    );
    let tasks: Vec<_> = (1..=8)
        .map(|id| spawn(requests(id, is_over.clone(), count.clone())))
        .collect();
    let started = Instant::now();
    let storm = thread::spawn(move || -> std::io::Result<()> {
        (FIRST..FIRST + sockets)
            .try_for_each(|port| mptcp::listen((IPV4[0], port).into()).map(drop))
    });

    let all = u32::from(sockets) * 2;
    let (mut next, mut told, mut overruns, mut before) = (0, 0, 0, None);
    // Whether events may be missing here, and whether a loss is still to be reported. The socket accepts events again as soon as
    // it is empty, which may be shortly before the listener finds it empty.
    let (mut has_lost, mut is_owed) = (false, false);
    while next < all {
        match wait!(events.next()) {
            Ok(Received::Event(event)) => {
                let place = place(&event).ok_or("another event")?;
                assert!(place >= next, "{place} behind {next}");
                is_owed |= place > next && !has_lost;
                (next, told, has_lost) = (place + 1, told + 1, false);
            }
            Ok(Received::Overrun) => {
                (has_lost, overruns) = (!is_owed, overruns + 1);
                is_owed = false;
            }
            // The last events were lost.
            Err(error) if error.is_timeout() && has_lost && storm.is_finished() => break,
            Err(error) => return Err(error.into()),
        }
        if next > all / 4 {
            before = before.or_else(memory);
        }
    }
    assert!(!is_owed, "a loss was not told");
    let took = started.elapsed();
    let grown = memory().unwrap_or(0).saturating_sub(before.unwrap_or(0));
    is_over.store(true, Ordering::Relaxed);
    for task in tasks {
        task.await?;
    }
    storm.join().expect("no panic")?;
    let count = count.load(Ordering::Relaxed);
    eprintln!(
        "{all} events in {took:?}: {told} told, {overruns} overruns; {count} requests; {grown} KiB more"
    );
    assert!(told > all / 20 && count > 100);
    assert!(grown < 2_000, "{grown} KiB");
    Ok(())
}
