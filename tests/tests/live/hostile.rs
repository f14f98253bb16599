//! Other processes that send to our sockets: the kernel refuses unicast, and genl drops multicast.

use std::error::Error;
use std::time::{Duration, Instant};

use genl::mptcp_pm::{MptcpPm, MptcpPmEvent, SetLimits};
use genl::nlctrl::Nlctrl;
use genl::{Client, ErrorKind, Received, Transport};
use genl_tests::mptcp;
use genl_tests::namespace::IPV4;
use netlink_sys::protocols::NETLINK_GENERIC;
use netlink_sys::{Socket, SocketAddr};

use crate::trouble::{flood, forged, group_address, path_manager, port};

type Outcome = Result<(), Box<dyn Error>>;

const SLOWEST: Duration = Duration::from_secs(1);

/// `MPTCP_PM_ATTR_RCV_ADD_ADDRS` and `MPTCP_PM_ATTR_SUBFLOWS`, both 7: limits that nobody set.
const SEVEN: [u8; 16] = [8, 0, 2, 0, 7, 0, 0, 0, 8, 0, 3, 0, 7, 0, 0, 0];

/// `CTRL_ATTR_FAMILY_ID` and `CTRL_ATTR_FAMILY_NAME`.
fn family_attributes(id: u16) -> Vec<u8> {
    let id = id.to_ne_bytes();
    let mut attributes = vec![6, 0, 1, 0, id[0], id[1], 0, 0, 13, 0, 2, 0];
    attributes.extend(b"mptcp_pm\0\0\0\0");
    attributes
}

/// A forged answer of `get-limits`.
fn forged_limits(family: u16) -> Vec<u8> {
    forged(family, 6, &SEVEN)
}

pub(crate) fn unicast_is_refused_by_the_kernel() -> Outcome {
    let mut client = Client::open()?;
    let (family, group) = path_manager(&mut client)?;
    let mut events = MptcpPm::listen(&[MptcpPm::EVENTS])?;
    client.transport().join(group)?;

    let mut forger = Socket::new(NETLINK_GENERIC)?;
    forger.bind_auto()?;
    for port in [port(&client)?, port(&events)?] {
        let to = SocketAddr::new(port, 0);
        let refused = forger.send_to(&forged_limits(family), &to, libc::MSG_DONTWAIT);
        let refused = refused.expect_err("the socket takes from the kernel alone");
        assert_eq!(refused.raw_os_error(), Some(libc::ECONNREFUSED));
    }

    // Events, dumps and answers of the kernel still arrive on such a socket.
    let listening = mptcp::listen((IPV4[0], 0).into())?;
    let Received::Event(MptcpPmEvent::ListenerCreated(event)) = events.next()? else {
        panic!("an event of the listening socket");
    };
    assert_eq!(event.local(), Some(listening.local_addr()?));
    let mut names = Vec::new();
    for family in Nlctrl::new(&mut client).dump_families()? {
        names.push(family?.family_name);
    }
    assert!(names.contains(&"mptcp_pm".to_owned()), "{names:?}");
    assert_eq!(MptcpPm::new(&mut client).get_limits()?.rcv_add_addrs, 0);
    Ok(())
}

pub(crate) fn gets_during_a_flood_of_unicast() -> Outcome {
    let mut client = Client::open()?;
    let (family, _) = path_manager(&mut client)?;
    let to = SocketAddr::new(port(&client)?, 0);
    let flood = flood(to, forged_limits(family))?;
    let longest = all_right(&mut client, 20_000)?;
    let sent = flood.end();
    println!("longest of 20,000: {longest:?}; {sent:?}");
    assert!(sent.refused > 100 && sent.taken == 0, "{sent:?}");
    assert!(longest < SLOWEST, "{longest:?}");
    Ok(())
}

pub(crate) fn gets_during_a_flood_of_multicast() -> Outcome {
    let mut client = Client::open()?;
    let (family, group) = path_manager(&mut client)?;
    client.transport().join(group)?;
    let flood = flood(group_address(group), forged_limits(family))?;
    let begin = Instant::now();
    let (mut done, mut lost, mut longest) = (0, 0, Duration::ZERO);
    while done < 2_000 || begin.elapsed() < Duration::from_millis(200) {
        done += 1;
        let start = Instant::now();
        match MptcpPm::new(&mut client).get_limits() {
            Ok(limits) => assert_eq!((limits.rcv_add_addrs, limits.subflows), (0, 2)),
            Err(error) => {
                assert_eq!(error.raw_os_error(), Some(libc::ENOBUFS), "{error}");
                lost += 1;
            }
        }
        longest = longest.max(start.elapsed());
    }
    let sent = flood.end();
    println!("longest of {done}: {longest:?}; {lost} were lost; {sent:?}");
    assert!(sent.taken > 100, "{sent:?}");
    assert!(longest < SLOWEST, "{longest:?}");
    Ok(())
}

/// Gets the limits again and again, and returns the longest time that an answer took.
fn all_right(client: &mut Client, gets: usize) -> Result<Duration, genl::Error> {
    let mut pm = MptcpPm::new(client);
    pm.set_limits(&SetLimits {
        rcv_add_addrs: Some(3),
        subflows: Some(5),
    })?;
    let mut longest = Duration::ZERO;
    for _ in 0..gets {
        let start = Instant::now();
        let limits = pm.get_limits()?;
        longest = longest.max(start.elapsed());
        assert_eq!((limits.rcv_add_addrs, limits.subflows), (3, 5));
    }
    Ok(longest)
}

pub(crate) fn forged_events_are_dropped() -> Outcome {
    let mut events = MptcpPm::listen(&[MptcpPm::EVENTS])?;
    let (family, group) = path_manager(&mut Client::open()?)?;
    // The event `closed` with a token, and the controller's event that the family was unregistered.
    let closed = forged(family, 3, &[8, 0, 1, 0, 1, 2, 3, 4]);
    let gone = forged(16, 2, &family_attributes(family));
    let mut forger = Socket::new(NETLINK_GENERIC)?;
    forger.bind_auto()?;
    for (group, datagram) in [(group, &closed), (16, &gone)] {
        forger.send_to(datagram, &group_address(group), 0)?;
    }
    let listening = mptcp::listen((IPV4[0], 0).into())?;
    let Received::Event(MptcpPmEvent::ListenerCreated(event)) = events.next()? else {
        panic!("the kernel's event alone");
    };
    assert_eq!(event.local(), Some(listening.local_addr()?));

    // They are dropped too if they fill the socket, so that a loss is reported.
    events.set_receive_buffer_size(1)?;
    let flood = flood(group_address(group), closed)?;
    events.set_receive_timeout(Some(Duration::from_millis(100)))?;
    let (begin, mut told) = (Instant::now(), 0);
    while told < 5 && begin.elapsed() < Duration::from_secs(2) {
        match events.next() {
            Ok(Received::Overrun) => told += 1,
            Ok(Received::Event(event)) => panic!("{event:?}"),
            Err(error) => assert!(matches!(error.kind(), ErrorKind::Timeout), "{error}"),
        }
    }
    flood.end();
    assert!(told > 0);
    Ok(())
}
