//! Attributes that repeat.

use super::{FromPayload, GetList, Meta, Payload, PutList};
use crate::description::Kind;
use crate::error::DecodeError;
use crate::wire::{Attribute, AttributeWriter};
use crate::word::Multi;

impl<T: Payload<W>, W> PutList<T> for Multi<W> {
    const KIND: Kind = Kind::Multi(&T::KIND);

    #[inline]
    fn put_list(values: &Vec<T>, meta: &Meta, out: &mut AttributeWriter<'_>) {
        out.within(meta.place, |out| {
            for (index, value) in values.iter().enumerate() {
                value.put(&meta.element(index, meta.number), out);
            }
        });
    }
}

impl<'a, T: FromPayload<'a, W>, W> GetList<'a, T> for Multi<W> {
    #[inline]
    fn get_list(
        meta: &Meta,
        attribute: Attribute<'a>,
        values: &mut Vec<T>,
    ) -> Result<(), DecodeError> {
        let index = values.len();
        attribute.make_room(values);
        T::get_into(meta, attribute, values)
            .map_err(|error| error.within_element(index, attribute.offset()))
    }
}
