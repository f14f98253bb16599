//! Sets that own their fields, and so outlive the message that they were decoded from.

use super::{AttributeSet, MixedAttribute};

/// An attribute set that owns its fields, and so does not borrow from the message that it was decoded from.
///
/// The derive implements it for every set without a lifetime. The [`Replies`](crate::Replies) of such a set are an
/// [`Iterator`].
#[diagnostic::on_unimplemented(
    message = "the replies borrow from the receive buffer, and each reply overwrites the last one",
    label = "`{Self}` has borrowed fields, so its replies are not an iterator",
    note = "write `while let Some(reply) = replies.next() {{ .. }}`, with `let mut replies = ..;` before it",
    note = "or write owned fields in the set, such as `String` in place of `&str`, or `Vec<u8>` in place of `&[u8]`"
)]
pub trait OwnedSet: for<'a> AttributeSet<View<'a> = Self> {}

/// A kind of mixed attributes that owns its fields. A `Vec` of it is an [`OwnedSet`].
///
/// The derive implements it for every enum without a lifetime.
#[diagnostic::on_unimplemented(
    message = "the replies borrow from the receive buffer, and each reply overwrites the last one",
    label = "`{Self}` has borrowed fields, so its replies are not an iterator",
    note = "write `while let Some(reply) = replies.next() {{ .. }}`, with `let mut replies = ..;` before it",
    note = "or write owned fields in the set, such as `String` in place of `&str`, or `Vec<u8>` in place of `&[u8]`"
)]
pub trait OwnedAttribute: for<'a> MixedAttribute<View<'a> = Self> {}

impl OwnedSet for () {}

impl<S: OwnedSet> OwnedSet for Option<S> {}

impl<S: OwnedSet> OwnedSet for Box<S> {}

impl<T: OwnedAttribute> OwnedSet for Vec<T> {}
