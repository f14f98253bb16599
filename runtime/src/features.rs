//! What the macros ask of the features that genl was built with, which they do not see themselves.

/// Passes its input on unless genl has the feature `zerocopy`.
#[cfg(not(feature = "zerocopy"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __without_zerocopy {
    ($($tokens:tt)*) => { $($tokens)* };
}

/// Passes its input on unless genl has the feature `zerocopy`.
#[cfg(feature = "zerocopy")]
#[doc(hidden)]
#[macro_export]
macro_rules! __without_zerocopy {
    ($($tokens:tt)*) => {};
}
