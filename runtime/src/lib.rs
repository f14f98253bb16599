//! Generic netlink families, written as annotated Rust.
//!
//! A *family* is a set of operations that a Linux subsystem offers over a netlink socket. Its messages hold *attributes*: a
//! number, a length, a payload, and in some payloads more attributes. An author of a library describes the attribute sets as
//! structs ([`AttributeSet`]), the integers with names as enums ([`Enumeration`]), C structs by [`CStruct`], and the operations
//! and events in one block ([`genl_family!`]). From that come codecs that check what they read, a client with one method for each
//! operation, and a [description](mod@description) of all of it as data.
//!
//! ```no_run
//! use genl::{AttributeSet, genl_family};
//!
//! /// The limits of MPTCP connections.
//! #[derive(Debug, AttributeSet)]
//! pub struct Limits {
//!     #[attr(2)]
//!     pub rcv_add_addrs: u32,
//!     #[attr(3)]
//!     pub subflows: u32,
//! }
//!
//! genl_family! {
//!     /// Multipath TCP path manager.
//!     #[family(name = "mptcp_pm", version = 1)]
//!     pub trait PathManager {
//!         /// The limits in force.
//!         #[op(6)]
//!         fn get_limits() -> Limits;
//!     }
//! }
//!
//! let mut pm = PathManager::connect()?;
//! println!("{:?}", pm.get_limits()?);
//! # Ok::<(), genl::Error>(())
//! ```
//!
//! # Where things are
//!
//! - [`Client`] sends requests and receives answers, [`Listener`] receives events; both over a [`Transport`], which is the
//!   kernel's socket ([`Netlink`]) or a peer in memory that follows a script ([`Scripted`]). [`Batch`] sends many requests at once.
//! - `AsyncClient` and `AsyncListener` do the same in async programs, with the feature `tokio` or `smol`.
//! - [`conversation`] is the protocol itself, without a socket or a clock.
//! - [`Error`] tells family, operation and reason; what the kernel says is in its [`ExtendedAck`].
//! - [`check`](mod@check) compares a description with the running kernel.
//! - [`inspect`] shows any datagram or capture by the descriptions of its families, as text and as data.
//! - [`export`](mod@export) writes a description as YNL YAML, for the tools of the kernel.
//! - [`nlctrl`] is the controller, which knows all families; [`mptcp_pm`] the Multipath TCP path manager.
//! - A program that learns only while it runs which family it works with uses [`Client::ask`] and [`Listener::join_any`].
//! - With the feature `tracing`, clients and listeners tell what they do under the target `genl`: a span for each operation, with
//!   its family and sequence number, and events where something else happens, such as lost messages or a family that is gone.
//! - [`wire`], [`codec`] and [`word`] are what generated code calls, for those who write a codec of their own.
//! - [`import`](mod@import) says how the command `genl import` makes a description in Rust from one of the kernel in YAML.
//! - [`netlink_raw`](mod@netlink_raw) says what rtnetlink, tc, nftables and conntrack would need, which are not generic netlink.
//!
//! # Features
//!
//! | feature | default | adds |
//! |---|---|---|
//! | `net` | yes | receive buffers above `net.core.rmem_max` for those who may have them; interfaces by name |
//! | `zerocopy` | no | C structs as payloads and fixed headers (the words `c_struct` and `header`) |
//! | `tokio`, `smol` | no | clients for programs over these runtimes |
//! | `async` | no | async clients over a transport of the program's own |
//! | `namespaces` | no | sockets in another network namespace |
//! | `listeners` | no | listening sockets for announced MPTCP ports |
//! | `cli` | no | the command `genl`: `cargo install genl --features cli` |
//! | `pcap` | no | reading captures of netlink, as `pcap` and `pcapng` (`inspect::Capture`) |
//! | `serde` | no | `serde::Serialize` for what [`inspect`] returns |
//! | `tracing` | no | spans and events of what clients and listeners do |

// The macros name this crate as its users do.
extern crate self as genl;

pub mod c;
pub mod check;
pub mod client;
pub mod codec;
pub mod conversation;
pub mod description;
pub mod error;
pub mod export;
pub mod extended_ack;
mod family;
mod features;
#[cfg(feature = "cli")]
#[doc = include_str!("import.md")]
pub mod import;
#[cfg(all(doc, not(feature = "cli")))]
#[doc = include_str!("import.md")]
pub mod import {}
pub mod inspect;
pub mod mptcp_pm;
#[cfg(doc)]
#[doc = include_str!("netlink_raw.md")]
pub mod netlink_raw {}
pub mod nlctrl;
mod policy;
mod trace;
pub mod transport;
pub mod wire;
pub mod word;

pub use genl_macros::{AttributeSet, CStruct, Enumeration, genl_family};

#[doc(inline)]
pub use c::CStruct;
#[doc(inline)]
pub use check::check;
#[cfg(feature = "async")]
#[doc(inline)]
pub use client::{AsyncClient, AsyncListener, AsyncReplies};
#[doc(inline)]
pub use client::{Batch, Channel, Client, Listener, Received, Replies};
#[doc(hidden)]
pub use codec::slot as at;
#[doc(inline)]
pub use codec::{AttributeSet, Bitfield32, Enumeration, Indexed, Keyed, OwnedSet, WithHeader};
#[doc(hidden)]
pub use codec::{ListOf, Reading, Slot, SlotOf};
#[doc(inline)]
pub use error::{DecodeError, Decoded, EncodeError, Error, ErrorKind, KernelError};
#[doc(inline)]
pub use export::export;
#[doc(inline)]
pub use extended_ack::ExtendedAck;
#[doc(inline)]
pub use family::{
    Do, Dump, Event, Events, Family, MulticastGroup, Operation, OwnedEvents, UnknownEvent,
};
#[doc(inline)]
pub use policy::{Policy, PolicyType};
#[doc(inline)]
pub use transport::{Netlink, Recorder, Scripted, Stopper, Transport};
#[doc(inline)]
pub use wire::{AttributeWriter, Attributes, UnknownAttribute};

/// What the README tells compiles.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
