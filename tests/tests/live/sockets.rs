//! The socket itself: its options, and the number of its system calls.

use std::error::Error;
use std::os::fd::{AsFd, AsRawFd};
use std::time::Duration;

use genl::mptcp_pm::{MptcpPm, MptcpPmEvent, SetLimits};
use genl::{Client, ErrorKind, Listener, Received, Transport};
use genl_tests::mptcp;
use genl_tests::namespace::IPV4;
use socket2::SockRef;

use crate::trouble::{Calls, Watched, path_manager};

type Outcome = Result<(), Box<dyn Error>>;

/// More than any machine allows.
const HUGE: usize = 1 << 29;

pub(crate) fn an_operation_is_a_send_and_a_receive() -> Outcome {
    let mut client = Client::over(Watched::open()?)?;
    path_manager(&mut client)?;
    client.transport().calls = Calls::default();
    let limits = SetLimits {
        rcv_add_addrs: Some(4),
        subflows: Some(6),
    };
    for _ in 0..500 {
        let mut pm = MptcpPm::new(&mut client);
        pm.set_limits(&limits)?;
        assert_eq!(pm.get_limits()?.rcv_add_addrs, 4);
    }
    let expected = Calls {
        sends: 1000,
        receives: 1000,
        waits: 0,
    };
    assert_eq!(client.transport().calls, expected);
    Ok(())
}

/// Returns the length of a datagram that was cut, and the size of its buffer.
#[track_caller]
fn truncated<T>(result: Result<T, genl::Error>) -> (usize, usize) {
    match result.map_err(genl::Error::into_kind) {
        Err(ErrorKind::Truncated { length, capacity }) => (length, capacity),
        Err(other) => panic!("{other}"),
        Ok(_) => panic!("it was received whole"),
    }
}

/// The length of a reply of `get-limits`: two attributes of 8 bytes after the headers.
const LIMITS: usize = 20 + 2 * 8;
/// The length of `listener-created` over IPv4: family, port and address have 8 bytes each.
const CREATED: usize = 20 + 3 * 8;

/// With and without a joined group. With one, each datagram is received with its sender.
pub(crate) fn error_of_a_cut_datagram_contains_its_length() -> Outcome {
    let mut client = Client::open()?;
    let (_, group) = path_manager(&mut client)?;
    for joins in [false, true] {
        if joins {
            client.transport().join(group)?;
        }
        client.set_receive_capacity(LIMITS - 4)?;
        let cut = truncated(MptcpPm::new(&mut client).get_limits());
        assert_eq!(cut, (LIMITS, LIMITS - 4));
        client.set_receive_capacity(LIMITS)?;
        MptcpPm::new(&mut client).get_limits()?;
    }

    let mut events = MptcpPm::listen(&[MptcpPm::EVENTS])?;
    events.set_receive_capacity(CREATED - 8)?;
    let _first = mptcp::listen((IPV4[0], 0).into())?;
    assert_eq!(truncated(events.next()), (CREATED, CREATED - 8));
    events.set_receive_capacity(CREATED)?;
    let second = mptcp::listen((IPV4[0], 0).into())?;
    assert_eq!(next_port(&mut events)?, Some(second.local_addr()?.port()));
    Ok(())
}

/// Returns the port of the next listening socket, or `None` if no event arrives within a while.
fn next_port(events: &mut Listener<MptcpPmEvent>) -> Result<Option<u16>, genl::Error> {
    events.set_receive_timeout(Some(Duration::from_millis(200)))?;
    loop {
        match events.next() {
            Ok(Received::Event(MptcpPmEvent::ListenerCreated(event))) => {
                return Ok(event.local().map(|local| local.port()));
            }
            Ok(_) => {}
            Err(error) if matches!(error.kind(), ErrorKind::Timeout) => return Ok(None),
            Err(error) => return Err(error),
        }
    }
}

pub(crate) fn no_new_events_of_a_group_that_was_left() -> Outcome {
    let mut events = MptcpPm::listen(&[MptcpPm::EVENTS])?;
    let first = mptcp::listen((IPV4[0], 0).into())?;
    events.leave_group(MptcpPm::EVENTS)?;
    // This event had already arrived.
    assert_eq!(next_port(&mut events)?, Some(first.local_addr()?.port()));
    let _second = mptcp::listen((IPV4[0], 0).into())?;
    assert_eq!(next_port(&mut events)?, None);
    events.join_group(MptcpPm::EVENTS)?;
    let third = mptcp::listen((IPV4[0], 0).into())?;
    assert_eq!(next_port(&mut events)?, Some(third.local_addr()?.port()));
    Ok(())
}

pub(crate) fn losses_are_reported_unless_disabled() -> Outcome {
    let mut events = MptcpPm::listen(&[MptcpPm::EVENTS])?;
    events.set_receive_timeout(Some(Duration::from_millis(200)))?;
    events.set_receive_buffer_size(1)?;
    for told in [true, false, true] {
        events.set_overruns(told)?;
        let listening = (0..40).map(|_| mptcp::listen((IPV4[0], 0).into()));
        let listening = listening.collect::<Result<Vec<_>, _>>()?;
        let mut received = Vec::new();
        while let Some(next) = events.try_next()? {
            received.push(next);
        }
        let overruns = received.iter().filter(|next| **next == Received::Overrun);
        assert_eq!(overruns.count(), usize::from(told));
        assert!(received.len() < 40);
        drop(listening);
        while events.try_next()?.is_some() {}
    }
    Ok(())
}

/// Asks the kernel for the size of the receive buffer.
fn size(socket: &impl AsFd) -> Result<usize, Box<dyn Error>> {
    Ok(SockRef::from(socket).recv_buffer_size()?)
}

/// Returns the greatest size that `SO_RCVBUF` allows.
fn limit() -> Result<usize, Box<dyn Error>> {
    let socket = Client::open()?;
    SockRef::from(&socket).set_recv_buffer_size(HUGE)?;
    size(&socket)
}

pub(crate) fn receive_buffer_is_limited() -> Outcome {
    let mut events = MptcpPm::listen(&[MptcpPm::EVENTS])?;
    let smallest = events.set_receive_buffer_size(0)?;
    assert_eq!(smallest, size(&events)?);
    assert!((1..100_000).contains(&smallest), "{smallest}");
    assert_eq!(events.set_receive_buffer_size(100_000)?, 200_000);
    assert_eq!(size(&events)?, 200_000);
    let told = Transport::receive_buffer_size(events.transport());
    assert_eq!(told, 200_000);
    for bytes in [HUGE, usize::MAX] {
        assert_eq!(events.set_receive_buffer_size(bytes)?, limit()?);
        assert_eq!(size(&events)?, limit()?);
    }
    assert!(limit()? < HUGE);
    Ok(())
}

pub(crate) fn receive_buffer_of_an_administrator_is_not_limited() -> Outcome {
    let mut events = MptcpPm::listen(&[MptcpPm::EVENTS])?;
    assert!(limit()? < HUGE);
    assert_eq!(events.set_receive_buffer_size(HUGE)?, 2 * HUGE);
    assert_eq!(size(&events)?, 2 * HUGE);
    // A number that the kernel cannot express gives the greatest size.
    assert!(events.set_receive_buffer_size(usize::MAX)? > 2 * HUGE);
    Ok(())
}

pub(crate) fn descriptors_are_those_of_the_socket() -> Outcome {
    let mut client = Client::open()?;
    let raw = client.as_raw_fd();
    assert_eq!(client.as_fd().as_raw_fd(), raw);
    assert_eq!(client.transport().as_raw_fd(), raw);
    let events = Listener::<MptcpPmEvent>::join(client, &[MptcpPm::EVENTS])?;
    assert_eq!((events.as_raw_fd(), events.as_fd().as_raw_fd()), (raw, raw));
    // `AF_NETLINK`.
    let address = SockRef::from(&events).local_addr()?;
    assert_eq!(i32::from(address.family()), libc::AF_NETLINK);
    Ok(())
}
