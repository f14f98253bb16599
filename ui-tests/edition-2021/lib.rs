//! Users of an older edition. What they write is in `../pass/`.
