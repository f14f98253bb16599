//! The commands of iproute2.
//!
//! Every function acts in the calling thread's network namespace.

use std::io::{self, Write};
use std::process::{Command, Output, Stdio};

/// Runs `ip` with these arguments and returns what it printed.
///
/// A tool that fails is an error with what it said; one that is not installed is [`io::ErrorKind::NotFound`].
pub fn run(arguments: &[&str]) -> io::Result<String> {
    let output = Command::new("ip")
        .args(arguments)
        .stdin(Stdio::null())
        .output();
    printed(&format!("ip {}", arguments.join(" ")), output)
}

/// Runs many commands in one `ip` process, up to the first that fails. A command is a line without the leading `ip`.
pub fn batch(commands: impl IntoIterator<Item = String>) -> io::Result<()> {
    let mut ip = Command::new("ip");
    ip.args(["-batch", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    let output = ip.spawn().and_then(|mut child| {
        if let Some(mut stdin) = child.stdin.take() {
            for command in commands {
                writeln!(stdin, "{command}")?;
            }
        }
        child.wait_with_output()
    });
    printed("ip -batch", output).map(drop)
}

/// Returns what a tool printed. A tool that fails is an error with what it said.
pub fn printed(command: &str, output: io::Result<Output>) -> io::Result<String> {
    let output =
        output.map_err(|error| io::Error::new(error.kind(), format!("`{command}`: {error}")))?;
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr);
        return Err(io::Error::other(format!(
            "`{command}`: {}: {}",
            output.status,
            said.trim()
        )));
    }
    String::from_utf8(output.stdout).map_err(io::Error::other)
}
