//! What goes wrong, with the place it went wrong at.

mod decode;
mod encode;
mod path;

use core::fmt;
use std::io;

pub use decode::{DecodeError, DecodeErrorKind};
pub use encode::{EncodeError, EncodeErrorKind};
pub use path::{Path, Segment};

use crate::extended_ack::ExtendedAck;

/// What decoding gives: a value, or the place and the reason why there is none.
pub type Decoded<T> = Result<T, DecodeError>;

/// Why an operation failed.
///
/// Shown as family, operation and reason, each of which can also be had as data:
///
/// ```text
/// mptcp_pm add-addr: Invalid argument (os error 22): missing attribute `addr`
/// ```
pub struct Error(Box<Fault>);

struct Fault {
    family: &'static str,
    operation: &'static str,
    kind: ErrorKind,
}

/// The reasons why an operation fails.
#[derive(Debug)]
#[non_exhaustive]
#[allow(clippy::large_enum_variant)] // an error lies in a box
pub enum ErrorKind {
    /// The kernel refused it.
    Kernel(KernelError),
    /// A value of the request is not allowed. Nothing was sent.
    Encode(EncodeError),
    /// A reply does not say what its description expects.
    Decode(DecodeError),
    /// An event does not say what its description expects.
    DecodeEvent(DecodeError),
    /// The socket failed.
    Io(io::Error),
    /// Nothing came within the receive timeout.
    Timeout,
    /// A datagram larger than the receive buffer. Nothing of it was read.
    Truncated {
        /// Bytes of the datagram.
        length: usize,
        /// Bytes of the buffer.
        capacity: usize,
    },
    /// The kernel acknowledged the request where a reply was declared.
    NoReply,
    /// The reply bears another command than the declared one.
    Command {
        /// The command of the reply.
        found: u8,
        /// The command declared.
        expected: u8,
    },
    /// What was dumped changed meanwhile (`NLM_F_DUMP_INTR`): the objects before this error may be inconsistent. Dump again.
    DumpInterrupted,
    /// The running kernel has no such family.
    FamilyNotFound,
    /// The kernel has unregistered the family.
    FamilyGone,
    /// It was stopped.
    Stopped,
    /// No group to listen to.
    NoGroups,
    /// Joining or leaving a group failed.
    Join {
        /// The name of the group.
        group: &'static str,
        /// Why.
        error: io::Error,
    },
    /// The running kernel's family has no such multicast group.
    GroupNotFound {
        /// The name of the group.
        group: &'static str,
    },
    /// The group belongs to another family than the events listened for.
    ForeignGroup {
        /// The name of the group.
        group: &'static str,
        /// The family it belongs to.
        family: &'static str,
    },
}

/// The kernel's refusal: an error number, and what it says about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KernelError {
    /// The error number, positive, as in `errno(3)`.
    pub errno: i32,
    /// The extended acknowledgement; empty where the kernel sent none.
    pub extended_ack: ExtendedAck,
}

impl Error {
    #[cold]
    pub(crate) fn new(family: &'static str, operation: &'static str, kind: ErrorKind) -> Self {
        Self(Box::new(Fault {
            family,
            operation,
            kind,
        }))
    }

    /// The reason.
    pub fn kind(&self) -> &ErrorKind {
        &self.0.kind
    }

    /// The reason, with nothing around it.
    pub fn into_kind(self) -> ErrorKind {
        self.0.kind
    }

    /// The name of the family.
    pub fn family(&self) -> &'static str {
        self.0.family
    }

    /// The name of the operation or event; `connect` or `listen` while a socket is set up.
    pub fn operation(&self) -> &'static str {
        self.0.operation
    }

    /// Whether stopped.
    pub fn is_stopped(&self) -> bool {
        matches!(self.0.kind, ErrorKind::Stopped)
    }

    /// The error number of the kernel or of the socket.
    pub fn raw_os_error(&self) -> Option<i32> {
        match &self.0.kind {
            ErrorKind::Kernel(error) => Some(error.errno),
            ErrorKind::Io(error) | ErrorKind::Join { error, .. } => error.raw_os_error(),
            _ => None,
        }
    }

    /// What the kernel says about its refusal.
    pub fn extended_ack(&self) -> Option<&ExtendedAck> {
        match &self.0.kind {
            ErrorKind::Kernel(error) => Some(&error.extended_ack),
            _ => None,
        }
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Fault {
            family,
            operation,
            kind,
        } = &*self.0;
        f.debug_struct("Error")
            .field("family", family)
            .field("operation", operation)
            .field("kind", kind)
            .finish()
    }
}

impl core::error::Error for Error {}
impl core::error::Error for KernelError {}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Fault {
            family,
            operation,
            kind,
        } = &*self.0;
        let what = match kind {
            ErrorKind::Decode(_) => " reply",
            ErrorKind::DecodeEvent(_) => " event",
            _ => "",
        };
        write!(f, "{family} {operation}{what}: {kind}")
    }
}

impl fmt::Display for ErrorKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Kernel(error) => error.fmt(f),
            Self::Encode(error) => error.fmt(f),
            Self::Decode(error) | Self::DecodeEvent(error) => error.fmt(f),
            Self::Io(error) => error.fmt(f),
            Self::Timeout => write!(f, "nothing came within the receive timeout"),
            Self::Truncated { length, capacity } => {
                write!(
                    f,
                    "a datagram of {length} bytes does not fit the receive buffer of {capacity}"
                )
            }
            Self::NoReply => write!(f, "acknowledged without the declared reply"),
            Self::Command { found, expected } => {
                write!(f, "the reply has command {found}, declared is {expected}")
            }
            Self::DumpInterrupted => write!(f, "the dump was interrupted by a change; dump again"),
            Self::FamilyNotFound => {
                write!(f, "the running kernel has no such generic netlink family")
            }
            Self::FamilyGone => write!(f, "the kernel has unregistered the family"),
            Self::Stopped => write!(f, "stopped"),
            Self::NoGroups => write!(f, "no group"),
            Self::Join { group, error } => write!(f, "multicast group `{group}`: {error}"),
            Self::GroupNotFound { group } => write!(
                f,
                "the running kernel has no multicast group `{group}` in it"
            ),
            Self::ForeignGroup { group, family } => {
                write!(f, "multicast group `{group}` belongs to family `{family}`")
            }
        }
    }
}

impl fmt::Display for KernelError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", io::Error::from_raw_os_error(self.errno))?;
        // It may hold a cookie alone, of which there is nothing to say.
        match self.extended_ack.to_string() {
            text if text.is_empty() => Ok(()),
            text => write!(f, ": {text}"),
        }
    }
}

impl From<Error> for io::Error {
    /// Keeps the error number where there is one, so that [`io::Error::kind`] tells the sort.
    fn from(error: Error) -> Self {
        let kind = match error.kind() {
            ErrorKind::Kernel(kernel) => io::Error::from_raw_os_error(kernel.errno).kind(),
            ErrorKind::Io(io) => io.kind(),
            ErrorKind::Timeout => io::ErrorKind::TimedOut,
            ErrorKind::Encode(_) => io::ErrorKind::InvalidInput,
            ErrorKind::FamilyNotFound | ErrorKind::GroupNotFound { .. } => io::ErrorKind::NotFound,
            ErrorKind::DumpInterrupted => io::ErrorKind::Interrupted,
            _ => io::ErrorKind::InvalidData,
        };
        io::Error::new(kind, error)
    }
}
