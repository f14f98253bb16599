//! Parses tokens into a tree that keeps every token at which a message may point. Rules are checked in `check`.

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
