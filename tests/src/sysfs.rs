//! `/sys` of a network namespace.

use std::io;
use std::process::{Command, Stdio};

use crate::ip;

/// Reads a file such as `class/net/lo/ifindex`, or lists a directory, in the calling thread's network namespace.
///
/// The `/sys` around us shows the devices of the namespace that it was mounted in, so a command mounts another one, in a
/// mount namespace that goes away with it.
pub fn read(path: &str) -> io::Result<String> {
    const SCRIPT: &str = r#"mount -t sysfs none /sys && if [ -d "/sys/$1" ]; then ls "/sys/$1"; else cat "/sys/$1"; fi"#;
    let output = Command::new("unshare")
        .args(["--mount", "sh", "-c", SCRIPT, "sh", path])
        .stdin(Stdio::null())
        .output();
    ip::printed(&format!("reading /sys/{path}"), output).map(|text| text.trim_end().to_owned())
}
