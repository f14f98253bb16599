//! A program contains the description of a family only if it uses the description.

use std::fs;
use std::io;

/// Texts of the doc comments of an operation and of the family.
const DOCS: [&str; 2] = [
    "Returns the limits of the network namespace.",
    "Multipath TCP path manager.",
];

fn carries(program: &str, text: &str) -> io::Result<bool> {
    let bytes = fs::read(program)?;
    Ok(bytes.windows(text.len()).any(|it| it == text.as_bytes()))
}

#[test]
fn only_programs_that_use_a_description_contain_it() -> io::Result<()> {
    for doc in DOCS {
        assert!(carries(env!("CARGO_BIN_EXE_describes"), doc)?, "{doc}");
        assert!(!carries(env!("CARGO_BIN_EXE_operates"), doc)?, "{doc}");
        assert!(!carries(env!("CARGO_BIN_EXE_listens"), doc)?, "{doc}");
    }
    // These texts are needed by the programs themselves. They show that the search works.
    assert!(carries(env!("CARGO_BIN_EXE_operates"), "get-limits")?);
    assert!(carries(env!("CARGO_BIN_EXE_listens"), "sub-established")?);
    Ok(())
}
