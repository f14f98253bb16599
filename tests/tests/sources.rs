//! No source file is left behind: each is a module of the one above it. The compiler reads only those that are.

use std::path::{Path, PathBuf};
use std::{fs, io};

fn files(folder: &Path, found: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            files(&path, found)?;
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
    Ok(())
}

/// Whether a file beside it, or the one of its folder's name, says `mod name;`, or names the file in another way (`include!`, `path`).
fn is_named(path: &Path, all: &[PathBuf]) -> io::Result<bool> {
    let is_room = path.ends_with("mod.rs");
    let (module, folder) = match (is_room, path.parent()) {
        (true, Some(room)) => (room.with_extension("rs"), room.parent()),
        (_, folder) => (path.to_owned(), folder),
    };
    let name = module.file_stem().unwrap_or_default().to_string_lossy();
    let (by_module, by_file) = (format!("mod {name};"), format!("{name}.rs\""));
    for other in all.iter().filter(|other| *other != path) {
        let is_above = folder.is_some_and(|folder| *other == folder.with_extension("rs"));
        if other.parent() == folder || is_above {
            let text = fs::read_to_string(other)?;
            let mut lines = text.lines().map(str::trim);
            if lines.any(|line| line.ends_with(&by_module) || line.contains(&by_file)) {
                return Ok(true);
            }
        }
    }
    Ok(false)
}

#[test]
fn every_file_is_a_module() -> io::Result<()> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut all = Vec::new();
    for folder in ["macros/src", "runtime/src"] {
        files(&root.join(folder), &mut all)?;
    }
    assert!(all.len() > 300, "{} files", all.len());
    let is_root = |path: &Path| path.ends_with("lib.rs") || path.ends_with("main.rs");
    // The macros' golden expansions are read as text.
    let is_data = |path: &Path| path.components().any(|part| part.as_os_str() == "golden");
    let mut left_behind = Vec::new();
    for path in all.iter().filter(|path| !is_root(path) && !is_data(path)) {
        if !is_named(path, &all)? {
            left_behind.push(path);
        }
    }
    assert!(left_behind.is_empty(), "{left_behind:#?}");
    Ok(())
}
