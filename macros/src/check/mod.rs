//! Tree to model: every rule is held here, and every message said. What an item says is refused here
//! or nowhere.
//!
//! What rustc says better is left to it: whether a type can be a payload, whether a set has an
//! attribute.

mod c_struct;
mod dashes;
mod enumeration;
mod family;
mod habits;
mod hints;
mod krate;
mod manifest;
mod names;
mod numbers;
mod set;
mod taken;
#[cfg(test)]
mod tests;
mod types;
mod unsupported;
mod values;
mod words;

pub(crate) use c_struct::check_c_struct;
pub(crate) use enumeration::check_enumeration;
pub(crate) use family::check_family;
pub(crate) use set::check_set;
