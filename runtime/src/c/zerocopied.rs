//! C structs and their members, for the words `c_struct` and `header`: what `zerocopy` alone does not have.
//!
//! ```
//! use genl::c::{Enum, Flags, WithList};
//! use genl::{AttributeSet, CStruct, Enumeration};
//! use zerocopy::byteorder::network_endian;
//! use zerocopy::{FromBytes, Immutable, IntoBytes};
//!
//! #[derive(Clone, Copy, Debug, PartialEq, Enumeration)]
//! #[repr(u16)]
//! pub enum Protocol {
//!     Ipv4 = 0x0800,
//!     #[unknown]
//!     Other(u16),
//! }
//!
//! bitflags::bitflags! {
//!     #[derive(Clone, Copy, Debug, PartialEq)]
//!     pub struct Mode: u16 {
//!         const FAST = 1;
//!     }
//! }
//!
//! #[derive(Clone, Copy, Debug, PartialEq, FromBytes, IntoBytes, Immutable, CStruct)]
//! #[repr(C)]
//! pub struct Filter {
//!     pub protocol: Enum<Protocol, network_endian::U16>,
//!     pub mode: Flags<Mode>,
//! }
//!
//! /// `struct { u32 entries; struct { u8 pc[8]; u32 count; } points[]; }`
//! #[derive(Clone, Copy, Debug, PartialEq, FromBytes, IntoBytes, Immutable, CStruct)]
//! #[repr(C)]
//! pub struct Point {
//!     pub pc: [u8; 8],
//!     pub count: u32,
//! }
//!
//! #[derive(Debug, PartialEq, AttributeSet)]
//! pub struct Message {
//!     #[attr(1, c_struct)]
//!     pub filter: Filter,
//!     #[attr(2, c_struct)]
//!     pub alert: WithList<u32, Point>,
//! }
//!
//! let message = Message {
//!     filter: Filter { protocol: Protocol::Ipv4.into(), mode: Mode::FAST.into() },
//!     alert: WithList { head: 1, list: vec![Point { pc: [7; 8], count: 3 }] },
//! };
//! let bytes = [
//!     8, 0, 1, 0, 8, 0, 1, 0, //
//!     20, 0, 2, 0, 1, 0, 0, 0, 7, 7, 7, 7, 7, 7, 7, 7, 3, 0, 0, 0,
//! ];
//! assert_eq!(message.to_bytes()?, bytes);
//! assert_eq!(Message::from_bytes(&bytes)?.filter.protocol.get(), Protocol::Ipv4);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod members;

use core::fmt;
use core::marker::PhantomData;

use zerocopy::{FromBytes, Immutable, IntoBytes, KnownLayout, Unaligned};

use crate::codec::Enumeration;

pub use members::{CStruct, Member};
#[doc(hidden)]
pub use members::{Layout, member};

/// An integer in a C struct that holds the enumeration `E`. Values without a name are kept.
///
/// `R` is the integer on the wire: of another byte order it is one of `zerocopy::byteorder`.
#[derive(FromBytes, Immutable, IntoBytes, KnownLayout, Unaligned)]
#[repr(transparent)]
pub struct Enum<E: Enumeration, R = <E as Enumeration>::Repr> {
    integer: R,
    marker: PhantomData<E>,
}

/// An integer in a C struct that holds the flags `F`, which are made by `bitflags!`. Bits without a name are kept.
///
/// `R` is the integer on the wire: of another byte order it is one of `zerocopy::byteorder`.
#[derive(FromBytes, Immutable, IntoBytes, KnownLayout, Unaligned)]
#[repr(transparent)]
pub struct Flags<F: bitflags::Flags, R = <F as bitflags::Flags>::Bits> {
    integer: R,
    marker: PhantomData<F>,
}

macro_rules! members {
    ($($member:ident of $value:ident: $bound:path, $integer:ty, $from:path, $to:expr;)*) => {$(
        impl<$value: $bound, R> $member<$value, R> {
            /// Holds an integer as it is on the wire, be it without a name. For constants; elsewhere `into()` of a value is shorter.
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

/// A C struct and a list of others behind it, up to the end of the attribute (C's flexible array member).
///
/// The head is written as it is: where it holds the number of elements, the author sets it. A payload that is shorter than the
/// head, or ends inside of an element, is refused.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct WithList<H, T> {
    /// What comes first.
    pub head: H,
    /// The elements.
    pub list: Vec<T>,
}
