//! The rare paths: mistakes, and a full buffer. They are out of line and take scalars.

use super::FAILED;
use super::room::{header, make_room};
use crate::error::{EncodeError, EncodeErrorKind, Segment};

/// The parts of a [`Segment`]. A whole one would be built in memory for every attribute, even without a mistake.
#[derive(Clone, Copy)]
pub(super) struct Place {
    name: &'static str,
    number: usize,
    kind: Kind,
}

#[derive(Clone, Copy)]
enum Kind {
    Name,
    Element,
    Number,
}

impl Place {
    #[inline]
    pub(super) const fn of(place: Segment) -> Self {
        let (name, number, kind) = match place {
            Segment::Name(name) => (name, 0, Kind::Name),
            Segment::Element(index) => ("", index, Kind::Element),
            Segment::Number(number) => ("", number as usize, Kind::Number),
        };
        Self { name, number, kind }
    }

    fn segment(self) -> Segment {
        match self.kind {
            Kind::Name => Segment::Name(self.name),
            Kind::Element => Segment::Element(self.number),
            Kind::Number => Segment::Number(u16::try_from(self.number).unwrap_or(u16::MAX)),
        }
    }
}

/// Returns the mistake to keep: `kept`, or a new one if none was made before.
#[cold]
#[inline(never)]
pub(super) fn new(
    kept: Option<EncodeError>,
    at: usize,
    place: Place,
    kind: EncodeErrorKind,
) -> Option<EncodeError> {
    if at >= FAILED {
        return kept;
    }
    Some(EncodeError::new(kind).within(place.segment()))
}

/// Returns the mistake to keep: `kept`, or `error` if none was made before.
#[cold]
#[inline(never)]
pub(super) fn first(
    kept: Option<EncodeError>,
    at: usize,
    error: Option<EncodeError>,
) -> Option<EncodeError> {
    if at >= FAILED { kept } else { error }
}

/// Prepends `place` to the path of a mistake.
#[cold]
#[inline(never)]
pub(super) fn within(error: Option<EncodeError>, place: Place) -> Option<EncodeError> {
    error.map(|error| error.within(place.segment()))
}

/// An attribute whose header is not written yet.
pub(super) struct Open {
    pub(super) start: usize,
    pub(super) number: u16,
    pub(super) place: Place,
    /// Whether its name is part of the path of a mistake inside of it.
    pub(super) wraps: bool,
}

impl Open {
    /// Ends the attribute at `end` if writing the header is not enough. Returns the new cursor and the mistake.
    #[cold]
    #[inline(never)]
    pub(super) fn close(
        self,
        buffer: &mut Vec<u8>,
        end: usize,
        inside: Option<EncodeError>,
        kept: Option<EncodeError>,
    ) -> (usize, Option<EncodeError>) {
        let Self {
            start,
            number,
            place,
            wraps,
        } = self;
        if end >= FAILED {
            let inside = if wraps { within(inside, place) } else { inside };
            return (FAILED, kept.or(inside));
        }
        let length = end - start;
        if let (Ok(length), true) = (u16::try_from(length), make_room(buffer, start + 4)) {
            if let Some(head) = buffer.get_mut(start..).and_then(<[u8]>::first_chunk_mut) {
                header([length, number], head);
            }
            return (end, kept);
        }
        let kind = EncodeErrorKind::TooLong { length };
        (FAILED, new(kept, start, place, kind))
    }
}
