//! The cases. `super` is the client for which they are compiled.

pub(crate) mod batches;
pub(crate) mod events;
pub(crate) mod operations;
pub(crate) mod storm;

use genl::mptcp_pm::MptcpPm;

use super::{Client, Listener, Socket, all, connect, first, listen, spawn};
use crate::runtimes::Outcome;
