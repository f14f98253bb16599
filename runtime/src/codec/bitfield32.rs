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

#[diagnostic::do_not_recommend]
impl<F: bitflags::Flags<Bits = u32>> Payload<word::Bitfield32> for Bitfield32<F> {
    const KIND: Kind = Kind::Bitfield32(description::Flags::of::<F>());

    #[inline]
    fn put(&self, meta: &Meta, out: &mut AttributeWriter<'_>) {
        let (value, selector) = (self.value.bits(), self.selector.bits());
        if value & !selector != 0 {
            out.fail(meta.place, EncodeErrorKind::Selector { value, selector });
            return;
        }
        let [[v0, v1, v2, v3], [s0, s1, s2, s3]] = [value, selector].map(u32::to_ne_bytes);
        out.fixed(meta.number, [v0, v1, v2, v3, s0, s1, s2, s3]);
    }
}

#[diagnostic::do_not_recommend]
impl<F: bitflags::Flags<Bits = u32>> FromPayload<'_, word::Bitfield32> for Bitfield32<F> {
    #[inline]
    fn blank(_: &Meta, _: &Reading<'_>) -> Decoded<Self> {
        Ok(Self {
            value: F::empty(),
            selector: F::empty(),
        })
    }

    #[inline]
    fn get(_: &Meta, attribute: Attribute<'_>) -> Result<Self, DecodeError> {
        let [v0, v1, v2, v3, s0, s1, s2, s3] = exactly(attribute)?;
        let flags = |bytes| F::from_bits_retain(u32::from_ne_bytes(bytes));
        Ok(Self {
            value: flags([v0, v1, v2, v3]),
            selector: flags([s0, s1, s2, s3]),
        })
    }
}
