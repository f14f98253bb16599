//! Kinds of attributes that no family of the tests has.

use genl::{AttributeSet, UnknownAttribute};

/// A set that has padding, and keeps what it does not name.
#[derive(Clone, Debug, PartialEq, Eq, AttributeSet)]
#[attrs(pad = 7)]
pub(crate) struct Kinds {
    /// A signed integer of variable width.
    #[attr(1, sint)]
    pub(crate) offset: i64,
    #[attr(2, sint, min = -5, max = 70_000)]
    pub(crate) bounded: Option<i64>,
    #[attr(3, multi, sint)]
    pub(crate) offsets: Vec<i64>,
    #[attr(4, array, big_endian)]
    pub(crate) temperatures: Vec<i16>,
    #[attr(5, unterminated, max_len = 12)]
    pub(crate) label: Option<String>,
    /// Required, and above the numbers that have a bit in one word.
    #[attr(700, big_endian)]
    pub(crate) far: i64,
    #[attr(unknown)]
    pub(crate) unknown: Vec<UnknownAttribute>,
}
