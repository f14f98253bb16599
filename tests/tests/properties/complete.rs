//! No set is left out: the sources are looked through for them.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::{fs, io};

use genl::description::RustType;

use crate::shared::list::SETS;
use crate::shared::structured::generate::KEEPERS;

/// Where sets are described, as from the folder of this package.
const PLACES: [&str; 5] = [
    "fuzz/shared/kinds.rs",
    "families/src",
    "../runtime/src/mptcp_pm",
    "../runtime/src/nlctrl",
    "../runtime/src/policy.rs",
];

/// Sets that no other crate has. The target `answers` feeds them.
const PRIVATE: [&str; 2] = ["SocketAttributes", "UlpInfo"];

fn texts(path: &Path, found: &mut Vec<String>) -> io::Result<()> {
    if path.is_dir() {
        for entry in fs::read_dir(path)? {
            texts(&entry?.path(), found)?;
        }
    } else if path.extension().is_some_and(|extension| extension == "rs") {
        found.push(fs::read_to_string(path)?);
    }
    Ok(())
}

/// The lines of code, without documentation, of all files.
fn code() -> io::Result<Vec<Vec<String>>> {
    let mut found = Vec::new();
    for place in PLACES {
        let root: PathBuf = Path::new(env!("CARGO_MANIFEST_DIR")).join(place);
        assert!(root.exists(), "{place} is not there");
        texts(&root, &mut found)?;
    }
    let code = |text: &String| {
        let lines = text.lines().map(str::trim);
        lines
            .filter(|line| !line.starts_with("//"))
            .map(str::to_owned)
            .collect()
    };
    Ok(found.iter().map(code).collect())
}

/// The name of the struct or enum that a line declares.
fn declared(line: &str) -> Option<&str> {
    let rest = line.strip_prefix("pub ").unwrap_or(line);
    let rest = rest.strip_prefix("pub(crate) ").unwrap_or(rest);
    let rest = rest
        .strip_prefix("struct ")
        .or(rest.strip_prefix("enum "))?;
    rest.split(|letter: char| !letter.is_alphanumeric() && letter != '_')
        .next()
}

/// The names of the sets, each as often as it is derived.
fn derived(code: &[Vec<String>]) -> Vec<&str> {
    let mut found = Vec::new();
    for lines in code {
        let mut is_set = false;
        for line in lines {
            is_set |= line.starts_with("#[derive(") && line.contains("AttributeSet");
            // A derive that rustfmt has put into several lines.
            is_set |= *line == "AttributeSet," || line.ends_with(", AttributeSet,");
            if let (true, Some(name)) = (is_set, declared(line)) {
                found.push(name);
                is_set = false;
            }
        }
    }
    found.sort_unstable();
    found
}

#[test]
fn every_set_is_in_the_list() -> io::Result<()> {
    let code = code()?;
    let types = SETS.iter().map(|set| set.description.rust_type);
    let mut listed: Vec<_> = types.clone().map(RustType::name).chain(PRIVATE).collect();
    // Sets of one name are as many as there are in the sources.
    for name in derived(&code) {
        let place = listed.iter().position(|it| *it == name);
        listed.swap_remove(place.unwrap_or_else(|| panic!("`{name}` is not in the list")));
    }
    assert!(listed.is_empty(), "not derived: {listed:?}");
    let paths: BTreeSet<_> = types.map(RustType::path).collect();
    assert_eq!(paths.len(), SETS.len());
    Ok(())
}

#[test]
fn every_set_that_keeps_unknown_attributes_is_known() -> io::Result<()> {
    let code = code()?;
    let lines = code.iter().flatten();
    let marked = lines.filter(|line| line.contains("attr(unknown)")).count();
    assert_eq!(marked, KEEPERS.len());
    let paths: Vec<_> = SETS
        .iter()
        .map(|set| set.description.rust_type.path())
        .collect();
    for keeper in KEEPERS {
        let is_there = paths.iter().any(|path| path.ends_with(keeper));
        assert!(is_there, "{keeper} is not among {paths:#?}");
    }
    Ok(())
}
