//! Private network namespaces and MPTCP connections, for tests and examples.
//!
//! - [`namespace`]: private user and network namespaces, made without root.
//! - [`mptcp`]: real MPTCP connections.
//! - [`command`]: the tools of iproute2.

pub mod command;
pub mod mptcp;
pub mod namespace;
