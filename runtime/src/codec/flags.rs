//! Flags: `bitflags` types in an integer. Bits without a name are kept.

use super::{FromPayload, Integer, Meta, Packed, Payload, Reading};
use crate::description::{self, Kind};
use crate::error::{DecodeError, Decoded};
use crate::wire::{Attribute, AttributeWriter};
use crate::word::{BigEndian, Flags, FlagsBigEndian, FlagsUint, Plain, Uint};

// Not recommended by rustc: `Payload` lists the types that an author can use.
#[diagnostic::do_not_recommend]
impl<F: bitflags::Flags<Bits: Integer + Into<i128>>> Payload<Flags> for F {
    const KIND: Kind = Kind::Flags(<F::Bits as Integer>::KIND, description::Flags::of::<F>());

    #[inline]
    fn put(&self, meta: &Meta, out: &mut AttributeWriter<'_>) {
        self.bits().put(meta, out);
    }
}

#[diagnostic::do_not_recommend]
impl<F: bitflags::Flags<Bits: Integer + Into<i128>>> FromPayload<'_, Flags> for F {
    #[inline]
    fn blank(_: &Meta, _: &Reading<'_>) -> Decoded<Self> {
        Ok(F::empty())
    }

    #[inline]
    fn get(meta: &Meta, attribute: Attribute<'_>) -> Result<Self, DecodeError> {
        F::Bits::get(meta, attribute).map(F::from_bits_retain)
    }
}

/// Implements flags for an integer with another word.
macro_rules! flags {
    ($($word:ident as $integer:ident: $kind:expr;)*) => {$(
        #[diagnostic::do_not_recommend]
        impl<F: bitflags::Flags<Bits: Integer + Into<i128> + Payload<$integer>>> Payload<$word> for F {
            const KIND: Kind = $kind;

            #[inline]
            fn put(&self, meta: &Meta, out: &mut AttributeWriter<'_>) {
                Payload::<$integer>::put(&self.bits(), meta, out);
            }
        }

        #[diagnostic::do_not_recommend]
        impl<'a, F: bitflags::Flags<Bits: Integer + Into<i128> + FromPayload<'a, $integer>>> FromPayload<'a, $word>
            for F
        {
            #[inline]
            fn blank(_: &Meta, _: &Reading<'a>) -> Decoded<Self> {
                Ok(F::empty())
            }

            #[inline]
            fn get(meta: &Meta, attribute: Attribute<'a>) -> Result<Self, DecodeError> {
                <F::Bits as FromPayload<'a, $integer>>::get(meta, attribute).map(F::from_bits_retain)
            }
        }
    )*};
}

flags! {
    FlagsBigEndian as BigEndian: Kind::Flags(<F::Bits as Integer>::KIND.network(), description::Flags::of::<F>());
    FlagsUint as Uint: Kind::Flags(super::variable::UINT, description::Flags::of::<F>());
}

macro_rules! packed {
    ($($word:ident as $integer:ident;)*) => {$(
        #[diagnostic::do_not_recommend]
        impl<F: bitflags::Flags<Bits: Packed<$integer>> + Payload<$word>> Packed<$word> for F {
            const WIDTH: usize = <F::Bits as Packed<$integer>>::WIDTH;

            #[inline]
            fn pack(&self, place: &mut [u8]) {
                Packed::<$integer>::pack(&self.bits(), place);
            }

            fn unpack(bytes: &[u8]) -> Decoded<Self> {
                <F::Bits as Packed<$integer>>::unpack(bytes).map(F::from_bits_retain)
            }
        }
    )*};
}

packed! {
    Flags as Plain;
    FlagsBigEndian as BigEndian;
}
