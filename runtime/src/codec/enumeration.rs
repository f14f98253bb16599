//! Enumerations: integers with names for some of their values. Values without a name are kept.

use super::{FromPayload, Integer, Meta, Packed, Payload, Reading};
use crate::description::{self, Kind};
use crate::error::{DecodeError, Decoded};
use crate::wire::{Attribute, AttributeWriter};
use crate::word::{BigEndian, Plain};

/// An enum that stands for an integer. Implemented by `#[derive(Enumeration)]`.
///
/// ```
/// use genl::Enumeration;
///
/// #[derive(Clone, Copy, Debug, PartialEq, Enumeration)]
/// #[repr(u16)]
/// enum AddressFamily {
///     Inet = 2,
///     Inet6 = 10,
///     #[unknown]
///     Other(u16),
/// }
///
/// assert_eq!(AddressFamily::from_repr(10), AddressFamily::Inet6);
/// assert_eq!(AddressFamily::from_repr(1), AddressFamily::Other(1));
/// assert_eq!(AddressFamily::Other(1).to_repr(), 1);
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an enumeration",
    label = "expected an enum with `#[derive(Enumeration)]`"
)]
pub trait Enumeration: Sized {
    /// The integer type, as in `#[repr(..)]`.
    type Repr: Integer;

    /// The names and values, as data.
    const DESCRIPTION: description::Enumeration;

    /// Returns the variant for a value. A value without a name gives the `#[unknown]` variant.
    fn from_repr(repr: Self::Repr) -> Self;

    /// Returns the value of the variant.
    fn to_repr(&self) -> Self::Repr;
}

// Not recommended by rustc: `Payload` lists the types that an author can use.
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
