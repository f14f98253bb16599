//! Users of a genl without the feature `zerocopy`. What they write is in `words.rs`.
