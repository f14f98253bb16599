//! How the larger examples read their arguments and end: with the exit codes of the command `genl`.

use std::error::Error;
use std::fmt::Display;
use std::io::{self, IsTerminal, Write};
use std::process::ExitCode;

use clap::Parser;

/// Runs a program. Its exit code is 0 if it ended as it should, 1 if it failed, and 2 for wrong arguments, which clap reports.
pub(crate) fn main<O: Parser>(run: fn(&O) -> Result<(), Box<dyn Error>>) -> ExitCode {
    match run(&O::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        // The reader of the output has ended, like `head`.
        Err(error) if is_broken_pipe(&*error) => ExitCode::SUCCESS,
        Err(error) => {
            tell(format_args!("error: {error}"));
            ExitCode::FAILURE
        }
    }
}

fn is_broken_pipe(error: &(dyn Error + 'static)) -> bool {
    let error = error.downcast_ref::<io::Error>();
    error.is_some_and(|error| error.kind() == io::ErrorKind::BrokenPipe)
}

/// Writes a line to standard error. Unlike `eprintln!`, it does not panic if there is no standard error.
pub(crate) fn tell(text: impl Display) {
    let mut stderr = io::stderr();
    let _ = write_line(&mut stderr, &text.to_string(), 7);
}

/// Writes a line. In a terminal it continues on indented lines after 80 columns.
pub(crate) fn write_line(
    out: &mut (impl Write + IsTerminal),
    text: &str,
    indent: usize,
) -> io::Result<()> {
    let mut column = 0;
    for word in text.split_inclusive(' ') {
        if column + word.trim_end().len() > 80 && out.is_terminal() {
            write!(out, "\n{:indent$}", "")?;
            column = indent;
        }
        write!(out, "{word}")?;
        column += word.len();
    }
    writeln!(out)
}
