//! Where a command writes what it found.

use std::io::{self, IsTerminal, StdoutLock, Write};
use std::os::fd::AsFd;

use anstream::AutoStream;
use clap::ColorChoice;
use genl::inspect::{Options, Style};
use serde::Serialize;

use crate::failure::Failure;

/// Standard output: locked, buffered by line, and with colours only where they are wanted.
#[derive(Debug)]
pub(crate) struct Output {
    stream: AutoStream<StdoutLock<'static>>,
    json: bool,
    columns: Option<usize>,
}

/// What lines may have where the output is not a terminal.
const WIDTH: usize = 80;

impl Output {
    pub(crate) fn new(color: ColorChoice, json: bool) -> Self {
        choose_color(color);
        Self {
            stream: AutoStream::auto(io::stdout().lock()),
            json,
            columns: columns(&io::stdout()),
        }
    }

    /// Whether JSON is wanted.
    pub(crate) const fn json(&self) -> bool {
        self.json
    }

    /// The columns of the terminal; `None` if the output is something else.
    pub(crate) const fn columns(&self) -> Option<usize> {
        self.columns
    }

    /// The columns that a line of words may have.
    pub(crate) fn width(&self) -> usize {
        self.columns.unwrap_or(WIDTH)
    }

    /// How trees of messages are printed. Their colours are taken out where they are not wanted.
    pub(crate) fn options(&self) -> Options {
        let options = Options::new().with_style(Style::COLOURED);
        match self.columns {
            Some(columns) => options.with_width(columns),
            None => options,
        }
    }

    /// Prints a value as JSON: on one line for programs, on several for people.
    pub(crate) fn print_json(&mut self, value: &impl Serialize) -> Result<(), Failure> {
        let text = if self.columns.is_some() {
            serde_json::to_string_pretty(value)
        } else {
            serde_json::to_string(value)
        };
        let text = text.map_err(Failure::failed)?;
        Ok(writeln!(self.stream, "{text}")?)
    }

    /// Refuses `--json` for a command whose output is for one kind of reader.
    pub(crate) fn without_json(&self, command: &str) -> Result<(), Failure> {
        if self.json {
            return Err(Failure::usage(format_args!(
                "`{command}` cannot print JSON"
            )));
        }
        Ok(())
    }

    /// Writes what is still in the buffer.
    pub(crate) fn finish(&mut self) -> Result<(), Failure> {
        Ok(self.stream.flush()?)
    }
}

/// The columns of a stream that is a terminal.
pub(crate) fn columns(stream: &(impl IsTerminal + AsFd)) -> Option<usize> {
    if !stream.is_terminal() {
        return None;
    }
    let size = rustix::termios::tcgetwinsize(stream).ok();
    // A terminal that does not tell its size has 0 columns.
    let columns = size.map(|size| usize::from(size.ws_col));
    Some(columns.filter(|columns| *columns > 0).unwrap_or(WIDTH))
}

/// Sets whether standard output and standard error have colours.
pub(crate) fn choose_color(color: ColorChoice) {
    let choice = match color {
        ColorChoice::Auto => anstream::ColorChoice::Auto,
        ColorChoice::Always => anstream::ColorChoice::Always,
        ColorChoice::Never => anstream::ColorChoice::Never,
    };
    choice.write_global();
}

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.stream.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.stream.flush()
    }
}
