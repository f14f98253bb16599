//! `genl completions`.

use std::io::Write;

use clap::{Args, CommandFactory};
use clap_complete::Shell;

use crate::arguments::Arguments;
use crate::failure::Failure;
use crate::output::Output;

/// Print a completion script for a shell
#[derive(Debug, Args)]
#[command(after_help = "Example:
  genl completions bash > ~/.local/share/bash-completion/completions/genl")]
pub(crate) struct Completions {
    /// The shell
    shell: Shell,
}

impl Completions {
    pub(crate) fn run(&self, output: &mut Output) -> Result<(), Failure> {
        output.without_json("completions")?;
        // clap_complete panics if a write fails.
        let mut script = Vec::new();
        clap_complete::generate(self.shell, &mut Arguments::command(), "genl", &mut script);
        Ok(output.write_all(&script)?)
    }
}
