//! What `mptcp_pm` has beside its description, without a kernel: addresses, names of flags, ids, and the table of connections.

#[path = "../common/mod.rs"]
mod common;

mod addresses;
mod diag;
mod ends;
mod flags;
mod ids;
mod requests;
mod resynchronised;
mod table;
