//! Sockets in another network namespace.

use std::fs::File;
use std::io;
use std::os::fd::{AsFd, BorrowedFd, OwnedFd};
use std::path::Path;
use std::thread;

use rustix::thread::{LinkNameSpaceType, move_into_link_name_space};

use crate::error::{Error, ErrorKind};

/// A network namespace, for opening sockets in it.
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
/// A socket stays in the network namespace that it was opened in, whatever thread uses it.
///
/// Needs the feature `namespaces`.
#[derive(Debug)]
pub struct NetworkNamespace(OwnedFd);

impl NetworkNamespace {
    /// Opens the namespace at `path`, such as `/proc/1234/ns/net` or a bind mount of it.
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

    /// Opens the namespace that `ip netns` knows as `name`: `/run/netns/NAME`.
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

    /// Calls `open` in this namespace, on a thread of its own: the calling thread stays where it is.
    ///
    /// # Errors
    ///
    /// Those of `open`. `EPERM` without `CAP_SYS_ADMIN` in the user namespace that owns the network namespace and in that of the
    /// caller; `EINVAL` if the descriptor is not one of a network namespace (`setns(2)`).
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
    /// Takes a descriptor of a namespace, such as one that another process has sent.
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
