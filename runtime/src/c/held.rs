//! Integers that hold an enumeration or flags.

use core::fmt;
use core::marker::PhantomData;

use zerocopy::{FromBytes, Immutable, IntoBytes, KnownLayout, Unaligned};

use super::Member;
use crate::codec::Enumeration;
use crate::description::{self, Integer, Kind};

/// An integer in a C struct that holds the enumeration `E`. Values without a name are kept.
///
/// `R` is the integer on the wire: a type of `zerocopy::byteorder` for another byte order.
#[derive(FromBytes, Immutable, IntoBytes, KnownLayout, Unaligned)]
#[repr(transparent)]
pub struct Enum<E: Enumeration, R = <E as Enumeration>::Repr> {
    integer: R,
    marker: PhantomData<E>,
}

/// An integer in a C struct that holds the flags `F` of `bitflags!`. Bits without a name are kept.
///
/// `R` is the integer on the wire: a type of `zerocopy::byteorder` for another byte order.
#[derive(FromBytes, Immutable, IntoBytes, KnownLayout, Unaligned)]
#[repr(transparent)]
pub struct Flags<F: bitflags::Flags, R = <F as bitflags::Flags>::Bits> {
    integer: R,
    marker: PhantomData<F>,
}

macro_rules! members {
    ($($member:ident of $value:ident: $bound:path, $integer:ty, $from:path, $to:expr;)*) => {$(
        impl<$value: $bound, R> $member<$value, R> {
            /// Creates the member from the integer on the wire, with or without a name. For constants; elsewhere,
            /// `value.into()` is shorter.
            #[inline]
            pub const fn from_integer(integer: R) -> Self {
                Self {
                    integer,
                    marker: PhantomData,
                }
            }
        }

        impl<$value: $bound, R> $member<$value, R>
        where
            R: Copy + Into<$integer>,
        {
            /// Returns the value.
            #[inline]
            pub fn get(self) -> $value {
                $from(self.integer.into())
            }
        }

        impl<$value: $bound, R: From<$integer>> From<$value> for $member<$value, R> {
            #[inline]
            fn from(value: $value) -> Self {
                Self::from_integer(R::from($to(&value)))
            }
        }

        impl<$value: $bound, R: Copy> Clone for $member<$value, R> {
            #[inline]
            fn clone(&self) -> Self {
                *self
            }
        }

        impl<$value: $bound, R: Copy> Copy for $member<$value, R> {}

        impl<$value: $bound, R: PartialEq> PartialEq for $member<$value, R> {
            #[inline]
            fn eq(&self, other: &Self) -> bool {
                self.integer == other.integer
            }
        }

        impl<$value: $bound, R: Eq> Eq for $member<$value, R> {}

        impl<$value: $bound + Default, R: From<$integer>> Default for $member<$value, R> {
            fn default() -> Self {
                $value::default().into()
            }
        }

        /// Shows the value.
        impl<$value: $bound + fmt::Debug, R> fmt::Debug for $member<$value, R>
        where
            R: Copy + Into<$integer>,
        {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.get().fmt(f)
            }
        }
    )*};
}

members! {
    Enum of E: Enumeration, E::Repr, E::from_repr, E::to_repr;
    Flags of F: bitflags::Flags, F::Bits, F::from_bits_retain, F::bits;
}

/// Returns the integer of a member that holds an enumeration or flags.
const fn integer(kind: Kind) -> Integer {
    match kind {
        Kind::Integer(integer) => integer,
        _ => panic!(
            "the second parameter of `Enum` and `Flags` must be an integer or a type of `zerocopy::byteorder`"
        ),
    }
}

#[diagnostic::do_not_recommend]
impl<E: Enumeration, R: Member> Member for Enum<E, R> {
    const KIND: Kind = Kind::Enumeration(integer(R::KIND), &E::DESCRIPTION);
}

#[diagnostic::do_not_recommend]
impl<F: bitflags::Flags<Bits: Into<i128>>, R: Member> Member for Flags<F, R> {
    const KIND: Kind = Kind::Flags(integer(R::KIND), description::Flags::of::<F>());
}
