//! Finds the attribute of a request that an extended ack is about.

use crate::description;
use crate::error::{Path, Segment};
use crate::wire::{Attributes, Messages};

/// An attribute of the request.
#[derive(Default)]
pub(super) struct Place {
    segments: Vec<Segment>,
    /// The set that is nested in it.
    nested: Option<&'static description::AttributeSet>,
}

impl Place {
    /// Returns the place of the message itself.
    pub(super) const fn message(set: &'static description::AttributeSet) -> Self {
        Self {
            segments: Vec::new(),
            nested: Some(set),
        }
    }

    /// Finds the attribute at the byte `offset`, as deep as the descriptions go.
    pub(super) fn find(
        request: &[u8],
        offset: u32,
        set: &'static description::AttributeSet,
    ) -> Option<Self> {
        let (_, attributes) = Messages::new(request).next()?.ok()?.generic().ok()?;
        let (_, attributes) = attributes.split_header(set.header_size())?;
        let offset = usize::try_from(offset).ok()?;
        let mut place = Self::message(set);
        place.descend(attributes, offset).then_some(place)
    }

    fn descend(&mut self, attributes: Attributes<'_>, offset: usize) -> bool {
        let holder = attributes.flatten().find(|attribute| {
            let end = attribute.offset() + 4 + attribute.payload().len();
            (attribute.offset()..end).contains(&offset)
        });
        let Some(attribute) = holder else {
            return false;
        };
        let kind = self.step(u32::from(attribute.number()));
        if let (Some(description::Kind::Nest(_)), Ok(inner)) = (kind, attribute.nest()) {
            // A byte of its header or padding belongs to none of the attributes inside of it.
            self.descend(inner, offset);
        }
        true
    }

    /// Enters the attribute with this number, and returns its kind.
    fn step(&mut self, number: u32) -> Option<description::Kind> {
        let number = u16::try_from(number).unwrap_or(u16::MAX);
        let known = self.nested.and_then(|set| set.attribute(number));
        self.segments
            .push(known.map_or(Segment::Number(number), |attribute| {
                Segment::Name(attribute.name)
            }));
        self.nested = known.and_then(|attribute| attribute.kind.nested());
        known.map(|attribute| attribute.kind)
    }

    /// Returns the path of the attribute with this number in the nest.
    pub(super) fn with(mut self, number: u32) -> Path {
        self.step(number);
        self.into_path()
    }

    pub(super) fn into_path(self) -> Path {
        self.segments.into_iter().collect()
    }
}
