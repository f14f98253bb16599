//! Sockets in another network namespace.

use std::fs::File;
use std::io;
use std::os::fd::{AsFd, BorrowedFd, OwnedFd};
use std::path::Path;
use std::thread;

use rustix::thread::{LinkNameSpaceType, move_into_link_name_space};

use crate::error::{Error, ErrorKind};

/// A network namespace in which sockets can be opened.
///
/// ```no_run
/// use genl::mptcp_pm::{Diag, MptcpPm};
/// use genl::transport::NetworkNamespace;
///
/// let blue = NetworkNamespace::named("blue")?;
/// let mut pm = blue.within(MptcpPm::connect)?;
/// let mut events = blue.within(|| MptcpPm::listen(&[MptcpPm::EVENTS]))?;
/// let mut diag = blue.within(Diag::open)?;
/// # Ok::<(), genl::Error>(())
/// ```
///
/// A socket stays in the network namespace in which it was opened, whichever thread uses it. The namespace of the calling
/// thread does not change.
///
/// Requires the feature `namespaces`, and `CAP_SYS_ADMIN` for [`within`](Self::within).
#[derive(Debug)]
pub struct NetworkNamespace(OwnedFd);

impl NetworkNamespace {
    /// Opens the namespace at `path`, such as `/proc/1234/ns/net`, or a file that it is bind-mounted to.
    ///
    /// # Errors
    ///
    /// Fails if the file cannot be opened. The error contains the path.
    pub fn at(path: impl AsRef<Path>) -> Result<Self, Error> {
        let path = path.as_ref();
        match File::open(path) {
            Ok(file) => Ok(Self(file.into())),
            Err(error) => {
                let text = format!("{}: {error}", path.display());
                Err(fault("open", io::Error::new(error.kind(), text)))
            }
        }
    }

    /// Opens the namespace that `ip netns add NAME` creates: `/run/netns/NAME`.
    ///
    /// # Errors
    ///
    /// Fails if there is no such namespace, and if `name` contains a slash, starts with a dot or is empty.
    pub fn named(name: &str) -> Result<Self, Error> {
        if name.is_empty() || name.contains('/') || name.starts_with('.') {
            let text = format!("`{name}` is not the name of a network namespace");
            return Err(fault(
                "open",
                io::Error::new(io::ErrorKind::InvalidInput, text),
            ));
        }
        Self::at(Path::new("/run/netns").join(name))
    }

    /// Calls `open` in this namespace, on a new thread, and returns its result.
    ///
    /// # Errors
    ///
    /// Fails if `open` fails. Fails with `EPERM` if the caller lacks `CAP_SYS_ADMIN` in its own user namespace or in the one
    /// that owns the network namespace, and with `EINVAL` if the descriptor is not that of a network namespace (`setns(2)`).
    ///
    /// # Panics
    ///
    /// Panics if `open` panics.
    pub fn within<T: Send>(
        &self,
        open: impl FnOnce() -> Result<T, Error> + Send,
    ) -> Result<T, Error> {
        let there = || {
            let network = Some(LinkNameSpaceType::Network);
            move_into_link_name_space(self.as_fd(), network)
                .map_err(|error| fault("enter", error.into()))?;
            open()
        };
        thread::scope(|scope| {
            let thread = thread::Builder::new().spawn_scoped(scope, there);
            let thread = thread.map_err(|error| fault("enter", error))?;
            thread
                .join()
                .unwrap_or_else(|panic| std::panic::resume_unwind(panic))
        })
    }
}

impl From<OwnedFd> for NetworkNamespace {
    /// Wraps the descriptor of a network namespace, for example one that another process has sent.
    fn from(descriptor: OwnedFd) -> Self {
        Self(descriptor)
    }
}

impl AsFd for NetworkNamespace {
    fn as_fd(&self) -> BorrowedFd<'_> {
        self.0.as_fd()
    }
}

fn fault(operation: &'static str, error: io::Error) -> Error {
    Error::new("network namespace", operation, ErrorKind::Io(error))
}
