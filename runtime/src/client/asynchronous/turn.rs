//! Yielding to other tasks.

use core::task::{Context, Poll};

/// Counts the steps of a task, and yields after some of them.
///
/// The kernel answers most requests at once. Without this, a task that makes many of them or reads a large dump would never
/// yield.
#[derive(Debug)]
pub(super) struct Turn {
    /// The number of steps after which other tasks get a turn.
    steps: u8,
    taken: u8,
}

impl Turn {
    pub(super) const fn new(steps: u8) -> Self {
        Self { steps, taken: 0 }
    }

    /// Ends the turn, after a step that took long.
    pub(super) const fn end(&mut self) {
        self.taken = self.steps;
    }

    /// Takes a step. Is pending once when other tasks get a turn, and wakes the task again at once.
    #[inline]
    pub(super) fn poll(&mut self, context: &Context<'_>) -> Poll<()> {
        if self.taken < self.steps {
            self.taken += 1;
            return Poll::Ready(());
        }
        self.taken = 0;
        context.waker().wake_by_ref();
        Poll::Pending
    }
}
