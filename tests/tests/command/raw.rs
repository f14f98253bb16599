//! The controller's answers, written and read by hand.

use std::error::Error;

use netlink_sys::protocols::NETLINK_GENERIC;
use netlink_sys::{Socket, SocketAddr};

/// A family of the running kernel.
#[derive(Debug, Default)]
pub(crate) struct Family {
    pub(crate) id: u16,
    pub(crate) name: String,
    pub(crate) version: u32,
    /// The operations: commands and flags.
    pub(crate) operations: Vec<(u32, u32)>,
    pub(crate) groups: Vec<(String, u32)>,
}

/// `CTRL_CMD_GETFAMILY` as a dump: type 16, `NLM_F_REQUEST | NLM_F_DUMP`, sequence 1; command 3, version 1.
const REQUEST: [u8; 20] = [20, 0, 0, 0, 16, 0, 1, 3, 1, 0, 0, 0, 0, 0, 0, 0, 3, 1, 0, 0];

/// Returns every family, in the order of the ids.
pub(crate) fn families() -> Result<Vec<Family>, Box<dyn Error>> {
    let mut socket = Socket::new(NETLINK_GENERIC)?;
    socket.bind_auto()?;
    socket.send_to(&REQUEST, &SocketAddr::new(0, 0), 0)?;
    let mut families = Vec::new();
    loop {
        let (datagram, _) = socket.recv_from_full()?;
        let mut rest = &datagram[..];
        while rest.len() >= 16 {
            let length = u32::from_ne_bytes(rest[..4].try_into()?) as usize;
            let kind = u16::from_ne_bytes([rest[4], rest[5]]);
            if kind != 16 {
                // `NLMSG_DONE`.
                assert_eq!(kind, 3);
                families.sort_by_key(|family: &Family| family.id);
                return Ok(families);
            }
            families.push(family(&rest[20..length])?);
            rest = rest.get(length.next_multiple_of(4)..).unwrap_or_default();
        }
    }
}

/// Returns the numbers and payloads of attributes.
fn attributes(mut bytes: &[u8]) -> Vec<(u16, &[u8])> {
    let mut attributes = Vec::new();
    while bytes.len() >= 4 {
        let length = usize::from(u16::from_ne_bytes([bytes[0], bytes[1]]));
        let number = u16::from_ne_bytes([bytes[2], bytes[3]]) & 0x3fff;
        attributes.push((number, &bytes[4..length]));
        bytes = bytes.get(length.next_multiple_of(4)..).unwrap_or_default();
    }
    attributes
}

fn number(bytes: &[u8]) -> Result<u32, Box<dyn Error>> {
    Ok(u32::from_ne_bytes(bytes.try_into()?))
}

fn text(bytes: &[u8]) -> Result<String, Box<dyn Error>> {
    Ok(String::from_utf8(bytes.to_vec())?
        .trim_end_matches('\0')
        .to_owned())
}

fn family(bytes: &[u8]) -> Result<Family, Box<dyn Error>> {
    let mut family = Family::default();
    for (kind, payload) in attributes(bytes) {
        match kind {
            1 => family.id = u16::from_ne_bytes(payload.try_into()?),
            2 => family.name = text(payload)?,
            3 => family.version = number(payload)?,
            6 => {
                for (_, operation) in attributes(payload) {
                    let (mut id, mut flags) = (0, 0);
                    for (kind, payload) in attributes(operation) {
                        match kind {
                            1 => id = number(payload)?,
                            2 => flags = number(payload)?,
                            _ => {}
                        }
                    }
                    family.operations.push((id, flags));
                }
            }
            7 => {
                for (_, group) in attributes(payload) {
                    let (mut name, mut id) = (String::new(), 0);
                    for (kind, payload) in attributes(group) {
                        match kind {
                            1 => name = text(payload)?,
                            2 => id = number(payload)?,
                            _ => {}
                        }
                    }
                    family.groups.push((name, id));
                }
            }
            _ => {}
        }
    }
    Ok(family)
}
