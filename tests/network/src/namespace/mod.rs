//! Private user and network namespaces, which an ordinary user can enter without any command.
//!
//! ```no_run
//! fn main() -> Result<(), genl_tests_network::namespace::Unavailable> {
//!     // Before any thread is started.
//!     genl_tests_network::namespace::enter()?;
//!     genl_tests_network::namespace::mptcp_available()?;
//!     // From here on, the process is root in a network namespace of its own.
//!     Ok(())
//! }
//! ```

mod pair;
mod rtnetlink;
mod unavailable;

use std::fs;
use std::io;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::thread;
use std::time::{Duration, Instant};

use nix::sched::{CloneFlags, unshare};
use nix::unistd::{getegid, geteuid};
use socket2::{Domain, Protocol, Socket, Type};

pub use pair::{NetworkNamespace, Pair};
use rtnetlink::{LOOPBACK, Rtnetlink};
pub use unavailable::Unavailable;

/// The IPv4 addresses that [`enter`] gives to `lo`.
pub const IPV4: [Ipv4Addr; 2] = [Ipv4Addr::new(10, 5, 0, 1), Ipv4Addr::new(10, 5, 0, 2)];

/// The IPv6 addresses that [`enter`] gives to `lo`, unless IPv6 is disabled.
pub const IPV6: [Ipv6Addr; 2] = [
    Ipv6Addr::new(0xfd05, 0, 0, 0, 0, 0, 0, 1),
    Ipv6Addr::new(0xfd05, 0, 0, 0, 0, 0, 0, 2),
];

/// Moves this process into a new user namespace and a new network namespace.
///
/// The process is root in the user namespace. In the network namespace, `lo` is up and has the addresses [`IPV4`] and
/// [`IPV6`]. The kernel requires a process without threads, so call this first in `main`. Both namespaces end with the process
/// and its children. Outside of them, the process keeps its user, and its open files remain open.
pub fn enter() -> Result<(), Unavailable> {
    // The ids must be read before: in the new namespace they are unknown until they are mapped.
    let (user, group) = (geteuid(), getegid());
    unshare(CloneFlags::CLONE_NEWUSER | CloneFlags::CLONE_NEWNET)
        .map_err(Unavailable::namespaces)?;
    map_to_root(user.as_raw(), group.as_raw())
        .map_err(|error| Unavailable::rights("mapping the user", &error))?;
    configure_loopback().map_err(|error| Unavailable::rights("setting up `lo`", &error))
}

/// Moves this process into a new network namespace as [`enter`] does, but keeps its user namespace.
///
/// Some operations need capabilities in the initial user namespace, which [`administers`] checks.
pub fn enter_network() -> Result<(), Unavailable> {
    unshare(CloneFlags::CLONE_NEWNET).map_err(Unavailable::namespaces)?;
    configure_loopback().map_err(|error| Unavailable::rights("setting up `lo`", &error))
}

/// Checks that this process is in the initial network namespace. The kernel sends some events only there.
pub fn is_first() -> Result<(), Unavailable> {
    // The kernel registers this file only for that namespace (`net/core/sysctl_net_core.c`).
    if sysctl("net.core.netdev_max_backlog").is_ok() {
        return Ok(());
    }
    Err(Unavailable::new(
        "not the initial network namespace",
        "run outside of a container and of `ip netns exec`",
    ))
}

/// Checks that this process has the network capabilities in the initial user namespace.
pub fn administers() -> Result<(), Unavailable> {
    // PROC_USER_INIT_INO, include/linux/proc_ns.h; CAP_NET_ADMIN and CAP_SYS_ADMIN.
    const INITIAL: &str = "user:[4026531837]";
    const RIGHTS: u64 = 1 << 12 | 1 << 21;
    let initial = fs::read_link("/proc/self/ns/user").is_ok_and(|link| link.as_os_str() == INITIAL);
    let status = read("/proc/self/status").unwrap_or_default();
    let mut lines = status.lines();
    let effective = lines.find_map(|line| line.strip_prefix("CapEff:"));
    let effective = effective.and_then(|hex| u64::from_str_radix(hex.trim(), 16).ok());
    if initial && effective.is_some_and(|effective| effective & RIGHTS == RIGHTS) {
        return Ok(());
    }
    Err(Unavailable::new(
        "no capabilities in the initial user namespace",
        "run as root, outside of a container",
    ))
}

/// Checks that MPTCP sockets can be opened in the current network namespace.
pub fn mptcp_available() -> Result<(), Unavailable> {
    match Socket::new(Domain::IPV4, Type::STREAM, Some(Protocol::MPTCP)) {
        Ok(_) => Ok(()),
        Err(error) => Err(Unavailable::mptcp(&error)),
    }
}

/// Reads a sysctl such as `net.mptcp.pm_type`. Those under `net` belong to the network namespace of the calling thread.
pub fn sysctl(name: &str) -> io::Result<String> {
    let value = read(&sysctl_path(name))?;
    Ok(value.trim_end().to_owned())
}

/// Sets a sysctl such as `net.mptcp.pm_type`. Those under `net` belong to the network namespace of the calling thread.
pub fn set_sysctl(name: &str, value: &str) -> io::Result<()> {
    write(&sysctl_path(name), value)
}

fn map_to_root(user: u32, group: u32) -> io::Result<()> {
    // An ordinary user may map a group only after setgroups was denied (user_namespaces(7)).
    write("/proc/self/setgroups", "deny")?;
    write("/proc/self/uid_map", &format!("0 {user} 1"))?;
    write("/proc/self/gid_map", &format!("0 {group} 1"))
}

fn configure_loopback() -> io::Result<()> {
    let mut rtnetlink = Rtnetlink::open()?;
    rtnetlink.set_up(LOOPBACK)?;
    for address in IPV4 {
        rtnetlink.add_address(LOOPBACK, IpAddr::V4(address))?;
    }
    if has_ipv6() {
        for address in IPV6 {
            rtnetlink.add_address(LOOPBACK, IpAddr::V6(address))?;
            wait_until_local(address)?;
        }
    }
    Ok(())
}

/// Returns whether new interfaces of this network namespace accept IPv6 addresses.
fn has_ipv6() -> bool {
    sysctl("net.ipv6.conf.default.disable_ipv6").is_ok_and(|disabled| disabled == "0")
}

/// Waits until the network namespace of the calling thread accepts packets for its new IPv6 address.
///
/// The kernel acknowledges the address shortly before it installs the local route, even without duplicate detection.
fn wait_until_local(address: Ipv6Addr) -> io::Result<()> {
    let deadline = Instant::now() + Duration::from_secs(2);
    let destination = format!("{:032x} 80 ", address.to_bits());
    loop {
        let routes = read("/proc/thread-self/net/ipv6_route")?;
        if routes
            .lines()
            .any(|route| route.starts_with(&destination) && is_local(route))
        {
            return Ok(());
        }
        if Instant::now() > deadline {
            return Err(io::Error::new(
                io::ErrorKind::TimedOut,
                format!("{address} does not become usable"),
            ));
        }
        thread::sleep(Duration::from_millis(1));
    }
}

/// Parses the flags: the ninth column of a line in `ipv6_route`.
fn is_local(route: &str) -> bool {
    const RTF_LOCAL: u32 = 0x8000_0000;
    let flags = route
        .split_whitespace()
        .nth(8)
        .and_then(|flags| u32::from_str_radix(flags, 16).ok());
    flags.is_some_and(|flags| flags & RTF_LOCAL != 0)
}

fn sysctl_path(name: &str) -> String {
    format!("/proc/sys/{}", name.replace('.', "/"))
}

fn read(path: &str) -> io::Result<String> {
    fs::read_to_string(path).map_err(|error| about(path, &error))
}

fn write(path: &str, value: &str) -> io::Result<()> {
    // `fs::write` is not used: these files must exist, and each accepts its value in a single write.
    let result = fs::OpenOptions::new().write(true).open(path);
    result
        .and_then(|mut file| io::Write::write_all(&mut file, value.as_bytes()))
        .map_err(|error| about(path, &error))
}

fn about(path: &str, error: &io::Error) -> io::Error {
    io::Error::new(error.kind(), format!("{path}: {error}"))
}
