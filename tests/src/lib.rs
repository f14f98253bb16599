//! The library that the tests of genl share.
//!
//! - [`fixtures`]: bytes recorded from a running kernel, with their decoded values.
//! - [`namespace`]: private user and network namespaces, which need no root.
//! - [`live`]: runs each live test in a process of its own, inside of such a namespace.
//! - [`mptcp`]: real MPTCP connections.
//! - [`program`]: programs that run during a test.
//! - [`ip`], [`ss`] and [`sysfs`]: the state of the kernel, as printed by iproute2 and in `/sys`, to compare genl with.

pub mod fixtures;
pub mod ip;
pub mod live;
pub mod program;
pub mod ss;
pub mod sysfs;

pub use genl_tests_network::{mptcp, namespace};
