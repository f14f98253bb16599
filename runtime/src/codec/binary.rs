//! Bytes of any length.

use bytes::Bytes;

use super::{FromPayload, Meta, Payload, Reading};
use crate::description::{Checks, Kind};
use crate::error::{DecodeError, DecodeErrorKind, Decoded, EncodeErrorKind};
use crate::wire::{Attribute, AttributeWriter};
use crate::word::Plain;

/// Fails if a set does not accept this length on decoding.
#[inline]
pub(super) fn check_length(length: usize, checks: Checks) -> Decoded<()> {
    let (min, max) = (checks.min_len, checks.max_len);
    if min <= length && length <= max {
        return Ok(());
    }
    Err(wrong_length(length, min, max))
}

#[cold]
fn wrong_length(length: usize, min: usize, max: usize) -> DecodeError {
    DecodeError::new(DecodeErrorKind::LengthRange { length, min, max })
}

#[inline]
fn put(bytes: &[u8], meta: &Meta, out: &mut AttributeWriter<'_>) {
    let Checks {
        min_len: min,
        max_len: max,
        ..
    } = meta.checks;
    let is_allowed = min <= bytes.len() && bytes.len() <= max;
    if !(is_allowed && out.any_bytes(meta.number, bytes)) {
        out.fail(meta.place, mistake(bytes.len(), [min, max], 0));
    }
}

/// Returns the mistake for a length. `nul` is the length of the NUL that follows.
#[cold]
#[inline(never)]
pub(super) fn mistake(length: usize, [min, max]: [usize; 2], nul: u16) -> EncodeErrorKind {
    if min <= length && length <= max {
        let length = 4 + length + usize::from(nul);
        EncodeErrorKind::TooLong { length }
    } else {
        EncodeErrorKind::LengthRange { length, min, max }
    }
}

macro_rules! binaries {
    ($($binary:ty;)*) => {$(
        #[diagnostic::do_not_recommend]
        impl<'a> Payload for $binary {
            const KIND: Kind = Kind::Binary;

            #[inline]
            fn put(&self, meta: &Meta, out: &mut AttributeWriter<'_>) {
                put(self, meta, out);
            }
        }

        #[diagnostic::do_not_recommend]
        impl<'a> FromPayload<'a> for $binary {
            #[inline]
            fn blank(_: &Meta, _: &Reading<'a>) -> Decoded<Self> {
                Ok(Self::default())
            }

            #[inline]
            fn get(meta: &Meta, attribute: Attribute<'a>) -> Result<Self, DecodeError> {
                check_length(attribute.payload().len(), meta.checks)?;
                Ok(attribute.payload().into())
            }
        }
    )*};
}

binaries! {
    &'a [u8];
    Vec<u8>;
}

/// Copies the bytes, since the receive buffer is reused.
#[diagnostic::do_not_recommend]
impl Payload for Bytes {
    const KIND: Kind = Kind::Binary;

    #[inline]
    fn put(&self, meta: &Meta, out: &mut AttributeWriter<'_>) {
        Payload::<Plain>::put(&&**self, meta, out);
    }
}

#[diagnostic::do_not_recommend]
impl FromPayload<'_> for Bytes {
    #[inline]
    fn blank(_: &Meta, _: &Reading<'_>) -> Decoded<Self> {
        Ok(Self::new())
    }

    #[inline]
    fn get(meta: &Meta, attribute: Attribute<'_>) -> Result<Self, DecodeError> {
        <&[u8] as FromPayload<Plain>>::get(meta, attribute).map(Self::copy_from_slice)
    }
}
