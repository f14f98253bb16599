//! C structs with a list after them.

use zerocopy::{FromBytes, Immutable, IntoBytes};

use super::{FromPayload, Meta, Payload, Reading};
use crate::c::{Member, WithList};
use crate::description::Kind;
use crate::error::{DecodeError, DecodeErrorKind, Decoded};
use crate::wire::{Attribute, AttributeWriter};
use crate::word::CStruct;

#[diagnostic::do_not_recommend]
impl<H, T> Payload<CStruct> for WithList<H, T>
where
    H: Member + FromBytes + IntoBytes + Immutable,
    T: Member + FromBytes + IntoBytes + Immutable,
{
    const KIND: Kind = Kind::StructWithList {
        head: &H::KIND,
        element: &T::KIND,
    };

    fn put(&self, meta: &Meta, out: &mut AttributeWriter<'_>) {
        out.payload(meta.number, meta.place, |payload| {
            payload.push(self.head.as_bytes());
            payload.push(self.list.as_slice().as_bytes());
        });
    }
}

#[diagnostic::do_not_recommend]
impl<H, T> FromPayload<'_, CStruct> for WithList<H, T>
where
    H: Member + FromBytes + IntoBytes + Immutable,
    T: Member + FromBytes + IntoBytes + Immutable,
{
    #[inline]
    fn blank(_: &Meta, _: &Reading<'_>) -> Decoded<Self> {
        let (head, list) = (H::new_zeroed(), Vec::new());
        Ok(Self { head, list })
    }

    fn get(_: &Meta, attribute: Attribute<'_>) -> Decoded<Self> {
        let payload = attribute.payload();
        read(payload).ok_or_else(|| {
            DecodeError::new(DecodeErrorKind::ListLength {
                length: payload.len(),
                head: size_of::<H>(),
                element: size_of::<T>(),
            })
        })
    }
}

fn read<H: FromBytes, T: FromBytes>(payload: &[u8]) -> Option<WithList<H, T>> {
    let (head, rest) = H::read_from_prefix(payload).ok()?;
    // A struct of 0 bytes cannot be an element.
    if rest.len().checked_rem(size_of::<T>()) != Some(0) {
        return None;
    }
    let elements = rest.chunks_exact(size_of::<T>());
    let list = elements.filter_map(|bytes| T::read_from_bytes(bytes).ok());
    Some(WithList {
        head,
        list: list.collect(),
    })
}
