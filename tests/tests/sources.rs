//! Checks of the repository that the compiler does not make: every source file is a module of another one, and the tests and
//! files that scripts and documents name exist.

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

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// A script that leaves out a test by a name that no test has runs the test.
#[test]
fn scripts_leave_out_tests_that_exist() -> io::Result<()> {
    let mut all = Vec::new();
    for folder in ["macros/src", "tests/tests"] {
        files(&root().join(folder), &mut all)?;
    }
    let sources = all.iter().map(fs::read_to_string);
    let sources = sources.collect::<io::Result<String>>()?;
    let mut count = 0;
    for script in ["tests/machines", "tests/package"] {
        let text = fs::read_to_string(root().join(script))?;
        let is_path = |line: &&str| line.contains("::") && !line.contains([' ', '=', '"', '$']);
        for path in text.lines().map(str::trim).filter(is_path) {
            let name = path.rsplit("::").next().unwrap_or_default();
            let declared = sources.contains(&format!("fn {name}("));
            assert!(declared, "{script}: no test is called `{path}`");
            count += 1;
        }
    }
    assert!(count > 15, "{count} names");
    Ok(())
}

#[test]
fn promises_name_files_that_exist() -> io::Result<()> {
    let text = fs::read_to_string(root().join("SECURITY.md"))?;
    let is_source = |it: &&str| Path::new(it).extension().is_some_and(|it| it == "rs");
    let names = text.split('`').filter(is_source);
    let mut count = 0;
    for name in names {
        assert!(root().join(name).is_file(), "SECURITY.md: no file {name}");
        count += 1;
    }
    assert!(count > 20, "{count} files");
    Ok(())
}

#[test]
fn every_file_is_a_module() -> io::Result<()> {
    let root = root();
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
