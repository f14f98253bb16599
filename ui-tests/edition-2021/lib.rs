//! Users with an older edition. Their code is in `../pass/`.
