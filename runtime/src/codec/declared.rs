//! The type of the constant of a field: a [`Slot`], if the field's type can be encoded with its words.
//!
//! Everything that uses the constant asks for this type first, so rustc reports a mismatch of type and words once.

use super::{Payload, PutBeside, PutList, Slot};
use crate::word::Plain;

/// The constant of a field of type `T` or `Option<T>`.
pub type SlotOf<T, W = Plain> = <W as Coded<T>>::Slot;

/// The constant of a field of type `L` or `Option<L>`, where `L` is a list.
pub type ListOf<L, W> = <W as CodedList<L>>::Slot;

/// A word with which a `T` can be encoded. A trait of the word, so that rustc reports what the type lacks.
pub trait Coded<T> {
    /// The type of the constant.
    type Slot;
}

impl<T: Payload<W>, W> Coded<T> for W {
    type Slot = Slot<T, W>;
}

/// A word with which the list `L` can be encoded.
pub trait CodedList<L> {
    /// The type of the constant.
    type Slot;
}

impl<T, W: PutList<T>> CodedList<Vec<T>> for W {
    type Slot = Slot<Vec<T>, W>;
}

/// A word with which a `T` can be encoded, given its sibling `S`.
pub trait CodedBeside<T, S> {
    /// The type of the constant.
    type Slot;
}

impl<T, S, W: PutBeside<T, S>> CodedBeside<T, S> for W {
    type Slot = Slot<T, W>;
}

/// The type of the constant of a field, by the field's word.
pub(super) mod by_word {
    use super::{CodedBeside, Slot, SlotOf};
    use crate::word;

    macro_rules! words {
        ($($word:ident)*) => {$(
            /// With the word of this name.
            pub type $word<T> = SlotOf<T, word::$word>;
        )*};
    }

    words! { U8 BigEndian Unterminated Flags FlagsBigEndian FlagsUint Nest Uint Sint Bitfield32 CStruct }

    /// With the word `flag`, which has no payload.
    pub type Flag<T> = Slot<T, word::Flag>;

    /// With the word `multi` and nested sets.
    pub type MultiNest<L> = super::ListOf<L, word::Multi<word::Nest>>;

    /// With a codec of the author.
    pub type With<T, C> = SlotOf<T, word::With<C>>;

    /// With a codec of the author that depends on the field `S`.
    pub type WithSibling<T, C, S> = <word::WithSibling<C> as CodedBeside<T, S>>::Slot;
}
