// SPDX-License-Identifier: ((GPL-2.0 WITH Linux-syscall-note) OR BSD-3-Clause)
//! `ovs_datapath` (`ovs_datapath.yaml`, `include/uapi/linux/openvswitch.h`), as `genl import` prints it.

#![allow(missing_docs)] // The specification says nothing of some.

use bitflags::bitflags;
use genl::{AttributeSet, CStruct, genl_family};
use zerocopy::{FromBytes, Immutable, IntoBytes};

/// `struct ovs_header`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, FromBytes, IntoBytes, Immutable, CStruct)]
#[repr(C)]
pub struct OvsHeader {
    pub dp_ifindex: u32,
}

bitflags! {
    /// `OVS_DP_F_*`.
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
    pub struct UserFeatures: u32 {
        /// Allow last Netlink attribute to be unaligned.
        const UNALIGNED = 1;
        /// Allow datapath to associate multiple Netlink PIDs to each vport.
        const VPORT_PIDS = 1 << 1;
        /// Allow tc offload recirc sharing.
        const TC_RECIRC_SHARING = 1 << 2;
        /// Allow per-cpu dispatch of upcalls.
        const DISPATCH_UPCALL_PER_CPU = 1 << 3;
    }
}

/// `struct ovs_dp_stats`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, FromBytes, IntoBytes, Immutable, CStruct)]
#[repr(C)]
pub struct OvsDpStats {
    pub n_hit: u64,
    pub n_missed: u64,
    pub n_lost: u64,
    pub n_flows: u64,
}

/// `struct ovs_dp_megaflow_stats`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, FromBytes, IntoBytes, Immutable, CStruct)]
#[repr(C)]
pub struct OvsDpMegaflowStats {
    pub n_mask_hit: u64,
    pub n_masks: u32,
    pub padding: u32,
    pub n_cache_hit: u64,
    pub pad1: u64,
}

/// `OVS_DP_ATTR_*`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(pad = 6)]
pub struct Datapath {
    #[attr(1)]
    pub name: Option<String>,
    /// Upcall pid.
    #[attr(2)]
    pub upcall_pid: Option<u32>,
    #[attr(3, c_struct)]
    pub stats: Option<OvsDpStats>,
    #[attr(4, c_struct)]
    pub megaflow_stats: Option<OvsDpMegaflowStats>,
    #[attr(5, flags)]
    pub user_features: Option<UserFeatures>,
    #[attr(7)]
    pub masks_cache_size: Option<u32>,
    #[attr(8, array)]
    pub per_cpu_pids: Option<Vec<u32>>,
    #[attr(9)]
    pub ifindex: Option<u32>,
}

/// Request of `get`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Datapath)]
pub struct GetRequest {
    pub name: Option<String>,
}

/// Reply of `get`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Datapath)]
pub struct GetReply {
    pub name: Option<String>,
    pub upcall_pid: Option<u32>,
    pub stats: Option<OvsDpStats>,
    pub megaflow_stats: Option<OvsDpMegaflowStats>,
    pub user_features: Option<UserFeatures>,
    pub masks_cache_size: Option<u32>,
    pub per_cpu_pids: Option<Vec<u32>>,
}

/// Request of `new`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Datapath)]
pub struct CreateRequest {
    pub name: Option<String>,
    pub upcall_pid: Option<u32>,
    pub user_features: Option<UserFeatures>,
}

/// Request of `del`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Datapath)]
pub struct DelRequest {
    pub name: Option<String>,
}

genl_family! {
    /// OVS datapath configuration over generic netlink.
    #[family(name = "ovs_datapath", version = 2, header = OvsHeader)]
    pub trait OvsDatapath {
        #[allow(unused)]
        const OVS_DATAPATH: MulticastGroup = "ovs_datapath";

        /// Get / dump OVS data path configuration and state.
        #[op(3)]
        fn get(request: GetRequest) -> GetReply;

        /// Get / dump OVS data path configuration and state.
        #[op(3, dump)]
        fn dump(request: GetRequest) -> GetReply;

        /// Create new OVS data path.
        #[op(1, name = "new")]
        fn create(request: CreateRequest);

        /// Delete existing OVS data path.
        #[op(2)]
        fn del(request: DelRequest);
    }
}
