//! What a family is, as data: names, numbers, types, byte orders, checks, groups and docs.
//!
//! The macros write it beside the code, so that error paths, printing and comparisons with a running kernel read the same
//! source as the codec. The terms are those of YNL (`Documentation/netlink/specs`).

mod c_struct;
pub(crate) mod checks;
mod definitions;
mod enumeration;
mod family;
mod kind;
mod name;
mod set;

pub use c_struct::{Member, Struct};
pub use definitions::Definition;
pub use enumeration::{Entry, Enumeration, Flag, Flags};
pub use family::{Event, Family, Group, Mode, Operation, Permission};
pub use kind::{ByteOrder, Integer, Kind, Numbering};
pub use name::{RustName, RustType, YnlName};
pub use set::{Attribute, AttributeSet, Checks, DisplayHint, Presence, SetRef};
