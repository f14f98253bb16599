//! Explanations after the text of an error: what to do about it.

use core::fmt;

use super::ErrorKind;
use crate::description::Permission;

/// What is known about an operation. It is shown after the errors that it explains.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Hint {
    /// The permission that the operation needs. It explains `EPERM`.
    Permission(Permission),
    /// The operation declares a reply. It explains a timeout: the kernel may send no reply.
    AckOnly,
}

/// Returns the explanation of an error of this kind, or an empty text.
pub(super) fn explain(kind: &ErrorKind, hint: Option<Hint>) -> &'static str {
    match (kind, hint) {
        (ErrorKind::Kernel(error), Some(Hint::Permission(permission)))
            if error.errno == libc::EPERM =>
        {
            match permission {
                Permission::None => "",
                Permission::Admin => "needs `CAP_NET_ADMIN` in the initial user namespace",
                Permission::NamespaceAdmin => {
                    "needs `CAP_NET_ADMIN` in the user namespace that owns the network namespace"
                }
            }
        }
        // `genl_bind`, `net/netlink/genetlink.c`.
        (ErrorKind::Join { error, .. }, _) if error.raw_os_error() == Some(libc::EPERM) => {
            "joining a group needs `CAP_NET_ADMIN` (for some groups `CAP_SYS_ADMIN`) in the user namespace that owns the \
             network namespace"
        }
        (ErrorKind::Timeout, Some(Hint::AckOnly)) => {
            "an operation that the kernel only acknowledges is declared without `->`"
        }
        _ => "",
    }
}

/// Writes an explanation after the text of an error.
pub(super) fn write(f: &mut fmt::Formatter<'_>, explanation: &str) -> fmt::Result {
    match explanation {
        "" => Ok(()),
        text => write!(f, "; {text}"),
    }
}
