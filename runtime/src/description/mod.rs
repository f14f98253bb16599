//! A family as data: names, numbers, types, byte orders, checks, multicast groups and docs.
//!
//! The macros generate it together with the code. Error paths, [`inspect`](crate::inspect), [`check`](mod@crate::check) and
//! [`export`](mod@crate::export) use it, so they agree with the codec. The terms are those of YNL
//! (`Documentation/netlink/specs`).
//!
//! Begin with [`Family`]: every block of [`genl_family!`](crate::genl_family) has a constant `DESCRIPTION`.

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
