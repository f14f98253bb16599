//! Words that mean the same in a subset as in its set.

use crate::word;

/// A word that needs no sibling, and so can be taken over by a subset.
#[diagnostic::on_unimplemented(
    message = "the codec of this attribute depends on another field of its set",
    label = "missing `with` and `sibling` on this field",
    note = "write `#[attr(with = Codec, sibling = field)]`, with the codec of the set and a field of this struct",
    note = "an enum has no other field: write `#[attr(with = Codec)]`, with a codec that does not depend on one"
)]
pub trait Alone<V> {
    /// The same word. If there is none, rustc reports only that, and no errors that follow from it.
    type Word;
}

macro_rules! alone {
    ($([$($parameters:tt)*] $word:ty;)*) => {$(
        #[diagnostic::do_not_recommend]
        impl<V, $($parameters)*> Alone<V> for $word {
            type Word = Self;
        }
    )*};
}

alone! {
    [] word::Plain;
    [] word::BigEndian;
    [] word::Unterminated;
    [] word::Flag;
    [] word::Flags;
    [] word::FlagsBigEndian;
    [] word::FlagsUint;
    [] word::Uint;
    [] word::Sint;
    [] word::Bitfield32;
    [] word::CStruct;
    [] word::U8;
    [] word::Nest;
    [C] word::With<C>;
    [W] word::Array<W>;
    [W] word::OmitEmpty<W>;
    [W] word::Multi<W>;
    [const FROM: u16, W] word::Indexed<FROM, W>;
    [W] word::IndexedZero<W>;
    [W] word::IndexedKept<W>;
    [W] word::Keyed1<W>;
    [W] word::Keyed2<W>;
}

/// Not the type of any field. `WithSibling` is `Alone` for two such types, so that rustc cannot decide before it knows the
/// type of the field, and then reports the message above.
#[derive(Debug)]
pub enum NoField {}

#[diagnostic::do_not_recommend]
impl<C> Alone<NoField> for word::WithSibling<C> {
    type Word = Self;
}

#[diagnostic::do_not_recommend]
impl<C> Alone<[NoField; 1]> for word::WithSibling<C> {
    type Word = Self;
}
