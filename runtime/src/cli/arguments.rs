//! The arguments of the command.

use clap::{ColorChoice, Parser, Subcommand};

use crate::call::Call;
use crate::check::Check;
use crate::completions::Completions;
use crate::decode::Decode;
use crate::export::Export;
use crate::import::Import;
use crate::list::List;
use crate::man::Man;
use crate::show::Show;
use crate::watch::Watch;

/// Shows, watches, calls and checks generic netlink families
#[derive(Debug, Parser)]
#[command(
    name = "genl",
    version,
    max_term_width = 80,
    disable_help_subcommand = true,
    after_help = "Exit status: 0 for success, 1 for a failure, 2 for wrong usage."
)]
pub(crate) struct Arguments {
    /// Print JSON instead of text
    #[arg(long, global = true)]
    pub(crate) json: bool,

    #[arg(
        long,
        help = "When to print colours; `auto` respects NO_COLOR",
        global = true,
        value_name = "WHEN",
        default_value = "auto",
        hide_default_value = true
    )]
    pub(crate) color: ColorChoice,

    #[command(subcommand)]
    pub(crate) command: Command,
}

impl Arguments {
    /// Returns the value of `--color`, also if the rest of the command line is wrong or asks for help.
    pub(crate) fn color_alone() -> ColorChoice {
        let mut words = std::env::args_os()
            .skip(1)
            .filter_map(|word| word.into_string().ok());
        let choice = words.find_map(|word| match word.strip_prefix("--color") {
            Some("") => Some(None),
            Some(rest) => rest.strip_prefix('=').map(|choice| Some(choice.to_owned())),
            None => None,
        });
        let choice = choice.and_then(|choice| choice.or_else(|| words.next()));
        choice
            .and_then(|choice| choice.parse().ok())
            .unwrap_or_default()
    }
}

/// The subcommands. Each has a module with its arguments and a method `run`.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    List(List),
    Show(Show),
    Watch(Watch),
    Call(Call),
    Decode(Decode),
    Check(Check),
    Export(Export),
    Import(Import),
    Completions(Completions),
    Man(Man),
}
