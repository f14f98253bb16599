//! What a field of a subset may be, where its set has another type.

use super::{Indexed, Keyed};
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
