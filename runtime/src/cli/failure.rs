//! Why a command ended, and how it tells.

use std::fmt::{self, Display};
use std::io::{self, ErrorKind, Write};
use std::process::ExitCode;

use clap::builder::styling::Style;
use clap::error::Error as UsageError;

use crate::output;
use crate::style::{FAULT, HEADING, Line, PLAIN};

const FAILED: u8 = 1;
const WRONG_USAGE: u8 = 2;

/// Why a command did not do what it was asked for.
#[derive(Debug)]
pub(crate) enum Failure {
    /// Nobody reads the output any more. The command ends in silence, as it would if it were killed by `SIGPIPE`.
    ClosedPipe,
    /// The command could not do its work.
    Failed(String),
    /// The arguments do not fit together.
    Usage(String),
}

impl Failure {
    pub(crate) fn failed(reason: impl Display) -> Self {
        Self::Failed(reason.to_string())
    }

    pub(crate) fn usage(reason: impl Display) -> Self {
        Self::Usage(reason.to_string())
    }

    /// Tells the failure on standard error, and returns the exit status.
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

/// What a failed write of the output means.
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

/// Writes what went wrong on standard error.
pub(crate) fn tell(message: impl Display) {
    write_message(FAULT, message);
}

/// Writes on standard error what is good to know.
pub(crate) fn inform(message: impl Display) {
    write_message(HEADING, message);
}

/// Writes a message in lines that fit a terminal. Nothing can be told where that fails.
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

/// Shows what clap found wrong, or the help or the version that was asked for.
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

/// A text of clap's, which begins with `error:`, with the name of the command in its place.
struct Named<'a>(&'a str);

impl Display for Named<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0.split_once("error:") {
            Some((before, after)) => write!(f, "{before}genl:{after}"),
            None => f.write_str(self.0),
        }
    }
}
