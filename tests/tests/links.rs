//! Links lead somewhere. rustdoc checks links to items, but neither the headings behind `#` nor files.

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};

/// How the documentation links to a word of a macro, and where the word has its heading.
const MACROS: [(&str, &str); 5] = [
    ("(derive@crate::AttributeSet#", "attribute_set.md"),
    ("(derive@crate::Enumeration#", "enumeration.md"),
    ("(derive@crate::CStruct#", "c_struct.md"),
    ("(crate::genl_family#", "genl_family.md"),
    ("(macro@crate::genl_family#", "genl_family.md"),
];

/// Without `derive@` rustdoc takes the trait of the same name, whose page has no such headings.
const TRAITS: [&str; 2] = ["(crate::AttributeSet#", "(crate::Enumeration#"];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// The files of a folder that have documentation, with their text.
fn documents(folder: &Path) -> Result<Vec<(PathBuf, String)>, Box<dyn Error>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            found.extend(documents(&path)?);
        } else if path.extension().is_some_and(|it| it == "md" || it == "rs") {
            let text = fs::read_to_string(&path)?;
            found.push((path, text));
        }
    }
    Ok(found)
}

/// What follows each `start`, up to the end of the link.
fn targets<'t>(text: &'t str, start: &str) -> impl Iterator<Item = &'t str> {
    let links = text.split(start).skip(1);
    links.filter_map(|rest| rest.split(')').next())
}

/// What rustdoc makes of a heading.
fn anchor(heading: &str) -> String {
    let words = heading.trim_start_matches('#').trim().to_lowercase();
    let kept = |it: &char| it.is_alphanumeric() || matches!(it, '-' | '_' | ' ');
    words
        .chars()
        .filter(kept)
        .collect::<String>()
        .replace(' ', "-")
}

#[test]
fn words_of_macros_have_headings() -> Result<(), Box<dyn Error>> {
    let (mut links, mut lost) = (0, Vec::new());
    for (path, text) in documents(&root().join("runtime/src"))? {
        for start in TRAITS {
            let links = targets(&text, start);
            lost.extend(
                links.map(|link| format!("{}: {start}{link}), without `derive@`", path.display())),
            );
        }
        for (start, page) in MACROS {
            let page = fs::read_to_string(root().join("macros/doc").join(page))?;
            let headings: Vec<_> = page
                .lines()
                .filter(|it| it.starts_with('#'))
                .map(anchor)
                .collect();
            for link in targets(&text, start) {
                links += 1;
                if !headings.iter().any(|heading| heading == link) {
                    lost.push(format!("{}: {start}{link})", path.display()));
                }
            }
        }
    }
    assert!(links > 30, "{links} links");
    assert!(lost.is_empty(), "{lost:#?}");
    Ok(())
}

#[test]
fn links_of_the_readme_are_files() -> Result<(), Box<dyn Error>> {
    let readme = fs::read_to_string(root().join("README.md"))?;
    let links = targets(&readme, "](").filter(|link| !link.starts_with("http"));
    let lost: Vec<_> = links.filter(|link| !root().join(link).exists()).collect();
    assert!(lost.is_empty(), "{lost:?}");
    Ok(())
}
