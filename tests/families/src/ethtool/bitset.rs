//! Bitsets: verbose, bit by bit with names, or compact, as two bitmaps.

use genl::AttributeSet;

/// One bit of a verbose bitset. Its index or name identifies it. Replies contain both.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct BitsetBit {
    /// Its index.
    #[attr(1)]
    pub index: Option<u32>,
    /// Its name.
    #[attr(2)]
    pub name: Option<String>,
    /// Whether it is set. In a bitset without a mask, every listed bit is set.
    #[attr(3, flag)]
    pub value: bool,
}

/// The bits of a verbose bitset.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct BitsetBits {
    /// The bits in the mask, or those set if there is no mask.
    #[attr(1, multi, nest)]
    pub bit: Vec<BitsetBit>,
}

/// A set of bits and, unless `nomask` is set, the mask of the bits that it is about.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct Bitset {
    /// A list of bits, without a mask.
    #[attr(1, flag)]
    pub nomask: bool,
    /// The number of its bits.
    #[attr(2)]
    pub size: Option<u32>,
    /// Verbose: the bits.
    #[attr(3, nest)]
    pub bits: Option<BitsetBits>,
    /// Compact: the values, in 32-bit words of host byte order.
    #[attr(4)]
    pub value: Option<Vec<u8>>,
    /// Compact: the mask, in 32-bit words of host byte order.
    #[attr(5)]
    pub mask: Option<Vec<u8>>,
}
