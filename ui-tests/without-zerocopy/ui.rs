//! Words that need the feature `zerocopy`, in a crate of its own: a test has the features that its package asks for.

#[test]
fn refusals() {
    trybuild::TestCases::new().compile_fail("words.rs");
}
