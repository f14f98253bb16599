//! What a field of a subset may be, where its set has another type.

use core::marker::PhantomData;

use super::{AttributeSet, Indexed, Keyed, Meta, MixedAttribute, Slot};
use crate::description::{Attribute, SetRef};
use crate::word;

/// What a subset has from the set whose attributes it takes.
#[derive(Clone, Copy, Debug)]
pub struct Superset {
    pub(super) set: Option<SetRef>,
    pub(super) pad: Option<u16>,
    /// The numbers of the attributes that it has by words of its own.
    pub(super) overrides: &'static [u16],
}

impl Superset {
    /// Of a set that is no subset.
    pub(super) const NONE: Self = Self {
        set: None,
        pad: None,
        overrides: &[],
    };

    /// Of a subset of the set with these facts.
    pub const fn of(facts: Facts) -> Self {
        Self {
            set: Some(facts.set),
            pad: facts.pad,
            overrides: &[],
        }
    }

    /// With words of its own for the attributes of these numbers.
    #[must_use]
    pub const fn overriding(mut self, numbers: &'static [u16]) -> Self {
        self.overrides = numbers;
        self
    }
}

/// What `S` has from its set.
pub const fn superset<S: Attributed>() -> Superset {
    S::SUPERSET
}

/// A set whose attributes a subset can take. The derive implements it.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be the set of a subset",
    label = "neither a struct nor an enum with `#[derive(AttributeSet)]`",
    note = "a struct can be a subset of a struct, and an enum of a struct or an enum, with `#[derive(AttributeSet)]`"
)]
pub trait Attributed {
    /// The set whose attributes it takes; itself, if it is no subset.
    type Set<'a>;

    /// The set that has the constants: itself, or of a subset the set at the end of the chain.
    type Root<'a>;

    /// What it has from the set whose attributes it takes.
    const SUPERSET: Superset = Superset::NONE;

    /// What its subsets must know.
    const FACTS: Facts;
}

/// A set of which a struct can be a subset.
#[diagnostic::on_unimplemented(
    message = "a struct cannot be a subset of `{Self}`",
    label = "not a struct with `#[derive(AttributeSet)]`",
    note = "a struct can be a subset of a struct, and an enum of a struct or an enum, with `#[derive(AttributeSet)]`"
)]
pub trait HasFields: Attributed {}

/// The facts of the set of a struct.
pub const fn facts<S: HasFields>() -> Facts {
    S::FACTS
}

/// The facts of the set of an enum.
pub const fn facts_of_any<S: Attributed>() -> Facts {
    S::FACTS
}

/// The set that has the constants of `S`.
pub type Root<'a, S> = <S as Attributed>::Root<'a>;

/// What subsets of a set must know.
#[derive(Clone, Copy, Debug)]
pub struct Facts {
    /// The set.
    pub set: SetRef,
    /// The number of its pad attribute.
    pub pad: Option<u16>,
    /// Its attributes.
    pub attributes: &'static [Attribute],
}

// By functions, as rustc reports a mistake in the attributes of a set where they are named again too.
impl Facts {
    /// Of a set.
    pub const fn of_set<S: AttributeSet>() -> Self {
        Self {
            set: SetRef::of::<S>(),
            pad: S::PAD,
            attributes: S::ATTRIBUTES,
        }
    }

    /// Of a set of mixed attributes.
    pub const fn of_mixed<S: MixedAttribute>() -> Self {
        Self {
            set: SetRef::of::<Vec<S>>(),
            pad: S::PAD,
            attributes: S::ATTRIBUTES,
        }
    }
}

/// The number of an attribute in a subset.
impl<T, W> Slot<T, W> {
    /// The number, if the set `S` has the attribute and has it by the words of this constant.
    ///
    /// # Panics
    ///
    /// If it has not, which is in a constant, and so a mistake that rustc reports at the field.
    pub const fn at<S: Attributed>(self, set: PhantomData<S>) -> u16 {
        let own = S::SUPERSET.overrides;
        let mut index = 0;
        while index < own.len() {
            assert!(
                own[index] != self.meta.number,
                "the set of this subset has words of its own for this attribute\n\
                 help: write `#[attr(..)]` with these words here too"
            );
            index += 1;
        }
        self.own(set)
    }

    /// The number, if the set `S` has the attribute, by whatever words.
    ///
    /// # Panics
    ///
    /// If it has not, as [`at`](Self::at).
    pub const fn own<S: Attributed>(self, _: PhantomData<S>) -> u16 {
        let attributes = S::FACTS.attributes;
        // None at all has a set with a mistake that is reported.
        let mut has = attributes.is_empty();
        let mut index = 0;
        while index < attributes.len() {
            has |= attributes[index].number == self.meta.number;
            index += 1;
        }
        assert!(
            has,
            "the set of this subset is a subset itself, and does not have this attribute\n\
             help: add the field to the set, or write `subset_of` with the set that has it"
        );
        self.meta.number
    }

    /// What is declared of the attribute again, without words and checks.
    pub const fn again(self) -> Meta {
        Meta::new(self.meta.number, self.name())
    }
}

/// A set that stands for `T` in a subset: `T` itself, or a subset of it.
///
/// The derive implements it for what is marked `#[attrs(subset_of = T)]`, or with a subset of `T`.
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
    note = "a subset takes number, encoding and checks from its set, so the types must be the same; `Option<T>` and `T` may differ",
    note = "for another type or encoding, write the words of this field without a number: `#[attr(multi)]`, or `#[attr(plain)]` where the type says all"
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
