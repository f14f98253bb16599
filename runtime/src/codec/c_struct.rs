//! C structs, with their layout in memory. They grow from kernel to kernel: a shorter payload is filled with zeros, a
//! longer one is cut.

use zerocopy::{FromBytes, Immutable, IntoBytes};

use super::integer::wrong_length;
use super::{FromPayload, Meta, Packed, Payload, Place, Reading};
use crate::c;
use crate::description::Kind;
use crate::error::Decoded;
use crate::wire::{Attribute, AttributeWriter};
use crate::word::CStruct;

#[diagnostic::do_not_recommend]
impl<T: c::Member + FromBytes + IntoBytes + Immutable> Payload<CStruct> for T {
    const KIND: Kind = T::KIND;

    #[inline]
    fn put(&self, meta: &Meta, out: &mut AttributeWriter<'_>) {
        out.sized_bytes(meta.number, meta.place, self.as_bytes());
    }
}

#[diagnostic::do_not_recommend]
impl<T: c::Member + FromBytes + IntoBytes + Immutable> Packed<CStruct> for T {
    const WIDTH: usize = size_of::<T>();

    #[inline]
    fn pack(&self, place: &mut [u8]) {
        // Cannot fail: `place` has the size of the struct.
        let _ = self.write_to(place);
    }

    fn unpack(bytes: &[u8]) -> Decoded<Self> {
        T::read_from_bytes(bytes).map_err(|_| wrong_length(bytes.len(), size_of::<T>()))
    }
}

#[diagnostic::do_not_recommend]
impl<T: c::Member + FromBytes + IntoBytes + Immutable> FromPayload<'_, CStruct> for T {
    #[inline]
    fn blank(_: &Meta, _: &Reading<'_>) -> Decoded<Self> {
        Ok(T::new_zeroed())
    }

    #[inline]
    fn get(_: &Meta, attribute: Attribute<'_>) -> Decoded<Self> {
        let mut value = T::new_zeroed();
        write_over(&mut value, attribute.payload());
        Ok(value)
    }

    #[inline]
    fn get_into(_: &Meta, attribute: Attribute<'_>, place: &mut impl Place<Self>) -> Decoded<()> {
        let fill = |value: &mut T| {
            write_over(value, attribute.payload());
            Ok(())
        };
        match place.held() {
            Some(value) => fill(value),
            None => place.hold(T::new_zeroed(), fill),
        }
    }
}

#[inline]
fn write_over<T: FromBytes + IntoBytes>(value: &mut T, payload: &[u8]) {
    let ours = value.as_mut_bytes();
    // The payload is seldom shorter than our struct.
    match payload.get(..ours.len()) {
        Some(theirs) => ours.copy_from_slice(theirs),
        None => fill_up(ours, payload),
    }
}

#[cold]
fn fill_up(ours: &mut [u8], payload: &[u8]) {
    let bytes = payload.iter().copied().chain(core::iter::repeat(0));
    ours.iter_mut()
        .zip(bytes)
        .for_each(|(ours, theirs)| *ours = theirs);
}
