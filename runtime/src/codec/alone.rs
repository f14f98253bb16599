//! Words that hold in a subset as they do in its set.

use crate::word;

/// A word that says all of an attribute, and so holds for subsets too: that of no codec with a sibling.
#[diagnostic::on_unimplemented(
    message = "the codec of this attribute depends on another field of its set",
    label = "missing `with` and `sibling` on this field",
    note = "write `#[attr(with = Codec, sibling = field)]`, with the codec of the set and a field of this struct",
    note = "an enum has no other field: write `#[attr(with = Codec)]`, with a codec that does not depend on one"
)]
pub trait Alone<V> {
    /// The word again. Where there is none, rustc says that once, and nothing of what is done with it.
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

/// The type of no field. The codec of a sibling is `Alone` for two such types: then rustc does not decide before it knows the type
/// of the field, and tells the mistake in the words above.
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
