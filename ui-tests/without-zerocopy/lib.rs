//! Users of genl without the feature `zerocopy`. Their code is in `words.rs`.
