//! Fills genl's types from crates that know attributes by number only: neli, and nlink where its derives end.
//!
//! A program with either would write the same for types of its own. What the bytes do not have is passed over, which is
//! less work than to ask for all that could be there.

mod ethtool;
mod flow;
mod mptcp_pm;
mod nlctrl;
mod wireguard;

pub(crate) use flow::words;

use crate::table::Answer;

/// An attribute, as a crate has it.
pub(crate) trait Attribute: Sized {
    fn number(&self) -> u16;
    fn payload(&self) -> &[u8];
    fn u8(&self) -> Answer<u8>;
    fn u16(&self) -> Answer<u16>;
    fn u32(&self) -> Answer<u32>;
    fn u64(&self) -> Answer<u64>;
    fn text(&self) -> Answer<String>;
    /// Visits the attributes within.
    fn each(&self, visit: impl FnMut(&Self) -> Answer<()>) -> Answer<()>;

    fn bytes<const N: usize>(&self) -> Answer<[u8; N]> {
        Ok(self.payload().try_into()?)
    }
}

/// A set that is filled one attribute after the other.
pub(crate) trait Fill: Sized {
    fn blank() -> Self;
    fn put(&mut self, attribute: &impl Attribute) -> Answer<()>;

    /// Reads the set of a nest.
    fn nested(nest: &impl Attribute) -> Answer<Self> {
        let mut set = Self::blank();
        nest.each(|attribute| set.put(attribute))?;
        Ok(set)
    }

    /// Reads the sets of an array of nests.
    fn list(array: &impl Attribute) -> Answer<Vec<Self>> {
        let mut sets = Vec::new();
        array.each(|nest| {
            sets.push(Self::nested(nest)?);
            Ok(())
        })?;
        Ok(sets)
    }
}
