//! The examples that run until they are stopped.

use std::error::Error;
use std::io;
use std::net::TcpListener;
use std::process::Command;

use genl_tests::live::{LiveTest, live_test};
use genl_tests::mptcp::{self, Connection};
use genl_tests::namespace::IPV4;
use genl_tests::program::{self, Program};
use genl_tests::ss;
use nix::sched::{CloneFlags, unshare};
use nix::sys::signal::Signal;
use serde_json::Value;

use crate::lab::Outcome;
use crate::{example, programs};

pub(crate) const TESTS: &[LiveTest] = &[
    live_test!(example::runs_on_this_kernel, needs = [Mptcp]),
    live_test!(example::replays_where_namespaces_are_forbidden),
    live_test!(programs::monitor_prints_text, needs = [Mptcp, SsTool]),
    live_test!(programs::monitor_prints_json, needs = [Mptcp, SsTool]),
    live_test!(programs::monitors_print_the_same, needs = [Mptcp]),
    live_test!(
        programs::monitor_reports_overruns_in_order,
        needs = [Mptcp, SsTool]
    ),
    live_test!(programs::programs_end_on_signals, needs = [Mptcp]),
    live_test!(programs::programs_report_errors, needs = [Mptcp, SsTool]),
];

/// Starts an example.
pub(crate) fn start(name: &str, arguments: &[&str]) -> Result<Program, Box<dyn Error>> {
    Ok(Program::start(program::example(name), arguments)?)
}

/// Starts the monitor, and waits until it receives all events.
fn monitor(arguments: &[&str]) -> Result<Program, Box<dyn Error>> {
    let monitor = start("mptcp-monitor", arguments)?;
    assert_eq!(monitor.line(), "Waiting for events; Ctrl-C ends.");
    Ok(monitor)
}

pub(crate) fn monitor_prints_text() -> Outcome {
    let monitor = monitor(&[])?;
    let connection = Connection::open((IPV4[0], 0).into())?;
    let client = connection.client.local_addr()?;
    let server = connection.listener.local_addr()?;
    let lines: Vec<_> = (0..5).map(|_| monitor.line()).collect();
    assert_eq!(
        lines[0],
        format!("listening                        {server}")
    );
    let (there, back) = (
        format!("{client} -> {server}"),
        format!("{server} -> {client}"),
    );
    for (words, ends) in [
        ("created ", &there),
        ("created ", &back),
        ("established ", &there),
        ("established ", &back),
    ] {
        let told = |line: &&String| line.starts_with(words) && line.contains(ends);
        assert_eq!(lines.iter().filter(told).count(), 1, "{lines:#?}");
    }
    drop(connection);
    let mut last: Vec<_> = (0..3).map(|_| monitor.line()).collect();
    last.sort_unstable();
    assert!(last[0].starts_with("closed  ") && last[1].starts_with("closed  "));
    assert_eq!(
        last[2],
        format!("stopped listening                {server}")
    );
    Ok(())
}

pub(crate) fn monitors_print_the_same() -> Outcome {
    let monitor = monitor(&["--json"])?;
    let twin = start("mptcp-monitor-tokio", &["--json"])?;
    assert_eq!(twin.line(), "Waiting for events; Ctrl-C ends.");
    drop(Connection::open((IPV4[0], 0).into())?);
    // A socket listens, two ends are created, established and closed, and the socket stops listening.
    for _ in 0..8 {
        assert_eq!(monitor.line(), twin.line());
    }
    Ok(())
}

pub(crate) fn monitor_prints_json() -> Outcome {
    let monitor = monitor(&["--json"])?;
    let connection = Connection::open((IPV4[0], 0).into())?;
    let client = connection.client.local_addr()?.to_string();
    let mut tokens = Vec::new();
    while tokens.len() < 2 {
        let told: Value = serde_json::from_str(&monitor.line())?;
        if told["event"] == "established" {
            let server_side = told["server_side"] == true;
            let address = if server_side { "remote" } else { "local" };
            assert_eq!(told[address], client.as_str(), "{told}");
            assert_eq!(
                (&told["local_id"], &told["remote_id"]),
                (&0.into(), &0.into())
            );
            assert_eq!(told.get("error"), None, "{told}");
            tokens.push(told["token"].as_u64().ok_or("no token")?);
        }
    }
    tokens.sort_unstable();
    let listed = ss::connections()?;
    let mut listed: Vec<_> = listed
        .iter()
        .filter_map(|it| it.token)
        .map(u64::from)
        .collect();
    listed.sort_unstable();
    assert_eq!(tokens, listed);
    Ok(())
}

/// The monitor sleeps while 40 sockets start to listen, and its buffer holds two events.
pub(crate) fn monitor_reports_overruns_in_order() -> Outcome {
    let monitor = monitor(&["--json", "--buffer", "1"])?;
    monitor.signal(Signal::SIGSTOP)?;
    let listening: Vec<TcpListener> = (0..40)
        .map(|_| mptcp::listen((IPV4[0], 0).into()))
        .collect::<io::Result<_>>()?;
    monitor.signal(Signal::SIGCONT)?;
    let event = || -> Result<Value, serde_json::Error> { serde_json::from_str(&monitor.line()) };
    let mut before = 0;
    loop {
        let told = event()?;
        if told["event"] == "overrun" {
            break;
        }
        let expected = listening[before].local_addr()?.to_string();
        assert_eq!(told["local"], expected.as_str());
        before += 1;
    }
    assert!(before > 0, "what came before the loss is told before it");
    let late = mptcp::listen((IPV4[0], 0).into())?;
    assert_eq!(event()?["local"], late.local_addr()?.to_string().as_str());
    Ok(())
}

pub(crate) fn programs_end_on_signals() -> Outcome {
    for signal in [Signal::SIGINT, Signal::SIGTERM] {
        let manager = start("mptcp-path-manager", &["10.5.0.2"])?;
        assert!(manager.line().starts_with("Managing paths"));
        let twin = start("mptcp-monitor-tokio", &[])?;
        assert_eq!(twin.line(), "Waiting for events; Ctrl-C ends.");
        for mut program in [monitor(&[])?, twin, manager] {
            program.signal(signal)?;
            assert_eq!(program.end(), Some(0), "{signal}");
        }
    }
    Ok(())
}

pub(crate) fn programs_report_errors() -> Outcome {
    let ended = |name, arguments: &[&str]| -> Result<(Option<i32>, String), Box<dyn Error>> {
        let output = Command::new(program::example(name))
            .args(arguments)
            .output()?;
        let said = String::from_utf8([output.stdout, output.stderr].concat())?;
        assert!(!said.contains("panicked"), "{said}");
        Ok((output.status.code(), said))
    };
    for (name, wrong) in [
        ("mptcp", "--jsn"),
        ("mptcp-monitor", "--jsn"),
        ("mptcp-monitor-tokio", "--jsn"),
        ("mptcp-path-manager", "nonsense"),
    ] {
        let (code, said) = ended(name, &["--help"])?;
        let usage = format!("Usage: {name}");
        assert!(code == Some(0) && said.contains(&usage), "{said}");
        assert!(said.lines().all(|line| line.len() <= 80), "{said}");
        let (code, said) = ended(name, &[wrong])?;
        assert!(code == Some(2) && said.starts_with("error: "), "{said}");
        assert!(said.contains(wrong), "{said}");
    }
    // Without capabilities: in a user namespace inside of the one that owns the network namespace.
    unshare(CloneFlags::CLONE_NEWUSER)?;
    let (code, said) = ended("mptcp-monitor", &[])?;
    assert!(code == Some(1) && said.contains("CAP_NET_ADMIN"), "{said}");
    let (code, said) = ended("mptcp-path-manager", &["10.5.0.2"])?;
    assert!(code == Some(1) && said.contains("(EPERM)"), "{said}");
    Ok(())
}
