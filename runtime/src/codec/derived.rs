//! Macros that shorten generated code which is the same for every set, or for every field of a subset.

/// Uses the constant of a field or variant of a subset.
#[doc(hidden)]
#[macro_export]
macro_rules! of {
    ($constant:ident $($done:tt)*) => { <$crate::codec::Root<'_, Self>>::$constant $($done)* };
}

/// Declares the attribute numbers of a subset, under names that are allowed in patterns.
///
/// Takes whole calls, so that rustc underlines the fields.
#[doc(hidden)]
#[macro_export]
macro_rules! numbers {
    ($it:ty $(, $number:ident = $call:expr)*) => {
        type _R = $crate::codec::Root<'static, $it>;
        const _S: ::core::marker::PhantomData<$crate::codec::SetOf<'static, $it>> = ::core::marker::PhantomData;
        $(const $number: u16 = $call;)*
    };
}

/// The impls of a set that is not a subset.
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
        $crate::whole!(@of_set Fields [$($parameters)*] [$it] [$($bounds)*] $root);
    };
    (MixedAttribute $($set:tt)*) => {
        $crate::whole!(@of_mixed Variants $($set)*);
    };
    (@$of:ident $shape:ident [$($parameters:tt)*] [$it:ty] [$($bounds:tt)*] $root:ty) => {
        impl $($parameters)* $crate::codec::Attributed for $it where $($bounds)* {
            type Set<'__genl> = $root;
            type Root<'__genl> = $root;
            type Shape = $crate::codec::$shape;
            const FACTS: $crate::codec::Facts = $crate::codec::Facts::$of::<Self>();
        }
    };
}

/// The impls of a subset.
#[doc(hidden)]
#[macro_export]
macro_rules! part {
    (owned AttributeSet $it:ident, $is_set:block $set:ty $(, $own:ident)*) => {
        impl $crate::codec::OwnedSet for $it {}
        $crate::part!(AttributeSet [<>] [<__T>] [$it] [] $is_set $set $(, $own)*);
    };
    (owned MixedAttribute $it:ident, $is_set:block $set:ty $(, $own:ident)*) => {
        impl $crate::codec::OwnedAttribute for $it {}
        $crate::part!(MixedAttribute [<>] [$it] [] $is_set $set $(, $own)*);
    };
    (owned $of:ident $it:ident, $set:ty $(, $own:ident)*) => {
        $crate::part!(owned $of $it, { $crate::codec::is_set::<$set>() } $set $(, $own)*);
    };
    (AttributeSet [$($parameters:tt)*] [< $($more:tt)*] [$it:ty] [$($bounds:tt)*] $is_set:block $set:ty $(, $own:ident)*) => {
        impl<'__genl, $($more)* $crate::codec::SubsetOf<
            __T,
            <$set as $crate::codec::ToNothing>::Nothing,
        > for $it
        where
            $set: $crate::codec::SubsetOf<__T>,
            $($bounds)*
        {}
        $crate::part!(@of_set Fields facts [$($parameters)*] [$it] [$($bounds)*] $is_set $set $(, $own)*);
    };
    (MixedAttribute $($subset:tt)*) => {
        $crate::part!(@of_mixed Variants facts_of_any $($subset)*);
    };
    (@$of:ident $shape:ident $facts:ident [$($parameters:tt)*] [$it:ty] [$($bounds:tt)*] $is_set:block $set:ty $(, $own:ident)*) => {
        impl $($parameters)* $crate::codec::Attributed for $it where $($bounds)* {
            type Set<'__genl> = <$set as $crate::codec::Taken<$is_set>>::Set;
            type Root<'__genl> = $crate::codec::Root<'__genl, $crate::codec::SetOf<'__genl, Self>>;
            type Shape = $crate::codec::$shape;
            const SUPERSET: $crate::codec::Superset = $crate::codec::Superset::of(
                $crate::codec::$facts::<<Self as $crate::codec::Attributed>::Set<'_>>(),
            )
            .overriding(&[$(Self::$own.number()),*]);
            const FACTS: $crate::codec::Facts = $crate::codec::Facts::$of::<Self>();
        }
    };
}
