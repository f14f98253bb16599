//! Generic netlink families, described as annotated Rust.
//!
//! A *family* is a set of operations that a Linux subsystem offers over a netlink socket. Its messages hold *attributes*: a
//! number, a length and a payload, and in some payloads more attributes. The author of a library describes the attribute sets as
//! structs ([`AttributeSet`]), integers with names as enums ([`Enumeration`]), C structs by [`CStruct`], and the operations and
//! events in one block ([`genl_family!`]). From that come codecs that check what they read, a client with a method for each
//! operation, and a [description](mod@description) of the family as data.
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
//!         /// Returns the limits in force.
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
//! # The guide
//!
//! - [From a kernel header to a crate](guide::from_header), in ten minutes
//! - [Operations](guide::operations), [events](guide::events), [stopping](guide::stopping), [errors](guide::errors)
//! - [Testing without a kernel](guide::testing)
//! - [Async programs](guide::asynchronous)
//! - Coming from [`neli`](guide::from_neli), from [`rtnetlink`](guide::from_rtnetlink), from [YNL](guide::from_ynl)
//! - [The architecture](guide::architecture) of genl, on one page
//!
//! # Where things are
//!
//! - [`Client`] sends requests and receives answers, [`Listener`] receives events. Both work over a [`Transport`]: the kernel's
//!   socket ([`Netlink`]), or a peer in memory that follows a script ([`Scripted`]). [`Batch`] sends many requests at once.
//! - `AsyncClient` and `AsyncListener` do the same in async programs, with the feature `tokio` or `smol`.
//! - [`Error`] names the family, the operation and the reason. Its [`ExtendedAck`] holds what the kernel says about it.
//! - [`check`](mod@check) compares a description with the running kernel.
//! - [`inspect`] shows any datagram or capture by the descriptions of its families, as text and as data.
//! - [`export`](mod@export) writes a description as YAML, for the kernel's tools. [`import`](mod@import) says how the command
//!   `genl import` makes a description out of the kernel's YAML.
//! - [`mptcp_pm`] is the Multipath TCP path manager, and [`nlctrl`] the controller, which knows all families.
//! - [`Client::ask`] and [`Listener::join_any`] are for programs that learn only while they run which family they work with.
//! - [`conversation`] is the protocol itself, without a socket or a clock. [`wire`], [`codec`] and [`word`] are what generated code
//!   calls, for authors of a codec.
//! - [`netlink_raw`](mod@netlink_raw) says what rtnetlink, tc, nftables and conntrack would need, which are not generic netlink.
//!
//! # Features
//!
//! | feature | default | adds |
//! |---|---|---|
//! | `net` | yes | receive buffers above `net.core.rmem_max`, for programs that may have them; interfaces by name |
//! | `zerocopy` | no | C structs as payloads and fixed headers (the words `c_struct` and `header`) |
//! | `tokio` | no | clients and listeners for programs over tokio |
//! | `smol` | no | the same for programs over smol |
//! | `async` | no | the same over a transport of the program's own |
//! | `namespaces` | no | sockets in another network namespace (`transport::NetworkNamespace`) |
//! | `listeners` | no | listening sockets for announced MPTCP ports (`mptcp_pm::Listeners`) |
//! | `pcap` | no | captures of netlink in `pcap` and `pcapng` files (`inspect::Capture`) |
//! | `serde` | no | `serde::Serialize` for the trees of [`inspect`] |
//! | `tracing` | no | a span for each operation, under the target `genl`, and events for losses and families that are gone |
//! | `cli` | no | the command `genl`: `cargo install genl --features cli` |
//! | `examples` | no | what the larger example programs need |
//!
//! # Rust
//!
//! A crate that uses genl needs Rust 1.85. The tests of genl itself need 1.88.
//!
//! # Kernel
//!
//! genl builds for Linux only. Generic netlink exists since Linux 2.6.15. These need a newer kernel:
//!
//! | feature | since Linux |
//! |---|---|
//! | the kernel's words about an error ([`ExtendedAck`]) | 4.12; the name of a missing attribute 6.1 |
//! | [`check`](mod@check), and the policies that `genl show` prints | 5.10 |
//! | [`mptcp_pm`]: endpoints and limits | 5.7, with `CONFIG_MPTCP` |
//! | [`mptcp_pm`]: `set_flags`, and events | 5.12 |
//! | [`mptcp_pm`]: the userspace path manager (`announce`, `remove`, `subflow_create`, `subflow_destroy`) | 5.19 |
//! | [`mptcp_pm`]: `listener_created`, `listener_closed` | 6.2 |
//!
//! An older kernel answers with [`ErrorKind::FamilyNotFound`], [`ErrorKind::GroupNotFound`], or `EOPNOTSUPP` for an operation that it
//! does not have. [`check`](mod@check) lists everything that the running kernel lacks.

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
#[cfg(doc)]
pub mod guide;
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
