//! Names and indexes of network interfaces, asked of rtnetlink (`net/core/rtnetlink.c`).
//!
//! `if_nametoindex(3)` cannot be called without `unsafe`. What std offers in its place, the zone of an IPv6 address, takes a name
//! that consists of digits for an index.

use std::io;

use netlink_sys::protocols::NETLINK_ROUTE;

use crate::AttributeSet;
use crate::client::{RECEIVE_CAPACITY, RECEIVE_TIMEOUT};
use crate::transport::{Netlink, Transport, Wait};
use crate::wire::{
    AttributeWriter, Attributes, Message, MessageHeader, MessageType, Messages, flags,
};

/// `RTM_NEWLINK`.
const NEW_LINK: MessageType = MessageType::Family(16);
/// `RTM_GETLINK`.
const GET_LINK: MessageType = MessageType::Family(18);
/// The length of `struct ifinfomsg`.
const LINK: usize = 16;

/// The attributes of an interface that are used here (`IFLA_*`).
#[derive(AttributeSet)]
struct Link {
    /// Without its NUL it fits `IFNAMSIZ`.
    #[attr(3, max_len = 15)]
    name: Option<String>,
}

/// Returns the index of the interface called `name` in the network namespace of the calling thread.
///
/// # Errors
///
/// [`io::ErrorKind::NotFound`] if no interface has the name.
pub fn interface_index(name: &str) -> io::Result<i32> {
    let link = Link {
        name: Some(name.to_owned()),
    };
    match ask(0, &link)? {
        Some((index, _)) => Ok(index),
        None => Err(not_found(format!("no interface is called `{name}`"))),
    }
}

/// Returns the name of the interface with this index in the network namespace of the calling thread.
///
/// # Errors
///
/// [`io::ErrorKind::NotFound`] if no interface has the index.
pub fn interface_name(index: i32) -> io::Result<String> {
    let found = ask(index, &Link { name: None })?;
    let name = found.and_then(|(_, link)| link.name);
    name.ok_or_else(|| not_found(format!("no interface has the index {index}")))
}

/// Asks for an interface by its index, or by its name if the index is 0.
fn ask(index: i32, link: &Link) -> io::Result<Option<(i32, Link)>> {
    let Some(request) = request(index, link) else {
        return Ok(None);
    };
    let mut socket = Netlink::open_protocol(NETLINK_ROUTE)?;
    socket.set_receive_timeout(Some(RECEIVE_TIMEOUT))?;
    socket.send(&request)?;
    let mut received = Vec::with_capacity(RECEIVE_CAPACITY);
    while socket.receive(&mut received, Wait::Yes)?.sender != 0 {}
    let message = Messages::new(&received).next().and_then(Result::ok);
    message.map_or_else(|| Err(malformed()), |message| answer(&message))
}

/// `None` for a name that no interface can have.
fn request(index: i32, link: &Link) -> Option<Vec<u8>> {
    let mut bytes = vec![0; MessageHeader::LENGTH + 4];
    bytes.extend_from_slice(&index.to_ne_bytes());
    bytes.resize(MessageHeader::LENGTH + LINK, 0);
    let mut attributes = AttributeWriter::new(&mut bytes);
    link.encode(&mut attributes);
    attributes.finish().ok()?;
    MessageHeader {
        kind: GET_LINK,
        flags: flags::REQUEST,
        sequence: 1,
        port: 0,
    }
    .write(&mut bytes);
    Some(bytes)
}

fn answer(message: &Message<'_>) -> io::Result<Option<(i32, Link)>> {
    match (message.header.kind, message.payload()) {
        (MessageType::Error, &[a, b, c, d, ..]) => {
            match i32::from_ne_bytes([a, b, c, d]).saturating_neg() {
                // Without name and index nothing is asked for.
                libc::ENODEV | libc::EINVAL => Ok(None),
                errno => Err(io::Error::from_raw_os_error(errno)),
            }
        }
        (NEW_LINK, &[_, _, _, _, a, b, c, d, ref rest @ ..]) => {
            let index = i32::from_ne_bytes([a, b, c, d]);
            let attributes = rest.get(LINK - 8..).unwrap_or_default();
            let attributes = Attributes::new(attributes, MessageHeader::LENGTH + LINK);
            let link = Link::decode(attributes).map_err(io::Error::other)?;
            Ok(Some((index, link)))
        }
        _ => Err(malformed()),
    }
}

fn malformed() -> io::Error {
    io::Error::new(
        io::ErrorKind::InvalidData,
        "rtnetlink answered with something other than an interface",
    )
}

fn not_found(message: String) -> io::Error {
    io::Error::new(io::ErrorKind::NotFound, message)
}
