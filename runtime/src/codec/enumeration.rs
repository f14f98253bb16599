//! Enumerations: integers with names for some values. Values without a name are kept.

use super::{FromPayload, Integer, Meta, Packed, Payload, Reading};
use crate::description::{self, Kind};
use crate::error::{DecodeError, Decoded};
use crate::wire::{Attribute, AttributeWriter};
use crate::word::{BigEndian, Plain};

/// An enum that stands for an integer, by `#[derive(Enumeration)]`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an enumeration",
    label = "expected an enum with `#[derive(Enumeration)]`"
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
impl<E: Enumeration<Repr: Payload<BigEndian>>> Payload<BigEndian> for E {
    const KIND: Kind = Kind::Enumeration(<E::Repr as Integer>::KIND.network(), &E::DESCRIPTION);

    #[inline]
    fn put(&self, meta: &Meta, out: &mut AttributeWriter<'_>) {
        Payload::<BigEndian>::put(&self.to_repr(), meta, out);
    }
}

#[diagnostic::do_not_recommend]
impl<'a, E: Enumeration<Repr: FromPayload<'a, BigEndian>>> FromPayload<'a, BigEndian> for E {
    #[inline]
    fn blank(meta: &Meta, reading: &Reading<'a>) -> Decoded<Self> {
        <E::Repr as FromPayload<'a, BigEndian>>::blank(meta, reading).map(E::from_repr)
    }

    #[inline]
    fn get(meta: &Meta, attribute: Attribute<'a>) -> Result<Self, DecodeError> {
        <E::Repr as FromPayload<'a, BigEndian>>::get(meta, attribute).map(E::from_repr)
    }
}

macro_rules! packed {
    ($($word:ident)*) => {$(
        #[diagnostic::do_not_recommend]
        impl<E: Enumeration<Repr: Packed<$word>>> Packed<$word> for E
        where
            E: Payload<$word>,
        {
            const WIDTH: usize = <E::Repr as Packed<$word>>::WIDTH;

            #[inline]
            fn integer(&self) -> Option<i128> {
                Packed::<$word>::integer(&self.to_repr())
            }

            #[inline]
            fn pack(&self, place: &mut [u8]) {
                Packed::<$word>::pack(&self.to_repr(), place);
            }

            fn unpack(bytes: &[u8]) -> Decoded<Self> {
                <E::Repr as Packed<$word>>::unpack(bytes).map(E::from_repr)
            }
        }
    )*};
}

packed! { Plain BigEndian }

#[diagnostic::do_not_recommend]
impl<E: Enumeration> FromPayload<'_> for E {
    #[inline]
    fn blank(meta: &Meta, reading: &Reading<'_>) -> Decoded<Self> {
        E::Repr::blank(meta, reading).map(E::from_repr)
    }

    #[inline]
    fn get(meta: &Meta, attribute: Attribute<'_>) -> Result<Self, DecodeError> {
        E::Repr::get(meta, attribute).map(E::from_repr)
    }
}
