//! Encoding and decoding of payloads, one file per kind of payload.
//!
//! A library that describes a family needs little of this module: [`With`] and [`WithSibling`] for a codec of its own, and
//! [`Payload`] and [`FromPayload`] for a type of its own. The rest is called by generated code.

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
#[doc(hidden)]
pub mod slot;
mod string;
mod subset;
mod unknown;
mod variable;
mod variant;
mod with;
#[cfg(not(feature = "zerocopy"))]
mod without_zerocopy;

pub use array::Packed;
pub use bitfield32::Bitfield32;
pub use enumeration::Enumeration;
#[cfg(feature = "zerocopy")]
pub use fixed_header::FixedHeader;
pub use header::WithHeader;
pub use indexed::Indexed;
pub use integer::Integer;
pub use keyed::Keyed;
pub use meta::Meta;
pub use mixed::MixedAttribute;
pub use nest::AttributeSet;
pub use owned::{OwnedAttribute, OwnedSet};
pub use sibling::WithSibling;
pub use with::With;

// Named by generated code alone.
#[doc(hidden)]
pub use {
    alone::Alone,
    declared::{Coded, CodedBeside, CodedList, ListOf, SlotOf},
    flag::Truth,
    meta::Bound,
    mixed::Views,
    place::Place,
    reading::Reading,
    retype::{Retype, RetypeOption, SubsetOf, ToNothing},
    sibling::{Beside, GetBeside, PutBeside},
    slot::Slot,
    subset::{
        Attributed, Facts, Fields, HasFields, Root, SetOf, Superset, Taken, Variants, facts,
        facts_of_any, is_set, superset,
    },
    unknown::{put_unknown, put_unknown_variant},
    variant::{Single, Unit},
};

use crate::description::{Kind, Presence};
use crate::error::{DecodeError, Decoded, Segment};
use crate::wire::{Attribute, AttributeWriter, Attributes};
use crate::word::Plain;

/// A value that can be encoded as the payload of an attribute, with the word `W`.
///
/// To use a type of your own as a field, implement this and [`FromPayload`] for it:
///
/// ```
/// use genl::codec::{FromPayload, Meta, Payload};
/// use genl::description::{Integer, Kind};
/// use genl::wire::{Attribute, AttributeWriter};
/// use genl::{AttributeSet, DecodeError};
/// use std::time::Duration;
///
/// /// A duration, in milliseconds on the wire.
/// #[derive(Debug, PartialEq)]
/// struct Millis(Duration);
///
/// impl Payload for Millis {
///     const KIND: Kind = Kind::Integer(Integer::of_bytes(4, false));
///
///     fn put(&self, meta: &Meta, out: &mut AttributeWriter<'_>) {
///         <u32 as Payload>::put(&(self.0.as_millis() as u32), meta, out);
///     }
/// }
///
/// impl FromPayload<'_> for Millis {
///     fn get(meta: &Meta, attribute: Attribute<'_>) -> Result<Self, DecodeError> {
///         let millis = <u32 as FromPayload>::get(meta, attribute)?;
///         Ok(Self(Duration::from_millis(millis.into())))
///     }
/// }
///
/// #[derive(AttributeSet)]
/// struct Timer {
///     #[attr(1)]
///     period: Millis,
/// }
///
/// let timer = Timer { period: Millis(Duration::from_secs(2)) };
/// # if cfg!(target_endian = "little") {
/// assert_eq!(timer.to_bytes()?, [8, 0, 1, 0, 0xd0, 7, 0, 0]);
/// # }
/// # Ok::<(), genl::EncodeError>(())
/// ```
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
    /// The kind of payload, for the description.
    const KIND: Kind;

    /// Appends the attribute.
    fn put(&self, meta: &Meta, out: &mut AttributeWriter<'_>);
}

/// A value that can be decoded from the payload of an attribute, with the word `W`.
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
    /// Decodes the payload. The caller adds name and offset to an error.
    fn get(meta: &Meta, attribute: Attribute<'a>) -> Result<Self, DecodeError>;

    /// Returns the value of a required field before its attribute is decoded. It is never seen: without the attribute,
    /// decoding fails.
    ///
    /// A type without a blank value is decoded before the others.
    #[doc(hidden)]
    #[inline]
    fn blank(meta: &Meta, reading: &Reading<'a>) -> Decoded<Self> {
        reading.look_ahead(meta)
    }

    /// Decodes the payload into `place`.
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

/// Decodes the attributes of an event, and converts them into an enum of events.
#[doc(hidden)]
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

/// Returns the blank value of a field that need not be found.
#[doc(hidden)]
#[inline]
pub fn blank<T: Default>() -> T {
    T::default()
}

/// Appends the element of a list, as an attribute numbered by key or index.
#[inline]
fn put_element<T: Payload<W>, W>(
    value: &T,
    index: usize,
    number: usize,
    meta: &Meta,
    out: &mut AttributeWriter<'_>,
) {
    if out.has_number(number, Segment::Element(index)) {
        // Checked above: the number has at most 14 bits.
        #[allow(clippy::cast_possible_truncation)]
        value.put(&meta.element(index, number as u16), out);
    }
}

/// A word with which a list is encoded.
#[doc(hidden)]
#[diagnostic::on_unimplemented(
    message = "a list of `{T}` cannot be encoded with the words of this attribute (`{Self}`)",
    label = "the attribute of the set is not such a list"
)]
pub trait PutList<T> {
    /// The kind of payload, for the description.
    const KIND: Kind;

    /// Whether an empty list is encoded as an attribute.
    const PRESENCE: Presence = Presence::List;

    /// Appends the list. An empty list appends nothing, unless the word encodes the list as one payload.
    #[allow(clippy::ptr_arg)] // the payload of such a word is a `Vec`
    fn put_list(values: &Vec<T>, meta: &Meta, out: &mut AttributeWriter<'_>);
}

/// A word with which a list is decoded.
#[doc(hidden)]
#[diagnostic::on_unimplemented(
    message = "a list of `{T}` cannot be decoded with the words of this attribute (`{Self}`)",
    label = "the attribute of the set is not such a list"
)]
pub trait GetList<'a, T>: PutList<T> {
    /// Decodes one attribute of the list.
    fn get_list(
        meta: &Meta,
        attribute: Attribute<'a>,
        values: &mut Vec<T>,
    ) -> Result<(), DecodeError>;
}
