//! Plants faults in genl and its macros, all of them in one build, and runs the tests with one after the other.
//!
//! `tests/README.md` tells how to run it, and what it found.

mod area;
mod exchange;
mod fault;
mod find;
mod plant;
mod run;
mod tree;

use std::collections::BTreeMap;
use std::error::Error;
use std::path::Path;
use std::process::ExitCode;
use std::{env, fs};

use area::AREAS;
use run::Fate;

type Outcome<T> = Result<T, Box<dyn Error>>;

/// The faults that no test can catch, each with its reason.
const ACCEPTED: &str = include_str!("../accepted.txt");

/// What the command line asks for.
struct Wanted {
    areas: Vec<String>,
    /// How many faults of each area.
    sample: usize,
    seed: u64,
    /// Programs of tests that are not run.
    skipped: Vec<String>,
    /// Whether the faults are only named.
    list: bool,
}

fn main() -> ExitCode {
    match wanted().and_then(|wanted| all(&wanted)) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::from(2)
        }
    }
}

fn wanted() -> Outcome<Wanted> {
    let mut wanted = Wanted {
        areas: Vec::new(),
        sample: 20,
        seed: 1,
        skipped: Vec::new(),
        list: false,
    };
    let mut arguments = env::args().skip(1);
    while let Some(argument) = arguments.next() {
        let mut value = || arguments.next().ok_or(format!("{argument} needs a value"));
        match argument.as_str() {
            "--sample" => wanted.sample = value()?.parse()?,
            "--seed" => wanted.seed = value()?.parse()?,
            "--list" => wanted.list = true,
            "--skip" => wanted.skipped.push(value()?),
            name if AREAS.iter().any(|area| area.name == name) => wanted.areas.push(argument),
            _ => {
                let names: Vec<_> = AREAS.iter().map(|area| area.name).collect();
                return Err(format!("unknown area `{argument}`: {}", names.join(", ")).into());
            }
        }
    }
    Ok(wanted)
}

/// Returns whether every fault was caught or is accepted.
fn all(wanted: &Wanted) -> Outcome<bool> {
    let root = fs::canonicalize(Path::new(env!("CARGO_MANIFEST_DIR")).join("../.."))?;
    let tree = root.join("target/mutants");
    let sources = tree::copy(&root, &tree)?;
    let mut faults = Vec::new();
    for area in AREAS {
        if wanted.areas.is_empty() || wanted.areas.iter().any(|name| *name == area.name) {
            let all = area.faults(&sources)?;
            eprintln!("{}: {} possible faults", area.name, all.len());
            faults.extend(area::sample(all, wanted.sample, wanted.seed));
        }
    }
    if wanted.list {
        for fault in &faults {
            println!("{fault}");
        }
        return Ok(true);
    }
    plant::build(&tree, &sources, &mut faults)?;
    let programs = run::programs(&tree, &wanted.skipped)?;
    let mut fates = BTreeMap::<_, Vec<Fate>>::new();
    for (index, fault) in faults.iter().enumerate() {
        let fate = if fault.is_viable {
            run::fate(&programs, index + 1)?
        } else {
            Fate::Unviable
        };
        let is_accepted = ACCEPTED.lines().any(|line| line == fault.to_string());
        if matches!(fate, Fate::Missed | Fate::Unreached) {
            let told = if is_accepted { "accepted" } else { "MISSED" };
            println!("{told}: {fault}  (line {}, {fate:?})", fault.line);
        }
        let fate = if is_accepted { Fate::Accepted } else { fate };
        fates.entry(fault.area).or_default().push(fate);
    }
    Ok(report(&fates))
}

/// Prints the counts of each area.
fn report(fates: &BTreeMap<&str, Vec<Fate>>) -> bool {
    println!("area: caught, timeouts, missed, not reached, accepted, unviable");
    for (area, fates) in fates {
        let count = |wanted| fates.iter().filter(|fate| **fate == wanted).count();
        let counts = [
            Fate::Caught,
            Fate::Timeout,
            Fate::Missed,
            Fate::Unreached,
            Fate::Accepted,
            Fate::Unviable,
        ];
        println!(
            "{area}: {}",
            counts.map(|fate| count(fate).to_string()).join(", ")
        );
    }
    let mut all = fates.values().flatten();
    !all.any(|fate| matches!(fate, Fate::Missed | Fate::Unreached))
}
