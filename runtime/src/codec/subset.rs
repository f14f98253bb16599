//! What a field of a subset may be, where its set has another type.

use super::{FromPayload, GetList, Indexed, Keyed, PutList, Slot, Truth};
use crate::description::Presence;
use crate::error::Decoded;
use crate::wire::Attribute;
use crate::word;

/// A set that stands for `T` in a subset: `T` itself, or a subset of it.
///
/// The derive implements it for what is marked `#[attrs(subset_of = T)]`.
#[diagnostic::on_unimplemented(
    message = "this attribute is a `{T}` in its set, not a `{Self}`",
    label = "neither `{T}` nor a subset of it",
    note = "a subset takes number, encoding and checks from its set, so the types must be the same; `Option<T>` and `T` may differ",
    note = "a nested set may be narrowed by a struct with `#[attrs(subset_of = {T})]`"
)]
pub trait SubsetOf<T> {}
impl<T> SubsetOf<T> for T {}

/// A word under which an attribute that is a `T` in its set may be a `V` in a subset.
#[diagnostic::on_unimplemented(
    message = "this attribute is a `{T}` in its set, not a `{V}`",
    label = "`{T}` in the set this is a subset of",
    note = "a subset takes number, encoding and checks from its set, so the types must be the same; `Option<T>` and `T` may differ"
)]
pub trait Retype<V, T> {}

macro_rules! same {
    ($($word:ident)*) => {$(
        impl<T> Retype<T, T> for word::$word {}
    )*};
}

same! { Plain BigEndian Unterminated Flag Flags Uint Sint Bitfield32 CStruct }

impl<C, T> Retype<T, T> for word::With<C> {}
impl<W, T> Retype<T, T> for word::Array<W> {}
impl<V: SubsetOf<T>, T> Retype<V, T> for word::Nest {}

impl<V, T, W: Retype<V, T>> Retype<Vec<V>, Vec<T>> for word::Multi<W> {}
impl<const FROM: u16, V, T, W: Retype<V, T>> Retype<Vec<V>, Vec<T>> for word::Indexed<FROM, W> {}
impl<V, T, W: Retype<V, T>> Retype<Vec<V>, Vec<T>> for word::IndexedZero<W> {}
impl<V, T, W: Retype<V, T>> Retype<Vec<Indexed<V>>, Vec<Indexed<T>>> for word::IndexedKept<W> {}

impl<K, V, T, W: Retype<V, T>> Retype<Vec<Keyed<K, V>>, Vec<Keyed<K, T>>> for word::Keyed1<W> {}
impl<K, V, T, W: Retype<V, T>> Retype<Vec<Keyed<K, V>>, Vec<Keyed<K, T>>> for word::Keyed2<W> {}

/// A field of a subset. Its number is known at compile time, but not where the code is written: each field looks whether
/// an attribute is its own.
impl<T, W> Slot<T, W> {
    /// The same attribute for a field of a subset, which has the same type, or subsets of the sets in it.
    pub const fn typed<V>(&self) -> Slot<V, W>
    where
        W: Retype<V, T>,
    {
        Slot::from_meta(self.meta)
    }

    #[inline]
    pub(super) const fn is(&self, attribute: Attribute<'_>) -> bool {
        attribute.number() == self.number()
    }

    /// Reads the attribute if it is this one, and tells whether it is.
    #[inline]
    pub fn find<'a>(&self, attribute: Attribute<'a>, value: &mut Option<T>) -> Decoded<bool>
    where
        T: FromPayload<'a, W>,
    {
        let found = self.is(attribute);
        if found {
            self.get(attribute, value)?;
        }
        Ok(found)
    }
}

impl<T, W> Slot<Vec<T>, W> {
    /// Reads one attribute of the list if it is this one, and tells whether it is. What is empty differs from what is not
    /// there.
    #[inline]
    pub fn find_list<'a>(
        &self,
        attribute: Attribute<'a>,
        values: &mut Option<Vec<T>>,
    ) -> Decoded<bool>
    where
        W: GetList<'a, T>,
    {
        let found = self.is(attribute);
        if found {
            self.get_list(attribute, values.get_or_insert_default())?;
        }
        Ok(found)
    }

    /// The list; of an attribute that was not there, an empty one unless it is required.
    pub fn take_list(&self, values: Option<Vec<T>>) -> Decoded<Vec<T>>
    where
        W: PutList<T>,
    {
        match (values, W::PRESENCE) {
            (None, Presence::Required) => self.take(None),
            (values, _) => Ok(values.unwrap_or_default()),
        }
    }
}

impl<W: Truth> Slot<bool, W> {
    /// Reads the attribute if it is this one, and tells whether it is.
    pub fn find_flag(&self, attribute: Attribute<'_>, value: &mut Option<bool>) -> Decoded<bool> {
        let found = self.is(attribute);
        if found {
            let read = W::get_truth(&self.meta, attribute);
            *value = Some(read.map_err(|error| self.place(error, attribute))?);
        }
        Ok(found)
    }

    /// The `bool`; of a flag that was not there, `false`.
    pub fn take_flag(&self, value: Option<bool>) -> Decoded<bool> {
        self.take(value.or(W::ABSENT))
    }
}
