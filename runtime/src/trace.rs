//! What is told by the feature `tracing`: a span for each operation, and events in it. Without the feature all of it is empty.
//!
//! The target is `genl`, so that a filter such as `genl=debug` selects it.

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

/// The time in which what is told is told of one operation.
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

    /// Tells the sequence number of the request.
    #[cfg(feature = "tracing")]
    pub(crate) fn sequence(&self, sequence: u32) {
        if let Some(span) = &self.inner {
            span.record("sequence", sequence);
        }
    }

    #[cfg(not(feature = "tracing"))]
    #[allow(clippy::unused_self)]
    pub(crate) const fn sequence(&self, _: u32) {}

    /// Has everything told of the operation until the guard is dropped.
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

    /// The operation has ended.
    pub(crate) fn close(&mut self) {
        *self = Self::default();
    }
}

/// The kernel told the id of a family.
pub(crate) fn looked_up(family: Family, id: u16) {
    event!(
        DEBUG,
        "looked up the family",
        family = family.name(),
        id = id
    );
}

/// The family may have another id than this one by now, and is looked up again.
pub(crate) fn doubted(family: Family, id: u16) {
    event!(
        DEBUG,
        "looks up the family again",
        family = family.name(),
        id = id
    );
}

/// What the request of this sequence number left unread was taken out of the socket.
pub(crate) fn read_away(sequence: u32) {
    event!(
        DEBUG,
        "read away what an earlier operation left",
        left_by = sequence
    );
}

/// Messages were lost: of one family, or of those of a batch.
pub(crate) fn overrun(family: Option<Family>) {
    event!(
        WARN,
        "messages were lost",
        family = family.map(|family| family.name())
    );
}

/// A datagram of another process was dropped.
pub(crate) fn foreign(sender: u32, length: usize) {
    event!(
        DEBUG,
        "dropped a datagram that the kernel did not send",
        sender = sender,
        length = length
    );
}

/// The family of a listener was unregistered.
pub(crate) fn gone(family: Family) {
    event!(INFO, "the family is gone", family = family.name());
}

/// The family of a listener was registered again.
pub(crate) fn back(family: Family, id: u16) {
    event!(INFO, "the family is back", family = family.name(), id = id);
}
