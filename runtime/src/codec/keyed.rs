//! Keyed lists (YNL's `nest-type-value`): one attribute that contains one attribute per element, numbered by one or two
//! keys.

use super::place::inside;
use super::{FromPayload, Meta, Payload, Reading, put_element};
use crate::description::Kind;
use crate::error::{DecodeError, Decoded, Segment};
use crate::wire::{Attribute, AttributeWriter};
use crate::word::{Keyed1, Keyed2};

/// An element of a keyed list, with its key: `u16`, or `(u16, u16)` for two keys.
///
/// The payload of a field with the word `keyed(..)`.
///
/// ```
/// use genl::{AttributeSet, Keyed};
///
/// #[derive(AttributeSet)]
/// struct Limits {
///     #[attr(1, keyed(queue: u16))]
///     rates: Vec<Keyed<u16, u32>>,
/// }
///
/// # if cfg!(target_endian = "little") {
/// let bytes = [20, 0, 1, 0x80, 8, 0, 3, 0, 7, 0, 0, 0, 8, 0, 5, 0, 9, 0, 0, 0];
/// let limits = Limits::from_bytes(&bytes)?;
/// assert_eq!(limits.rates, [Keyed { key: 3, value: 7 }, Keyed { key: 5, value: 9 }]);
/// assert_eq!(limits.to_bytes()?, bytes);
/// # }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Keyed<K, T> {
    /// The number of the element's attribute. With two keys, the outer one comes first.
    pub key: K,
    /// The element.
    pub value: T,
}

type One<T> = Keyed<u16, T>;
type Two<T> = Keyed<(u16, u16), T>;

#[inline]
fn put_one<T: Payload<W>, W>(values: &[One<T>], meta: &Meta, out: &mut AttributeWriter<'_>) {
    out.nest(meta.number, meta.place, |out| {
        for (index, Keyed { key, value }) in values.iter().enumerate() {
            put_element(value, index, (*key).into(), meta, out);
        }
    });
}

fn get_one<'a, T: FromPayload<'a, W>, W>(
    meta: &Meta,
    attribute: Attribute<'a>,
) -> Result<Vec<One<T>>, DecodeError> {
    let mut values = Vec::new();
    attribute
        .nest()?
        .each(|element| read(meta, element, element.number(), &mut values))?;
    Ok(values)
}

/// Adjacent elements with the same outer key share its attribute. A reader that keeps one attribute per number then loses
/// none.
#[inline]
fn put_two<T: Payload<W>, W>(values: &[Two<T>], meta: &Meta, out: &mut AttributeWriter<'_>) {
    out.nest(meta.number, meta.place, |out| {
        let mut index = 0;
        for group in values.chunk_by(|one, next| one.key.0 == next.key.0) {
            let outer = group.first().map_or(0, |element| element.key.0);
            let place = Segment::Element(index);
            if !out.has_number(outer.into(), place) {
                return;
            }
            out.group(outer, place, |out| {
                for Keyed {
                    key: (_, inner),
                    value,
                } in group
                {
                    put_element(value, index, (*inner).into(), meta, out);
                    index += 1;
                }
            });
        }
    });
}

fn get_two<'a, T: FromPayload<'a, W>, W>(
    meta: &Meta,
    attribute: Attribute<'a>,
) -> Result<Vec<Two<T>>, DecodeError> {
    let elements = attribute.nest()?;
    let mut values = elements.list();
    elements.each(|outer| {
        let group = outer
            .nest()
            .map_err(|error| within(error, values.len(), outer))?;
        group.each(|inner| read(meta, inner, (outer.number(), inner.number()), &mut values))
    })?;
    Ok(values)
}

fn read<'a, K: Copy, T: FromPayload<'a, W>, W>(
    meta: &Meta,
    element: Attribute<'a>,
    key: K,
    values: &mut Vec<Keyed<K, T>>,
) -> Result<(), DecodeError> {
    let index = values.len();
    let keyed = |value| Keyed { key, value };
    T::get_into(
        meta,
        element,
        &mut inside(values, keyed, |keyed| &mut keyed.value),
    )
    .map_err(|error| within(error, index, element))
}

fn within(error: DecodeError, index: usize, element: Attribute<'_>) -> DecodeError {
    error.within_element(index, element.offset())
}

macro_rules! keyed {
    ($($word:ident $element:ident $put:ident $get:ident;)*) => {$(
        #[diagnostic::do_not_recommend]
        impl<T: Payload<W>, W> Payload<$word<W>> for Vec<$element<T>> {
            const KIND: Kind = Kind::Keyed(&[], &T::KIND);

            #[inline]
            fn put(&self, meta: &Meta, out: &mut AttributeWriter<'_>) {
                $put(self, meta, out);
            }
        }

        #[diagnostic::do_not_recommend]
        impl<'a, T: FromPayload<'a, W>, W> FromPayload<'a, $word<W>> for Vec<$element<T>> {
            #[inline]
            fn blank(_: &Meta, _: &Reading<'a>) -> Decoded<Self> {
                Ok(Self::new())
            }

            fn get(meta: &Meta, attribute: Attribute<'a>) -> Result<Self, DecodeError> {
                $get(meta, attribute)
            }
        }
    )*};
}

keyed! {
    Keyed1 One put_one get_one;
    Keyed2 Two put_two get_two;
}
