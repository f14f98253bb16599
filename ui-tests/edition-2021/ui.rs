//! Everything in `../pass/`, once more: the edition of a test is that of its package.

#[test]
fn what_compiles() {
    trybuild::TestCases::new().pass("../pass/*.rs");
}
