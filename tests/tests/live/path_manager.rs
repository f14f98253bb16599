//! The example of a path manager, on both sides of a pair that loses a link and gets it back.

use std::io::{self, Read, Write};
use std::net::{IpAddr, SocketAddr, TcpStream};
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use genl_tests::live::eventually;
use genl_tests::mptcp::{self, Connection};
use genl_tests::namespace::{NetworkNamespace, Pair, set_sysctl, sysctl};
use genl_tests::program::Program;
use genl_tests::{ip, ss};

use crate::lab::{Family, Outcome, both_families};
use crate::programs;

both_families! {
    keeps_a_transfer_alive
}

/// A stream of bytes that encode their position, at a rate that the machine can sustain.
#[derive(Default)]
struct Transfer {
    stop: AtomicBool,
    received: AtomicU64,
}

impl Transfer {
    const CHUNK: usize = 64 * 1024;

    fn send(&self, mut stream: TcpStream) -> io::Result<u64> {
        let mut sent: u64 = 0;
        while !self.stop.load(Ordering::Relaxed) {
            let chunk: Vec<u8> = (sent..).take(Self::CHUNK).map(Self::byte).collect();
            stream.write_all(&chunk)?;
            sent += Self::CHUNK as u64;
            thread::sleep(Duration::from_millis(2));
        }
        Ok(sent)
    }

    fn receive(&self, mut stream: TcpStream) -> io::Result<u64> {
        let mut chunk = vec![0; Self::CHUNK];
        let mut received: u64 = 0;
        loop {
            let length = stream.read(&mut chunk)?;
            if length == 0 {
                return Ok(received);
            }
            if let Some(at) = (0..length).find(|at| chunk[*at] != Self::byte(received + *at as u64))
            {
                let problem = format!("byte {} is another one", received + at as u64);
                return Err(io::Error::other(problem));
            }
            received += length as u64;
            self.received.store(received, Ordering::Relaxed);
        }
    }

    /// The period differs from any length of a segment or a mapping.
    fn byte(place: u64) -> u8 {
        (place % 251) as u8
    }
}

/// Returns the ends of the established subflows of a namespace: local address, remote address and port.
fn paths(namespace: &NetworkNamespace) -> Vec<(IpAddr, SocketAddr)> {
    let listed = namespace.run(ss::subflows).expect("ss");
    let established = listed.iter().filter(|it| it.text.starts_with("ESTAB"));
    established.map(|it| (it.local.ip(), it.peer)).collect()
}

/// One path manager on each side: the client's joins, the server's announces.
fn managers(pair: &Pair, family: Family, announced: SocketAddr) -> Result<[Program; 2], String> {
    for namespace in [&pair.a, &pair.b] {
        let settings = || {
            // The kernel gives up a dead subflow after about a second.
            set_sysctl("net.ipv4.tcp_retries2", "2")?;
            // Needed for IPv6 addresses with a port, and for IPv6 addresses that remain when their link is down.
            set_sysctl("net.ipv4.tcp_timestamps", "0")?;
            set_sysctl("net.ipv6.conf.all.keep_addr_on_down", "1")
        };
        namespace.run(settings).map_err(|error| error.to_string())?;
    }
    let start = |namespace: &NetworkNamespace, arguments: &[&str]| {
        let start = || programs::start("mptcp-path-manager", arguments);
        let started = namespace.run(|| start().map_err(|error| error.to_string()));
        eventually("it rules the namespace", || {
            namespace
                .run(|| sysctl("net.mptcp.pm_type"))
                .is_ok_and(|pm_type| pm_type == "1")
        });
        started
    };
    let [first, second] = family.a().map(|ip| ip.to_string());
    Ok([
        start(&pair.a, &[&first, &second])?,
        start(&pair.b, &["--announce", &announced.to_string()])?,
    ])
}

fn keeps_a_transfer_alive(family: Family) -> Outcome {
    let pair = Pair::new()?;
    let announced = SocketAddr::new(family.b()[1], 7001);
    let _managers = managers(&pair, family, announced)?;
    let listener = pair.b.run(|| mptcp::listen((family.b()[0], 0).into()))?;
    let server = listener.local_addr()?;
    let client = pair.a.run(|| mptcp::connect(server))?;
    let connection = Connection::accept(listener, client)?;
    let [a0, a1] = family.a();
    let mesh = [(a0, server), (a0, announced), (a1, server), (a1, announced)];
    let meshed = || mesh.iter().all(|path| paths(&pair.a).contains(path));
    patiently("every address is joined", &meshed);

    let transfer = Transfer::default();
    let goes_on = || {
        let before = transfer.received.load(Ordering::Relaxed);
        let more = || transfer.received.load(Ordering::Relaxed) > before + (1 << 20);
        patiently("bytes arrive", &more);
    };
    let link = |state| {
        pair.a
            .run(|| ip::run(&["link", "set", Pair::LINKS[0], state]))
    };
    let (sent, received) = thread::scope(|scope| {
        let receiving = scope.spawn(|| transfer.receive(connection.server));
        let sending = scope.spawn(|| transfer.send(connection.client));
        let run = || -> io::Result<()> {
            goes_on();
            link("down")?;
            patiently("the first subflow is given up", &|| {
                !paths(&pair.a).contains(&(a0, server))
            });
            goes_on();
            link("up")?;
            patiently("it is replaced, and all others", &meshed);
            goes_on();
            Ok(())
        };
        let done = catch_unwind(AssertUnwindSafe(run));
        transfer.stop.store(true, Ordering::Relaxed);
        let ended = (sending.join(), receiving.join());
        match done {
            Ok(done) => done.map(|()| ended),
            Err(panic) => resume_unwind(panic),
        }
    })?;
    let (sent, received) = (sent.expect("no panic")?, received.expect("no panic")?);
    assert_eq!(sent, received);
    Ok(())
}

/// The path manager tries once a second. The kernel repeats an unanswered join after one, three and seven seconds.
fn patiently(what: &str, reached: &dyn Fn() -> bool) {
    let deadline = Instant::now() + Duration::from_secs(20);
    while !reached() {
        assert!(Instant::now() < deadline, "not within 20 seconds: {what}");
        thread::sleep(Duration::from_millis(20));
    }
}
