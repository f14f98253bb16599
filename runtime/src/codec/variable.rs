//! Integers of variable width (YNL's `uint` and `sint`): 4 bytes if the value fits, else 8.

use super::integer::allowed;
use super::{Enumeration, FromPayload, Meta, Payload, Reading};
use crate::description::{Integer, Kind};
use crate::error::{DecodeError, DecodeErrorKind, Decoded};
use crate::wire::{Attribute, AttributeWriter};
use crate::word::{Sint, Uint};

/// The integer of `uint`.
pub(super) const UINT: Integer = variable(false);

const fn variable(signed: bool) -> Integer {
    let mut integer = Integer::of_bytes(8, signed);
    integer.variable = true;
    integer
}

macro_rules! variable {
    ($($word:ident $wide:ident $narrow:ident $signed:literal;)*) => {$(
        #[diagnostic::do_not_recommend]
        impl Payload<$word> for $wide {
            const KIND: Kind = Kind::Integer(variable($signed));

            #[inline]
            fn put(&self, meta: &Meta, out: &mut AttributeWriter<'_>) {
                if !allowed(i128::from(*self), meta, out) {
                    return;
                }
                match $narrow::try_from(*self) {
                    Ok(narrow) => out.fixed(meta.number, narrow.to_ne_bytes()),
                    Err(_) => out.fixed(meta.number, self.to_ne_bytes()),
                }
            }
        }

        #[diagnostic::do_not_recommend]
        impl FromPayload<'_, $word> for $wide {
            #[inline]
            fn blank(_: &Meta, _: &Reading<'_>) -> Decoded<Self> {
                Ok(0)
            }

            #[inline]
            fn get(_: &Meta, attribute: Attribute<'_>) -> Result<Self, DecodeError> {
                let payload = attribute.payload();
                if let Ok(narrow) = payload.try_into() {
                    return Ok($narrow::from_ne_bytes(narrow).into());
                }
                let wide = payload.try_into().map($wide::from_ne_bytes);
                wide.map_err(|_| DecodeError::new(DecodeErrorKind::VariableLength { length: payload.len() }))
            }
        }
    )*};
}

/// Implements enumerations with 8-byte integers.
macro_rules! enumerations {
    ($($word:ident $wide:ident $signed:literal;)*) => {$(
        #[diagnostic::do_not_recommend]
        impl<E: Enumeration<Repr = $wide>> Payload<$word> for E {
            const KIND: Kind = Kind::Enumeration(variable($signed), &E::DESCRIPTION);

            #[inline]
            fn put(&self, meta: &Meta, out: &mut AttributeWriter<'_>) {
                Payload::<$word>::put(&self.to_repr(), meta, out);
            }
        }

        #[diagnostic::do_not_recommend]
        impl<E: Enumeration<Repr = $wide>> FromPayload<'_, $word> for E {
            #[inline]
            fn blank(meta: &Meta, reading: &Reading<'_>) -> Decoded<Self> {
                <$wide as FromPayload<'_, $word>>::blank(meta, reading).map(E::from_repr)
            }

            #[inline]
            fn get(meta: &Meta, attribute: Attribute<'_>) -> Result<Self, DecodeError> {
                <$wide as FromPayload<'_, $word>>::get(meta, attribute).map(E::from_repr)
            }
        }
    )*};
}

enumerations! {
    Uint u64 false;
    Sint i64 true;
}

variable! {
    Uint u64 u32 false;
    Sint i64 i32 true;
}
