//! What a field of a subset may be, where its set has another type.

use super::{AttributeSet, Indexed, Keyed, Slot};
use crate::word;

/// What a subset has from the set whose attributes it takes.
#[derive(Clone, Copy, Debug)]
pub struct Superset {
    pub(super) name: Option<&'static str>,
    pub(super) pad: Option<u16>,
}

impl Superset {
    /// Of a set that is no subset.
    pub(super) const NONE: Self = Self {
        name: None,
        pad: None,
    };
}

/// Of a subset of `S`.
pub const fn superset<S: AttributeSet>() -> Superset {
    Superset {
        name: Some(S::NAME),
        pad: S::PAD,
    }
}

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

/// A field of a subset.
impl<T, W> Slot<T, W> {
    /// The same attribute for a field of a subset, which has the same type, or subsets of the sets in it.
    pub const fn of<V>(self) -> Slot<W::Field, W::Word>
    where
        W: Retype<V, T>,
    {
        Slot::from_meta(self.meta)
    }
}
