//! Compares the clients with each other and with code by hand, on the running kernel, in one run:
//! `cargo bench -p genl-tests --bench clients-beside`.
//!
//! Only the ratios and the number of system calls matter. Absolute times mean nothing.

#[path = "operations/by_hand.rs"]
mod by_hand;

use std::env;
use std::error::Error;
use std::process::Command;
use std::time::Instant;

use by_hand::ByHand;
use genl::AsyncClient;
use genl::mptcp_pm::{MptcpPm, SetLimits};
use genl::transport::{Smol, Tokio};
use genl_tests::namespace;
use tokio::runtime::{Builder, Runtime};

type Outcome<T> = Result<T, Box<dyn Error>>;

/// The environment variable of a process that `strace` counts: the operation, and the number of repetitions.
const TRACED: &str = "GENL_BENCH_TRACED";

const OPERATIONS_A_ROUND: u32 = 200;

struct Clients {
    hand: ByHand,
    blocking: MptcpPm,
    one_thread: (Runtime, MptcpPm<AsyncClient<Tokio>>),
    several_threads: (Runtime, MptcpPm<AsyncClient<Tokio>>),
    smol: MptcpPm<AsyncClient<Smol>>,
}

/// Repeats an operation this many times.
type Benchmark = fn(&mut Clients, u32) -> Outcome<()>;

const BENCHMARKS: [(&str, Benchmark); 9] = [
    ("get by hand", |clients, count| {
        (0..count).try_for_each(|_| clients.hand.get_limits().map(drop))?;
        Ok(())
    }),
    ("get, blocking", |clients, count| {
        (0..count).try_for_each(|_| clients.blocking.get_limits().map(drop))?;
        Ok(())
    }),
    ("get, tokio, one thread", |clients, count| {
        let (runtime, pm) = &mut clients.one_thread;
        Ok(runtime.block_on(gets(pm, count))?)
    }),
    ("get, tokio, two threads", |clients, count| {
        let (runtime, pm) = &mut clients.several_threads;
        Ok(runtime.block_on(gets(pm, count))?)
    }),
    ("get, smol", |clients, count| {
        Ok(smol::block_on(gets(&mut clients.smol, count))?)
    }),
    ("set by hand", |clients, count| {
        (0..count).try_for_each(|_| clients.hand.set_limits(3, 5))?;
        Ok(())
    }),
    ("set, one by one", |clients, count| {
        (0..count).try_for_each(|_| clients.blocking.set_limits(&LIMITS))?;
        Ok(())
    }),
    ("set, batch", |clients, count| batch(clients, count, false)),
    ("set, batch, all acked", |clients, count| {
        batch(clients, count, true)
    }),
];

const LIMITS: SetLimits = SetLimits {
    rcv_add_addrs: Some(3),
    subflows: Some(5),
};

async fn gets<T: genl::transport::AsyncTransport>(
    pm: &mut MptcpPm<AsyncClient<T>>,
    count: u32,
) -> Result<(), genl::Error> {
    for _ in 0..count {
        pm.get_limits().await?;
    }
    Ok(())
}

fn batch(clients: &mut Clients, count: u32, acknowledge_all: bool) -> Outcome<()> {
    let mut batch = clients.blocking.channel().batch();
    if acknowledge_all {
        batch.acknowledge_all();
    }
    let sets: Vec<_> = (0..count)
        .map(|_| batch.call(&MptcpPm::SET_LIMITS, &LIMITS))
        .collect();
    let mut done = batch.send()?;
    sets.into_iter().try_for_each(|set| done.take(set))?;
    Ok(())
}

impl Clients {
    fn open() -> Outcome<Self> {
        let one_thread = Builder::new_current_thread().enable_all().build()?;
        let mut several_threads = Builder::new_multi_thread();
        let several_threads = several_threads.worker_threads(2).enable_all().build()?;
        let with_client = |runtime: Runtime| {
            let pm = runtime.block_on(MptcpPm::connect_tokio())?;
            Ok::<_, genl::Error>((runtime, pm))
        };
        Ok(Self {
            hand: ByHand::open()?,
            blocking: MptcpPm::connect()?,
            one_thread: with_client(one_thread)?,
            several_threads: with_client(several_threads)?,
            smol: smol::block_on(MptcpPm::connect_smol())?,
        })
    }
}

fn main() -> Outcome<()> {
    if let Ok(what) = env::var(TRACED) {
        let (which, count) = what.split_once(' ').ok_or("what is to be traced?")?;
        let mut clients = Clients::open()?;
        return BENCHMARKS[which.parse::<usize>()?].1(&mut clients, count.parse()?);
    }
    // `cargo test` only checks that it works.
    let rounds = if env::args().any(|argument| argument == "--bench") {
        1000
    } else {
        2
    };
    if let Err(unavailable) = namespace::enter().and_then(|()| namespace::mptcp_available()) {
        eprintln!("IGNORED benchmark of clients: {unavailable}");
        return Ok(());
    }
    let mut clients = Clients::open()?;
    let mut times = [const { Vec::new() }; BENCHMARKS.len()];
    for _ in 0..rounds {
        for ((_, benchmark), times) in BENCHMARKS.iter().zip(&mut times) {
            let start = Instant::now();
            benchmark(&mut clients, OPERATIONS_A_ROUND)?;
            times.push(start.elapsed().as_secs_f64() * 1e9 / f64::from(OPERATIONS_A_ROUND));
        }
    }
    println!(
        "median of {rounds} rounds; system calls on the socket of {OPERATIONS_A_ROUND} operations"
    );
    let mut hand = 1.0;
    for (index, ((name, _), times)) in BENCHMARKS.iter().zip(times).enumerate() {
        let time = median(times);
        if name.ends_with("by hand") {
            hand = time;
        }
        let calls = calls(index).map_or_else(|| "-".to_owned(), |calls| calls.to_string());
        println!("{name:24}{time:7.0} ns{:8.3}{calls:>8}", time / hand);
    }
    Ok(())
}

fn median(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times.get(times.len() / 2).copied().unwrap_or_default()
}

/// Returns the number of system calls in a round, or `None` without `strace`.
fn calls(benchmark: usize) -> Option<usize> {
    let count = |operations: u32| {
        let mut command = Command::new("strace");
        let of_sockets = ["-f", "-e", "trace=sendto,recvfrom,ppoll,getsockopt"];
        command.args(of_sockets).arg(env::current_exe().ok()?);
        command.env(TRACED, format!("{benchmark} {operations}"));
        let output = command.output().ok().filter(|it| it.status.success())?;
        let calls = String::from_utf8_lossy(&output.stderr);
        let is_of_them =
            |line: &&str| line.contains("send") || line.contains("recv") || line.contains("poll");
        Some(calls.lines().filter(is_of_them).count())
    };
    count(OPERATIONS_A_ROUND)?.checked_sub(count(0)?)
}
