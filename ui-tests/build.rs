//! Tells the tests whether the compiler is the one that wrote the texts of `rustc/`.

use std::env;
use std::error::Error;
use std::fs;
use std::process::Command;

/// Contains the compiler up to its minor version, as `rustc --version` begins.
const WRITTEN_BY: &str = "rustc/written-by.txt";

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed={WRITTEN_BY}");
    println!("cargo::rustc-check-cfg=cfg(wrote_rustc_words)");
    let rustc = env::var_os("RUSTC").ok_or("cargo sets `RUSTC`")?;
    let version = Command::new(rustc).arg("--version").output()?;
    if is_same(
        &String::from_utf8(version.stdout)?,
        fs::read_to_string(WRITTEN_BY)?.trim(),
    ) {
        println!("cargo::rustc-cfg=wrote_rustc_words");
    }
    Ok(())
}

/// Whether `version` is a stable release of the compiler `written_by`.
fn is_same(version: &str, written_by: &str) -> bool {
    let patch = version
        .strip_prefix(written_by)
        .and_then(|rest| rest.strip_prefix('.'));
    patch
        .and_then(|rest| rest.split(' ').next())
        .is_some_and(|patch| patch.parse::<u32>().is_ok())
}
