//! Conversion to [`io::Error`].

use std::io;

use super::{Error, ErrorKind};

/// Keeps the error number, if there is one ([`io::Error::raw_os_error`]). Family, operation and extended ack are then lost.
/// `io::Error::other(error)` keeps them, but has no error number.
///
/// An error without a number is kept whole, inside of an `io::Error` with a suitable [`io::ErrorKind`].
impl From<Error> for io::Error {
    fn from(error: Error) -> Self {
        if let Some(errno) = error.errno() {
            return io::Error::from_raw_os_error(errno);
        }
        let kind = match error.kind() {
            ErrorKind::Io(error) | ErrorKind::Join { error, .. } => error.kind(),
            ErrorKind::Timeout => io::ErrorKind::TimedOut,
            ErrorKind::Encode(_)
            | ErrorKind::ForeignGroup { .. }
            | ErrorKind::NoGroups
            | ErrorKind::NotInBatch => io::ErrorKind::InvalidInput,
            ErrorKind::FamilyNotFound
            | ErrorKind::FamilyGone
            | ErrorKind::GroupNotFound { .. }
            | ErrorKind::NotScripted => io::ErrorKind::NotFound,
            // Not `Interrupted`: loops in std silently repeat a call that fails with it, but a dump has to start again.
            ErrorKind::DumpInterrupted | ErrorKind::Stopped => io::ErrorKind::Other,
            ErrorKind::Kernel(_)
            | ErrorKind::Decode(_)
            | ErrorKind::DecodeEvent(_)
            | ErrorKind::Truncated { .. }
            | ErrorKind::NoReply
            | ErrorKind::Command { .. } => io::ErrorKind::InvalidData,
        };
        io::Error::new(kind, error)
    }
}
