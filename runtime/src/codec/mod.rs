//! Payload to value and back, one file for each kind of payload.

mod address;
mod array;
mod binary;
mod bitfield32;
#[cfg(feature = "zerocopy")]
mod c_struct;
mod declared;
mod enumeration;
mod flag;
mod flags;
#[cfg(feature = "zerocopy")]
mod header;
mod indexed;
mod integer;
mod keyed;
mod list;
mod mixed;
mod multi;
mod nest;
mod place;
mod required;
mod slot;
mod string;
mod subset;
mod unknown;
mod variable;
mod variant;
mod with;

pub use array::Packed;
pub use bitfield32::Bitfield32;
pub use declared::{Coded, CodedList, ListOf, SlotOf};
pub use enumeration::Enumeration;
pub use flag::Truth;
#[cfg(feature = "zerocopy")]
pub use header::{FixedHeader, WithHeader};
pub use indexed::Indexed;
pub use integer::Integer;
pub use keyed::Keyed;
pub use mixed::MixedAttribute;
pub use nest::AttributeSet;
pub use place::Place;
pub use required::Required;
pub use slot::{Bound, Slot};
pub use subset::{Retype, SubsetOf};
pub use unknown::{put_unknown, put_unknown_variant};
pub use variant::{Single, Unit};
pub use with::With;

use crate::description::{Checks, Kind, Presence};
use crate::error::{DecodeError, Decoded, Segment};
use crate::wire::{Attribute, AttributeWriter, Attributes};
use crate::word::Plain;

/// What the codec of a payload is told about its attribute.
#[derive(Clone, Copy, Debug)]
pub struct Meta {
    /// The number.
    pub number: u16,
    /// What a path says: the name, or the index of an element.
    pub place: Segment,
    /// What the payload may be.
    pub checks: Checks,
    /// The names of the keys, of a [`Keyed`] list.
    pub keys: &'static [&'static str],
}

impl Meta {
    /// The same for an element of the list.
    const fn element(&self, index: usize, number: u16) -> Self {
        Self {
            number,
            place: Segment::Element(index),
            ..*self
        }
    }
}

/// A value that can be the payload of an attribute, written in the way of the word `W`.
///
/// To use a type of your own as a field, implement this and [`FromPayload`] for it.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be the payload of an attribute written in this way",
    label = "no payload by the words of this attribute (`{W}`)",
    note = "without a word: integers, `Ipv4Addr`, `Ipv6Addr`, `[u8; N]`, text, bytes, `#[derive(Enumeration)]` enums",
    note = "`nest` for a `#[derive(AttributeSet)]` struct or a `Vec` of such an enum, `flags` for a `bitflags` type, `c_struct` for a `#[repr(C)]` struct with `#[derive(FromBytes, IntoBytes, Immutable)]` of `zerocopy`, `big_endian` for integers and enumerations of several bytes, `uint` and `sint` for those of eight, `with = Codec` for anything",
    note = "a `Vec` needs `multi`, `array`, `indexed` or `keyed(..)`, and then the word of its elements; under `multi` it is never in an `Option`"
)]
pub trait Payload<W = Plain> {
    /// What the payload is, for the description.
    const KIND: Kind;

    /// Appends the attribute.
    fn put(&self, meta: &Meta, out: &mut AttributeWriter<'_>);
}

/// A value that can be read from the payload of an attribute, written in the way of the word `W`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be the payload of an attribute written in this way",
    label = "no payload by the words of this attribute (`{W}`)",
    note = "without a word: integers, `Ipv4Addr`, `Ipv6Addr`, `[u8; N]`, text, bytes, `#[derive(Enumeration)]` enums",
    note = "`nest` for a `#[derive(AttributeSet)]` struct or a `Vec` of such an enum, `flags` for a `bitflags` type, `c_struct` for a `#[repr(C)]` struct with `#[derive(FromBytes, IntoBytes, Immutable)]` of `zerocopy`, `big_endian` for integers and enumerations of several bytes, `uint` and `sint` for those of eight, `with = Codec` for anything",
    note = "a `Vec` needs `multi`, `array`, `indexed` or `keyed(..)`, and then the word of its elements; under `multi` it is never in an `Option`"
)]
pub trait FromPayload<'a, W = Plain>: Payload<W> + Sized {
    /// Reads the payload. The caller adds name and place to an error.
    fn get(meta: &Meta, attribute: Attribute<'a>) -> Result<Self, DecodeError>;

    /// What a required field holds before its attribute is read. It is never seen: without the attribute reading fails.
    ///
    /// A type without a value that could stand there is read ahead of the others.
    #[doc(hidden)]
    #[inline]
    fn blank(meta: &Meta, required: &Required<'_, 'a>) -> Decoded<Self> {
        required.look_ahead(meta)
    }

    /// Reads the payload into `place`.
    #[doc(hidden)]
    #[inline]
    fn get_into(
        meta: &Meta,
        attribute: Attribute<'a>,
        place: &mut impl Place<Self>,
    ) -> Decoded<()> {
        place.hold(Self::get(meta, attribute)?, |_| Ok(()))
    }
}

/// Reads the attributes of an event, and makes an enum of events of it.
#[inline]
pub fn decode<'a, S: AttributeSet, E>(
    attributes: Attributes<'a>,
    event: impl FnOnce(S::View<'a>) -> E,
) -> Decoded<E> {
    match S::decode(attributes) {
        Ok(set) => Ok(event(set)),
        Err(error) => Err(error),
    }
}

/// What is known of a field that may stay so before the first attribute is read.
#[inline]
pub fn blank<T: Default>() -> T {
    T::default()
}

/// Appends the element of a list in an attribute numbered by its key or index.
#[inline]
fn put_element<T: Payload<W>, W>(
    value: &T,
    index: usize,
    number: usize,
    meta: &Meta,
    out: &mut AttributeWriter<'_>,
) {
    if out.has_number(number, Segment::Element(index)) {
        // 14 bits, as was seen just now.
        #[allow(clippy::cast_possible_truncation)]
        value.put(&meta.element(index, number as u16), out);
    }
}

/// A word that makes a list of a field.
#[diagnostic::on_unimplemented(
    message = "a list of `{T}` cannot be written as `{Self}`",
    label = "not a list of the set's attribute"
)]
pub trait PutList<T> {
    /// What the attribute is, for the description.
    const KIND: Kind;

    /// Whether the attribute is there when the list is empty.
    const PRESENCE: Presence = Presence::List;

    /// Appends the list; nothing when it is empty, unless the word makes one payload of it.
    #[allow(clippy::ptr_arg)] // the payload of such a word is a `Vec`
    fn put_list(values: &Vec<T>, meta: &Meta, out: &mut AttributeWriter<'_>);
}

/// A word that a list is read with.
#[diagnostic::on_unimplemented(
    message = "a list of `{T}` cannot be read as `{Self}`",
    label = "not a list of the set's attribute"
)]
pub trait GetList<'a, T>: PutList<T> {
    /// Reads one attribute of the list.
    fn get_list(
        meta: &Meta,
        attribute: Attribute<'a>,
        values: &mut Vec<T>,
    ) -> Result<(), DecodeError>;
}
