//! What the tests of genl share.
//!
//! - [`fixtures`]: bytes recorded from a running kernel, with their meaning.
//! - [`namespace`]: private user and network namespaces, made without root.
//! - [`live`]: runs each live test in a process of its own, inside such a namespace.
//! - [`mptcp`]: real MPTCP connections; [`program`]: programs beside what they watch.
//! - [`ip`] and [`ss`]: the kernel's state as iproute2 sees it, to compare genl with; [`sysfs`]: as `/sys` tells it.

pub mod fixtures;
pub mod ip;
pub mod live;
pub mod mptcp;
pub mod namespace;
pub mod program;
pub mod ss;
pub mod sysfs;
