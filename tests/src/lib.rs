//! What the tests of genl share.
//!
//! - [`fixtures`]: bytes recorded from a running kernel, with their meaning.
//! - [`namespace`]: private user and network namespaces, made without root; [`mptcp`]: real MPTCP connections.
//! - [`live`]: runs each live test in a process of its own, inside such a namespace.
//! - [`program`]: programs beside what they watch.
//! - [`ip`] and [`ss`]: the kernel's state as iproute2 sees it, to compare genl with; [`sysfs`]: as `/sys` tells it.

pub mod fixtures;
pub mod ip;
pub mod live;
pub mod program;
pub mod ss;
pub mod sysfs;

pub use genl_tests_network::{mptcp, namespace};
