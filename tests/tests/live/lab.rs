//! A pair of network namespaces with one connection between them, observed on both sides.

use std::error::Error;
use std::fmt::Debug;
use std::io;
use std::net::{IpAddr, SocketAddr, TcpListener};
use std::time::{Duration, Instant};

use genl::mptcp_pm::{DumpAddrs, EndpointReply, MptcpPm, MptcpPmEvent};
use genl::{ErrorKind, Listener, Received};
use genl_tests::mptcp::{self, Connection};
use genl_tests::namespace::{NetworkNamespace, Pair, set_sysctl};
use genl_tests::{ip, ss};

pub(crate) type Outcome = Result<(), Box<dyn Error>>;

/// The kernel sends events within milliseconds.
const LIMIT: Duration = Duration::from_secs(5);

/// After this time without an event, no more events are expected.
pub(crate) const QUIET: Duration = Duration::from_millis(300);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Family {
    V4,
    V6,
}

impl Family {
    /// Returns the addresses of side `a`, by link.
    pub(crate) fn a(self) -> [IpAddr; 2] {
        match self {
            Self::V4 => Pair::A_IPV4.map(IpAddr::from),
            Self::V6 => Pair::A_IPV6.map(IpAddr::from),
        }
    }

    /// Returns the addresses of side `b`, by link.
    pub(crate) fn b(self) -> [IpAddr; 2] {
        match self {
            Self::V4 => Pair::B_IPV4.map(IpAddr::from),
            Self::V6 => Pair::B_IPV6.map(IpAddr::from),
        }
    }
}

/// Creates modules `v4` and `v6` with these tests.
macro_rules! both_families {
    ($($test:ident)*) => {
        pub(crate) mod v4 {
            $(pub(crate) fn $test() -> $crate::lab::Outcome {
                super::$test($crate::lab::Family::V4)
            })*
        }
        pub(crate) mod v6 {
            $(pub(crate) fn $test() -> $crate::lab::Outcome {
                super::$test($crate::lab::Family::V6)
            })*
        }
    };
}
pub(crate) use both_families;

/// An address with its id.
type KnownAddress = (Option<IpAddr>, Option<u8>);

/// One side of a pair: its path manager and its events.
pub(crate) struct Side {
    pub(crate) pm: MptcpPm,
    pub(crate) events: Listener<MptcpPmEvent>,
    /// The token of the connection on this side, or 0 before there is a connection.
    pub(crate) token: u32,
}

impl Side {
    pub(crate) fn open(namespace: &NetworkNamespace) -> Result<Self, genl::Error> {
        namespace.run(|| {
            Ok(Self {
                pm: MptcpPm::connect()?,
                events: MptcpPm::listen(&[MptcpPm::EVENTS])?,
                token: 0,
            })
        })
    }

    /// Returns the first event in which `found` finds something. Skips those before it.
    #[track_caller]
    pub(crate) fn expect<T>(
        &mut self,
        what: &str,
        mut found: impl FnMut(MptcpPmEvent) -> Option<T>,
    ) -> T {
        let deadline = Instant::now() + LIMIT;
        let mut seen: Vec<Box<dyn Debug>> = Vec::new();
        while Instant::now() < deadline {
            for event in self.within(Duration::from_millis(50), 1) {
                seen.push(Box::new(event.clone()));
                if let Some(value) = found(event) {
                    return value;
                }
            }
        }
        panic!("no {what} among {seen:#?}");
    }

    /// Receives events until none arrives for a while.
    #[track_caller]
    pub(crate) fn until_quiet(&mut self) -> Vec<MptcpPmEvent> {
        self.within(QUIET, usize::MAX)
    }

    #[track_caller]
    fn within(&mut self, quiet: Duration, most: usize) -> Vec<MptcpPmEvent> {
        let timeout = self.events.set_receive_timeout(Some(quiet));
        timeout.expect("a timeout can be set");
        let mut seen = Vec::new();
        while seen.len() < most {
            match self.events.next() {
                Ok(Received::Event(event)) => seen.push(event),
                Ok(Received::Overrun) => panic!("events were lost behind {seen:#?}"),
                Err(error) if matches!(error.kind(), ErrorKind::Timeout) => break,
                Err(error) => panic!("{error}"),
            }
        }
        seen
    }

    /// Returns the addresses and ids of the connection under the userspace path manager.
    pub(crate) fn known(&mut self) -> Result<Vec<KnownAddress>, genl::Error> {
        let of_reply = |reply: EndpointReply| (reply.addr.ip(), reply.addr.id);
        let request = DumpAddrs::of(self.token);
        let replies = self.pm.dump_addrs(&request)?;
        replies.map(|reply| reply.map(of_reply)).collect()
    }
}

/// Enables the userspace path manager in the network namespace of the calling thread.
pub(crate) fn userspace() -> io::Result<()> {
    set_sysctl("net.mptcp.pm_type", "1")
}

/// Makes the in-kernel path manager accept everything that is offered.
pub(crate) fn accept_all() -> io::Result<()> {
    let limits = "mptcp limits set subflows 8 add_addr_accepted 8";
    ip::run(&limits.split(' ').collect::<Vec<_>>()).map(drop)
}

/// A connection from the first address of `a` to the first address of `b`.
pub(crate) struct Lab {
    pub(crate) pair: Pair,
    pub(crate) a: Side,
    pub(crate) b: Side,
    connection: Option<Connection>,
}

impl Lab {
    /// Creates the connection on a pair that `prepare` has set up. Most settings apply only to connections created after them.
    pub(crate) fn new(
        family: Family,
        prepare: impl FnOnce(&Pair) -> io::Result<()>,
    ) -> Result<Self, Box<dyn Error>> {
        let pair = Pair::new()?;
        prepare(&pair)?;
        let (a, b) = (Side::open(&pair.a)?, Side::open(&pair.b)?);
        let mut lab = Self {
            pair,
            a,
            b,
            connection: None,
        };
        lab.connect(family)?;
        Ok(lab)
    }

    /// Creates the usual connection: `a` has the userspace path manager, `b` the in-kernel one.
    pub(crate) fn userspace(family: Family) -> Result<Self, Box<dyn Error>> {
        Self::new(family, |pair| pair.a.run(userspace))
    }

    fn connect(&mut self, family: Family) -> Result<(), Box<dyn Error>> {
        let listener = self
            .pair
            .b
            .run(|| mptcp::listen((family.b()[0], 0).into()))?;
        let server = listener.local_addr()?;
        let client = self.pair.a.run(|| mptcp::connect(server))?;
        self.connection = Some(Connection::accept(listener, client)?);
        for side in [&mut self.a, &mut self.b] {
            side.token = side.expect("established connection", |event| match event {
                MptcpPmEvent::Established(event) => Some(event.token),
                _ => None,
            });
        }
        Ok(())
    }

    /// Returns the two ends of the first subflow: that of `a` and that of `b`.
    pub(crate) fn ends(&self) -> Result<(SocketAddr, SocketAddr), Box<dyn Error>> {
        let connection = self.connection.as_ref().ok_or("no connection")?;
        Ok((
            connection.client.local_addr()?,
            connection.listener.local_addr()?,
        ))
    }

    /// Closes the connection and the listener.
    pub(crate) fn close(&mut self) {
        self.connection = None;
    }

    /// Sends one byte in each direction.
    pub(crate) fn exchange(&mut self) -> Outcome {
        let connection = self.connection.as_mut().ok_or("no connection")?;
        Ok(connection.exchange()?)
    }

    /// Opens a listening MPTCP socket on side `a`, on any free port.
    pub(crate) fn listen_in_a(&self, address: IpAddr) -> Result<TcpListener, Box<dyn Error>> {
        Ok(self.pair.a.run(|| mptcp::listen((address, 0).into()))?)
    }

    /// Returns the subflows of side `a` as `ss` lists them.
    pub(crate) fn listed_in_a(&self) -> Vec<ss::Subflow> {
        self.pair.a.run(ss::subflows).expect("ss")
    }
}
