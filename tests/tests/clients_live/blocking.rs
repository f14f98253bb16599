//! The cases, compiled for the blocking client.

#![allow(clippy::unused_async)] // the blocking cases await nothing

macro_rules! wait {
    ($call:expr) => {
        $call
    };
}

#[path = "cases/mod.rs"]
pub(crate) mod cases;
#[path = "../common/iterated.rs"]
mod iterated;

use genl::Error;
use std::thread;

use genl::mptcp_pm::{MptcpPm, MptcpPmEvent};
pub(crate) use genl::transport::Netlink as Socket;
pub(crate) use genl::{Client, Listener};
pub(crate) use iterated::{all, first};

use crate::runtimes::{self, Outcome};

pub(crate) async fn connect() -> Result<MptcpPm<Client<Socket>>, Error> {
    MptcpPm::connect()
}

pub(crate) async fn listen() -> Result<Listener<MptcpPmEvent, Socket>, Error> {
    MptcpPm::listen(&[MptcpPm::EVENTS])
}

/// Runs a task on a thread of its own.
pub(crate) fn spawn(
    task: impl Future<Output = Outcome> + Send + 'static,
) -> impl Future<Output = Outcome> {
    let thread = thread::spawn(|| runtimes::blocking(task));
    async { thread.join().expect("no panic") }
}
