//! The output of a command.

use std::io::{self, IsTerminal, StdoutLock, Write};
use std::os::fd::AsFd;

use anstream::AutoStream;
use clap::ColorChoice;
use genl::inspect::{Options, Style};
use serde::Serialize;

use crate::failure::Failure;

/// Standard output: locked, buffered by line, and without colours unless they are wanted.
#[derive(Debug)]
pub(crate) struct Output {
    stream: AutoStream<StdoutLock<'static>>,
    json: bool,
    columns: Option<usize>,
}

/// The width of lines if the output is not a terminal.
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

    /// Returns whether to print JSON.
    pub(crate) const fn json(&self) -> bool {
        self.json
    }

    /// Returns the width of the terminal, or `None` if the output is not a terminal.
    pub(crate) const fn columns(&self) -> Option<usize> {
        self.columns
    }

    /// Returns the width of a line of text.
    pub(crate) fn width(&self) -> usize {
        self.columns.unwrap_or(WIDTH)
    }

    /// Returns how to print trees of messages. The stream removes colours that are not wanted.
    pub(crate) fn options(&self) -> Options {
        let options = Options::new().with_style(Style::COLOURED);
        match self.columns {
            Some(columns) => options.with_width(columns),
            None => options,
        }
    }

    /// Prints a value as JSON: on several lines in a terminal, otherwise on one line.
    pub(crate) fn print_json(&mut self, value: &impl Serialize) -> Result<(), Failure> {
        let text = if self.columns.is_some() {
            serde_json::to_string_pretty(value)
        } else {
            serde_json::to_string(value)
        };
        let text = text.map_err(Failure::failed)?;
        Ok(writeln!(self.stream, "{text}")?)
    }

    /// Refuses `--json` for a command that has no JSON output.
    pub(crate) fn without_json(&self, command: &str) -> Result<(), Failure> {
        if self.json {
            return Err(Failure::usage(format_args!(
                "`{command}` cannot print JSON"
            )));
        }
        Ok(())
    }

    /// Flushes the buffer.
    pub(crate) fn finish(&mut self) -> Result<(), Failure> {
        Ok(self.stream.flush()?)
    }
}

/// Returns the width of a stream if it is a terminal.
pub(crate) fn columns(stream: &(impl IsTerminal + AsFd)) -> Option<usize> {
    if !stream.is_terminal() {
        return None;
    }
    let size = rustix::termios::tcgetwinsize(stream).ok();
    // A terminal of unknown size reports 0 columns.
    let columns = size.map(|size| usize::from(size.ws_col));
    Some(columns.filter(|columns| *columns > 0).unwrap_or(WIDTH))
}

/// Sets whether standard output and standard error use colours.
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
