//! Stopping a listener from outside.

use std::error::Error;
use std::thread;
use std::time::{Duration, Instant};

use genl::mptcp_pm::{MptcpPm, MptcpPmEvent};
use genl::{Listener, Received};
use genl_tests::mptcp;
use genl_tests::namespace::IPV4;
use nix::sys::pthread::{pthread_kill, pthread_self};
use nix::sys::signal::{SigSet, Signal};
use nix::unistd::write;

use crate::trouble::Disturbance;

type Outcome = Result<(), Box<dyn Error>>;

/// Ends the test if nothing else does.
const TIMEOUT: Duration = Duration::from_secs(3);
/// The tolerance: other programs use the processor too.
const AT_ONCE: Duration = Duration::from_secs(1);

fn listener() -> Result<Listener<MptcpPmEvent>, genl::Error> {
    let mut events = MptcpPm::listen(&[MptcpPm::EVENTS])?;
    events.set_receive_timeout(Some(TIMEOUT))?;
    Ok(events)
}

/// Both ways to receive an event fail, and fail again.
#[track_caller]
fn stays_stopped(events: &mut Listener<MptcpPmEvent>) {
    for _ in 0..3 {
        let next = events.next().expect_err("it was stopped");
        assert!(next.is_stopped(), "{next}");
        let next = events.try_next().expect_err("it was stopped");
        assert!(next.is_stopped(), "{next}");
    }
}

pub(crate) fn idle_listener_is_stopped_at_once() -> Outcome {
    let mut events = listener()?;
    let stopper = events.stopper()?;
    let stopping = thread::spawn(move || {
        thread::sleep(Duration::from_millis(100));
        stopper.stop();
        Instant::now()
    });
    let error = events.next().expect_err("nothing happens here");
    let end = Instant::now();
    assert!(error.is_stopped(), "{error}");
    let took = end.saturating_duration_since(stopping.join().expect("no panic"));
    println!("stopped after {took:?}");
    assert!(took < AT_ONCE, "{took:?}");
    // A later event changes nothing.
    let _listening = mptcp::listen((IPV4[0], 0).into())?;
    stays_stopped(&mut events);
    Ok(())
}

pub(crate) fn signal_stops_a_listener() -> Outcome {
    let mut events = listener()?;
    let stopper = events.stopper()?;
    signal_hook::low_level::pipe::register(libc::SIGTERM, stopper.to_owned_fd()?)?;
    assert!(events.try_next()?.is_none(), "not stopped yet");
    let this_thread = pthread_self();
    let start = Instant::now();
    let killer = thread::spawn(move || {
        thread::sleep(Duration::from_millis(100));
        pthread_kill(this_thread, Signal::SIGTERM)
    });
    let error = events.next().expect_err("nothing happens here");
    assert!(error.is_stopped(), "{error}");
    assert!(start.elapsed() < AT_ONCE, "{:?}", start.elapsed());
    killer.join().expect("no panic")?;
    stays_stopped(&mut events);
    Ok(())
}

/// A stop also takes effect if events wait that were drained after an overrun.
pub(crate) fn stop_takes_effect_during_a_storm_of_events() -> Outcome {
    let mut events = listener()?;
    events.set_receive_buffer_size(1)?;
    let stopper = events.stopper()?;
    let storm = Disturbance::start(|sockets: &mut usize| {
        drop(mptcp::listen((IPV4[0], 0).into()).expect("a listening socket"));
        *sockets += 1;
    });
    let mut overruns = 0;
    while overruns < 3 {
        overruns += usize::from(events.next()? == Received::Overrun);
        thread::sleep(Duration::from_millis(2));
    }
    // This is after the first of the drained events.
    while events.next()? == Received::Overrun {
        thread::sleep(Duration::from_millis(2));
    }
    stopper.stop();
    stays_stopped(&mut events);
    assert!(storm.end() > 10);
    Ok(())
}

pub(crate) fn stopper_outlives_its_listener() -> Outcome {
    // A program may have restored the default action of `SIGPIPE`, which kills it. Here the signal would stay pending.
    SigSet::from(Signal::SIGPIPE).thread_block()?;
    let mut events = listener()?;
    let (stopper, other) = (events.stopper()?, events.stopper()?);
    drop(events);
    for _ in 0..2 {
        stopper.stop();
        other.clone().stop();
        // This is what a signal handler with the descriptor does.
        assert_eq!(write(&stopper, b"x")?, 1);
    }
    let status = std::fs::read_to_string("/proc/thread-self/status")?;
    let pending = status.lines().find(|line| line.starts_with("SigPnd:"));
    assert_eq!(pending, Some("SigPnd:\t0000000000000000"));
    Ok(())
}

/// The buffer of the stopper is full long before the end.
pub(crate) fn repeated_stops_do_not_block() -> Outcome {
    let mut events = listener()?;
    let stopper = events.stopper()?;
    let start = Instant::now();
    for _ in 0..10_000 {
        stopper.stop();
    }
    assert!(start.elapsed() < AT_ONCE, "{:?}", start.elapsed());
    stays_stopped(&mut events);
    Ok(())
}
