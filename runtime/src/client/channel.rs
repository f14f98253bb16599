//! The trait of everything that can carry out operations.

use super::{Client, Replies};
use crate::codec::AttributeSet;
use crate::error::Error;
use crate::family::{Do, Dump};
use crate::transport::Transport;

/// Carries out the operations of a family, and determines what its methods return.
///
/// A family is generic over its channel. Its methods return a `Result` over a [`Client`], and a future over an
/// `AsyncClient`. `&mut` of a channel is a channel too, so several families can share one socket.
///
/// A function that works with every channel is generic over it:
///
/// ```
/// use genl::mptcp_pm::{Limits, MptcpPm};
/// use genl::{Channel, Client, Scripted};
///
/// /// Asks for the limits, in blocking and in async programs.
/// fn limits<C: Channel>(pm: &mut MptcpPm<C>) -> C::Reply<'_, Limits> {
///     pm.get_limits()
/// }
///
/// let mut peer = Scripted::new();
/// peer.family(MptcpPm::DESCRIPTION, 28)?;
/// peer.expect(&MptcpPm::GET_LIMITS, &())?.reply(&Limits { rcv_add_addrs: 0, subflows: 2 })?;
///
/// let mut pm = MptcpPm::new(Client::over(peer)?);
/// assert_eq!(limits(&mut pm)?.subflows, 2);
/// # Ok::<(), genl::Error>(())
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a channel for operations",
    label = "expected a `Client`, a reference to one, or another channel",
    note = "write `Client::over(transport)?` for a client over a transport, such as `Scripted`"
)]
pub trait Channel {
    /// The result of an operation with one reply, or with an acknowledgement alone.
    type Reply<'c, R: AttributeSet + 'c>
    where
        Self: 'c;

    /// The result of a dump.
    type Dump<'c, R: AttributeSet + 'c>
    where
        Self: 'c;

    /// Carries out an operation with one reply, or with an acknowledgement alone.
    fn call<'c, Q: AttributeSet, R: AttributeSet + 'c>(
        &'c mut self,
        operation: &Do<Q, R>,
        request: &Q,
    ) -> Self::Reply<'c, R>;

    /// Carries out a dump.
    fn dump<'c, Q: AttributeSet, R: AttributeSet + 'c>(
        &'c mut self,
        operation: &Dump<Q, R>,
        request: &Q,
    ) -> Self::Dump<'c, R>;
}

impl<T: Transport> Channel for Client<T> {
    type Reply<'c, R: AttributeSet + 'c>
        = Result<R::View<'c>, Error>
    where
        Self: 'c;

    type Dump<'c, R: AttributeSet + 'c>
        = Result<Replies<'c, R, T>, Error>
    where
        Self: 'c;

    fn call<'c, Q: AttributeSet, R: AttributeSet + 'c>(
        &'c mut self,
        operation: &Do<Q, R>,
        request: &Q,
    ) -> Self::Reply<'c, R> {
        Client::call(self, operation, request)
    }

    fn dump<'c, Q: AttributeSet, R: AttributeSet + 'c>(
        &'c mut self,
        operation: &Dump<Q, R>,
        request: &Q,
    ) -> Self::Dump<'c, R> {
        Client::dump(self, operation, request)
    }
}

/// Lets several families share one client: `MptcpPm::new(&mut client)`.
impl<C: Channel> Channel for &mut C {
    type Reply<'c, R: AttributeSet + 'c>
        = C::Reply<'c, R>
    where
        Self: 'c;

    type Dump<'c, R: AttributeSet + 'c>
        = C::Dump<'c, R>
    where
        Self: 'c;

    fn call<'c, Q: AttributeSet, R: AttributeSet + 'c>(
        &'c mut self,
        operation: &Do<Q, R>,
        request: &Q,
    ) -> Self::Reply<'c, R> {
        (**self).call(operation, request)
    }

    fn dump<'c, Q: AttributeSet, R: AttributeSet + 'c>(
        &'c mut self,
        operation: &Dump<Q, R>,
        request: &Q,
    ) -> Self::Dump<'c, R> {
        (**self).dump(operation, request)
    }
}
