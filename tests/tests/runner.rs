//! The runner of live tests runs sample tests, and reports each of them correctly.

use std::env;
use std::io;
use std::process::{Command, ExitCode, Output};
use std::thread;
use std::time::Duration;

use genl_tests::live::{self, live_test};
use genl_tests::namespace;

/// The environment variable that makes this binary run the samples instead of the tests.
const SPECIMENS: &str = "GENL_LIVE_SPECIMENS";

fn main() -> ExitCode {
    if env::var_os(SPECIMENS).is_some() {
        return live::main(&[
            live_test!(specimen::passes),
            live_test!(specimen::panics),
            live_test!(specimen::returns_an_error),
            live_test!(specimen::hangs),
            live_test!(specimen::leaves_a_process_behind, needs = [IpTool]),
        ]);
    }
    live::main(&[
        live_test!(passing_tests_pass),
        live_test!(failing_tests_fail_with_their_output),
        live_test!(hanging_tests_are_killed_and_fail),
        live_test!(leftover_processes_do_not_block_the_run, needs = [IpTool]),
        live_test!(without_a_tool_tests_are_ignored_loudly),
        live_test!(without_namespaces_all_tests_are_ignored_loudly),
        live_test!(ignored_tests_fail_when_asked_for),
        live_test!(filtered_tests_are_not_mentioned),
    ])
}

mod specimen {
    use super::{Command, Duration, io, thread};

    pub(super) fn passes() {}

    pub(super) fn panics() {
        println!("said before the panic");
        panic!("the specimen's panic");
    }

    pub(super) fn returns_an_error() -> io::Result<()> {
        Err(io::Error::other("the specimen's error"))
    }

    pub(super) fn hangs() {
        println!("said before it hung");
        thread::sleep(Duration::from_secs(600));
    }

    pub(super) fn leaves_a_process_behind() -> io::Result<()> {
        // The process keeps the pipes of the test's output open.
        Command::new("ip").arg("monitor").spawn().map(drop)
    }
}

/// Runs the samples that match a filter.
fn specimens(
    filter: &str,
    change: impl FnOnce(&mut Command) -> &mut Command,
) -> io::Result<(Output, String)> {
    let mut command = Command::new(env::current_exe()?);
    command
        .arg(filter)
        .env(SPECIMENS, "1")
        .env("GENL_LIVE_TIMEOUT", "1")
        .env_remove("GENL_LIVE_TEST");
    let output = change(&mut command).output()?;
    let text = format!(
        "{}{}",
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr)
    );
    println!("{text}");
    Ok((output, text))
}

fn passing_tests_pass() -> io::Result<()> {
    let (output, text) = specimens("passes", |command| command)?;
    assert!(output.status.success());
    assert!(text.contains("1 passed; 0 failed; 0 ignored"));
    Ok(())
}

fn failing_tests_fail_with_their_output() -> io::Result<()> {
    for (name, said) in [
        ("panics", ["said before the panic", "the specimen's panic"]),
        ("error", ["exit status: 1", "the specimen's error"]),
    ] {
        let (output, text) = specimens(name, |command| command)?;
        assert_eq!(output.status.code(), Some(101));
        assert!(text.contains("0 passed; 1 failed; 0 ignored"));
        assert!(said.iter().all(|said| text.contains(said)));
    }
    Ok(())
}

fn hanging_tests_are_killed_and_fail() -> io::Result<()> {
    let (output, text) = specimens("hangs", |command| command)?;
    assert_eq!(output.status.code(), Some(101));
    assert!(text.contains("0 passed; 1 failed; 0 ignored"));
    assert!(text.contains("was killed after 1s") && text.contains("said before it hung"));
    Ok(())
}

fn leftover_processes_do_not_block_the_run() -> io::Result<()> {
    let (output, text) = specimens("leaves_a_process_behind", |command| command)?;
    assert!(output.status.success());
    assert!(text.contains("1 passed; 0 failed; 0 ignored"));
    Ok(())
}

fn without_a_tool_tests_are_ignored_loudly() -> io::Result<()> {
    let (output, text) = specimens("leaves_a_process_behind", |command| {
        command.env("PATH", "/nonexistent")
    })?;
    assert!(output.status.success());
    assert!(text.contains("0 passed; 0 failed; 1 ignored"));
    let loud = "IGNORED live test `specimen::leaves_a_process_behind`: no `ip mptcp`";
    assert!(
        text.lines()
            .any(|line| line.starts_with(loud) && line.contains("install iproute2"))
    );
    Ok(())
}

fn without_namespaces_all_tests_are_ignored_loudly() -> io::Result<()> {
    namespace::set_sysctl("user.max_user_namespaces", "0")?;
    let (output, text) = specimens("", |command| command)?;
    assert!(output.status.success());
    assert!(text.contains("0 passed; 0 failed; 5 ignored"));
    let loud = |line: &&str| {
        line.starts_with("IGNORED live test")
            && line.contains("sysctl -w user.max_user_namespaces=")
    };
    assert_eq!(text.lines().filter(loud).count(), 5);
    Ok(())
}

fn ignored_tests_fail_when_asked_for() -> io::Result<()> {
    namespace::set_sysctl("user.max_user_namespaces", "0")?;
    let (output, text) = specimens("passes", |command| command.arg("--include-ignored"))?;
    assert_eq!(output.status.code(), Some(101));
    assert!(text.contains("0 passed; 1 failed; 0 ignored"));
    Ok(())
}

fn filtered_tests_are_not_mentioned() -> io::Result<()> {
    let (output, text) = specimens("passes", |command| command.env("PATH", "/nonexistent"))?;
    assert!(output.status.success());
    assert!(!text.contains("IGNORED"));
    Ok(())
}
