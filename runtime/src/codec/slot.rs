//! One typed constant per field of a set, and the calls of generated code.

use core::marker::PhantomData;

use super::{FromPayload, Meta, Payload, Place, Truth};
use crate::description::{self, Kind, Presence};
use crate::error::{DecodeError, Decoded, Segment};
use crate::wire::{Attribute, AttributeWriter};
use crate::word::Plain;

/// An attribute of a set: its number, name and checks, the type of its value, and the word that it is encoded with.
///
/// The derive generates one per field, as an associated constant in upper case. Subsets take their encoding from it.
pub struct Slot<T, W = Plain> {
    /// A reference, so that it is not copied at every use.
    pub(super) meta: &'static Meta,
    marker: PhantomData<fn() -> (T, W)>,
}

pub use super::declared::by_word::*;

impl<T, W> Slot<T, W> {
    pub(super) const fn from_meta(meta: &'static Meta) -> Self {
        Self {
            meta,
            marker: PhantomData,
        }
    }

    /// Returns the attribute number.
    #[inline]
    pub const fn number(self) -> u16 {
        self.meta.number
    }

    /// Returns the name.
    #[inline]
    pub const fn name(self) -> &'static str {
        match self.meta.place {
            Segment::Name(name) => name,
            Segment::Element(_) | Segment::Number(_) => "",
        }
    }

    pub(super) const fn describe(
        self,
        doc: &'static str,
        presence: Presence,
        kind: Kind,
    ) -> description::Attribute {
        let (
            Meta {
                number,
                checks,
                keys,
                display_hint,
                ..
            },
            name,
        ) = (*self.meta, self.name());
        let kind = match kind {
            // The codec of an author has its own names for the keys.
            Kind::Keyed(_, element) if !keys.is_empty() => Kind::Keyed(keys, element),
            kind => kind,
        };
        checks.assert_fit(kind);
        description::Attribute {
            number,
            name,
            doc,
            presence,
            kind,
            checks,
            display_hint,
            renamed: None,
            is_variant: false,
        }
    }

    #[inline]
    pub(super) fn place(self, error: DecodeError, attribute: Attribute<'_>) -> DecodeError {
        error.within_name(self.name(), attribute.offset())
    }
}

/// A field of type `T` or `Option<T>`.
impl<T, W> Slot<T, W> {
    /// Appends the attribute.
    #[inline]
    pub fn put(self, value: &T, out: &mut AttributeWriter<'_>)
    where
        T: Payload<W>,
    {
        value.put(self.meta, out);
    }

    /// Appends the attribute if there is a value.
    #[inline]
    pub fn put_some(self, value: &Option<T>, out: &mut AttributeWriter<'_>)
    where
        T: Payload<W>,
    {
        if let Some(value) = value {
            value.put(self.meta, out);
        }
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn read<'a>(self, attribute: Attribute<'a>, place: &mut impl Place<T>) -> Decoded<()>
    where
        T: FromPayload<'a, W>,
    {
        T::get_into(self.meta, attribute, place).map_err(|error| self.place(error, attribute))
    }

    /// Returns the description of a field of type `T`.
    pub const fn required(self, doc: &'static str) -> description::Attribute
    where
        T: Payload<W>,
    {
        self.describe(doc, Presence::Required, T::KIND)
    }

    /// Returns the description of a field of type `Option<T>`.
    pub const fn optional(self, doc: &'static str) -> description::Attribute
    where
        T: Payload<W>,
    {
        self.describe(doc, Presence::Optional, T::KIND)
    }
}

/// A field of type `bool`: a flag, or in a subset a `bool` with a codec of the author.
impl<W: Truth> Slot<bool, W> {
    /// Appends the attribute. A flag that is `false` appends nothing.
    #[inline]
    pub fn put_flag(self, value: bool, out: &mut AttributeWriter<'_>) {
        W::put_truth(value, self.meta, out);
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn read_flag(self, attribute: Attribute<'_>, value: &mut bool) -> Decoded<()> {
        match W::get_truth(self.meta, attribute) {
            Ok(read) => {
                *value = read;
                Ok(())
            }
            Err(error) => Err(self.place(error, attribute)),
        }
    }

    /// Returns the description.
    pub const fn flag(self, doc: &'static str) -> description::Attribute {
        self.describe(doc, W::PRESENCE, W::KIND)
    }

    /// Returns the description of a variant.
    pub const fn unit_variant(self, doc: &'static str) -> description::Attribute {
        self.flag(doc).variant()
    }
}

impl<T, W> Clone for Slot<T, W> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T, W> Copy for Slot<T, W> {}

impl<T, W> core::fmt::Debug for Slot<T, W> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        self.meta.fmt(f)
    }
}
