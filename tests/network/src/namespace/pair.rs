use std::fs::File;
use std::io;
use std::net::{Ipv4Addr, Ipv6Addr};
use std::os::fd::AsRawFd;
use std::panic::resume_unwind;
use std::process;
use std::thread;

use nix::sched::{CloneFlags, setns, unshare};

use super::rtnetlink::{LOOPBACK, Rtnetlink};
use super::{has_ipv6, set_sysctl, wait_until_local};
use crate::command;

/// A further network namespace. It exists as long as this value, one of its sockets or one of its threads.
#[derive(Debug)]
pub struct NetworkNamespace {
    file: File,
}

impl NetworkNamespace {
    /// Creates a network namespace in which `lo` is up. Needs the capabilities that [`enter`](super::enter) gives.
    pub fn new() -> io::Result<Self> {
        // A thread can leave the network namespace of its process without affecting other threads.
        in_thread(|| {
            unshare(CloneFlags::CLONE_NEWNET)?;
            let file = File::open("/proc/thread-self/ns/net")?;
            Rtnetlink::open()?.set_up(LOOPBACK)?;
            Ok(Self { file })
        })
    }

    /// Runs a closure in a thread inside of this namespace, and returns its result.
    ///
    /// A socket stays in the namespace in which it was opened. So it can be opened here and used anywhere. Commands that the
    /// closure starts, and sysctls that it reads or sets, belong to this namespace too.
    ///
    /// # Panics
    ///
    /// Panics if the closure panics, and if the namespace cannot be entered.
    pub fn run<T: Send>(&self, run: impl FnOnce() -> T + Send) -> T {
        in_thread(|| {
            setns(&self.file, CloneFlags::CLONE_NEWNET)
                .expect("entering a network namespace of our own");
            run()
        })
    }

    /// Returns a path by which the commands of iproute2 find this namespace, as long as this value exists.
    pub fn path(&self) -> String {
        format!("/proc/{}/fd/{}", process::id(), self.file.as_raw_fd())
    }
}

/// Two network namespaces that are connected by two links.
///
/// | | `link1` | `link2` |
/// |---|---|---|
/// | `a` | 10.77.1.1/24, fd77:1::1/64 | 10.77.2.1/24, fd77:2::1/64 |
/// | `b` | 10.77.1.2/24, fd77:1::2/64 | 10.77.2.2/24, fd77:2::2/64 |
#[derive(Debug)]
pub struct Pair {
    /// The first side, usually that of the client.
    pub a: NetworkNamespace,
    /// The second side, usually that of the server.
    pub b: NetworkNamespace,
}

impl Pair {
    /// The names of the links. They are the same on both sides.
    pub const LINKS: [&'static str; 2] = ["link1", "link2"];

    /// The IPv4 addresses of side `a`, by link.
    pub const A_IPV4: [Ipv4Addr; 2] = [Ipv4Addr::new(10, 77, 1, 1), Ipv4Addr::new(10, 77, 2, 1)];
    /// The IPv4 addresses of side `b`, by link.
    pub const B_IPV4: [Ipv4Addr; 2] = [Ipv4Addr::new(10, 77, 1, 2), Ipv4Addr::new(10, 77, 2, 2)];
    /// The IPv6 addresses of side `a`, by link.
    pub const A_IPV6: [Ipv6Addr; 2] = [
        Ipv6Addr::new(0xfd77, 1, 0, 0, 0, 0, 0, 1),
        Ipv6Addr::new(0xfd77, 2, 0, 0, 0, 0, 0, 1),
    ];
    /// The IPv6 addresses of side `b`, by link.
    pub const B_IPV6: [Ipv6Addr; 2] = [
        Ipv6Addr::new(0xfd77, 1, 0, 0, 0, 0, 0, 2),
        Ipv6Addr::new(0xfd77, 2, 0, 0, 0, 0, 0, 2),
    ];

    /// Creates both namespaces and their links. Needs the capabilities that [`enter`](super::enter) gives, and the command
    /// `ip`.
    pub fn new() -> io::Result<Self> {
        let pair = Self {
            a: NetworkNamespace::new()?,
            b: NetworkNamespace::new()?,
        };
        let far = pair.b.path();
        pair.a.run(|| {
            command::batch(
                Self::LINKS
                    .map(|link| format!("link add {link} type veth peer name {link} netns {far}")),
            )
        })?;
        pair.b.run(|| configure(Self::B_IPV4, Self::B_IPV6))?;
        pair.a.run(|| configure(Self::A_IPV4, Self::A_IPV6))?;
        Ok(pair)
    }
}

/// Sets up the links of one side.
fn configure(ipv4: [Ipv4Addr; 2], ipv6: [Ipv6Addr; 2]) -> io::Result<()> {
    // A subflow may leave through one link with the address of the other. The reverse path filter would drop its packets.
    for interface in ["all", "default", Pair::LINKS[0], Pair::LINKS[1]] {
        set_sysctl(&format!("net.ipv4.conf.{interface}.rp_filter"), "0")?;
    }
    let has_ipv6 = has_ipv6();
    let mut commands = Vec::new();
    for (link, (ipv4, ipv6)) in Pair::LINKS.into_iter().zip(ipv4.into_iter().zip(ipv6)) {
        commands.push(format!("address add {ipv4}/24 dev {link}"));
        if has_ipv6 {
            commands.push(format!("address add {ipv6}/64 dev {link} nodad"));
        }
        commands.push(format!("link set {link} up"));
    }
    command::batch(commands)?;
    for address in ipv6.into_iter().filter(|_| has_ipv6) {
        wait_until_local(address)?;
    }
    Ok(())
}

/// Runs a closure in a new thread. Panics if the closure panics.
fn in_thread<T: Send>(run: impl FnOnce() -> T + Send) -> T {
    thread::scope(|scope| scope.spawn(run).join()).unwrap_or_else(|panic| resume_unwind(panic))
}
