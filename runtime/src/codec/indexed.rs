//! Indexed arrays (YNL's `indexed-array`): one attribute that contains one attribute per element, numbered by index.

use super::place::inside;
use super::{FromPayload, Meta, Payload, Reading, put_element};
use crate::description::{Kind, Numbering};
use crate::error::{DecodeError, Decoded, Segment};
use crate::wire::{Attribute, AttributeWriter, NUMBER};
use crate::word::{self, IndexedKept, IndexedZero};

/// An element of an indexed array, with its index on the wire.
///
/// The word `indexed` on a `Vec<Indexed<T>>` keeps the indices; on a `Vec<T>` it ignores them.
///
/// ```
/// use genl::{AttributeSet, Indexed};
///
/// #[derive(AttributeSet)]
/// struct Queues {
///     #[attr(1, indexed)]
///     lengths: Vec<Indexed<u32>>,
/// }
///
/// # if cfg!(target_endian = "little") {
/// let bytes = [20, 0, 1, 0x80, 8, 0, 3, 0, 7, 0, 0, 0, 8, 0, 5, 0, 9, 0, 0, 0];
/// let queues = Queues::from_bytes(&bytes)?;
/// let expected = [Indexed { index: 3, value: 7 }, Indexed { index: 5, value: 9 }];
/// assert_eq!(queues.lengths, expected);
/// assert_eq!(queues.to_bytes()?, bytes);
/// # }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Indexed<T> {
    /// The number of the element's attribute.
    pub index: u16,
    /// The element.
    pub value: T,
}

#[inline]
fn put<T>(
    values: &[T],
    most: usize,
    meta: &Meta,
    out: &mut AttributeWriter<'_>,
    put_element: impl Fn(&T, usize, &mut AttributeWriter<'_>),
) {
    out.nest(meta.number, meta.place, |out| {
        for (index, value) in values.iter().take(most).enumerate() {
            put_element(value, index, out);
        }
        if values.len() > most {
            out.has_number(usize::from(NUMBER) + 1, Segment::Element(most));
        }
    });
}

fn get<'a, T>(
    attribute: Attribute<'a>,
    get_element: impl Fn(Attribute<'a>, &mut Vec<T>) -> Decoded<()>,
) -> Decoded<Vec<T>> {
    let elements = attribute.nest()?;
    let mut values = elements.list();
    elements.each(|element| {
        let index = values.len();
        get_element(element, &mut values)
            .map_err(|error| error.within_element(index, element.offset()))
    })?;
    Ok(values)
}

macro_rules! indexed {
    ($([$($parameter:tt)*] $word:ty, $element:ty, $numbering:expr;
        $most:expr, |$value:ident, $index:ident| $number:expr, $inner:expr; |$read:ident, $attribute:ident| $made:expr, $part:expr;)*) => {$(
        #[diagnostic::do_not_recommend]
        impl<T: Payload<W>, W, $($parameter)*> Payload<$word> for Vec<$element> {
            const KIND: Kind = Kind::Indexed($numbering, &T::KIND);

            #[inline]
            fn put(&self, meta: &Meta, out: &mut AttributeWriter<'_>) {
                put(self, $most, meta, out, |$value, $index, out| put_element(&$inner, $index, $number, meta, out));
            }
        }

        #[diagnostic::do_not_recommend]
        impl<'a, T: FromPayload<'a, W>, W, $($parameter)*> FromPayload<'a, $word> for Vec<$element> {
            #[inline]
            fn blank(_: &Meta, _: &Reading<'a>) -> Decoded<Self> {
                Ok(Self::new())
            }

            fn get(meta: &Meta, attribute: Attribute<'a>) -> Result<Self, DecodeError> {
                get(attribute, |$attribute, values| {
                    T::get_into(meta, $attribute, &mut inside(values, |$read| $made, |$read| $part))
                })
            }
        }
    )*};
}

indexed! {
    [const FROM: u16] word::Indexed<FROM, W>, T, Numbering::From(FROM);
        // Checked once, so that no element needs a check.
        usize::from(NUMBER.saturating_sub(FROM)) + 1, |value, index| usize::from(FROM) + index, *value; |read, _attribute| read, read;
    [] IndexedZero<W>, T, Numbering::Zero;
        usize::MAX, |value, index| 0, *value; |read, _attribute| read, read;
    [] IndexedKept<W>, Indexed<T>, Numbering::Kept;
        usize::MAX, |value, index| value.index.into(), value.value; |read, attribute| Indexed { index: attribute.number(), value: read }, &mut read.value;
}
