//! The files in `/sys` of a network namespace.

use std::io;
use std::process::{Command, Stdio};

use crate::ip;

/// Reads a file such as `class/net/lo/ifindex`, or lists a directory, in the network namespace of the calling thread.
///
/// The mounted `/sys` shows the devices of the namespace in which it was mounted. So a command mounts another one, in a mount
/// namespace of its own.
pub fn read(path: &str) -> io::Result<String> {
    const SCRIPT: &str = r#"mount -t sysfs none /sys && if [ -d "/sys/$1" ]; then ls "/sys/$1"; else cat "/sys/$1"; fi"#;
    let output = Command::new("unshare")
        .args(["--mount", "sh", "-c", SCRIPT, "sh", path])
        .stdin(Stdio::null())
        .output();
    ip::printed(&format!("reading /sys/{path}"), output).map(|text| text.trim_end().to_owned())
}
