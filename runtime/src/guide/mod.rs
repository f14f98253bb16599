//! The guide: how to do things with genl, one chapter for each. The code in it is tested.
//!
//! | to | read |
//! |---|---|
//! | describe a family and publish it | [`from_header`] |
//! | read and change objects: dos, dumps, batches, deadlines | [`operations`] |
//! | receive events, and know when some were lost | [`events`] |
//! | end a program cleanly | [`stopping`] |
//! | understand an error, and know what to repeat | [`errors`] |
//! | test without a kernel | [`testing`] |
//! | use tokio, smol or another runtime | [`asynchronous`] |
//! | change from `neli` | [`from_neli`] |
//! | change from `rtnetlink`, `genetlink` or another crate of rust-netlink | [`from_rtnetlink`] |
//! | change from the kernel's YAML, or to it | [`from_ynl`] |
//! | work on genl itself | [`architecture`] |
//!
//! The words of the macros have a reference page each: [`#[derive(AttributeSet)]`](derive@crate::AttributeSet),
//! [`#[derive(Enumeration)]`](derive@crate::Enumeration), [`#[derive(CStruct)]`](derive@crate::CStruct) and [`genl_family!`](crate::genl_family!).
//!
//! This module exists in the documentation only.

#[doc = include_str!("from_header.md")]
pub mod from_header {}

#[doc = include_str!("operations.md")]
pub mod operations {}

#[doc = include_str!("events.md")]
pub mod events {}

#[doc = include_str!("stopping.md")]
pub mod stopping {}

#[doc = include_str!("errors.md")]
pub mod errors {}

#[doc = include_str!("testing.md")]
pub mod testing {}

#[doc = include_str!("asynchronous.md")]
pub mod asynchronous {}

#[doc = include_str!("from_neli.md")]
pub mod from_neli {}

#[doc = include_str!("from_rtnetlink.md")]
pub mod from_rtnetlink {}

#[doc = include_str!("from_ynl.md")]
pub mod from_ynl {}

#[doc = include_str!("architecture.md")]
pub mod architecture {}
