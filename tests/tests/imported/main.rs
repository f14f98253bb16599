//! What `genl import` prints of the kernel's descriptions compiles, and is what authors wrote by hand.
//!
//! The tests of the target `import` compare it with what the command prints.

mod bytes;
mod compared;
mod golden;
mod live;

use std::path::PathBuf;

/// A file beside the tests.
fn path(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("tests/imported")
        .join(name)
}
