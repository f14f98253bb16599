//! Runs the tests with one fault after the other.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::Outcome;

pub const FEATURES: &str = "genl/cli,genl/listeners,genl/namespaces,genl/pcap,genl/serde,genl/smol,genl/tokio,genl/tracing,genl/zerocopy";
const PACKAGES: [&str; 4] = ["genl", "genl-macros", "genl-families", "genl-tests"];

/// A program of tests.
#[derive(Debug)]
pub struct Program {
    /// The folder of its package, and its own name.
    name: String,
    path: PathBuf,
    folder: PathBuf,
    /// Those of the compiler, which tests of macros are linked with.
    libraries: PathBuf,
    took: Duration,
    /// The faults whose places it comes by.
    hits: BTreeSet<usize>,
}

/// What became of a fault.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    Caught,
    Timeout,
    /// No test fails.
    Missed,
    /// No test comes by its place.
    Unreached,
    Accepted,
    /// It does not compile.
    Unviable,
}

/// Cargo in the copy of the workspace, without the debug information that takes long to write.
pub fn cargo(tree: &Path) -> Command {
    let mut cargo = Command::new("cargo");
    for package in PACKAGES {
        let setting = format!("profile.dev.package.{package}.debug=false");
        cargo.args(["--config", &setting]);
    }
    cargo.current_dir(tree).env_remove("CARGO_TARGET_DIR");
    cargo
}

/// The messages of cargo and the compiler.
pub fn messages(output: &str) -> impl Iterator<Item = Value> {
    let lines = output.lines();
    lines.filter_map(|line| serde_json::from_str(line).ok())
}

/// Builds the programs of tests, and runs each without a fault. The fastest comes first.
pub fn programs(tree: &Path, skipped: &[String]) -> Outcome<Vec<Program>> {
    let mut cargo = cargo(tree);
    cargo.args(["test", "--no-run", "--message-format=json"]);
    cargo.args(PACKAGES.map(|package| format!("--package={package}")));
    let output = cargo.output()?;
    if !output.status.success() {
        return Err(String::from_utf8_lossy(&output.stderr).into());
    }
    let libraries = Command::new("rustc")
        .args(["--print", "target-libdir"])
        .output()?;
    let libraries = PathBuf::from(String::from_utf8(libraries.stdout)?.trim());
    let mut programs = Vec::new();
    for message in messages(&String::from_utf8(output.stdout)?) {
        let Some(mut program) = Program::of(&message, &libraries) else {
            continue;
        };
        if skipped.contains(&program.name) {
            continue;
        }
        if program.measure(tree)? {
            eprintln!("{}: {:.1} s", program.name, program.took.as_secs_f32());
            programs.push(program);
        } else {
            eprintln!("{} fails without a fault, and is left out", program.name);
        }
    }
    programs.sort_by_key(|program| program.took);
    Ok(programs)
}

impl Program {
    fn of(message: &Value, libraries: &Path) -> Option<Self> {
        let path = message["executable"].as_str()?;
        if message["profile"]["test"] != true {
            return None;
        }
        let folder = Path::new(message["manifest_path"].as_str()?).parent()?;
        let package = folder.file_name()?.to_string_lossy();
        Some(Self {
            name: format!("{package}/{}", message["target"]["name"].as_str()?),
            path: path.into(),
            folder: folder.to_owned(),
            libraries: libraries.to_owned(),
            took: Duration::ZERO,
            hits: BTreeSet::new(),
        })
    }

    fn command(&self) -> Command {
        let mut command = Command::new(&self.path);
        command.current_dir(&self.folder);
        command.env("CARGO_MANIFEST_DIR", &self.folder);
        command.env("LD_LIBRARY_PATH", &self.libraries);
        command.stdin(Stdio::null());
        command.stdout(Stdio::null()).stderr(Stdio::null());
        command
    }

    /// Runs it without a fault. Returns whether it passed.
    fn measure(&mut self, tree: &Path) -> Outcome<bool> {
        let hits = tree.join("hits");
        fs::write(&hits, "")?;
        let start = Instant::now();
        let status = self.command().env("GENL_HITS", &hits).status()?;
        self.took = start.elapsed();
        let numbers = fs::read_to_string(&hits)?;
        self.hits = numbers
            .lines()
            .filter_map(|line| line.parse().ok())
            .collect();
        Ok(status.success())
    }

    /// Runs it with a fault.
    fn run(&self, number: usize) -> Outcome<Fate> {
        let mut child = self
            .command()
            .env("GENL_FAULT", number.to_string())
            .spawn()?;
        let deadline = Instant::now() + self.took * 5 + Duration::from_secs(20);
        while Instant::now() < deadline {
            if let Some(status) = child.try_wait()? {
                return Ok(if status.success() {
                    Fate::Missed
                } else {
                    Fate::Caught
                });
            }
            sleep(Duration::from_millis(10));
        }
        child.kill()?;
        child.wait()?;
        Ok(Fate::Timeout)
    }
}

/// Runs the programs that come by a fault, until one catches it.
pub fn fate(programs: &[Program], number: usize) -> Outcome<Fate> {
    let mut fate = Fate::Unreached;
    for program in programs
        .iter()
        .filter(|program| program.hits.contains(&number))
    {
        fate = program.run(number)?;
        if fate != Fate::Missed {
            break;
        }
    }
    Ok(fate)
}
