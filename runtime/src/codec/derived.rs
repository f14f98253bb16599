//! What the derive writes in short, as it is written for every set or every field of a subset.

/// What is done with the constant for a field of a struct that is a subset, or is the set of one.
#[doc(hidden)]
#[macro_export]
macro_rules! root {
    ($set:ty, $constant:ident $($done:tt)*) => { <$crate::codec::Root<'_, $set>>::$constant $($done)* };
    ($constant:ident $($done:tt)*) => { <$crate::codec::Root<'_, Self>>::$constant $($done)* };
}

/// The same for a variant of an enum.
#[doc(hidden)]
#[macro_export]
macro_rules! variant {
    ($set:ty, $constant:ident $($done:tt)*) => { <$crate::codec::VariantRoot<'_, $set>>::$constant $($done)* };
    ($constant:ident $($done:tt)*) => { <$crate::codec::VariantRoot<'_, Self>>::$constant $($done)* };
}

/// The numbers of the attributes of a subset, by names that can stand in patterns.
///
/// The calls are told whole, so that rustc points at the fields.
#[doc(hidden)]
#[macro_export]
macro_rules! numbers {
    ($by:ident $set:ty $(, $number:ident $slot:ident.$method:ident $call:tt)*) => {
        type __Set = $set;
        $(const $number: u16 = $crate::$by!(__Set, $slot.$method::<__Set> $call);)*
    };
}

/// What the derive leaves of a set that is no subset.
#[doc(hidden)]
#[macro_export]
macro_rules! whole {
    (owned AttributeSet $it:ident) => {
        impl $crate::codec::OwnedSet for $it {}
        $crate::whole!(AttributeSet [<__By>] [__By] [$it] [] $it);
    };
    (owned MixedAttribute $it:ident) => {
        impl $crate::codec::OwnedAttribute for $it {}
        $crate::whole!(MixedAttribute [] [$crate::codec::Variants] [$it] [] $it);
    };
    ($set:ident [$($parameters:tt)*] [$by:ty] [$it:ty] [$($bounds:tt)*] $root:ty) => {
        impl $($parameters)* $crate::codec::SetFor<$by> for $it where $($bounds)* {
            type Set<'__genl> = $root;
            type Root<'__genl> = $root;
            const FACTS: $crate::codec::Facts = $crate::facts!($set);
        }
    };
}

/// What the derive leaves of a subset. It stands for what its set stands for.
#[doc(hidden)]
#[macro_export]
macro_rules! part {
    (owned AttributeSet $it:ident, $set:ty $(, $own:ident)*) => {
        impl $crate::codec::OwnedSet for $it {}
        $crate::part!(AttributeSet [<__By>] [$it] [] $set $(, $own)*);
    };
    (owned MixedAttribute $it:ident, $set:ty $(, $own:ident)*) => {
        impl $crate::codec::OwnedAttribute for $it {}
        $crate::part!(MixedAttribute [<>] [$it] [] $set $(, $own)*);
    };
    (AttributeSet [< $($parameters:tt)*] [$it:ty] [$($bounds:tt)*] $set:ty $(, $own:ident)*) => {
        impl<'__genl, $($parameters)* $crate::codec::SubsetOf<__By> for $it
        where
            $set: $crate::codec::SubsetOf<__By>,
            $($bounds)*
        {}
        impl<$($parameters)* $crate::codec::SetFor<__By> for $it where $($bounds)* {
            type Set<'__genl> = $set;
            type Root<'__genl> = <$set as $crate::codec::SetFor<$crate::codec::Fields>>::Root<'__genl>;
            const SUPERSET: $crate::codec::Superset = $crate::codec::Superset::of(
                <<Self as $crate::codec::SetFor<__By>>::Set<'_> as $crate::codec::SetFor<$crate::codec::Fields>>::FACTS,
            );
            const FACTS: $crate::codec::Facts = $crate::facts!(AttributeSet $(, $own)*);
        }
    };
    (MixedAttribute [$($parameters:tt)*] [$it:ty] [$($bounds:tt)*] $set:ty $(, $own:ident)*) => {
        impl $($parameters)* $crate::codec::SetFor<$crate::codec::Variants> for $it where $($bounds)* {
            type Set<'__genl> = $set;
            type Root<'__genl> = <$set as $crate::codec::SetFor<$crate::codec::Variants>>::Root<'__genl>;
            const SUPERSET: $crate::codec::Superset = $crate::codec::Superset::of(
                <<Self as $crate::codec::SetFor<$crate::codec::Variants>>::Set<'_> as $crate::codec::SetFor<$crate::codec::Variants>>::FACTS,
            );
            const FACTS: $crate::codec::Facts = $crate::facts!(MixedAttribute $(, $own)*);
        }
    };
}

/// The facts of `Self`.
#[doc(hidden)]
#[macro_export]
macro_rules! facts {
    ($set:ident $(, $own:ident)*) => {
        $crate::codec::Facts {
            name: <Self as $crate::codec::$set>::NAME,
            pad: <Self as $crate::codec::$set>::PAD,
            attributes: <Self as $crate::codec::$set>::ATTRIBUTES,
            own: &[$(Self::$own.number()),*],
        }
    };
}
