//! How far a long dump has got.

use std::io::{self, IsTerminal, Write};
use std::time::{Duration, Instant};

use crate::output::Output;

/// What a person does not call long.
const SHORT: Duration = Duration::from_millis(700);

/// How often the line changes.
const STEP: Duration = Duration::from_millis(100);

/// A line on the terminal that tells how many answers came, where they are written to somewhere else.
#[derive(Debug)]
pub(super) struct Progress {
    is_wanted: bool,
    next: Instant,
    is_shown: bool,
}

impl Progress {
    pub(super) fn new(output: &Output) -> Self {
        Self {
            is_wanted: output.columns().is_none() && io::stderr().is_terminal(),
            next: Instant::now() + SHORT,
            is_shown: false,
        }
    }

    pub(super) fn count(&mut self, count: usize) {
        if !self.is_wanted || Instant::now() < self.next {
            return;
        }
        self.next = Instant::now() + STEP;
        self.is_shown = true;
        // Nobody minds if it cannot be shown.
        let _ = write!(io::stderr(), "\r{count} answers");
    }

    /// Takes the line away.
    pub(super) fn finish(&mut self) {
        if self.is_shown {
            let _ = write!(io::stderr(), "\r\x1b[K");
        }
    }
}
