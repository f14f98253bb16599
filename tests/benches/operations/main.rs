//! Compares a get and a set through genl with the same by hand, on the running kernel, in one run:
//! `cargo bench -p genl-tests --bench operations`.
//!
//! Only the ratios and the number of system calls matter. Absolute times mean nothing.

mod by_hand;

use std::env;
use std::error::Error;
use std::hint::black_box;
use std::process::Command;
use std::time::Instant;

use by_hand::ByHand;
use genl::mptcp_pm::{MptcpPm, SetLimits};
use genl_tests::namespace;

type Outcome<T> = Result<T, Box<dyn Error>>;

/// The environment variable of a process that `strace` counts: the operation, and the number of repetitions.
const TRACED: &str = "GENL_BENCH_TRACED";

const OPERATIONS_A_ROUND: u32 = 200;

/// The two clients. The benchmarks have the names of the operations.
struct Clients {
    hand: ByHand,
    genl: MptcpPm,
}

type Benchmark = fn(&mut Clients) -> Outcome<()>;

/// The operations: the name, the function by hand, the function of genl.
const BENCHMARKS: [(&str, [Benchmark; 2]); 2] = [
    ("get-limits", [Clients::get_by_hand, Clients::get_by_genl]),
    ("set-limits", [Clients::set_by_hand, Clients::set_by_genl]),
];

impl Clients {
    fn open() -> Outcome<Self> {
        Ok(Self {
            hand: ByHand::open()?,
            genl: MptcpPm::connect()?,
        })
    }

    fn get_by_hand(&mut self) -> Outcome<()> {
        black_box(self.hand.get_limits()?);
        Ok(())
    }

    fn get_by_genl(&mut self) -> Outcome<()> {
        black_box(self.genl.get_limits()?);
        Ok(())
    }

    fn set_by_hand(&mut self) -> Outcome<()> {
        let [addresses, subflows] = black_box([3, 5]);
        Ok(self.hand.set_limits(addresses, subflows)?)
    }

    fn set_by_genl(&mut self) -> Outcome<()> {
        let [addresses, subflows] = black_box([3, 5]);
        self.genl.set_limits(&SetLimits {
            rcv_add_addrs: Some(addresses),
            subflows: Some(subflows),
        })?;
        Ok(())
    }

    /// Returns the nanoseconds of one operation.
    fn time(&mut self, benchmark: Benchmark) -> Outcome<f64> {
        let start = Instant::now();
        for _ in 0..OPERATIONS_A_ROUND {
            benchmark(self)?;
        }
        Ok(start.elapsed().as_secs_f64() * 1e9 / f64::from(OPERATIONS_A_ROUND))
    }
}

fn main() -> Outcome<()> {
    if let Ok(what) = env::var(TRACED) {
        return traced(&what);
    }
    // `cargo test` only checks that it works.
    let rounds = if env::args().any(|argument| argument == "--bench") {
        2000
    } else {
        2
    };
    if let Err(unavailable) = namespace::enter().and_then(|()| namespace::mptcp_available()) {
        eprintln!("IGNORED benchmark of operations: {unavailable}");
        return Ok(());
    }
    let mut clients = Clients::open()?;
    clients.set_by_hand()?;
    assert_eq!(clients.hand.get_limits()?, (3, 5));

    let mut times = [const { [Vec::new(), Vec::new()] }; BENCHMARKS.len()];
    for _ in 0..rounds {
        for ((_, pair), times) in BENCHMARKS.iter().zip(&mut times) {
            for (benchmark, times) in pair.iter().zip(times) {
                times.push(clients.time(*benchmark)?);
            }
        }
    }
    println!("median of {rounds} rounds; system calls of 1,000 operations");
    println!("operation     by hand     genl  ratio  calls by hand  genl");
    for (index, ((name, _), times)) in BENCHMARKS.iter().zip(times).enumerate() {
        let [hand, genl] = times.map(median);
        let calls = |which| calls(index, which).map_or_else(|| "-".to_owned(), |it| it.to_string());
        let (by_hand, by_genl) = (calls(0), calls(1));
        let ratio = genl / hand;
        println!("{name:10}{hand:8.0} ns{genl:6.0} ns{ratio:7.3}{by_hand:>15}{by_genl:>6}");
    }
    Ok(())
}

fn median(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times.get(times.len() / 2).copied().unwrap_or_default()
}

/// Returns the number of system calls of 1,000 operations, or `None` without `strace`.
fn calls(benchmark: usize, which: usize) -> Option<usize> {
    let count = |operations: u32| {
        let mut command = Command::new("strace");
        command.arg(env::current_exe().ok()?);
        command.env(TRACED, format!("{benchmark} {which} {operations}"));
        let output = command.output().ok().filter(|it| it.status.success())?;
        Some(String::from_utf8_lossy(&output.stderr).lines().count())
    };
    count(1000)?.checked_sub(count(0)?)
}

fn traced(what: &str) -> Outcome<()> {
    let what = what
        .split(' ')
        .map(str::parse)
        .collect::<Result<Vec<usize>, _>>()?;
    let [benchmark, which, operations] = what[..] else {
        return Err("what is to be traced?".into());
    };
    let mut clients = Clients::open()?;
    for _ in 0..operations {
        BENCHMARKS[benchmark].1[which](&mut clients)?;
    }
    Ok(())
}
