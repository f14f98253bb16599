//! String sets: the names of numbers in the other operations.

use genl::AttributeSet;

use super::Header;

/// One string of a set.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(name = "string")]
pub struct StringAttrs {
    /// Its index.
    #[attr(1)]
    pub index: Option<u32>,
    /// Its text.
    #[attr(2)]
    pub value: Option<String>,
}

/// The strings of a set.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct Strings {
    /// The strings, in the order of their indices.
    #[attr(1, multi, nest)]
    pub string: Vec<StringAttrs>,
}

/// A string set.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct Stringset {
    /// Its id (`enum ethtool_stringset`).
    #[attr(1)]
    pub id: Option<u32>,
    /// The number of its strings.
    #[attr(2)]
    pub count: Option<u32>,
    /// Its strings.
    #[attr(3, multi, nest)]
    pub strings: Vec<Strings>,
}

/// String sets.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct Stringsets {
    /// The sets.
    #[attr(1, multi, nest)]
    pub stringset: Vec<Stringset>,
}

/// Attributes of `strset_get`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct Strset {
    /// The device. If absent, the sets that belong to no device.
    #[attr(1, nest)]
    pub header: Option<Header>,
    /// The sets.
    #[attr(2, nest)]
    pub stringsets: Option<Stringsets>,
    /// Return the counts and not the strings.
    #[attr(3, flag)]
    pub counts_only: bool,
}

/// String sets of a device, or of none.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Strset)]
pub struct StrsetReply {
    /// The device.
    pub header: Option<Header>,
    /// The sets.
    pub stringsets: Option<Stringsets>,
}
