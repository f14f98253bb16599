//! Keyed lists (YNL's `nest-type-value`): one attribute around elements whose numbers are one or two keys.

use super::{FromPayload, GetList, Meta, Payload, PutList};
use crate::description::Kind;
use crate::error::{DecodeError, Segment};
use crate::wire::{Attribute, AttributeWriter};
use crate::word::{Keyed1, Keyed2};

/// An element of a list together with its key: `u16`, or `(u16, u16)` for two.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Keyed<K, T> {
    /// The number of the element's attribute; of two, the outer one first.
    pub key: K,
    /// The element.
    pub value: T,
}

impl<T: Payload<W>, W> PutList<Keyed<u16, T>> for Keyed1<W> {
    const KIND: Kind = Kind::Keyed(&[], &T::KIND);

    fn put_list(values: &[Keyed<u16, T>], meta: &Meta, out: &mut AttributeWriter<'_>) {
        if values.is_empty() {
            return;
        }
        out.nest(meta.number, meta.place, |out| {
            for (index, Keyed { key, value }) in values.iter().enumerate() {
                value.put(&meta.element(index, *key), out);
            }
        });
    }
}

impl<'a, T: FromPayload<'a, W>, W> GetList<'a, Keyed<u16, T>> for Keyed1<W> {
    fn get_list(
        meta: &Meta,
        attribute: Attribute<'a>,
        values: &mut Vec<Keyed<u16, T>>,
    ) -> Result<(), DecodeError> {
        values.clear();
        attribute.nest()?.each(|element| {
            let value = T::get(meta, element)
                .map_err(|error| error.within(Segment::Element(values.len()), element.offset()))?;
            values.push(Keyed {
                key: element.number(),
                value,
            });
            Ok(())
        })
    }
}

/// Neighbours with the same outer key share its attribute, so that a reader that keeps one attribute a number loses none.
impl<T: Payload<W>, W> PutList<Keyed<(u16, u16), T>> for Keyed2<W> {
    const KIND: Kind = Kind::Keyed(&[], &T::KIND);

    fn put_list(values: &[Keyed<(u16, u16), T>], meta: &Meta, out: &mut AttributeWriter<'_>) {
        if values.is_empty() {
            return;
        }
        out.nest(meta.number, meta.place, |out| {
            let mut index = 0;
            for group in values.chunk_by(|one, next| one.key.0 == next.key.0) {
                let outer = group.first().map_or(0, |element| element.key.0);
                // The elements name the place; the attribute around them adds nothing to it.
                let start = out.open_nest(outer);
                for Keyed {
                    key: (_, inner),
                    value,
                } in group
                {
                    value.put(&meta.element(index, *inner), out);
                    index += 1;
                }
                out.close(start, meta.place);
            }
        });
    }
}

impl<'a, T: FromPayload<'a, W>, W> GetList<'a, Keyed<(u16, u16), T>> for Keyed2<W> {
    fn get_list(
        meta: &Meta,
        attribute: Attribute<'a>,
        values: &mut Vec<Keyed<(u16, u16), T>>,
    ) -> Result<(), DecodeError> {
        values.clear();
        attribute.nest()?.each(|outer| {
            outer.nest()?.each(|inner| {
                let value = T::get(meta, inner).map_err(|error| {
                    error.within(Segment::Element(values.len()), inner.offset())
                })?;
                values.push(Keyed {
                    key: (outer.number(), inner.number()),
                    value,
                });
                Ok(())
            })
        })
    }
}
