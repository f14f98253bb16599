//! Payload to value and back, one file for each kind of payload.

mod address;
mod alone;
mod array;
mod binary;
mod bitfield32;
mod boolean;
#[cfg(feature = "zerocopy")]
mod c_list;
#[cfg(feature = "zerocopy")]
mod c_struct;
mod declared;
mod derived;
mod enumeration;
#[cfg(feature = "zerocopy")]
mod fixed_header;
mod flag;
mod flags;
mod header;
mod indexed;
mod integer;
mod keyed;
mod list;
mod meta;
mod mixed;
mod multi;
mod nest;
mod owned;
mod place;
mod reading;
mod retype;
mod sibling;
pub mod slot;
mod string;
mod subset;
mod unknown;
mod variable;
mod variant;
mod with;
#[cfg(not(feature = "zerocopy"))]
mod without_zerocopy;

pub use alone::Alone;
pub use array::Packed;
pub use bitfield32::Bitfield32;
pub use declared::{Coded, CodedBeside, CodedList, ListOf, SlotOf};
pub use enumeration::Enumeration;
#[cfg(feature = "zerocopy")]
pub use fixed_header::FixedHeader;
pub use flag::Truth;
pub use header::WithHeader;
pub use indexed::Indexed;
pub use integer::Integer;
pub use keyed::Keyed;
pub use meta::{Bound, Meta};
pub use mixed::{MixedAttribute, Views};
pub use nest::AttributeSet;
pub use owned::{OwnedAttribute, OwnedSet};
pub use place::Place;
pub use reading::Reading;
pub use retype::{Retype, RetypeOption, SubsetOf, ToNothing};
pub use sibling::{Beside, GetBeside, PutBeside, WithSibling};
pub use slot::Slot;
pub use subset::{
    Attributed, Facts, Fields, HasFields, Root, SetOf, Superset, Taken, Variants, facts,
    facts_of_any, is_set, superset,
};
pub use unknown::{put_unknown, put_unknown_variant};
pub use variant::{Single, Unit};
pub use with::With;

use crate::description::{Kind, Presence};
use crate::error::{DecodeError, Decoded, Segment};
use crate::wire::{Attribute, AttributeWriter, Attributes};
use crate::word::Plain;

/// A value that can be the payload of an attribute, written in the way of the word `W`.
///
/// To use a type of your own as a field, implement this and [`FromPayload`] for it.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be the payload of an attribute with these words",
    label = "the words of this attribute (`{W}`) do not fit this type",
    note = "types without a word: integers, `Ipv4Addr`, `Ipv6Addr`, `IpAddr`, `[u8; N]`, text, bytes, enums with `#[derive(Enumeration)]`",
    note = "`nest` is for a struct with `#[derive(AttributeSet)]`, or a `Vec` of such an enum; `c_struct` for a struct with `#[repr(C)]`, `#[derive(genl::CStruct)]` and `#[derive(FromBytes, IntoBytes, Immutable)]` of `zerocopy` 0.8",
    note = "`flags` is for a type made by `bitflags` 2, `bitfield32` for a `Bitfield32` of such a type, `u8` for a `bool`",
    note = "`big_endian` is for integers and enumerations of 2, 4 or 8 bytes, `uint` and `sint` for those of 8 bytes, `with = Codec` for any type",
    note = "a `Vec` needs `multi`, `array`, `indexed` or `keyed(..)`, and the word of its elements; with `multi` it cannot be in an `Option`",
    note = "`Option<..>` must be written at the field itself: a macro cannot see through an alias"
)]
pub trait Payload<W = Plain> {
    /// What the payload is, for the description.
    const KIND: Kind;

    /// Appends the attribute.
    fn put(&self, meta: &Meta, out: &mut AttributeWriter<'_>);
}

/// A value that can be read from the payload of an attribute, written in the way of the word `W`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be the payload of an attribute with these words",
    label = "the words of this attribute (`{W}`) do not fit this type",
    note = "types without a word: integers, `Ipv4Addr`, `Ipv6Addr`, `IpAddr`, `[u8; N]`, text, bytes, enums with `#[derive(Enumeration)]`",
    note = "`nest` is for a struct with `#[derive(AttributeSet)]`, or a `Vec` of such an enum; `c_struct` for a struct with `#[repr(C)]`, `#[derive(genl::CStruct)]` and `#[derive(FromBytes, IntoBytes, Immutable)]` of `zerocopy` 0.8",
    note = "`flags` is for a type made by `bitflags` 2, `bitfield32` for a `Bitfield32` of such a type, `u8` for a `bool`",
    note = "`big_endian` is for integers and enumerations of 2, 4 or 8 bytes, `uint` and `sint` for those of 8 bytes, `with = Codec` for any type",
    note = "a `Vec` needs `multi`, `array`, `indexed` or `keyed(..)`, and the word of its elements; with `multi` it cannot be in an `Option`",
    note = "`Option<..>` must be written at the field itself: a macro cannot see through an alias"
)]
pub trait FromPayload<'a, W = Plain>: Payload<W> + Sized {
    /// Reads the payload. The caller adds name and place to an error.
    fn get(meta: &Meta, attribute: Attribute<'a>) -> Result<Self, DecodeError>;

    /// What a required field holds before its attribute is read. It is never seen: without the attribute reading fails.
    ///
    /// A type without a value that could stand there is read ahead of the others.
    #[doc(hidden)]
    #[inline]
    fn blank(meta: &Meta, reading: &Reading<'a>) -> Decoded<Self> {
        reading.look_ahead(meta)
    }

    /// Reads the payload into `place`.
    #[doc(hidden)]
    #[inline]
    fn get_into(
        meta: &Meta,
        attribute: Attribute<'a>,
        place: &mut impl Place<Self>,
    ) -> Decoded<()> {
        place.put(Self::get(meta, attribute)?);
        Ok(())
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
    message = "a list of `{T}` cannot be encoded with the words of this attribute (`{Self}`)",
    label = "the attribute of the set is not such a list"
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
    message = "a list of `{T}` cannot be decoded with the words of this attribute (`{Self}`)",
    label = "the attribute of the set is not such a list"
)]
pub trait GetList<'a, T>: PutList<T> {
    /// Reads one attribute of the list.
    fn get_list(
        meta: &Meta,
        attribute: Attribute<'a>,
        values: &mut Vec<T>,
    ) -> Result<(), DecodeError>;
}
