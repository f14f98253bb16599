//! The known differences between these families, or those of genl, and Linux 6.18: what [`genl::check()`] reports, and the reason.

use genl::check::Exception;

const fn known(
    operation: &'static str,
    path: &'static str,
    kernel: &'static str,
    why: &'static str,
) -> Exception {
    Exception::new(operation, path, kernel, why)
}

const ANY_U32: &str = "u32, 0 to 4294967295";

const UNREAD: &str = "the kernel accepts it and does not read it";
const NEWER: &str = "the YAML is newer than Linux 6.18";
const OFF: &str = "a kernel without CONFIG_PAGE_POOL_STATS";
const BASIC: &str = "of these operations only linkstate and tsinfo can ask for statistics";
const NO_PHY: &str = "of these operations only strset can be about a PHY";
const REPLIED: &str = "the YAML has it in the request, too; the kernel only sends it";
const SIGNED: &str = "an `int` of the kernel, which is below zero for what is that cold";

/// Differences of `nlctrl`.
pub const NLCTRL: &[Exception] = &[];

/// Differences of `mptcp_pm`.
pub const MPTCP_PM: &[Exception] = &[
    known("flush-addrs", "1", "nested", UNREAD),
    known("get-limits", "2", ANY_U32, UNREAD),
    known("get-limits", "3", ANY_U32, UNREAD),
];

/// Differences of `netdev`.
pub const NETDEV: &[Exception] = &[
    known("page-pool-dump", "", "nothing", NEWER),
    known("page-pool-stats-get", "", "nothing", OFF),
    known("page-pool-stats-dump", "", "nothing", OFF),
    known("bind-rx", "", "admin_perm", NEWER),
    known("bind-rx", "rx-page-size", "nothing", NEWER),
    known("napi-set", "threaded", "u32, 0 to 1", NEWER),
    known("queue-create", "", "nothing", NEWER),
];

/// Differences of `ethtool`, of which only a part is described.
pub const ETHTOOL: &[Exception] = &[
    known("*", "header.flags", "u32, bits of 0x3", BASIC),
    known("*", "header.phy-index", "nothing", NO_PHY),
    known("linkinfo-set", "tp-mdix", "nothing", REPLIED),
    known("linkinfo-set", "transceiver", "nothing", REPLIED),
    known("linkmodes-set", "peer", "nothing", REPLIED),
    known("linkmodes-set", "master-slave-state", "nothing", REPLIED),
    known("linkmodes-set", "rate-matching", "nothing", REPLIED),
    known("features-set", "hw", "nothing", REPLIED),
    known("features-set", "active", "nothing", REPLIED),
    known("features-set", "nochange", "nothing", REPLIED),
    known("rings-set", "rx-max", "nothing", REPLIED),
    known("rings-set", "rx-mini-max", "nothing", REPLIED),
    known("rings-set", "rx-jumbo-max", "nothing", REPLIED),
    known("rings-set", "tx-max", "nothing", REPLIED),
    known("rings-set", "tx-push-buf-len-max", "nothing", REPLIED),
    known("rings-set", "hds-thresh-max", "nothing", REPLIED),
    known("channels-set", "rx-max", "nothing", REPLIED),
    known("channels-set", "tx-max", "nothing", REPLIED),
    known("channels-set", "other-max", "nothing", REPLIED),
    known("channels-set", "combined-max", "nothing", REPLIED),
];

/// Differences of `tcp_metrics`.
pub const TCP_METRICS: &[Exception] = &[];

/// Differences of `SEG6`.
pub const SEG6: &[Exception] = &[known(
    "set-tunsrc",
    "dst",
    "binary, at most 16 bytes",
    "a shorter address would be read beyond its end, so that 16 bytes are all it can be",
)];

/// Differences of `IOAM6`.
pub const IOAM6: &[Exception] = &[];

/// Differences of `TASKSTATS`.
pub const TASKSTATS: &[Exception] = &[];

/// Differences of `thermal`.
pub const THERMAL: &[Exception] = &[
    known("", "tz-temp", ANY_U32, SIGNED),
    known("", "tz-trip-temp", ANY_U32, SIGNED),
    known("", "tz-trip-hyst", ANY_U32, SIGNED),
    known("*", "threshold-temp", ANY_U32, SIGNED),
    known(
        "",
        "cdev-name",
        "string, at most 20 bytes",
        "the kernel reads no name, and those it writes may be longer",
    ),
];
