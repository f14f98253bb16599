use std::collections::{BTreeMap, BTreeSet};
use std::env;
use std::io;
use std::net::{IpAddr, TcpListener};
use std::process::{Command, ExitCode};

use super::{LiveTest, child, family};
use crate::namespace::{self, Unavailable};
use crate::{ip, mptcp, ss, sysfs};

/// The environment variable that lists the needs to check, in the child process that checks them.
const PROBE: &str = "GENL_LIVE_PROBE";

/// A requirement of a live test on the machine.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Need {
    /// Private user and network namespaces. Every live test needs them, without listing them.
    Namespaces,
    /// Enabled IPv6.
    Ipv6,
    /// MPTCP sockets and the family `mptcp_pm`.
    Mptcp,
    /// A command `ip` with MPTCP support.
    IpTool,
    /// A command `ss` that lists MPTCP sockets, and a kernel that supports it.
    SsTool,
    /// The command `strace`, and a kernel that allows tracing.
    Strace,
    /// The command `ip` and veth links, for [`Pair`](crate::namespace::Pair).
    Veth,
    /// The command `ethtool`, to compare with.
    EthtoolTool,
    /// The command `tshark`, to read captures.
    Tshark,
    /// The permission to mount `/sys` for a network namespace, for [`sysfs`](crate::sysfs).
    Sysfs,
    /// The generic netlink family with this name.
    Family(&'static str),
    /// The generic netlink family with this name, in the network namespace in which the tests were started. Some families
    /// exist only in the initial namespace.
    OutsideFamily(&'static str),
    /// `CAP_NET_ADMIN` in the initial user namespace, for operations with `GENL_ADMIN_PERM`. Such a test gets a network
    /// namespace, but no user namespace.
    Admin,
    /// The initial network namespace. The kernel sends some events only there.
    FirstNamespace,
}

/// The needs that this machine does not meet, and why.
pub(super) type Missing = BTreeMap<Need, String>;

impl Need {
    /// Checks the need, inside of new namespaces.
    fn check(self) -> Result<(), Unavailable> {
        match self {
            // These were checked before.
            Self::Namespaces | Self::Admin | Self::FirstNamespace => Ok(()),
            Self::Family(name) => family::exists(name).map_err(|error| {
                Unavailable::new(
                    format!("no family `{name}`: {error}"),
                    "use a kernel built with it, and load its module as root",
                )
            }),
            // This is checked before a new namespace is entered.
            Self::OutsideFamily(name) => family::exists(name).map_err(|error| {
                Unavailable::new(
                    format!("no family `{name}` in this network namespace: {error}"),
                    "use a kernel built with it, and run outside of a container and of `ip netns exec`",
                )
            }),
            Self::Ipv6 => TcpListener::bind((IpAddr::V6(namespace::IPV6[0]), 0))
                .map(drop)
                .map_err(|error| {
                    Unavailable::new(
                        format!("no IPv6: {error}"),
                        "boot without `ipv6.disable=1`, with CONFIG_IPV6",
                    )
                }),
            Self::Mptcp => namespace::mptcp_available(),
            Self::IpTool => ip::limits().map(drop).map_err(|error| {
                Unavailable::new(
                    format!("no `ip mptcp`: {error}"),
                    "install iproute2 5.8 or newer, on a kernel with MPTCP",
                )
            }),
            Self::SsTool => check_ss().map_err(|error| {
                let remedy =
                    "install iproute2 5.13 or newer, on a kernel with CONFIG_INET_MPTCP_DIAG";
                Unavailable::new(format!("no `ss -M`: {error}"), remedy)
            }),
            Self::EthtoolTool => has_tool("ethtool"),
            Self::Tshark => has_tool("tshark"),
            Self::Strace => {
                let output = Command::new("strace").args(["-qq", "true"]).output();
                ip::printed("strace", output).map(drop).map_err(|error| {
                    Unavailable::new(
                        format!("no strace: {error}"),
                        "install the package `strace`, and run where tracing is allowed",
                    )
                })
            }
            Self::Sysfs => sysfs::read("class/net/lo/ifindex")
                .map(drop)
                .map_err(|error| {
                    Unavailable::new(
                        format!("no /sys of its own: {error}"),
                        "install util-linux, and run where /sys is mounted in full",
                    )
                }),
            Self::Veth => ip::run(&["link", "add", "type", "veth"])
                .map(drop)
                .map_err(|error| {
                    Unavailable::new(
                        format!("no veth links: {error}"),
                        "install iproute2, on a kernel with CONFIG_VETH",
                    )
                }),
        }
    }
}

/// Checks that a tool is installed. Its package has the same name.
fn has_tool(name: &str) -> Result<(), Unavailable> {
    let command = format!("{name} --version");
    ip::printed(&command, Command::new(name).arg("--version").output())
        .map(drop)
        .map_err(|error| {
            Unavailable::new(
                format!("no {name}: {error}"),
                format!("install the package `{name}`"),
            )
        })
}

fn check_ss() -> io::Result<()> {
    let listener = mptcp::listen((namespace::IPV4[0], 0).into())?;
    let address = listener.local_addr()?;
    let shown = ss::connections()?
        .iter()
        .any(|socket| socket.local == address);
    shown
        .then_some(())
        .ok_or_else(|| io::Error::other("a listening MPTCP socket is not shown"))
}

/// Returns the needs of these tests.
fn of(tests: &[LiveTest]) -> BTreeSet<Need> {
    let needs = tests.iter().flat_map(|test| test.needs);
    needs.copied().chain([Need::Namespaces]).collect()
}

/// Returns the needs that this machine does not meet. Checks them in a child that does the same as a test.
pub(super) fn missing(tests: &[LiveTest]) -> Result<Missing, String> {
    let mut command = Command::new(env::current_exe().map_err(|error| error.to_string())?);
    command.env(PROBE, "1");
    let output = child::run(command, false)?;
    let needs = of(tests);
    let line = |line: &str| {
        let (need, why) = line.split_once('\t')?;
        let need = needs.iter().find(|known| format!("{known:?}") == need)?;
        Some((*need, why.to_owned()))
    };
    Ok(output.lines().filter_map(line).collect())
}

/// Checks the needs for [`missing`], in the child.
pub(super) fn answer(tests: &[LiveTest]) -> Option<ExitCode> {
    env::var_os(PROBE)?;
    let (admin, first) = (namespace::administers(), namespace::is_first());
    let families = of(tests).into_iter();
    let families = families.filter(|need| matches!(need, Need::OutsideFamily(_)));
    let outside: BTreeMap<_, _> = families.map(|need| (need, need.check())).collect();
    if let Err(unavailable) = namespace::enter() {
        println!("{:?}\t{unavailable}", Need::Namespaces);
        return Some(ExitCode::SUCCESS);
    }
    for need in of(tests) {
        let check = match need {
            Need::Admin => admin.clone(),
            Need::FirstNamespace => first.clone(),
            need => outside.get(&need).cloned().unwrap_or_else(|| need.check()),
        };
        if let Err(unavailable) = check {
            // A tool may have printed several lines.
            println!("{need:?}\t{}", unavailable.to_string().replace('\n', " "));
        }
    }
    Some(ExitCode::SUCCESS)
}
