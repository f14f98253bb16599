//! The system calls of genl as seen by `strace`, including calls that a signal interrupts.

use std::env;
use std::error::Error;
use std::io;
use std::process::{Command, ExitCode, Output, Termination};
use std::time::{Duration, Instant};

use genl::mptcp_pm::{MptcpPm, SetLimits};
use genl::{Client, ErrorKind, Received};
use genl_tests::mptcp;
use genl_tests::namespace::IPV4;

use crate::trouble::Watched;

type Outcome = Result<(), Box<dyn Error>>;

/// The environment variable that makes this binary run the traced program. It contains the number of operations of each kind.
const OPERATIONS: &str = "GENL_LIVE_TRACED";

/// Runs the traced program, in the namespaces of the test that started it.
pub(crate) fn traced() -> Option<ExitCode> {
    let operations = env::var(OPERATIONS).ok()?.parse().ok()?;
    Some(operate(operations).report())
}

fn operate(operations: u32) -> Outcome {
    let mut pm = MptcpPm::connect()?;
    let mut limits = SetLimits::default();
    for number in 0..operations {
        limits.subflows = Some(number % 8);
        pm.set_limits(&limits)?;
        assert_eq!(pm.get_limits()?.subflows, number % 8);
    }

    let mut client = Client::over(Watched::open()?)?;
    client.transport().loses = true;
    client.set_receive_timeout(Some(Duration::from_millis(50)))?;
    let start = Instant::now();
    let error = client.resolve(MptcpPm::FAMILY).expect_err("no answer");
    assert!(matches!(error.kind(), ErrorKind::Timeout), "{error}");
    assert!(start.elapsed() >= Duration::from_millis(50));

    let mut events = MptcpPm::listen(&[MptcpPm::EVENTS])?;
    let _listening = mptcp::listen((IPV4[0], 0).into())?;
    let event = events.next()?;
    assert!(matches!(event, Received::Event(_)), "{event:?}");
    Ok(())
}

/// Traces this number of operations. The output of `strace` is in the standard error.
fn trace(arguments: &[&str], operations: u32) -> Result<Output, Box<dyn Error>> {
    let mut command = Command::new("strace");
    command.args(arguments).arg(env::current_exe()?);
    let output = command.env(OPERATIONS, operations.to_string()).output()?;
    if output.status.success() {
        return Ok(output);
    }
    Err(io::Error::other(String::from_utf8_lossy(&output.stderr)).into())
}

/// Returns the number of system calls with this name, or of all if the name is empty.
fn calls(output: &Output, name: &str) -> usize {
    let trace = String::from_utf8_lossy(&output.stderr);
    let is_call = |line: &&str| line.starts_with(name) && line.contains(" = ");
    trace.lines().filter(is_call).count()
}

pub(crate) fn an_operation_is_two_system_calls() -> Outcome {
    let (none, many) = (trace(&[], 0)?, trace(&[], 250)?);
    for (name, expected) in [("sendto(", 500), ("recvfrom(", 500), ("", 1000)] {
        assert_eq!(calls(&many, name) - calls(&none, name), expected, "{name}");
    }
    Ok(())
}

/// Each call is interrupted once before it is carried out, as by a handler without `SA_RESTART`.
pub(crate) fn interrupted_calls_are_repeated() -> Outcome {
    let inject = "inject=sendto,recvfrom,ppoll,?poll:error=EINTR:when=1+2";
    let output = trace(&["-e", inject], 10)?;
    let trace = String::from_utf8_lossy(&output.stderr);
    for name in ["sendto(", "recvfrom(", ""] {
        let interrupted = |line: &&str| line.starts_with(name) && line.contains("EINTR");
        assert!(trace.lines().filter(interrupted).count() > 10, "{trace}");
    }
    assert!(
        trace
            .lines()
            .any(|line| line.contains("poll(") && line.contains("EINTR"))
    );
    Ok(())
}
