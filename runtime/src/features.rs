//! Tells the macros which features genl was built with. They cannot see that themselves.

/// Expands to its input if genl lacks the feature `zerocopy`.
#[cfg(not(feature = "zerocopy"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __without_zerocopy {
    ($($tokens:tt)*) => { $($tokens)* };
}

/// Expands to its input if genl lacks the feature `zerocopy`.
#[cfg(feature = "zerocopy")]
#[doc(hidden)]
#[macro_export]
macro_rules! __without_zerocopy {
    ($($tokens:tt)*) => {};
}
