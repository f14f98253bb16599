//! Letting other tasks have their turn.

use core::task::{Context, Poll};

/// How many steps a task may take before others have their turn: as many as `tokio` lets its own sockets take.
const TURN: u8 = 128;

/// Counts steps. The kernel answers most requests at once, so that a task which makes many of them, or reads a large dump, would keep
/// its thread for itself.
#[derive(Debug)]
pub(super) struct Turn(u8);

impl Turn {
    pub(super) const fn new() -> Self {
        Self(0)
    }

    /// Ends the turn, after a step that took long.
    pub(super) const fn end(&mut self) {
        self.0 = TURN;
    }

    /// Is pending when it is the turn of others; the waker is woken then.
    #[inline]
    pub(super) fn poll(&mut self, context: &Context<'_>) -> Poll<()> {
        if self.0 < TURN {
            self.0 += 1;
            return Poll::Ready(());
        }
        self.0 = 0;
        context.waker().wake_by_ref();
        Poll::Pending
    }
}
