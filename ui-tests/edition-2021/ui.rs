//! Tests everything in `../pass/` again with an older edition, which is that of this package.

#[test]
fn what_compiles() {
    trybuild::TestCases::new().pass("../pass/*.rs");
}
