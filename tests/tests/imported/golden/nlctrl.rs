// SPDX-License-Identifier: ((GPL-2.0 WITH Linux-syscall-note) OR BSD-3-Clause)
//! `nlctrl` (`nlctrl.yaml`, `include/uapi/linux/genetlink.h`), as `genl import` prints it.

#![allow(missing_docs)] // The specification says nothing of some.

use bitflags::bitflags;
use genl::{AttributeSet, Enumeration, Keyed, genl_family};

bitflags! {
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
    pub struct OpFlags: u32 {
        const ADMIN_PERM = 1;
        const CMD_CAP_DO = 1 << 1;
        const CMD_CAP_DUMP = 1 << 2;
        const CMD_CAP_HASPOL = 1 << 3;
        const UNS_ADMIN_PERM = 1 << 4;
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Enumeration)]
#[repr(u32)]
pub enum AttrType {
    Invalid = 0,
    Flag = 1,
    U8 = 2,
    U16 = 3,
    U32 = 4,
    U64 = 5,
    S8 = 6,
    S16 = 7,
    S32 = 8,
    S64 = 9,
    Binary = 10,
    String = 11,
    NulString = 12,
    Nested = 13,
    NestedArray = 14,
    Bitfield32 = 15,
    Sint = 16,
    Uint = 17,
    #[unknown]
    Other(u32),
}

/// `CTRL_ATTR_*`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct CtrlAttrs {
    #[attr(1)]
    pub family_id: Option<u16>,
    #[attr(2)]
    pub family_name: Option<String>,
    #[attr(3)]
    pub version: Option<u32>,
    #[attr(4)]
    pub hdrsize: Option<u32>,
    #[attr(5)]
    pub maxattr: Option<u32>,
    #[attr(6, indexed, nest)]
    pub ops: Option<Vec<OpAttrs>>,
    #[attr(7, indexed, nest)]
    pub mcast_groups: Option<Vec<McastGroupAttrs>>,
    #[attr(8, keyed(policy_id: u16, attr_id: u16), nest)]
    pub policy: Option<Vec<Keyed<(u16, u16), PolicyAttrs>>>,
    #[attr(9, keyed(op_id: u16), nest)]
    pub op_policy: Option<Vec<Keyed<u16, OpPolicyAttrs>>>,
    #[attr(10)]
    pub op: Option<u32>,
}

/// `CTRL_ATTR_MCAST_GRP_*`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct McastGroupAttrs {
    #[attr(1)]
    pub name: Option<String>,
    #[attr(2)]
    pub id: Option<u32>,
}

/// `CTRL_ATTR_OP_*`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct OpAttrs {
    #[attr(1)]
    pub id: Option<u32>,
    #[attr(2, flags)]
    pub flags: Option<OpFlags>,
}

/// `NL_POLICY_TYPE_ATTR_*`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(pad = 12)]
pub struct PolicyAttrs {
    #[attr(1)]
    pub r#type: Option<AttrType>,
    #[attr(2)]
    pub min_value_s: Option<i64>,
    #[attr(3)]
    pub max_value_s: Option<i64>,
    #[attr(4)]
    pub min_value_u: Option<u64>,
    #[attr(5)]
    pub max_value_u: Option<u64>,
    #[attr(6)]
    pub min_length: Option<u32>,
    #[attr(7)]
    pub max_length: Option<u32>,
    #[attr(8)]
    pub policy_idx: Option<u32>,
    #[attr(9)]
    pub policy_maxtype: Option<u32>,
    #[attr(10)]
    pub bitfield32_mask: Option<u32>,
    #[attr(11)]
    pub mask: Option<u64>,
}

/// `CTRL_ATTR_POLICY_*`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct OpPolicyAttrs {
    #[attr(1)]
    pub r#do: Option<u32>,
    #[attr(2)]
    pub dump: Option<u32>,
}

/// Request of `getfamily`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = CtrlAttrs)]
pub struct GetfamilyRequest {
    pub family_name: Option<String>,
}

/// Reply of `getfamily`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = CtrlAttrs)]
pub struct GetfamilyReply {
    pub family_id: Option<u16>,
    pub family_name: Option<String>,
    pub hdrsize: Option<u32>,
    pub maxattr: Option<u32>,
    pub mcast_groups: Option<Vec<McastGroupAttrs>>,
    pub ops: Option<Vec<OpAttrs>>,
    pub version: Option<u32>,
}

/// Dump request of `getpolicy`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = CtrlAttrs)]
pub struct GetpolicyRequest {
    pub family_name: Option<String>,
    pub family_id: Option<u16>,
    pub op: Option<u32>,
}

/// Reply of `getpolicy`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = CtrlAttrs)]
pub struct GetpolicyReply {
    pub family_id: Option<u16>,
    pub op_policy: Option<Vec<Keyed<u16, OpPolicyAttrs>>>,
    pub policy: Option<Vec<Keyed<(u16, u16), PolicyAttrs>>>,
}

genl_family! {
    /// Genetlink meta-family that exposes information about all genetlink families registered in
    /// the kernel (including itself).
    #[family(name = "nlctrl", version = 1)]
    pub trait Nlctrl {
        /// Get / dump genetlink families.
        #[op(3, reply = 1)]
        fn getfamily(request: GetfamilyRequest) -> GetfamilyReply;

        /// Get / dump genetlink families.
        #[op(3, dump, reply = 1)]
        fn getfamily_dump() -> GetfamilyReply;

        /// Get / dump genetlink policies.
        #[op(10, dump)]
        fn getpolicy(request: GetpolicyRequest) -> GetpolicyReply;
    }
}
