//! What happens after a mistake, or where there is no room: all of it out of line, and given scalars.

use super::FAILED;
use super::room::{header, make_room};
use crate::error::{EncodeError, EncodeErrorKind, Segment};

/// A [`Segment`] in pieces: given whole it would be made in memory for every attribute, on the way to no mistake.
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

/// Does the same with what is made already.
#[cold]
#[inline(never)]
pub(super) fn first(
    kept: Option<EncodeError>,
    at: usize,
    error: Option<EncodeError>,
) -> Option<EncodeError> {
    if at >= FAILED { kept } else { error }
}

/// Puts `place` in front of the path of a mistake.
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
    /// Whether it is part of the path of what is inside.
    pub(super) wraps: bool,
}

impl Open {
    /// Ends the attribute at `end`, where that is not just writing its header. Returns where to go on, and the mistake.
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
