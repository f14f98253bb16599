//! The copy of the workspace that faults are planted in.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;

use crate::Outcome;

/// Copies every file of the repository that has changed, so that what is built stays built. Returns the sources that faults are
/// planted in, which are not copied.
pub fn copy(root: &Path, tree: &Path) -> Outcome<BTreeMap<String, String>> {
    let mut git = Command::new("git");
    git.args(["ls-files", "--cached", "--others", "--exclude-standard"]);
    let listed = git.current_dir(root).output()?;
    let mut sources = BTreeMap::new();
    for name in String::from_utf8(listed.stdout)?.lines() {
        let path = root.join(name);
        if !path.is_file() {
            continue;
        }
        let bytes = fs::read(&path)?;
        let is_source = name.starts_with("runtime/src/") || name.starts_with("macros/src/");
        if is_source && path.extension().is_some_and(|extension| extension == "rs") {
            sources.insert(name.to_owned(), String::from_utf8(bytes)?);
            continue;
        }
        write(&tree.join(name), &bytes)?;
        fs::set_permissions(tree.join(name), fs::metadata(&path)?.permissions())?;
    }
    Ok(sources)
}

/// Writes a file unless it is there already.
pub fn write(path: &Path, bytes: &[u8]) -> Outcome<()> {
    if fs::read(path).is_ok_and(|old| old == bytes) {
        return Ok(());
    }
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    Ok(fs::write(path, bytes)?)
}
