//! Error numbers by their names.

use core::fmt;
use std::io;

/// An error number, shown with its text and its name: `File exists (EEXIST)`.
///
/// Errors of genl show their numbers this way. It also shows a number that an event carries:
///
/// ```
/// use genl::error::Errno;
///
/// assert_eq!(Errno(libc::EEXIST).to_string(), "File exists (EEXIST)");
/// assert_eq!(Errno(524).to_string(), "Kernel-internal error (ENOTSUPP, errno 524)");
/// assert_eq!(Errno(999).to_string(), "Unknown error (errno 999)");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Errno(pub i32);

/// Pairs each number with its name. The numbers are those of the target: they differ between architectures.
macro_rules! named {
    ($($(#[$attribute:meta])* $name:ident)*) => {
        &[$($(#[$attribute])* (libc::$name, stringify!($name))),*]
    };
}

/// The error numbers of `errno(3)`. If two names have one number, the first is used.
#[rustfmt::skip]
const NAMES: &[(i32, &str)] = named! {
    EPERM ENOENT ESRCH EINTR EIO ENXIO E2BIG ENOEXEC EBADF ECHILD EAGAIN ENOMEM EACCES EFAULT ENOTBLK EBUSY EEXIST EXDEV
    ENODEV ENOTDIR EISDIR EINVAL ENFILE EMFILE ENOTTY ETXTBSY EFBIG ENOSPC ESPIPE EROFS EMLINK EPIPE EDOM ERANGE
    EDEADLK ENAMETOOLONG ENOLCK ENOSYS ENOTEMPTY ELOOP ENOMSG EIDRM ECHRNG EL2NSYNC EL3HLT EL3RST ELNRNG EUNATCH
    ENOCSI EL2HLT EBADE EBADR EXFULL ENOANO EBADRQC EBADSLT EDEADLOCK EBFONT ENOSTR ENODATA ETIME ENOSR ENONET ENOPKG
    EREMOTE ENOLINK EADV ESRMNT ECOMM EPROTO EMULTIHOP EDOTDOT EBADMSG EOVERFLOW ENOTUNIQ EBADFD EREMCHG ELIBACC
    ELIBBAD ELIBSCN ELIBMAX ELIBEXEC EILSEQ ERESTART ESTRPIPE EUSERS ENOTSOCK EDESTADDRREQ EMSGSIZE EPROTOTYPE
    ENOPROTOOPT EPROTONOSUPPORT ESOCKTNOSUPPORT EOPNOTSUPP EPFNOSUPPORT EAFNOSUPPORT EADDRINUSE EADDRNOTAVAIL ENETDOWN
    ENETUNREACH ENETRESET ECONNABORTED ECONNRESET ENOBUFS EISCONN ENOTCONN ESHUTDOWN ETOOMANYREFS ETIMEDOUT
    ECONNREFUSED EHOSTDOWN EHOSTUNREACH EALREADY EINPROGRESS ESTALE EUCLEAN ENOTNAM ENAVAIL EISNAM EREMOTEIO EDQUOT
    ENOMEDIUM EMEDIUMTYPE ECANCELED ENOKEY EKEYEXPIRED EKEYREVOKED EKEYREJECTED EOWNERDEAD ENOTRECOVERABLE
    #[cfg(any(target_env = "gnu", target_env = "musl"))] ERFKILL
    #[cfg(any(target_env = "gnu", target_env = "musl"))] EHWPOISON
};

/// The error numbers that the kernel uses internally (`include/linux/errno.h`). Some families send them to user space. They
/// are the same on every architecture.
const INTERNAL: &[(i32, &str)] = &[
    (512, "ERESTARTSYS"),
    (513, "ERESTARTNOINTR"),
    (514, "ERESTARTNOHAND"),
    (515, "ENOIOCTLCMD"),
    (516, "ERESTART_RESTARTBLOCK"),
    (517, "EPROBE_DEFER"),
    (518, "EOPENSTALE"),
    (519, "ENOPARAM"),
    (521, "EBADHANDLE"),
    (522, "ENOTSYNC"),
    (523, "EBADCOOKIE"),
    (524, "ENOTSUPP"),
    (525, "ETOOSMALL"),
    (526, "ESERVERFAULT"),
    (527, "EBADTYPE"),
    (528, "EJUKEBOX"),
    (529, "EIOCBQUEUED"),
    (530, "ERECALLCONFLICT"),
    (531, "ENOGRACE"),
];

impl Errno {
    /// Returns the name, such as `EEXIST`, or `None` for a number without one.
    pub fn name(self) -> Option<&'static str> {
        self.find(NAMES).or_else(|| self.find(INTERNAL))
    }

    /// Returns whether a signal interrupted the operation: `EINTR`, and the numbers that make the kernel restart a system
    /// call. Some families send the latter.
    pub(super) fn is_interrupted(self) -> bool {
        matches!(self.0, libc::EINTR | 512..=514 | 516)
    }

    fn find(self, names: &[(i32, &'static str)]) -> Option<&'static str> {
        let found = names.iter().find(|(number, _)| *number == self.0);
        found.map(|(_, name)| *name)
    }
}

impl fmt::Display for Errno {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(number) = *self;
        if let Some(name) = self.find(NAMES) {
            let text = io::Error::from_raw_os_error(number).to_string();
            let text = text.split_once(" (os error").map_or("", |(text, _)| text);
            write!(f, "{text} ({name})")
        } else if let Some(name) = self.find(INTERNAL) {
            write!(f, "Kernel-internal error ({name}, errno {number})")
        } else {
            write!(f, "Unknown error (errno {number})")
        }
    }
}
