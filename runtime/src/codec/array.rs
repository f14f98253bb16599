//! Packed arrays (YNL's `binary` with a `sub-type`): elements of a fixed size in one attribute.

use super::integer::allowed;
use super::{FromPayload, Meta, Payload, Reading};
use crate::description::Kind;
use crate::error::{DecodeError, DecodeErrorKind, Decoded};
use crate::wire::{Attribute, AttributeWriter};
use crate::word::Array;

/// An element of a packed array.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be an element of a packed array",
    label = "`array` packs integers, enumerations, addresses and `[u8; N]`; with `flags` it packs flags, and with `c_struct` C structs",
    note = "a C struct needs `#[repr(C)]`, `#[derive(genl::CStruct)]` and `#[derive(FromBytes, IntoBytes, Immutable)]` of `zerocopy` 0.8",
    note = "write `multi` or `indexed` for a list of any other type"
)]
pub trait Packed<W>: Sized + Payload<W> {
    /// The size in bytes.
    const WIDTH: usize;

    /// Returns the integer that `min` and `max` bound; `None` if the element is not an integer.
    #[inline]
    fn integer(&self) -> Option<i128> {
        None
    }

    /// Writes the element over zeros. `place` has [`WIDTH`](Self::WIDTH) bytes.
    fn pack(&self, place: &mut [u8]);

    /// Decodes an element of [`WIDTH`](Self::WIDTH) bytes.
    fn unpack(bytes: &[u8]) -> Decoded<Self>;
}

/// Fails at the first element that violates the checks of the set.
#[inline]
fn check<T: Packed<W>, W>(values: &[T], meta: &Meta, out: &mut AttributeWriter<'_>) {
    if meta.checks.min.is_none() && meta.checks.max.is_none() {
        return;
    }
    out.within(meta.place, |out| {
        let mut elements = values.iter().filter_map(T::integer).enumerate();
        elements.all(|(index, value)| allowed(value, &meta.element(index, meta.number), out));
    });
}

#[inline]
fn put<T: Packed<W>, W>(values: &[T], meta: &Meta, out: &mut AttributeWriter<'_>) {
    check(values, meta, out);
    // A struct of 0 bytes cannot be an element.
    let (length, width) = (values.len() * T::WIDTH, T::WIDTH.max(1));
    out.sized(meta.number, meta.place, length, |room| {
        for (place, value) in room.chunks_exact_mut(width).zip(values) {
            value.pack(place);
        }
    });
}

fn get<T: Packed<W>, W>(attribute: Attribute<'_>, values: &mut Vec<T>) -> Result<(), DecodeError> {
    let (payload, element) = (attribute.payload(), T::WIDTH);
    // A struct of 0 bytes cannot be an element.
    if payload.len().checked_rem(element) != Some(0) {
        let length = payload.len();
        return Err(DecodeError::new(DecodeErrorKind::ArrayLength {
            length,
            element,
        }));
    }
    values.clear();
    values.reserve(payload.len() / element);
    for bytes in payload.chunks_exact(element) {
        let value = T::unpack(bytes)
            .map_err(|error| error.within_element(values.len(), attribute.offset()))?;
        values.push(value);
    }
    Ok(())
}

#[diagnostic::do_not_recommend]
impl<T: Packed<W>, W> Payload<Array<W>> for Vec<T> {
    const KIND: Kind = Kind::Array(&T::KIND);

    #[inline]
    fn put(&self, meta: &Meta, out: &mut AttributeWriter<'_>) {
        put(self, meta, out);
    }
}

#[diagnostic::do_not_recommend]
impl<T: Packed<W>, W> FromPayload<'_, Array<W>> for Vec<T> {
    #[inline]
    fn blank(_: &Meta, _: &Reading<'_>) -> Decoded<Self> {
        Ok(Self::new())
    }

    #[inline]
    fn get(_: &Meta, attribute: Attribute<'_>) -> Result<Self, DecodeError> {
        let mut values = Self::new();
        get(attribute, &mut values).map(|()| values)
    }
}
