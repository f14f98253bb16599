//! The cases, compiled for the client of smol.

macro_rules! wait {
    ($call:expr) => {
        $call.await
    };
}

#[path = "cases/mod.rs"]
pub(crate) mod cases;
#[path = "../common/streamed.rs"]
mod streamed;

use genl::Error;
use genl::mptcp_pm::{MptcpPm, MptcpPmEvent};
pub(crate) use genl::transport::Smol as Socket;
pub(crate) use genl::{AsyncClient as Client, AsyncListener as Listener};
pub(crate) use streamed::{all, first};

use crate::runtimes::Outcome;

pub(crate) async fn connect() -> Result<MptcpPm<Client<Socket>>, Error> {
    MptcpPm::connect_smol().await
}

pub(crate) async fn listen() -> Result<Listener<MptcpPmEvent, Socket>, Error> {
    MptcpPm::listen_smol(&[MptcpPm::EVENTS]).await
}

pub(crate) fn spawn(
    task: impl Future<Output = Outcome> + Send + 'static,
) -> impl Future<Output = Outcome> {
    smol::spawn(task)
}
