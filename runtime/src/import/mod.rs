// YAML -> tree (`yaml`) -> corrections (`correct`) -> what it says (`spec`) -> a family (`check`) -> text (`print`).

mod check;
mod correct;
mod model;
mod names;
mod nearest;
mod print;
mod problems;
mod spec;
mod yaml;

#[doc(hidden)]
pub use nearest::nearest;
#[doc(hidden)]
pub use problems::Note;
#[doc(hidden)]
pub use yaml::{Fault, Place};

use print::Source;
use spec::Spec;

/// What the command `genl import` prints.
#[doc(hidden)]
#[derive(Debug)]
pub struct Import {
    /// What the Rust does not say, and corrections that change nothing.
    pub notes: Vec<Note>,
    /// The family, or all that is wrong with the description.
    pub family: Result<Printed, Vec<Fault>>,
}

/// A family in Rust.
#[doc(hidden)]
#[derive(Debug)]
pub struct Printed {
    /// The name the kernel knows it by.
    pub name: String,
    /// A module.
    pub rust: String,
}

/// Prints a family in Rust from its description in YAML, a file of this name, and from corrections of it.
#[doc(hidden)]
pub fn import(file_name: &str, spec: &str, corrections: Option<&str>) -> Import {
    let mut notes = Vec::new();
    let family = print(file_name, spec, corrections, &mut notes);
    Import { notes, family }
}

fn print(
    file_name: &str,
    text: &str,
    corrections: Option<&str>,
    notes: &mut Vec<Note>,
) -> Result<Printed, Vec<Fault>> {
    let spec = read(text, corrections, notes).map_err(|fault| vec![fault])?;
    let (family, problems) = check::check(&spec);
    notes.extend(problems.notes);
    let family = family.ok_or(problems.faults)?;
    let source = Source {
        name: file_name,
        license: license(text),
        header: spec.uapi_header.as_deref(),
    };
    let rust = print::print(&family, &source);
    let name = family.name;
    Ok(Printed { name, rust })
}

fn read(text: &str, corrections: Option<&str>, notes: &mut Vec<Note>) -> Result<Spec, Fault> {
    let mut tree = yaml::load(text, 0)?;
    if let Some(corrections) = corrections {
        let corrections = yaml::load(corrections, 1)?;
        notes.extend(correct::correct(&mut tree, corrections)?);
    }
    Spec::read(&tree)
}

/// The licence that a file of the kernel names in its first line. It holds for what is made of the file.
fn license(text: &str) -> Option<&str> {
    let first = text.lines().next()?.strip_prefix('#')?.trim();
    first
        .starts_with("SPDX-License-Identifier:")
        .then_some(first)
}
