//! What the constant of a field is declared as: a [`Slot`], if its type can be written by its words.
//!
//! Whatever is done with the constant asks the same question first, and so rustc says one thing, once, of a field whose type
//! and words do not fit.

use super::{Payload, PutBeside, PutList, Slot};
use crate::word::Plain;

/// The constant of a field `T` or `Option<T>`.
pub type SlotOf<T, W = Plain> = <W as Coded<T>>::Slot;

/// The constant of a field `L` or `Option<L>` that is a list.
pub type ListOf<L, W> = <W as CodedList<L>>::Slot;

/// A word by which the value `T` can be a payload. Of the word, and not of the value, so that rustc tells what the value lacks.
pub trait Coded<T> {
    /// Its slot.
    type Slot;
}

impl<T: Payload<W>, W> Coded<T> for W {
    type Slot = Slot<T, W>;
}

/// A word by which the list `L` can be written.
pub trait CodedList<L> {
    /// Its slot.
    type Slot;
}

impl<T, W: PutList<T>> CodedList<Vec<T>> for W {
    type Slot = Slot<Vec<T>, W>;
}

/// A word by which the value `T` can be written beside the field `S`.
pub trait CodedBeside<T, S> {
    /// Its slot.
    type Slot;
}

impl<T, S, W: PutBeside<T, S>> CodedBeside<T, S> for W {
    type Slot = Slot<T, W>;
}

/// What the constant of a field is declared as that is written by one word.
pub(super) mod by_word {
    use super::{CodedBeside, Slot, SlotOf};
    use crate::word;

    macro_rules! words {
        ($($word:ident)*) => {$(
            /// By the word of this name.
            pub type $word<T> = SlotOf<T, word::$word>;
        )*};
    }

    words! { U8 BigEndian Unterminated Flags FlagsBigEndian FlagsUint Nest Uint Sint Bitfield32 CStruct }

    /// By `flag`, which has no payload.
    pub type Flag<T> = Slot<T, word::Flag>;

    /// A nest for each element.
    pub type MultiNest<L> = super::ListOf<L, word::Multi<word::Nest>>;

    /// By a codec of its author's.
    pub type With<T, C> = SlotOf<T, word::With<C>>;

    /// By a codec of its author's that depends on the field `S`.
    pub type WithSibling<T, C, S> = <word::WithSibling<C> as CodedBeside<T, S>>::Slot;
}
