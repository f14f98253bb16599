use std::collections::{BTreeMap, BTreeSet};
use std::env;
use std::io;
use std::net::{IpAddr, TcpListener};
use std::process::{Command, ExitCode};

use super::{LiveTest, child, family};
use crate::namespace::{self, Unavailable};
use crate::{ip, mptcp, ss, sysfs};

/// Set for the child process that finds out what this machine has.
const PROBE: &str = "GENL_LIVE_PROBE";

/// What a live test needs from the machine it runs on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Need {
    /// Private user and network namespaces. Every live test needs them, without saying so.
    Namespaces,
    /// IPv6, switched on.
    Ipv6,
    /// MPTCP sockets, which bring the family `mptcp_pm` with them.
    Mptcp,
    /// An `ip` command that knows MPTCP.
    IpTool,
    /// An `ss` command that lists MPTCP sockets, and a kernel that lets it.
    SsTool,
    /// The `strace` command, and a kernel that lets it trace what it starts.
    Strace,
    /// The `ip` command and veth links, for [`Pair`](crate::namespace::Pair).
    Veth,
    /// The `ethtool` command, to compare with.
    EthtoolTool,
    /// The `tshark` command, to read captures with.
    Tshark,
    /// Mounting `/sys` for a network namespace, by [`sysfs`](crate::sysfs).
    Sysfs,
    /// The generic netlink family of this name.
    Family(&'static str),
    /// The generic netlink family of this name in the network namespace that the tests are started in: some families exist in
    /// the machine's first one alone.
    OutsideFamily(&'static str),
    /// `CAP_NET_ADMIN` in the initial user namespace, where the kernel asks for it by `GENL_ADMIN_PERM`. The test is given a
    /// network namespace alone then.
    Admin,
    /// To be started in the machine's first network namespace, where the kernel sends some events alone.
    FirstNamespace,
}

/// What is missing here, and why.
pub(super) type Missing = BTreeMap<Need, String>;

impl Need {
    /// Asked inside fresh namespaces.
    fn check(self) -> Result<(), Unavailable> {
        match self {
            // Asked for before.
            Self::Namespaces | Self::Admin | Self::FirstNamespace => Ok(()),
            Self::Family(name) => family::exists(name).map_err(|error| {
                Unavailable::new(
                    format!("no family `{name}`: {error}"),
                    "use a kernel built with it, and load its module as root",
                )
            }),
            // Asked for before a fresh one is entered.
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

/// Whether a tool is installed, from the package of its name.
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

/// All that these tests need.
fn of(tests: &[LiveTest]) -> BTreeSet<Need> {
    let needs = tests.iter().flat_map(|test| test.needs);
    needs.copied().chain([Need::Namespaces]).collect()
}

/// Finds out, in a child that does what a test would do, which needs of the tests this machine does not fulfil.
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

/// The child's half of [`missing`], in the child only.
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
            // One line whatever a tool may have printed.
            println!("{need:?}\t{}", unavailable.to_string().replace('\n', " "));
        }
    }
    Some(ExitCode::SUCCESS)
}
