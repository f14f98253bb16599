//! Integers of attributes and of members.

use crate::import::spec::{AttributeType, MemberType};

/// The integer of Rust, if the attribute holds one.
pub(super) fn integer(ty: AttributeType) -> Option<&'static str> {
    Some(match ty {
        AttributeType::U8 => "u8",
        AttributeType::U16 => "u16",
        AttributeType::U32 => "u32",
        AttributeType::U64 | AttributeType::Uint => "u64",
        AttributeType::S8 => "i8",
        AttributeType::S16 => "i16",
        AttributeType::S32 => "i32",
        AttributeType::S64 | AttributeType::Sint => "i64",
        _ => return None,
    })
}

/// The integer of Rust, if the member is one.
pub(super) fn member_integer(ty: MemberType) -> Option<&'static str> {
    Some(match ty {
        MemberType::U8 => "u8",
        MemberType::U16 => "u16",
        MemberType::U32 => "u32",
        MemberType::U64 => "u64",
        MemberType::S8 => "i8",
        MemberType::S16 => "i16",
        MemberType::S32 => "i32",
        MemberType::S64 => "i64",
        MemberType::String | MemberType::Binary | MemberType::Pad => return None,
    })
}

/// How many bits it has, and whether one of them is its sign.
pub(super) fn bits(integer: &str) -> (u32, bool) {
    let digits = integer.trim_start_matches(['u', 'i']);
    (digits.parse().unwrap_or(64), integer.starts_with('i'))
}

/// The least and the greatest value.
pub(super) fn range(integer: &str) -> std::ops::RangeInclusive<i128> {
    match bits(integer) {
        (bits, true) => -(1 << (bits - 1))..=(1 << (bits - 1)) - 1,
        (bits, false) => 0..=(1 << bits) - 1,
    }
}
