//! Failures, their messages and exit codes.

use std::fmt::{self, Display};
use std::io::{self, ErrorKind, Write};
use std::process::ExitCode;

use clap::builder::styling::Style;
use clap::error::Error as UsageError;

use crate::output;
use crate::style::{FAULT, HEADING, Line, PLAIN};

const FAILED: u8 = 1;
const WRONG_USAGE: u8 = 2;

/// The reason why a command failed.
#[derive(Debug)]
pub(crate) enum Failure {
    /// The reader of the output has closed it. The command exits without a message, like one that `SIGPIPE` kills.
    ClosedPipe,
    /// The command failed.
    Failed(String),
    /// The arguments are wrong.
    Usage(String),
}

impl Failure {
    pub(crate) fn failed(reason: impl Display) -> Self {
        Self::Failed(reason.to_string())
    }

    pub(crate) fn usage(reason: impl Display) -> Self {
        Self::Usage(reason.to_string())
    }

    /// Prints the failure on standard error, and returns the exit status.
    pub(crate) fn show(&self) -> ExitCode {
        match self {
            Self::ClosedPipe => ExitCode::SUCCESS,
            Self::Failed(reason) => {
                tell(reason);
                ExitCode::from(FAILED)
            }
            Self::Usage(reason) => {
                tell(format_args!(
                    "{reason}\n\nFor more information, try `genl --help`."
                ));
                ExitCode::from(WRONG_USAGE)
            }
        }
    }
}

/// The failure of a write to the output.
impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        if error.kind() == ErrorKind::BrokenPipe {
            return Self::ClosedPipe;
        }
        Self::Failed(format!("cannot write the output: {error}"))
    }
}

impl From<genl::Error> for Failure {
    fn from(error: genl::Error) -> Self {
        Self::failed(error)
    }
}

/// Prints an error on standard error.
pub(crate) fn tell(message: impl Display) {
    write_message(FAULT, message);
}

/// Prints a note on standard error.
pub(crate) fn inform(message: impl Display) {
    write_message(HEADING, message);
}

/// Prints a message, wrapped to the width of the terminal. Ignores errors: there is no other place to report them.
fn write_message(style: Style, message: impl Display) {
    let mut stderr = anstream::stderr();
    let width = output::columns(&io::stderr()).unwrap_or(usize::MAX);
    let message = printable(&message.to_string());
    for (index, text) in message.lines().enumerate() {
        let line = match (index, text.strip_prefix("help: ")) {
            (0, _) => Line::new(0).with(style, "genl: ").with(PLAIN, text),
            (_, Some(text)) => Line::new(0).with(HEADING, "help: ").with(PLAIN, text),
            _ => Line::new(0).with(PLAIN, text),
        };
        drop(line.hang(6).write(&mut stderr, width));
    }
}

/// Escapes control characters: text that is quoted from a description could otherwise write to the terminal.
fn printable(message: &str) -> String {
    let mut escaped = String::with_capacity(message.len());
    for character in message.chars() {
        if character.is_control() && character != '\n' {
            escaped.extend(character.escape_default());
        } else {
            escaped.push(character);
        }
    }
    escaped
}

/// Prints an error of clap, or the help or the version.
pub(crate) fn show_usage(usage: &UsageError) -> ExitCode {
    let text = usage.render().ansi().to_string();
    if usage.use_stderr() {
        drop(write!(anstream::stderr(), "{}", Named(&text)));
        return ExitCode::from(WRONG_USAGE);
    }
    match write!(anstream::stdout(), "{text}").map_err(Failure::from) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => failure.show(),
    }
}

/// A text of clap with `genl:` instead of `error:`.
struct Named<'a>(&'a str);

impl Display for Named<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0.split_once("error:") {
            Some((before, after)) => write!(f, "{before}genl:{after}"),
            None => f.write_str(self.0),
        }
    }
}
