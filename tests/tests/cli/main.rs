//! The command `genl`, as a user runs it.

mod decode;
mod help;
mod status;

use std::ffi::OsStr;
use std::process::{Command, Output};

use genl_tests::program;

/// The command with `arguments`, ready to run.
fn genl<A: AsRef<OsStr>>(arguments: impl IntoIterator<Item = A>) -> Command {
    let mut genl = Command::new(program::genl());
    genl.args(arguments).env_remove("NO_COLOR");
    genl
}

/// What the command printed, and how it ended.
fn run<A: AsRef<OsStr>>(arguments: impl IntoIterator<Item = A>) -> Output {
    genl(arguments).output().expect("genl starts")
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).expect("genl prints UTF-8")
}
