//! The cases, for the blocking client.

#![allow(clippy::unused_async)] // nothing is awaited here

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
use genl::mptcp_pm::{MptcpPm, MptcpPmEvent};
pub(crate) use genl::transport::Netlink as Socket;
pub(crate) use genl::{Client, Listener};
pub(crate) use iterated::{all, first};

pub(crate) async fn connect() -> Result<MptcpPm<Client<Socket>>, Error> {
    MptcpPm::connect()
}

pub(crate) async fn listen() -> Result<Listener<MptcpPmEvent, Socket>, Error> {
    MptcpPm::listen(&[MptcpPm::EVENTS])
}
