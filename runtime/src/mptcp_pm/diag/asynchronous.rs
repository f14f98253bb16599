//! `INET_DIAG` in async programs.

use super::{AF_INET, AF_INET6, DiagConnection, DiagSubflow, Listed, Listing, Snapshot, socket};
use crate::client::AsyncClient;
use crate::error::Error;
use crate::transport::{AsyncTransport, Netlink};

/// Asks the kernel for all connections and subflows, in an async program. See [`Diag`](super::Diag).
///
/// ```no_run
/// # #[cfg(feature = "tokio")]
/// # async fn example() -> Result<(), genl::Error> {
/// use genl::mptcp_pm::{AsyncDiag, ConnectionTable};
/// use genl::transport::Tokio;
///
/// let mut diag = AsyncDiag::<Tokio>::open()?;
/// let mut table = ConnectionTable::new();
/// table.resynchronise(&diag.snapshot().await?);
/// # Ok(())
/// # }
/// ```
///
/// # Cancel safety
///
/// Every future can be dropped at any time. The sockets received so far are lost, and the next call starts again.
#[derive(Debug)]
pub struct AsyncDiag<T> {
    client: AsyncClient<T>,
}

impl<T: AsyncTransport + From<Netlink>> AsyncDiag<T> {
    /// Opens a socket in the network namespace of the calling thread.
    ///
    /// # Errors
    ///
    /// Fails if the socket cannot be opened.
    pub fn open() -> Result<Self, Error> {
        Self::over(socket()?.into())
    }
}

impl<T: AsyncTransport> AsyncDiag<T> {
    /// Creates an `AsyncDiag` over `transport`, such as a [`Scripted`](crate::Scripted) peer in a test.
    pub fn over(transport: T) -> Result<Self, Error> {
        let client = AsyncClient::over(transport)?;
        Ok(Self { client })
    }

    /// Returns all connections and all subflows. See [`Diag::snapshot`](super::Diag::snapshot).
    pub async fn snapshot(&mut self) -> Result<Snapshot, Error> {
        Ok(Snapshot {
            connections: self.connections().await?,
            subflows: self.subflows().await?,
        })
    }

    /// Returns all connections, IPv4 first. A connection may have no subflow.
    pub async fn connections(&mut self) -> Result<Vec<DiagConnection>, Error> {
        self.dump().await
    }

    /// Returns all subflows of all connections, IPv4 first.
    pub async fn subflows(&mut self) -> Result<Vec<DiagSubflow>, Error> {
        self.dump().await
    }

    async fn dump<L: Listed>(&mut self) -> Result<Vec<L>, Error> {
        let mut sockets = Vec::new();
        for family in [AF_INET, AF_INET6] {
            let mut list = Listing::begin(self.client.conversation(), family, &mut sockets)?;
            loop {
                let found = self.client.drive().await;
                if list.take(self.client.conversation(), found)? {
                    break;
                }
            }
        }
        Ok(sockets)
    }
}
