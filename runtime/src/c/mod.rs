//! C structs and their members, for the words `c_struct` and `header`: what genl adds to `zerocopy`.
//!
#![cfg_attr(feature = "zerocopy", doc = "```")]
#![cfg_attr(not(feature = "zerocopy"), doc = "```ignore")]
//! use genl::c::{Enum, Flags, WithList};
//! use genl::{AttributeSet, CStruct, Enumeration};
//! use zerocopy::byteorder::network_endian;
//! use zerocopy::{FromBytes, Immutable, IntoBytes};
//!
//! #[derive(Clone, Copy, Debug, PartialEq, Enumeration)]
//! #[repr(u16)]
//! pub enum Protocol {
//!     Ipv4 = 0x0800,
//!     #[unknown]
//!     Other(u16),
//! }
//!
//! bitflags::bitflags! {
//!     #[derive(Clone, Copy, Debug, PartialEq)]
//!     pub struct Mode: u16 {
//!         const FAST = 1;
//!     }
//! }
//!
//! #[derive(Clone, Copy, Debug, PartialEq, FromBytes, IntoBytes, Immutable, CStruct)]
//! #[repr(C)]
//! pub struct Filter {
//!     pub protocol: Enum<Protocol, network_endian::U16>,
//!     pub mode: Flags<Mode>,
//! }
//!
//! /// `struct { u32 entries; struct { u8 pc[8]; u32 count; } points[]; }`
//! #[derive(Clone, Copy, Debug, PartialEq, FromBytes, IntoBytes, Immutable, CStruct)]
//! #[repr(C)]
//! pub struct Point {
//!     pub pc: [u8; 8],
//!     pub count: u32,
//! }
//!
//! #[derive(Debug, PartialEq, AttributeSet)]
//! pub struct Message {
//!     #[attr(1, c_struct)]
//!     pub filter: Filter,
//!     #[attr(2, c_struct)]
//!     pub alert: WithList<u32, Point>,
//! }
//!
//! let message = Message {
//!     filter: Filter { protocol: Protocol::Ipv4.into(), mode: Mode::FAST.into() },
//!     alert: WithList { head: 1, list: vec![Point { pc: [7; 8], count: 3 }] },
//! };
//! let bytes = [
//!     8, 0, 1, 0, 8, 0, 1, 0, //
//!     20, 0, 2, 0, 1, 0, 0, 0, 7, 7, 7, 7, 7, 7, 7, 7, 3, 0, 0, 0,
//! ];
//! assert_eq!(message.to_bytes()?, bytes);
//! assert_eq!(Message::from_bytes(&bytes)?.filter.protocol.get(), Protocol::Ipv4);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

#[cfg(feature = "zerocopy")]
mod held;
#[cfg(feature = "zerocopy")]
mod list;
mod members;
#[cfg(feature = "zerocopy")]
mod ordered;

#[cfg(feature = "zerocopy")]
pub use held::{Enum, Flags};
#[cfg(feature = "zerocopy")]
pub use list::WithList;
#[doc(hidden)]
pub use members::member;
pub use members::{CStruct, Member};
