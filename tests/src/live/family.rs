//! Looking up a family without any library.

use std::io;

use netlink_sys::{Socket, SocketAddr, protocols::NETLINK_GENERIC};

const GENL_ID_CTRL: u16 = 16;
const CTRL_CMD_GETFAMILY: u8 = 3;
const CTRL_ATTR_FAMILY_NAME: u16 = 2;
const NLM_F_REQUEST: u16 = 1;
const NLMSG_ERROR: u16 = 2;

/// Checks that the current network namespace has the generic netlink family with this name.
pub(super) fn exists(name: &str) -> io::Result<()> {
    let mut socket = Socket::new(NETLINK_GENERIC)?;
    socket.bind_auto()?;
    socket.connect(&SocketAddr::new(0, 0))?;

    let attribute = 4 + name.len() + 1;
    let length = 20 + attribute.next_multiple_of(4);
    let mut message = Vec::with_capacity(length);
    message.extend(
        u32::try_from(length)
            .map_err(io::Error::other)?
            .to_ne_bytes(),
    );
    message.extend(GENL_ID_CTRL.to_ne_bytes());
    message.extend(NLM_F_REQUEST.to_ne_bytes());
    message.extend([0; 8]);
    message.extend([CTRL_CMD_GETFAMILY, 2, 0, 0]);
    message.extend(
        u16::try_from(attribute)
            .map_err(io::Error::other)?
            .to_ne_bytes(),
    );
    message.extend(CTRL_ATTR_FAMILY_NAME.to_ne_bytes());
    message.extend(name.as_bytes());
    message.resize(length, 0);
    socket.send(&message, 0)?;

    let (reply, _) = socket.recv_from_full()?;
    let kind = reply
        .get(4..6)
        .map(|kind| u16::from_ne_bytes([kind[0], kind[1]]));
    match (
        kind,
        reply.get(16..).and_then(|payload| payload.first_chunk()),
    ) {
        (Some(NLMSG_ERROR), Some(errno)) => {
            Err(io::Error::from_raw_os_error(-i32::from_ne_bytes(*errno)))
        }
        (Some(GENL_ID_CTRL), _) => Ok(()),
        _ => Err(io::Error::from(io::ErrorKind::InvalidData)),
    }
}
