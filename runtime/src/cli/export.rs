//! `genl export`.

use std::io::Write;

use clap::Args;

use crate::failure::{Failure, tell};
use crate::families;
use crate::nearest;
use crate::output::Output;

/// Print the description of a family as YAML for the kernel's tools (YNL)
///
/// The kernel's tools (`tools/net/ynl`) read this YAML. What YNL cannot express is written as a comment, and printed on standard
/// error.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  genl export mptcp_pm > mptcp_pm.yaml
  tools/net/ynl/pyynl/cli.py --spec mptcp_pm.yaml --dump get-addr")]
pub(crate) struct Export {
    /// The name of the family
    family: String,
}

impl Export {
    pub(crate) fn run(&self, output: &mut Output) -> Result<(), Failure> {
        let family = families::find(&self.family).ok_or_else(|| self.unknown())?;
        // Only families that come with genl can be named here.
        let export = genl::export(family).with_license(env!("CARGO_PKG_LICENSE"));
        for note in export.notes() {
            tell(note);
        }
        if output.json() {
            let notes = export.notes().iter();
            let notes = notes.map(|it| serde_json::json!({ "at": it.place, "text": it.text }));
            return output.print_json(&serde_json::json!({
                "family": family.name,
                "yaml": export.yaml(),
                "notes": notes.collect::<Vec<_>>(),
            }));
        }
        Ok(output.write_all(export.yaml().as_bytes())?)
    }

    fn unknown(&self) -> Failure {
        let known = families::DESCRIBED.iter().map(|family| family.name);
        let near = nearest::help("family", &self.family, known);
        Failure::failed(format_args!(
            "genl has no description of `{}`{near}\nhelp: for your own family, call `genl::export`",
            self.family,
        ))
    }
}
