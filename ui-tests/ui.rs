//! Tests compile errors, word for word, and code that must compile.
//!
//! - `set/`, `enumeration/`, `c_struct/`, `family/`: mistakes that the macros report. Each file breaks one rule of
//!   `macros/src/rules.rs` and begins with its name; a test of genl-macros checks this. A file `mistakes_*` has several
//!   mistakes, all of which are reported, and code that uses the parts without mistakes.
//! - `rustc/`: mistakes that rustc or `syn` reports, with the texts of our `on_unimplemented` attributes. They quote the
//!   runtime, and change with it. rustc's words and underlines change too, so these cases are run with the release in
//!   `rustc/written-by.txt`, and ignored with all others.
//! - `pass/`: code that must compile without warnings and run, whatever names the author's scope has.
//! - `lib.rs`: a library that must have no warnings of rustdoc and of clippy's pedantic and nursery lints.
//!   `pass/crate_reexported.rs` uses it.
//!
//! Only `TRYBUILD=overwrite cargo test -p genl-ui-tests` writes the `.stderr` files. Read them before you commit them: the
//! smallest wrong token is underlined, the message says what to write, and no second error is untrue.
//! `cargo test -p genl-ui-tests refusals -- trybuild=number_duplicate` runs one case. To bless `rustc/` with another compiler,
//! write its version to `rustc/written-by.txt` first.

#[test]
fn refusals() {
    let cases = trybuild::TestCases::new();
    cases.compile_fail("set/*.rs");
    cases.compile_fail("enumeration/*.rs");
    cases.compile_fail("c_struct/*.rs");
    cases.compile_fail("family/*.rs");
}

#[test]
#[cfg_attr(
    not(wrote_rustc_words),
    ignore = "the compiler is not that of ui-tests/rustc/written-by.txt, which wrote the expected texts"
)]
fn rustc_words() {
    let cases = trybuild::TestCases::new();
    cases.compile_fail("rustc/*.rs");
}

#[test]
fn what_compiles() {
    let cases = trybuild::TestCases::new();
    cases.pass("pass/*.rs");
}
