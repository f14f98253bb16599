//! Flags and which of them are meant (`struct nla_bitfield32`, `include/uapi/linux/netlink.h`).

use super::integer::exactly;
use super::{FromPayload, Meta, Payload, Reading};
use crate::description::{self, Kind};
use crate::error::{DecodeError, Decoded, EncodeErrorKind};
use crate::wire::{Attribute, AttributeWriter};
use crate::word;

/// Flags, and which of them are meant: a bit outside of the selector stays as it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Bitfield32<F> {
    /// The flags.
    pub value: F,
    /// Which of them are meant. Others must not be set in `value`: that is an encode error.
    pub selector: F,
}

/// A `Bitfield32`. One question for writing and reading, so that rustc says once of another type that it is none.
pub trait Selected: Sized {
    /// The flags.
    type Flags: bitflags::Flags<Bits = u32>;

    /// Value and selector.
    fn bits(&self) -> [u32; 2];

    /// Of value and selector.
    fn from_bits(bits: [u32; 2]) -> Self;
}

impl<F: bitflags::Flags<Bits = u32>> Selected for Bitfield32<F> {
    type Flags = F;

    #[inline]
    fn bits(&self) -> [u32; 2] {
        [self.value.bits(), self.selector.bits()]
    }

    #[inline]
    fn from_bits([value, selector]: [u32; 2]) -> Self {
        Self {
            value: F::from_bits_retain(value),
            selector: F::from_bits_retain(selector),
        }
    }
}

#[diagnostic::do_not_recommend]
impl<T: Selected> Payload<word::Bitfield32> for T {
    const KIND: Kind = Kind::Bitfield32(description::Flags::of::<T::Flags>());

    #[inline]
    fn put(&self, meta: &Meta, out: &mut AttributeWriter<'_>) {
        let [value, selector] = self.bits();
        if value & !selector != 0 {
            out.fail(meta.place, EncodeErrorKind::Selector { value, selector });
            return;
        }
        let [[v0, v1, v2, v3], [s0, s1, s2, s3]] = [value, selector].map(u32::to_ne_bytes);
        out.fixed(meta.number, [v0, v1, v2, v3, s0, s1, s2, s3]);
    }
}

#[diagnostic::do_not_recommend]
impl<T: Selected> FromPayload<'_, word::Bitfield32> for T {
    #[inline]
    fn blank(_: &Meta, _: &Reading<'_>) -> Decoded<Self> {
        Ok(Self::from_bits([0; 2]))
    }

    #[inline]
    fn get(_: &Meta, attribute: Attribute<'_>) -> Result<Self, DecodeError> {
        let [v0, v1, v2, v3, s0, s1, s2, s3] = exactly(attribute)?;
        let bits = [[v0, v1, v2, v3], [s0, s1, s2, s3]];
        Ok(Self::from_bits(bits.map(u32::from_ne_bytes)))
    }
}
