//! Flags with a selector of the bits that are meant (`struct nla_bitfield32`, `include/uapi/linux/netlink.h`).

use super::integer::exactly;
use super::{FromPayload, Meta, Payload, Reading};
use crate::description::{self, Kind};
use crate::error::{DecodeError, Decoded, EncodeErrorKind};
use crate::wire::{Attribute, AttributeWriter};
use crate::word;

/// Flags with a selector of the bits that are meant. A bit outside of the selector keeps its value.
///
/// The payload of a field with the word `bitfield32`. Encoding fails if `value` has bits outside of `selector`.
///
/// ```
/// use genl::{AttributeSet, Bitfield32};
///
/// bitflags::bitflags! {
///     #[derive(Clone, Copy, Debug, PartialEq)]
///     struct Mode: u32 {
///         const FAST = 1;
///         const QUIET = 2;
///     }
/// }
///
/// #[derive(AttributeSet)]
/// struct Change {
///     #[attr(1, bitfield32)]
///     mode: Bitfield32<Mode>,
/// }
///
/// // Sets `FAST`, clears `QUIET`, and leaves the others as they are.
/// let mode = Bitfield32 { value: Mode::FAST, selector: Mode::FAST | Mode::QUIET };
/// let bytes = Change { mode }.to_bytes()?;
/// # if cfg!(target_endian = "little") {
/// assert_eq!(bytes, [12, 0, 1, 0, 1, 0, 0, 0, 3, 0, 0, 0]);
/// # }
/// # Ok::<(), genl::EncodeError>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Bitfield32<F> {
    /// The flags.
    pub value: F,
    /// The bits that are meant.
    pub selector: F,
}

/// Implemented by `Bitfield32` alone. One trait serves encoding and decoding, so that rustc reports another type once.
pub trait Selected: Sized {
    /// The flags.
    type Flags: bitflags::Flags<Bits = u32>;

    /// Returns value and selector.
    fn bits(&self) -> [u32; 2];

    /// Creates the value from value and selector.
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
