//! The types that a field of a subset may have if its set has another type.

use super::{Alone, Indexed, Keyed, Slot};
use crate::word;

/// `()`, as an associated type: if it is missing, rustc does not compare the impl that mentions it with others.
pub trait ToNothing {
    /// `()`.
    type Nothing;
}
impl<T: ?Sized> ToNothing for T {
    type Nothing = ();
}

/// A set that may replace `T` in a subset: `T` itself, or a subset of it.
///
/// The derive implements it for a set with `#[attrs(subset_of = T)]`, or with a subset of `T`.
#[diagnostic::on_unimplemented(
    message = "this attribute is a `{T}` in its set, not a `{Self}`",
    label = "expected `{T}` or a subset of it",
    note = "a field of a subset has the encoding of its set, so it must have the same type; only `T` and `Option<T>` may differ",
    note = "for some attributes of a nested set, write a struct with `#[attrs(subset_of = {T})]`"
)]
pub trait SubsetOf<T, Nothing = ()> {}
#[diagnostic::do_not_recommend]
impl<T> SubsetOf<T> for T {}

/// A word with which a field of type `T` in the set may have type `V` in a subset.
#[diagnostic::on_unimplemented(
    message = "this attribute is a `{T}` in its set, not a `{V}`",
    label = "expected `{T}`, the type in the set",
    note = "a field of a subset has the encoding of its set, so it must have the same type; only `T` and `Option<T>` may differ",
    note = "for another type or encoding, write words without a number: `#[attr(multi)]`, or `#[attr(plain)]` if no word is needed"
)]
pub trait Retype<V, T> {
    /// The same as `V`. If it is not allowed, rustc reports only that, and no errors that follow from it.
    type Field;
    /// The same word. If it is not allowed, rustc reports only that.
    type Word;
}

/// The same for an `Option<V>`, which every word allows except `flag`.
#[diagnostic::on_unimplemented(
    message = "this attribute is a `{T}` in its set, not an `Option<{V}>`",
    label = "expected `{T}`, the type in the set",
    note = "a field of a subset has the encoding of its set, so it must have the same type; only `T` and `Option<T>` may differ, and a flag is always a `bool`",
    note = "for another type or encoding, write words without a number: `#[attr(multi)]`, or `#[attr(plain)]` if no word is needed"
)]
pub trait RetypeOption<V, T> {
    /// The same as `V`.
    type Field;
    /// The same word.
    type Word;
}

macro_rules! retype {
    ($([$($parameters:tt)*] $word:ty: $v:ty, $t:ty;)*) => {$(
        #[diagnostic::do_not_recommend]
        impl<$($parameters)*> RetypeOption<$v, $t> for $word {
            type Field = $v;
            type Word = Self;
        }

        #[diagnostic::do_not_recommend]
        impl<$($parameters)*> Retype<$v, $t> for $word {
            type Field = $v;
            type Word = Self;
        }
    )*};
}

#[diagnostic::do_not_recommend]
impl<T> Retype<T, T> for word::Flag {
    type Field = T;
    type Word = Self;
}

/// Returned for a flag in an `Option`. Without any impl, rustc would report a missing method.
#[doc(hidden)]
#[derive(Debug)]
pub enum FlagInOption {}

#[diagnostic::do_not_recommend]
impl RetypeOption<FlagInOption, bool> for word::Flag {
    type Field = FlagInOption;
    type Word = Self;
}

retype! {
    [T] word::Plain: T, T;
    [T] word::BigEndian: T, T;
    [T] word::Unterminated: T, T;
    [T] word::Flags: T, T;
    [T] word::FlagsBigEndian: T, T;
    [T] word::FlagsUint: T, T;
    [T] word::Uint: T, T;
    [T] word::Sint: T, T;
    [T] word::Bitfield32: T, T;
    [T] word::CStruct: T, T;
    [T] word::U8: T, T;
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

#[diagnostic::do_not_recommend]
impl<V, T, W: Retype<V, T>> Retype<V, T> for word::OmitEmpty<W> {
    type Field = W::Field;
    type Word = word::OmitEmpty<W::Word>;
}

#[diagnostic::do_not_recommend]
impl<V, T, W: RetypeOption<V, T>> RetypeOption<V, T> for word::OmitEmpty<W> {
    type Field = W::Field;
    type Word = word::OmitEmpty<W::Word>;
}

/// The type `V` of a field, and its word.
type Retyped<V, T, W> = <<W as Alone<V>>::Word as Retype<V, T>>::Field;
type RetypedWord<V, T, W> = <<W as Alone<V>>::Word as Retype<V, T>>::Word;

/// The same for an `Option<V>`.
type RetypedOption<V, T, W> = <<W as Alone<V>>::Word as RetypeOption<V, T>>::Field;
type RetypedOptionWord<V, T, W> = <<W as Alone<V>>::Word as RetypeOption<V, T>>::Word;

/// A field of a subset.
impl<T, W> Slot<T, W> {
    /// Returns the attribute for a field of a subset with the same type, or with subsets of the nested sets.
    pub const fn of<V>(self) -> Slot<Retyped<V, T, W>, RetypedWord<V, T, W>>
    where
        W: Alone<V>,
        W::Word: Retype<V, T>,
    {
        Slot::from_meta(self.meta)
    }

    /// Returns the attribute for a field of a subset in an `Option`.
    pub const fn opt<V>(self) -> Slot<RetypedOption<V, T, W>, RetypedOptionWord<V, T, W>>
    where
        W: Alone<V>,
        W::Word: RetypeOption<V, T>,
    {
        Slot::from_meta(self.meta)
    }
}
