//! Tests words that need the feature `zerocopy`. This is a package of its own, as a package has the same features for all of
//! its tests.

#[test]
fn refusals() {
    trybuild::TestCases::new().compile_fail("words.rs");
}
