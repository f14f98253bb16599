//! What `mptcp_pm` has beside its description, without a kernel: addresses, names of flags, ids, and the table of connections.

#[path = "../common/mod.rs"]
mod common;

mod addresses;
mod flags;
mod ids;
mod requests;
