//! `tcp_metrics`: the metrics that TCP keeps about hosts (`Documentation/netlink/specs/tcp_metrics.yaml`).

use core::net::{Ipv4Addr, Ipv6Addr};

use genl::{AttributeSet, genl_family};

/// The metrics of a host. One or two of the four addresses are present.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(pad = 13)]
pub struct TcpMetrics {
    /// The address of the host.
    #[attr(1)]
    pub addr_ipv4: Option<Ipv4Addr>,
    /// The address of the host.
    #[attr(2)]
    pub addr_ipv6: Option<Ipv6Addr>,
    /// The time since the last update, in milliseconds.
    #[attr(3)]
    pub age: Option<u64>,
    /// Not used.
    #[attr(4)]
    pub tw_tsval: Option<u32>,
    /// Not used.
    #[attr(5)]
    pub tw_ts_stamp: Option<i32>,
    /// The metrics.
    #[attr(6, nest)]
    pub vals: Option<Metrics>,
    /// TCP Fast Open: the peer's maximum segment size.
    #[attr(7)]
    pub fopen_mss: Option<u16>,
    /// TCP Fast Open: SYNs with data that were lost.
    #[attr(8)]
    pub fopen_syn_drops: Option<u16>,
    /// TCP Fast Open: the time since the last loss, in milliseconds.
    #[attr(9)]
    pub fopen_syn_drop_ts: Option<u64>,
    /// TCP Fast Open: the cookie, usually of 8 bytes. The YAML has `min-len`, but for the kernel it is the maximum.
    #[attr(10, max_len = 16)]
    pub fopen_cookie: Option<Vec<u8>>,
    /// The local address.
    #[attr(11)]
    pub saddr_ipv4: Option<Ipv4Addr>,
    /// The local address.
    #[attr(12)]
    pub saddr_ipv6: Option<Ipv6Addr>,
}

/// Metrics. Their numbers are one higher than those of the kernel's `TCP_METRIC_*`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct Metrics {
    /// The round trip time, in eighths of a millisecond.
    #[attr(1)]
    pub rtt: Option<u32>,
    /// The variation of the round trip time, in quarters of a millisecond.
    #[attr(2)]
    pub rttvar: Option<u32>,
    /// The slow start threshold, in segments.
    #[attr(3)]
    pub ssthresh: Option<u32>,
    /// The congestion window, in segments.
    #[attr(4)]
    pub cwnd: Option<u32>,
    /// The number of segments that may arrive out of order.
    #[attr(5)]
    pub reodering: Option<u32>,
    /// The round trip time, in eighths of a microsecond.
    #[attr(6)]
    pub rtt_us: Option<u32>,
    /// The variation of the round trip time, in quarters of a microsecond.
    #[attr(7)]
    pub rttvar_us: Option<u32>,
}

/// Selects metrics by the address of the host, by the local address, or by both.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = TcpMetrics)]
pub struct Select {
    /// The address of the host.
    pub addr_ipv4: Option<Ipv4Addr>,
    /// The address of the host.
    pub addr_ipv6: Option<Ipv6Addr>,
    /// The local address.
    pub saddr_ipv4: Option<Ipv4Addr>,
    /// The local address.
    pub saddr_ipv6: Option<Ipv6Addr>,
}

genl_family! {
    /// The metrics that TCP keeps about hosts.
    #[family(name = "tcp_metrics", version = 1)]
    pub trait TcpMetricsFamily {
        /// Returns the metrics of one host. Fails with `ESRCH` if there are none.
        #[op(1, lax)]
        fn get(request: Select) -> TcpMetrics;

        /// Returns the metrics of every host.
        #[op(1, dump, lax)]
        fn dump() -> TcpMetrics;

        /// Deletes the metrics of one host, or of all if the request is empty.
        #[op(2, lax, admin_perm)]
        fn del(request: Select);
    }
}
