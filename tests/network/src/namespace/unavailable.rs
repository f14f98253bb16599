use std::error::Error;
use std::fmt;
use std::fs;
use std::io;

use nix::errno::Errno;

/// Something that the kernel or the settings of this machine do not provide.
///
/// Its text is one line: what is missing, then how to enable it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unavailable {
    missing: String,
    remedy: String,
}

impl Unavailable {
    /// Creates the error: what is missing, and what the owner of the machine can do.
    pub fn new(missing: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self {
            missing: missing.into(),
            remedy: remedy.into(),
        }
    }

    /// Returns what is missing.
    pub fn missing(&self) -> &str {
        &self.missing
    }

    /// Returns how to enable it.
    pub fn remedy(&self) -> &str {
        &self.remedy
    }

    /// Creates the error of an `unshare` that refused new user and network namespaces.
    pub(super) fn namespaces(errno: Errno) -> Self {
        let why = match errno {
            // The text of `ENOSPC` would be about a full disk.
            Errno::ENOSPC | Errno::EUSERS => "the limit on their number is reached",
            _ => errno.desc(),
        };
        Self::new(
            format!("no user and network namespaces: {why}"),
            namespaces_remedy(errno),
        )
    }

    /// Creates the error of namespaces without the capabilities that belong to them.
    pub(super) fn rights(doing: &str, error: &io::Error) -> Self {
        let remedy = if setting("kernel/apparmor_restrict_unprivileged_userns")
            .is_some_and(|value| value != "0")
        {
            "run `sysctl -w kernel.apparmor_restrict_unprivileged_userns=0` as root".to_owned()
        } else {
            "a security module or a container restricts user namespaces; run outside of it"
                .to_owned()
        };
        Self::new(
            format!("no capabilities in a new user namespace: {doing}: {error}"),
            remedy,
        )
    }

    /// Creates the error of an MPTCP socket that the kernel refused.
    pub(super) fn mptcp(error: &io::Error) -> Self {
        let remedy = match error.raw_os_error().map(Errno::from_raw) {
            Some(Errno::ENOPROTOOPT) => "run `sysctl -w net.mptcp.enabled=1` as root",
            Some(Errno::EPROTONOSUPPORT | Errno::EINVAL) => {
                "use a kernel built with CONFIG_MPTCP=y (Linux 5.6 or newer)"
            }
            _ => "a security module or a container may forbid MPTCP sockets; run outside of it",
        };
        Self::new(format!("no MPTCP: {error}"), remedy)
    }
}

impl fmt::Display for Unavailable {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}; to enable: {}", self.missing, self.remedy)
    }
}

impl Error for Unavailable {}

fn namespaces_remedy(errno: Errno) -> String {
    // There is no file for a kind of namespace that is missing in the kernel.
    for (file, option) in [("user", "CONFIG_USER_NS"), ("net", "CONFIG_NET_NS")] {
        if fs::symlink_metadata(format!("/proc/self/ns/{file}")).is_err() {
            return format!("use a kernel built with {option}=y, and mount /proc");
        }
    }
    let threads = fs::read_dir("/proc/self/task").map_or(1, Iterator::count);
    if errno == Errno::EINVAL && threads > 1 {
        return format!("enter before the process starts threads (it has {threads})");
    }
    let switches = [
        ("user/max_user_namespaces", 10_000),
        ("user/max_net_namespaces", 10_000),
        ("kernel/unprivileged_userns_clone", 1),
    ];
    if let Some((path, value)) = switches
        .into_iter()
        .find(|(path, _)| setting(path).as_deref() == Some("0"))
    {
        return format!("run `sysctl -w {}={value}` as root", path.replace('/', "."));
    }
    match errno {
        // The limits of the outer user namespaces apply too, and cannot be read from inside.
        Errno::ENOSPC | Errno::EUSERS => {
            "raise `user.max_user_namespaces` and `user.max_net_namespaces` in the namespaces around this one".to_owned()
        }
        _ => "a security module or a container forbids it; run outside of it (docker: `--security-opt seccomp=unconfined`)".to_owned(),
    }
}

fn setting(path: &str) -> Option<String> {
    Some(
        fs::read_to_string(format!("/proc/sys/{path}"))
            .ok()?
            .trim()
            .to_owned(),
    )
}
