//! What a field of a subset may be, where its set has another type.

use super::{GetList, Indexed, Keyed, PutList, Slot, Truth};
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
#[diagnostic::do_not_recommend]
impl<T> SubsetOf<T> for T {}

/// A word under which an attribute that is a `T` in its set may be a `V` in a subset.
#[diagnostic::on_unimplemented(
    message = "this attribute is a `{T}` in its set, not a `{V}`",
    label = "`{T}` in the set this is a subset of",
    note = "a subset takes number, encoding and checks from its set, so the types must be the same; `Option<T>` and `T` may differ"
)]
pub trait Retype<V, T> {
    /// `V` again. Where it may not be, rustc says that once, and nothing of what is done with an attribute of no type.
    type Field;
    /// The word again, likewise.
    type Word;
}

macro_rules! retype {
    ($([$($parameters:tt)*] $word:ty: $v:ty, $t:ty;)*) => {$(
        #[diagnostic::do_not_recommend]
        impl<$($parameters)*> Retype<$v, $t> for $word {
            type Field = $v;
            type Word = Self;
        }
    )*};
}

retype! {
    [T] word::Plain: T, T;
    [T] word::BigEndian: T, T;
    [T] word::Unterminated: T, T;
    [T] word::Flag: T, T;
    [T] word::Flags: T, T;
    [T] word::FlagsBigEndian: T, T;
    [T] word::FlagsUint: T, T;
    [T] word::Uint: T, T;
    [T] word::Sint: T, T;
    [T] word::Bitfield32: T, T;
    [T] word::CStruct: T, T;
    [T, C] word::With<C>: T, T;
    [T, W] word::Array<W>: T, T;
    [V: SubsetOf<T>, T] word::Nest: V, T;
    [V, T, W: Retype<V, T>] word::Multi<W>: Vec<V>, Vec<T>;
    [const FROM: u16, V, T, W: Retype<V, T>] word::Indexed<FROM, W>: Vec<V>, Vec<T>;
    [V, T, W: Retype<V, T>] word::IndexedZero<W>: Vec<V>, Vec<T>;
    [V, T, W: Retype<V, T>] word::IndexedKept<W>: Vec<Indexed<V>>, Vec<Indexed<T>>;
    [K, V, T, W: Retype<V, T>] word::Keyed1<W>: Vec<Keyed<K, V>>, Vec<Keyed<K, T>>;
    [K, V, T, W: Retype<V, T>] word::Keyed2<W>: Vec<Keyed<K, V>>, Vec<Keyed<K, T>>;
}

/// A field of a subset.
impl<T, W> Slot<T, W> {
    /// The same attribute for a field of a subset, which has the same type, or subsets of the sets in it.
    pub const fn typed<V>(&self) -> Slot<W::Field, W::Word>
    where
        W: Retype<V, T>,
    {
        Slot::from_meta(self.meta)
    }
}

impl<T, W> Slot<Vec<T>, W> {
    /// Reads one attribute of the list. What is empty differs from what is not there.
    #[inline]
    pub fn get_some_list<'a>(
        &self,
        attribute: Attribute<'a>,
        values: &mut Option<Vec<T>>,
    ) -> Decoded<()>
    where
        W: GetList<'a, T>,
    {
        self.get_list(attribute, values.get_or_insert_default())
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
    /// Reads the attribute.
    #[inline]
    pub fn get_truth(&self, attribute: Attribute<'_>, value: &mut Option<bool>) -> Decoded<()> {
        let read = W::get_truth(&self.meta, attribute);
        *value = Some(read.map_err(|error| self.place(error, attribute))?);
        Ok(())
    }

    /// The `bool`; of a flag that was not there, `false`.
    pub fn take_flag(&self, value: Option<bool>) -> Decoded<bool> {
        self.take(value.or(W::ABSENT))
    }
}
