//! What an operation goes through, and what its call returns.

use super::{Client, Replies};
use crate::codec::AttributeSet;
use crate::error::Error;
use crate::family::{Do, Dump};
use crate::transport::Transport;

/// Carries out operations. The methods of every family are written against it, so that it decides what they return.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a channel for operations",
    label = "expected a `Client`, a reference to one, or another channel",
    note = "write `Client::over(transport)?` for a client over a transport, such as `Scripted`"
)]
pub trait Channel {
    /// What a do returns.
    type Reply<'c, R: AttributeSet + 'c>
    where
        Self: 'c;

    /// What a dump returns.
    type Dump<'c, R: AttributeSet + 'c>
    where
        Self: 'c;

    /// Asks for one reply, or an acknowledgement.
    fn call<'c, Q: AttributeSet, R: AttributeSet + 'c>(
        &'c mut self,
        operation: &Do<Q, R>,
        request: &Q,
    ) -> Self::Reply<'c, R>;

    /// Asks for a dump.
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

/// Several families over one socket: `MptcpPm::new(&mut client)`.
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
