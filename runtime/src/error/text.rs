//! The text of errors.

use core::fmt;
use std::io;

use super::{Errno, Error, ErrorKind, Fault, hint};

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Fault {
            family,
            operation,
            kind,
            hint,
        } = &*self.0;
        let what = match kind {
            ErrorKind::Decode(_) => " reply",
            ErrorKind::DecodeEvent(_) => " event",
            _ => "",
        };
        write!(f, "{family} {operation}{what}: {kind}")?;
        hint::write(f, hint::explain(kind, *hint))
    }
}

/// Shows the text, which is what `main` prints of an error that it returns, and with `{:#?}` the structure.
impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !f.alternate() {
            return fmt::Display::fmt(self, f);
        }
        let Fault {
            family,
            operation,
            kind,
            hint: _,
        } = &*self.0;
        f.debug_struct("Error")
            .field("family", family)
            .field("operation", operation)
            .field("kind", kind)
            .finish()
    }
}

impl fmt::Display for ErrorKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Kernel(error) => error.fmt(f),
            Self::Encode(error) => error.fmt(f),
            Self::Decode(error) | Self::DecodeEvent(error) => error.fmt(f),
            Self::Io(error) => write_io(f, error),
            Self::Timeout => write!(f, "nothing arrived within the timeout"),
            Self::Truncated { length, capacity } => write!(
                f,
                "received a datagram of {length} bytes, but the receive buffer has {capacity}"
            ),
            Self::NoReply => write!(
                f,
                "the kernel acknowledged the request without a reply; a reply that may be absent is declared as `Option<..>`"
            ),
            Self::Command { found, expected } => {
                write!(f, "the reply has command {found}, expected {expected}")
            }
            Self::DumpInterrupted => write!(
                f,
                "the objects changed during the dump, which may be inconsistent; dump again"
            ),
            Self::FamilyNotFound => {
                write!(f, "the running kernel has no such generic netlink family")
            }
            Self::FamilyGone => write!(
                f,
                "the kernel has unregistered the family; events resume when it is registered again"
            ),
            Self::GroupNotFound { group } => {
                write!(
                    f,
                    "the family has no multicast group `{group}` in the running kernel"
                )
            }
            Self::ForeignGroup { group, family } => {
                write!(f, "multicast group `{group}` belongs to family `{family}`")
            }
            Self::NoGroups => write!(f, "no multicast group to join; name at least one"),
            Self::Join { group, error } => {
                write!(f, "cannot join or leave multicast group `{group}`: ")?;
                write_io(f, error)
            }
            Self::Stopped => write!(f, "the listener was stopped"),
            Self::NotInBatch => write!(f, "the handle belongs to another batch"),
            Self::NotScripted => write!(
                f,
                "the scripted peer was not given this family; call `Scripted::family` first"
            ),
        }
    }
}

/// Writes an error of the socket as those of the kernel are written.
fn write_io(f: &mut fmt::Formatter<'_>, error: &io::Error) -> fmt::Result {
    match error.raw_os_error() {
        Some(errno) => write!(f, "{}", Errno(errno)),
        None => write!(f, "{error}"),
    }
}
