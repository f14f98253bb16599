//! What the kernel accepts as an attribute (`enum netlink_policy_type_attr`, `include/uapi/linux/netlink.h`).
//!
//! The kernel sends the policy of an attribute that it refuses. The controller sends those of whole families.

use core::fmt;

use crate::codec::Reading;
use crate::wire::Attributes;
use crate::{AttributeSet, Enumeration};

/// The policy of one attribute: what the kernel accepts as its payload.
///
/// Shown as in `u16, 0 to 65535` or `binary, 16 bytes`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(pad = 11)]
pub struct Policy {
    /// The type of the payload.
    #[attr(1, name = "type")]
    pub kind: Option<PolicyType>,
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

/// The type of a payload (`enum netlink_attribute_type`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Enumeration)]
#[repr(u32)]
pub enum PolicyType {
    /// The kernel does not say: it accepts either nothing or anything.
    Invalid = 0,
    /// No payload.
    Flag,
    /// An integer of 1 byte.
    U8,
    /// An integer of 2 bytes.
    U16,
    /// An integer of 4 bytes.
    U32,
    /// An integer of 8 bytes.
    U64,
    /// A signed integer of 1 byte.
    S8,
    /// A signed integer of 2 bytes.
    S16,
    /// A signed integer of 4 bytes.
    S32,
    /// A signed integer of 8 bytes.
    S64,
    /// Bytes.
    Binary,
    /// A string, with or without a NUL.
    String,
    /// A string with a NUL.
    NulString,
    /// A nest.
    Nested,
    /// An indexed array: a nest of nests, numbered by index.
    NestedArray,
    /// A value and a selector.
    Bitfield32,
    /// A signed integer of 4 or 8 bytes.
    Sint,
    /// An integer of 4 or 8 bytes.
    Uint,
    /// A type that is not known here.
    #[unknown]
    Other(u32),
}

impl Policy {
    /// Decodes each attribute on its own: one that is malformed does not hide the others.
    pub(crate) fn read(attributes: Attributes<'_>) -> Self {
        let mut policy = Self::default();
        Reading::fill_each::<Self>(&mut policy, attributes);
        policy
    }
}

impl fmt::Display for PolicyType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let value = i128::from(self.to_repr());
        match Self::DESCRIPTION
            .entries
            .iter()
            .find(|entry| entry.value == value)
        {
            Some(entry) => f.write_str(entry.name),
            None => write!(f, "type {value}"),
        }
    }
}

/// Shows the policy as in `u16, 0 to 65535` or `binary, 16 bytes`.
impl fmt::Display for Policy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.kind {
            Some(kind) => kind.fmt(f)?,
            None => f.write_str("a payload")?,
        }
        write_bounds(f, self.min_value_u, self.max_value_u, "")?;
        write_bounds(f, self.min_value_s, self.max_value_s, "")?;
        write_bounds(f, self.min_length, self.max_length, " bytes")?;
        if let Some(mask) = self.mask.or(self.bitfield32_mask.map(u64::from)) {
            write!(f, ", bits of {mask:#x}")?;
        }
        Ok(())
    }
}

fn write_bounds<T: fmt::Display + PartialEq>(
    f: &mut fmt::Formatter<'_>,
    min: Option<T>,
    max: Option<T>,
    unit: &str,
) -> fmt::Result {
    match (min, max) {
        (Some(min), Some(max)) if min == max => write!(f, ", {min}{unit}"),
        (Some(min), Some(max)) => write!(f, ", {min} to {max}{unit}"),
        (Some(min), None) => write!(f, ", at least {min}{unit}"),
        (None, Some(max)) => write!(f, ", at most {max}{unit}"),
        (None, None) => Ok(()),
    }
}
