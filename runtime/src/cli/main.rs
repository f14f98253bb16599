//! The command `genl`.

mod arguments;
mod completions;
mod failure;
mod import;
mod man;
mod output;

use std::process::ExitCode;

use clap::Parser;

use arguments::{Arguments, Command};
use failure::Failure;
use output::Output;

fn main() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(usage) => {
            output::choose_color(Arguments::color_alone());
            return failure::show_usage(&usage);
        }
    };
    let mut output = Output::new(arguments.color, arguments.json);
    let done = run(&arguments.command, &mut output).and_then(|()| output.finish());
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => failure.show(),
    }
}

fn run(command: &Command, output: &mut Output) -> Result<(), Failure> {
    match command {
        Command::Completions(completions) => completions.run(output),
        Command::Import(import) => import.run(output),
        Command::Man(man) => man.run(output),
    }
}
