//! Lists: their elements, with any word, and the empty `Vec` in a subset.

use super::{
    FromPayload, GetList, Indexed, Keyed, Meta, MixedAttribute, Packed, Payload, PutList, Slot,
    With,
};
use crate::description::{self, Kind, Presence};
use crate::error::Decoded;
use crate::wire::{Attribute, AttributeWriter};
use crate::word::{self, Array, IndexedKept, IndexedZero, Keyed1, Keyed2, Nest, OmitEmpty, Plain};

/// A list with the word `W`. An empty list is encoded as no attribute.
impl<T, W: PutList<T>> PutList<T> for OmitEmpty<W> {
    const KIND: Kind = W::KIND;

    #[inline]
    fn put_list(values: &Vec<T>, meta: &Meta, out: &mut AttributeWriter<'_>) {
        if !values.is_empty() {
            W::put_list(values, meta, out);
        }
    }
}

impl<'a, T, W: GetList<'a, T>> GetList<'a, T> for OmitEmpty<W> {
    fn get_list(meta: &Meta, attribute: Attribute<'a>, values: &mut Vec<T>) -> Decoded<()> {
        W::get_list(meta, attribute, values)
    }
}

/// An `Option` of the list in a subset. It says whether the attribute is present.
#[diagnostic::do_not_recommend]
impl<T, W> Payload<OmitEmpty<W>> for Vec<T>
where
    Self: Payload<W>,
{
    const KIND: Kind = <Self as Payload<W>>::KIND;

    #[inline]
    fn put(&self, meta: &Meta, out: &mut AttributeWriter<'_>) {
        Payload::<W>::put(self, meta, out);
    }
}

#[diagnostic::do_not_recommend]
impl<'a, T, W> FromPayload<'a, OmitEmpty<W>> for Vec<T>
where
    Self: FromPayload<'a, W>,
{
    #[inline]
    fn get(meta: &Meta, attribute: Attribute<'a>) -> Decoded<Self> {
        FromPayload::<W>::get(meta, attribute)
    }
}

macro_rules! payloads {
    ($([$($put:tt)*] [$($get:tt)*] $word:ty, $element:ty;)*) => {$(
        impl<$($put)*> PutList<$element> for $word {
            const KIND: Kind = <Vec<$element> as Payload<Self>>::KIND;

            const PRESENCE: Presence = Presence::Required;

            #[inline]
            fn put_list(values: &Vec<$element>, meta: &Meta, out: &mut AttributeWriter<'_>) {
                Payload::<Self>::put(values, meta, out);
            }
        }

        impl<'a, $($get)*> GetList<'a, $element> for $word {
            fn get_list(
                meta: &Meta,
                attribute: Attribute<'a>,
                values: &mut Vec<$element>,
            ) -> Decoded<()> {
                *values = FromPayload::<Self>::get(meta, attribute)?;
                Ok(())
            }
        }
    )*};
}

// With these words a `Vec` is a payload like others: an empty one is encoded as an empty attribute.
payloads! {
    [] [] Plain, u8;
    [T: MixedAttribute] [T: MixedAttribute<View<'a> = T>] Nest, T;
    ['w, T, C: With<'w, Vec<T>>] [T, C: With<'a, Vec<T>>] word::With<C>, T;
    [T: Packed<W>, W] [T: Packed<W>, W] Array<W>, T;
    [T: Payload<W>, W, const FROM: u16] [T: FromPayload<'a, W>, W, const FROM: u16] word::Indexed<FROM, W>, T;
    [T: Payload<W>, W] [T: FromPayload<'a, W>, W] IndexedZero<W>, T;
    [T: Payload<W>, W] [T: FromPayload<'a, W>, W] IndexedKept<W>, Indexed<T>;
    [T: Payload<W>, W] [T: FromPayload<'a, W>, W] Keyed1<W>, Keyed<u16, T>;
    [T: Payload<W>, W] [T: FromPayload<'a, W>, W] Keyed2<W>, Keyed<(u16, u16), T>;
}

/// A field that is a list.
impl<T, W> Slot<Vec<T>, W> {
    /// Appends the list. An empty list appends nothing, unless the word encodes the list as one payload.
    #[inline]
    pub fn put_list(self, values: &Vec<T>, out: &mut AttributeWriter<'_>)
    where
        W: PutList<T>,
    {
        W::put_list(values, self.meta, out);
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn read_list<'a>(self, attribute: Attribute<'a>, values: &mut Vec<T>) -> Decoded<()>
    where
        W: GetList<'a, T>,
    {
        W::get_list(self.meta, attribute, values).map_err(|error| self.place(error, attribute))
    }

    /// Returns the description of a list.
    pub const fn list(self, doc: &'static str) -> description::Attribute
    where
        W: PutList<T>,
    {
        self.describe(doc, W::PRESENCE, W::KIND)
    }
}
