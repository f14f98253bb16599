//! What the feature `tracing` emits: a span per operation, and events in it. Without the feature everything here is empty.
//!
//! The target is `genl`, so a filter such as `genl=debug` selects it.

use crate::family::Family;

/// Emits an event.
macro_rules! event {
    ($level:ident, $text:literal $(, $name:ident = $value:expr)*) => {
        #[cfg(feature = "tracing")]
        ::tracing::event!(target: "genl", ::tracing::Level::$level, $($name = $value,)* $text);
        #[cfg(not(feature = "tracing"))]
        let _ = ($($value,)*);
    };
}

/// The span of an operation.
#[derive(Debug, Default)]
pub(crate) struct Span {
    #[cfg(feature = "tracing")]
    inner: Option<::tracing::Span>,
}

/// A guard: events are emitted in the span of the operation while it lives.
pub(crate) struct Entered {
    #[cfg(feature = "tracing")]
    _inner: Option<::tracing::span::EnteredSpan>,
}

impl Span {
    #[cfg(feature = "tracing")]
    pub(crate) fn new(family: Family, operation: &'static str) -> Self {
        let sequence = ::tracing::field::Empty;
        let family = family.name();
        let inner =
            ::tracing::debug_span!(target: "genl", "operation", family, operation, sequence);
        Self { inner: Some(inner) }
    }

    #[cfg(not(feature = "tracing"))]
    pub(crate) const fn new(_: Family, _: &'static str) -> Self {
        Self {}
    }

    /// Records the sequence number of the request.
    #[cfg(feature = "tracing")]
    pub(crate) fn sequence(&self, sequence: u32) {
        if let Some(span) = &self.inner {
            span.record("sequence", sequence);
        }
    }

    #[cfg(not(feature = "tracing"))]
    #[allow(clippy::unused_self)]
    pub(crate) const fn sequence(&self, _: u32) {}

    /// Enters the span until the guard is dropped.
    #[cfg(feature = "tracing")]
    pub(crate) fn enter(&self) -> Entered {
        let inner = self.inner.clone();
        Entered {
            _inner: inner.map(::tracing::Span::entered),
        }
    }

    #[cfg(not(feature = "tracing"))]
    #[allow(clippy::unused_self)]
    pub(crate) const fn enter(&self) -> Entered {
        Entered {}
    }

    /// Closes the span: the operation has ended.
    pub(crate) fn close(&mut self) {
        *self = Self::default();
    }
}

/// Emits that the kernel answered with the id of a family.
pub(crate) fn looked_up(family: Family, id: u16) {
    event!(
        DEBUG,
        "looked up the family",
        family = family.name(),
        id = id
    );
}

/// Emits that a family is looked up again, since its id may have changed.
pub(crate) fn doubted(family: Family, id: u16) {
    event!(
        DEBUG,
        "looking up the family again",
        family = family.name(),
        id = id
    );
}

/// Emits that leftover messages of an earlier request were read from the socket.
pub(crate) fn read_away(sequence: u32) {
    event!(
        DEBUG,
        "drained the rest of an abandoned operation",
        left_by = sequence
    );
}

/// Emits that messages were lost: those of one family, or of a batch.
pub(crate) fn overrun(family: Option<Family>) {
    event!(
        WARN,
        "messages were lost",
        family = family.map(|family| family.name())
    );
}

/// Emits that a datagram of another process was dropped.
pub(crate) fn foreign(sender: u32, length: usize) {
    event!(
        DEBUG,
        "dropped a datagram that the kernel did not send",
        sender = sender,
        length = length
    );
}

/// Emits that the family of a listener was unregistered.
pub(crate) fn gone(family: Family) {
    event!(INFO, "the family is gone", family = family.name());
}

/// Emits that the family of a listener was registered again.
pub(crate) fn back(family: Family, id: u16) {
    event!(INFO, "the family is back", family = family.name(), id = id);
}
