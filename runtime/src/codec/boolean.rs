//! `u8` on a `bool`: one byte, which is 0 or 1.
//!
//! The kernel writes such an attribute from a `bool`, and most families refuse other values (`NLA_POLICY_MAX(NLA_U8, 1)`).
//! Another value fails to decode, since a `bool` could not be encoded as the same byte.

use super::integer::{exact, exactly};
use super::{FromPayload, Meta, Packed, Payload, Reading, Truth};
use crate::description::{Kind, Presence};
use crate::error::{DecodeError, DecodeErrorKind, Decoded};
use crate::wire::{Attribute, AttributeWriter};
use crate::word::U8;

#[inline]
fn truth([value]: [u8; 1]) -> Decoded<bool> {
    match value {
        0 => Ok(false),
        1 => Ok(true),
        value => Err(DecodeError::new(DecodeErrorKind::Bool { value })),
    }
}

/// Implemented by `bool` alone. Implementing the codec for `bool` itself would make rustc mention it in unrelated errors.
pub trait Byte: Copy + From<bool> + Into<bool> {}
impl Byte for bool {}

#[diagnostic::do_not_recommend]
impl<T: Byte> Payload<U8> for T {
    const KIND: Kind = Kind::Bool;

    #[inline]
    fn put(&self, meta: &Meta, out: &mut AttributeWriter<'_>) {
        out.fixed(meta.number, [u8::from((*self).into())]);
    }
}

#[diagnostic::do_not_recommend]
impl<T: Byte> FromPayload<'_, U8> for T {
    #[inline]
    fn blank(_: &Meta, _: &Reading<'_>) -> Decoded<Self> {
        Ok(false.into())
    }

    #[inline]
    fn get(_: &Meta, attribute: Attribute<'_>) -> Decoded<Self> {
        exactly(attribute).and_then(truth).map(T::from)
    }
}

#[diagnostic::do_not_recommend]
impl<T: Byte> Packed<U8> for T {
    const WIDTH: usize = 1;

    #[inline]
    fn pack(&self, place: &mut [u8]) {
        place.fill(u8::from((*self).into()));
    }

    #[inline]
    fn unpack(bytes: &[u8]) -> Decoded<Self> {
        exact(bytes).and_then(truth).map(T::from)
    }
}

/// In a subset, where the generated code does not know whether a `bool` is a flag.
#[diagnostic::do_not_recommend]
impl Truth for U8 {
    const KIND: Kind = Kind::Bool;

    const PRESENCE: Presence = Presence::Required;

    #[inline]
    fn put_truth(value: bool, meta: &Meta, out: &mut AttributeWriter<'_>) {
        Payload::<Self>::put(&value, meta, out);
    }

    #[inline]
    fn get_truth(meta: &Meta, attribute: Attribute<'_>) -> Decoded<bool> {
        FromPayload::<Self>::get(meta, attribute)
    }
}
