//! Tokens to tree. Every token that a message may point at is kept; no rule is known here.

pub(crate) mod args;
pub(crate) mod block;
pub(crate) mod c_struct;
pub(crate) mod doc;
pub(crate) mod item;
mod outer;
pub(crate) mod signature;
mod slips;
mod split;
pub(crate) mod value;
