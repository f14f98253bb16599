//! The rest of an abandoned operation does not reach the next user of the socket.

use std::error::Error;
use std::io;
use std::net::{Ipv4Addr, TcpListener};
use std::time::{Duration, Instant};

use genl::mptcp_pm::{
    Address, Announce, DumpAddrs, EndpointReply, GetAddr, MptcpPm, MptcpPmEvent, SetLimits,
};
use genl::{Client, ErrorKind, Listener, Received, Transport};
use genl_tests::mptcp::{self, Connection};
use genl_tests::namespace::{IPV4, set_sysctl};

use crate::trouble::{Watched, path_manager};

type Outcome = Result<(), Box<dyn Error>>;

/// A timeout that is long enough for a test to notice it.
const TIMEOUT: Duration = Duration::from_secs(2);

/// 255 addresses on one connection, which the userspace path manager dumps in several datagrams.
struct Announced {
    token: u32,
    _connection: Connection,
}

impl Announced {
    fn new() -> Result<Self, Box<dyn Error>> {
        set_sysctl("net.mptcp.pm_type", "1")?;
        let mut events = MptcpPm::listen(&[MptcpPm::EVENTS])?;
        let connection = Connection::open((IPV4[0], 0).into())?;
        let token = loop {
            if let Received::Event(MptcpPmEvent::Established(event)) = events.next()? {
                break event.token;
            }
        };
        let mut pm = MptcpPm::connect()?;
        for id in 1..=255 {
            let addr = Address::from(address(id)).id(id).signal();
            pm.announce(&Announce { addr, token })?;
        }
        Ok(Self {
            token,
            _connection: connection,
        })
    }

    /// Reads one reply of the dump and drops the rest. Some replies have arrived by then and some have not.
    fn dump_one(&self, client: &mut Client<Watched>) -> Outcome {
        let mut pm = MptcpPm::new(client);
        let first = pm.dump_addrs(&DumpAddrs::of(self.token))?.next();
        first.ok_or("no reply")??;
        Ok(())
    }

    /// Returns whether a dump has every address.
    fn check_dump(&self, client: &mut Client<Watched>) -> Outcome {
        let mut pm = MptcpPm::new(client);
        let replies = pm.dump_addrs(&DumpAddrs::of(self.token))?;
        let mut ids = replies
            .map(|reply| reply.map(|reply| reply.addr.id))
            .collect::<Result<Vec<_>, _>>()?;
        ids.sort_unstable();
        assert_eq!(ids, (1..=255).map(Some).collect::<Vec<_>>());
        Ok(())
    }

    fn get(&self, client: &mut Client<Watched>, id: u8) -> Result<EndpointReply, genl::Error> {
        MptcpPm::new(client).get_addr(&GetAddr::by_id(id).of(self.token))
    }
}

fn address(id: u8) -> Ipv4Addr {
    Ipv4Addr::new(10, 50, 0, id)
}

/// The kernel fills datagrams up to the size of the largest receive buffer that was used.
const SMALL: usize = 4096;

fn client() -> Result<Client<Watched>, Box<dyn Error>> {
    Ok(over(Watched::open()?)?)
}

fn over(transport: Watched) -> Result<Client<Watched>, genl::Error> {
    let mut client = Client::over(transport)?;
    client.set_receive_capacity(SMALL)?;
    client.set_receive_timeout(Some(TIMEOUT))?;
    Ok(client)
}

/// The command of the dump's reply equals that of the event `closed`.
pub(crate) fn used_client_becomes_a_listener() -> Outcome {
    let announced = Announced::new()?;
    let mut used = client()?;
    announced.dump_one(&mut used)?;
    let mut events = Listener::<MptcpPmEvent, _>::join(used, &[MptcpPm::EVENTS])?;
    let received = events.try_next()?;
    assert!(received.is_none(), "{received:?}");
    let listening = mptcp::listen((IPV4[0], 0).into())?;
    events.set_receive_timeout(Some(TIMEOUT))?;
    let Received::Event(MptcpPmEvent::ListenerCreated(event)) = events.next()? else {
        panic!("an event of the listening socket");
    };
    assert_eq!(event.local(), Some(listening.local_addr()?));
    Ok(())
}

pub(crate) fn used_transport_returns_the_next_dump() -> Outcome {
    let announced = Announced::new()?;
    let mut used = client()?;
    announced.dump_one(&mut used)?;
    let mut next = over(used.into_transport())?;
    announced.check_dump(&mut next)?;
    assert_eq!(next.transport().calls.waits, 0);
    Ok(())
}

pub(crate) fn abandoned_dump_causes_no_wait() -> Outcome {
    let announced = Announced::new()?;
    let mut client = client()?;
    for id in [1, 128, 255] {
        announced.dump_one(&mut client)?;
        let reply = announced.get(&mut client, id)?;
        assert_eq!(reply.addr.ip(), Some(address(id).into()));
        announced.dump_one(&mut client)?;
        announced.check_dump(&mut client)?;
    }
    assert_eq!(client.transport().calls.waits, 0);
    Ok(())
}

/// Opens listening sockets. Each causes an event, and together more than the smallest receive buffer holds.
fn many_events() -> io::Result<Vec<TcpListener>> {
    (0..40)
        .map(|_| mptcp::listen((IPV4[0], 0).into()))
        .collect()
}

fn is_lost(error: &genl::Error) -> bool {
    matches!(error.kind(), ErrorKind::Io(error) if error.raw_os_error() == Some(libc::ENOBUFS))
}

/// The socket of the client has lost events. The next operation succeeds or reports the loss, and all later ones succeed.
pub(crate) fn lost_events_do_not_block_a_client() -> Outcome {
    let mut client = client()?;
    let (_, group) = path_manager(&mut client)?;
    client.transport().join(group)?;
    client.transport().inner.set_receive_buffer_size(1)?;
    let mut told = 0;
    let start = Instant::now();
    for round in 0..6 {
        let listening = many_events()?;
        let limits = SetLimits {
            rcv_add_addrs: Some(round),
            subflows: None,
        };
        let first = match round % 3 {
            0 => MptcpPm::new(&mut client).get_limits().map(drop),
            1 => MptcpPm::new(&mut client).set_limits(&limits),
            _ => MptcpPm::new(&mut client)
                .dump_addrs(&DumpAddrs::default())
                .and_then(|mut replies| replies.try_for_each(|reply| reply.map(drop))),
        };
        match first {
            Ok(()) => {}
            Err(error) => {
                assert!(is_lost(&error), "{error}");
                told += 1;
            }
        }
        MptcpPm::new(&mut client).set_limits(&limits)?;
        let limits = MptcpPm::new(&mut client).get_limits()?;
        assert_eq!(limits.rcv_add_addrs, round);
        drop(listening);
    }
    assert!(start.elapsed() < TIMEOUT, "{:?}", start.elapsed());
    assert!(told > 0, "the buffer holds more than was thought");
    Ok(())
}
