//! The cost of an idle listener.

use std::fs;
use std::future::poll_fn;
use std::pin::pin;
use std::thread;
use std::time::{Duration, Instant};

use genl::Received;
use genl::mptcp_pm::MptcpPm;
use genl::transport::AsyncTransport;
use tokio::time;

use crate::runtimes::Outcome;
use crate::traps::{Events, LONG, listening, one_thread, several_threads, two_events};

/// Returns the processor time of the threads of this process, in nanoseconds.
fn on_processor() -> Result<u64, Box<dyn std::error::Error + Send + Sync>> {
    let mut sum = 0;
    for task in fs::read_dir("/proc/self/task")? {
        // A thread that ended in between is not one of the idle ones.
        let Ok(told) = fs::read_to_string(task?.path().join("schedstat")) else {
            continue;
        };
        sum += told.split(' ').next().unwrap_or_default().parse::<u64>()?;
    }
    Ok(sum)
}

/// A listener that has received something sleeps until more arrives, with and without a deadline.
async fn idles<T: AsyncTransport>(mut events: Events<T>) -> Outcome {
    for timeout in [None, Some(LONG)] {
        events.set_receive_timeout(timeout)?;
        two_events(&mut events).await?;
        let (started, before) = (Instant::now(), on_processor()?);
        let later = thread::spawn(|| {
            thread::sleep(Duration::from_millis(300));
            listening().map(drop)
        });
        let (mut next, mut polls) = (pin!(events.next()), 0);
        let received = poll_fn(|context| {
            polls += 1;
            next.as_mut().poll(context)
        });
        assert!(matches!(received.await?, Received::Event(_)));
        assert!(started.elapsed() >= Duration::from_millis(300));
        // The socket started and stopped listening. One more wakeup is for a readiness that was out of date.
        assert!(polls <= 3, "{polls}");
        let busy = Duration::from_nanos(on_processor()?.saturating_sub(before));
        assert!(busy < Duration::from_millis(30), "{busy:?}");
        later.join().expect("no panic")?;
        events.next().await?;
    }
    Ok(())
}

pub(crate) fn an_idle_listener_sleeps_on_tokio() -> Outcome {
    for runtime in [one_thread()?, several_threads()?] {
        runtime
            .block_on(async { idles(MptcpPm::listen_tokio(&[MptcpPm::EVENTS]).await?).await })?;
    }
    Ok(())
}

pub(crate) fn an_idle_listener_sleeps_on_smol() -> Outcome {
    smol::block_on(async { idles(MptcpPm::listen_smol(&[MptcpPm::EVENTS]).await?).await })
}

/// A wait that has ended leaves no timer that wakes the task later.
async fn wakes_once<T: AsyncTransport>(
    mut events: Events<T>,
    sleep: impl Future<Output = ()>,
) -> Outcome {
    events.set_receive_timeout(Some(Duration::from_millis(100)))?;
    two_events(&mut events).await?;
    let (mut sleep, mut polls) = (pin!(sleep), 0);
    poll_fn(|context| {
        polls += 1;
        sleep.as_mut().poll(context)
    })
    .await;
    assert_eq!(polls, 2);
    Ok(())
}

pub(crate) fn no_timer_is_left_behind() -> Outcome {
    one_thread()?.block_on(async {
        let events = MptcpPm::listen_tokio(&[MptcpPm::EVENTS]).await?;
        let sleep = async { time::sleep(Duration::from_millis(300)).await };
        wakes_once(events, sleep).await
    })?;
    smol::block_on(async {
        let events = MptcpPm::listen_smol(&[MptcpPm::EVENTS]).await?;
        let sleep = async { _ = smol::Timer::after(Duration::from_millis(300)).await };
        wakes_once(events, sleep).await
    })
}
