//! Counting the instructions of each side. Unlike times, they do not depend on the load of the machine.
//!
//! One process runs all rows under callgrind, which dumps its counter each time [`counted`] returns.

use std::collections::BTreeMap;
use std::io;
use std::path::Path;
use std::process::{Command, ExitCode, Stdio};
use std::{env, fs};

use crate::harness::{Row, Side, uncounted};

const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/benches/instructions.txt");

/// The number of repetitions that are counted.
const TIMES: u32 = 16;

/// The allowed growth of the instructions of genl.
const ALLOWED: f64 = 0.03;

/// Makes long copies run in a loop. Valgrind counts one instruction that copies by itself once per byte.
const TUNABLES: &str =
    "glibc.cpu.x86_rep_movsb_threshold=0xffffffff:glibc.cpu.x86_rep_stosb_threshold=0xffffffff";

/// The instructions of genl and of the codec by hand.
type Counts = [u64; 2];

/// Runs the counted part, in the process under callgrind.
pub(crate) fn count(row: &mut Row) {
    for side in [&mut row.genl, &mut row.hand] {
        // Buffers grow in the first part, which is not counted.
        counted(side, 1);
        counted(side, TIMES);
    }
}

#[inline(never)]
fn counted(side: &mut Side, times: u32) {
    uncounted(side, times);
}

/// Prints the instructions of each row next to those of the file. Fails if genl needs more, unless the file is rewritten.
pub(crate) fn report(rows: &[Row], filter: Option<&str>, bless: bool) -> ExitCode {
    let counts = match measure(rows, filter) {
        Ok(counts) => counts,
        Err(error) => {
            eprintln!("valgrind does not count: {error}");
            return ExitCode::FAILURE;
        }
    };
    let (compiler, mut blessed) = read();
    let running = rustc();
    if compiler != running && !bless {
        println!("note: the file was written with {compiler}, and this is {running}");
    }
    let mut grown = Vec::new();
    println!(
        "{:30}{:>12}{:>12}{:>8}{:>10}",
        "", "genl", "hand", "ratio", "genl was"
    );
    for (row, counts) in rows.iter().zip(counts) {
        let before = blessed.insert(row.name.clone(), counts);
        let was = before.map_or_else(|| "new".to_owned(), |[genl, _]| genl.to_string());
        println!("{}{was:>10}", line(&row.name, counts));
        if let Some([before, _]) = before {
            let growth = ratio([counts[0], before]) - 1.0;
            if growth > ALLOWED {
                grown.push(format!("{}: {:+.1} %", row.name, growth * 100.0));
            }
        }
    }
    if bless {
        if filter.is_none() {
            blessed.retain(|name, _| rows.iter().any(|row| row.name == *name));
        }
        return write(&blessed, &running);
    }
    if grown.is_empty() {
        return ExitCode::SUCCESS;
    }
    println!(
        "\nGENL TAKES MORE INSTRUCTIONS THAN BEFORE:\n  {}",
        grown.join("\n  ")
    );
    println!("help: add `--bless` if that is meant");
    ExitCode::FAILURE
}

/// Runs the rows in a process under callgrind.
fn measure(rows: &[Row], filter: Option<&str>) -> io::Result<Vec<Counts>> {
    let directory = env::temp_dir().join(format!("genl-instructions-{}", std::process::id()));
    fs::create_dir_all(&directory)?;
    let status = Command::new("valgrind")
        .args(["--tool=callgrind", "--quiet"])
        .arg(format!(
            "--callgrind-out-file={}",
            directory.join("part").display()
        ))
        .arg("--dump-after=codec::instructions::counted")
        .env("GLIBC_TUNABLES", TUNABLES)
        .arg(env::current_exe()?)
        .arg("--counted")
        .args(filter)
        .stderr(Stdio::null())
        .status();
    let counts = status.map_err(missing).and_then(|status| {
        if !status.success() {
            return Err(io::Error::other(format!("it ended with {status}")));
        }
        let part = |index: usize| total(&directory.join(format!("part.{index}")));
        let both = |row| Ok([part(4 * row + 2)?, part(4 * row + 4)?]);
        (0..rows.len()).map(both).collect()
    });
    fs::remove_dir_all(&directory)?;
    counts
}

fn missing(error: io::Error) -> io::Error {
    if error.kind() == io::ErrorKind::NotFound {
        return io::Error::other("it is not installed\nhelp: run `apt-get install valgrind`");
    }
    error
}

/// Returns the instructions of one repetition from a dump.
fn total(part: &Path) -> io::Result<u64> {
    let text = fs::read_to_string(part)?;
    let totals = text.lines().find_map(|line| line.strip_prefix("totals: "));
    let total: Option<u64> = totals.and_then(|total| total.trim().parse().ok());
    let total = total.ok_or_else(|| io::Error::other("a dump has no total"))?;
    Ok(total / u64::from(TIMES))
}

/// Returns the compiler with which the file was written, and its rows.
fn read() -> (String, BTreeMap<String, Counts>) {
    let text = fs::read_to_string(FILE).unwrap_or_default();
    let mut lines = text.lines();
    let compiler = lines.next().unwrap_or_default();
    let row = |line: &str| {
        let (name, counts) = line.split_at_checked(30)?;
        let mut counts = counts.split_whitespace().map(str::parse);
        let counts = [counts.next()?.ok()?, counts.next()?.ok()?];
        Some((name.trim_end().to_owned(), counts))
    };
    (compiler.to_owned(), lines.filter_map(row).collect())
}

fn write(rows: &BTreeMap<String, Counts>, compiler: &str) -> ExitCode {
    let lines = rows.iter().map(|(name, counts)| line(name, *counts));
    let lines: Vec<_> = [compiler.to_owned()].into_iter().chain(lines).collect();
    match fs::write(FILE, lines.join("\n") + "\n") {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{FILE}: {error}");
            ExitCode::FAILURE
        }
    }
}

fn line(name: &str, counts: Counts) -> String {
    let ([genl, hand], ratio) = (counts, ratio(counts));
    format!("{name:30}{genl:12}{hand:12}{ratio:8.2}")
}

#[allow(clippy::cast_precision_loss)] // the numbers are far below 2^53
fn ratio([one, other]: Counts) -> f64 {
    one as f64 / other as f64
}

fn rustc() -> String {
    let output = Command::new("rustc").arg("-V").output();
    let version = output.map(|output| String::from_utf8_lossy(&output.stdout).trim().to_owned());
    version.unwrap_or_else(|_| "an unknown rustc".to_owned())
}
