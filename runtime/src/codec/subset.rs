//! What a subset has from the set whose attributes it takes.

use core::marker::PhantomData;

use super::{AttributeSet, Meta, MixedAttribute, Slot};
use crate::description::{Attribute, SetRef};

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
    message = "`{Self}` is not an attribute set, so it cannot have subsets",
    label = "neither a struct nor an enum with `#[derive(AttributeSet)]`",
    note = "write the name of the set that has these attributes, or write `#[derive(AttributeSet)]` above `{Self}` and `#[attr(N)]` above its fields",
    note = "a struct can be a subset of a struct; an enum can be a subset of a struct or of an enum"
)]
pub trait Attributed {
    /// The set whose attributes it takes; itself, if it is no subset.
    type Set<'a>;

    /// The set that has the constants: itself, or of a subset the set at the end of the chain.
    type Root<'a>;

    /// What it has from the set whose attributes it takes.
    const SUPERSET: Superset = Superset::NONE;

    /// [`Fields`] or [`Variants`].
    type Shape;

    /// What its subsets must know.
    const FACTS: Facts;
}

/// The shape of a struct.
#[derive(Debug)]
pub enum Fields {}

/// The shape of an enum.
#[derive(Debug)]
pub enum Variants {}

/// The shape of a set `S` of which a struct can be a subset.
#[diagnostic::on_unimplemented(
    message = "a struct cannot be a subset of `{S}`",
    label = "this set is an enum",
    note = "a struct can be a subset of a struct; an enum can be a subset of a struct or of an enum"
)]
pub trait HasFields<S> {}
impl<S> HasFields<S> for Fields {}

/// What a subset takes from the set `Self`, if that is one. A subset asks so by [`is_set`], whose mistake rustc reports there,
/// and then says nothing of what is done with the set.
pub trait Taken<const IS_SET: bool> {
    /// The set.
    type Set;
}
impl<S: Attributed> Taken<true> for S {
    type Set = S;
}

/// That `S` is a set.
pub const fn is_set<S: Attributed>() -> bool {
    true
}

/// The set whose attributes `S` takes.
pub type SetOf<'a, S> = <S as Attributed>::Set<'a>;

/// The facts of the set of a struct.
// Of what is no set at all, rustc does not ask for the shape.
pub const fn facts<S: Attributed<Shape: HasFields<S>>>() -> Facts {
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
                "the set in `subset_of` has an encoding of its own for this attribute\n\
                 help: write its words here too, as in `#[attr(multi)]`"
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
            "the set in `subset_of` does not have this attribute\n\
             help: add the field to that set, or write `subset_of` with a set that has it"
        );
        self.meta.number
    }

    /// What is declared of the attribute again, without words and checks.
    pub const fn again(self) -> Meta {
        Meta::new(self.meta.number, self.name())
    }
}
