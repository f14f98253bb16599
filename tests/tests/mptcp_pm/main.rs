//! The parts of `mptcp_pm` besides its description, without a kernel: addresses, names of flags, ids, the connection table.

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
