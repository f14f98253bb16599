//! A timeout of 300 ms ends after 300 ms, whatever arrives before.

use std::error::Error;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use genl::mptcp_pm::{DumpAddrs, MptcpPm};
use genl::nlctrl::{GetPolicy, Nlctrl, NlctrlEvent};
use genl::{Client, ErrorKind, Listener, Transport};
use netlink_sys::SocketAddr;
use nix::sys::pthread::{pthread_kill, pthread_self};
use nix::sys::signal::Signal;

use crate::trouble::{
    Disturbance, Watched, events, flood, forged, group_address, path_manager, port,
};

type Outcome = Result<(), Box<dyn Error>>;

const TIMEOUT: Duration = Duration::from_millis(300);
/// The tolerance: other programs use the processor too.
const LIMIT: Duration = Duration::from_millis(1500);

/// The family is looked up first, so that the timed part sends nothing to the path manager.
fn client() -> Result<Client<Watched>, Box<dyn Error>> {
    let mut client = Client::over(Watched::open()?)?;
    path_manager(&mut client)?;
    client.set_receive_timeout(Some(TIMEOUT))?;
    Ok(client)
}

fn listener() -> Result<Listener<NlctrlEvent, Watched>, Box<dyn Error>> {
    let mut listener = Listener::join(client()?, &[Nlctrl::NOTIFY])?;
    listener.set_receive_timeout(Some(TIMEOUT))?;
    Ok(listener)
}

/// Calls every operation, none of which gets an answer.
#[track_caller]
fn ends_in_time<T>(what: &str, operation: impl FnOnce() -> Result<T, genl::Error>) {
    let start = Instant::now();
    let Err(error) = operation() else {
        panic!("{what} was answered");
    };
    let took = start.elapsed();
    println!("{what}: {took:?}");
    assert!(
        matches!(error.kind(), ErrorKind::Timeout),
        "{what}: {error}"
    );
    assert!((TIMEOUT..LIMIT).contains(&took), "{what} took {took:?}");
}

/// A get, a dump, and a get after an abandoned dump.
fn operations_end_in_time(client: &mut Client<Watched>) -> Outcome {
    let several_datagrams = GetPolicy {
        family_name: Some("ethtool".to_owned()),
        ..GetPolicy::default()
    };
    client.transport().loses = true;
    ends_in_time("a get", || MptcpPm::new(&mut *client).get_limits());
    ends_in_time("a dump", || {
        let mut pm = MptcpPm::new(&mut *client);
        let mut replies = pm.dump_addrs(&DumpAddrs::default())?;
        replies.next().expect("not the end").map(drop)
    });
    client.transport().loses = false;
    let mut controller = Nlctrl::new(&mut *client);
    let first = controller.get_policy(&several_datagrams)?.next();
    first.expect("a policy")?;
    client.transport().loses = true;
    ends_in_time("a get behind a dump", || {
        MptcpPm::new(&mut *client).get_limits()
    });
    client.transport().loses = false;
    MptcpPm::new(&mut *client).get_limits()?;
    Ok(())
}

pub(crate) fn despite_unicast_of_others() -> Outcome {
    let mut client = client()?;
    let to = SocketAddr::new(port(&client.transport().inner)?, 0);
    let flood_of_client = flood(to, forged(16, 1, &[]))?;
    operations_end_in_time(&mut client)?;
    let sent = flood_of_client.end();
    assert!(sent.refused > 100 && sent.taken == 0, "{sent:?}");

    let mut listener = listener()?;
    let to = SocketAddr::new(port(&listener.transport().inner)?, 0);
    let flood_of_listener = flood(to, forged(16, 1, &[]))?;
    ends_in_time("a listener", || listener.next());
    let sent = flood_of_listener.end();
    assert!(sent.refused > 100 && sent.taken == 0, "{sent:?}");
    Ok(())
}

pub(crate) fn despite_events() -> Outcome {
    let mut client = client()?;
    let mut listener = listener()?;
    let (_, group) = path_manager(&mut client)?;
    client.transport().join(group)?;
    // The events belong to another family than the listener.
    listener.transport().join(group)?;
    let events = events();
    operations_end_in_time(&mut client)?;
    ends_in_time("a listener", || listener.next());
    assert!(events.end() >= 12);
    Ok(())
}

pub(crate) fn despite_multicast_of_others() -> Outcome {
    let mut client = client()?;
    let mut listener = listener()?;
    client.transport().join(16)?;
    for transport in [client.transport(), listener.transport()] {
        // This flood fills every socket. The loss is reported unless that is disabled.
        transport.inner.set_overruns(false)?;
    }
    let flood = flood(group_address(16), forged(16, 1, &[]))?;
    operations_end_in_time(&mut client)?;
    ends_in_time("a listener", || listener.next());
    let sent = flood.end();
    assert!(sent.taken > 100, "{sent:?}");
    Ok(())
}

pub(crate) fn despite_signals() -> Outcome {
    let mut client = client()?;
    let mut listener = listener()?;
    let caught = Arc::new(AtomicUsize::new(0));
    signal_hook::flag::register_usize(libc::SIGALRM, Arc::clone(&caught), 1)?;
    let this_thread = pthread_self();
    let signals = Disturbance::start(move |count: &mut usize| {
        thread::sleep(Duration::from_millis(100));
        pthread_kill(this_thread, Signal::SIGALRM).expect("a signal");
        *count += 1;
    });
    operations_end_in_time(&mut client)?;
    ends_in_time("a listener", || listener.next());
    assert!(signals.end() >= 8);
    assert_eq!(caught.load(Ordering::Relaxed), 1);
    Ok(())
}
