//! Where a command writes what it found.

use std::io::{self, StdoutLock, Write};

use anstream::AutoStream;
use clap::ColorChoice;

use crate::failure::Failure;

/// Standard output: locked, buffered by line, and with colours only where they are wanted.
#[derive(Debug)]
pub(crate) struct Output {
    stream: AutoStream<StdoutLock<'static>>,
    json: bool,
}

impl Output {
    pub(crate) fn new(color: ColorChoice, json: bool) -> Self {
        choose_color(color);
        Self {
            stream: AutoStream::auto(io::stdout().lock()),
            json,
        }
    }

    /// Whether JSON is wanted.
    pub(crate) fn json(&self) -> bool {
        self.json
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
