//! A variant of a subset: one attribute of the set.

use super::{FromPayload, Retype, Slot};
use crate::error::Decoded;
use crate::wire::{Attribute, UnknownAttribute};
use crate::word::{self, Flag};

/// What one attribute holds that is a field `T` of its set.
pub trait Single<T> {
    /// The field's type; of an attribute that repeats the type of its elements, and nothing of a flag.
    type Value;

    /// How that is written.
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

alone! { Plain BigEndian Unterminated Flags FlagsBigEndian FlagsUint Uint Sint Bitfield32 CStruct Nest }
alone! { With<W> Array<W> IndexedZero<W> IndexedKept<W> Keyed1<W> Keyed2<W> }

impl<const FROM: u16, T, W> Single<T> for word::Indexed<FROM, W> {
    type Value = T;
    type Word = Self;
}

impl Single<bool> for Flag {
    type Value = ();
    type Word = Self;
}

impl<T, W> Single<Vec<T>> for word::Multi<W> {
    type Value = T;
    type Word = W;
}

/// The `V` of a variant, and its word: unknown where it may not be one, so that nothing is said of what is done with it.
type Retyped<V, T, W> = <<W as Single<T>>::Word as Retype<V, <W as Single<T>>::Value>>::Field;
type RetypedWord<V, T, W> = <<W as Single<T>>::Word as Retype<V, <W as Single<T>>::Value>>::Word;

/// The word of a flag, which a variant without a payload stands for.
#[diagnostic::on_unimplemented(
    message = "this attribute is a `{T}` in its set, and no flag",
    label = "holds nothing, and is a `{T}` in the set this is a subset of",
    note = "write the variant with its payload: `Name({T})`; of an attribute under `multi` the payload is one element"
)]
pub trait Unit<T> {}

#[diagnostic::do_not_recommend]
impl Unit<bool> for Flag {}

/// The attribute of a variant in a subset.
impl<T, W> Slot<T, W> {
    /// The same attribute for a variant that holds a `V`.
    pub const fn variant<V>(&self) -> Slot<Retyped<V, T, W>, RetypedWord<V, T, W>>
    where
        W: Single<T>,
        W::Word: Retype<V, W::Value>,
    {
        Slot::from_meta(self.meta)
    }

    /// The same attribute for a variant that holds nothing.
    pub const fn unit(&self) -> Slot<bool, Flag>
    where
        W: Unit<T>,
    {
        Slot::from_meta(self.meta)
    }

    /// Reads the attribute if it is this one, makes a variant of it, and tells whether it is.
    #[inline]
    pub fn find_variant<'a, V>(
        &self,
        attribute: Attribute<'a>,
        variant: impl FnOnce(T) -> V,
        found: &mut Option<V>,
    ) -> Decoded<bool>
    where
        T: FromPayload<'a, W>,
    {
        let is = self.is(attribute);
        if is {
            *found = self.read(attribute, variant)?;
        }
        Ok(is)
    }
}

impl Slot<bool, Flag> {
    /// Makes a variant of the attribute if it is this one, and tells whether it is.
    #[allow(clippy::unnecessary_wraps)] // one of several in generated code
    pub fn find_unit<V>(
        &self,
        attribute: Attribute<'_>,
        variant: V,
        found: &mut Option<V>,
    ) -> Decoded<bool> {
        let is = self.is(attribute);
        if is {
            *found = Some(variant);
        }
        Ok(is)
    }
}

impl Attribute<'_> {
    /// Makes a variant of an attribute that is of no other kind, as it came.
    #[allow(clippy::unnecessary_wraps)] // one of several in generated code
    pub fn find_unknown_variant<V>(
        self,
        variant: impl FnOnce(UnknownAttribute) -> V,
        found: &mut Option<V>,
    ) -> Decoded<bool> {
        *found = Some(variant(self.to_unknown()));
        Ok(true)
    }
}

/// The variant that `find` finds, if it finds one.
#[inline]
pub fn one_of<V>(find: impl FnOnce(&mut Option<V>) -> Decoded<bool>) -> Decoded<Option<V>> {
    let mut found = None;
    find(&mut found)?;
    Ok(found)
}
