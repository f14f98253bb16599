// SPDX-License-Identifier: MIT OR Apache-2.0
//! `nlctrl` (`nlctrl.yaml`), as `genl import` prints it.

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

/// The type of a payload (`enum netlink_attribute_type`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enumeration)]
#[repr(u32)]
pub enum PolicyType {
    /// The kernel does not say: it accepts either nothing or anything.
    Invalid = 0,
    /// No payload.
    Flag = 1,
    /// An integer of 1 byte.
    U8 = 2,
    /// An integer of 2 bytes.
    U16 = 3,
    /// An integer of 4 bytes.
    U32 = 4,
    /// An integer of 8 bytes.
    U64 = 5,
    /// A signed integer of 1 byte.
    S8 = 6,
    /// A signed integer of 2 bytes.
    S16 = 7,
    /// A signed integer of 4 bytes.
    S32 = 8,
    /// A signed integer of 8 bytes.
    S64 = 9,
    /// Bytes.
    Binary = 10,
    /// A string, with or without a NUL.
    String = 11,
    /// A string with a NUL.
    NulString = 12,
    /// A nest.
    Nested = 13,
    /// An indexed array: a nest of nests, numbered by index.
    NestedArray = 14,
    /// A value and a selector.
    Bitfield32 = 15,
    /// A signed integer of 4 or 8 bytes.
    Sint = 16,
    /// An integer of 4 or 8 bytes.
    Uint = 17,
    #[unknown]
    Other(u32),
}

/// Attributes of the controller (`CTRL_ATTR_*`).
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct CtrlAttrs {
    /// The id of the family.
    #[attr(1)]
    pub family_id: Option<u16>,
    /// The name of the family.
    #[attr(2, max_len = 15)]
    pub family_name: Option<String>,
    /// The version of the family.
    #[attr(3)]
    pub version: Option<u32>,
    /// The length of its fixed header, in bytes.
    #[attr(4)]
    pub hdrsize: Option<u32>,
    /// The greatest attribute number, for families with one policy for all operations.
    #[attr(5)]
    pub maxattr: Option<u32>,
    /// The operations of the family.
    #[attr(6, indexed, nest)]
    pub ops: Option<Vec<OpAttrs>>,
    /// The multicast groups of the family.
    #[attr(7, indexed, nest)]
    pub mcast_groups: Option<Vec<McastGroupAttrs>>,
    /// The policies: by their index in the family, then by attribute number.
    #[attr(8, keyed(policy_id: u16, attr_id: u16), nest)]
    pub policy: Option<Vec<Keyed<(u16, u16), Policy>>>,
    /// The policies of the operations, by command.
    #[attr(9, keyed(op_id: u16), nest)]
    pub op_policy: Option<Vec<Keyed<u16, OpPolicyAttrs>>>,
    /// The command of one operation.
    #[attr(10)]
    pub op: Option<u32>,
}

/// An operation (`CTRL_ATTR_OP_*`).
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct OpAttrs {
    /// The command of the operation.
    #[attr(1)]
    pub id: Option<u32>,
    /// The capabilities of the operation, and the permission that it needs.
    #[attr(2, flags)]
    pub flags: Option<OpFlags>,
}

/// A multicast group (`CTRL_ATTR_MCAST_GRP_*`).
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct McastGroupAttrs {
    /// The name of the group.
    #[attr(1)]
    pub name: Option<String>,
    /// The id of the group.
    #[attr(2)]
    pub id: Option<u32>,
}

/// The policy of one attribute: what the kernel accepts as its payload.
///
/// Shown as in `u16, 0 to 65535` or `binary, 16 bytes`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(pad = 11)]
pub struct Policy {
    /// The type of the payload.
    #[attr(1)]
    pub r#type: Option<PolicyType>,
    /// The least value of a signed integer.
    #[attr(2)]
    pub min_value_s: Option<i64>,
    /// The greatest value of a signed integer.
    #[attr(3)]
    pub max_value_s: Option<i64>,
    /// The least value of an unsigned integer.
    #[attr(4)]
    pub min_value_u: Option<u64>,
    /// The greatest value of an unsigned integer.
    #[attr(5)]
    pub max_value_u: Option<u64>,
    /// The least length, in bytes.
    #[attr(6)]
    pub min_length: Option<u32>,
    /// The greatest length, in bytes; for a string without its NUL.
    #[attr(7)]
    pub max_length: Option<u32>,
    /// The policy for the attributes of a nest: its index in the family's list of policies.
    #[attr(8)]
    pub policy_idx: Option<u32>,
    /// The greatest attribute number in a nest.
    #[attr(9)]
    pub policy_maxtype: Option<u32>,
    /// The bits that may be set in a `bitfield32`.
    #[attr(10)]
    pub bitfield32_mask: Option<u32>,
    /// The bits that may be set in an integer.
    #[attr(12)]
    pub mask: Option<u64>,
}

/// The policies of an operation, by their index in the family (`CTRL_ATTR_POLICY_*`).
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct OpPolicyAttrs {
    /// The policy of the do.
    #[attr(1)]
    pub r#do: Option<u32>,
    /// The policy of the dump.
    #[attr(2)]
    pub dump: Option<u32>,
}

/// Request of `get-family`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = CtrlAttrs)]
pub struct GetFamily {
    pub family_id: Option<u16>,
    pub family_name: Option<String>,
}

/// Reply of `get-family`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = CtrlAttrs)]
pub struct GetFamilyReply {
    pub family_name: Option<String>,
    pub family_id: Option<u16>,
    pub version: Option<u32>,
    pub hdrsize: Option<u32>,
    pub maxattr: Option<u32>,
    pub ops: Option<Vec<OpAttrs>>,
    pub mcast_groups: Option<Vec<McastGroupAttrs>>,
}

/// Dump request of `get-policy`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = CtrlAttrs)]
pub struct GetPolicy {
    pub family_id: Option<u16>,
    pub family_name: Option<String>,
    pub op: Option<u32>,
}

/// Reply of `get-policy`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = CtrlAttrs)]
pub struct GetPolicyReply {
    pub family_id: Option<u16>,
    pub op_policy: Option<Vec<Keyed<u16, OpPolicyAttrs>>>,
    pub policy: Option<Vec<Keyed<(u16, u16), Policy>>>,
}

/// Event `new-family`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = CtrlAttrs)]
pub struct NewFamilyEvent {
    pub family_name: Option<String>,
    pub family_id: Option<u16>,
    pub version: Option<u32>,
    pub hdrsize: Option<u32>,
    pub maxattr: Option<u32>,
    pub ops: Option<Vec<OpAttrs>>,
    pub mcast_groups: Option<Vec<McastGroupAttrs>>,
}

/// Event `del-family`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = CtrlAttrs)]
pub struct DelFamilyEvent {
    pub family_name: Option<String>,
    pub family_id: Option<u16>,
    pub version: Option<u32>,
    pub hdrsize: Option<u32>,
    pub maxattr: Option<u32>,
    pub ops: Option<Vec<OpAttrs>>,
    pub mcast_groups: Option<Vec<McastGroupAttrs>>,
}

/// Event `new-mcast-group`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = CtrlAttrs)]
pub struct NewMcastGroupEvent {
    pub family_name: Option<String>,
    pub family_id: Option<u16>,
    pub version: Option<u32>,
    pub hdrsize: Option<u32>,
    pub maxattr: Option<u32>,
    pub ops: Option<Vec<OpAttrs>>,
    pub mcast_groups: Option<Vec<McastGroupAttrs>>,
}

/// Event `del-mcast-group`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = CtrlAttrs)]
pub struct DelMcastGroupEvent {
    pub family_name: Option<String>,
    pub family_id: Option<u16>,
    pub version: Option<u32>,
    pub hdrsize: Option<u32>,
    pub maxattr: Option<u32>,
    pub ops: Option<Vec<OpAttrs>>,
    pub mcast_groups: Option<Vec<McastGroupAttrs>>,
}

genl_family! {
    /// The controller: the families of the kernel, and what they accept.
    #[family(name = "nlctrl", version = 2)]
    pub trait Nlctrl {
        const NOTIFY: MulticastGroup = "notify";

        /// Returns one family. Fails with `ENOENT` if the kernel has no such family, even after it
        /// tried to load a module for it.
        #[op(3, reply = 1)]
        fn get_family(request: GetFamily) -> GetFamilyReply;

        /// Returns one family. Fails with `ENOENT` if the kernel has no such family, even after it
        /// tried to load a module for it.
        #[op(3, dump, reply = 1)]
        fn dump_family() -> GetFamilyReply;

        /// Returns the policies of a family, entry by entry. Fails with `ENODATA` if it has none.
        #[op(10, dump)]
        fn get_policy(request: GetPolicy) -> GetPolicyReply;

        /// A family was registered.
        #[event(1, group = NOTIFY)]
        fn new_family(event: NewFamilyEvent);

        /// A family was unregistered.
        #[event(2, group = NOTIFY)]
        fn del_family(event: DelFamilyEvent);

        /// A multicast group was registered.
        #[event(7, group = NOTIFY)]
        fn new_mcast_group(event: NewMcastGroupEvent);

        /// A multicast group was unregistered.
        #[event(8, group = NOTIFY)]
        fn del_mcast_group(event: DelMcastGroupEvent);
    }
}
