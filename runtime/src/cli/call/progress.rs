//! Shows the progress of a long dump.

use std::io::{self, IsTerminal, Write};
use std::time::{Duration, Instant};

use crate::output::Output;

/// The time after which a dump is long.
const SHORT: Duration = Duration::from_millis(700);

/// The time between two updates.
const STEP: Duration = Duration::from_millis(100);

/// A line on the terminal with the number of replies, if the replies are not written to a terminal.
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

    /// Shows the number of replies.
    pub(super) fn count(&mut self, count: usize) {
        if self.is_wanted && self.is_due(Instant::now()) {
            // The progress is not important enough to fail.
            let _ = write!(io::stderr(), "\r{count} replies");
        }
    }

    fn is_due(&mut self, now: Instant) -> bool {
        let is_due = now >= self.next;
        if is_due {
            self.next = now + STEP;
            self.is_shown = true;
        }
        is_due
    }

    /// Removes the line.
    pub(super) fn finish(&mut self) {
        if self.is_shown {
            let _ = write!(io::stderr(), "\r\x1b[K");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Instant, Progress, SHORT, STEP};

    #[test]
    fn short_dumps_are_not_disturbed_and_long_ones_not_too_often() {
        let start = Instant::now();
        let mut progress = Progress {
            is_wanted: true,
            next: start + SHORT,
            is_shown: false,
        };
        assert!(!progress.is_due(start));
        assert!(!progress.is_due(start + SHORT / 2) && !progress.is_shown);
        assert!(progress.is_due(start + SHORT) && progress.is_shown);
        assert!(!progress.is_due(start + SHORT + STEP / 2));
        assert!(progress.is_due(start + SHORT + STEP));
    }
}
