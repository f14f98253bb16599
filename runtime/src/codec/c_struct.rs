//! C structs, as they lie in memory. They grow from kernel to kernel: one that is shorter than ours is filled with zeros, of
//! one that is longer the end is cut.

use zerocopy::{FromBytes, Immutable, IntoBytes};

use super::{FromPayload, Meta, Packed, Payload, Required};
use crate::description::Kind;
use crate::error::{DecodeError, Decoded};
use crate::wire::{Attribute, AttributeWriter};
use crate::word::CStruct;

#[diagnostic::do_not_recommend]
impl<T: FromBytes + IntoBytes + Immutable> Payload<CStruct> for T {
    const KIND: Kind = Kind::Struct(size_of::<T>());

    #[inline]
    fn put(&self, meta: &Meta, out: &mut AttributeWriter<'_>) {
        out.sized_bytes(meta.number, meta.place, self.as_bytes());
    }
}

#[diagnostic::do_not_recommend]
impl<T: FromBytes + IntoBytes + Immutable> Packed<CStruct> for T {
    const WIDTH: usize = size_of::<T>();

    #[inline]
    fn pack(&self, place: &mut [u8]) {
        // It is as wide as the struct.
        let _ = self.write_to(place);
    }

    fn unpack(bytes: &[u8]) -> Option<Self> {
        T::read_from_bytes(bytes).ok()
    }
}

#[diagnostic::do_not_recommend]
impl<T: FromBytes + IntoBytes + Immutable> FromPayload<'_, CStruct> for T {
    #[inline]
    fn blank(_: &Meta, _: &Required<'_, '_>) -> Decoded<Self> {
        Ok(T::new_zeroed())
    }

    #[inline]
    fn get(_: &Meta, attribute: Attribute<'_>) -> Result<Self, DecodeError> {
        // Nearly always it has at least our length.
        match T::read_from_prefix(attribute.payload()) {
            Ok((value, _)) => Ok(value),
            Err(_) => Ok(filled_up(attribute.payload())),
        }
    }
}

#[cold]
fn filled_up<T: FromBytes + IntoBytes>(payload: &[u8]) -> T {
    let mut value = T::new_zeroed();
    for (ours, theirs) in value.as_mut_bytes().iter_mut().zip(payload) {
        *ours = *theirs;
    }
    value
}
