//! `genl import`: translates a YAML specification of the kernel (YNL, `Documentation/netlink/specs`) to Rust.
//!
//! YAML -> tree (`yaml`) -> corrections (`correct`) -> what it says (`spec`) -> a family (`check`) -> text (`print`).

mod check;
mod correct;
mod model;
mod names;
mod print;
mod problems;
mod spec;
#[cfg(test)]
mod tests;
mod yaml;

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use clap::Args;

use crate::failure::{Failure, tell};
use crate::output::Output;
use print::Source;
use problems::Note;
use yaml::{Fault, Node, Place};

/// Print Rust code for a family that is described in the kernel's YAML
#[derive(Debug, Args)]
#[command(after_help = "\
The kernel keeps its descriptions in Documentation/netlink/specs. What genl has
no words for is printed as a comment, and told on standard error.

A file of corrections has the keys of the description. A mapping changes what it
names, a list adds to a list, and `null` takes away:

  operations:
    list:
      ready:
        notify: null
        attribute-set: accept
        event:
          attributes: [handler-class]

A correction that changes nothing is told on standard error.

Examples:
  genl import mptcp_pm.yaml > src/mptcp_pm.rs
  genl import handshake.yaml --override handshake-corrections.yaml")]
pub(crate) struct Import {
    /// The YAML file, or `-` for standard input
    spec: PathBuf,
    /// A YAML file with corrections
    #[arg(long, value_name = "FILE")]
    r#override: Option<PathBuf>,
}

impl Import {
    pub(crate) fn run(&self, output: &mut Output) -> Result<(), Failure> {
        let text = read(&self.spec)?;
        let mut notes = Vec::new();
        let family = self.family(&text, &mut notes);
        for note in &notes {
            tell(format_args!(
                "{}: {}",
                self.position(Some(note.place)),
                note.text
            ));
        }
        let (spec, family) = family?;
        let source = Source {
            name: &self.spec.file_name().unwrap_or_default().to_string_lossy(),
            license: license(&text),
            header: spec.uapi_header.as_deref(),
        };
        let rust = print::print(&family, &source);
        if output.json() {
            return self.print_json(output, &family.name, &rust, &notes);
        }
        Ok(output.write_all(rust.as_bytes())?)
    }

    fn family(
        &self,
        text: &str,
        notes: &mut Vec<Note>,
    ) -> Result<(spec::Spec, model::Family), Failure> {
        let mut tree = self.load(text, 0)?;
        if let Some(path) = &self.r#override {
            let corrections = self.load(&read(path)?, 1)?;
            notes.extend(self.failed(correct::correct(&mut tree, corrections))?);
        }
        let spec = self.failed(spec::Spec::read(&tree))?;
        let (family, problems) = check::check(&spec);
        notes.extend(problems.notes);
        match family {
            Some(family) => Ok((spec, family)),
            None => Err(self.refused(&problems.faults)),
        }
    }

    fn load(&self, text: &str, file: u16) -> Result<Node, Failure> {
        self.failed(yaml::load(text, file))
    }

    fn failed<T>(&self, read: Result<T, Fault>) -> Result<T, Failure> {
        read.map_err(|fault| self.refused(&[fault]))
    }

    fn refused(&self, faults: &[Fault]) -> Failure {
        let lines = faults
            .iter()
            .map(|fault| format!("{}: {fault}", self.position(fault.place)));
        Failure::failed(lines.collect::<Vec<_>>().join("\ngenl: "))
    }

    /// The file and the line.
    fn position(&self, place: Option<Place>) -> String {
        let path = match (&self.r#override, place) {
            (Some(path), Some(Place { file: 1, .. })) => path,
            _ => &self.spec,
        };
        match place {
            Some(place) if place.line > 0 => format!("{}:{}", path.display(), place.line),
            _ => path.display().to_string(),
        }
    }

    fn print_json(
        &self,
        output: &mut Output,
        family: &str,
        rust: &str,
        notes: &[Note],
    ) -> Result<(), Failure> {
        let note = |note: &Note| {
            let path = self.position(Some(note.place));
            serde_json::json!({ "at": path, "text": note.text })
        };
        let notes: Vec<_> = notes.iter().map(note).collect();
        let json = serde_json::json!({ "family": family, "rust": rust, "notes": notes });
        Ok(writeln!(output, "{json}")?)
    }
}

/// Reads a file, or standard input for `-`.
fn read(path: &Path) -> Result<String, Failure> {
    let text = if path.as_os_str() == "-" {
        io::read_to_string(io::stdin())
    } else {
        fs::read_to_string(path)
    };
    text.map_err(|error| Failure::failed(format_args!("{}: {error}", path.display())))
}

/// Returns the licence in the first line of a specification. The generated code is under the same licence.
fn license(text: &str) -> Option<&str> {
    let first = text.lines().next()?.strip_prefix('#')?.trim();
    first
        .starts_with("SPDX-License-Identifier:")
        .then_some(first)
}
