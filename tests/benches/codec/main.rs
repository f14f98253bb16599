//! Compares genl's codecs with codecs that are written by hand for speed. Both handle the same values and make the same checks of
//! lengths and texts, but the errors by hand contain no names. `cargo bench -p genl-tests --bench codec` prints one line per row.
//! Only the ratios matter. Options follow `--`:
//!
//! - a part of a name selects rows
//! - `--list` prints the names
//! - `--curves` shows with criterion how the time grows with attributes, nests and objects
//! - `--instructions` counts instructions under valgrind, and fails if genl needs more than `instructions.txt` allows; with
//!   `--bless` it rewrites that file
//! - `--once NAME genl|hand N` repeats one side of a row N times, for profilers

#![allow(clippy::inline_always)] // only by hand, where measurements showed that it helps

mod curves;
mod hand;
mod harness;
mod instructions;
mod rows;

use std::env;
use std::process::ExitCode;

use harness::Row;

fn main() -> ExitCode {
    let arguments: Vec<_> = env::args().skip(1).collect();
    let is_set = |flag: &str| arguments.iter().any(|argument| argument == flag);
    if let Some([_, name, side, times]) = after("--once", &arguments) {
        return once(name, side, times);
    }
    let filter = arguments.iter().find(|argument| !argument.starts_with('-'));
    let matches = |row: &Row| filter.is_none_or(|filter| row.name.contains(filter.as_str()));
    let mut rows = rows::all();
    rows.retain(matches);
    if is_set("--list") {
        for row in &rows {
            println!("{}", row.name);
        }
    } else if is_set("--counted") {
        rows.iter_mut().for_each(instructions::count);
    } else if is_set("--instructions") {
        return instructions::report(&rows, filter.map(String::as_str), is_set("--bless"));
    } else if is_set("--curves") {
        rows.extend(rows::more_points().into_iter().filter(matches));
        curves::measure(rows);
    } else if is_set("--bench") {
        table(&mut rows);
    }
    // `cargo test` only checks that both sides do the same. This was checked when the rows were created.
    ExitCode::SUCCESS
}

/// Returns the arguments that follow `flag`.
fn after<'a, const N: usize>(flag: &str, arguments: &'a [String]) -> Option<&'a [String; N]> {
    let place = arguments.iter().position(|argument| argument == flag)?;
    arguments[place..].first_chunk()
}

fn once(name: &str, side: &str, times: &str) -> ExitCode {
    let row = rows::all().into_iter().find(|row| row.name == name);
    let (Some(mut row), Ok(times)) = (row, times.parse()) else {
        eprintln!("no row `{name}`, or `{times}` is not a number");
        return ExitCode::FAILURE;
    };
    match side {
        "genl" => (row.genl)(times),
        "hand" => (row.hand)(times),
        _ => eprintln!("expected `genl` or `hand`, found `{side}`"),
    }
    ExitCode::SUCCESS
}

/// Prints the medians of alternating rounds, and the allocations of one repetition.
fn table(rows: &mut [Row]) {
    const ROUNDS: usize = 41;
    println!(
        "{:32}{:>14}{:>14}{:>8}  allocations",
        "", "genl", "hand", "ratio"
    );
    for row in rows {
        let [genl, hand] = row.time(ROUNDS);
        let [by_genl, by_hand] = row.allocations();
        let (name, ratio) = (&row.name, genl / hand);
        println!("{name:30}{genl:11.1} ns{hand:11.1} ns{ratio:8.2}  {by_genl}/{by_hand}");
    }
}
