//! Descriptions of families in YAML, and corrections of them, as `genl import` reads them.

use genl::import::{self, Place};

use super::{MESSAGE, limited_to};

/// The most bytes that importing may hold allocated at a time.
const MOST: u64 = 64 << 20;

/// The corrections are what follows the first byte 0.
pub(crate) fn run(bytes: &[u8]) {
    let (Ok(text), ..=MESSAGE) = (core::str::from_utf8(bytes), bytes.len()) else {
        return;
    };
    let (spec, corrections) = match text.split_once('\0') {
        Some((spec, corrections)) => (spec, Some(corrections)),
        None => (text, None),
    };
    check(spec, corrections);
}

/// Returns the length of the Rust; `None` if the description is refused.
pub(crate) fn check(spec: &str, corrections: Option<&str>) -> Option<usize> {
    let import = limited_to(MOST, "import", || {
        import::import("spec.yaml", spec, corrections)
    });
    let is_inside = |place: Place| match (place.file, corrections) {
        (0, _) => is_line(spec, place.line),
        (1, Some(corrections)) => is_line(corrections, place.line),
        _ => false,
    };
    for note in &import.notes {
        assert!(!note.text.is_empty() && is_inside(note.place), "{note:?}");
    }
    match &import.family {
        Ok(family) => {
            assert!(family.rust.contains("genl_family! {"));
            Some(family.rust.len())
        }
        Err(faults) => {
            assert!(!faults.is_empty());
            for fault in faults {
                let is_whole = fault.to_string() == "the file is empty";
                let is_inside = fault.place.is_some_and(is_inside);
                assert!(is_whole || is_inside, "{fault:?}");
            }
            None
        }
    }
}

/// Whether a text has a line.
fn is_line(text: &str, line: u32) -> bool {
    let lines = u32::try_from(text.lines().count()).expect("it is short");
    (1..=lines).contains(&line)
}
