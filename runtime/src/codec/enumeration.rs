//! Enumerations: integers with names for some values. Values without a name are kept.

use super::{FromPayload, Integer, Meta, Payload};
use crate::description::{self, Kind};
use crate::error::DecodeError;
use crate::wire::{Attribute, AttributeWriter};

/// An enum that stands for an integer, by `#[derive(Enumeration)]`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an enumeration",
    label = "no `#[derive(Enumeration)]` on it"
)]
pub trait Enumeration: Sized {
    /// The integer, as in `#[repr(..)]`.
    type Repr: Integer;

    /// Its names and values, as data.
    const DESCRIPTION: description::Enumeration;

    /// The variant for a value; the `#[unknown]` one for a value without a name.
    fn from_repr(repr: Self::Repr) -> Self;

    /// The value.
    fn to_repr(&self) -> Self::Repr;
}

// An author's type that is no payload is told what can be, not to implement this bound.
#[diagnostic::do_not_recommend]
impl<E: Enumeration> Payload for E {
    const KIND: Kind = Kind::Enumeration(<E::Repr as Integer>::KIND, &E::DESCRIPTION);

    #[inline]
    fn put(&self, meta: &Meta, out: &mut AttributeWriter<'_>) {
        self.to_repr().put(meta, out);
    }
}

#[diagnostic::do_not_recommend]
impl<E: Enumeration> FromPayload<'_> for E {
    #[inline]
    fn get(meta: &Meta, attribute: Attribute<'_>) -> Result<Self, DecodeError> {
        E::Repr::get(meta, attribute).map(E::from_repr)
    }
}
