//! What the derive writes in short, as it is written for every set or every field of a subset.

/// What is done with the constant for a field or variant of a subset.
#[doc(hidden)]
#[macro_export]
macro_rules! root {
    ($constant:ident $($done:tt)*) => { <$crate::codec::Root<'_, Self>>::$constant $($done)* };
}

/// The numbers of the attributes of a subset, by names that can stand in patterns.
///
/// The calls are told whole, so that rustc points at the fields.
#[doc(hidden)]
#[macro_export]
macro_rules! numbers {
    ($set:ty $(, $number:ident = $call:expr)*) => {
        type _R = $crate::codec::Root<'static, $set>;
        const _S: ::core::marker::PhantomData<$set> = ::core::marker::PhantomData;
        $(const $number: u16 = $call;)*
    };
}

/// What the derive leaves of a set that is no subset.
#[doc(hidden)]
#[macro_export]
macro_rules! whole {
    (owned AttributeSet $it:ident) => {
        impl $crate::codec::OwnedSet for $it {}
        $crate::whole!(AttributeSet [] [$it] [] $it);
    };
    (owned MixedAttribute $it:ident) => {
        impl $crate::codec::OwnedAttribute for $it {}
        $crate::whole!(MixedAttribute [] [$it] [] $it);
    };
    (AttributeSet [$($parameters:tt)*] [$it:ty] [$($bounds:tt)*] $root:ty) => {
        impl $($parameters)* $crate::codec::HasFields for $it where $($bounds)* {}
        $crate::whole!(@of_set [$($parameters)*] [$it] [$($bounds)*] $root);
    };
    (MixedAttribute $($set:tt)*) => {
        $crate::whole!(@of_mixed $($set)*);
    };
    (@$of:ident [$($parameters:tt)*] [$it:ty] [$($bounds:tt)*] $root:ty) => {
        impl $($parameters)* $crate::codec::Attributed for $it where $($bounds)* {
            type Set<'__genl> = $root;
            type Root<'__genl> = $root;
            const FACTS: $crate::codec::Facts = $crate::codec::Facts::$of::<Self>();
        }
    };
}

/// What the derive leaves of a subset. A struct stands for what its set stands for.
#[doc(hidden)]
#[macro_export]
macro_rules! part {
    (owned AttributeSet $it:ident, $set:ty $(, $own:ident)*) => {
        impl $crate::codec::OwnedSet for $it {}
        $crate::part!(AttributeSet [<>] [<__T>] [$it] [] $set $(, $own)*);
    };
    (owned MixedAttribute $it:ident, $set:ty $(, $own:ident)*) => {
        impl $crate::codec::OwnedAttribute for $it {}
        $crate::part!(MixedAttribute [<>] [$it] [] $set $(, $own)*);
    };
    (AttributeSet [$($parameters:tt)*] [< $($more:tt)*] [$it:ty] [$($bounds:tt)*] $set:ty $(, $own:ident)*) => {
        impl<'__genl, $($more)* $crate::codec::SubsetOf<__T> for $it
        where
            $set: $crate::codec::SubsetOf<__T>,
            $($bounds)*
        {}
        impl $($parameters)* $crate::codec::HasFields for $it where $($bounds)* {}
        $crate::part!(@of_set facts [$($parameters)*] [$it] [$($bounds)*] $set $(, $own)*);
    };
    (MixedAttribute $($subset:tt)*) => {
        $crate::part!(@of_mixed facts_of_any $($subset)*);
    };
    (@$of:ident $facts:ident [$($parameters:tt)*] [$it:ty] [$($bounds:tt)*] $set:ty $(, $own:ident)*) => {
        impl $($parameters)* $crate::codec::Attributed for $it where $($bounds)* {
            type Set<'__genl> = $set;
            type Root<'__genl> = $crate::codec::Root<'__genl, $set>;
            const SUPERSET: $crate::codec::Superset = $crate::codec::Superset::of(
                $crate::codec::$facts::<<Self as $crate::codec::Attributed>::Set<'_>>(),
            )
            .overriding(&[$(Self::$own.number()),*]);
            const FACTS: $crate::codec::Facts = $crate::codec::Facts::$of::<Self>();
        }
    };
}
