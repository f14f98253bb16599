//! What the command line says.

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

/// Works with generic netlink families
#[derive(Debug, Parser)]
#[command(
    name = "genl",
    version,
    max_term_width = 80,
    disable_help_subcommand = true,
    after_help = "Exit status: 0 for success, 1 for a failure, 2 for wrong usage."
)]
pub(crate) struct Arguments {
    /// Print JSON, for other programs
    #[arg(long, global = true)]
    pub(crate) json: bool,

    #[arg(
        long,
        help = "When to use colours; `auto` also obeys NO_COLOR",
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
    /// The choice of colours on a command line that asks for help, or that is wrong somewhere.
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

/// One subcommand each. A subcommand is a room with its arguments and a `run`.
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
