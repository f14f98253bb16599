//! A variant of a subset: one attribute of the set.

use super::{Alone, Retype, Slot};
use crate::word::{self, Flag};

/// The payload of a variant, whose attribute is a field of type `T` in the set.
pub trait Single<T> {
    /// The type of the field; for a repeated attribute the type of an element, and for a flag nothing.
    type Value;

    /// The word that it is encoded with.
    type Word;
}

macro_rules! alone {
    ($($word:ident)*) => {$(
        #[diagnostic::do_not_recommend]
        impl<T> Single<T> for word::$word {
            type Value = T;
            type Word = Self;
        }
    )*};
    ($($word:ident<W>)*) => {$(
        #[diagnostic::do_not_recommend]
        impl<T, W> Single<T> for word::$word<W> {
            type Value = T;
            type Word = Self;
        }
    )*};
}

alone! { Plain U8 BigEndian Unterminated Flags FlagsBigEndian FlagsUint Uint Sint Bitfield32 CStruct Nest }
alone! { With<W> Array<W> IndexedZero<W> IndexedKept<W> Keyed1<W> Keyed2<W> }

impl<const FROM: u16, T, W> Single<T> for word::Indexed<FROM, W> {
    type Value = T;
    type Word = Self;
}

/// A variant is always encoded, even if its list is empty.
impl<T, W> Single<T> for word::OmitEmpty<W> {
    type Value = T;
    type Word = W;
}

impl Single<bool> for Flag {
    type Value = ();
    type Word = Self;
}

impl<T, W> Single<Vec<T>> for word::Multi<W> {
    type Value = T;
    type Word = W;
}

/// The type `V` of a variant, and its word. Without an impl, rustc reports only that.
type Variant<V, T, W> = Slot<
    <Word<T, W> as Retype<V, Value<T, W>>>::Field,
    <Word<T, W> as Retype<V, Value<T, W>>>::Word,
>;
type Value<T, W> = <W as Single<T>>::Value;
type Word<T, W> = <W as Single<T>>::Word;

/// A word that a variant without a payload can have: `flag`.
#[diagnostic::on_unimplemented(
    message = "this attribute is a `{T}` in its set, not a flag",
    label = "missing payload of the variant, which is a `{T}` in the set",
    note = "write the variant with its payload: `Name({T})`; with `multi` in the set, the payload is one element"
)]
pub trait Unit<T> {}

#[diagnostic::do_not_recommend]
impl Unit<bool> for Flag {}

/// The attribute of a variant in a subset.
impl<T, W> Slot<T, W> {
    /// Returns the attribute for a variant that holds a `V`.
    pub const fn variant<V>(self) -> Variant<V, T, W::Word>
    where
        W: Alone<V>,
        W::Word: Single<T>,
        Word<T, W::Word>: Retype<V, Value<T, W::Word>>,
    {
        Slot::from_meta(self.meta)
    }

    /// Returns the attribute for a variant without a payload.
    pub const fn unit(self) -> Slot<bool, Flag>
    where
        W: Unit<T>,
    {
        Slot::from_meta(self.meta)
    }
}
