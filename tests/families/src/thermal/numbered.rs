//! Puts the number of a dump's request where this family leaves it out.

use std::io;
use std::time::Duration;

use genl::Transport;
use genl::transport::{Datagram, Wait};

/// Where the sequence number is in `struct nlmsghdr`.
const SEQUENCE: core::ops::Range<usize> = 8..12;

/// A transport for the dumps of `thermal`, on which no group is joined.
///
/// Their replies have the sequence number 0 (`thermal_genl_cmd_dumpit`, `drivers/thermal/thermal_netlink.c`) as events do, so
/// that they answer no request: a client passes over them, and the dump seems empty. Here they get the number of the request
/// sent last.
///
/// ```no_run
/// use genl::{Client, Netlink};
/// use genl_families::thermal::{Numbered, Thermal};
///
/// let mut thermal = Thermal::new(Client::over(Numbered::new(Netlink::open()?))?);
/// for reply in thermal.tz_get_id()? {
///     for zone in reply?.zones() {
///         println!("{zone:?}");
///     }
/// }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug)]
pub struct Numbered<T> {
    transport: T,
    sequence: [u8; 4],
}

impl<T: Transport> Numbered<T> {
    /// Over this one.
    pub fn new(transport: T) -> Self {
        let sequence = [0; 4];
        Self {
            transport,
            sequence,
        }
    }
}

impl<T: Transport> Transport for Numbered<T> {
    fn send(&mut self, datagram: &[u8]) -> io::Result<()> {
        if let Some(sequence) = datagram.get(SEQUENCE) {
            self.sequence.copy_from_slice(sequence);
        }
        self.transport.send(datagram)
    }

    /// The reply is the first message of its datagram; the end of the dump, which is numbered, may stand behind it.
    fn receive(&mut self, buffer: &mut Vec<u8>, wait: Wait) -> io::Result<Datagram> {
        let datagram = self.transport.receive(buffer, wait)?;
        if let Some(sequence) = buffer.get_mut(SEQUENCE) {
            if datagram.sender == 0 && sequence == [0; 4] {
                sequence.copy_from_slice(&self.sequence);
            }
        }
        Ok(datagram)
    }

    fn join(&mut self, group: u32) -> io::Result<()> {
        self.transport.join(group)
    }

    fn set_receive_timeout(&mut self, timeout: Option<Duration>) -> io::Result<()> {
        self.transport.set_receive_timeout(timeout)
    }
}
