//! The cases, compiled for the async client.

macro_rules! wait {
    ($call:expr) => {
        $call.await
    };
}

#[path = "cases/mod.rs"]
pub(crate) mod cases;
#[path = "../common/streamed.rs"]
mod streamed;

pub(crate) use genl::{AsyncClient as Client, AsyncListener as Listener};
pub(crate) use streamed::{all, first};
