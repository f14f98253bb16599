//! `genl man`.

use clap::{Args, CommandFactory};
use clap_mangen::Man as Page;

use crate::arguments::Arguments;
use crate::failure::Failure;
use crate::output::Output;

/// Print a manual page, as roff
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  genl man | man -l -
  genl man completions > /usr/local/share/man/man1/genl-completions.1")]
pub(crate) struct Man {
    /// The subcommand to describe [default: genl itself]
    subcommand: Option<String>,
}

impl Man {
    pub(crate) fn run(&self, output: &mut Output) -> Result<(), Failure> {
        output.without_json("man")?;
        let mut genl = Arguments::command();
        // The pages of subcommands are called `genl-list` and so on.
        genl.build();
        let page = match &self.subcommand {
            None => genl,
            Some(name) => genl
                .find_subcommand(name)
                .cloned()
                .ok_or_else(|| Failure::usage(format_args!("unknown subcommand `{name}`")))?,
        };
        let version = concat!("genl ", env!("CARGO_PKG_VERSION"));
        Ok(Page::new(page)
            .source(version)
            .manual("genl")
            .render(output)?)
    }
}
