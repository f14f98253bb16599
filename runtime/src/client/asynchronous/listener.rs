//! The events of a family.

use core::fmt;
use core::future::Future;
use core::pin::Pin;
use core::task::{Context, Poll, ready};
use std::time::Duration;

use futures_core::Stream;

use super::AsyncClient;
use super::turn::Turn;
use crate::client::deadline::Deadline;
use crate::client::{Listener, Received};
use crate::conversation::{Found, Step};
use crate::error::{Error, ErrorKind};
use crate::family::event::family;
use crate::family::{Events, MulticastGroup, OwnedEvents};
use crate::transport::AsyncTransport;

/// The number of events after which other tasks get a turn. It is large, because events are lost while the receive buffer is
/// full.
const TURN: u8 = 128;

/// Receives the events of a family, in an async program.
///
/// Every family opens its own listener, with `listen_tokio` (feature `tokio`) or `listen_smol` (feature `smol`):
///
/// ```no_run
/// # #[cfg(feature = "examples")]
/// # async fn example() -> Result<(), genl::Error> {
/// use genl::Received;
/// use genl::mptcp_pm::MptcpPm;
///
/// let mut events = MptcpPm::listen_tokio(&[MptcpPm::EVENTS]).await?;
/// loop {
///     tokio::select! {
///         received = events.next() => match received? {
///             Received::Event(event) => println!("{event:?}"),
///             Received::Overrun => println!("the kernel dropped events here"),
///         },
///         _ = tokio::signal::ctrl_c() => break,
///     }
/// }
/// # Ok(())
/// # }
/// ```
///
/// Permissions, overruns and families that come and go are described at [`Listener`]. An async listener has no
/// [`Stopper`](crate::Stopper): to stop it, drop its future.
///
/// Events that own their fields are also a [`Stream`], which never ends.
///
/// # Cancel safety
///
/// Dropping a future of [`next`](Self::next) loses no event. The next call returns the event that the dropped future waited
/// for.
pub struct AsyncListener<E, T> {
    pub(super) listener: Listener<E, T>,
    /// The deadline of the event that the stream waits for.
    deadline: Option<Deadline>,
    turn: Turn,
}

impl<E: Events, T: AsyncTransport> AsyncListener<E, T> {
    /// Joins `groups` on the transport of `client`. See [`Listener::join`].
    ///
    /// # Cancel safety
    ///
    /// Dropping the future drops the client and its transport. Nothing else happens.
    pub async fn join(
        mut client: AsyncClient<T>,
        groups: &[MulticastGroup],
    ) -> Result<Self, Error> {
        Listener::<E, T>::prepare(&mut client.client, groups)?;
        let family = family::<E>();
        client.resolve(family).await?;
        Ok(Self {
            listener: Listener::finish(client.client, family, groups)?,
            deadline: None,
            turn: Turn::new(TURN),
        })
    }

    /// Joins another group of the family. See [`Listener::join_group`].
    pub fn join_group(&mut self, group: MulticastGroup) -> Result<(), Error> {
        self.listener.join_group(group)
    }

    /// Leaves a group. See [`Listener::leave_group`].
    pub fn leave_group(&mut self, group: MulticastGroup) -> Result<(), Error> {
        self.listener.leave_group(group)
    }

    /// Sets the timeout of [`next`](Self::next), by the clock of the runtime. See [`Listener::set_receive_timeout`].
    pub fn set_receive_timeout(&mut self, timeout: Option<Duration>) -> Result<(), Error> {
        self.listener.set_receive_timeout(timeout)
    }

    /// Sets the size of the buffer for one datagram, in bytes. See [`Listener::set_receive_capacity`].
    pub fn set_receive_capacity(&mut self, bytes: usize) -> Result<(), Error> {
        self.listener.set_receive_capacity(bytes)
    }

    /// Returns the transport.
    pub const fn transport(&mut self) -> &mut T {
        self.listener.transport()
    }

    /// Waits for the next event, or for the notice that events were lost. See [`Listener::next`].
    ///
    /// # Cancel safety
    ///
    /// Dropping the future loses no event. Its deadline is dropped with it: the next call starts a new one.
    #[allow(clippy::should_implement_trait)] // items borrow from the receive buffer
    pub fn next(&mut self) -> NextEvent<'_, E, T> {
        NextEvent {
            deadline: self.listener.deadline(),
            listener: Some(self),
        }
    }

    /// Returns the next event if it has already arrived. See [`Listener::try_next`].
    pub fn try_next(&mut self) -> Result<Option<Received<E::View<'_>>>, Error> {
        self.listener.try_next()
    }

    fn poll_found(
        &mut self,
        context: &mut Context<'_>,
        deadline: &mut Deadline,
    ) -> Poll<Result<Found, Error>> {
        ready!(self.turn.poll(context));
        let Listener {
            transport,
            incoming,
            ..
        } = &mut self.listener;
        loop {
            match incoming.next()? {
                Step::Found(found) => return Poll::Ready(Ok(found)),
                Step::Receive { buffer, may_wait } => {
                    let result =
                        ready!(deadline.poll_receive(transport, context, buffer, may_wait));
                    incoming.received(result)?;
                }
                // An async listener has no stopper.
                Step::Resume => incoming.resume(),
                Step::Join(group, id) => {
                    let result = transport.join(id);
                    if let Err(error) = result {
                        let kind = ErrorKind::Join { group, error };
                        return Poll::Ready(Err(self.listener.error("listen", kind)));
                    }
                }
            }
        }
    }
}

impl<E: OwnedEvents, T: AsyncTransport> Stream for AsyncListener<E, T> {
    type Item = Result<Received<E>, Error>;

    fn poll_next(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Received<E>, Error>>> {
        let this = self.get_mut();
        let mut deadline = this.deadline.take().unwrap_or(this.listener.deadline());
        let polled = this.poll_found(context, &mut deadline);
        if polled.is_pending() {
            this.deadline = Some(deadline);
        }
        let found = ready!(polled);
        Poll::Ready(Some(found.and_then(|found| this.listener.received(&found))))
    }
}

impl<E, T> fmt::Debug for AsyncListener<E, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("AsyncListener").finish_non_exhaustive()
    }
}

/// The future of [`AsyncListener::next`].
///
/// After it was ready, it is pending forever.
///
/// # Cancel safety
///
/// Dropping it loses no event.
#[must_use = "futures do nothing unless they are awaited"]
pub struct NextEvent<'l, E, T> {
    listener: Option<&'l mut AsyncListener<E, T>>,
    deadline: Deadline,
}

impl<'l, E: Events, T: AsyncTransport> Future for NextEvent<'l, E, T> {
    type Output = Result<Received<E::View<'l>>, Error>;

    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        let this = self.get_mut();
        let Some(listener) = this.listener.as_deref_mut() else {
            return Poll::Pending;
        };
        let found = ready!(listener.poll_found(context, &mut this.deadline));
        let Some(listener) = this.listener.take() else {
            return Poll::Pending;
        };
        Poll::Ready(found.and_then(|found| listener.listener.received(&found)))
    }
}

impl<E, T> fmt::Debug for NextEvent<'_, E, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("NextEvent").finish_non_exhaustive()
    }
}
