//! Exit status, errors on standard error, closed pipes.

use std::fs::OpenOptions;
use std::os::fd::OwnedFd;
use std::os::unix::net::UnixStream;

use crate::{genl, run, text};

#[test]
fn wrong_usage_is_2() {
    for (arguments, first) in [
        (
            &["frobnicate"][..],
            "genl: unrecognized subcommand 'frobnicate'",
        ),
        (
            &["man", "frobnicate"],
            "genl: unknown subcommand `frobnicate`",
        ),
        (
            &["completions", "--json", "bash"],
            "genl: `completions` cannot print JSON",
        ),
        (
            &["completions", "cobol"],
            "genl: invalid value 'cobol' for '<SHELL>'",
        ),
    ] {
        let output = run(arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert_eq!(text(&output.stderr).lines().next(), Some(first));
        assert_eq!(text(&output.stdout), "");
    }
}

#[test]
fn what_cannot_be_written_is_a_failure() {
    let full = OpenOptions::new()
        .write(true)
        .open("/dev/full")
        .expect("Linux has /dev/full");
    let output = genl(["man"]).stdout(full).output().expect("genl starts");
    assert_eq!(output.status.code(), Some(1));
    let expected = "genl: cannot write the output: No space left on device (os error 28)\n";
    assert_eq!(text(&output.stderr), expected);
}

#[test]
fn a_closed_pipe_ends_the_command_in_silence() {
    for arguments in [&["man"][..], &["completions", "zsh"], &["--help"]] {
        let (writer, reader) = UnixStream::pair().expect("a pair of sockets");
        drop(reader);
        let mut genl = genl(arguments);
        let output = genl
            .stdout(OwnedFd::from(writer))
            .output()
            .expect("genl starts");
        assert_eq!(
            (output.status.code(), text(&output.stderr)),
            (Some(0), ""),
            "{arguments:?}"
        );
    }
}

#[test]
fn colours_are_for_terminals_and_for_those_who_ask() {
    let coloured = |arguments: &[&str]| {
        let output = run(arguments);
        output.stdout.contains(&0x1b) || output.stderr.contains(&0x1b)
    };
    for wrong in ["--help", "frobnicate"] {
        assert!(!coloured(&[wrong]));
        assert!(coloured(&[wrong, "--color", "always"]));
        assert!(coloured(&["--color=always", wrong]));
        assert!(!coloured(&["--color=never", wrong]));
    }
}
