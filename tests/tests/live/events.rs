//! Events of the running kernel.

use std::error::Error;
use std::io;
use std::net::{IpAddr, SocketAddr, TcpListener};
use std::os::fd::AsFd;
use std::time::{Duration, Instant};

use genl::mptcp_pm::{AddAddr, Address, AddressFlags, MptcpPm, MptcpPmEvent, SetLimits};
use genl::{ErrorKind, Listener, Received};
use genl_tests::mptcp::{self, Connection};
use genl_tests::namespace::IPV4;
use nix::poll::{PollFd, PollFlags, PollTimeout, poll};

/// `ECONNREFUSED`, as an event contains it.
const REFUSED: u8 = 111;

type Outcome = Result<(), Box<dyn Error>>;

/// Receives events until none arrives for a while.
fn until_quiet(
    events: &mut Listener<MptcpPmEvent>,
) -> Result<Vec<Received<MptcpPmEvent>>, genl::Error> {
    events
        .set_receive_timeout(Some(Duration::from_millis(300)))
        .expect("a timeout");
    events
        .take_while(
            |event| !matches!(event, Err(error) if matches!(error.kind(), ErrorKind::Timeout)),
        )
        .collect()
}

pub(crate) fn both_ends_receive_the_events_of_a_connection() -> Outcome {
    let mut events = MptcpPm::listen(&[MptcpPm::EVENTS])?;
    let mut pm = MptcpPm::connect()?;
    pm.set_limits(&SetLimits {
        rcv_add_addrs: Some(8),
        subflows: Some(8),
    })?;
    pm.add_addr(&AddAddr {
        addr: Address::from(IPV4[1]).flags(AddressFlags::SUBFLOW),
    })?;

    let connection = Connection::open((IPV4[0], 0).into())?;
    let (client, server) = (
        connection.client.local_addr()?,
        connection.listener.local_addr()?,
    );
    let seen = until_quiet(&mut events)?;

    let mut listening = 0;
    let mut connections = Vec::new();
    let mut subflows = Vec::new();
    for event in seen {
        match event {
            Received::Event(MptcpPmEvent::ListenerCreated(event)) => {
                assert_eq!(event.local(), Some(server));
                listening += 1;
            }
            Received::Event(MptcpPmEvent::Created(event) | MptcpPmEvent::Established(event)) => {
                connections.push((
                    event.server_side == Some(1),
                    event.local(),
                    event.remote(),
                    event.token,
                ));
            }
            Received::Event(MptcpPmEvent::SubEstablished(event)) => {
                let ends: [Option<SocketAddr>; 2] = [event.local(), event.remote()];
                subflows.push(ends.map(|end| end.map(|end| end.ip())));
            }
            // Both ends have the same endpoint here. The server may join from it first, and nobody listens there.
            Received::Event(MptcpPmEvent::SubClosed(event)) => {
                assert_eq!((event.remote(), event.error), (Some(client), Some(REFUSED)));
            }
            other => panic!("{other:?}"),
        }
    }
    connections.sort_unstable();
    assert_eq!(listening, 1);
    let ends = |(listened, local, remote, _): &(bool, _, _, u32)| (*listened, *local, *remote);
    let (from_client, from_server) = (
        (false, Some(client), Some(server)),
        (true, Some(server), Some(client)),
    );
    assert_eq!(
        connections.iter().map(ends).collect::<Vec<_>>(),
        [from_client, from_client, from_server, from_server]
    );
    assert!(connections[0].3 == connections[1].3 && connections[2].3 == connections[3].3);
    let (joined, first) = (Some(IpAddr::from(IPV4[1])), Some(IpAddr::from(IPV4[0])));
    subflows.sort_unstable();
    assert_eq!(subflows, [[first, joined], [joined, first]]);

    drop(connection);
    let closed = until_quiet(&mut events)?;
    let is_closed =
        |event: &&Received<_>| matches!(event, Received::Event(MptcpPmEvent::Closed(_)));
    assert_eq!(closed.iter().filter(is_closed).count(), 2, "{closed:#?}");
    Ok(())
}

pub(crate) fn listener_times_out() -> Outcome {
    let mut events = MptcpPm::listen(&[MptcpPm::EVENTS])?;
    assert!(events.try_next()?.is_none());
    events.set_receive_timeout(Some(Duration::from_millis(50)))?;
    let start = Instant::now();
    let error = events.next().expect_err("nothing happens here");
    assert!(matches!(error.kind(), ErrorKind::Timeout), "{error}");
    assert!(start.elapsed() >= Duration::from_millis(40));
    // Zero means "at once", not "forever".
    events.set_receive_timeout(Some(Duration::ZERO))?;
    assert!(events.next().is_err());
    Ok(())
}

pub(crate) fn listener_can_be_polled() -> Outcome {
    let mut events = MptcpPm::listen(&[MptcpPm::EVENTS])?;
    let readable = |events: &Listener<MptcpPmEvent>, timeout: PollTimeout| {
        poll(
            &mut [PollFd::new(events.as_fd(), PollFlags::POLLIN)],
            timeout,
        )
    };
    assert_eq!(readable(&events, PollTimeout::ZERO)?, 0);
    let _listening = mptcp::listen((IPV4[0], 0).into())?;
    assert_eq!(readable(&events, PollTimeout::try_from(2000)?)?, 1);
    assert!(matches!(
        events.try_next()?,
        Some(Received::Event(MptcpPmEvent::ListenerCreated(_)))
    ));
    Ok(())
}

pub(crate) fn overrun_is_reported_where_it_happened() -> Outcome {
    let mut events = MptcpPm::listen(&[MptcpPm::EVENTS])?;
    events.set_receive_buffer_size(1)?;
    let listening: Vec<TcpListener> = (0..40)
        .map(|_| mptcp::listen((IPV4[0], 0).into()))
        .collect::<io::Result<_>>()?;

    let seen = until_quiet(&mut events)?;
    let at = seen
        .iter()
        .position(|event| matches!(event, Received::Overrun))
        .expect("an overrun");
    assert!(at > 0, "what was queued before the loss comes before it");
    assert_eq!(at, seen.len() - 1, "nothing came after the loss: {seen:#?}");
    for (event, socket) in seen.iter().zip(&listening) {
        let Received::Event(MptcpPmEvent::ListenerCreated(event)) = event else {
            break;
        };
        assert_eq!(event.local(), Some(socket.local_addr()?));
    }

    // The listener continues.
    let late = mptcp::listen((IPV4[0], 0).into())?;
    let after = until_quiet(&mut events)?;
    let [Received::Event(MptcpPmEvent::ListenerCreated(event))] = &after[..] else {
        panic!("{after:?}")
    };
    assert_eq!(event.local(), Some(late.local_addr()?));
    Ok(())
}
