// SPDX-License-Identifier: ((GPL-2.0 WITH Linux-syscall-note) OR BSD-3-Clause)
//! `tcp_metrics` (`tcp_metrics.yaml`), as `genl import` prints it.

#![allow(missing_docs)] // The specification says nothing of some.

use core::net::{Ipv4Addr, Ipv6Addr};

use genl::{AttributeSet, genl_family};

pub const TCP_FASTOPEN_COOKIE_MAX: usize = 16;

/// `TCP_METRICS_ATTR_*`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(pad = 13)]
pub struct TcpMetrics {
    #[attr(1)]
    pub addr_ipv4: Option<Ipv4Addr>,
    #[attr(2)]
    pub addr_ipv6: Option<Ipv6Addr>,
    #[attr(3)]
    pub age: Option<u64>,
    /// Unused.
    #[attr(4)]
    pub tw_tsval: Option<u32>,
    /// Unused.
    #[attr(5)]
    pub tw_ts_stamp: Option<i32>,
    #[attr(6, nest)]
    pub vals: Option<Metrics>,
    #[attr(7)]
    pub fopen_mss: Option<u16>,
    #[attr(8)]
    pub fopen_syn_drops: Option<u16>,
    #[attr(9)]
    pub fopen_syn_drop_ts: Option<u64>,
    #[attr(10, min_len = TCP_FASTOPEN_COOKIE_MAX)]
    pub fopen_cookie: Option<Vec<u8>>,
    #[attr(11)]
    pub saddr_ipv4: Option<Ipv4Addr>,
    #[attr(12)]
    pub saddr_ipv6: Option<Ipv6Addr>,
}

/// Attributes with metrics. Note that the values here do not match the `TCP_METRIC_*` defines in
/// the kernel, because kernel defines are off-by one (e.g. rtt is defined as enum 0, while netlink
/// carries attribute type 1).
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct Metrics {
    /// Round Trip Time (RTT), in msecs with 3 bits fractional (left-shift by 3 to get the msec
    /// value).
    #[attr(1)]
    pub rtt: Option<u32>,
    /// Round Trip Time VARiance (RTT), in msecs with 2 bits fractional (left-shift by 2 to get the
    /// msec value).
    #[attr(2)]
    pub rttvar: Option<u32>,
    /// Slow Start THRESHold.
    #[attr(3)]
    pub ssthresh: Option<u32>,
    /// Congestion Window.
    #[attr(4)]
    pub cwnd: Option<u32>,
    /// Reodering metric.
    #[attr(5)]
    pub reodering: Option<u32>,
    /// Round Trip Time (RTT), in usecs, with 3 bits fractional (left-shift by 3 to get the msec
    /// value).
    #[attr(6)]
    pub rtt_us: Option<u32>,
    /// Round Trip Time (RTT), in usecs, with 2 bits fractional (left-shift by 3 to get the msec
    /// value).
    #[attr(7)]
    pub rttvar_us: Option<u32>,
}

/// Request of `get` and `del`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = TcpMetrics)]
pub struct Sel {
    pub addr_ipv4: Option<Ipv4Addr>,
    pub addr_ipv6: Option<Ipv6Addr>,
    pub saddr_ipv4: Option<Ipv4Addr>,
    pub saddr_ipv6: Option<Ipv6Addr>,
}

/// Reply of `get`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = TcpMetrics)]
pub struct GetReply {
    pub addr_ipv4: Option<Ipv4Addr>,
    pub addr_ipv6: Option<Ipv6Addr>,
    pub saddr_ipv4: Option<Ipv4Addr>,
    pub saddr_ipv6: Option<Ipv6Addr>,
    pub age: Option<u64>,
    pub vals: Option<Metrics>,
    pub fopen_mss: Option<u16>,
    pub fopen_syn_drops: Option<u16>,
    pub fopen_syn_drop_ts: Option<u64>,
    pub fopen_cookie: Option<Vec<u8>>,
}

genl_family! {
    /// Management interface for TCP metrics.
    #[family(name = "tcp_metrics", version = 1)]
    pub trait TcpMetricsFamily {
        /// Retrieve metrics.
        #[op(1, lax)]
        fn get(request: Sel) -> GetReply;

        /// Retrieve metrics.
        #[op(1, dump, lax)]
        fn dump() -> GetReply;

        /// Delete metrics.
        #[op(2, lax, admin_perm)]
        fn del(request: Sel);
    }
}
