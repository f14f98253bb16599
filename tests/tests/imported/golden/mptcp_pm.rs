// SPDX-License-Identifier: ((GPL-2.0 WITH Linux-syscall-note) OR BSD-3-Clause)
//! `mptcp_pm` (`mptcp_pm.yaml`), as `genl import` prints it.

#![allow(missing_docs)] // The specification says nothing of some.

use genl::{AttributeSet, Enumeration, genl_family};

/// Netlink MPTCP event types.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enumeration)]
#[repr(u32)]
pub enum EventType {
    /// Unused event.
    Unspec = 0,
    /// A new MPTCP connection has been created. It is the good time to allocate memory and send
    /// `ADD_ADDR` if needed. Depending on the traffic-patterns it can take a long time until the
    /// `MPTCP_EVENT_ESTABLISHED` is sent. Attributes: token, family, saddr4 | saddr6, daddr4 |
    /// daddr6, sport, dport, \[server-side\], \[flags\].
    Created = 1,
    /// A MPTCP connection is established (can start new subflows). Attributes: token, family,
    /// saddr4 | saddr6, daddr4 | daddr6, sport, dport, \[server-side\], \[flags\].
    Established = 2,
    /// A MPTCP connection has stopped. Attribute: token.
    Closed = 3,
    /// A new address has been announced by the peer. Attributes: token, `rem_id`, family, daddr4 |
    /// daddr6 \[, dport\].
    Announced = 6,
    /// An address has been lost by the peer. Attributes: token, `rem_id`.
    Removed = 7,
    /// A new subflow has been established. 'error' should not be set. Attributes: token, family,
    /// `loc_id`, `rem_id`, saddr4 | saddr6, daddr4 | daddr6, sport, dport, backup, if-idx \[,
    /// error\].
    SubEstablished = 10,
    /// A subflow has been closed. An error (copy of `sk_err`) could be set if an error has been
    /// detected for this subflow. Attributes: token, family, `loc_id`, `rem_id`, saddr4 | saddr6,
    /// daddr4 | daddr6, sport, dport, backup, if-idx \[, error\].
    SubClosed = 11,
    /// The priority of a subflow has changed. 'error' should not be set. Attributes: token, family,
    /// `loc_id`, `rem_id`, saddr4 | saddr6, daddr4 | daddr6, sport, dport, backup, if-idx \[,
    /// error\].
    SubPriority = 13,
    /// A new PM listener is created. Attributes: family, sport, saddr4 | saddr6.
    ListenerCreated = 15,
    /// A PM listener is closed. Attributes: family, sport, saddr4 | saddr6.
    ListenerClosed = 16,
    #[unknown]
    Other(u32),
}

/// `MPTCP_PM_ADDR_ATTR_*`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct Address {
    #[attr(1)]
    pub family: Option<u16>,
    #[attr(2)]
    pub id: Option<u8>,
    #[attr(3, big_endian)]
    pub addr4: Option<u32>,
    #[attr(4)]
    pub addr6: Option<[u8; 16]>,
    #[attr(5)]
    pub port: Option<u16>,
    #[attr(6)]
    pub flags: Option<u32>,
    #[attr(7)]
    pub if_idx: Option<i32>,
}

/// `MPTCP_SUBFLOW_ATTR_*`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(pad = 11)]
pub struct SubflowAttribute {
    #[attr(1)]
    pub token_rem: Option<u32>,
    #[attr(2)]
    pub token_loc: Option<u32>,
    #[attr(3)]
    pub relwrite_seq: Option<u32>,
    #[attr(4)]
    pub map_seq: Option<u64>,
    #[attr(5)]
    pub map_sfseq: Option<u32>,
    #[attr(6)]
    pub ssn_offset: Option<u32>,
    #[attr(7)]
    pub map_datalen: Option<u16>,
    #[attr(8)]
    pub flags: Option<u32>,
    #[attr(9)]
    pub id_rem: Option<u8>,
    #[attr(10)]
    pub id_loc: Option<u8>,
}

/// `MPTCP_PM_ENDPOINT_*`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct Endpoint {
    #[attr(1, nest)]
    pub addr: Option<Address>,
}

/// `MPTCP_PM_ATTR_*`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct Attr {
    #[attr(1, nest)]
    pub addr: Option<Address>,
    #[attr(2)]
    pub rcv_add_addrs: Option<u32>,
    #[attr(3)]
    pub subflows: Option<u32>,
    #[attr(4)]
    pub token: Option<u32>,
    #[attr(5)]
    pub loc_id: Option<u8>,
    #[attr(6, nest)]
    pub addr_remote: Option<Address>,
}

/// `MPTCP_ATTR_*`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct EventAttr {
    #[attr(1)]
    pub token: Option<u32>,
    #[attr(2)]
    pub family: Option<u16>,
    #[attr(3)]
    pub loc_id: Option<u8>,
    #[attr(4)]
    pub rem_id: Option<u8>,
    #[attr(5, big_endian)]
    pub saddr4: Option<u32>,
    #[attr(6, min_len = 16)]
    pub saddr6: Option<Vec<u8>>,
    #[attr(7, big_endian)]
    pub daddr4: Option<u32>,
    #[attr(8, min_len = 16)]
    pub daddr6: Option<Vec<u8>>,
    #[attr(9, big_endian)]
    pub sport: Option<u16>,
    #[attr(10, big_endian)]
    pub dport: Option<u16>,
    #[attr(11)]
    pub backup: Option<u8>,
    #[attr(12)]
    pub error: Option<u8>,
    #[attr(13)]
    pub flags: Option<u16>,
    #[attr(14)]
    pub timeout: Option<u32>,
    #[attr(15)]
    pub if_idx: Option<i32>,
    #[attr(16)]
    pub reset_reason: Option<u32>,
    #[attr(17)]
    pub reset_flags: Option<u32>,
    /// Deprecated: use 'flags'.
    #[attr(18)]
    pub server_side: Option<u8>,
}

/// Request of `get-addr`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Attr)]
pub struct GetAddr {
    pub addr: Option<Address>,
    pub token: Option<u32>,
}

/// Reply of `get-addr`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Attr)]
pub struct GetAddrReply {
    pub addr: Option<Address>,
}

/// Request of `set-limits`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Attr)]
pub struct SetLimits {
    pub rcv_add_addrs: Option<u32>,
    pub subflows: Option<u32>,
}

/// Request of `get-limits`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Attr)]
pub struct GetLimits {
    pub rcv_add_addrs: Option<u32>,
    pub subflows: Option<u32>,
}

/// Reply of `get-limits`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Attr)]
pub struct GetLimitsReply {
    pub rcv_add_addrs: Option<u32>,
    pub subflows: Option<u32>,
}

/// Request of `set-flags`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Attr)]
pub struct SetFlags {
    pub addr: Option<Address>,
    pub token: Option<u32>,
    pub addr_remote: Option<Address>,
}

/// Request of `announce`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Attr)]
pub struct AnnounceRequest {
    pub addr: Option<Address>,
    pub token: Option<u32>,
}

/// Request of `remove`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Attr)]
pub struct RemoveRequest {
    pub token: Option<u32>,
    pub loc_id: Option<u8>,
}

/// Request of `subflow-create` and `subflow-destroy`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Attr)]
pub struct SubflowCreate {
    pub addr: Option<Address>,
    pub token: Option<u32>,
    pub addr_remote: Option<Address>,
}

genl_family! {
    /// Multipath TCP.
    #[family(name = "mptcp_pm", version = 1)]
    pub trait MptcpPm {
        /// Add endpoint.
        #[op(1, lax, uns_admin_perm)]
        fn add_addr(request: Endpoint);

        /// Delete endpoint.
        #[op(2, lax, uns_admin_perm)]
        fn del_addr(request: Endpoint);

        /// Get endpoint information.
        #[op(3, lax)]
        fn get_addr(request: GetAddr) -> GetAddrReply;

        /// Get endpoint information.
        #[op(3, dump)]
        fn dump_addr() -> GetAddrReply;

        /// Flush addresses.
        #[op(4, lax, uns_admin_perm)]
        fn flush_addrs(request: Endpoint);

        /// Set protocol limits.
        #[op(5, lax, uns_admin_perm)]
        fn set_limits(request: SetLimits);

        /// Get protocol limits.
        #[op(6, lax)]
        fn get_limits(request: GetLimits) -> GetLimitsReply;

        /// Change endpoint flags.
        #[op(7, lax, uns_admin_perm)]
        fn set_flags(request: SetFlags);

        /// Announce new address.
        #[op(8, lax, uns_admin_perm)]
        fn announce(request: AnnounceRequest);

        /// Announce removal.
        #[op(9, lax, uns_admin_perm)]
        fn remove(request: RemoveRequest);

        /// Create subflow.
        #[op(10, lax, uns_admin_perm)]
        fn subflow_create(request: SubflowCreate);

        /// Destroy subflow.
        #[op(11, lax, uns_admin_perm)]
        fn subflow_destroy(request: SubflowCreate);
    }
}
