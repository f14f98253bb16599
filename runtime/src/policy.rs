//! What the kernel accepts as an attribute (`enum netlink_policy_type_attr`, `include/uapi/linux/netlink.h`).
//!
//! It comes with the refusal of an attribute, and from the controller for whole families.

use core::fmt;

use crate::codec::Reading;
use crate::wire::Attributes;
use crate::{AttributeSet, Enumeration};

/// The policy of one attribute.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(pad = 11)]
pub struct Policy {
    /// What the payload is.
    #[attr(1, name = "type")]
    pub kind: Option<PolicyType>,
    /// The least signed integer.
    #[attr(2)]
    pub min_value_s: Option<i64>,
    /// The greatest signed integer.
    #[attr(3)]
    pub max_value_s: Option<i64>,
    /// The least unsigned integer.
    #[attr(4)]
    pub min_value_u: Option<u64>,
    /// The greatest unsigned integer.
    #[attr(5)]
    pub max_value_u: Option<u64>,
    /// The fewest bytes.
    #[attr(6)]
    pub min_length: Option<u32>,
    /// The most bytes; of a string without its NUL.
    #[attr(7)]
    pub max_length: Option<u32>,
    /// The policy of the attributes in a nest: its index in the family's list.
    #[attr(8)]
    pub policy_idx: Option<u32>,
    /// The greatest number of an attribute in a nest.
    #[attr(9)]
    pub policy_maxtype: Option<u32>,
    /// The bits that may be set in a `bitfield32`.
    #[attr(10)]
    pub bitfield32_mask: Option<u32>,
    /// The bits that may be set in an integer.
    #[attr(12)]
    pub mask: Option<u64>,
}

/// What a payload is (`enum netlink_attribute_type`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Enumeration)]
#[repr(u32)]
pub enum PolicyType {
    /// Nothing is accepted, or anything: the kernel does not tell.
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
    /// Text, with or without a NUL.
    String,
    /// Text with its NUL.
    NulString,
    /// Attributes.
    Nested,
    /// Nests numbered by index.
    NestedArray,
    /// A value and a selector.
    Bitfield32,
    /// A signed integer of 4 or 8 bytes.
    Sint,
    /// An integer of 4 or 8 bytes.
    Uint,
    /// A type that this list does not know.
    #[unknown]
    Other(u32),
}

impl Policy {
    /// Reads each attribute by itself: one that cannot be read does not hide the others.
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

/// As in `u16, 0 to 65535` or `binary, 16 bytes`.
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
