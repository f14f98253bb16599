//! Turns the tree into the model. All rules are checked here, with all messages, except for those that `syntax` reports
//! while it parses.
//!
//! Some mistakes are left to rustc, which knows all types: whether a type of the author can be a payload, and whether a set
//! has an attribute.

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
mod sentences;
mod set;
#[cfg(test)]
mod tests;
mod types;
mod unique;
mod unsupported;
mod values;
mod words;

pub(crate) use c_struct::check_c_struct;
pub(crate) use enumeration::check_enumeration;
pub(crate) use family::check_family;
pub(crate) use set::check_set;
