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

pub(crate) use genl::{Client, Listener};
pub(crate) use iterated::{all, first};
