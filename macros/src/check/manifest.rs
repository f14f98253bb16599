//! The name that a package gives to its dependency on `genl`, read from its manifest.
//!
//! The manifest is read line by line, without a parser of TOML. Without a renamed dependency the name is `genl`. Where
//! that is wrong, rustc reports that the crate `genl` does not exist.

use std::fs;
use std::path::Path;

const PACKAGE: &str = "genl";

/// A dependency, of the package or of all in its workspace.
struct Dependency {
    of_workspace: bool,
    name: String,
    package: Option<String>,
    /// It has `workspace = true`.
    inherits: bool,
}

/// Returns the manifest in `directory`, then those of the folders above, which include the workspace's.
pub(super) fn ancestors(directory: &Path) -> impl Iterator<Item = String> + '_ {
    let manifests = directory
        .ancestors()
        .map(|directory| directory.join("Cargo.toml"));
    manifests.filter_map(|manifest| fs::read_to_string(manifest).ok())
}

/// Returns the name of the dependency on `genl` if it is renamed, and no other dependency is called `genl`.
pub(super) fn renamed(mut manifests: impl Iterator<Item = String>) -> Option<String> {
    let mut dependencies = Dependency::all(&manifests.next()?);
    let own = |dependency: &&Dependency| !dependency.of_workspace;
    if dependencies
        .iter()
        .filter(own)
        .any(|dependency| dependency.inherits)
    {
        let above = manifests.map(|manifest| Dependency::all(&manifest));
        dependencies.extend(above.flatten().filter(|dependency| dependency.of_workspace));
    }
    let package = |dependency: &Dependency| {
        let mut same = dependencies
            .iter()
            .filter(|other| other.name == dependency.name);
        let found = same.find_map(|other| {
            let counts = !other.of_workspace || dependency.inherits;
            other.package.clone().filter(|_| counts)
        });
        found.unwrap_or_else(|| dependency.name.clone())
    };
    let ours = dependencies
        .iter()
        .filter(own)
        .filter(|dependency| package(dependency) == PACKAGE);
    let mut names = ours.map(|dependency| &dependency.name).collect::<Vec<_>>();
    names.sort();
    names.dedup();
    match names.as_slice() {
        [name] if *name != PACKAGE => Some((*name).clone()),
        _ => None,
    }
}

impl Dependency {
    fn all(manifest: &str) -> Vec<Self> {
        let (mut table, mut found) = ("", Vec::new());
        for line in manifest.lines().map(str::trim) {
            if let Some(header) = line.strip_prefix('[') {
                table = header.trim_end_matches(']').trim();
            } else if let Some((key, value)) = line.split_once('=') {
                found.extend(Self::of(table, key.trim(), value.trim()));
            }
        }
        found
    }

    /// Reads `nl = { package = "genl" }` or `nl.package = "genl"` in `[dependencies]`, or `package = "genl"` in
    /// `[dependencies.nl]`.
    fn of(table: &str, key: &str, value: &str) -> Option<Self> {
        let path = format!("{table}.{key}");
        let (kind, rest) = path.rsplit_once("dependencies.")?;
        let (name, property) = rest.split_once('.').unwrap_or((rest, ""));
        let inside = value.trim_matches(['{', '}']).split(',');
        let pairs = inside.filter_map(|pair| pair.split_once('='));
        let property = |wanted: &str| match property {
            "" => pairs
                .clone()
                .find(|(key, _)| key.trim() == wanted)
                .map(|(_, value)| value),
            property => (property == wanted).then_some(value),
        };
        let text = |value: &str| value.trim().trim_matches(['"', '\'']).to_owned();
        Some(Self {
            of_workspace: kind == "workspace.",
            name: text(name),
            package: property("package").map(text),
            inherits: property("workspace").is_some_and(|value| value.trim() == "true"),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(manifests: &[&str]) -> Option<String> {
        renamed(manifests.iter().map(|manifest| (*manifest).to_owned()))
    }

    #[test]
    fn renamed_dependencies() {
        for manifest in [
            "[dependencies]\nnl = { version = \"1\", package = \"genl\" }",
            "[dependencies]\nserde = \"1\"\nnl.version = \"1\"\nnl.package = 'genl'",
            "[dependencies.nl]\npackage = \"genl\"\npath = \"..\"\n[features]\ngenl = []",
            "[target.'cfg(unix)'.dependencies]\nnl = { package = \"genl\", path = \"..\" }",
            "[dev-dependencies]\nnl={package=\"genl\"}\n[dependencies]\nnl={package=\"genl\"}",
        ] {
            assert_eq!(found(&[manifest]).as_deref(), Some("nl"), "{manifest}");
        }
    }

    #[test]
    fn renamed_in_the_workspace() {
        let root = "[workspace.dependencies]\nnl = { package = \"genl\" }\nother = \"1\"";
        let inherited = "[dependencies]\nnl.workspace = true";
        let whole = format!("{root}\n[dependencies]\nnl = {{ workspace = true }}");
        assert_eq!(found(&[inherited, root]).as_deref(), Some("nl"));
        assert_eq!(found(&[&whole]).as_deref(), Some("nl"));
        assert_eq!(
            found(&["[dependencies]\nother.workspace = true", root]),
            None
        );
        assert_eq!(found(&["[dependencies]\nnl = \"1\"", root]), None);
    }

    #[test]
    fn not_renamed() {
        for manifest in [
            "",
            "[package]\nname = \"genl\"",
            "[dependencies]\ngenl = { path = \"..\" }",
            "[dependencies]\ngenl = \"1\"\nold = { package = \"genl\" }",
            "[dependencies]\none = { package = \"genl\" }\ntwo = { package = \"genl\" }",
            "[dependencies]\nnl = { package = \"genl-macros\" }",
        ] {
            assert_eq!(found(&[manifest]), None, "{manifest}");
        }
    }
}
