//! Integers with a byte order of their own: those of `zerocopy::byteorder`.

use zerocopy::byteorder::{self, BigEndian, LittleEndian};

use super::Member;
use crate::codec;
use crate::description::Kind;

// On a little-endian machine `native_endian` and `little_endian` are the same type. It is described as native.
macro_rules! ordered {
    ($($member:ident $int:ident)*) => {$(
        #[diagnostic::do_not_recommend]
        impl Member for byteorder::$member<BigEndian> {
            const KIND: Kind = Kind::Integer(<$int as codec::Integer>::KIND.network());
        }

        #[diagnostic::do_not_recommend]
        impl Member for byteorder::$member<LittleEndian> {
            const KIND: Kind = Kind::Integer(<$int as codec::Integer>::KIND.little());
        }
    )*};
}

ordered! { U16 u16 U32 u32 U64 u64 I16 i16 I32 i32 I64 i64 }
