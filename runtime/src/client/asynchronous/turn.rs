//! Letting other tasks have their turn.

use core::task::{Context, Poll};

/// Counts the steps of a task. The kernel answers most requests at once, so that a task which makes many of them, or reads a large dump,
/// would keep its thread for itself.
#[derive(Debug)]
pub(super) struct Turn {
    /// How many steps the task may take before others have their turn.
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

    /// Is pending when it is the turn of others; the waker is woken then.
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
