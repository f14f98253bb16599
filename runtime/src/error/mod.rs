//! Errors: what failed, where, and why.
//!
//! - [`Error`] is what an operation fails with: family, operation and reason ([`ErrorKind`]).
//! - [`KernelError`] is the error number of the kernel, with its [`ExtendedAck`].
//! - [`DecodeError`] and [`EncodeError`] name an attribute that cannot be decoded or encoded.
//!
//! Every error has a text that can be shown to people. `{:?}` shows the same text, so that `main` can return an error.
//! `{:#?}` shows the structure.

mod decode;
mod encode;
mod errno;
mod extended_ack;
mod hint;
mod io;
mod kernel;
mod measures;
mod path;
#[cfg(test)]
mod tests;
mod text;

pub use decode::{DecodeError, DecodeErrorKind};
pub use encode::{EncodeError, EncodeErrorKind};
pub use errno::Errno;
pub use extended_ack::{ExtendedAck, Missing};
pub(crate) use hint::Hint;
pub use kernel::KernelError;
pub use path::{Path, Segment};

/// The result of decoding a value.
pub type Decoded<T> = Result<T, DecodeError>;

/// Why an operation failed.
///
/// Shown as family, operation and reason. Each of them is also available as data.
///
/// ```text
/// mptcp_pm add-addr: Invalid argument (EINVAL): missing attribute `addr`
/// ```
///
/// Methods answer the usual questions of a caller. "If it exists, go on" is one line:
///
/// ```
/// # use genl::mptcp_pm::{AddAddr, MptcpPm};
/// # use genl::{Client, ExtendedAck, Scripted};
/// # let request = AddAddr { addr: std::net::Ipv4Addr::new(10, 0, 0, 7).into() };
/// # let mut peer = Scripted::new();
/// # peer.family(MptcpPm::DESCRIPTION, 28)?;
/// # peer.expect(&MptcpPm::ADD_ADDR, &request)?.refuse(libc::EEXIST, &ExtendedAck::default())?;
/// # let mut pm = MptcpPm::new(Client::over(peer)?);
/// pm.add_addr(&request).or_else(|e| e.is_exists().then_some(()).ok_or(e))?;
/// # Ok::<(), genl::Error>(())
/// ```
pub struct Error(Box<Fault>);

struct Fault {
    family: &'static str,
    operation: &'static str,
    kind: ErrorKind,
    hint: Option<Hint>,
}

/// The reasons why an operation fails.
///
/// ```
/// use genl::mptcp_pm::MptcpPm;
/// use genl::{Client, ErrorKind, Scripted};
///
/// # let mut peer = Scripted::new();
/// # peer.family(MptcpPm::DESCRIPTION, 28)?;
/// # peer.expect(&MptcpPm::GET_LIMITS, &())?.refuse(libc::EPERM, &Default::default())?;
/// # let mut pm = MptcpPm::new(Client::over(peer)?);
/// match pm.get_limits() {
///     Ok(limits) => println!("{limits:?}"),
///     Err(error) => match error.kind() {
///         ErrorKind::FamilyNotFound => println!("this kernel has no MPTCP"),
///         ErrorKind::Timeout => println!("the kernel did not answer"),
///         ErrorKind::Kernel(refusal) if refusal.errno == libc::EPERM => println!("{error}"),
///         _ => return Err(error),
///     },
/// }
/// # Ok::<(), genl::Error>(())
/// ```
#[derive(Debug)]
#[non_exhaustive]
#[allow(clippy::large_enum_variant)] // an error lies in a box
pub enum ErrorKind {
    /// The kernel answered with an error.
    Kernel(KernelError),
    /// A value of the request cannot be encoded. Nothing was sent.
    Encode(EncodeError),
    /// The reply cannot be decoded: it does not match its description.
    Decode(DecodeError),
    /// An event cannot be decoded: it does not match its description.
    DecodeEvent(DecodeError),
    /// The socket failed.
    Io(std::io::Error),
    /// No answer or event arrived within the timeout. The kernel may have carried out the operation.
    Timeout,
    /// A datagram is larger than the receive buffer. None of it was decoded.
    Truncated {
        /// The length of the datagram, in bytes.
        length: usize,
        /// The size of the buffer, in bytes.
        capacity: usize,
    },
    /// The kernel only acknowledged the request, but the operation declares a reply.
    NoReply,
    /// The command of the reply is not the declared one.
    Command {
        /// The command of the reply.
        found: u8,
        /// The command that the operation declares.
        expected: u8,
    },
    /// The objects changed during the dump (`NLM_F_DUMP_INTR`), so the replies before this error may be inconsistent. Dump
    /// again.
    DumpInterrupted,
    /// The running kernel has no such family.
    FamilyNotFound,
    /// The kernel unregistered the family of a listener. Events resume when the family is registered again.
    FamilyGone,
    /// The family has no such multicast group in the running kernel.
    GroupNotFound {
        /// The name of the group.
        group: &'static str,
    },
    /// The group belongs to another family than the events of the listener.
    ForeignGroup {
        /// The name of the group.
        group: &'static str,
        /// The family it belongs to.
        family: &'static str,
    },
    /// The list of multicast groups for a listener is empty.
    NoGroups,
    /// Joining or leaving a multicast group failed.
    Join {
        /// The name of the group.
        group: &'static str,
        /// The error of the socket.
        error: std::io::Error,
    },
    /// The listener was stopped.
    Stopped,
    /// The handle belongs to another [`Batch`](crate::Batch).
    NotInBatch,
    /// The [`Scripted`](crate::Scripted) peer does not know the family. Call [`Scripted::family`](crate::Scripted::family)
    /// first.
    NotScripted,
}

impl Error {
    #[cold]
    pub(crate) fn new(family: &'static str, operation: &'static str, kind: ErrorKind) -> Self {
        Self(Box::new(Fault {
            family,
            operation,
            kind,
            hint: None,
        }))
    }

    /// Adds what is known about the operation. It is shown only with the errors that it explains.
    #[cold]
    #[must_use]
    pub(crate) fn with_hint(mut self, hint: Hint) -> Self {
        self.0.hint = Some(hint);
        self
    }

    /// Returns the reason.
    pub fn kind(&self) -> &ErrorKind {
        &self.0.kind
    }

    /// Returns the reason, without family and operation.
    pub fn into_kind(self) -> ErrorKind {
        self.0.kind
    }

    /// Returns the name of the family.
    pub fn family(&self) -> &'static str {
        self.0.family
    }

    /// Returns the name of the operation or event; `connect` or `listen` while a socket is set up.
    pub fn operation(&self) -> &'static str {
        self.0.operation
    }

    /// Returns the error number of the kernel or of the socket, positive, as in `errno(3)`.
    pub fn errno(&self) -> Option<i32> {
        match &self.0.kind {
            ErrorKind::Kernel(error) => Some(error.errno),
            ErrorKind::Io(error) | ErrorKind::Join { error, .. } => error.raw_os_error(),
            _ => None,
        }
    }

    /// Returns the same as [`errno`](Self::errno), under the name that [`std::io::Error`] uses.
    pub fn raw_os_error(&self) -> Option<i32> {
        self.errno()
    }

    /// Returns the extended ack of an error that the kernel answered with.
    pub fn extended_ack(&self) -> Option<&ExtendedAck> {
        match &self.0.kind {
            ErrorKind::Kernel(error) => Some(&error.extended_ack),
            _ => None,
        }
    }

    /// Returns whether the object exists already (`EEXIST`).
    pub fn is_exists(&self) -> bool {
        self.errno() == Some(libc::EEXIST)
    }

    /// Returns whether something does not exist: the object of the operation (`ENOENT`, `ENODEV`, `ESRCH`), the family or
    /// the multicast group.
    ///
    /// Some families use another number for a missing object: `mptcp_pm` uses `EINVAL`.
    pub fn is_not_found(&self) -> bool {
        use ErrorKind::{FamilyGone, FamilyNotFound, GroupNotFound};
        let is_kind = matches!(
            self.kind(),
            FamilyNotFound | FamilyGone | GroupNotFound { .. }
        );
        is_kind
            || matches!(
                self.errno(),
                Some(libc::ENOENT | libc::ENODEV | libc::ESRCH)
            )
    }

    /// Returns whether the caller lacks the permission (`EPERM`, `EACCES`).
    pub fn is_permission_denied(&self) -> bool {
        matches!(self.errno(), Some(libc::EPERM | libc::EACCES))
    }

    /// Returns whether the object is in use (`EBUSY`).
    pub fn is_busy(&self) -> bool {
        self.errno() == Some(libc::EBUSY)
    }

    /// Returns whether the operation was interrupted and can be repeated: the objects changed during a dump
    /// ([`ErrorKind::DumpInterrupted`]), or a signal interrupted it in the kernel (`EINTR`, `ERESTARTSYS`).
    pub fn is_interrupted(&self) -> bool {
        let is_kind = matches!(self.kind(), ErrorKind::DumpInterrupted);
        is_kind
            || self
                .errno()
                .is_some_and(|errno| Errno(errno).is_interrupted())
    }

    /// Returns whether a listener was [stopped](crate::Stopper).
    pub fn is_stopped(&self) -> bool {
        matches!(self.kind(), ErrorKind::Stopped)
    }

    /// Returns whether no answer or event arrived within the timeout ([`ErrorKind::Timeout`]).
    ///
    /// `ETIMEDOUT` is something else: the kernel answered that a device did not respond.
    pub fn is_timeout(&self) -> bool {
        matches!(self.kind(), ErrorKind::Timeout)
    }
}

impl core::error::Error for Error {
    /// Returns the error inside of the [`ErrorKind`], if there is one. The text of this error already contains its text.
    fn source(&self) -> Option<&(dyn core::error::Error + 'static)> {
        match &self.0.kind {
            ErrorKind::Kernel(error) => Some(error),
            ErrorKind::Encode(error) => Some(error),
            ErrorKind::Decode(error) | ErrorKind::DecodeEvent(error) => Some(error),
            ErrorKind::Io(error) | ErrorKind::Join { error, .. } => Some(error),
            _ => None,
        }
    }
}
