//! The text of errors.

use core::fmt;
use std::io;

use super::measures::{Bytes, write_length, write_range, write_too_deep};
use super::{DecodeErrorKind, Errno, Error, ErrorKind, Fault, hint};

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

/// Shows the text, which is what `main` prints if it returns the error. `{:#?}` shows the structure.
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
                "the objects changed during the dump, so its replies may be inconsistent; dump again"
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

/// Writes an error of the socket in the same form as an error of the kernel.
fn write_io(f: &mut fmt::Formatter<'_>, error: &io::Error) -> fmt::Result {
    match error.raw_os_error() {
        Some(errno) => write!(f, "{}", Errno(errno)),
        None => write!(f, "{error}"),
    }
}

impl fmt::Display for DecodeErrorKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::Missing => write!(f, "is missing"),
            Self::Length { length, expected } => {
                write!(f, "has {}, expected {expected}", Bytes(length))
            }
            Self::VariableLength { length } => write!(f, "has {}, expected 4 or 8", Bytes(length)),
            Self::ListLength {
                length,
                head,
                element,
            } => write!(
                f,
                "has {}, expected {head} plus a multiple of {element}",
                Bytes(length)
            ),
            Self::AddressLength { length } => {
                write!(f, "has {}, expected 4 or 16", Bytes(length))
            }
            Self::Bool { value } => write!(f, "is {value}, expected 0 or 1"),
            Self::ArrayLength { length, element } => {
                write!(f, "has {}, expected a multiple of {element}", Bytes(length))
            }
            Self::Refused { why } => f.write_str(why),
            Self::LengthRange { length, min, max } => write_range(f, length, min, max),
            Self::Unterminated => write!(f, "is a string without a terminating NUL"),
            Self::NotUtf8 => write!(f, "is not valid UTF-8"),
            Self::AttributeLength { length, left } => {
                write_length(f, "an attribute", length.into(), 4, left)
            }
            Self::StrayBytes { left } => {
                write!(f, "ends with {}, too few for a header", Bytes(left))
            }
            Self::TooDeep => write_too_deep(f),
            Self::MessageLength { length, left } => write_length(f, "a message", length, 16, left),
            Self::NoGenericHeader { length } => {
                write!(
                    f,
                    "has {} of payload, too few for a generic netlink header",
                    Bytes(length)
                )
            }
            Self::NoFixedHeader { length, expected } => {
                write!(
                    f,
                    "has {} after the generic netlink header, too few for the fixed header of {expected}",
                    Bytes(length)
                )
            }
            Self::NoErrorNumber { length } => {
                write!(
                    f,
                    "has {} of payload, too few for an error number",
                    Bytes(length)
                )
            }
            Self::Stub => write!(f, "belongs to an attribute set that does not compile"),
        }
    }
}
