//! Integers of a fixed width, in host or network byte order.

use super::{FromPayload, Meta, Packed, Payload, Reading};
use crate::description::{self, ByteOrder, Checks, Kind};
use crate::error::{DecodeError, DecodeErrorKind, Decoded, EncodeError, EncodeErrorKind};
use crate::wire::{Attribute, AttributeWriter};
use crate::word::{BigEndian, Plain};

/// An integer type that an attribute can have: `u8` to `u64` and `i8` to `i64`.
pub trait Integer: Copy + Payload<Plain> + for<'a> FromPayload<'a, Plain> {
    /// The integer on the wire, in host byte order.
    const KIND: description::Integer;
}

/// Returns the `N` bytes of the payload. A longer payload fails too, so that a description that disagrees with the kernel
/// is noticed.
#[inline]
pub(super) fn exactly<const N: usize>(attribute: Attribute<'_>) -> Result<[u8; N], DecodeError> {
    exact(attribute.payload())
}

#[inline]
pub(super) fn exact<const N: usize>(payload: &[u8]) -> Result<[u8; N], DecodeError> {
    match payload.try_into() {
        Ok(bytes) => Ok(bytes),
        Err(_) => Err(wrong_length(payload.len(), N)),
    }
}

#[cold]
pub(super) fn wrong_length(length: usize, expected: usize) -> DecodeError {
    DecodeError::new(DecodeErrorKind::Length { length, expected })
}

/// Returns whether the checks of the set allow `value`. Records a mistake if they do not.
#[cfg_attr(debug_assertions, inline)]
#[cfg_attr(not(debug_assertions), inline(always))]
pub(super) fn allowed(value: i128, meta: &Meta, out: &mut AttributeWriter<'_>) -> bool {
    let Checks { min, max, .. } = &meta.checks;
    // The compiler removes this if no bound is declared.
    if min.is_none() && max.is_none() {
        return true;
    }
    let error = out_of_range(value, meta);
    let fits = error.is_none();
    if !fits {
        out.refuse(error);
    }
    fits
}

#[inline(never)]
fn out_of_range(value: i128, meta: &Meta) -> Option<EncodeError> {
    let Checks { min, max, .. } = meta.checks;
    let fits = min.is_none_or(|min| value >= min) && max.is_none_or(|max| value <= max);
    let kind = EncodeErrorKind::Range { value, min, max };
    (!fits).then(|| EncodeError::new(kind).within(meta.place))
}

macro_rules! integers {
    ($($int:ident $signed:literal: $($word:ident $order:ident $to:ident $from:ident),*;)*) => {$(
        impl Integer for $int {
            const KIND: description::Integer =
                description::Integer::of_bytes(size_of::<$int>(), $signed);
        }
        $(
            #[diagnostic::do_not_recommend]
            impl Payload<$word> for $int {
                const KIND: Kind = Kind::Integer(description::Integer {
                    order: ByteOrder::$order,
                    ..<$int as Integer>::KIND
                });

                #[cfg_attr(debug_assertions, inline)]
                #[cfg_attr(not(debug_assertions), inline(always))]
                fn put(&self, meta: &Meta, out: &mut AttributeWriter<'_>) {
                    if allowed(i128::from(*self), meta, out) {
                        out.fixed_by(meta.number, || self.$to());
                    }
                }
            }

            #[diagnostic::do_not_recommend]
            impl Packed<$word> for $int {
                const WIDTH: usize = size_of::<$int>();

                #[inline]
                fn integer(&self) -> Option<i128> {
                    Some(i128::from(*self))
                }

                #[inline]
                fn pack(&self, place: &mut [u8]) {
                    if let Some(place) = place.first_chunk_mut() {
                        *place = self.$to();
                    }
                }

                #[inline]
                fn unpack(bytes: &[u8]) -> Decoded<Self> {
                    exact(bytes).map(Self::$from)
                }
            }

            #[diagnostic::do_not_recommend]
            impl FromPayload<'_, $word> for $int {
                #[inline]
                fn blank(_: &Meta, _: &Reading<'_>) -> Decoded<Self> {
                    Ok(0)
                }

                #[inline]
                fn get(_: &Meta, attribute: Attribute<'_>) -> Result<Self, DecodeError> {
                    exactly(attribute).map(Self::$from)
                }
            }
        )*
    )*};
}

integers! {
    u8 false: Plain Host to_ne_bytes from_ne_bytes;
    u16 false: Plain Host to_ne_bytes from_ne_bytes, BigEndian Network to_be_bytes from_be_bytes;
    u32 false: Plain Host to_ne_bytes from_ne_bytes, BigEndian Network to_be_bytes from_be_bytes;
    u64 false: Plain Host to_ne_bytes from_ne_bytes, BigEndian Network to_be_bytes from_be_bytes;
    i8 true: Plain Host to_ne_bytes from_ne_bytes;
    i16 true: Plain Host to_ne_bytes from_ne_bytes, BigEndian Network to_be_bytes from_be_bytes;
    i32 true: Plain Host to_ne_bytes from_ne_bytes, BigEndian Network to_be_bytes from_be_bytes;
    i64 true: Plain Host to_ne_bytes from_ne_bytes, BigEndian Network to_be_bytes from_be_bytes;
}
