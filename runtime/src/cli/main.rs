//! The command `genl`.

mod arguments;
mod call;
mod check;
mod completions;
mod decode;
mod export;
mod failure;
mod families;
mod import;
mod kernel;
mod list;
mod man;
mod names;
mod nearest;
mod nodes;
mod output;
mod show;
mod style;
mod watch;

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
        Command::List(list) => list.run(output),
        Command::Show(show) => show.run(output),
        Command::Watch(watch) => watch.run(output),
        Command::Call(call) => call.run(output),
        Command::Decode(decode) => decode.run(output),
        Command::Check(check) => check.run(output),
        Command::Export(export) => export.run(output),
        Command::Import(import) => import.run(output),
        Command::Completions(completions) => completions.run(output),
        Command::Man(man) => man.run(output),
    }
}
