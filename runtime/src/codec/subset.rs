//! What a subset takes over from its set.

use core::marker::PhantomData;

use super::{AttributeSet, Meta, MixedAttribute, Slot};
use crate::description::{Attribute, SetRef};

/// What a subset takes over from the set whose attributes it has.
#[derive(Clone, Copy, Debug)]
pub struct Superset {
    pub(super) set: Option<SetRef>,
    pub(super) pad: Option<u16>,
    /// The numbers of the attributes that have words of their own in the subset.
    pub(super) overrides: &'static [u16],
}

impl Superset {
    /// For a set that is not a subset.
    pub(super) const NONE: Self = Self {
        set: None,
        pad: None,
        overrides: &[],
    };

    /// Creates the value for a subset of the set with these facts.
    pub const fn of(facts: Facts) -> Self {
        Self {
            set: Some(facts.set),
            pad: facts.pad,
            overrides: &[],
        }
    }

    /// Adds the numbers of the attributes that have words of their own.
    #[must_use]
    pub const fn overriding(mut self, numbers: &'static [u16]) -> Self {
        self.overrides = numbers;
        self
    }
}

/// Returns what `S` takes over from its set.
pub const fn superset<S: Attributed>() -> Superset {
    S::SUPERSET
}

/// A set that can have subsets. The derive implements it.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an attribute set, so it cannot have subsets",
    label = "neither a struct nor an enum with `#[derive(AttributeSet)]`",
    note = "write the name of the set that has these attributes, or write `#[derive(AttributeSet)]` above `{Self}` and `#[attr(N)]` above its fields",
    note = "a struct can be a subset of a struct; an enum can be a subset of a struct or of an enum"
)]
pub trait Attributed {
    /// The set whose attributes this has. `Self`, unless this is a subset.
    type Set<'a>;

    /// The set that has the constants: `Self`, or for a subset the set at the end of the chain.
    type Root<'a>;

    /// What this takes over from its set.
    const SUPERSET: Superset = Superset::NONE;

    /// [`Fields`] or [`Variants`].
    type Shape;

    /// What its subsets have to know.
    const FACTS: Facts;
}

/// The shape of a struct.
#[derive(Debug)]
pub enum Fields {}

/// The shape of an enum.
#[derive(Debug)]
pub enum Variants {}

/// The shape of a set `S` that a struct can be a subset of.
#[diagnostic::on_unimplemented(
    message = "a struct cannot be a subset of `{S}`",
    label = "this set is an enum",
    note = "a struct can be a subset of a struct; an enum can be a subset of a struct or of an enum"
)]
pub trait HasFields<S> {}
impl<S> HasFields<S> for Fields {}

/// The set of a subset. A subset checks it with [`is_set`]; rustc reports a mistake there, and nothing that follows from
/// it.
pub trait Taken<const IS_SET: bool> {
    /// The set.
    type Set;
}
impl<S: Attributed> Taken<true> for S {
    type Set = S;
}

/// Checks that `S` is a set.
pub const fn is_set<S: Attributed>() -> bool {
    true
}

/// The set whose attributes `S` has.
pub type SetOf<'a, S> = <S as Attributed>::Set<'a>;

/// Returns the facts of the set of a struct.
// For a type that is not a set, rustc does not check the shape.
pub const fn facts<S: Attributed<Shape: HasFields<S>>>() -> Facts {
    S::FACTS
}

/// Returns the facts of the set of an enum.
pub const fn facts_of_any<S: Attributed>() -> Facts {
    S::FACTS
}

/// The set that has the constants of `S`.
pub type Root<'a, S> = <S as Attributed>::Root<'a>;

/// What the subsets of a set have to know.
#[derive(Clone, Copy, Debug)]
pub struct Facts {
    /// The set.
    pub set: SetRef,
    /// The number of its pad attribute.
    pub pad: Option<u16>,
    /// Its attributes.
    pub attributes: &'static [Attribute],
}

// Functions: rustc would report a mistake in the attributes of a set at each constant that names them.
impl Facts {
    /// Returns the facts of a set.
    pub const fn of_set<S: AttributeSet>() -> Self {
        Self {
            set: SetRef::of::<S>(),
            pad: S::PAD,
            attributes: S::ATTRIBUTES,
        }
    }

    /// Returns the facts of a set of mixed attributes.
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
    /// Returns the number, if the set `S` has the attribute with the words of this constant.
    ///
    /// # Panics
    ///
    /// Panics if it does not. This is evaluated in a constant, so rustc reports it at the field.
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

    /// Returns the number, if the set `S` has the attribute, with any words.
    ///
    /// # Panics
    ///
    /// Panics if it does not, like [`at`](Self::at).
    pub const fn own<S: Attributed>(self, _: PhantomData<S>) -> u16 {
        let attributes = S::FACTS.attributes;
        // A set with a mistake that was already reported has no attributes.
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

    /// Returns number and name of the attribute, without its words and checks.
    pub const fn again(self) -> Meta {
        Meta::new(self.meta.number, self.name())
    }
}
