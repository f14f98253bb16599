//! The types that a member of a C struct can have, and their descriptions.

use crate::codec;
use crate::description::{self, Integer, Kind, Struct};

/// A struct with the memory layout of C. Implemented by `#[derive(CStruct)]`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a C struct",
    label = "expected a struct with `#[derive(genl::CStruct)]`",
    note = "write `#[derive(genl::CStruct)]` above the struct, beside `#[repr(C)]`"
)]
pub trait CStruct: Sized {
    /// Its members, as data.
    const DESCRIPTION: Struct;
}

/// A type that a member of a C struct can have.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be a member of a C struct",
    label = "this type cannot be a member",
    note = "a member is an integer, a type of `zerocopy::byteorder`, `genl::c::Enum`, `genl::c::Flags`, an array of these, or a struct with `#[derive(genl::CStruct)]`"
)]
pub trait Member: Sized {
    /// What the member holds.
    const KIND: Kind;
}

/// Returns the description of a member of type `T`, for the derive.
#[doc(hidden)]
pub const fn member<T: Member>(
    name: &'static str,
    offset: usize,
    doc: &'static str,
) -> description::Member {
    description::Member::new::<T>(name, offset, doc, T::KIND)
}

#[diagnostic::do_not_recommend]
impl<T: CStruct> Member for T {
    const KIND: Kind = Kind::Struct(&T::DESCRIPTION);
}

/// An array of bytes is described as bytes, and other arrays as arrays.
#[diagnostic::do_not_recommend]
impl<T: Member, const N: usize> Member for [T; N] {
    const KIND: Kind = match T::KIND {
        Kind::Integer(Integer {
            bytes: 1,
            signed: false,
            ..
        }) => Kind::Bytes(N),
        _ => Kind::FixedArray(&T::KIND, N),
    };
}

macro_rules! integers {
    ($($int:ident)*) => {$(
        #[diagnostic::do_not_recommend]
        impl Member for $int {
            const KIND: Kind = Kind::Integer(<$int as codec::Integer>::KIND);
        }
    )*};
}

integers! { u8 u16 u32 u64 i8 i16 i32 i64 }
