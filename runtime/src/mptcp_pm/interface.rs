//! Names and indices of network interfaces.

use std::io;
use std::os::fd::OwnedFd;

use rustix::net::netdevice::{index_to_name, name_to_index};
use rustix::net::{AddressFamily, SocketFlags, SocketType, socket_with};

/// Returns the index of the interface `name`, in the network namespace of the calling thread.
///
/// # Errors
///
/// Fails with [`io::ErrorKind::NotFound`] if no interface has the name.
pub fn interface_index(name: &str) -> io::Result<i32> {
    let index = name_to_index(socket()?, name)
        .map_err(|error| missing(error.into(), || format!("no interface is called `{name}`")))?;
    i32::try_from(index).map_err(io::Error::other)
}

/// Returns the name of the interface with this index, in the network namespace of the calling thread.
///
/// # Errors
///
/// Fails with [`io::ErrorKind::NotFound`] if no interface has the index.
pub fn interface_name(index: i32) -> io::Result<String> {
    let none = || format!("no interface has the index {index}");
    let number = u32::try_from(index).map_err(|_| not_found(none()))?;
    index_to_name(socket()?, number).map_err(|error| missing(error.into(), none))
}

/// Opens a socket for the request. Any kind of socket works (`netdevice(7)`).
fn socket() -> io::Result<OwnedFd> {
    let (unix, datagram) = (AddressFamily::UNIX, SocketType::DGRAM);
    Ok(socket_with(unix, datagram, SocketFlags::CLOEXEC, None)?)
}

/// Replaces `ENODEV`, and the errors of a name that no interface can have, by a text.
fn missing(error: io::Error, words: impl FnOnce() -> String) -> io::Error {
    match error.raw_os_error() {
        Some(libc::ENODEV | libc::ENAMETOOLONG | libc::EINVAL) => not_found(words()),
        _ => error,
    }
}

fn not_found(message: String) -> io::Error {
    io::Error::new(io::ErrorKind::NotFound, message)
}
