// SPDX-License-Identifier: MIT OR Apache-2.0
//! `tcp_metrics` (`tcp_metrics.yaml`), as `genl import` prints it.

#![allow(missing_docs)] // The specification says nothing of some.

use core::net::{Ipv4Addr, Ipv6Addr};

use genl::{AttributeSet, genl_family};

/// What TCP remembers of a host. Of the four addresses one or two are there.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(pad = 13)]
pub struct TcpMetrics {
    /// The address of the host.
    #[attr(1)]
    pub addr_ipv4: Option<Ipv4Addr>,
    /// The address of the host.
    #[attr(2)]
    pub addr_ipv6: Option<Ipv6Addr>,
    /// How long ago it was updated, in milliseconds.
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
    /// TCP Fast Open: how long ago the last one was lost, in milliseconds.
    #[attr(9)]
    pub fopen_syn_drop_ts: Option<u64>,
    /// TCP Fast Open: the cookie, usually of 8 bytes. The YAML has `min-len` where the kernel means
    /// the most.
    #[attr(10, max_len = 16)]
    pub fopen_cookie: Option<Vec<u8>>,
    /// The address of this side.
    #[attr(11)]
    pub saddr_ipv4: Option<Ipv4Addr>,
    /// The address of this side.
    #[attr(12)]
    pub saddr_ipv6: Option<Ipv6Addr>,
}

/// Metrics. Their numbers are one higher than those of the kernel's `TCP_METRIC_*`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct Metrics {
    /// The round trip time, in eighths of a millisecond.
    #[attr(1)]
    pub rtt: Option<u32>,
    /// How the round trip time varies, in quarters of a millisecond.
    #[attr(2)]
    pub rttvar: Option<u32>,
    /// The slow start threshold, in segments.
    #[attr(3)]
    pub ssthresh: Option<u32>,
    /// The congestion window, in segments.
    #[attr(4)]
    pub cwnd: Option<u32>,
    /// How many segments may come out of order.
    #[attr(5)]
    pub reodering: Option<u32>,
    /// The round trip time, in eighths of a microsecond.
    #[attr(6)]
    pub rtt_us: Option<u32>,
    /// How the round trip time varies, in quarters of a microsecond.
    #[attr(7)]
    pub rttvar_us: Option<u32>,
}

/// Request of `get`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = TcpMetrics)]
pub struct GetRequest {
    pub addr_ipv4: Option<Ipv4Addr>,
    pub addr_ipv6: Option<Ipv6Addr>,
    pub saddr_ipv4: Option<Ipv4Addr>,
    pub saddr_ipv6: Option<Ipv6Addr>,
}

/// Request of `del`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = TcpMetrics)]
pub struct DelRequest {
    pub addr_ipv4: Option<Ipv4Addr>,
    pub addr_ipv6: Option<Ipv6Addr>,
    pub saddr_ipv4: Option<Ipv4Addr>,
    pub saddr_ipv6: Option<Ipv6Addr>,
}

genl_family! {
    /// What TCP remembers of the hosts it talked to.
    #[family(name = "tcp_metrics", version = 1)]
    pub trait TcpMetricsFamily {
        /// What is remembered of one host. `ESRCH`: nothing.
        #[op(1, lax)]
        fn get(request: GetRequest) -> TcpMetrics;

        /// What is remembered of one host. `ESRCH`: nothing.
        #[op(1, dump, lax)]
        fn dump() -> TcpMetrics;

        /// Forgets one host, or all if none is named.
        #[op(2, lax, admin_perm)]
        fn del(request: DelRequest);
    }
}
