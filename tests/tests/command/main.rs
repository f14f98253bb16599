//! The command `genl` on the running kernel, in namespaces that the tests create themselves.

mod call;
mod list;
mod raw;
mod readme;
mod show;
mod trouble;
mod watch;

use std::error::Error;
use std::process::{Command, ExitCode, Output};

use genl_tests::live::{self, LiveTest, live_test};
use genl_tests::program::{self, Program};
use serde_json::Value;

type Outcome = Result<(), Box<dyn Error>>;

const TESTS: &[LiveTest] = &[
    live_test!(list::agrees_with_the_kernel, needs = [Mptcp]),
    live_test!(show::agrees_with_the_kernel, needs = [Mptcp]),
    live_test!(show::every_family_fits_a_terminal, needs = [Mptcp]),
    live_test!(show::policies_are_trees, needs = [Mptcp]),
    live_test!(
        show::operations_and_events_by_name_and_number,
        needs = [Mptcp]
    ),
    live_test!(call::adds_and_deletes_what_ip_sees, needs = [Mptcp, IpTool]),
    live_test!(call::requests_as_json, needs = [Mptcp]),
    live_test!(call::refusals_name_the_key, needs = [Mptcp]),
    live_test!(
        call::mistakes_are_reported_before_anything_is_sent,
        needs = [Mptcp]
    ),
    live_test!(call::long_dumps, needs = [Mptcp, IpTool]),
    live_test!(watch::sees_a_connection_come_up, needs = [Mptcp]),
    live_test!(watch::prints_json, needs = [Mptcp]),
    live_test!(watch::trees_and_bytes, needs = [Mptcp]),
    live_test!(
        watch::families_without_a_description,
        needs = [IpTool, Veth, Family("netdev")]
    ),
    live_test!(watch::overruns_are_reported_in_order, needs = [Mptcp]),
    live_test!(watch::ends_on_signals_and_limits, needs = [Mptcp]),
    live_test!(
        trouble::closed_pipes_end_the_command_silently,
        needs = [Mptcp]
    ),
    live_test!(trouble::without_privilege, needs = [Mptcp]),
    live_test!(trouble::unknown_names, needs = [Mptcp]),
    live_test!(trouble::check_agrees, needs = [Mptcp]),
    live_test!(readme::captures_are_true, needs = [Mptcp]),
];

fn main() -> ExitCode {
    if !live::is_test_process() {
        program::build();
    }
    live::main(TESTS)
}

/// Runs the command until it ends.
fn run(arguments: &[&str]) -> Result<Output, Box<dyn Error>> {
    let output = Command::new(program::genl()).args(arguments).output()?;
    let said = String::from_utf8(output.stderr.clone())?;
    assert!(!said.contains("panicked"), "{arguments:?}: {said}");
    Ok(output)
}

/// Returns the output of a successful run.
#[track_caller]
fn printed(arguments: &[&str]) -> Result<String, Box<dyn Error>> {
    let output = run(arguments)?;
    let said = String::from_utf8(output.stderr)?;
    assert_eq!(
        (output.status.code(), said.as_str()),
        (Some(0), ""),
        "{arguments:?}"
    );
    Ok(String::from_utf8(output.stdout)?)
}

/// Returns the output of a successful run as JSON.
#[track_caller]
fn json(arguments: &[&str]) -> Result<Value, Box<dyn Error>> {
    Ok(serde_json::from_str(&printed(
        &[arguments, &["--json"]].concat(),
    )?)?)
}

/// Returns the exit code and the error output of a failed run.
#[track_caller]
fn failure(arguments: &[&str]) -> Result<(Option<i32>, String), Box<dyn Error>> {
    let output = run(arguments)?;
    assert_eq!(String::from_utf8(output.stdout)?, "", "{arguments:?}");
    Ok((output.status.code(), String::from_utf8(output.stderr)?))
}

/// Starts to watch a family, and waits until it receives all events.
fn watch(arguments: &[&str]) -> Result<Program, Box<dyn Error>> {
    let program = Program::start(program::genl(), &[&["watch"], arguments].concat())?;
    let first = program.line();
    assert!(first.starts_with("genl: watching "), "{first}");
    Ok(program)
}
