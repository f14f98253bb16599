//! The main example, run as a user runs it.

use std::error::Error;
use std::process::Command;

use genl_tests::namespace::set_sysctl;
use genl_tests::program;

type Outcome = Result<(), Box<dyn Error>>;

/// Runs the example and returns its output.
fn run() -> Result<String, Box<dyn Error>> {
    let output = Command::new(program::example("mptcp")).output()?;
    let printed = String::from_utf8(output.stdout)?;
    assert!(
        output.status.success(),
        "{printed}{}",
        String::from_utf8_lossy(&output.stderr)
    );
    Ok(printed)
}

/// The parts of the output of every run.
fn assert_whole(printed: &str) {
    for (text, times) in [
        ("subflows beside the first: 8", 1),
        ("announced addresses accepted: 8", 1),
        ("10.5.0.2             -  subflow", 1),
        ("fd05::2              -  subflow", 1),
        ("listening  ", 1),
        ("created  ", 2),
        (" established  ", 4),
        ("subflow established  ", 2),
        ("closed  ", 2),
    ] {
        assert!(
            printed.matches(text).count() >= times,
            "{times} times {text:?} in\n{printed}"
        );
    }
}

pub(crate) fn runs_on_this_kernel() -> Outcome {
    let printed = run()?;
    assert!(printed.starts_with("On the running kernel"), "{printed}");
    assert!(!printed.contains("REPLAY"), "{printed}");
    assert_whole(&printed);
    Ok(())
}

pub(crate) fn replays_where_namespaces_are_forbidden() -> Outcome {
    set_sysctl("user.max_user_namespaces", "0")?;
    let printed = run()?;
    let why = printed.lines().next().unwrap_or_default();
    assert!(
        why.starts_with("Not on this kernel: ") && why.contains("user.max_user_namespaces"),
        "{why}"
    );
    assert!(printed.contains("REPLAY of bytes recorded"), "{printed}");
    assert_whole(&printed);
    Ok(())
}
