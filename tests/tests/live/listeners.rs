//! Sockets that accept joins to announced ports.

use std::error::Error;
use std::iter;
use std::net::{SocketAddr, TcpStream};

use genl::mptcp_pm::{Announce, Listeners, MptcpPm, MptcpPmEvent as Event, Remove};
use genl::{ErrorKind, Listener, Received};
use genl_tests::mptcp;
use genl_tests::namespace::{IPV4, IPV6, set_sysctl};

use crate::lab::{Family, Lab, Outcome, QUIET, accept_all, both_families, userspace};

both_families! {
    joins_are_taken_while_it_is_open
    others_do_not_block_joins
}

/// Returns the addresses that started and stopped listening.
fn told(events: &mut Listener<Event>) -> Result<Vec<(&'static str, SocketAddr)>, genl::Error> {
    events.set_receive_timeout(Some(QUIET)).expect("a timeout");
    let mut told = Vec::new();
    loop {
        match events.next() {
            Ok(Received::Event(event)) => told.extend(event.local().map(|at| (event.name(), at))),
            Ok(Received::Overrun) => panic!("events were lost behind {told:?}"),
            Err(error) if matches!(error.kind(), ErrorKind::Timeout) => return Ok(told),
            Err(error) => return Err(error),
        }
    }
}

pub(crate) fn an_address_is_open_until_all_have_closed_it() -> Outcome {
    let mut events = MptcpPm::listen(&[MptcpPm::EVENTS])?;
    let mut listeners = Listeners::new();
    for ip in [IPV4[0].into(), IPV6[0].into()] {
        let at = listeners.open(SocketAddr::new(ip, 0))?;
        assert_ne!(at.port(), 0);
        assert_eq!(listeners.open(at)?, at);
        let other = listeners.open(SocketAddr::new(ip, 0))?;
        assert_ne!(other, at);
        let opened = [("listener-created", at), ("listener-created", other)];
        assert_eq!(told(&mut events)?, opened);

        assert!(!listeners.close(at));
        assert_eq!(told(&mut events)?, []);
        assert!(listeners.close(at));
        assert_eq!(told(&mut events)?, [("listener-closed", at)]);
        assert!(!listeners.close(at), "it is closed");
        assert_eq!(told(&mut events)?, []);

        // The same port can be opened again.
        assert_eq!(listeners.open(at)?, at);
        assert_eq!(told(&mut events)?, [("listener-created", at)]);
    }
    drop(listeners);
    let closed = told(&mut events)?;
    assert_eq!(closed.len(), 4, "{closed:?}");
    assert!(closed.iter().all(|(name, _)| *name == "listener-closed"));
    Ok(())
}

pub(crate) fn addresses_in_use_and_of_other_hosts_are_refused() -> Outcome {
    let mut listeners = Listeners::new();
    let taken = mptcp::listen((IPV4[0], 0).into())?.local_addr()?;
    let _taken = mptcp::listen(taken)?;
    let error = listeners.open(taken).expect_err("it is in use");
    assert_eq!(error.kind(), std::io::ErrorKind::AddrInUse);
    let foreign = "192.0.2.1:80".parse()?;
    let error = listeners.open(foreign).expect_err("it is of another host");
    assert_eq!(error.kind(), std::io::ErrorKind::AddrNotAvailable);
    assert!(!listeners.close(taken) && !listeners.close(foreign));
    Ok(())
}

/// They fill the queue of the socket, which joins need too.
fn others_do_not_block_joins(family: Family) -> Outcome {
    let mut lab = accepting(family)?;
    let mut listeners = Listeners::new();
    let any = SocketAddr::new(family.a()[1], 0);
    let at = lab.pair.a.run(|| listeners.open(any))?;
    let connect = || lab.pair.b.run(|| TcpStream::connect_timeout(&at, QUIET));
    let waiting: Vec<_> = iter::from_fn(|| connect().ok()).take(200).collect();
    assert!(waiting.len() < 200, "there is always room");
    listeners.reject_connections();
    lab.a.pm.announce(&Announce::new(lab.a.token, 7, at))?;
    let joined = lab.a.expect("join", |event| match event {
        Event::SubEstablished(event) => event.local(),
        _ => None,
    });
    assert_eq!(joined, at);
    lab.exchange()
}

fn accepting(family: Family) -> Result<Lab, Box<dyn Error>> {
    Lab::new(family, |pair| {
        pair.a.run(userspace)?;
        pair.b.run(accept_all)?;
        // An IPv6 address with a port does not fit into the TCP options next to timestamps.
        pair.a.run(|| set_sysctl("net.ipv4.tcp_timestamps", "0"))
    })
}

fn joins_are_taken_while_it_is_open(family: Family) -> Outcome {
    let mut lab = accepting(family)?;
    let token = lab.a.token;
    let mut listeners = Listeners::new();
    let any = SocketAddr::new(family.a()[1], 0);
    let at = lab.pair.a.run(|| listeners.open(any))?;
    lab.a.pm.announce(&Announce::new(token, 7, at))?;
    let joined = lab.a.expect("join", |event| match event {
        Event::SubEstablished(event) => event.local(),
        _ => None,
    });
    assert_eq!(joined, at);
    // A subflow that was accepted there still exists, and does not block the address.
    assert!(listeners.close(at));
    lab.exchange()?;
    assert_eq!(lab.pair.a.run(|| listeners.open(at))?, at);

    let loc_id = 7;
    lab.a.pm.remove(&Remove { token, loc_id })?;
    assert!(listeners.close(at));
    lab.a.pm.announce(&Announce::new(token, 8, at))?;
    let refused = lab.b.expect("refusal", |event| match event {
        Event::SubClosed(event) => event.error.map(i32::from),
        _ => None,
    });
    assert_eq!(refused, libc::ECONNREFUSED);
    lab.exchange()
}
