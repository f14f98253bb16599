//! `genl import`: translates a YAML specification of the kernel (YNL, `Documentation/netlink/specs`) to Rust.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use clap::Args;
use genl::import::{Fault, Note, Place, Printed, import};

use crate::failure::{Failure, tell};
use crate::output::Output;

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
        let spec = read(&self.spec)?;
        let corrections = self.r#override.as_deref().map(read).transpose()?;
        let name = self.spec.file_name().unwrap_or_default().to_string_lossy();
        let import = import(&name, &spec, corrections.as_deref());
        for note in &import.notes {
            tell(format_args!(
                "{}: {}",
                self.position(Some(note.place)),
                note.text
            ));
        }
        let printed = import.family.map_err(|faults| self.refused(&faults))?;
        if output.json() {
            return self.print_json(output, &printed, &import.notes);
        }
        Ok(output.write_all(printed.rust.as_bytes())?)
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
        printed: &Printed,
        notes: &[Note],
    ) -> Result<(), Failure> {
        let note = |note: &Note| {
            let path = self.position(Some(note.place));
            serde_json::json!({ "at": path, "text": note.text })
        };
        let notes: Vec<_> = notes.iter().map(note).collect();
        let json =
            serde_json::json!({ "family": printed.name, "rust": printed.rust, "notes": notes });
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
