//! The rows, one file for each family of them.

mod events;
mod mptcp;

use genl::wire::{GenericHeader, Messages};
use genl::{Attributes, DecodeError, Decoded};

use crate::harness::Row;

/// Every row, in the order of the table.
pub(crate) fn all() -> Vec<Row> {
    [mptcp::rows(), events::rows()]
        .into_iter()
        .flatten()
        .collect()
}

/// Points of curves that are too long for a line of the table.
pub(crate) fn large() -> Vec<Row> {
    Vec::new()
}

/// The first message of a datagram, as a listener takes it apart.
#[inline]
fn message(datagram: &[u8]) -> Decoded<(GenericHeader, Attributes<'_>)> {
    let message = Messages::new(datagram).next();
    let message = message.unwrap_or_else(|| Err(DecodeError::refused("is empty")))?;
    message.generic()
}

/// Calls `read` with the attributes of each message of a dump.
#[inline]
fn each<'a>(
    datagram: &'a [u8],
    mut read: impl FnMut(Attributes<'a>) -> Decoded<()>,
) -> Decoded<()> {
    for message in Messages::new(datagram) {
        let (_, attributes) = message?.generic()?;
        read(attributes)?;
    }
    Ok(())
}
