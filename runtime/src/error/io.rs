//! Errors as [`io::Error`].

use std::io;

use super::{Error, ErrorKind};

/// Keeps the error number where there is one ([`io::Error::raw_os_error`]). What the kernel said about it is lost then, and
/// so are family and operation; `io::Error::other(error)` keeps all of it, but hides the number.
///
/// An error without a number is kept whole, inside of an `io::Error` of a fitting [`io::ErrorKind`].
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
            // Not `Interrupted`: loops in std repeat a call of that kind without a word, where a dump has to begin anew.
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
