//! Compile errors, word by word, and code that must compile.
//!
//! - `set/`, `enumeration/`, `c_struct/`, `family/`: the mistakes that the macros answer. Each file breaks one rule of
//!   `macros/src/rules.rs` and is named after it, with what is special behind the name; the tests of
//!   genl-macros hold it to that. `mistakes_*` hold several, all of which are reported, and code that
//!   uses what is fine.
//! - `rustc/`: mistakes that rustc or `syn` words, with the texts of our `on_unimplemented` attributes where a
//!   bound is not met. They quote the runtime, and change with it. rustc's words and underlines change
//!   too, so these cases hold for the release in `rustc/written-by.txt`, and are ignored on all others.
//! - `pass/`: what must compile, warn of nothing and run, whatever the author's scope looks like.
//! - `lib.rs`: the same for a library, held to its documentation and to clippy's pedantic and nursery
//!   lints. `pass/crate_reexported.rs` uses it.
//!
//! `TRYBUILD=overwrite cargo test -p genl-ui-tests` writes the `.stderr` files, and nothing else does.
//! Read what it wrote: the smallest wrong token is underlined, the message tells what to write, and no
//! second error is untrue. `cargo test -p genl-ui-tests refusals -- trybuild=number_duplicate` runs one.
//! To bless `rustc/` with another compiler, write its version to `rustc/written-by.txt` first.

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
