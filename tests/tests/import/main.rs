//! `genl import`, as a user runs it.
//!
//! The target `imported` compiles what is printed here.

mod corrections;
mod damaged;
mod faults;
mod printed;

use std::path::PathBuf;
use std::process::{Command, Output};

use genl_tests::program;

/// A file in the folder of the tests.
fn path(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("tests")
        .join(name)
}

/// Runs `genl import` beside the descriptions, so that messages have no folders.
fn import(arguments: &[&str]) -> Output {
    let mut genl = Command::new(program::genl());
    genl.current_dir(path("import/specs"))
        .arg("import")
        .args(arguments);
    genl.output().expect("genl starts")
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).expect("genl prints UTF-8")
}
